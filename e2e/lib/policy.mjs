/**
 * What an organisation sets for one browser alone. Browsers on Linux read it below /etc, which all of them share. So this one
 * starts in a mount namespace of its own, in which /etc holds the policies too, and nothing outside sees them.
 */

import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { browserPath } from './paths.mjs';

/** Where such a namespace can be had. */
export const canSetPolicies = process.platform === 'linux';

/** The file below /etc that each browser reads, with what is set for one extension in it. */
const FILES = {
  chromium: {
    file: 'chromium/policies/managed/offswitch.json',
    /** @param {string} id @param {object} policy */
    content: (id, policy) => ({ '3rdparty': { extensions: { [id]: policy } } }),
  },
  firefox: {
    file: 'firefox/policies/policies.json',
    /** @param {string} id @param {object} policy */
    content: (id, policy) => ({ policies: { '3rdparty': { Extensions: { [id]: policy } } } }),
  },
};

/**
 * @param {string} directory of an unpacked extension
 * @returns {string} the id that Chromium gives it
 */
export const chromiumId = (directory) =>
  createHash('sha256')
    .update(realpathSync(directory))
    .digest('hex')
    .slice(0, 32)
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

/**
 * @param {import('./paths.mjs').BrowserName} browser
 * @param {string} id the extension's
 * @param {object} policy
 * @param {string} directory empty
 * @returns {string} a program that starts the browser under this policy
 */
export function underPolicy(browser, id, policy, directory) {
  const { file, content } = FILES[browser];
  const target = path.join(directory, 'etc', file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, JSON.stringify(content(id, policy)));
  const program = path.join(directory, browser);
  const namespace = process.getuid?.() === 0 ? '--mount' : '--user --map-root-user --mount';
  const lines = [
    '#!/bin/sh',
    `exec unshare ${namespace} sh -c 'mount -t overlay overlay -o "lowerdir=$0:/etc" /etc && exec "$@"' \\`,
    `  "${path.join(directory, 'etc')}" "${browserPath(browser)}" "$@"`,
  ];
  writeFileSync(program, `${lines.join('\n')}\n`, { mode: 0o755 });
  return program;
}
