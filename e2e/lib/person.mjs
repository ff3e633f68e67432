/** What a person does on LinkedIn's own pages, with the real mouse, and what they are asked to do there. */

import assert from 'node:assert/strict';
import { waitFor } from './wait.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const find = (/** @type {string} */ key) => {
  const control = document.querySelector(
    `[role=switch][aria-labelledby="${key}"], [role=switch][id="${key}"], input[type=checkbox][id="${key}"], input[type=radio][id="${key}"]`,
  );
  const face = control?.matches('[role=switch]') ? control.parentElement : control; // a switch is drawn by what is around it
  const box = face?.getBoundingClientRect();
  if (!control || !box) return null;
  const on = control instanceof HTMLInputElement ? control.checked : control.getAttribute('aria-checked') === 'true';
  return { on, x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

/**
 * A page may be scrolling, so that what is seen in one place is clicked in another.
 * @param {Page} page
 * @param {string} what
 * @returns {Promise<{on: boolean, x: number, y: number}>} where a control is, when it has stopped moving
 */
const atRest = (page, what) =>
  waitFor(`the control ${what} to stand still`, async () => {
    const before = await page.evaluate(find, what);
    await page.evaluate(async () => {
      for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
    });
    const after = await page.evaluate(find, what);
    return before && after && before.x === after.x && before.y === after.y && after;
  });

/**
 * Waits for a new mark in the place of an old one.
 * @param {Page} page
 * @param {import('puppeteer-core').JSHandle} [old] what stood for it in the page, if there was one
 * @returns {Promise<import('puppeteer-core').JSHandle>} what stands for it now
 */
export async function newMark(page, old) {
  await waitFor('a new mark on the page', () =>
    page.evaluate((before) => {
      const all = [...document.documentElement.children].filter((child) => child !== document.head && child !== document.body);
      return all.length === 1 && all[0] !== before;
    }, old ?? null),
  );
  return page.evaluateHandle(() => document.documentElement.lastElementChild);
}

/**
 * Clicks a switch that is on, and waits until the server says that it is off.
 * @param {import('./lab.mjs').Lab} lab
 * @param {Page} page
 * @param {string} key LinkedIn's key of the setting
 */
export async function turnOffByHand(lab, page, key) {
  await page.bringToFront();
  const { on, x, y } = await atRest(page, key);
  assert.ok(on, `${key} is on before it is clicked`);
  await page.mouse.click(x, y);
  await waitFor(`${key} to be off at the server`, async () => !(await lab.state()).settings[key]);
}

/**
 * Chooses an option, and waits until the server has it.
 * @param {import('./lab.mjs').Lab} lab
 * @param {Page} page
 * @param {string} key of the setting
 * @param {string} value of the option
 */
export async function chooseByHand(lab, page, key, value) {
  await page.bringToFront();
  const { x, y } = await atRest(page, `${key}__${value}`);
  await page.mouse.click(x, y);
  await waitFor(`${key} to be ${value} at the server`, async () => (await lab.state()).radios[key] === value);
}

/**
 * Waits until guide mode asks for the next switch.
 * @param {import('./session.mjs').Session} ext
 * @param {string} [before] the setting that was waited for before
 * @returns {Promise<{setting: string, act: string}>} the setting that the person is asked to turn off, and whether its key is known
 */
export async function marked(ext, before) {
  const { run, settings } = await waitFor(
    'a marked switch',
    async () => {
      const view = await ext.view();
      return view.run?.phase === 'running' && view.run.step === 'marking' && view.run.setting !== before && view;
    },
    { seen: ext.state },
  );
  const setting = run?.setting ?? '';
  return { setting, act: settings.find(({ id }) => id === setting)?.act ?? '' };
}
