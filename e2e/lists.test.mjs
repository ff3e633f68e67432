/** LinkedIn's category pages as a second witness: that nothing is believed of them where they are wrong. What they spare where they are right is in harden.test.mjs. */

import assert from 'node:assert/strict';
import { ADS_LIST, ESSENTIAL, onAtTheServer, outcomes, SETTINGS } from './lib/settings.mjs';
import { eachBrowser } from './lib/suite.mjs';

/**
 * @typedef {import('./lib/settings.mjs').Id} Id
 * @typedef {import('./lib/lab.mjs').LabConfig} LabConfig
 * @typedef {import('./lib/lab.mjs').LabState} LabState
 */

/** @param {Id} id */
const key = (id) => SETTINGS[id].key;

/** Runs in which lists are not what they should be; what they say wrong differs from list to list. */
const WRONG = /** @type {[string, LabConfig][]} */ ([
  [
    'one that says the contrary of some settings, late, where pages show off at first',
    {
      lang: 'en',
      settings: { [key('ads-data-from-others')]: false },
      faults: [
        { name: 'word-wrong', key: key('ads-data-from-others') },
        { name: 'word-wrong', key: key('ads-off-linkedin') },
        { name: 'data-late', key: key('ai-training'), seconds: 2.5 },
        // Slow at one time in both places: what a list says before it has stood still is no second witness.
        { name: 'list-late', page: ADS_LIST, seconds: 3 },
        { name: 'data-late', key: key('ads-measure-success'), seconds: 4.5 },
      ],
    },
  ],
]);

eachBrowser('lists', (test) => {
  for (const [about, config] of WRONG) {
    test(
      `where they are wrong nothing false is said: ${about}`,
      async ({ lab, ext }) => {
        await ext.chosen({ level: 'essential' });
        await ext.harden();
        assertAllOff(await ext.ended(), await lab.state(), config.settings);
      },
      config,
    );
  }

  test(
    'what lists and pages show on at first is no alarm: list-late-on, drawn-wrong',
    async ({ lab, ext }) => {
      await ext.chosen({ level: 'essential' });
      await ext.harden();
      const { run } = await ext.ended();
      const { saves } = await lab.faults([
        { name: 'list-late-on', seconds: 4 },
        ...ESSENTIAL.map((id) => ({ name: 'drawn-wrong', key: key(id), seconds: 4 })),
      ]);
      await ext.ask({ command: 'check' }, 'now');
      const { settings } = await ext.ended(run?.started);
      for (const id of ESSENTIAL) {
        assert.match(settings[id].outcome, /-off$/, id);
        assert.equal(settings[id].history.at(-1)?.to, 'off', id);
      }
      assert.equal((await lab.state()).saves.length, saves.length, 'nothing was clicked');
      await ext.badgeShows('');
    },
    { lang: 'en' },
  );
});

/**
 * Everything is off at the server, each by one save unless it was off before, and called so.
 * @param {import('./lib/session.mjs').State} state
 * @param {LabState} lab
 * @param {Record<string, boolean>} [before] what was off at the start
 */
function assertAllOff(state, lab, before = {}) {
  assert.equal(state.run?.phase, 'ended');
  assert.deepEqual(onAtTheServer(lab, ESSENTIAL), []);
  const saved = lab.saves.map((save) => save.key);
  assert.deepEqual(saved, [...new Set(saved)], 'each was saved once');
  const turned = ESSENTIAL.filter((id) => before[key(id)] !== false);
  const said = outcomes(state, ESSENTIAL);
  for (const id of ESSENTIAL) {
    const allowed = turned.includes(id) ? ['turned-off', ...(saved.includes(key(id)) ? [] : ['already-off'])] : ['already-off'];
    assert.ok(allowed.includes(said[id] ?? ''), `${id} is called ${said[id]}, expected ${allowed.join(' or ')}`);
  }
}
