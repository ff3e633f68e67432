/**
 * No trace: whatever Offswitch does, the page's own watcher finds nothing of it but the clicks that had to be, and the same
 * watcher finds each kind of trace when another extension leaves it.
 */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ORIGIN } from './lib/lab.mjs';
import { remove, root, unpackPackage } from './lib/paths.mjs';
import { marked, newMark, turnOffByHand } from './lib/person.mjs';
import { runOf } from './lib/session.mjs';
import { ESSENTIAL, off, SETTINGS } from './lib/settings.mjs';
import { eachBrowser } from './lib/suite.mjs';
import { waitFor } from './lib/wait.mjs';

/**
 * @typedef {import('./lib/session.mjs').Session} Session
 * @typedef {import('./lib/lab.mjs').Lab} Lab
 */

const AI = SETTINGS['ai-training'];
const ADS = SETTINGS['ads-data-from-others'];
/** A switch that no rule names, which the person may confirm. */
const STRANGE = { page: '/mypreferences/d/settings/lab-notification-example', key: 'labNotificationExample' };
/** What a run rests before each page but the first at the gentle pace, in milliseconds. */
const PAUSE = 6_000;
/** A page without the site's policy, which would refuse a probe before the browser does. */
const BARE = '/mypreferences/d/settings/lab-bare';

