/** Saves that LinkedIn refuses, takes its time over or does not answer. */

import assert from 'node:assert/strict';
import { eachRun } from './lib/faults.mjs';
import { COUPLED, loads, SETTINGS } from './lib/settings.mjs';

/** What LinkedIn's "too many requests" is answered with: nothing for so long, in milliseconds. */
const HOLD_OFF = 30_000;

/** Three settings in a row that fail would end the run, so others stand between them. */
eachRun('saves', [
  {
    about: 'refused, slow or without an answer, in a country where not everything is offered',
    region: 'designated',
    faults: [
      ['ai-training', { name: 'flips-back' }, 'not-saved'],
      ['non-essential-cookies', { name: 'flips-back-late', seconds: 2 }, 'not-saved'],
      ['ads-off-linkedin', { name: 'save-slow', seconds: 3 }, 'turned-off'],
      ['ads-data-from-others', { name: 'save-500' }, 'not-saved'],
      ['ads-measure-success', { name: 'pessimistic', seconds: 1 }, 'turned-off'],
      ['ads-inferred-location', { name: 'save-403' }, 'not-saved'],
      ['ads-age', { name: 'save-reset', times: 1 }, 'turned-off'],
      ['ads-gender', { name: 'save-slow', seconds: 7 }, 'turned-off'],
      ['promotions', { name: 'save-429', seconds: 1, times: 1 }, 'turned-off'],
      ['email-export', { name: 'save-silent', times: 1 }, 'turned-off'],
    ],
    also({ log, saves }) {
      assert.equal(loads({ log }, COUPLED), 0, 'what is not offered there is not visited');
      for (const id of /** @type {const} */ (['ads-off-linkedin', 'ads-gender'])) {
        const own = saves.filter(({ key }) => key === SETTINGS[id].key);
        assert.deepEqual(
          own.map(({ status }) => status),
          [200],
          `${id} was saved once, and its page stayed for the answer`,
        );
      }
      const at = saves.findIndex(({ status }) => status === 429);
      assert.ok(saves[at + 1].at - saves[at].at >= HOLD_OFF, 'nothing is clicked for a while after "too many requests"');
    },
  },
]);
