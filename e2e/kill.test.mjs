/** The browser may end the background at any moment: the result is the same. */

import assert from 'node:assert/strict';
import { freezing } from './lib/freeze.mjs';
import { ESSENTIAL, onAtTheServer, outcomes, SETTINGS, turnedOff } from './lib/settings.mjs';
import { eachBrowser } from './lib/suite.mjs';
import { waitFor } from './lib/wait.mjs';

/** What a run in automatic mode does while it is on; "close" and "show" come when it is over. */
const EFFECTS = ['badge', 'click', 'go', 'look', 'open', 'store', 'wake', 'watch'];

/** A list that says what is on, the pages, the list again, and a page that tells what the list's word means. */
const LEAST_VISITS = 1 + ESSENTIAL.length + 1 + 1;

eachBrowser(
  'a killed background',
  (test) => {
    test('after every single effect of a run over five pages: everything is turned off and proved, nothing clicked twice', async ({
      lab,
      ext,
    }) => {
      await ext.chosen({ level: 'essential' });
      await ext.harden();
      for (let kills = 0; ; kills += 1) {
        const over = await waitFor(
          'the background to freeze once more',
          async () => {
            if ((await ext.frozen()).length > kills) return 'not yet';
            const run = (await ext.state())?.run;
            return run && run.phase !== 'running' && 'over';
          },
          { seen: ext.state },
        );
        if (over === 'over') break;
        await ext.killBackground();
        await ext.wakeBackground();
      }

      const places = (await ext.frozen()).map((place) => /** @type {[string, number]} */ (JSON.parse(place)));
      assert.deepEqual([...new Set(places.map(([effect]) => effect))].sort(), EFFECTS);
      const visits = 1 + Math.max(...places.map(([, visit]) => visit));
      assert.ok(visits >= LEAST_VISITS, `${visits} visits`);
      for (let visit = 0; visit < visits; visit += 1) {
        const effects = places.filter(([, at]) => at === visit).map(([effect]) => effect);
        for (const effect of ['store', visit ? 'go' : 'open', 'wake'])
          assert.ok(effects.includes(effect), `no kill after ${effect} in visit ${visit}: ${effects}`);
      }
      assert.ok(places.filter(([effect]) => effect === 'click').length >= ESSENTIAL.length, 'a kill after every click');
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
    });
  },
  { change: freezing },
);
