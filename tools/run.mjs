/**
 * `make run`: the packed extension in a real browser.
 *
 * On the lab it chooses, hardens, shows live what happens, and ends with a table of outcomes and screenshots in out/.
 * The exit code is 0 only when every planned setting has a proved outcome. On the real site it only opens the browser
 * with the extension and a profile kept under out/; what happens then is the person's doing.
 */

import path from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from '../e2e/lib/driver.mjs';
import { startLab } from '../e2e/lib/lab.mjs';
import { out, remove, temporary, unpackPackage } from '../e2e/lib/paths.mjs';
import { openSession, press } from '../e2e/lib/session.mjs';
import { waitFor } from '../e2e/lib/wait.mjs';
import { openRealSite } from './real-site.mjs';
import { settle } from './settle.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('../e2e/lib/paths.mjs').BrowserName} BrowserName
 * @typedef {import('../e2e/lib/session.mjs').Session} Session
 */

const display = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) || ['darwin', 'win32'].includes(process.platform);
const PROVED = ['already-off', 'turned-off'];
const WITNESSES = { reloaded: 'its page', listed: "LinkedIn's list", '': '' };

const { values } = parseArgs({ options: { browser: { type: 'string', default: 'chromium' }, site: { type: 'string', default: 'lab' } } });
const browser = oneOf('BROWSER', values.browser, /** @type {const} */ (['chromium', 'firefox']));
const site = oneOf('SITE', values.site, /** @type {const} */ (['lab', 'linkedin']));

if (site === 'lab') {
  process.exitCode = await onTheLab(browser);
} else if (display) {
  process.exitCode = await openRealSite(browser);
} else {
  console.error('SITE=linkedin needs a screen: you sign in and click yourself.');
  process.exitCode = 1;
}

/**
 * @template {string} T
 * @param {string} name
 * @param {string} value
 * @param {readonly T[]} allowed
 * @returns {T}
 */
function oneOf(name, value, allowed) {
  const found = allowed.find((each) => each === value);
  if (!found) {
    console.error(`${name}=${value} is not known: expected ${allowed.join(' or ')}`);
    process.exit(2);
  }
  return found;
}

/**
 * @param {BrowserName} name
 * @returns {Promise<number>} the exit code
 */
async function onTheLab(name) {
  const profile = temporary(name);
  const extension = unpackPackage();
  const lab = await startLab();
  const driver = await launch(name, { extension, profile, headless: !display, lab });
  try {
    await lab.reset({ region: 'us' });
    const ext = await openSession(driver);
    console.log(`The lab stands in for www.linkedin.com; everything on its server is on. Browser: ${await driver.browser.version()}`);

    await shoot(await ext.opened('welcome/welcome.html'), 'welcome');
    await ext.chosen({ mode: 'guide' });
    await shootMark(ext);
    await ext.setChoice('mode', 'automatic');

    const before = await ext.state();
    const popup = await ext.harden();
    await follow(ext, popup, before?.run?.started);
    await shoot(await ext.opened('report/report.html'), 'report');
    await shoot(popup, 'popup', { width: 400, height: 900 });
    const first = table(await ext.view());
    await popup.close();
    return Math.max(first, await askedOnce(ext, lab));
  } finally {
    await driver.close();
    await lab.stop();
    remove(profile);
    remove(extension);
  }
}

/**
 * Another person, in Germany, whose pages are in a language in which few labels are known: one click, and one press.
 * @param {Session} ext
 * @param {import('../e2e/lib/lab.mjs').Lab} lab
 * @returns {Promise<number>} 0 when all of what was ticked is proved off
 */
