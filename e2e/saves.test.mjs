/** Saves that LinkedIn refuses, forgets or does not answer. */

import assert from 'node:assert/strict';
import { eachRun } from './lib/faults.mjs';

/** What LinkedIn's "too many requests" is answered with: nothing for so long, in milliseconds. */
const HOLD_OFF = 30_000;

eachRun('saves', [
  {
    about: 'refused or forgotten',
    faults: [
      ['ai-training', { name: 'flips-back' }, 'not-saved'],
      ['non-essential-cookies', { name: 'flips-back-late', seconds: 2 }, 'not-saved'],
      ['ads-data-from-others', { name: 'save-500' }, 'not-saved'],
      ['ads-inferred-location', { name: 'save-not-kept' }, 'not-saved'],
      ['ads-interests', { name: 'pessimistic', seconds: 1 }, 'turned-off'],
    ],
  },
  {
    about: 'forbidden, slow or without an answer',
    faults: [
      ['ai-training', { name: 'save-403' }, 'not-saved'],
      ['research', { name: 'save-429', seconds: 1, times: 1 }, 'turned-off'],
      ['non-essential-cookies', { name: 'save-slow', seconds: 3 }, 'turned-off'],
      ['ads-data-from-others', { name: 'save-silent' }, 'not-saved'],
      ['ads-inferred-location', { name: 'save-reset' }, 'not-saved'],
    ],
    also({ saves }) {
      const at = saves.findIndex(({ status }) => status === 429);
      assert.ok(saves[at + 1].at - saves[at].at >= HOLD_OFF, 'nothing is clicked for a while after "too many requests"');
    },
  },
]);
