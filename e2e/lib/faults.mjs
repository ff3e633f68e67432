/** Runs in which several things go wrong at once: every outcome is honest, the other settings still succeed, and nothing is tried without end. */

import assert from 'node:assert/strict';
import { stored } from './cases.mjs';
import { readReport } from './report.mjs';
import { COUPLED, onAtTheServer, outcomes, RECOMMENDED, SETTINGS, turnedOff } from './settings.mjs';
import { eachBrowser } from './suite.mjs';

/**
 * @typedef {import('./settings.mjs').Id} Id
 * @typedef {import('./lab.mjs').Fault} Fault
 * @typedef {import('./lab.mjs').LabState} LabState
 */

/** The groups of the report in one of which a setting with this outcome stands; what may be asked about stands in the question. */
const GROUPS = {
  'turned-off': ['off'],
  'not-saved': ['attention'],
  'not-found': ['attention'],
  'not-offered': ['out'],
  'locked': ['attention'],
  'needs-you': ['attention', 'by-hand', 'question'],
  'unreachable': ['attention'],
  'unchecked': ['open'],
  'on': ['open'],
};

/** @typedef {keyof typeof GROUPS} Outcome */

/** Outcomes of a setting that there was nothing to click for. */
const UNTOUCHED = ['not-found', 'not-offered', 'locked', 'needs-you', 'unreachable'];

/** More clicks than this on one setting would not be the pace of a person. */
const MOST_CLICKS = 3;

/** More loads of one page than this would look like a page that loads itself again for ever. */
const MOST_LOADS = 6;

/**
 * @typedef {object} Run
 * @property {string} about
 * @property {'us' | 'designated'} [region] where the run is made
 * @property {[Id, Fault, Outcome][]} faults of a setting, or of its page where the name says so, with the outcome
 * @property {[Id, string, Outcome, string][]} [cases] settings whose page is a stored case, with the outcome and why
 * @property {(lab: LabState) => void} [also] what else must hold
 */

/** Whether a fault, by its name, is one of a whole page. */
export const ofPage = (/** @type {string} */ name) => /^(page|extra|dialog|stale|account)-/.test(name);

/** The faults by which a page does not stay. */
const LEAVES = ['page-moves-on', 'page-reloads'];

/**
 * @param {string} title
 * @param {Run[]} runs
 */
export function eachRun(title, runs) {
  eachBrowser(title, (test) => {
    for (const { about, faults, region = 'us', cases = [], also = () => {} } of runs) {
      test(
        `${about}: ${[...faults.map(([, { name }]) => name), ...cases.map(([, name]) => name)].join(', ')}`,
        async ({ lab, ext }) => {
          await ext.chosen({ level: 'recommended', region });
          await ext.harden();
          const state = await ext.ended();
          const after = await lab.state();
          const saved = (/** @type {Id} */ id) => after.saves.some(({ key, kept }) => kept && key === SETTINGS[id].key);
          // A page that does not stay may have stayed for long enough to be clicked on; then nobody knows whether its save came
          // through, unless it did and LinkedIn's list says so. Where it did not, the setting may be called on, which it is.
          const listed = (/** @type {Id} */ id) => saved(id) && state.settings[id]?.proof === 'listed';
          const clicked = (/** @type {Id} */ id) => state.run?.ledger.some((entry) => entry.id === id && entry.tries > 0);
          const others = /** @type {Partial<Record<Id, Outcome>>} */ (
            Object.fromEntries([...faults, ...cases].map(([id, , outcome]) => [id, outcome]))
          );
          for (const [id, { name }] of faults) {
            if (!LEAVES.includes(name) || !(saved(id) || clicked(id))) continue;
            const calledOn = !saved(id) && state.settings[id]?.outcome === 'on';
            others[id] = listed(id) ? 'turned-off' : calledOn ? 'on' : 'unchecked';
          }
          // What went off with another one that was turned off is this run's doing all the same.
          others[COUPLED] ??= region === 'designated' ? 'not-offered' : 'turned-off';
          assert.deepEqual([state.run?.phase, outcomes(state, RECOMMENDED)], ['ended', turnedOff(RECOMMENDED, others)]);
          assert.deepEqual(
            onAtTheServer(after, RECOMMENDED),
            RECOMMENDED.filter((id) => {
              const outcome = others[id] ?? 'turned-off';
              return outcome === 'unchecked' ? !saved(id) : outcome !== 'turned-off';
            }),
          );
          const pagesWith = (/** @type {string} */ fault) =>
            faults.filter(([, { name }]) => name === fault).map(([id]) => SETTINGS[id].page);
          assertBounded(after, others, pagesWith('page-reset'), pagesWith('page-reloads'));
          for (const [id, , , why] of cases) assert.equal(state.settings[id].why, why, id);
          also(after);

          const report = await readReport(await ext.opened('report/report.html'));
          for (const [id] of [...faults, ...cases]) {
            const [where = 'question', ...more] = Object.keys(report).filter((group) => report[group].includes(id));
            assert.ok(GROUPS[others[id] ?? 'turned-off'].includes(where) && !more.length, `the report has ${id} in ${where} ${more}`);
          }
        },
        {
          region,
          html: Object.fromEntries(cases.map(([id, name]) => [SETTINGS[id].page, stored(name).replace('jo-doe', 'lab-member')])),
          faults: faults.map(([id, fault]) => ({
            ...fault,
            ...(ofPage(fault.name) ? { page: SETTINGS[id].page } : { key: SETTINGS[id].key }),
          })),
        },
      );
    }
  });
}

/**
 * What a run did must stay within the pace of a person, whatever the site does.
 * @param {LabState} lab
 * @param {Partial<Record<Id, Outcome>>} outcomes of the settings with a fault
 * @param {string[]} again pages that the browser asks for again
 * @param {string[]} reloading pages that ask for themselves again, which they may still do after the run has asked for the next
 */
function assertBounded({ log, saves }, outcomes, again, reloading) {
  // A redirect that leads to itself is one load.
  const loads = log.filter(({ kind, query }) => kind === 'page' && !query?.includes('lab-loop')).map(({ path }) => path);
  for (const id of RECOMMENDED) {
    const { key, page } = SETTINGS[id];
    const clicks = saves.filter((save) => save.key === key).length;
    assert.ok(clicks <= (UNTOUCHED.includes(outcomes[id] ?? '') ? 0 : MOST_CLICKS), `${id} was saved ${clicks} times`);
    const loaded = reloading.includes(page) ? inARow(loads, page) : loads.filter((path) => path === page).length;
    if (!again.includes(page)) assert.ok(loaded <= MOST_LOADS, `${page} was loaded ${loaded} times`);
  }
}

/** @param {(string | undefined)[]} loads @param {string} page @returns {number} how often it was loaded with no other page between, at most */
function inARow(loads, page) {
  let [now, most] = [0, 0];
  for (const path of loads) {
    now = path === page ? now + 1 : 0;
    most = Math.max(most, now);
  }
  return most;
}
