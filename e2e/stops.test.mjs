/** Signed out or challenged in the middle: the run stops at once, keeps what it did, and calls nothing done beyond that. */

import assert from 'node:assert/strict';
import { ESSENTIAL, onAtTheServer, outcomes } from './lib/settings.mjs';
import { eachBrowser } from './lib/suite.mjs';

/** The pages of a whole run: one for each setting, and a fresh load for each that was clicked; one goes off with another. */
const PAGES = 2 * ESSENTIAL.length - 1;

eachBrowser('stops', (test) => {
  for (let n = 1; n <= PAGES; n += 1) {
    for (const [name, why] of [
      ['signed-out', 'signed-out'],
      ['challenged', 'challenged'],
    ]) {
      test(
        `${name} at page ${n} of ${PAGES}: the run stops at once and keeps what it did`,
        async ({ lab, ext }) => {
          await ext.choose({ level: 'essential' });
          await ext.harden();
          const state = await ext.ended();

          assert.deepEqual([state.run?.phase, state.run?.why], ['stopped', why]);
          const after = await lab.state();
          const on = onAtTheServer(after, ESSENTIAL);
          if (n <= ESSENTIAL.length - 1) assert.ok(on.length > 0, 'settings are left on');
          for (const id of ESSENTIAL) {
            const { outcome } = state.settings[id] ?? {};
            if (['turned-off', 'already-off'].includes(outcome))
              assert.ok(!on.includes(id), `${id} is called ${outcome} and is on at the server`);
          }
          assert.ok(Object.values(outcomes(state, ESSENTIAL)).includes(why), `some setting says ${why}`);
          const refused = after.log.filter(({ kind, status }) => kind === 'page' && status !== 200).length;
          assert.equal(refused, 1, 'pages asked for after it');
        },
        { faults: [{ name, n }] },
      );
    }
  }
});
