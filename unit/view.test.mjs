/** What several pages derive from the view. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byCategory, running, switchState, tone, waiting } from '../extension/ui/view.js';
import { run, setting, view } from './world.mjs';

test('a run is going on only in that phase, and waits for the person only in guide mode at a mark', () => {
  assert.equal(running(view()), false);
  for (const [phase, going] of /** @type {const} */ ([
    ['running', true],
    ['ended', false],
    ['stopped', false],
  ]))
    assert.equal(running(view({ run: run({ phase }) })), going, phase);
  assert.equal(waiting(view({ run: run({ mode: 'guide', step: 'marking' }) })), true);
  assert.equal(waiting(view({ run: run({ mode: 'automatic', step: 'marking' }) })), false);
  assert.equal(waiting(view({ run: run({ mode: 'guide', step: 'reading' }) })), false);
  assert.equal(waiting(view({ run: run({ mode: 'guide', step: 'marking', phase: 'stopped' }) })), false);
});

test('a switch is drawn off only when a fresh load proved it, and its tone asks for attention only where that helps', () => {
  for (const [known, state, loud] of /** @type {[Partial<import('./world.mjs').Setting>, string, string][]} */ ([
    [{ outcome: 'turned-off' }, 'off', 'off'],
    [{ outcome: 'already-off', state: 'on' }, 'off', 'off'],
    [{ outcome: 'unchecked' }, 'unknown', 'quiet'],
    [{ outcome: 'unchecked', state: 'off' }, 'unknown', 'quiet'],
    [{ outcome: 'unchecked', state: 'on' }, 'on', 'quiet'],
    [{ outcome: 'unchecked', state: 'on', offered: false }, 'unknown', 'quiet'],
    [{ outcome: 'unchecked', state: 'on', act: 'mark' }, 'unknown', 'quiet'],
    [{ outcome: 'on' }, 'on', 'on'],
    [{ outcome: 'not-saved' }, 'on', 'on'],
    [{ outcome: 'not-found' }, 'unknown', 'unknown'],
    [{ outcome: 'not-offered' }, 'unknown', 'quiet'],
    [{ outcome: 'skipped' }, 'unknown', 'quiet'],
    [{ outcome: 'needs-you', act: 'mark' }, 'unknown', 'quiet'],
    [{ outcome: 'needs-you', act: 'mark', why: 'looks-on' }, 'on', 'on'],
  ])) {
    assert.equal(switchState(setting(known)), state, JSON.stringify(known));
    assert.equal(tone(setting(known)), loud, JSON.stringify(known));
  }
});

test("settings stand in the order of LinkedIn's categories, the person's own rules last", () => {
  const of = (/** @type {string} */ category) => setting({ id: category, category });
  const sorted = byCategory(['', 'account', 'visibility', 'data-privacy', 'advertising-data'].map(of));
  assert.deepEqual(
    sorted.map(({ id }) => id),
    ['data-privacy', 'advertising-data', 'visibility', 'account', ''],
  );
});
