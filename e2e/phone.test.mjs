/**
 * A phone, as far as it can be had here: a narrow page and a finger, no windows, and none of the browser's interfaces that
 * Firefox for Android does not have. The popup is a page of its own there.
 */

import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { small } from './lib/gallery.mjs';
import { ESSENTIAL, outcomes, turnedOff } from './lib/settings.mjs';
import { eachBrowser } from './lib/suite.mjs';
import { waitFor } from './lib/wait.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const PAGES = ['popup/popup.html', 'welcome/welcome.html', 'options/options.html', 'report/report.html'];

/** What a finger needs, in pixels. */
const FINGER = 44;

/** Runs before anything else of the extension. */
const PHONE = `
for (const [of, name] of [[chrome, 'windows'], [chrome, 'commands'], [chrome, 'management'], [chrome.storage, 'managed'], [chrome.tabs, 'onReplaced']]) {
  Object.defineProperty(of, name, { value: undefined, configurable: true });
}
`;

/** @param {string} extension */
function withoutWindows(extension) {
  writeFileSync(path.join(extension, 'phone.js'), PHONE);
  const background = path.join(extension, 'background.js');
  const text = readFileSync(background, 'utf8');
  writeFileSync(background, `import './phone.js';\n${text}`);
  appendFileSync(background, `\nif (chrome.windows || chrome.tabs.onReplaced) throw new Error('this is no phone');\n`);
}

/** @param {Page} page @returns {Promise<string[]>} what reaches over the edge, where the page scrolls sideways */
const wide = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const over = [...document.body.querySelectorAll('*')].filter((node) => node.getBoundingClientRect().right > clientWidth + 0.5);
    return over.map((node) => `${node.localName}#${node.id}.${node.className} "${(node.textContent ?? '').slice(0, 40)}"`);
  });

eachBrowser(
  'phone',
  (test) => {
    test('every page fits a narrow screen, and all that is pressed is large enough for a finger, before and after a run', async ({
      lab,
      ext,
    }) => {
      /** @param {string} when */
      async function checkAll(when) {
        for (const address of PAGES) {
          const page = await ext.openPage(address);
          await page.bringToFront();
          await ext.driver.phone(page);
          await waitFor('a coarse pointer', () => page.evaluate(() => matchMedia('(pointer: coarse)').matches));
          await waitFor('the page to be filled', () => page.evaluate(() => document.querySelector('#status, form')?.textContent?.trim()));
          await page.evaluate(() => {
            for (const box of document.querySelectorAll('details')) box.open = true;
          });
          for (const width of [360, 320]) {
            await page.setViewport({ ...page.viewport(), width, height: 740 });
            await waitFor('the width', () => page.evaluate((wanted) => matchMedia(`(width: ${wanted}px)`).matches, width));
            assert.deepEqual(await wide(page), [], `${address} scrolls sideways at ${width}, ${when}`);
          }
          assert.deepEqual(await small(page, FINGER), [], `${address}, ${when}`);
          await page.close();
        }
      }
      await checkAll('before a run');

      await ext.chosen({ level: 'essential' });
      const popup = await ext.popup();
      await popup.bringToFront();
      await ext.driver.phone(popup);
      await (await popup.waitForSelector('#harden:enabled'))?.click();
      assert.deepEqual(outcomes(await ext.ended(), ESSENTIAL), turnedOff(ESSENTIAL));
      await ext.opened('report/report.html');
      assert.deepEqual((await lab.state()).violations, []);
      await checkAll('after a run');
    });
  },
  { change: withoutWindows },
);
