/** The report: its answer, its groups, what changed over time, the objection, and what is saved of it. */

import './browser.mjs';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportText } from '../extension/report/export.js';
import { frozen } from '../extension/report/folds.js';
import { lastWords } from '../extension/report/last.js';
import { blanks } from '../extension/report/objection.js';
import { lines, pictureWords } from '../extension/report/picture.js';
import { dayWords } from '../extension/report/row.js';
import { dayLines, daysOf } from '../extension/report/timeline.js';
import { dueWords } from '../extension/ui/answer.js';
import { date, dayAndTime, text } from '../extension/ui/text.js';
import { NOON, run, setting, view } from './world.mjs';

const DAY = 86_400_000;

/** @param {object} known */
const report = (known) => ({ looked: true, folds: [], turns: [], answer: null, ...known });

test('the last run is one line with the choices it had, not those of now; none before the first and while one is on', () => {
  const ended = { phase: 'ended', started: NOON, ended: NOON + 58_000, turned: 6, total: 12 };
  assert.equal(
    lastWords(view({ run: run({ ...ended, region: 'uk' }) })),
    `Turned off 6 of 12 on ${dayAndTime(NOON + 58_000)}, in 58 seconds. Recommended, ${text('region_uk')}.`,
  );
  assert.match(lastWords(view({ run: run({ ...ended, already: 4 }) })), / Off already: 4\.$/);
  assert.match(lastWords(view({ run: run({ ...ended, purpose: 'undo', ended: NOON + 180_000 }) })), /^Turned on again 6 .* in 3 minutes\./);
  assert.equal(lastWords(view({ run: run() })), '');
  assert.equal(lastWords(view()), '');
});

test('while a run is on the groups stay as they were, and then follow the engine again', () => {
  const order = frozen();
  const [before, after] = [[{ fold: 'open', settings: ['a'] }], [{ fold: 'off', settings: ['a'] }]];
  assert.deepEqual(order(view({ report: report({ folds: before }) })), before);
  assert.deepEqual(order(view({ report: report({ folds: after }), run: run() })), before);
  assert.deepEqual(order(view({ report: report({ folds: after }), run: run({ phase: 'ended' }) })), after);
  assert.deepEqual(frozen()(view({ report: report({ folds: after }), run: run() })), after, 'opened in the middle of a run');
});

test('a setting has the day of its proof, or when it was looked at; where nobody looked, nothing', () => {
  assert.equal(dayWords(setting()), '');
  assert.equal(dayWords(setting({ seen: NOON })), text('looked_unsure', date(NOON)));
  assert.equal(dayWords(setting({ seen: NOON, state: 'on', outcome: 'on' })), date(NOON));
  assert.equal(dayWords(setting({ seen: NOON + 9 * DAY, proved: NOON, outcome: 'turned-off' })), date(NOON));
});

test('changes are told by day, each kind with its number', () => {
  const turns = [
    { at: NOON, of: 'turned-off' },
    { at: NOON + 1000, of: 'turned-off' },
    { at: NOON + 2000, of: 'undone' },
    { at: NOON + 8 * DAY, of: 'came-back' },
  ];
  const days = daysOf(/** @type {any} */ (turns));
  assert.deepEqual(dayLines(days), [`${date(NOON)}: 2 turned off, 1 turned on again`, `${date(NOON + 8 * DAY)}: 1 came back on`]);
  assert.deepEqual(daysOf([]), []);
  const many = Array.from({ length: 40 }, (_, n) => ({ at: NOON + n * DAY, of: 'turned-off' }));
  assert.equal(daysOf(/** @type {any} */ (many)).at(-1)?.at, NOON + 39 * DAY, 'the newest are kept');
});

test('what is to be filled in is counted until nothing is', () => {
  assert.deepEqual(['[your name]\n[address]', 'Jo Doe\n[address]', 'Jo Doe', '[]'].map(blanks), [2, 1, 0, 0]);
});

test('an answer is asked after once it is due, and the law is named only where one holds', () => {
  const due = (/** @type {object | null} */ answer) => dueWords(view({ report: report({ answer }) }));
  assert.equal(due(null), '');
  assert.equal(due({ sent: NOON, due: false, law: true }), '');
  assert.equal(due({ sent: NOON, due: true, law: false }), text('answer_sent', date(NOON)));
  assert.equal(due({ sent: NOON, due: true, law: true }), `${text('answer_sent', date(NOON))} ${text('answer_law')}`);
});

test('the text to keep has the answer, what needs attention and each group; the picture has numbers and the day alone', () => {
  const settings = [
    setting({ id: 'a', title: 'Ads', outcome: 'turned-off', proved: NOON }),
    setting({ id: 'b', title: 'Groups', outcome: 'not-saved', state: 'on', seen: NOON }),
  ];
  const now = view({
    settings,
    attention: [{ id: 'b', clause: 'not-kept', remedy: 'again' }],
    report: report({ folds: [{ fold: 'off', settings: ['a'] }] }),
  });
  const words = reportText(now);
  assert.match(words, /Needs attention \(1\)\n- Groups: LinkedIn did not keep it off/);
  assert.match(words, /1 off, proved\n- Ads: Turned off/);
  for (const line of pictureWords(now)) assert.doesNotMatch(line, /Ads|Groups|United States/);
});

test('words are put into lines that fit, and one that is too long has a line of its own', () => {
  const measure = (/** @type {string} */ words) => words.length;
  assert.deepEqual(lines(measure, 'one two three four', 9), ['one two', 'three', 'four']);
  assert.deepEqual(lines(measure, 'incomprehensible it is', 6), ['incomprehensible', 'it is']);
});
