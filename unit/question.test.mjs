/** The question on the report: what is asked, what the person has said so far, and what is sent; and what is left alone. */

import './browser.mjs';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { answers } from '../extension/report/answers.js';
import { groupsOf, question, submitText } from '../extension/report/question.js';
import { alone, leaveUndone } from '../extension/ui/alone.js';
import { progressText, stepText } from '../extension/ui/run.js';
import { advice, outcome, outcomeWords } from '../extension/ui/setting.js';
import { around, text } from '../extension/ui/text.js';
import { undoButton } from '../extension/ui/undo.js';
import { tone } from '../extension/ui/view.js';
import { document, Element } from './browser.mjs';
import { found, NOON, run, setting, view } from './world.mjs';

Object.assign(globalThis, { location: { hash: '' }, addEventListener() {} });

beforeEach(() => document.body.replaceChildren());

const planned = setting({ id: 'page-visits' });
const beyond = setting({ id: 'mentions', planned: false });
const level = found({ id: 'mentions', setting: 'mentions', place: 'beyond', ticked: false });
const unknown = found({ id: '/x labOne', setting: '', title: '', category: '', how: 'none', place: 'unknown', ticked: false });
const options = [
  { label: 'Alle', chosen: true },
  { label: 'Niemand', chosen: false },
];
const option = found({ id: 'email', kind: 'option', label: '', options, ticked: false });
const boxless = found({ id: '/y ember1', setting: '', lasting: false, how: 'none', place: 'unknown', ticked: false });

/** @param {object} [known] */
const world = (known) => view({ settings: [planned, beyond], found: [found(), level, option, unknown, boxless], asked: 2, ...known });

test('what the level covers stands by category, then what it leaves alone, then what no rule knows', () => {
  assert.deepEqual(
    groupsOf(world()).map(({ id, items }) => [id, items.map((item) => item.id)]),
    [
      ['visibility', ['page-visits', 'email']],
      ['beyond', ['mentions']],
      ['unknown', ['/x labOne', '/y ember1']],
    ],
  );
  const renamed = found({ ...unknown, was: 'Before', place: 'asked' });
  assert.equal(groupsOf(view({ found: [renamed] }))[0].id, '', "the person's own rule");
});

test('the button says the number and the deed', () => {
  assert.equal(submitText(0, false), 'Leave all as they are');
  assert.equal(submitText(1, false), 'Turn off 1 and keep it off');
  assert.equal(submitText(11, false), 'Turn off 11 and keep them off');
  assert.equal(submitText(11, true), 'Show me these 11');
});

test('what was touched stays, what was not follows the engine, and other words are another question', () => {
  const said = answers();
  said.tick(found(), false);
  assert.equal(said.of(found({ ticked: true, seen: 7 })).ticked, false);
  assert.equal(said.of(found({ label: 'Anders' })).ticked, true);
  assert.equal(said.of(level).ticked, false);
  assert.equal(said.of({ ...level, ticked: true }).ticked, true);
  said.keep([level]);
  assert.equal(said.of(found()).ticked, true, 'it was gone in between');
});

test('an option that was not recognised has no tick until one is picked, and as it is takes the tick away', () => {
  const said = answers();
  said.tick(option, true);
  assert.deepEqual(said.of(option), { ticked: false, value: '' });
  said.pick(option, 'Niemand');
  assert.deepEqual(said.of(option), { ticked: true, value: 'Niemand' });
  said.pick(option, '');
  assert.deepEqual(said.of(option), { ticked: false, value: 'Niemand' });
  said.tick(option, true);
  assert.deepEqual(said.command([found(), level, option, boxless]), {
    command: 'confirm',
    take: [
      { id: 'page-visits', value: '', seen: NOON },
      { id: 'email', value: 'Niemand', seen: NOON },
    ],
    leave: ['mentions', '/y ember1'],
  });
});

