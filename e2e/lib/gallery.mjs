/**
 * The extension's pages in every state that they can be in, without a run for each: a copy of the package whose pages are
 * told what the engine answers in that state, and in which language. `go test` makes the answers, so that they cannot go stale.
 */

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { listen } from './heard.mjs';
import { remove, root, temporary } from './paths.mjs';
import { waitFor } from './wait.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('./driver.mjs').Driver} Driver */
/** @typedef {import('../../extension/ui/view.js').View} View */
/** @typedef {{view?: View, fault?: string, refused?: boolean}} Told */
/** @typedef {(typeof PAGES)[number]} PageName */

export const PAGES = /** @type {const} */ (['popup', 'welcome', 'report', 'options']);

/** A language that nobody speaks: English with every word longer by two fifths, as a translation may be. */
export const LONGER = 'longer';

/** @returns {Record<string, Told>} what the pages are told, by state */
export function makeStates() {
  const directory = temporary('states');
  const file = path.join(directory, 'states.json');
  execFileSync('go', ['test', './internal/engine', '-count=1', '-run', '^TestStates$', '-args', '-states', file], { cwd: root });
  const states = JSON.parse(readFileSync(file, 'utf8'));
  remove(directory);
  return states;
}

/**
 * Makes a gallery of an unpacked package.
 * @param {string} extension its directory
 */
export function hang(extension) {
  writeFileSync(path.join(extension, 'stand-in.js'), readFileSync(path.join(root, 'e2e/lib/stand-in.js')));
  for (const page of PAGES) {
    const file = path.join(extension, page, `${page}.html`);
    const html = readFileSync(file, 'utf8');
    const script = html.indexOf('<script');
    if (script < 0) throw new Error(`${page}.html has no script to stand before`);
    writeFileSync(file, `${html.slice(0, script)}<script src="/stand-in.js"></script>${html.slice(script)}`);
  }
  const locales = path.join(extension, '_locales');
  const english = JSON.parse(readFileSync(path.join(locales, 'en/messages.json'), 'utf8'));
  for (const [key, said] of Object.entries(english)) if (!['language', 'direction'].includes(key)) said.message = longer(said.message);
  mkdirSync(path.join(locales, LONGER));
  writeFileSync(path.join(locales, LONGER, 'messages.json'), JSON.stringify(english));
}

/** @param {string} message @returns {string} */
const longer = (message) => message.replace(/\p{L}+/gu, (word) => word + word.toLowerCase().slice(0, Math.ceil(word.length * 0.4)));

/** @param {string} extension @returns {string[]} the languages that it speaks */
export const languages = (extension) => readdirSync(path.join(extension, '_locales'));

/**
 * Shows in a tab a page of the gallery that has just been told something.
 * @param {Driver} driver
 * @param {Page} tab of the extension
 * @param {PageName} name
 * @param {Told} told
 * @param {string} language
 */
export async function show(driver, tab, name, { refused, ...told }, language) {
  const address = driver.address(`${name}/${name}.html?language=${language}${refused ? '&refused' : ''}`);
  await driver.go(tab, address);
  // Chromium draws nothing of what is not in front, and forgets what was there when it goes to another address.
  await tab.bringToFront();
  await waitFor(`${address} to listen`, () => tab.evaluate(() => 'tell' in globalThis));
  await listen(tab);
  await tab.evaluate(async (message) => {
    /** @type {any} */ (globalThis).tell(message);
    // What a part asks the browser for, such as a permission, is answered before the next turn.
    await new Promise((resolve) => setTimeout(resolve));
    for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  }, told);
}

/**
 * @typedef {object} Measures
 * @property {number} height of all that the page shows
 * @property {string[]} wide what reaches over the edge, where the page scrolls sideways
 * @property {number} words
 * @property {number | null} failure how far down the first of the failures begins; null where none is shown
 * @property {number} stops of the Tab key
 * @property {number} opened groups that nobody opened
 * @property {number} main buttons that can be pressed
 */

/** @param {Page} page @returns {Promise<Measures>} */
export const measure = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const shown = (/** @type {Element} */ node) => node.checkVisibility({ visibilityProperty: true });
    const over = (/** @type {Element} */ node) => {
      const { left, right } = node.getBoundingClientRect();
      return shown(node) && (right > clientWidth + 0.5 || left < -0.5);
    };
    const pressed = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter(
      (node) => shown(node) && !node.matches(':disabled, [tabindex="-1"], [type=hidden]'),
    );
    // A group of radios is one stop.
    const stop = (/** @type {Element} */ node) => (node instanceof HTMLInputElement && node.type === 'radio' ? `radio ${node.name}` : node);
    const failure = document.querySelector('#attention li');
    const count = (/** @type {string} */ text) => text.split(/\s+/u).filter(Boolean).length;
    return {
      height: Math.ceil(document.body.getBoundingClientRect().bottom + scrollY),
      wide:
        scrollWidth > clientWidth
          ? [...document.body.querySelectorAll('*')]
              .filter(over)
              .map((node) => `${node.localName}#${node.id}.${node.className} "${(node.textContent ?? '').trim().slice(0, 40)}"`)
          : [],
      // What a list does not show before it is opened is nothing to read.
      words:
        count(document.body.innerText) -
        [...document.querySelectorAll('option:not(:checked)')]
          .filter(({ parentElement }) => parentElement && shown(parentElement))
          .reduce((sum, { textContent }) => sum + count(textContent ?? ''), 0),
      failure: failure && shown(failure) ? Math.round(failure.getBoundingClientRect().top + scrollY) : null,
      stops: new Set(pressed.map(stop)).size,
      opened: [...document.querySelectorAll('details[open]')].filter(shown).length,
      main: [...document.querySelectorAll('button.main:enabled')].filter(shown).length,
    };
  });

/**
 * @param {Page} page
 * @param {number} least in CSS pixels
 * @returns {Promise<string[]>} what is too small to be hit, with its size. A control and its label are one target; links in the
 *   middle of a sentence are as high as it, unless a finger has to hit them.
 */
export const small = (page, least) =>
  page.evaluate((pixels) => {
    const finger = matchMedia('(pointer: coarse)').matches;
    /** @param {Element} node */
    const boxesOf = (node) =>
      [node, .../** @type {any} */ (node.matches('input, select, textarea') ? /** @type {HTMLInputElement} */ (node).labels : [])].map(
        (/** @type {Element} */ each) => each.getBoundingClientRect(),
      );
    return [...document.querySelectorAll('a[href], button, summary, input, select, textarea')].flatMap((node) => {
      const boxes = boxesOf(node);
      if (boxes.every(({ width }) => width === 0) || !node.checkVisibility()) return [];
      if (!finger && node.localName === 'a' && getComputedStyle(node).display === 'inline') return [];
      const width = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
      const height = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
      const hit = width >= pixels - 0.5 && height >= pixels - 0.5;
      return hit
        ? []
        : [`${node.localName}#${node.id} "${(node.textContent ?? '').trim().slice(0, 40)}" ${Math.round(width)} x ${Math.round(height)}`];
    });
  }, least);
