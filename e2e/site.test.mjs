/** Pages that are slow, broken, empty, lead elsewhere or forget what was saved. */

import assert from 'node:assert/strict';
import { eachRun } from './lib/faults.mjs';
import { ESSENTIAL, onAtTheServer, SETTINGS } from './lib/settings.mjs';
import { eachBrowser } from './lib/suite.mjs';

eachRun('a site that misbehaves', [
  {
    about: 'pages, and a save that is forgotten',
    faults: [
      ['ai-training', { name: 'page-slow', seconds: 4, times: 1 }, 'turned-off'],
      ['research', { name: 'page-reset' }, 'unreachable'],
      ['promotions', { name: 'save-not-kept' }, 'not-saved'],
      ['non-essential-cookies', { name: 'page-not-offered' }, 'not-offered'],
      ['ads-measure-success', { name: 'page-500' }, 'unreachable'],
      ['ads-inferred-location', { name: 'page-elsewhere' }, 'unreachable'],
      ['ads-interests', { name: 'page-loop' }, 'unreachable'],
      // One after the other on one page, so that they are waited for together: a fresh tab cures both.
      ['ads-gender', { name: 'page-error', times: 1 }, 'turned-off'],
      ['ads-gender', { name: 'stale-tab' }, 'turned-off'],
    ],
  },
  {
    about: 'pages whose own program leads away, and one that loads itself for ever; what is not known to be absent is not called so',
    faults: [
      ['ai-training', { name: 'page-moves-on', seconds: 0.1, to: '/mypreferences/d/categories/privacy' }, 'unreachable'],
      ['non-essential-cookies', { name: 'page-moves-on', seconds: 0.1 }, 'not-offered'],
      ['ads-measure-success', { name: 'page-moves-on', seconds: 0.1, to: '/feed/' }, 'unreachable'],
      ['ads-inferred-location', { name: 'page-reloads' }, 'unreachable'],
      ['ads-age', { name: 'page-elsewhere', to: '/mypreferences/page-not-found' }, 'unreachable'],
    ],
  },
]);

eachBrowser('a site that keeps its pages', (test) => {
  for (const [keeper, name] of /** @type {const} */ ([
    ["the browser's cache", 'page-cached'],
    ['a service worker', 'page-worker'],
  ])) {
    test(
      `in ${keeper}: everything is turned off, each by one save`,
      async ({ lab, ext }) => {
        await ext.chosen({ level: 'essential' });
        await ext.harden();
        const state = await ext.ended();
        const after = await lab.state();
        assert.deepEqual([state.run?.phase, onAtTheServer(after, ESSENTIAL)], ['ended', []]);
        const saved = after.saves.map(({ key }) => key);
        assert.deepEqual(saved, [...new Set(saved)], 'each was saved once');
        for (const id of ESSENTIAL) {
          const expected = saved.includes(SETTINGS[id].key) ? ['turned-off'] : ['turned-off', 'already-off'];
          assert.ok(expected.includes(state.settings[id].outcome), `${id} is called ${state.settings[id].outcome}`);
        }
        const { visits } = /** @type {any} */ (state.run);
        assert.ok(
          visits.some((/** @type {{fresh: boolean}} */ { fresh }) => fresh),
          'the run met a page that was kept, and loaded it past the caches',
        );
      },
      { faults: [{ name }] },
    );
  }
});