/** The question in the tests' document, with what it sends. */
function form() {
  const section = new Element('section');
  section.append(Object.assign(new Element('h2'), { id: 'question-title' }));
  document.body.append(section);
  /** @type {any[]} */
  const sent = [];
  const part = question(/** @type {any} */ (section), (command) => sent.push(command));
  /** @param {(each: any) => boolean} which @returns {any} */
  const one = (which) => section.all().find(which) ?? assert.fail(String(which));
  return {
    section,
    sent,
    part,
    one,
    box: (/** @type {string} */ id) => one((each) => each.getAttribute('name') === 'found' && each.value === id),
    submit: () => section.querySelector('form')?.happen('submit'),
  };
}

test('one command tells all that is ticked and all that is not; while a run is on it says only that', () => {
  const { section, sent, part, one, box, submit } = form();
  part.show(world());
  assert.equal(section.hidden, false);
  const button = one(({ id }) => id === 'turn-off-found');
  assert.equal(button.textContent, 'Turn off 1 and keep it off');
  box('mentions').checked = true;
  box('mentions').happen('change');
  assert.equal(button.textContent, 'Turn off 2 and keep them off');
  part.show(world({ run: run() }));
  assert.equal(box('mentions').checked, true, 'a view changes nothing of it');
  submit();
  assert.deepEqual(sent, []);
  assert.equal(one((each) => each.getAttribute('role') === 'alert').textContent, text('refused_already_running'));
  part.show(world());
  assert.equal(one((each) => each.getAttribute('role') === 'alert').hidden, true);
  submit();
  assert.deepEqual(sent, [
    {
      command: 'confirm',
      take: [
        { id: 'page-visits', value: '', seen: NOON },
        { id: 'mentions', value: '', seen: NOON },
      ],
      leave: ['email', '/x labOne', '/y ember1'],
    },
  ]);
  part.show(view());
  assert.equal(section.hidden, true);
});

test('what was seen long ago is looked at again first, and what was said of it stays', () => {
  const { sent, part, one, box, submit } = form();
  const old = found({ stale: true, seen: 7 });
  part.show(world({ found: [old, level] }));
  box('mentions').checked = true;
  box('mentions').happen('change');
  const button = one(({ id }) => id === 'turn-off-found');
  assert.match(button.textContent, /^Look again first/);
  submit();
  part.show(world({ found: [found(), level] }));
  assert.equal(button.textContent, 'Turn off 2 and keep them off');
  submit();
  assert.deepEqual(
    sent.map(({ command, again, take }) => [command, again ?? take.length]),
    [
      ['look', true],
      ['confirm', 2],
    ],
  );
});

test('a switch that cannot be told again is shown, and a page that cannot be read is opened', () => {
  const { section, sent, part, one } = form();
  const full = found({ id: '/z ', setting: '', label: '', heading: '', title: '', lasting: false, more: 4, how: 'none', place: 'unknown' });
  part.show(view({ found: [boxless, full] }));
  assert.equal(section.querySelector('h2')?.textContent, text('unknown_title'), 'nothing can be turned off here');
  assert.equal(section.all().filter((each) => each.getAttribute('name') === 'found').length, 0);
  one((each) => each.localName === 'button' && each.textContent.startsWith('Show me')).happen('click');
  assert.deepEqual(sent, [{ command: 'show', id: '/y ember1' }]);
  assert.ok(one((each) => each.localName === 'a' && each.textContent.startsWith(text('found_open'))));
});

test('a rule from a file says what it is of, and that nobody has seen it here', () => {
  const { section, part, box } = form();
  const item = found({
    id: 'file local:/x labOne',
    label: 'Eins',
    how: 'file',
    place: 'file',
    ticked: false,
    state: 'unknown',
    seen: NOON,
  });
  part.show(view({ found: [item], asked: 1 }));
  assert.equal(box(item.id).checked, false);
  assert.match(section.textContent, /1 rule from a file/);
  assert.match(section.textContent, /Eins/);
  assert.match(section.textContent, new RegExp(text('found_how_file')));
});

test('the box of a group ticks all that can be ticked, and shows when it is only some', () => {
  const { part, one, box } = form();
  const other = found({ id: 'b', setting: 'page-visits', ticked: false });
  part.show(world({ found: [found(), other, option] }));
  const all = one(({ id }) => id === 'all-visibility');
  assert.deepEqual([all.checked, all.indeterminate], [false, true]);
  all.checked = true;
  all.happen('change');
  assert.deepEqual([all.checked, all.indeterminate, box('b').checked, box('email').checked], [true, false, true, false]);
  assert.equal(box('email').disabled, true);
  all.checked = false;
  all.happen('change');
  assert.deepEqual([box('page-visits').checked, box('b').checked], [false, false]);
});

