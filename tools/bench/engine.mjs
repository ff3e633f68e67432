/** What a step of the engine takes, and what its start does. */

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { out, root } from '../../e2e/lib/paths.mjs';
import { openSession } from '../../e2e/lib/session.mjs';
import { median, ms, row, times } from './document.mjs';

/** @typedef {import('../../e2e/lib/driver.mjs').Driver} Driver */

/** A snapshot like that of a page with so many switches. @param {number} count */
const crowded = (count) => ({
  path: '/mypreferences/d/settings/ads-by-age',
  lang: 'en',
  frontEnd: 'ember',
  ready: true,
  status: 200,
  dialog: false,
  more: 0,
  rows: [],
  saves: [],
  controls: Array.from({ length: count }, (_, i) => ({
    ref: i + 1,
    kind: 'switch',
    key: i ? `labSwitch${i}` : 'allowAdsByAge',
    id: `switch-${i}`,
    label: `Lab switch number ${i}`,
    heading: 'Lab heading',
    on: true,
    moved: 0,
    clicks: 0,
    enabled: true,
    visible: true,
  })),
});

/** Steps and rounds of cold starts, the first of which do not count. */
const STEPS = 400;
const WARMING_UP = 100;
const ROUNDS = 42;
const UNSETTLED = 2;

/** How many switches the pages have, and how long a step of the crowded ones may take, in milliseconds. */
const CROWDS = { 10: undefined, 100: 5, 1000: undefined };

/**
 * A snapshot of many controls through the warm engine.
 * @param {Driver} driver
 */
export async function steps(driver) {
  const session = await openSession(driver);
  const page = await session.openPage('options/options.html');
  const rows = [];
  for (const [count, most] of Object.entries(CROWDS)) rows.push(await stepOf(page, Number(count), most));
  await session.close();
  return rows;
}

/**
 * @param {import('puppeteer-core').Page} page of the extension
 * @param {number} controls
 * @param {number} [most] that the step may take, in milliseconds
 */
async function stepOf(page, controls, most) {
  const [inBrowser, json] = await page.evaluate(
    async (snapshot, count, warmingUp) => {
      const { Engine } = await import(chrome.runtime.getURL('engine.js'));
      const own = new Engine(async () => ({ stored: null, fresh: false }));
      const middle = (/** @type {number[]} */ list) => list.slice(warmingUp).sort((a, b) => a - b)[Math.floor((count - warmingUp) / 2)];
      const taken = [];
      const written = [];
      for (let i = 0; i < count; i++) {
        let began = performance.now();
        await own.step({ type: 'snapshot', tab: 1, now: Date.now(), snapshot: { ...snapshot, doc: `${i}` } });
        taken.push(performance.now() - began);
        began = performance.now();
        // A single one is too short for the clock.
        for (let n = 0; n < 100; n++) JSON.parse(JSON.stringify(snapshot));
        written.push((performance.now() - began) / 100);
      }
      return [middle(taken), middle(written)];
    },
    crowded(controls),
    STEPS,
    WARMING_UP,
  );
  return row({
    what: `step for a snapshot of ${controls.toLocaleString('en')} controls, warm, encoding included`,
    measured: `${ms(inBrowser)}, JSON alone ${ms(json)}`,
    value: inBrowser,
    shown: times(inBrowser / json),
    ...(most && { most, budget: `${most} ms` }),
  });
}

/**
 * From a stopped background to its first answer, with the engine, with the least Go module there is, and with others, in turn.
 * @param {Driver} driver
 * @param {string} extension the directory of the unpacked package that the driver installs
 * @param {Record<string, string>} others files of other modules, by what is said of them
 */
export async function coldStart(driver, extension, others) {
  const file = path.join(extension, 'engine.wasm');
  const own = readFileSync(file);
  const compared = Object.entries(others).map(([about, module]) => ({ about, module: readFileSync(path.join(root, module)) }));
  const all = [{ about: '', module: own }, { about: 'empty', module: emptyModule() }, ...compared].map((each) => ({
    ...each,
    found: /** @type {number[]} */ ([]),
  }));
  const session = await openSession(driver);
  const page = await session.openPage('agent.js');
  for (let i = 0; i < ROUNDS; i++) {
    for (const { module, found } of all) {
      await session.killBackground();
      writeFileSync(file, module);
      const spent = await answered(page);
      if (i >= UNSETTLED) found.push(spent);
    }
  }
  await session.close();
  writeFileSync(file, own);
  const [shipped, empty, ...rest] = all.map(({ about, found }) => ({ about, time: median(found) }));
  return [
    row({
      what: 'cold start of the background to its first answer',
      measured: `${ms(shipped.time)}, empty ${ms(empty.time)}`,
      value: shipped.time / empty.time,
      most: 1.5,
      budget: '1.5x an empty Go module',
    }),
    ...rest.map(({ about, time }) => row({ what: `the same ${about}`, measured: ms(time), value: time / empty.time })),
  ];
}

/**
 * @param {import('puppeteer-core').Page} page of the extension
 * @returns {Promise<number>} how long the background took to answer it, in milliseconds
 */
function answered(page) {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const began = performance.now();
        const port = chrome.runtime.connect({ name: 'ui' });
        port.onMessage.addListener(() => {
          resolve(performance.now() - began);
          port.disconnect();
        });
        port.postMessage({ command: 'view', zone: 'UTC' });
      }),
  );
}

/** @returns {Buffer} */
function emptyModule() {
  const file = path.join(out, 'empty.wasm');
  const { status, error, stderr } = spawnSync(
    'go',
    ['build', '-buildmode=c-shared', '-trimpath', '-ldflags=-s -w -buildid=', '-o', file, './scripts/bench/empty'],
    { cwd: root, encoding: 'utf8', env: { ...process.env, GOOS: 'wasip1', GOARCH: 'wasm' } },
  );
  if (status !== 0) throw new Error(`the empty module does not build: ${error ?? stderr}`);
  return readFileSync(file);
}
