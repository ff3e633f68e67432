/**
 * `make page`: what Offswitch makes of one page, and why, for whoever writes rules.
 *
 *   make page FILE=page.html [AT=/mypreferences/d/...]     a page saved from the browser
 *   make page FILE=offswitch-page.json                     a page that did not work, saved from the popup
 *   make page URL=https://127.0.0.1:PORT/...               a page on this machine
 *   make page URL=lab:/mypreferences/d/...                 a page of a lab started for it
 *   REGION=us DATE=2026-01-31                              where and when, for what is offered
 *
 * This only takes the snapshot, through the agent as it ships; scripts/examine reads it. Nothing outside this machine is
 * asked for anything.
 */

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startLab } from '../e2e/lib/lab.mjs';
import { remove, root, temporary } from '../e2e/lib/paths.mjs';
import { captureAddress, captureFile } from './examine/capture.mjs';

const { values: given } = parseArgs({
  options: {
    file: { type: 'string', default: '' },
    url: { type: 'string', default: '' },
    at: { type: 'string', default: '' },
    region: { type: 'string', default: '' },
    date: { type: 'string', default: '' },
  },
});

const directory = temporary('examine');
try {
  process.exitCode = explain(await snapshotFile());
} catch (error) {
  console.error(`examine: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  remove(directory);
}

/** @returns {Promise<string>} a file that holds the snapshot */
async function snapshotFile() {
  if (Boolean(given.file) === Boolean(given.url)) throw new Error('expected either FILE=... or URL=...');
  if (given.file.endsWith('.json')) return path.resolve(given.file);
  const file = path.join(directory, 'page.json');
  writeFileSync(file, JSON.stringify(await capture()));
  return file;
}

/** @returns {Promise<import('./examine/capture.mjs').Snapshot>} */
async function capture() {
  const { file, url, at, region } = given;
  if (file) return captureFile(file, at || undefined);
  if (!url.startsWith('lab:')) return captureAddress(url);
  const lab = await startLab();
  try {
    await lab.reset({ region: region || 'us' });
    return await captureAddress(`https://127.0.0.1:${lab.port}${url.slice('lab:'.length)}`);
  } finally {
    await lab.stop();
  }
}

/**
 * @param {string} file
 * @returns {number} the exit code
 */
function explain(file) {
  // An option that was not given is left to the program, which knows what stands for it.
  const options = /** @type {('at' | 'region' | 'date')[]} */ (['at', 'region', 'date'])
    .filter((name) => given[name])
    .flatMap((name) => [`-${name}`, given[name]]);
  const { status, error } = spawnSync('go', ['run', './scripts/examine', ...options, file], { cwd: root, stdio: 'inherit' });
  if (error) throw error;
  return status ?? 1;
}
