/**
 * `make soak`: many runs in one browser. Memory, storage and the time that a run takes must not grow once they have settled.
 * Every fifth run hardens an account in which everything is on again; between them one setting is turned on again, as the
 * person asks, and off again, and then another.
 *
 *   make soak [N=500] [BROWSER=chromium]
 */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { launch } from '../e2e/lib/driver.mjs';
import { startLab } from '../e2e/lib/lab.mjs';
import { remove, temporary, unpackPackage } from '../e2e/lib/paths.mjs';
import { openSession, runOf } from '../e2e/lib/session.mjs';
import { COUPLED, ESSENTIAL, onAtTheServer, outcomes, turnedOff } from '../e2e/lib/settings.mjs';

const { values } = parseArgs({ options: { n: { type: 'string', default: '500' }, browser: { type: 'string', default: 'chromium' } } });
const runs = Number(values.n);
const name = values.browser === 'firefox' ? 'firefox' : 'chromium';

/** How often is measured. */
const SAMPLES = 20;
/** One run that hardens everything, and those of single settings after it. */
const ROUND = 5;
/** The stored state holds bounded lists; when all of them are full it is still below this, in bytes. */
const MOST_STORED = 200_000;
/** From the second quarter to the last, in bytes: what grows more has a leak. Caches fill up in the first quarter. */
const MOST_GROWTH = 50_000_000;
/** From the second quarter to the last: what takes this much longer does more with every run. */
const MOST_SLOWER = 1.5;

if (!Number.isInteger(runs) || runs < SAMPLES * ROUND) throw new Error(`N=${values.n}: expected a number of at least ${SAMPLES * ROUND}`);

const profile = temporary(name);
const extension = unpackPackage();
const lab = await startLab();
const driver = await launch(name, { extension, profile, headless: true, lab });
try {
  await lab.reset();
  const ext = await openSession(driver);
  await ext.chosen({ level: 'essential' });
  for (const page of await ext.tabsAt(driver.address('welcome/'))) await page.close();

  /** What there is after a number of runs. @param {number} n */
  async function measure(n) {
    await ext.runTabClosed();
    const stored = JSON.stringify(await ext.stored()).length;
    const tabs = (await driver.addresses()).length;
    await driver.collectGarbage();
    const { all, own } = memoryBelow(driver.browser.process()?.pid ?? assert.fail('the browser has a process'));
    // The quickest of those that harden everything: what else the machine did meanwhile is no matter.
    const time = Math.min(...times.splice(0));
    console.log(
      `${String(n).padStart(5)} runs: ${stored} bytes stored, ${tabs} tabs, ${megabytes(all)} of memory, ${megabytes(own)} of it in the extension's own process, ${(time / 1000).toFixed(1)} s a run`,
    );
    // Firefox does not say which process is the extension's.
    return { stored, tabs, memory: own || all, time };
  }

  /** @type {number[]} how long each run that hardened everything took since the last measure, in milliseconds */
  const times = [];
  /** @type {typeof ESSENTIAL[number]} the setting that was turned on again last */
  let undone = ESSENTIAL[0];
  const singles = ESSENTIAL.filter((id) => id !== COUPLED);

  /** @type {Awaited<ReturnType<typeof measure>>[]} */
  const samples = [];
  for (let n = 1; n <= runs; n += 1) {
    const place = (n - 1) % ROUND;
    if (place === 0) {
      await lab.reset();
      const start = performance.now();
      const state = await runOf(ext, () => ext.ask({ command: 'harden' }, 'now'));
      times.push(performance.now() - start);
      assert.deepEqual(outcomes(state, ESSENTIAL), turnedOff(ESSENTIAL), `outcomes of run ${n}`);
    } else if (place % 2) {
      undone = singles[n % singles.length];
      await runOf(ext, () => ext.ask({ command: 'undo', settings: [undone] }, 'now'));
    } else {
      await runOf(ext, () => ext.ask({ command: 'only', setting: undone }, 'now'));
    }
    assert.deepEqual(onAtTheServer(await lab.state(), ESSENTIAL), place % 2 ? [undone] : [], `on at the server after run ${n}`);
    if (n % Math.floor(runs / SAMPLES) === 0) samples.push(await measure(n));
  }
  const quarter = Math.floor(samples.length / 4);
  const [before, after] = [samples.slice(quarter, 2 * quarter), samples.slice(-quarter)];
  // What was made while it was measured is garbage of the next time: the least of some samples is what is really held.
  const least = (/** @type {{memory: number}[]} */ some) => Math.min(...some.map(({ memory }) => memory));
  console.log(`memory held: ${megabytes(least(before))} in the second quarter, ${megabytes(least(after))} in the last`);
  assert.ok(least(after) - least(before) < MOST_GROWTH, 'memory grows with the runs');
  const quickest = (/** @type {{time: number}[]} */ some) => Math.min(...some.map(({ time }) => time));
  assert.ok(quickest(after) < MOST_SLOWER * quickest(before), 'runs take longer and longer');
  assert.ok(
    after.every(({ stored }) => stored < MOST_STORED),
    'the stored state grows with the runs',
  );
  assert.ok(
    after.every(({ tabs }) => tabs <= before[0].tabs),
    'tabs are left open',
  );
  console.log(`${runs} runs, and nothing grew`);
} finally {
  await driver.close();
  await lab.stop();
  for (const directory of [profile, extension]) remove(directory);
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${Math.round(bytes / 1e6)} MB`;
}

/**
 * The memory of a process and all below it, with its part of what several of them share.
 * @param {number} root
 * @returns {{all: number, own: number}} bytes, of the whole browser and of the process that runs the extension
 */
function memoryBelow(root) {
  if (process.platform !== 'linux') throw new Error('the memory of processes is read from /proc: expected Linux');
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const entry of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    const stat = orNothing(`/proc/${entry}/stat`);
    // The name before it may hold anything, even brackets.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  let all = 0;
  let own = 0;
  for (const queue = [root]; queue.length > 0; ) {
    const id = /** @type {number} */ (queue.pop());
    queue.push(...(children.get(id) ?? []));
    const found = /^Pss:\s+(\d+) kB/m.exec(orNothing(`/proc/${id}/smaps_rollup`));
    const bytes = Number(found?.[1] ?? 0) * 1024;
    all += bytes;
    if (orNothing(`/proc/${id}/cmdline`).includes('--extension-process')) own += bytes;
  }
  return { all, own };
}

/** @param {string} file of a process, which may end while it is looked at */
function orNothing(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
