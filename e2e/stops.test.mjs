/**
 * Signed out, challenged, turned away, or left by the person in the middle: the run waits for a sign-in, or stops, keeps what
 * it did, calls nothing done beyond that, and goes on when asked to.
 */

import assert from 'node:assert/strict';
import { AI } from './lib/cases.mjs';
import { ORIGIN } from './lib/lab.mjs';
import { press } from './lib/session.mjs';
import { ADS_LIST, assertNotCalledOff, ESSENTIAL, onAtTheServer, outcomes, SETTINGS, turnedOff } from './lib/settings.mjs';
import { eachBrowser } from './lib/suite.mjs';
import { waitFor } from './lib/wait.mjs';

/**
 * @typedef {import('./lib/session.mjs').Session} Session
 * @typedef {import('./lib/lab.mjs').Lab} Lab
 */

/** The pages of a whole run: the list of the advertising data, one for each setting, the list again, and a fresh load for two. */
const PAGES = ESSENTIAL.length + 4;

/**
 * Waits until a run stops: nothing that is on is called off.
 * @param {Session} ext
 * @param {Lab} lab
 * @param {string} why
 */
async function stops(ext, lab, why) {
  const state = await ext.ended();
  assert.deepEqual([state.run?.phase, state.run?.why], ['stopped', why]);
  const after = await lab.state();
  const on = onAtTheServer(after, ESSENTIAL);
  assertNotCalledOff(state, on);
  return { state, after, on };
}

/**
 * Waits for the end of a run that began before the page at which the site turned it away.
 * @param {Session} ext
 * @param {Lab} lab
 * @param {string} why
 */
async function turnedAway(ext, lab, why) {
  const { state, after, on } = await stops(ext, lab, why);
  assert.ok(Object.values(outcomes(state, ESSENTIAL)).includes(why), `some setting says ${why}`);
  const refused = after.log.filter(({ kind, status }) => kind === 'page' && status !== 200).length;
  assert.equal(refused, 1, 'pages asked for after it');
  return on;
}

/**
 * Waits until the run waits for the person to sign in, and says so.
 * @param {Session} ext
 * @param {Lab} lab
 * @param {import('puppeteer-core').Page} popup
 */
async function waits(ext, lab, popup) {
  await waitFor('the run to wait', async () => (await ext.state())?.run?.signIn, { seen: ext.state });
  await waitFor('the popup to say so', () => popup.evaluate(() => document.querySelector('#signed-in')?.checkVisibility()));
  assert.ok(await popup.evaluate(() => document.querySelector('#stop')?.checkVisibility()), 'it can be stopped');
  const { log, ...site } = await lab.state();
  assert.equal(log.filter(({ kind, status }) => kind === 'page' && status !== 200).length, 1, 'pages asked for after it');
  return onAtTheServer({ log, ...site }, ESSENTIAL);
}

/** @param {Session} ext @param {string} path of a sign-in page @returns {Promise<import('puppeteer-core').Page>} */
const signInPage = (ext, path) =>
  waitFor('the sign-in page', async () => (await ext.driver.addresses()).find(({ address }) => address.startsWith(ORIGIN + path))?.page);

/** Where a run is turned away: before and after its first click, at its last first visit, at its first and its last fresh load. */
const POINTS = [1, 3, ESSENTIAL.length + 1, ESSENTIAL.length + 2, PAGES];

/** Where somebody who has been signed out is led, at each of these points to another page. */
const SIGN_INS = ['/uas/login?session_redirect=', '/uas/authenticate', '/', '/m/login', '/checkpoint/lg/lab'];

/** What LinkedIn's "too many requests" is answered with: nothing for so long, in milliseconds. */
const HOLD_OFF = 30_000;

/** What turns a run away without signing it out: why it stops then, and how many pages of the site it has asked for by then. */
const REFUSALS = /** @type {[import('./lib/lab.mjs').Fault[], string, number][]} */ ([
  [[{ name: 'page-999', from: 3 }], 'denied', 3],
  [[{ name: 'page-elsewhere' }], 'led-away', 2],
  [[{ name: 'page-429', page: ADS_LIST, seconds: 1 }, { name: 'page-429-bare' }], 'too-many', 2],
]);

/** At what a run stays in its middle for as long as it is patient: pages that do not come, and between them one without its switch. */
const WAITS = /** @type {const} */ ({
  'tab-closed': { id: 'ads-data-from-others', fault: 'page-slow', step: 'opening' },
  // Who goes elsewhere before the page is there cannot be told from a page that leads there.
  'left': { id: 'ads-measure-success', fault: 'control-late', step: 'reading' },
  'restarted': { id: 'ads-measure-success', fault: 'page-slow', step: 'opening' },
});