test('the focus goes to the question when the address says so', () => {
  const { section, part } = form();
  part.show(world());
  assert.equal(document.activeElement?.localName === 'h2', false);
  Object.assign(globalThis, { location: { hash: '#question' } });
  part.show(world());
  assert.equal(document.activeElement, section.querySelector('h2'));
  Object.assign(globalThis, { location: { hash: '' } });
});

test('a setting can be left alone, taken back, and turned off now, except while a run is on', () => {
  /** @type {any[]} */
  const sent = [];
  const part = alone(setting(), (command) => sent.push(command));
  const buttons = /** @type {any[]} */ ([...part.node.children]);
  /** @param {object} known @param {object} [rest] */
  const offered = (known, rest) => {
    part.show(setting(known), view(rest));
    return buttons.filter(({ hidden, disabled }) => !hidden && !disabled).map((each) => each.getAttribute('class'));
  };
  assert.deepEqual(offered({ outcome: 'on' }), ['only', 'leave']);
  assert.deepEqual(offered({ outcome: 'on' }, { run: run() }), []);
  assert.deepEqual(offered({ outcome: 'turned-off' }), ['leave']);
  assert.deepEqual(offered({ act: 'guide' }), ['leave']);
  assert.deepEqual(offered({ offered: false, left: true }), ['unleave']);
  assert.deepEqual(offered({ outcome: 'turned-off', learned: true }), ['leave', 'disown']);
  offered({ outcome: 'on' });
  for (const each of buttons) each.click();
  const id = 'read-receipts';
  assert.deepEqual(sent, [
    { command: 'only', setting: id },
    { command: 'leave', setting: id },
    { command: 'unleave', id },
    { command: 'disown', setting: id },
  ]);
  const undone = { outcome: 'on', why: 'undone' };
  assert.deepEqual(offered(undone), ['only'], 'the other stands beside the undo');
  const beside = leaveUndone(setting(), () => {});
  beside.show(setting(undone), view());
  assert.equal(beside.node.hidden, false);
  beside.show(setting({ outcome: 'on' }), view());
  assert.equal(beside.node.hidden, true);
});

test('what was left alone is called so, without alarm, unless it is off', () => {
  const left = setting({ outcome: 'on', state: 'on', left: true });
  assert.deepEqual([outcomeWords(left), advice(left, 'Go'), tone(left)], ['Left alone by you', text('left_advice'), 'quiet']);
  assert.equal(outcomeWords(setting({ outcome: 'already-off', left: true })), 'Already off');
});

test('where it is no switch, off says what that is, and the way back says whereto', () => {
  /** @param {object} known */
  const words = (known) => {
    const part = outcome();
    part.show(setting(known), view());
    return part.node.textContent;
  };
  const radio = { control: 'radio', outcome: 'turned-off', picked: ['Niemand'], former: ['Alle'], ours: true };
  assert.equal(words(radio), 'Turned off, set to Niemand');
  assert.equal(words({ ...radio, outcome: 'on' }), 'On');
  assert.equal(words({ control: 'list', outcome: 'already-off' }), 'Already off, none of its boxes is ticked');
  const undo = undoButton(setting(radio), () => {});
  undo.show(setting(radio), view());
  assert.equal(undo.node.textContent, 'Back to Alle: Who sees that you read or type');
  undo.show(setting({ ours: true }), view());
  assert.equal(undo.node.textContent, 'Turn on again: Who sees that you read or type');
  assert.deepEqual(around('set_to', /** @type {any} */ ('x')), ['set to ', 'x']);
});

test('a page that is only looked at is counted by itself, and nothing is said to be clicked', () => {
  const looks = run({ step: 'looking', looks: { done: 4, of: 16 } });
  assert.equal(progressText(view(), looks), 'Looking at page 5 of 16. Nothing is clicked.');
  assert.equal(stepText(view({ run: looks }), looks), '');
});
