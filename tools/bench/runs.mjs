/** What a run takes beside the loads of the same pages, and how many loads it makes. */

import { openSession, runOf } from '../../e2e/lib/session.mjs';
import { ESSENTIAL, onAtTheServer } from '../../e2e/lib/settings.mjs';
import { median, ms, row } from './document.mjs';

/**
 * @typedef {import('../../e2e/lib/driver.mjs').Driver} Driver
 * @typedef {import('../../e2e/lib/lab.mjs').Lab} Lab
 */

const ORIGIN = 'https://www.linkedin.com';

/** How long the lab lets a page wait before it answers, in milliseconds. */
const DELAYS = [0, 500, 1_500];
/** How many settings a level turns off is what a run's time depends on. */
export const LEVELS = /** @type {const} */ ({ essential: 'five settings', strict: 'the whole table' });
/** Whole runs are long; short ones are told apart by their median. */
const SHORT_RUNS = 3;

/**
 * A first run and the second look right after it, each against loading the same pages in the same order.
 * @param {Driver} driver
 * @param {Lab} lab
 * @param {(keyof typeof LEVELS)[]} levels
 */
export async function wholeRuns(driver, lab, levels) {
  const rows = [];
  for (const level of levels) {
    const many = LEVELS[level];
    for (const delay of DELAYS) {
      const times = { first: /** @type {Pair[]} */ ([]), second: /** @type {Pair[]} */ ([]) };
      for (let i = 0; i < (delay || level === 'strict' ? 1 : SHORT_RUNS); i++) {
        await lab.reset(slow(delay));
        const session = await ready(driver, level);
        const first = await watched(lab, () => runOf(session, () => session.harden()));
        const second = await watched(lab, () => runOf(session, () => session.ask({ command: 'harden' }, 'now')));
        await session.close();
        times.first.push(await paired(driver, first));
        times.second.push(await paired(driver, second));
      }
      const most = delay === 1_500 ? { most: 1.3, budget: '1.3x bare navigation' } : {};
      rows.push(comparison(`first run over ${many}`, delay, times.first, most));
      rows.push(comparison(`second look at ${many}`, delay, times.second, most));
      if (level === 'strict' && !delay) rows.push(...loads(times.first[0], times.second[0]));
    }
  }
  await lab.reset(slow(1_500));
  rows.push(
    comparison('first run over five settings, at the gentle pace', 1_500, [
      await paired(driver, await watched(lab, () => run(driver, 'essential', true))),
    ]),
  );
  return rows;
}

/** @typedef {{own: number, bare: number, loads: number, changed: number}} Pair times in milliseconds, loads, and pages on which it clicked */

/** @param {number} delay in milliseconds */
const slow = (delay) => ({ region: 'us', ...(delay && { faults: [{ name: 'page-slow', seconds: delay / 1000 }] }) });

/**
 * @param {string} what
 * @param {number} delay
 * @param {Pair[]} pairs
 * @param {{most?: number, budget?: string}} [limit]
 */
function comparison(what, delay, pairs, limit = {}) {
  const own = median(pairs.map((each) => each.own));
  const bare = median(pairs.map((each) => each.bare));
  return row({
    what: `${what}, ${pairs[0].loads} loads, where a page takes ${delay.toLocaleString('en')} ms`,
    measured: `${ms(own)}, bare ${ms(bare)}`,
    value: own / bare,
    ...limit,
  });
}

/** @typedef {{own: number, visited: string[], changed: number}} Watched how long a run took, where it was, and on how many pages it clicked */

/**
 * @param {Lab} lab
 * @param {() => Promise<import('../../e2e/lib/session.mjs').State>} act a run, to its end
 * @returns {Promise<Watched>}
 */
async function watched(lab, act) {
  await lab.clear();
  const own = lengthOf(await act());
  const after = await lab.state();
  return { own, visited: pages(after), changed: new Set(after.clicks.map(({ path }) => path)).size };
}

/**
 * @param {Driver} driver
 * @param {Watched} run
 * @returns {Promise<Pair>} the same beside the bare loads of the same pages
 */
async function paired(driver, { own, visited, changed }) {
  return { own, bare: await walk(driver, visited), loads: visited.length, changed };
}

/** How a tool works that clicks and believes: it looks for its switch once a second, six times, and proves nothing. */
const POLL = { every: 1_000, tries: 6 };

/**
 * A first run beside an imitation of a tool that calls a click a success, on a good site and on one that is wrong at first: what
 * each takes, and how many of the settings that it says are off are on at the server.
 * @param {Driver} driver
 * @param {Lab} lab
 */
