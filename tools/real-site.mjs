/** The real site in a visible browser, with the extension and without any remote control of the pages. */

import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { browserPath, out, root, unpackPackageTo } from '../e2e/lib/paths.mjs';

const START = 'https://www.linkedin.com/mypreferences/d/categories/privacy';

/**
 * Opens the browser and waits until it is closed. The profile stays, so that one sign-in lasts.
 * @param {import('../e2e/lib/paths.mjs').BrowserName} name
 * @returns {Promise<number>} the exit code
 */
export async function openRealSite(name) {
  const profile = path.join(out, `profile-${name}`);
  // Always the same folder: Chromium tells an unpacked extension, and what it stored, by its path.
  const extension = path.join(out, 'unpacked');
  mkdirSync(profile, { recursive: true });
  unpackPackageTo(extension);
  console.log(`The browser opens with Offswitch. Sign in, then click its icon. Nothing happens before that; closing the browser ends this.
The profile with your sign-in is kept in ${path.relative(root, profile)}.`);
  const program = browserPath(name);
  const args = [
    'node_modules/web-ext/bin/web-ext.js',
    'run',
    '--no-config-discovery',
    '--no-reload',
    '--no-input',
    '--source-dir',
    extension,
    '--start-url',
    START,
  ];
  if (name === 'firefox') {
    args.push(
      '--target',
      'firefox-desktop',
      '--firefox',
      program,
      '--firefox-profile',
      profile,
      '--keep-profile-changes',
      '--pref',
      'extensions.webextensions.keepStorageOnUninstall=true',
      '--pref',
      'extensions.webextensions.keepUuidOnUninstall=true',
    );
  } else {
    args.push('--target', 'chromium', '--chromium-binary', program, '--chromium-profile', profile, '--keep-profile-changes');
    if (process.getuid?.() === 0) args.push('--args=--no-sandbox');
  }
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
