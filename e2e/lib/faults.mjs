/** Two frames for faults: one at a time, or several in one run. Outcomes are honest, and the other settings still succeed. */

import assert from 'node:assert/strict';
import {readReport} from './report.mjs';
import {ALL, ESSENTIAL, SETTINGS, onAtTheServer, outcomes, turnedOff} from './settings.mjs';
import {eachBrowser} from './suite.mjs';

/**
 * @typedef {object} Case
 * @property {string} what
 * @property {import('./lab.mjs').Fault} fault
 * @property {'turned-off' | 'not-saved' | 'not-found' | 'not-offered' | 'locked' | 'needs-you'} outcome expected of the setting
 */

const ID = 'ads-measure-success';
/** The setting that the faults are about. */
export const {key, page} = SETTINGS[ID];

/** The table of the report in which a setting with this outcome stands. */
const TABLES = {
  'turned-off': 'turned_off',
  'not-saved': 'not_off',
  'not-found': 'not_off',
  'not-offered': 'not_offered',
  'locked': 'not_off',
  'needs-you': 'not_off',
};

/** Outcomes of a setting that there was nothing to click for. */
const UNTOUCHED = ['not-found', 'not-offered', 'locked', 'needs-you'];

/** More clicks than this on one setting would not be the pace of a person. */
const MOST_CLICKS = 3;

/**
 * @param {string} title
 * @param {Case[]} cases
 */
export function eachFault(title, cases) {
  eachBrowser(title, (test) => {
    for (const {what, fault, outcome} of cases) {
      test(`${what}: ${outcome}`, async ({lab, ext}) => {
        await ext.choose({level: 'essential'});
        await ext.harden();
        const state = await ext.ended();

        assert.equal(state.run?.phase, 'ended');
        assert.deepEqual(outcomes(state, ESSENTIAL), turnedOff(ESSENTIAL, {[ID]: outcome}));
        const after = await lab.state();
        assert.deepEqual(onAtTheServer(after, ESSENTIAL), outcome === 'turned-off' ? [] : [ID]);
        const clicks = after.saves.filter((save) => save.key === key).length;
        assert.ok(clicks <= (UNTOUCHED.includes(outcome) ? 0 : MOST_CLICKS), `${clicks} clicks`);

        const report = await readReport(await ext.opened('report/report.html'));
        const tables = Object.keys(report).filter((table) => report[table].includes(ID));
        assert.deepEqual(tables, [TABLES[outcome]], 'where the report has it');
      }, {faults: [fault]});
    }
  });
}

/** More loads of one page than this would look like a page that loads itself again for ever. */
const MOST_LOADS = 6;

/** Outcomes that say that a setting is off. */
const OFF = ['turned-off', 'already-off'];

/**
 * What a run says must be so at the server, and every setting it planned must have an outcome.
 * @param {import('./session.mjs').State} state
 * @param {import('./lab.mjs').LabState} lab
 * @param {import('./settings.mjs').Id[]} [ids] that the run planned
 */
export function assertHonest(state, lab, ids = ALL) {
  for (const id of ids) {
    const {outcome} = state.settings[id] ?? {};
    assert.ok(outcome, `${id} has an outcome`);
    if (OFF.includes(outcome)) assert.equal(lab.settings[SETTINGS[id].key], false, `${id} is called ${outcome}; at the server`);
  }
}

/**
 * What a run did must stay within the pace of a person, whatever the site does.
 * @param {import('./lab.mjs').LabState} lab
 * @param {string[]} [again] pages whose requests the browser sends again by itself
 */
export function assertBounded({log, saves}, again = []) {
  for (const id of ALL) {
    const {key: own, page: path} = SETTINGS[id];
    const clicks = saves.filter((save) => save.key === own).length;
    assert.ok(clicks <= MOST_CLICKS, `${id} was saved ${clicks} times`);
    // A redirect that leads to itself is one load.
    const loaded = log.filter((line) => line.kind === 'page' && line.path === path && !line.query?.includes('lab-loop')).length;
    if (!again.includes(path)) assert.ok(loaded <= MOST_LOADS, `${path} was loaded ${loaded} times`);
  }
}
