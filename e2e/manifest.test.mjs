/** What Chromium says of the manifest of the package that ships; of what Firefox says, web-ext lint tells. */

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launch } from './lib/driver.mjs';
import { remove, temporary, unpackPackage } from './lib/paths.mjs';
import { begin, waitFor } from './lib/wait.mjs';

/** One manifest for both browsers cannot be without it: it names the background once for each. */
const UNAVOIDABLE = ["'background.scripts' requires manifest version of 2 or lower."];

/**
 * What chrome://extensions lists of an extension in developer mode.
 * @typedef {{id: string, manifestErrors: {message: string}[], runtimeErrors: {message: string}[], runtimeWarnings: string[], installWarnings: string[]}} Listed
 */

describe('the manifest in Chromium', { concurrency: 1 }, () => {
  let profile = '';
  let extension = '';
  before(() => {
    begin();
    profile = temporary('chromium');
    extension = unpackPackage();
  });
  after(() => {
    for (const directory of [profile, extension]) remove(directory);
  });

  /** @returns {Promise<Listed>} what is listed once something is, which is never before the manifest was read */
  async function listed() {
    const driver = await launch('chromium', { extension, profile, headless: true });
    try {
      const page = await driver.open('chrome://extensions');
      await page.evaluate(() => /** @type {any} */ (chrome).developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
      await driver.install();
      const id = new URL(driver.address('')).host;
      const info = () => page.evaluate((extensionId) => /** @type {any} */ (chrome).developerPrivate.getExtensionInfo(extensionId), id);
      return await waitFor('the extension to be listed', async () => {
        const found = await info();
        return found.manifestErrors.length > 0 && found;
      });
    } finally {
      await driver.close();
    }
  }

  it('has no warning but the one that both browsers in one manifest cost', async () => {
    const { manifestErrors, runtimeErrors, runtimeWarnings, installWarnings } = await listed();
    assert.deepEqual(
      manifestErrors.map(({ message }) => message),
      UNAVOIDABLE,
    );
    assert.deepEqual([runtimeErrors, runtimeWarnings, installWarnings], [[], [], []]);
  });

  it('would be told of another one', async () => {
    const file = path.join(extension, 'manifest.json');
    const { default: manifest } = await import(file, { with: { type: 'json' } });
    writeFileSync(file, JSON.stringify({ ...manifest, no_such_member: true }));
    const { manifestErrors } = await listed();
    assert.equal(manifestErrors.length, UNAVOIDABLE.length + 1);
  });
});
