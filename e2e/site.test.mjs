/** The site misbehaves in many ways in one run: every outcome is honest, and nothing is tried without end. */

import assert from 'node:assert/strict';
import {describe} from 'node:test';
import {assertBounded, assertHonest} from './lib/faults.mjs';
import {ALL, SETTINGS, onAtTheServer, outcomes, turnedOff} from './lib/settings.mjs';
import {eachBrowser} from './lib/suite.mjs';

/**
 * @typedef {import('./lib/settings.mjs').Id} Id
 * @typedef {import('./lib/lab.mjs').Fault} Fault
 * @typedef {import('./lib/lab.mjs').LabState} LabState
 */

/** Such runs wait as long as the engine's patience lasts. */
const TIMEOUT = 300_000;

/** What LinkedIn's "too many requests" is answered with: nothing for so long, in milliseconds. */
const HOLD_OFF = 30_000;

/**
 * @typedef {object} Run
 * @property {string} about
 * @property {[Id, Fault, string][]} faults of a setting, or of its page where the name says so, with the outcome
 * @property {(lab: LabState) => void} [also] what else must hold
 */

/** @type {Run[]} */
const RUNS = [
  {
    about: 'saves',
    faults: [
      ['ai-training', {name: 'save-403'}, 'not-saved'],
      ['research', {name: 'save-429', seconds: 1, times: 1}, 'turned-off'],
      ['non-essential-cookies', {name: 'save-slow', seconds: 3}, 'turned-off'],
      ['ads-data-from-others', {name: 'save-silent'}, 'not-saved'],
      ['ads-inferred-location', {name: 'save-reset'}, 'not-saved'],
      ['ads-interests', {name: 'pessimistic', seconds: 1}, 'turned-off'],
    ],
    also({saves}) {
      const at = saves.findIndex(({status}) => status === 429);
      assert.ok(saves[at + 1].at - saves[at].at >= HOLD_OFF, 'nothing is clicked for a while after "too many requests"');
    },
  },
  {
    about: 'pages',
    faults: [
      ['ai-training', {name: 'page-slow', seconds: 20, times: 1}, 'turned-off'],
      ['research', {name: 'page-reset'}, 'unreachable'],
      ['non-essential-cookies', {name: 'page-loop'}, 'unreachable'],
      ['ads-data-from-others', {name: 'page-429', seconds: 1, times: 1}, 'turned-off'],
      ['ads-measure-success', {name: 'page-500'}, 'unreachable'],
      ['ads-inferred-location', {name: 'page-elsewhere'}, 'unreachable'],
      ['ads-age', {name: 'word-wrong'}, 'turned-off'],
    ],
  },
  {
    about: 'pages without controls',
    faults: [
      ['ai-training', {name: 'page-error'}, 'not-found'],
      ['ads-data-from-others', {name: 'stale-tab'}, 'turned-off'],
    ],
  },
  {
    about: 'controls',
    faults: [
      ['ai-training', {name: 'control-replaced'}, 'turned-off'],
      ['research', {name: 'control-in-dialog'}, 'needs-you'],
      ['non-essential-cookies', {name: 'drawn-wrong', seconds: 1}, 'turned-off'],
      ['ads-data-from-others', {name: 'hydrates-late'}, 'turned-off'],
      ['ads-measure-success', {name: 'dialog-on-load'}, 'needs-you'],
      ['ads-inferred-location', {name: 'page-mutates'}, 'turned-off'],
      ['ads-interests', {name: 'extra-nodes', n: 50_000}, 'turned-off'],
    ],
  },
];

const ofPage = (/** @type {string} */ name) => /^(page|extra|dialog|stale)-/.test(name);

/**
 * @param {Run[]} runs
 */
function declare(runs) {
  eachBrowser(runs.map(({about}) => about).join(' and '), (test) => {
    for (const {about, faults, also = () => {}} of runs) {
      test(`${about}: ${faults.map(([, {name}]) => name).join(', ')}`, async ({lab, ext}) => {
        await ext.choose({level: 'strict'});
        await ext.harden();
        const state = await ext.ended({timeout: TIMEOUT - 30_000});
        const after = await lab.state();
        assertHonest(state, after);
        assertBounded(after, faults.filter(([, {name}]) => name === 'page-reset').map(([id]) => SETTINGS[id].page));
        const others = /** @type {Partial<Record<Id, string>>} */ (Object.fromEntries(faults.map(([id, , outcome]) => [id, outcome])));
        assert.deepEqual([state.run?.phase, outcomes(state, ALL)], ['ended', turnedOff(ALL, others)]);
        assert.deepEqual(onAtTheServer(after, ALL), ALL.filter((id) => (others[id] ?? 'turned-off') !== 'turned-off'));
        also(after);
      }, {
        faults: faults.map(([id, fault]) => ({...fault, ...(ofPage(fault.name) ? {page: SETTINGS[id].page} : {key: SETTINGS[id].key})})),
      }, {timeout: TIMEOUT});
    }
  }, {together: true});
}

// They wait most of the time, so they wait together.
describe('a site that misbehaves', {concurrency: 2}, () => {
  declare(RUNS.slice(0, 2));
  declare(RUNS.slice(2));
});
