/** What a run takes beside the loads of the same pages, and how many loads it makes. */

import { openSession, runOf } from '../../e2e/lib/session.mjs';
import { SELECTOR } from './agent.mjs';
import { median, ms, row } from './document.mjs';

/**
 * @typedef {import('../../e2e/lib/driver.mjs').Driver} Driver
 * @typedef {import('../../e2e/lib/lab.mjs').Lab} Lab
 */

const ORIGIN = 'https://www.linkedin.com';

/**
 * A run, against loading the same pages in the same order and waiting for a switch on each.
 * @param {Driver} driver
 * @param {Lab} lab
 */
export async function wholeRuns(driver, lab) {
  const rows = [];
  for (const { delay, count, gentle } of [
    { delay: 0, count: 3, gentle: false },
    { delay: 500, count: 1, gentle: false },
    { delay: 1_500, count: 1, gentle: false },
    { delay: 1_500, count: 1, gentle: true },
  ]) {
    const config = delay ? { faults: [{ name: 'page-slow', seconds: delay / 1000 }] } : {};
    const runs = [];
    const walks = [];
    let loads = 0;
    for (let i = 0; i < count; i++) {
      await lab.reset(config);
      runs.push(await run(driver, 'essential', gentle));
      const visited = pages(await lab.state());
      loads = visited.length;
      await lab.reset(config);
      walks.push(await walk(driver, visited));
    }
    const [own, bare] = [median(runs), median(walks)];
    rows.push(
      row({
        what: `whole run of ${loads} loads, proving ones included, where a page takes ${delay.toLocaleString('en')} ms${gentle ? ', at the gentle pace' : ''}`,
        measured: `${ms(own)}, bare ${ms(bare)}`,
        value: own / bare,
        ...(delay === 1_500 && !gentle && { most: 1.3, budget: '1.3x bare navigation' }),
      }),
    );
  }
  return rows;
}

/**
 * The loads of a run over every setting that the lab offers and a click can turn off, and of a check right after it.
 * @param {Driver} driver
 * @param {Lab} lab
 */
export async function loads(driver, lab) {
  await lab.reset({ region: 'us' });
  const session = await openSession(driver);
  await session.chosen({ level: 'strict' });
  await session.harden();
  await session.ended();
  const after = await lab.state();
  const pageOf = new Map((await lab.rows()).map((setting) => [setting.key, setting.path]));
  const changed = new Set(after.saves.map(({ key }) => pageOf.get(key))).size;

  await lab.clear();
  await runOf(session, () => session.ask({ command: 'check' }, 'now'));
  const again = pages(await lab.state()).length;
  await session.close();

  const all = pages(after).length;
  return [
    row({
      what: 'page loads of a run over the whole table, for each page that is changed',
      measured: `${all} loads, ${changed} pages`,
      value: all / changed,
      most: 1.5,
    }),
    row({ what: 'page loads of a check right after it', measured: `${again} loads`, value: again, shown: '', most: 14, budget: '14' }),
  ];
}

/** @param {import('../../e2e/lib/lab.mjs').LabState} state */
const pages = ({ log }) => log.filter(({ kind }) => kind === 'page').map((request) => request.path);

/**
 * @param {Driver} driver
 * @param {string} level
 * @param {boolean} gentle whether it rests between pages
 * @returns {Promise<number>} how long it took, in milliseconds
 */
async function run(driver, level, gentle) {
  const session = await openSession(driver);
  await session.chosen({ level });
  await session.ask({ command: 'choose', gentle }, 'now');
  await session.harden();
  const state = /** @type {any} */ (await session.ended());
  await session.close();
  return state.run.ended - state.run.started;
}

/**
 * @param {Driver} driver
 * @param {string[]} visited
 */
async function walk(driver, visited) {
  const tab = await driver.open('about:blank');
  const began = performance.now();
  for (const at of visited) {
    await tab.goto(ORIGIN + at, { waitUntil: 'load' });
    await tab.waitForSelector(SELECTOR);
  }
  const spent = performance.now() - began;
  await tab.close();
  return spent;
}
