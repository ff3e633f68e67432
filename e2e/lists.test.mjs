/** LinkedIn's category pages as a second witness: what they spare where they are right, and that nothing is believed where they are not. */

import assert from 'node:assert/strict';
import { press } from './lib/session.mjs';
import { ALL, onAtTheServer, outcomes, SETTINGS } from './lib/settings.mjs';
import { eachBrowser } from './lib/suite.mjs';
import { waitFor } from './lib/wait.mjs';

/**
 * @typedef {import('./lib/settings.mjs').Id} Id
 * @typedef {import('./lib/lab.mjs').LabConfig} LabConfig
 * @typedef {import('./lib/lab.mjs').LabState} LabState
 */

const ADS = '/mypreferences/d/categories/ads';
const PRIVACY = '/mypreferences/d/categories/privacy';

/** What a run over all thirteen settings may load: its first look and its proofs, and a second look at what it turned off. */
const MOST_PAGES = { first: 20, second: 6 };

/** @param {LabState} lab */
const pages = ({ log }) => log.filter(({ kind }) => kind === 'page').map(({ path }) => path);

/** @param {Id} id */
const key = (id) => SETTINGS[id].key;

/** Runs in which lists are not what they should be; what they say wrong differs from list to list. */
const WRONG = /** @type {[string, LabConfig][]} */ ([
  [
    'one that says the contrary of some settings, and one whose values come late, where many pages show off at first',
    {
      lang: 'en',
      settings: { [key('ads-age')]: false, [key('research')]: false },
      faults: [
        { name: 'word-wrong', key: key('ads-age') },
        { name: 'word-wrong', key: key('ads-off-linkedin') },
        { name: 'word-wrong', key: key('ads-interests') },
        { name: 'list-late', page: PRIVACY, seconds: 3 },
        { name: 'data-late', key: key('ads-measure-success'), seconds: 2.5 },
        { name: 'data-late', key: key('ads-gender'), seconds: 1.5 },
        // Slow at one time in both places: what a list says before it has stood still is no second witness.
        { name: 'data-late', key: key('ai-training'), seconds: 4.5 },
      ],
    },
  ],
  [
    'one that shows some values, from before the last save, and one that shows none, in a language whose words nobody knows',
    {
      lang: 'ja',
      settings: { [key('ads-gender')]: false },
      faults: [
        { name: 'list-stale', page: ADS, n: 2 },
        { name: 'list-partial', page: ADS },
        { name: 'list-none', page: PRIVACY },
      ],
    },
  ],
]);

eachBrowser('lists', (test) => {
  test('where they are right they spare loads, in the first run and in the second look', async ({ lab, ext }) => {
    await ext.chosen({ level: 'strict' });
    const popup = await ext.harden();
    assertAllOff(await ext.ended(), await lab.state());
    const first = pages(await lab.state());
    assert.ok(first.length <= MOST_PAGES.first, `the first run loaded ${first.length} pages: ${first.join(' ')}`);

    await lab.clear();
    await press(popup, '#harden');
    await waitFor('the second run to start', async () => (await lab.state()).log.length > 0);
    const again = await ext.ended();
    const after = await lab.state();
    assert.deepEqual(outcomes(again, ALL), Object.fromEntries(ALL.map((id) => [id, 'already-off'])));
    assert.deepEqual(after.saves, [], 'saves of the second look');
    const second = pages(after);
    assert.ok(second.length <= MOST_PAGES.second, `the second look loaded ${second.length} pages: ${second.join(' ')}`);
  });

  for (const [about, config] of WRONG) {
    test(
      `where they are wrong nothing false is said: ${about}`,
      async ({ lab, ext }) => {
        await ext.chosen({ level: 'strict' });
        await ext.harden();
        assertAllOff(await ext.ended(), await lab.state(), config.settings);
      },
      config,
    );
  }
});

/**
 * Everything is off at the server, each by one save unless it was off before, and called so.
 * @param {import('./lib/session.mjs').State} state
 * @param {LabState} lab
 * @param {Record<string, boolean>} [before] what was off at the start
 */
function assertAllOff(state, lab, before = {}) {
  assert.equal(state.run?.phase, 'ended');
  assert.deepEqual(onAtTheServer(lab, ALL), []);
  const saved = lab.saves.map((save) => save.key);
  assert.deepEqual(saved, [...new Set(saved)], 'each was saved once');
  const turned = ALL.filter((id) => before[key(id)] !== false);
  const said = outcomes(state, ALL);
  for (const id of ALL) {
    const allowed = turned.includes(id) ? ['turned-off', ...(saved.includes(key(id)) ? [] : ['already-off'])] : ['already-off'];
    assert.ok(allowed.includes(said[id] ?? ''), `${id} is called ${said[id]}, expected ${allowed.join(' or ')}`);
  }
}