/** @param {keyof typeof WAITS} why @returns {import('./lib/lab.mjs').Fault} */
const hold = (why) => {
  const { id, fault } = WAITS[why];
  const where = fault === 'page-slow' ? { page: SETTINGS[id].page } : { key: SETTINGS[id].key };
  return { name: fault, ...where, seconds: 3600, times: 1 };
};

/**
 * Waits until a run is in its middle: something is saved, and it waits for something else.
 * @param {Session} ext
 * @param {Lab} lab
 * @param {keyof typeof WAITS} why
 */
async function inTheMiddle(ext, lab, why) {
  const { id, step } = WAITS[why];
  const { page } = SETTINGS[id];
  await waitFor(
    `the run to wait at ${page}`,
    async () => {
      const { run } = await ext.view();
      return run?.phase === 'running' && run.page === page && run.step === step;
    },
    { seen: ext.state },
  );
  assert.ok((await lab.state()).saves.length >= 2, 'something is saved');
}

/** Lists that are of no help: they show some values, from before the last save, in a language whose words nobody knows. */
const LISTS = /** @type {const} */ (['list-stale', 'list-partial']).map((name) => ({
  name,
  page: ADS_LIST,
  n: 2,
}));

/**
 * Waits until a run stops in its middle.
 * @param {Session} ext
 * @param {Lab} lab
 * @param {string} why
 */
async function stopsInTheMiddle(ext, lab, why) {
  const { on } = await stops(ext, lab, why);
  assert.ok(on.length > 0, 'something is left to do');
}

/**
 * Goes on with a run that was stopped.
 * @param {Session} ext
 */
async function resume(ext) {
  await press(await ext.popup(), '#harden');
  await waitFor('the run to go on', async () => (await ext.state())?.run?.phase !== 'stopped', { seen: ext.state });
}

