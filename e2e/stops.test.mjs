/** Signed out or challenged in the middle: the run stops at once, keeps what it did, and calls nothing done beyond that. */

import assert from 'node:assert/strict';
import { press } from './lib/session.mjs';
import { ESSENTIAL, onAtTheServer, outcomes } from './lib/settings.mjs';
import { eachBrowser } from './lib/suite.mjs';
import { waitFor } from './lib/wait.mjs';

/** The pages of a whole run: one for each setting, and a fresh load for each that was clicked; one goes off with another. */
const PAGES = 2 * ESSENTIAL.length - 1;

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

/** Where a run is turned away: before and after its first click, at its last first visit, at its first and its last fresh load. */
const POINTS = [1, 2, ESSENTIAL.length, ESSENTIAL.length + 1, PAGES];

eachBrowser('stops', (test) => {
  for (const [i, n] of POINTS.entries()) {
    // Both ways at the same point of a run: what was done before it is the same.
    const [first, second] = i % 2 ? ['challenged', 'signed-out'] : ['signed-out', 'challenged'];
    test(
      `${first} at page ${n} of ${PAGES}, and ${second} when it is resumed: the run stops at once and keeps what it did`,
      async ({ lab, ext }) => {
        await ext.chosen({ level: 'essential' });
        const popup = await ext.harden();
        const on = await stopped(ext, lab, first);
        if (n < ESSENTIAL.length) assert.ok(on.length > 0, 'settings are left on');

        await lab.faults([{ name: second, n: 1 }]);
        await lab.clear();
        await press(popup, '#resume');
        await waitFor('the run to go on', async () => (await ext.state())?.run?.why !== first, { seen: ext.state });
        assert.deepEqual(await stopped(ext, lab, second), on, 'nothing more was turned');
      },
      { faults: [{ name: first, n }] },
    );
  }
});
