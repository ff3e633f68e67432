/** Everything that LinkedIn may do wrong gets its honest outcome, and the other settings still succeed. */

import assert from 'node:assert/strict';
import {readReport} from './lib/report.mjs';
import {ESSENTIAL, SETTINGS, onAtTheServer, outcomes, turnedOff} from './lib/settings.mjs';
import {eachBrowser} from './lib/suite.mjs';

/**
 * @typedef {import('./lib/settings.mjs').Id} Id
 * @typedef {{what: string, id: Id, fault: import('./lib/lab.mjs').Fault, outcome: string, config?: import('./lib/lab.mjs').LabConfig}} Case
 */

const {key} = SETTINGS['ads-measure-success'];
const {page} = SETTINGS['ads-measure-success'];

/** @type {Case[]} */
const CASES = [
  {what: 'a save that is refused, the switch flips back at once', id: 'ads-measure-success', fault: {name: 'flips-back', key}, outcome: 'not-saved'},
  {what: 'a save that is refused, the switch stays off until the page is loaded again', id: 'ads-measure-success', fault: {name: 'save-500', key}, outcome: 'not-saved'},
  {what: 'a save that is answered with success and not kept', id: 'ads-measure-success', fault: {name: 'save-not-kept', key}, outcome: 'not-saved'},
  {what: 'a control that appears after seconds', id: 'ads-measure-success', fault: {name: 'control-late', key, seconds: 3}, outcome: 'turned-off'},
  {what: 'a control that never appears', id: 'ads-measure-success', fault: {name: 'control-missing', key}, outcome: 'not-found'},
  {what: 'a page that leads to its category', id: 'ads-measure-success', fault: {name: 'page-not-offered', page}, outcome: 'not-offered'},
  {what: 'a control that is disabled', id: 'ads-measure-success', fault: {name: 'control-disabled', key}, outcome: 'locked'},
  {what: 'two visible controls with the same key', id: 'ads-measure-success', fault: {name: 'control-doubled', key}, outcome: 'needs-you'},
  {what: 'a page of 100,000 elements', id: 'ads-measure-success', fault: {name: 'extra-nodes', page, n: 100_000}, outcome: 'turned-off'},
];

/** @param {string} outcome */
const isProved = (outcome) => outcome === 'turned-off' || outcome === 'already-off';

eachBrowser('faults', (test) => {
  for (const {what, id, fault, outcome} of CASES) {
    test(`${what}: ${outcome}`, async ({lab, ext}) => {
      await ext.choose({level: 'essential'});
      await ext.harden();
      const state = await ext.ended();

      assert.equal(state.run?.phase, 'ended');
      assert.deepEqual(outcomes(state, ESSENTIAL), turnedOff(ESSENTIAL, {[id]: outcome}));
      const after = await lab.state();
      assert.deepEqual(onAtTheServer(after, ESSENTIAL), isProved(outcome) ? [] : [id]);
      const clicks = after.saves.filter((save) => save.key === SETTINGS[id].key).length;
      assert.ok(clicks <= 3, `${clicks} clicks on ${id}`);
      if (['not-found', 'not-offered', 'locked', 'needs-you'].includes(outcome)) assert.equal(clicks, 0, 'nothing to click');
      const report = await readReport(await ext.opened('report/report.html'));
      assert.equal(Boolean(report.turned_off?.includes(id)), outcome === 'turned-off', 'reported as turned off');
      const expected = isProved(outcome) ? 'turned_off' : outcome === 'not-offered' ? 'not_offered' : 'not_off';
      assert.ok(report[expected]?.includes(id), `${id} stands under ${expected}: ${JSON.stringify(report)}`);
    }, {faults: [fault]});
  }
});
