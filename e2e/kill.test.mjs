/** The browser may end the background at any moment: the result is the same. */

import assert from 'node:assert/strict';
import {ESSENTIAL, SETTINGS, onAtTheServer, outcomes, turnedOff} from './lib/settings.mjs';
import {eachBrowser} from './lib/suite.mjs';
import {waitFor} from './lib/wait.mjs';

/**
 * Moments of a run that show in what the lab has seen; each may come any number of times.
 * @type {[string, (lab: import('./lib/lab.mjs').LabState) => number][]}
 */
const MOMENTS = [
  ['as each page is asked for', ({log}) => log.filter(({kind}) => kind === 'page').length],
  ['as each save arrives', ({saves}) => saves.length],
];

/**
 * @param {import('./lib/lab.mjs').Lab} lab
 * @param {import('./lib/session.mjs').Session} ext
 */
async function assertUnharmed(lab, ext) {
  const state = await ext.ended();
  assert.equal(state.run?.phase, 'ended');
  assert.deepEqual(outcomes(state, ESSENTIAL), turnedOff(ESSENTIAL));
  const after = await lab.state();
  assert.deepEqual(onAtTheServer(after, ESSENTIAL), []);
  for (const id of ESSENTIAL) {
    const own = after.saves.filter((save) => save.key === SETTINGS[id].key);
    assert.ok(own.length <= 1, `${id} was saved ${own.length} times`);
  }
  assert.equal(after.settings[SETTINGS['ads-age'].key], true, 'what was not planned is as it was');
}

eachBrowser('a killed background', (test) => {
  for (const [when, count] of MOMENTS) {
    test(`${when}: everything is turned off and proved, nothing clicked twice`, async ({lab, ext}) => {
      await ext.choose({level: 'essential'});
      await ext.harden();
      let seen = 0;
      let kills = 0;
      const running = async () => (await ext.state())?.run?.phase === 'running';
      await waitFor('the run to start', running);
      for (;;) {
        const next = await waitFor('the next moment', async () => {
          const now = count(await lab.state());
          return now > seen ? now : !(await running()) && -1;
        }, {timeout: 60_000, seen: ext.state});
        if (next < 0) break;
        seen = next;
        await ext.killBackground();
        kills += 1;
      }
      assert.ok(kills >= 3, `only ${kills} kills`);
      await assertUnharmed(lab, ext);
    });
  }

  test('at every stage that is stored: the same', async ({lab, ext}) => {
    await ext.choose({level: 'essential'});
    await ext.harden();
    await waitFor('the run to start', async () => (await ext.state())?.run?.phase === 'running');
    /** @type {string[]} */
    const stages = [];
    for (let stage = await ext.newStage(stages); stage; stage = await ext.newStage(stages)) {
      stages.push(stage);
      await ext.killBackground();
    }
    // How many stages are caught depends on how fast the machine is; that there are several for each setting must not.
    assert.ok(stages.length >= 3 * ESSENTIAL.length, `only ${stages.length} kills`);
    await assertUnharmed(lab, ext);
  });
});
