/**
 * `make soak`: many runs in one browser. Memory and storage must not grow once they have settled.
 *
 *   make soak [N=200] [BROWSER=chromium]
 */

import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {parseArgs} from 'node:util';
import {launch} from './lib/driver.mjs';
import {startLab} from './lib/lab.mjs';
import {remove, temporary, unpackPackage} from './lib/paths.mjs';
import {openSession} from './lib/session.mjs';
import {ESSENTIAL, onAtTheServer, outcomes, turnedOff} from './lib/settings.mjs';
import {waitFor} from './lib/wait.mjs';

const {values} = parseArgs({options: {n: {type: 'string', default: '200'}, browser: {type: 'string', default: 'chromium'}}});
const runs = Number(values.n);
const name = values.browser === 'firefox' ? 'firefox' : 'chromium';

/** Caches and history fill up at first; what is measured after so many runs is compared with the end. */
const settled = Math.max(2, Math.floor(runs / 4));

/** The stored state holds bounded lists; when all of them are full it is still below this, in bytes. */
const MOST_STORED = 200_000;
/** Growth after settling that is no leak, as parts of what was there. */
const MOST_GROWTH = 1.25;

if (!Number.isInteger(runs) || runs < 4) throw new Error(`N=${values.n}: expected a number of at least 4`);

const profile = temporary(name);
const extension = unpackPackage();
const lab = await startLab();
const driver = await launch(name, {extension, profile, headless: true, lab});
try {
  await lab.reset();
  const ext = await openSession(driver);
  await ext.choose({level: 'essential'});
  for (const page of await ext.tabsAt(driver.address('welcome/'))) await page.close();

  /** What there is after a number of runs. @param {number} n */
  async function measure(n) {
    const stored = JSON.stringify(await ext.stored()).length;
    const tabs = (await driver.addresses()).length;
    const memory = residentBytes(driver.browser.process()?.pid ?? assert.fail('the browser has a process'));
    console.log(`${String(n).padStart(5)} runs: ${stored} bytes stored, ${tabs} tabs, ${Math.round(memory / 1e6)} MB of memory`);
    return {stored, tabs, memory};
  }

  /** @type {Awaited<ReturnType<typeof measure>> | undefined} */
  let before;
  for (let n = 1; n <= runs; n += 1) {
    await lab.reset();
    await ext.ask({command: 'harden'}, 'now');
    const state = await waitFor(`run ${n} to end`, async () => {
      const now = await ext.state();
      return now?.run?.phase === 'ended' && (await lab.state()).saves.length > 0 && now;
    }, {timeout: 60_000, seen: ext.state});
    assert.deepEqual(outcomes(state, ESSENTIAL), turnedOff(ESSENTIAL), `outcomes of run ${n}`);
    assert.deepEqual(onAtTheServer(await lab.state(), ESSENTIAL), [], `on at the server after run ${n}`);
    if (n === settled) before = await measure(n);
    else if (n % Math.max(1, Math.floor(runs / 10)) === 0 && n !== runs) await measure(n);
  }
  const after = await measure(runs);
  if (!before) throw new Error('nothing was measured in between');
  assert.ok(after.stored < MOST_STORED, `${after.stored} bytes stored`);
  assert.ok(after.tabs <= before.tabs, `${after.tabs} tabs, ${before.tabs} before`);
  assert.ok(after.memory < before.memory * MOST_GROWTH, `${after.memory} bytes of memory, ${before.memory} before`);
  console.log(`${runs} runs, and nothing grew`);
} finally {
  await driver.close();
  await lab.stop();
  for (const directory of [profile, extension]) remove(directory);
}

/**
 * The memory that a process and all below it hold, without what several of them share.
 * @param {number} root
 */
function residentBytes(root) {
  if (process.platform !== 'linux') throw new Error('the memory of processes is read from /proc: expected Linux');
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const entry of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    const stat = orNothing(() => readFileSync(`/proc/${entry}/stat`, 'utf8'));
    // The name before it may hold anything, even brackets.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
  }
  let total = 0;
  for (const queue = [root]; queue.length > 0;) {
    const process = /** @type {number} */ (queue.pop());
    queue.push(...(children.get(process) ?? []));
    const found = /^Pss:\s+(\d+) kB/m.exec(orNothing(() => readFileSync(`/proc/${process}/smaps_rollup`, 'utf8')));
    total += Number(found?.[1] ?? 0) * 1024;
  }
  return total;
}

/** A process may end while it is looked at. @param {() => string} read */
function orNothing(read) {
  try {
    return read();
  } catch {
    return '';
  }
}
