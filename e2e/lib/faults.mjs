/** One frame for all faults of a single setting: its outcome is honest, and the other settings still succeed. */

import assert from 'node:assert/strict';
import {readReport} from './report.mjs';
import {ESSENTIAL, SETTINGS, onAtTheServer, outcomes, turnedOff} from './settings.mjs';
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
