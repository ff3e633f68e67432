/**
 * Signed out, challenged or turned away in the middle: the run waits for a sign-in, or stops, keeps what it did, and calls
 * nothing done beyond that.
 */

import assert from 'node:assert/strict';
import { AI } from './lib/cases.mjs';
import { ORIGIN } from './lib/lab.mjs';
import { press } from './lib/session.mjs';
import { ESSENTIAL, onAtTheServer, outcomes, SETTINGS } from './lib/settings.mjs';
import { eachBrowser } from './lib/suite.mjs';
import { waitFor } from './lib/wait.mjs';

/** The pages of a whole run: the list of the advertising data, one for each setting, the list again, and a fresh load for two. */
const PAGES = ESSENTIAL.length + 4;

/**
 * Waits for the end of a run that began before the page at which the site turned it away.
 * @param {import('./lib/session.mjs').Session} ext
 * @param {import('./lib/lab.mjs').Lab} lab
 * @param {string} why
 */
async function stopped(ext, lab, why) {
  const state = await ext.ended();
  assert.deepEqual([state.run?.phase, state.run?.why], ['stopped', why]);
  const after = await lab.state();
  const on = onAtTheServer(after, ESSENTIAL);
  for (const id of ESSENTIAL) {
    const { outcome } = state.settings[id] ?? {};
    if (['turned-off', 'already-off'].includes(outcome)) assert.ok(!on.includes(id), `${id} is called ${outcome} and is on at the server`);
  }
  assert.ok(Object.values(outcomes(state, ESSENTIAL)).includes(why), `some setting says ${why}`);
  const refused = after.log.filter(({ kind, status }) => kind === 'page' && status !== 200).length;
  assert.equal(refused, 1, 'pages asked for after it');
  return on;
}

/**
 * Waits until the run waits for the person to sign in, and says so.
 * @param {import('./lib/session.mjs').Session} ext
 * @param {import('./lib/lab.mjs').Lab} lab
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

/** @param {import('./lib/session.mjs').Session} ext @param {string} path of a sign-in page @returns {Promise<import('puppeteer-core').Page>} */
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
  [[{ name: 'page-429', page: '/mypreferences/d/categories/ads', seconds: 1 }, { name: 'page-429-bare' }], 'too-many', 2],
]);

eachBrowser('stops', (test) => {
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
          assert.deepEqual(await stopped(ext, lab, second), on, 'nothing more was turned');
          return;
        }
        const on = await stopped(ext, lab, first);
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
