/** The pages from right to left, in a language that runs so. */

import assert from 'node:assert/strict';
import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './lib/paths.mjs';
import { ESSENTIAL, outcomes, turnedOff } from './lib/settings.mjs';
import { eachBrowser } from './lib/suite.mjs';
import { waitFor } from './lib/wait.mjs';

const PAGES = { popup: [380, 320], welcome: [800, 320], options: [800, 320], report: [800, 320] };

/** @param {string} extension @param {string} locale */
const messagesOf = (extension, locale) => path.join(extension, '_locales', locale, 'messages.json');

/** The browser takes the texts of its own language, so that these stand where those are. @param {string} extension */
const arabic = (extension) => copyFileSync(messagesOf(extension, 'ar'), messagesOf(extension, 'en'));

/**
 * @param {import('./lib/session.mjs').Session} ext
 * @param {(page: import('puppeteer-core').Page, name: string) => Promise<void>} [also] looks at the page
 */
async function fitsEverywhere(ext, also) {
  for (const [name, widths] of Object.entries(PAGES)) {
    const page = await ext.openPage(`${name}/${name}.html`);
    await page.bringToFront();
    await waitFor(`${name} to be filled`, () => page.evaluate(() => document.querySelector('#status, form')?.textContent?.trim()));
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    for (const width of widths) {
      await page.setViewport({ width, height: 600 });
      await waitFor(`the width of ${width} px`, () => page.evaluate((wanted) => innerWidth === wanted, width));
      const beyond = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return Math.max(0, scrollWidth - clientWidth);
      });
      assert.equal(beyond, 0, `${name} at ${width} px`);
    }
    await also?.(page, name);
    await page.close();
  }
}

eachBrowser(
  'from right to left',
  (test) => {
    test('every page runs from right to left, fits, and says in its language what a setting is', async ({ ext }) => {
      const said = JSON.parse(readFileSync(path.join(root, 'extension/prose/ar.json'), 'utf8'));
      await ext.chosen({ level: 'essential' });
      await ext.harden();
      assert.deepEqual(outcomes(await ext.ended(), ESSENTIAL), turnedOff(ESSENTIAL));
      await fitsEverywhere(ext, async (page, name) => {
        const seen = await page.evaluate(() => ({
          dir: document.documentElement.dir,
          lang: document.documentElement.lang,
          words: document.body.textContent ?? '',
          theirs: [...document.querySelectorAll('.theirs')].map((each) => getComputedStyle(each.querySelector('[lang]') ?? each).direction),
        }));
        assert.deepEqual([seen.dir, seen.lang], ['rtl', 'ar'], name);
        if (!seen.theirs.length) return;
        assert.ok(seen.words.includes(said['Training AI with your data']), `${name}: our name`);
        assert.ok(
          seen.words.includes(said['Lets LinkedIn use your data to train AI models that create content.']),
          `${name}: what it does`,
        );
        assert.ok(
          seen.theirs.every((direction) => direction === 'ltr'),
          `${name}: LinkedIn's words, which are English`,
        );
      });
    });
  },
  { change: arabic },
);
