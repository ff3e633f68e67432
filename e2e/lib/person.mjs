/** What a person does on LinkedIn's own pages, with the real mouse. */

import assert from 'node:assert/strict';
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
 * Clicks a switch that is on, and waits until the server says that it is off.
 * @param {import('./lab.mjs').Lab} lab
 * @param {Page} page
 * @param {string} key LinkedIn's key of the setting
 */
export async function turnOffByHand(lab, page, key) {
  await page.bringToFront();
  const {on, x, y} = await waitFor(`the switch of ${key}`, () => page.evaluate(find, key));
  assert.ok(on, `${key} is on before it is clicked`);
  await page.mouse.click(x, y);
  await waitFor(`${key} to be off at the server`, async () => !(await lab.state()).settings[key]);
}