export async function believers(driver, lab) {
  const table = (await lab.rows()).filter(({ id }) => ESSENTIAL.includes(id));
  const rows = [];
  for (const [about, faults] of /** @type {const} */ ([
    ['', []],
    [' whose switches are drawn in the opposite state for two seconds', [{ name: 'drawn-wrong', seconds: 2 }]],
    [' that answers each save and keeps nothing', [{ name: 'save-not-kept' }]],
  ])) {
    await lab.reset({ region: 'us', faults: [...faults] });
    const state = await run(driver, 'essential');
    const own = lengthOf(state);
    const proved = ESSENTIAL.filter((id) => state.settings[id]?.proof);
    const wrongly = await stillOn(lab, proved);

    await lab.reset({ region: 'us', faults: [...faults] });
    const believed = await believe(driver, table);
    const wrong = await stillOn(lab, believed.done);
    if (!about && (proved.length < table.length || believed.done.length < table.length))
      throw new Error(`on a good site each finds all ${table.length}: ${proved.length} and ${believed.done.length} did`);
    rows.push(
      row({
        what: `a site${about}: Offswitch calls ${proved.length} of ${table.length} off, ${wrongly} of them wrongly; a tool that clicks and believes ${believed.done.length}, ${wrong} of them wrongly`,
        measured: `${ms(own)}, the tool ${ms(believed.spent)}`,
        value: own / believed.spent,
      }),
    );
  }
  return rows;
}

/** @param {Lab} lab @param {string[]} ids @returns {Promise<number>} how many of them are on at the server */
const stillOn = async (lab, ids) => onAtTheServer(await lab.state(), ids).length;

/**
 * @param {Driver} driver
 * @param {Awaited<ReturnType<Lab['rows']>>} table
 * @returns {Promise<{done: string[], spent: number}>} what such a tool calls done, and how long it took, in milliseconds
 */
async function believe(driver, table) {
  const tab = await driver.open('about:blank');
  const began = performance.now();
  const done = [];
  for (const { id, key, path } of table) {
    await tab.goto(ORIGIN + path, { waitUntil: 'load' });
    const found = await tab.evaluate(
      async (name, { every, tries }) => {
        for (let i = 0; i < tries; i++) {
          const control = document.querySelector(`[role=switch][aria-labelledby="${name}"], [id="${name}"]`);
          if (control instanceof HTMLElement) {
            const on = control instanceof HTMLInputElement ? control.checked : control.getAttribute('aria-checked') === 'true';
            if (on) control.click();
            return true;
          }
          await new Promise((resolve) => setTimeout(resolve, every));
        }
        return false;
      },
      key,
      POLL,
    );
    if (found) done.push(id);
  }
  const spent = performance.now() - began;
  await tab.close();
  return { done, spent };
}

/**
 * @param {Pair} first of the whole table
 * @param {Pair} second
 */
const loads = (first, second) => [
  row({
    what: 'page loads of a first run over the whole table, for each page that is changed',
    measured: `${first.loads} loads, ${first.changed} pages`,
    value: first.loads / first.changed,
    most: 1.5,
  }),
  row({
    what: 'page loads of a second look at the whole table',
    measured: `${second.loads} loads`,
    value: second.loads,
    shown: '',
    most: 14,
    budget: '14',
  }),
];

/** @param {import('../../e2e/lib/lab.mjs').LabState} state */
const pages = ({ log }) => log.filter(({ kind }) => kind === 'page').map((request) => request.path);

/**
 * @param {Driver} driver
 * @param {string} level
 * @param {boolean} [gentle] whether it rests between pages
 */
async function ready(driver, level, gentle = false) {
  const session = await openSession(driver);
  await session.chosen({ level });
  await session.ask({ command: 'choose', gentle }, 'now');
  return session;
}

/**
 * @param {Driver} driver
 * @param {string} level
 * @param {boolean} [gentle]
 */
async function run(driver, level, gentle) {
  const session = await ready(driver, level, gentle);
  const state = await runOf(session, () => session.harden());
  await session.close();
  return state;
}

/** @param {import('../../e2e/lib/session.mjs').State} state @returns {number} how long its run took, in milliseconds */
const lengthOf = (state) => (state.run ? state.run.ended - state.run.started : 0);

/**
 * @param {Driver} driver
 * @param {string[]} visited
 */
async function walk(driver, visited) {
  const tab = await driver.open('about:blank');
  const began = performance.now();
  for (const at of visited) {
    // The lab's usual front end draws a page whole. What is only looked at may have no switch to wait for.
    await tab.goto(ORIGIN + at, { waitUntil: 'load' });
  }
  const spent = performance.now() - began;
  await tab.close();
  return spent;
}
