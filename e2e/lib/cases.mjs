/** Pages of every kind for the agent alone, and what is expected of each. Each page tells the lab of every click that no person made. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ORIGIN } from './lab.mjs';
import { root } from './paths.mjs';
import { listen } from './recorder.mjs';
import { waitFor } from './wait.mjs';

/**
 * @typedef {import('./recorder.mjs').Snapshot} Snapshot
 * @typedef {Snapshot['controls'][number]} Control
 * @typedef {import('./suite.mjs').Fixture} Fixture
 */

export const AI = '/mypreferences/d/settings/data-for-ai-improvement';
export const AGE = '/mypreferences/d/settings/ads-by-age';
export const DENIED = '/mypreferences/d/close-accounts';
export const KEY = 'allowDataForGenerativeAI';

const TELL = `<script type="module">
import { save } from '/lab/save.js';
document.addEventListener('click', (event) => { if (!event.isTrusted) void save('${KEY}', { on: false, trusted: false }); }, true);
</script>`;

/**
 * @param {string} body
 * @param {{dir?: string, head?: string}} [more]
 */
export const page = (
  body,
  { dir = 'ltr', head = '' } = {},
) => `<!doctype html><html lang="en" dir="${dir}"><head><meta charset="utf-8">${head}</head>
<body><header><nav><a href="/in/lab-member/">Me</a></nav></header>${body}${TELL}</body></html>`;

export const NAME = `<span id="${KEY}">Use my data</span>`;
export const SWITCH = `<input type="checkbox" role="switch" aria-labelledby="${KEY}" checked>`;
/** @param {string} more attributes */
export const box = (more) => SWITCH.replace('>', ` ${more}>`);
/** @param {string} inner */
export const main = (inner) => page(`<main>${NAME}${inner}</main>`);
/** @param {string} text */
export const script = (text) => `<script>${text}</script>`;
export const SHADOW = `const shadow = (el, html) => { el.attachShadow({ mode: 'open' }).innerHTML = html; };`;

/** @param {string} name */
export const stored = (name) => readFileSync(path.join(root, 'e2e/cases', `${name}.html`), 'utf8').replace('</body>', `${TELL}</body>`);

export const usable = { on: true, enabled: true, busy: false, visible: true, frame: '' };

/**
 * A page and what is expected of it.
 * @typedef {object} Case
 * @property {string} html
 * @property {Record<string, string>} [frames] other pages, by path
 * @property {Partial<Control> | null} [control] the control with the key; null: there is none
 * @property {(snapshot: Snapshot, heard: import('./recorder.mjs').Heard) => boolean} [until] what has to have come before
 * @property {(snapshot: Snapshot) => unknown} [also]
 * @property {string} [click] why a click is not carried out; empty: it is, and the server hears of it
 * @property {Partial<import('../../extension/messages.js').Click>} [order] what the order says otherwise
 * @property {string} [after] what happens in the page between the look and the click
 */

/** @param {Control} control */
const named = ({ key, id }) => key.split(' ').includes(KEY) || id === KEY;

/**
 * @param {Fixture} fixture
 * @param {Record<string, Case>} cases
 */
export async function eachCase({ lab, ext }, cases) {
  const agent = await listen(ext);
  for (const [name, { html, frames = {}, control, until = () => true, also = () => {}, click, after, order }] of Object.entries(cases)) {
    await lab.reset({ html: { [AI]: html, ...frames } });
    const tab = await ext.driver.open(ORIGIN + AI);
    try {
      const ofKey = (/** @type {Snapshot} */ { controls }) => controls.filter(named);
      const agrees = (/** @type {Snapshot} */ snapshot) => {
        if (control === undefined) return true;
        const [one, ...more] = ofKey(snapshot);
        if (control === null) return !one;
        return (
          !!one && more.length === 0 && Object.entries(control).every(([member, value]) => one[/** @type {'on'} */ (member)] === value)
        );
      };
      const snapshot = await agent.until(
        `${name}: ${JSON.stringify(control)}`,
        (now, heard) => now.ready && until(now, heard) && agrees(now),
      );
      also(snapshot);
      if (click !== undefined) {
        if (after) await tab.evaluate(after);
        const index = snapshot.controls.findIndex(named);
        const why = await agent.click(snapshot, index, { key: KEY, ...order });
        assert.equal(why, click, 'why nothing was clicked');
        const { saves, violations } = await waitFor('the server to hear of the click', async () => {
          const state = await lab.state();
          return (click !== '' || state.saves.length > 0) && state;
        });
        assert.equal(saves.length, click === '' ? 1 : 0, 'clicks that the server heard of');
        assert.deepEqual(violations, []);
      }
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? error.message : error}`, { cause: error });
    }
    await tab.close();
    // What a closed page said would be taken for the word of the next one.
    await waitFor('the page to be gone', async () => !(await agent.ask()).snapshot);
  }
}