async function askedOnce(ext, lab) {
  console.log('The same in German, in a Designated Country, where a run may do less by itself and asks once:');
  await lab.reset({ region: 'designated', lang: 'de' });
  await ext.ask({ command: 'reset' }, 'now');
  await ext.ask({ command: 'choose', region: 'designated', level: 'strict', mode: 'automatic' }, 'now');
  const popup = await ext.harden();
  await follow(ext, popup, undefined);
  const report = await ext.openPage('report/report.html#question');
  await waitFor('the question', () => report.evaluate(() => document.querySelectorAll('input[name=found]:checked').length > 0));
  await shoot(report, 'question', { width: 1000, height: 1100 });
  const before = await ext.state();
  await press(report, '#turn-off-found');
  await follow(ext, popup, before?.run?.started);
  const view = await ext.view();
  const asked = view.found.length + view.left.length;
  const code = table({ ...view, settings: view.settings.filter(({ left, control }) => !left && control !== 'radio') });
  console.log(`${asked} were left as they are: options that are the person's to pick, and what no rule knows`);
  return code;
}

/**
 * Guide mode as far as the first marked switch, for its picture.
 * @param {Session} ext
 */
async function shootMark(ext) {
  const popup = await ext.harden();
  await waitFor('the first switch to be marked', () =>
    popup.evaluate(() => {
      const skip = document.querySelector('#skip');
      return skip instanceof HTMLElement && !skip.hidden;
    }),
  );
  const page = await ext.runTab();
  await shoot(page, 'marked-switch');
  await press(popup, '#stop');
  await ext.ended();
  await page.close().catch(() => {}); // the stopped run closes its tab as well
  await popup.close();
}

/**
 * Prints what the popup says whenever it says something new, until the run is over.
 * @param {Session} ext
 * @param {Page} popup
 * @param {number | undefined} before when the run before it was started
 */
async function follow(ext, popup, before) {
  let last = '';
  for (let over = false; !over; ) {
    const news = await waitFor(
      'news of the run',
      async () => {
        const line = await popup.evaluate(() => {
          const text = (/** @type {string} */ selector) => document.querySelector(selector)?.textContent ?? '';
          return [text('#progress-text'), text('#progress .small')].filter(Boolean).join(' — ');
        });
        const run = (await ext.state())?.run;
        const ended = Boolean(run && run.started !== before && run.phase !== 'running');
        return (ended || (line && line !== last)) && { line, ended };
      },
      { seen: ext.state },
    );
    if (news.line && news.line !== last) console.log(`  ${news.line}`);
    last = news.line;
    over = news.ended;
  }
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {{width: number, height: number}} [size]
 */
async function shoot(page, name, size = { width: 1000, height: 800 }) {
  // Only a window that nobody looks at may change its size.
  if (!display) await page.setViewport(size);
  await settle(page);
  const file = path.join(out, `${name}.png`);
  await page.screenshot({ path: /** @type {`${string}.png`} */ (file) });
  console.log(`  out/${name}.png`);
}

/**
 * Prints the outcomes of all settings that the choices plan and a click can turn off.
 * @param {Pick<import('../extension/ui/view.js').View, 'settings'>} view
 * @returns {number} 0 when each of them is proved off
 */
function table({ settings }) {
  const planned = settings.filter((setting) => setting.planned && setting.act === 'click');
  const ids = Math.max(...planned.map(({ id }) => id.length));
  const titles = Math.max(...planned.map(({ title }) => title.length));
  for (const { id, title, outcome, why, proof } of planned) {
    const how = PROVED.includes(outcome) ? WITNESSES[proof] : '';
    console.log(`  ${id.padEnd(ids)}  ${title.padEnd(titles)}  ${outcome}${why && ` (${why})`}${how && `: ${how}`}`);
  }
  const proved = planned.filter(({ outcome }) => PROVED.includes(outcome)).length;
  console.log(`${proved} of ${planned.length} settings proved off by a fresh load`);
  const byHand = settings.filter((setting) => setting.planned && setting.act !== 'click').length;
  if (byHand > 0) console.log(`${byHand} more are for the person to look at: the report says where and how`);
  return planned.length > 0 && proved === planned.length ? 0 : 1;
}