/** @type {Map<string, RegExp>} each kind of trace that the neighbour leaves, early before the page's own program runs, and how the lab tells of it */
const PLANTED = new Map([
  ['an address in an attribute', /^trace extension address in data-from of main on/],
  ['an address in a text', /^trace extension address in #text on/],
  ['a picture of its own', /^trace extension address in img on/],
  ['an attribute', /^trace attribute data-seen on main on/],
  ['early: an attribute', /^trace attribute data-seen on main on/],
  ['early: an element', /^trace node div in body on/],
  ['a class', /^trace attribute class on h1 on/],
  ['an element', /^trace node div in body on/],
  ['an element beside the body that stays', /^trace div left in html on/],
  ['an element beside the body with an attribute', /^trace node div in html on/],
  ['an element in a shadow root', /^trace node div in #document-fragment on/],
  ['a shadow root', /^trace shadow root in h1 on/],
  ['an element taken away', /^trace node h1 removed from main on/],
  ['a text changed', /^trace text changed in h1 on/],
  ['local storage', /^trace localStorage key seen on/],
  ['session storage', /^trace sessionStorage key seen on/],
  ['a cookie', /^trace cookie seen on/],
  ['a database', /^trace database seen on/],
  ['a cache', /^trace cache seen on/],
  ['a global', /^trace global seen on/],
  ['a name of the window', /^trace window name seen on/],
  ['a rule in its style sheet', /^trace style sheet changed in document on/],
  ['a style sheet adopted', /^trace adopted style sheet in document on/],
  ['a message', /^trace message from https:\/\/www\.linkedin\.com on/],
  ['what its policy refuses', /^csp /],
  ['an event that plays a person', /^trace event keydown by a script on/],
  ['a mark in the timeline', /^trace performance mark seen on/],
  ['a request in its name', /^request GET \/voyager\/api\/me by a script that is not the page's$/],
  ['a request of its background', /^request GET \/voyager\/api\/feed by /],
]);

/** @param {Lab} lab */
const violations = async (lab) => (await lab.state()).violations.map(({ kind, detail }) => `${kind} ${detail}`);

/**
 * Carries out one run and compares the clicks that no hand made with those that the run had to make.
 * @param {Lab} lab
 * @param {string} what
 * @param {() => Promise<unknown>} run
 * @param {string[]} clicked the keys that had to be clicked, in any order
 */
async function clicksOf(lab, what, run, clicked) {
  await lab.clear();
  await run();
  const { clicks, saves } = await waitFor(
    'every click to be told',
    async () => {
      const state = await lab.state();
      return state.clicks.length >= clicked.length && state;
    },
    { seen: lab.state },
  );
  assert.deepEqual(clicks.map(({ key }) => key).sort(), clicked.toSorted(), `${what}: what nobody's hand clicked`);
  const saved = saves.filter(({ trusted }) => !trusted).map(({ key }) => key);
  assert.deepEqual(saved.sort(), clicked.toSorted(), `${what}: each click was one change`);
  assert.deepEqual(await violations(lab), [], what);
}

/**
 * What a page can read of an extension's files.
 * @param {import('puppeteer-core').Page} page
 * @param {string[]} addresses
 * @returns {Promise<string[]>} those that it could read
 */
const readable = (page, addresses) =>
  page.evaluate(async (all) => {
    /** @param {string} address */
    const fetched = (address) =>
      fetch(address, { mode: 'no-cors' }).then(
        () => true,
        () => false,
      );
    /** @param {string} address */
    const drawn = (address) =>
      new Promise((resolve) => {
        const image = new Image();
        image.onload = () => resolve(true);
        image.onerror = () => resolve(false);
        image.src = address;
      });
    const found = [];
    for (const address of all) if ((await fetched(address)) || (await drawn(address))) found.push(address);
    return found;
  }, addresses);

/** Takes away again what stays in a browser when its page is left. @param {import('puppeteer-core').Page} page */
const clean = (page) =>
  page.evaluate(async () => {
    window.name = '';
    localStorage.clear();
    sessionStorage.clear();
    // biome-ignore lint/suspicious/noDocumentCookie: it is what was planted
    document.cookie = 'seen=; path=/; max-age=0';
    indexedDB.deleteDatabase('seen');
    await caches.delete('seen');
  });

eachBrowser('no trace', (test) => {
  test(
    'a check, an automatic run, an undo, guide mode and the question leave nothing, and click only what they must; nothing stored names the person',
    async ({ lab, ext }) => {
      await ext.chosen({ level: 'essential' });
      const command = (/** @type {Record<string, unknown>} */ one) => () => runOf(ext, () => ext.ask(one, 'now'));
      await clicksOf(lab, 'a check', command({ command: 'check' }), []);
      await clicksOf(lab, 'an automatic run', command({ command: 'harden' }), [AI.key, ADS.key]);
      await ext.ask({ command: 'choose', gentle: true }, 'now');
      await clicksOf(lab, 'an undo', command({ command: 'undo', settings: ['ai-training'] }), [AI.key]);

      const asked = (await lab.state()).log.filter(({ kind }) => kind === 'page').map(({ at }) => at);
      assert.ok(asked.length > 1 && asked.every((at, i) => i === 0 || at - asked[i - 1] >= PAUSE), `pages at the gentle pace: ${asked}`);
      await ext.ask({ command: 'choose', gentle: false }, 'now');

      const guided = async () => {
        await ext.chosen({ level: 'essential', mode: 'guide' });
        await ext.ask({ command: 'only', setting: 'ai-training' }, 'now');
        await marked(ext);
        const page = await ext.runTab();
        await newMark(page);
        await turnOffByHand(lab, page, AI.key);
        await ext.ended();
      };
      await clicksOf(lab, 'guide mode', guided, []);

      const confirmed = async () => {
        await ext.chosen({ level: 'essential', mode: 'automatic' });
        const page = await ext.driver.open(ORIGIN + STRANGE.page);
        const [found] = await waitFor('the switch to be found', async () => {
          const view = await ext.view();
          return view.found.length > 0 && view.found;
        });
        await page.close();
        await command({ command: 'confirm', take: [{ id: found.id, value: '', seen: found.seen }], leave: [] })();
      };
      await clicksOf(lab, 'the question', confirmed, [STRANGE.key]);

      assert.ok((await ext.state())?.account, 'the account is known');
      assert.doesNotMatch(JSON.stringify(await ext.stored()), /lab.member/i);
    },
    off(ESSENTIAL.filter((id) => ![AI, ADS].includes(SETTINGS[id]))),
    { undoes: true },
  );

  test(
    'each kind of trace is seen when another extension leaves it; no page reads a file of this one, and no extension commands it',
    async ({ lab, ext, browser }) => {
      const { driver } = ext;
      const neighbour = await driver.browser.installExtension(path.join(root, 'e2e/neighbour'));
      try {
        const page = await driver.open(`${ORIGIN}${AI.page}`);
        /** @param {string} kind */
        const plant = async (kind) => {
          await lab.clear();
          await page.goto(`${ORIGIN}${AI.page}?plant=${encodeURIComponent(kind)}`);
        };
        await plant('nothing');
        await page.goto('about:blank');
        assert.deepEqual(await violations(lab), [], 'a neighbour that leaves nothing');
        for (const [kind, told] of PLANTED) {
          await plant(kind);
          if (kind.endsWith('that stays')) await page.goto('about:blank');
          await waitFor(`${kind} to be seen`, async () => (await violations(lab)).some((line) => told.test(line)), {
            seen: () => violations(lab),
          });
          if (!kind.endsWith('that stays')) await clean(page);
        }
        await plant('a click');
        await waitFor('a click to be seen', async () => (await lab.state()).clicks.some(({ key }) => key === 'h1'), { seen: lab.state });

        await page.goto(`${ORIGIN}${BARE}?plant=${encodeURIComponent('an address in an attribute')}`);
        const theirs = await waitFor("the neighbour's address", () =>
          page.evaluate(() => document.querySelector('main')?.getAttribute('data-from')),
        );
        const extension = unpackPackage();
        const files = readdirSync(extension, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
        const ours = files.map(({ parentPath, name }) => driver.address(path.relative(extension, path.join(parentPath, name))));
        const geckoId = JSON.parse(readFileSync(path.join(extension, 'manifest.json'), 'utf8')).browser_specific_settings.gecko.id;
        remove(extension);
        assert.ok(ours.includes(driver.address('manifest.json')));
        assert.deepEqual(await readable(page, [theirs, ...ours]), [theirs]);

        const other = await driver.open(theirs);
        const id = browser === 'firefox' ? geckoId : new URL(driver.address('')).host;
        const answer = await other.evaluate(async (to) => {
          const sent = await chrome.runtime.sendMessage(to, { command: 'harden' }).then(
            () => 'heard',
            () => 'nobody there',
          );
          const port = chrome.runtime.connect(to, { name: 'ui' });
          const lost = new Promise((resolve) => port.onDisconnect.addListener(() => resolve('nobody there')));
          const heard = new Promise((resolve) => port.onMessage.addListener(() => resolve('heard')));
          return [sent, await Promise.race([lost, heard])];
        }, id);
        assert.deepEqual(answer, ['nobody there', 'nobody there']);
        assert.equal((await ext.state())?.run ?? null, null);
      } finally {
        await driver.browser.uninstallExtension(neighbour);
        await driver.forget();
        await lab.clear();
      }
    },
    { places: { [AI.key]: 'shadow' }, html: { [BARE]: '<!doctype html><title>Bare</title><main><h1>Bare</h1></main>' } },
  );
});
