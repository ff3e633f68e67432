/**
 * A background that stands still after each thing that a run does until it is killed. The package is used as it ships but for
 * the two lines of background.js that carry something out during a run, so that every moment between two effects can be hit, however fast the machine is.
 */

import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** How background.js carries an answer out, and how it freezes between. */
const LINES = [
  ['if (store) await keep(store);', "if (store) { await keep(store); await freeze({ do: 'store' }); }"],
  [
    'for (const effect of effects) await perform(effect);',
    'for (const effect of effects) { await perform(effect); await freeze(effect); }',
  ],
];

/**
 * Stands still for ever where the run was never stopped before: after this effect, as far as the run has come. How far
 * that is leaves out times, documents and loads, which grow without getting further. It runs in the background.
 * @param {{do: string}} effect
 */
async function freeze(effect) {
  const { state } = await chrome.storage.local.get('state');
  const { phase, at, tab, doc, visits, ledger } = /** @type {any} */ (state)?.run ?? {};
  if (phase !== 'running' || effect.do === 'view') return;
  const entries = ledger.map((/** @type {any} */ { outcome, tries, looked, changed, acked }) => [outcome, tries, looked, changed, acked]);
  const howFar = JSON.stringify([effect.do, at, tab > 0, doc !== '', visits.length, visits[at].read, entries]);
  const { frozen = [] } = /** @type {{frozen?: string[]}} */ (await chrome.storage.session.get('frozen'));
  if (frozen.includes(howFar)) return;
  await chrome.storage.session.set({ frozen: [...frozen, howFar] });
  await new Promise(() => {});
}

/** @param {string} extension directory of an unpacked package, which is changed */
export function freezing(extension) {
  const file = path.join(extension, 'background.js');
  let source = readFileSync(file, 'utf8');
  for (const [line, frozen] of LINES) {
    const parts = source.split(line);
    assert.equal(parts.length, 2, `background.js carries answers out in one place: ${line}`);
    source = parts.join(frozen);
  }
  writeFileSync(file, `${source}\n${freeze}\n`);
}
