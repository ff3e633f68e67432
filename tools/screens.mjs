/**
 * `make screens`: every page in every state, light and dark, in several languages and widths, as pictures with an index, and
 * what can be measured of each. Pages that are told what the engine answers make them quickly; nothing is run for them.
 *
 *   make screens [BROWSER=chromium] [STATES=drift,stale] [LANGUAGES=en,de,ar]
 *
 * Those in the README of pages that show nothing of LinkedIn's are three of these.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { violations } from '../e2e/lib/axe.mjs';
import { launch } from '../e2e/lib/driver.mjs';
import { hang, languages, makeStates, measure, PAGES, show } from '../e2e/lib/gallery.mjs';
import { heard } from '../e2e/lib/heard.mjs';
import { out, remove, root, temporary, unpackPackage } from '../e2e/lib/paths.mjs';

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    states: { type: 'string', default: '' },
    languages: { type: 'string', default: '' },
  },
});
const name = values.browser === 'firefox' ? 'firefox' : 'chromium';

/** The width of Chrome's popup as Offswitch asks for it, and of a small phone or of a page at 400 %. */
const WIDTHS = [380, 320];
const SCHEMES = /** @type {const} */ (['light', 'dark']);
/** Those of the pictures that nobody chooses: the language that is written first, a long one, and one from right to left. */
const LANGUAGES = ['en', 'de', 'ar'];

/** The states in which the README shows pages, in docs/images/. */
const README = /** @type {Record<string, string>} */ ({ popup: 'all-off', welcome: 'fresh', report: 'two-failures' });
/** How much of them, from the top. */
const HEIGHT = 800;

const target = path.join(out, 'screens');
remove(target);
mkdirSync(target, { recursive: true });

/**
 * @param {string} name of what is chosen
 * @param {string} list what is asked for, with commas between, or nothing
 * @param {string[]} there
 * @param {string[]} otherwise
 */
function given(name, list, there, otherwise = there) {
  const asked = list ? list.split(',') : otherwise;
  const odd = asked.filter((each) => !there.includes(each));
  if (odd.length) throw new Error(`${name}: ${odd.join(', ')} is none of ${there.join(', ')}`);
  return asked;
}
const all = makeStates();
const states = given('STATES', values.states, Object.keys(all));
const extension = unpackPackage();
const profile = temporary(name);
hang(extension);
const spoken = given('LANGUAGES', values.languages, languages(extension), LANGUAGES);

/** @typedef {import('../e2e/lib/gallery.mjs').Measures & {file: string, page: string, state: string, language: string, width: number, scheme: string, announcements: number, axe: string[]}} Picture */
/** @type {Picture[]} */
const pictures = [];
const driver = await launch(name, { extension, profile, headless: true });
try {
  await driver.install();
  const tab = await driver.open(driver.address('agent.js'));
  await tab.bringToFront();
  for (const page of PAGES) {
    for (const state of states) {
      for (const language of spoken) await pictureAll(tab, page, state, language);
    }
  }
} finally {
  await driver.close();
  for (const directory of [extension, profile]) remove(directory);
}

/**
 * @param {import('puppeteer-core').Page} tab
 * @param {(typeof PAGES)[number]} page
 * @param {string} state
 * @param {string} language
 */
async function pictureAll(tab, page, state, language) {
  await show(driver, tab, page, all[state], language);
  const announcements = (await heard(tab)).length;
  for (const width of WIDTHS) {
    // As low as can be, so that what is measured is the page and not the window.
    await tab.setViewport({ width, height: 100 });
    const measures = await measure(tab);
    for (const scheme of SCHEMES) {
      await driver.colours(scheme);
      const file = `${[page, state, language, width, scheme].join('_')}.png`;
      await tab.screenshot({ path: path.join(target, file), fullPage: true });
      if (README[page] === state && name === 'chromium' && language === 'en' && width === WIDTHS[0] && scheme === 'light') {
        await tab.screenshot({
          path: path.join(root, 'docs/images', `${page}.png`),
          clip: { x: 0, y: 0, width, height: Math.min(HEIGHT, measures.height) },
        });
      }
      // axe takes longer than all else: the width changes nothing of what it finds, and the language no colour.
      const asked = scheme === 'light' ? 'all' : 'colours';
      const axe = width === WIDTHS[0] && (asked === 'all' || language === spoken[0]) ? await violations(tab, asked) : [];
      pictures.push({ file, page, state, language, width, scheme, ...measures, announcements, axe });
    }
  }
}

writeFileSync(path.join(target, 'metrics.json'), JSON.stringify(pictures, null, 1));
writeFileSync(path.join(target, 'index.html'), index());

/** @returns {string} a page of all pictures, by page and state */
function index() {
  const rows = PAGES.flatMap((page) =>
    states.map((state) => {
      const figures = pictures
        .filter((each) => each.page === page && each.state === state)
        .map(({ file, language, width, scheme, height, words, stops, failure, axe, wide }) => {
          const faults = [...(axe.length ? [`axe ${axe.length}`] : []), ...(wide.length ? ['scrolls sideways'] : [])].join(', ');
          const said = `${language} ${width} ${scheme}: ${height} px, ${words} words, ${stops} stops${failure === null ? '' : `, failure at ${failure}`}`;
          return `<figure><a href="${file}"><img src="${file}" alt="" loading="lazy"></a><figcaption>${said} <b>${faults}</b></figcaption></figure>`;
        });
      return `<h2>${page}, ${state}</h2><div>${figures.join('')}</div>`;
    }),
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Screens</title><style>
body{font:14px system-ui;margin:1rem}div{display:flex;flex-wrap:wrap;gap:1rem}figure{margin:0;width:190px}
img{width:100%;max-height:420px;object-fit:cover;object-position:top;border:1px solid #888}b{color:#c0152f}
</style><h1>Screens</h1>${rows.join('')}</html>`;
}

console.log(`${pictures.length} pictures in ${path.relative(root, target)}, the index is index.html, the measures are in metrics.json`);
for (const page of PAGES) {
  const of = pictures.filter((each) => each.page === page && each.width === WIDTHS[0]);
  const most = (/** @type {(each: Picture) => number} */ value) => of.reduce((top, each) => (value(each) > value(top) ? each : top), of[0]);
  const line = (/** @type {string} */ what, /** @type {(each: Picture) => number} */ value) =>
    `${what} ${value(most(value))} (${most(value).state}, ${most(value).language})`;
  const wrong = of.filter(({ axe, wide }) => axe.length || wide.length).length;
  console.log(
    `${page}: ${line('height', ({ height }) => height)}, ${line('words', ({ words }) => words)}, ${line('stops', ({ stops }) => stops)}, ${wrong} with a fault`,
  );
}
