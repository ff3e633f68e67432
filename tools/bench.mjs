/**
 * `make bench`: what Offswitch costs, as ratios taken in one run on one machine, so that they can be compared from one
 * machine to the next. It writes docs/benchmarks.md and judges sizes only; no test depends on a clock.
 */

import { writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from '../e2e/lib/driver.mjs';
import { startLab } from '../e2e/lib/lab.mjs';
import { remove, root, temporary, unpackPackage } from '../e2e/lib/paths.mjs';
import { reaction, reports, storm } from './bench/agent.mjs';
import { document, line } from './bench/document.mjs';
import { coldStart, steps } from './bench/engine.mjs';
import { believers, LEVELS, wholeRuns } from './bench/runs.mjs';
import { sizes } from './bench/sizes.mjs';

/** @typedef {import('./bench/document.mjs').Row} Row */

// A short one leaves out the whole table.
const { values } = parseArgs({ options: { short: { type: 'boolean', default: false } } });
const all = /** @type {(keyof typeof LEVELS)[]} */ (Object.keys(LEVELS));
const levels = values.short ? all.slice(0, 1) : all;

/** @type {Row[]} */
const rows = [];
/** @param {Omit<Row, 'browser'>[]} found @param {string} [browser] in which it was measured */
function add(found, browser = '') {
  const told = found.map((each) => ({ ...each, browser }));
  for (const each of told) console.log(line(each));
  rows.push(...told);
}

const { engine, rows: sizeRows } = sizes();
add(sizeRows);
if (sizeRows.some(({ missed }) => missed)) process.exitCode = 1;

const versions = [];
const extension = unpackPackage();
const lab = await startLab();
try {
  for (const name of /** @type {const} */ (['chromium', 'firefox'])) {
    const profile = temporary('bench');
    const driver = await launch(name, { extension, profile, headless: true, lab });
    try {
      const title = name === 'firefox' ? 'Firefox' : 'Chromium';
      versions.push((await driver.browser.version()).replace('/', ' '));
      for (const measure of [reports, reaction, storm, steps]) add(await measure(driver), title);
      add(await wholeRuns(driver, lab, levels), title);
      add(await believers(driver, lab), title);
      // What the optimizer gains is in question only because it is a tool more to trust; one browser is enough to tell.
      const compared = name === 'chromium' ? engine.without.slice(-1) : [];
      add(await coldStart(driver, extension, Object.fromEntries(compared.map(({ trick, file }) => [`without ${trick}`, file]))), title);
    } finally {
      await driver.close();
      remove(profile);
    }
  }
} finally {
  await lab.stop();
  remove(extension);
}

const day = new Date().toISOString().slice(0, 10);
const machine = `One run on ${day}: ${os.cpus().length} cores of ${os.cpus()[0].model.trim()}, ${versions.join(', ')}, Node.js ${process.version}, ${engine.go}.`;
writeFileSync(path.join(root, 'docs/benchmarks.md'), document(rows, engine, machine));
console.log('\ndocs/benchmarks.md is written');
