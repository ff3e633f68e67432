/** Where things are: the repository, what `make` put into out/, and directories for one browser's life. */

import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzip } from './zip.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const out = path.join(root, 'out');

/** @typedef {'chromium' | 'firefox'} BrowserName */

/**
 * @param {BrowserName} name
 * @returns {string} the path of the installed browser that set-up found
 */
export function browserPath(name) {
  /** @type {Partial<Record<BrowserName, string>>} */
  let found;
  try {
    found = JSON.parse(readFileSync(path.join(out, 'browsers.json'), 'utf8'));
  } catch (error) {
    throw new Error('out/browsers.json cannot be read: run make setup', { cause: error });
  }
  const file = found[name];
  if (!file) throw new Error(`no ${name} is installed: run make setup`);
  return file;
}

/**
 * A new empty directory under out/, because browsers from a snap cannot read the system's temporary directory.
 * @param {string} purpose
 */
export function temporary(purpose) {
  const parent = path.join(out, 'tmp');
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(path.join(parent, `${purpose}-`));
}

/** @param {string} directory */
export function remove(directory) {
  rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * Unpacks the package that ships into a new directory.
 * @returns {string} the directory
 */
export function unpackPackage() {
  const target = temporary('extension');
  unpackPackageTo(target);
  return target;
}

/**
 * Makes a directory hold exactly what the package that ships holds.
 * @param {string} target
 */
export function unpackPackageTo(target) {
  const packages = readdirSync(out).filter((name) => /^offswitch-[\d.]+\.zip$/.test(name));
  if (packages.length !== 1) throw new Error(`expected one package in out/, found ${packages.length}: run make package`);
  remove(target);
  for (const [name, content] of unzip(readFileSync(path.join(out, packages[0])))) {
    const file = path.join(target, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
