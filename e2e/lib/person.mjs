/** What a person does on LinkedIn's own pages, with the real mouse. */

import {waitFor} from './wait.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const find = (/** @type {string} */ key) => {
  const control = document.querySelector(`[role=switch][aria-labelledby="${key}"], [role=switch][id="${key}"]`);
  const box = control?.parentElement?.getBoundingClientRect();
  if (!control || !box) return null;
  const on = control instanceof HTMLInputElement ? control.checked : control.getAttribute('aria-checked') === 'true';
  return {on, x: box.x + box.width / 2, y: box.y + box.height / 2};
};

/**
 * @param {Page} page
 * @param {string} key LinkedIn's key of the setting
 * @returns {Promise<boolean>} whether the switch on the page is on
 */
export async function isOn(page, key) {
  return (await waitFor(`the switch of ${key}`, () => page.evaluate(find, key))).on;
}

/**
 * Clicks a switch until it has turned: it may be drawn before it is alive.
 * @param {Page} page
 * @param {string} key
 */
export async function turnOffByHand(page, key) {
  await page.bringToFront();
  const {x, y} = await waitFor(`the switch of ${key}`, () => page.evaluate(find, key));
  await page.mouse.click(x, y);
  await waitFor(`the switch of ${key} to turn off`, async () => !(await isOn(page, key)));
}
