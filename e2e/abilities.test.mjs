/**
 * That everybody can use the pages, whatever they have to show: how high they are and where what failed stands, what axe
 * finds in light, dark and the system's own colours, small windows, large text, a finger, and texts that are longer than
 * any. The pages are told what the engine answers; `make screens` shows and measures all of them.
 */

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { violations } from './lib/axe.mjs';
import { hang, LONGER, makeStates, measure, PAGES, show, small } from './lib/gallery.mjs';
import { root } from './lib/paths.mjs';
import { eachBrowser } from './lib/suite.mjs';
import { treeOf } from './lib/tree.mjs';
import { waitFor } from './lib/wait.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('./lib/gallery.mjs').PageName} PageName */

/** In CSS pixels: the width of Chrome's popup, of a page, and of a page at 400 % or of a small phone. As low as can be, so that the page is measured and not the window. */
const [POPUP, WIDE, ZOOMED] = [380, 1000, 320].map((width) => ({ width, height: 100 }));
/** What a mouse hits, and a finger. */
const [MOUSE, FINGER] = [24, 44];
/** What Chrome shows of a popup before it scrolls, and where in it the first failure has to begin. */
const [HEIGHT, NEAR] = [600, 300];
/** The report after a run in which two failed, at most: two screens. */
const SCREENS = 1600;
/** And that often the Tab key is pressed to come to its end. */
const STOPS = 32;

const states = makeStates();
/** The states in which the pages differ most. */
const SAMPLE = ['fresh', 'two-failures', 'question', 'storage-full'];

/**
 * @param {Page} tab
 * @param {{width: number, height: number}} viewport
 */
async function measureAt(tab, viewport) {
  await tab.setViewport({ ...tab.viewport(), ...viewport });
  await waitFor('the width', () => tab.evaluate((wanted) => innerWidth === wanted, viewport.width));
  return measure(tab);
}

/** @param {Page} tab @param {PageName} name @returns {Promise<string[]>} what is too wide at 400 %, and with text twice as large */
async function tooWide(tab, name) {
  const zoomed = await measureAt(tab, ZOOMED);
  await tab.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  const large = await measureAt(tab, name === 'popup' ? POPUP : WIDE);
  await tab.evaluate(() => {
    document.documentElement.style.fontSize = '';
  });
  return [...zoomed.wide.map((each) => `${each} at 400 %`), ...large.wide.map((each) => `${each} with large text`)];
}

/**
 * @param {PageName} name
 * @param {string} state
 * @param {import('./lib/gallery.mjs').Measures} measures
 * @returns {string[]} what is longer than a person reads
 */
const tooMuch = (name, state, { height, failure, stops, opened, main, wide }) => [
  ...wide,
  ...(name !== 'report' && main > 1 ? [`${main} main buttons`] : []),
  ...(name === 'popup' && opened ? [`${opened} groups that nobody opened`] : []),
  ...(name === 'popup' && height > HEIGHT ? [`${height} px high`] : []),
  ...(name === 'popup' && (failure ?? 0) > NEAR ? [`the first failure begins at ${failure} px`] : []),
  ...(name === 'report' && state === 'two-failures' && height > SCREENS ? [`${height} px high`] : []),
  ...(name === 'report' && state === 'two-failures' && stops > STOPS ? [`${stops} stops of the Tab key`] : []),
];

eachBrowser(
  'abilities',
  (test) => {
    for (const name of PAGES) {
      test(`the ${name} is small, fits and can be used by everybody in every state`, async ({ ext }) => {
        const tab = await ext.openPage('agent.js');
        /** @type {string[]} */
        const faults = [];
        // In many states a page shows what it shows in another.
        const seen = new Set();
        for (const [state, told] of Object.entries(states)) {
          await show(ext.driver, tab, name, told, 'en');
          const drawn = await tab.evaluate(() => document.body.outerHTML);
          if (seen.has(drawn)) continue;
          seen.add(drawn);
          const measures = await measureAt(tab, name === 'popup' ? POPUP : WIDE);
          const found = [...tooMuch(name, state, measures), ...(await small(tab, MOUSE)), ...(await violations(tab))];
          await ext.driver.colours('dark');
          found.push(...(await violations(tab, 'colours')).map((each) => `${each} in the dark`), ...(await tooWide(tab, name)));
          await ext.driver.colours('light');
          faults.push(...found.map((each) => `${state}: ${each}`));
        }
        assert.deepEqual(faults, []);
      });
    }

    test('the popup is as small in German, and fits', async ({ ext }) => {
      const tab = await ext.openPage('agent.js');
      /** @type {string[]} */
      const faults = [];
      for (const [state, told] of Object.entries(states)) {
        await show(ext.driver, tab, 'popup', told, 'de');
        const found = [...tooMuch('popup', state, await measureAt(tab, POPUP)), ...(await tooWide(tab, 'popup'))];
        faults.push(...found.map((each) => `${state}: ${each}`));
      }
      assert.deepEqual(faults, []);
    });

    test('with texts that are longer by two fifths, all of it opened, every page fits and can be hit with a finger', async ({ ext }) => {
      const tab = await ext.openPage('agent.js');
      await ext.driver.phone(tab);
      /** @type {string[]} */
      const faults = [];
      for (const state of SAMPLE) {
        for (const name of PAGES) {
          await show(ext.driver, tab, name, states[state], LONGER);
          await waitFor('a finger', () => tab.evaluate(() => matchMedia('(pointer: coarse)').matches));
          await tab.evaluate(() => {
            for (const group of document.querySelectorAll('details')) group.open = true;
          });
          const { wide } = await measureAt(tab, ZOOMED);
          faults.push(...[...wide, ...(await small(tab, FINGER))].map((each) => `${name}, ${state}: ${each}`));
        }
      }
      assert.deepEqual(faults, []);
    });

    test("axe finds nothing in the system's own colours, and the pages read as they were reviewed", async ({ ext, browser }) => {
      const tab = await ext.openPage('agent.js');
      if (browser === 'chromium') await tab.emulateTimezone('UTC');
      for (const name of PAGES) {
        await show(ext.driver, tab, name, states['two-failures'], 'en');
        await ext.driver.colours('forced');
        await waitFor('forced colours', () => tab.evaluate(() => matchMedia('(forced-colors: active)').matches));
        assert.deepEqual(await violations(tab, 'system'), [], name);
        await ext.driver.colours('light');
        // Firefox gives its tree of a page to no test.
        if (browser !== 'chromium') continue;
        const tree = await treeOf(tab);
        assert.equal(tree, reviewed(name, tree), `${name}: UPDATE=1 writes it anew`);
      }
    });
  },
  { change: hang },
);

/** @param {PageName} name @param {string} now @returns {string} how a screen reader has the page, as somebody has read it */
function reviewed(name, now) {
  const file = path.join(root, 'e2e/trees', `${name}.txt`);
  if (process.env.UPDATE) writeFileSync(file, now);
  return readFileSync(file, 'utf8');
}
