/**
 * Frame of an end-to-end test: every test runs in each browser, with a fresh lab account and a freshly installed
 * package, and holds at its end what must always hold. A test that fails leaves in out/e2e/ what there was to see.
 */

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { launch } from './driver.mjs';
import { startLab } from './lab.mjs';
import { out, remove, root, temporary, unpackPackage } from './paths.mjs';
import { openSession } from './session.mjs';
import { begin, COURTESY, GUARD, within } from './wait.mjs';

/**
 * @typedef {import('./paths.mjs').BrowserName} BrowserName
 * @typedef {import('./lab.mjs').Lab} Lab
 * @typedef {import('./lab.mjs').LabConfig} LabConfig
 * @typedef {import('./session.mjs').Session} Session
 * @typedef {import('./driver.mjs').Driver} Driver
 * @typedef {{lab: Lab, ext: Session, browser: BrowserName, restart: () => Promise<Session>}} Fixture
 *   restart: closes the browser and starts it again with the same profile and the same stored data
 * @typedef {object} Rest
 * @property {boolean} [undoes] this test may turn on again what the extension turned off in it
 * @typedef {(name: string, body: (fixture: Fixture) => Promise<void>, config?: LabConfig, rest?: Rest) => void} Test
 */

/** @returns {BrowserName[]} both, or those that the variable BROWSERS names */
const browsers = () => /** @type {BrowserName[]} */ ((process.env.BROWSERS ?? 'chromium,firefox').split(','));

/**
 * Declares the same tests for every browser, one browser after the other. The account in the lab, the extension with its
 * storage, the tabs and the cookies are new for each test. One lab and one browser serve all tests of this process, but
 * those of a changed package or of an organisation, and those that come after a failure.
 * @param {string} title
 * @param {(test: Test) => void} declare
 * @param {object} [options]
 * @param {(extension: string) => void} [options.change] changes the unpacked package in that directory
 * @param {object} [options.policy] what an organisation sets for the extension
 */
export function eachBrowser(title, declare, { change, policy } = {}) {
  for (const browser of browsers()) inBrowser(`${title}, ${browser}`, browser, declare, change || policy ? { change, policy } : undefined);
}

/**
 * A lab and a browser, in which tests are played.
 * @typedef {Awaited<ReturnType<typeof build>>} Stage
 */

/**
 * @param {BrowserName} browser
 * @param {{change?: (extension: string) => void, policy?: object}} [special]
 */
async function build(browser, { change, policy } = {}) {
  const extension = unpackPackage();
  change?.(extension);
  const profile = temporary(browser);
  const policies = policy ? temporary('policy') : '';
  const lab = await startLab();
  const start = () =>
    launch(browser, { extension, profile, headless: true, lab, ...(policy && { policy: { sets: policy, directory: policies } }) });
  let driver = await start();
  return {
    lab,
    /** @returns {Driver} the browser, as it was started last */
    driver: () => driver,
    async restart() {
      await driver.keepStored(true);
      await driver.close();
      driver = await start();
      const session = await openSession(driver);
      await driver.keepStored(false);
      return session;
    },
    async close() {
      await driver.close();
      await lab.stop();
      for (const directory of [extension, profile, policies]) if (directory) remove(directory);
    },
  };
}

/** @type {Map<BrowserName, Stage>} what serves every test that needs nothing special, as long as nothing failed on it */
const common = new Map();
after(async () => {
  for (const stage of common.values()) await stage.close();
});

/**
 * @param {string} title
 * @param {BrowserName} browser
 * @param {(test: Test) => void} declare
 * @param {{change?: (extension: string) => void, policy?: object}} [special]
 */
function inBrowser(title, browser, declare, special) {
  describe(title, { concurrency: 1 }, () => {
    /** @type {Stage} */ let stage;
    /** @type {Session | undefined} */ let session;
    let failed = false;

    before(async () => {
      stage = (!special && common.get(browser)) || (await build(browser, special));
      if (!special) common.set(browser, stage);
    });
    const restart = async () => {
      session = await stage.restart();
      return session;
    };
    after(async () => {
      if (!special && !failed) return;
      if (!special) common.delete(browser);
      await stage?.close();
    });
    afterEach(async () => {
      await session?.close();
      session = undefined;
    });

    let hung = '';
    declare((name, body, config = {}, { undoes = false } = {}) =>
      it(name, async () => {
        assert.equal(hung, '', 'a test before this one hung');
        begin();
        const { lab } = stage;
        await lab.reset(config);
        session = await openSession(stage.driver());
        const start = performance.now();
        try {
          await within(body({ lab, ext: session, browser, restart }), GUARD + COURTESY);
          await alwaysHolds(lab, undoes);
        } catch (error) {
          failed = true;
          if (performance.now() - start >= GUARD) hung = name;
          throw await withEvidence(`${browser} ${name}`, lab, session, error);
        }
      }),
    );
  });
}

/**
 * What no test may see, whatever it does: a save that turned on what this extension had not turned off itself, a trace
 * of the extension on the page, a deny-listed page opened, a save that was not the page's own.
 * @param {Lab} lab
 * @param {boolean} undoes
 */
async function alwaysHolds(lab, undoes) {
  const { violations, saves } = await lab.state();
  assert.deepEqual(violations, [], 'the lab saw what must never happen');
  /** @type {Set<string>} keys that a script's click turned off, with what LinkedIn turned off by the same save */
  const off = new Set();
  for (const { key, from, to, kept, value, trusted, coupled = [] } of saves) {
    if (!kept || value || from === to) continue;
    if (to) assert.ok(undoes && off.delete(key), `a save turned ${key} on: ${JSON.stringify(saves)}`);
    else if (!trusted) for (const each of [key, ...coupled]) off.add(each);
  }
}

/**
 * Keeps what there is to see when a test fails.
 * @param {string} name
 * @param {Lab} lab
 * @param {Session} session
 * @param {unknown} error
 * @returns {Promise<unknown>} the error, which says where that is
 */
async function withEvidence(name, lab, session, error) {
  const directory = path.join(out, 'e2e', name.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 200));
  mkdirSync(directory, { recursive: true });
  /** @param {string} file @param {() => unknown} content */
  async function write(file, content) {
    try {
      const value = await within(content(), COURTESY);
      writeFileSync(path.join(directory, file), typeof value === 'string' ? value : (JSON.stringify(value, null, 1) ?? ''));
    } catch (problem) {
      writeFileSync(path.join(directory, file), `not to be had: ${problem}`);
    }
  }
  await write('error.txt', () => (error instanceof Error ? (error.stack ?? error.message) : String(error)));
  await write('lab.json', () => lab.state());
  await write('stored.json', () => session.stored());
  await write('badge.json', () => session.badge());
  await write('background.txt', async () => (await session.driver.backgroundMessages()).join('\n'));
  let number = 0;
  for (const { page, address } of await session.driver.addresses().catch(() => [])) {
    number += 1;
    await write(`tab-${number}.txt`, async () => `${address}\n\n${await page.evaluate(() => document.body?.innerText)}`);
    try {
      await within(page.bringToFront(), COURTESY);
      await within(page.screenshot({ path: path.join(directory, `tab-${number}.png`) }), COURTESY);
    } catch {
      // A tab that cannot be drawn is described by its text alone.
    }
  }
  if (error instanceof Error) error.message += `\nevidence: ${path.relative(root, directory)}`;
  return error;
}