eachBrowser('stops', (test) => {
  test('a tab into which a page is just coming is closed, at whatever moment that is ordered', async ({ ext }) => {
    const page = await ext.driver.open(ext.driver.address('names.js'));
    const left = await page.evaluate(
      async (first, next) => {
        const { closeTab, isThere } = await import(chrome.runtime.getURL('tabs.js'));
        /** @param {number} moment in milliseconds after the load was ordered @returns {Promise<number[]>} it, if the tab is still there */
        async function stays(moment) {
          const { id = 0 } = await chrome.tabs.create({ url: first });
          while ((await chrome.tabs.get(id)).status !== 'complete') await new Promise((resolve) => setTimeout(resolve, 20));
          await chrome.tabs.update(id, { url: next });
          await new Promise((resolve) => setTimeout(resolve, moment));
          await closeTab(id);
          return (await isThere(id)) ? [moment] : [];
        }
        /** @type {number[]} */
        const all = [];
        for (let moment = 0; moment < 24; moment += 1) all.push(...(await stays(moment)));
        return all;
      },
      ORIGIN + ADS_LIST,
      ORIGIN + SETTINGS[ESSENTIAL[0]].page,
    );
    assert.deepEqual(left, []);
  });

  test('a tab whose page asks the person before it is left is told to close once', async ({ ext }) => {
    const tab = await ext.driver.open(`${ORIGIN}/feed/`);
    let asked = 0;
    tab.on('dialog', async (dialog) => {
      asked += 1;
      await dialog.dismiss();
    });
    await tab.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()));
    await tab.keyboard.press('a'); // nobody is asked who has not used the page
    const page = await ext.driver.open(ext.driver.address('names.js'));
    const stays = await page.evaluate(async (url) => {
      const { closeTab, isThere } = await import(chrome.runtime.getURL('tabs.js'));
      const [{ id }] = await chrome.tabs.query({ url });
      await closeTab(id);
      return isThere(id);
    }, `${ORIGIN}/feed/`);
    assert.deepEqual({ stays, asked }, { stays: true, asked: 1 });
  });

  test(
    'the tab is closed, the person goes elsewhere in it, the browser is closed: each time the run stops and says so, and goes on when asked to',
    async ({ lab, ext, restart }) => {
      await ext.chosen({ level: 'essential' });
      await ext.harden();
      await inTheMiddle(ext, lab, 'tab-closed');
      await (await ext.runTab()).close();
      await stopsInTheMiddle(ext, lab, 'tab-closed');

      await lab.faults([...LISTS, hold('left')]);
      await resume(ext);
      await inTheMiddle(ext, lab, 'left');
      await (await ext.runTab()).evaluate(() => {
        location.href = '/feed/';
      });
      await stopsInTheMiddle(ext, lab, 'left');

      await lab.faults([...LISTS, hold('restarted')]);
      await resume(ext);
      await inTheMiddle(ext, lab, 'restarted');
      const again = await restart();
      await stopsInTheMiddle(again, lab, 'restarted');

      await lab.faults(LISTS);
      await resume(again);
      const state = await again.ended();
      const { saves, ...after } = await lab.state();
      assert.equal(state.run?.phase, 'ended');
      assert.deepEqual(outcomes(state, ESSENTIAL), turnedOff(ESSENTIAL));
      assert.deepEqual(onAtTheServer({ saves, ...after }, ESSENTIAL), []);
      for (const id of ESSENTIAL) {
        const own = saves.filter((save) => save.key === SETTINGS[id].key);
        assert.ok(own.filter(({ kept }) => kept).length <= 1, `${id} was turned more than once: ${JSON.stringify(own)}`);
      }
    },
    { lang: 'ja', faults: [...LISTS, hold('tab-closed')] },
  );

  for (const [i, n] of POINTS.entries()) {
    // Both ways at the same point of a run: what was done before it is the same.
    const [first, second] = i % 2 ? ['challenged', 'signed-out'] : ['signed-out', 'challenged'];
    const fault = (/** @type {string} */ name, /** @type {number} */ at) => ({
      name,
      n: at,
      ...(name === 'signed-out' ? { to: SIGN_INS[i] } : {}),
    });
    const said = 'the run does nothing more, waits where the person is to sign in, and goes on by itself';
    test(
      `${first} at page ${n} of ${PAGES}, and ${second} after that: ${said}`,
      async ({ lab, ext }) => {
        await ext.chosen({ level: 'essential' });
        const popup = await ext.harden();
        if (first === 'signed-out') {
          const on = await waits(ext, lab, popup);
          if (n < ESSENTIAL.length) assert.ok(on.length > 0, 'settings are left on');
          await ext.killBackground();
          await lab.faults([fault(second, 1)]);
          await lab.clear();
          await (await signInPage(ext, SIGN_INS[i])).goto(`${ORIGIN}/feed/`);
          assert.deepEqual(await turnedAway(ext, lab, second), on, 'nothing more was turned');
          return;
        }
        const on = await turnedAway(ext, lab, first);
        await lab.faults([fault(second, 1)]);
        await lab.clear();
        await press(popup, '#harden');
        assert.deepEqual(await waits(ext, lab, popup), on, 'nothing more was turned');
        await lab.faults([]);
        await (await signInPage(ext, SIGN_INS[i])).goto(ORIGIN + AI);
        const state = await ext.ended();
        assert.equal(state.run?.phase, 'ended');
        assert.deepEqual(onAtTheServer(await lab.state(), ESSENTIAL), []);
        for (const [id, outcome] of Object.entries(outcomes(state, ESSENTIAL))) assert.equal(outcome, 'turned-off', id);
      },
      { faults: [fault(first, n)] },
    );
  }

  test(`turned away: ${REFUSALS.map(([faults, why]) => `${faults.map(({ name }) => name).join(' and ')} (${why})`).join(', ')}`, async ({
    lab,
    ext,
  }) => {
    await ext.chosen({ level: 'essential' });
    for (const [faults, why, most] of REFUSALS) {
      await lab.faults(faults);
      await lab.clear();
      await ext.ask({ command: 'harden' }, 'run');
      await waitFor('the run to start', async () => (await lab.state()).log.length > 0);
      const state = await ext.ended();
      assert.deepEqual([state.run?.phase, state.run?.why], ['stopped', why]);
      const { log, saves } = await lab.state();
      const asked = new Set(log.filter(({ kind }) => kind === 'page').map(({ path }) => path));
      assert.ok(asked.size <= most, `${why}: asked for ${[...asked].join(' ')}`);
      assert.equal(log.filter(({ status }) => status === 999).length, why === 'denied' ? 1 : 0, 'refusals as of a robot');
      const [first, second, ...more] = log.filter(({ status }) => status === 429);
      if (first) {
        assert.ok(second.at - first.at >= HOLD_OFF, 'nothing is asked for for a while after "too many requests"');
        assert.equal(more.length, 1, 'and nothing after the second page that is refused');
      }
      for (const [id, said] of Object.entries(outcomes(state, ESSENTIAL))) {
        const saved = saves.some(({ key }) => key === SETTINGS[/** @type {keyof typeof SETTINGS} */ (id)].key);
        assert.ok(saved || !['turned-off', 'already-off'].includes(said ?? ''), `${id} is called ${said}`);
      }
    }
  });
});
