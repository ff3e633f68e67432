/** Parts of a page: what they show of a view, what they send, and where the focus goes. */

import './browser.mjs';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { resultOf } from '../extension/options/checks.js';
import { choices, savedLine, stored } from '../extension/ui/choices.js';
import { el, keyed } from '../extension/ui/dom.js';
import { why } from '../extension/ui/explain.js';
import { csv, day, onFile } from '../extension/ui/file.js';
import { announcer } from '../extension/ui/heard.js';
import { history } from '../extension/ui/history.js';
import { runPanel } from '../extension/ui/run.js';
import { sendPage } from '../extension/ui/send-page.js';
import { text } from '../extension/ui/text.js';
import { undoButton } from '../extension/ui/undo.js';
import { document, Element } from './browser.mjs';
import { NOON, run, setting, view } from './world.mjs';

/** An element of the tests' document as what the pages take it for. @param {string} [name] @param {string} [id] */
function element(name = 'div', id = '') {
  const made = new Element(name);
  made.id = id;
  document.body.append(made);
  return /** @type {any} */ (made);
}

/** @param {string} id */
const byId = (id) => document.getElementById(id) ?? assert.fail(`#${id}`);

beforeEach(() => document.body.replaceChildren());

test('a list keeps the part of what stays, in the order of the items, and its focus', () => {
  const list = element();
  let made = 0;
  const show = keyed(
    list,
    (/** @type {{id: string, words?: string}} */ { id }) => id,
    () => {
      made += 1;
      const node = el('button');
      return {
        node,
        show({ words = '' }) {
          node.textContent = words;
        },
      };
    },
  );
  const shown = () => list.children.map((/** @type {Element} */ each) => `${each.getAttribute('data-key')}${each.textContent}`);
  show([{ id: 'a' }, { id: 'b' }, { id: 'c' }], view());
  const [, b] = list.children;
  b.focus();
  show([{ id: 'b', words: '!' }, { id: 'd' }, { id: 'c' }], view());
  assert.deepEqual(shown(), ['b!', 'd', 'c']);
  assert.equal(list.children[0], b);
  assert.equal(document.activeElement, b, 'what stays is not moved, which would take the focus from it');
  assert.equal(made, 4);
  show([], view());
  assert.deepEqual(shown(), []);
});

test('a list tells that what had the focus is gone, so that it can go elsewhere', () => {
  const list = element();
  const show = keyed(
    list,
    (/** @type {string} */ id) => id,
    () => ({ node: el('button') }),
  );
  assert.equal(show(['a', 'b', 'c'], view()), false);
  assert.equal(show(['a', 'b'], view()), false, 'nothing had it');
  list.children[0].focus();
  assert.equal(show(['a'], view()), false, 'what has it stays');
  assert.equal(show([], view()), true);
});

test('what lies behind a setting is made when it is opened, and anew only when it differs', () => {
  const { node, show } = why(setting({ local: true }));
  const box = /** @type {any} */ (node);
  const reasons = box.children[1];
  show(setting({ local: true }), view());
  assert.equal(reasons.children.length, 0, 'closed');
  box.open = true;
  box.happen('toggle');
  const [made] = reasons.children;
  assert.equal(made.textContent, text('applies_own_rule'));
  show(setting({ local: true }), view());
  assert.equal(reasons.children[0], made);
  const elsewhere = view();
  elsewhere.choices.region = 'uk';
  show(setting({ local: true }), elsewhere);
  assert.notEqual(reasons.children[0], made);
});

test('undo is offered for what Offswitch turned off, except while a run is on', () => {
  /** @type {object[]} */
  const sent = [];
  const { node, show } = undoButton(setting(), (command) => sent.push(command));
  show(setting(), view());
  assert.equal(node.hidden, true);
  show(setting({ ours: true }), view({ run: run() }));
  assert.deepEqual([node.hidden, /** @type {any} */ (node).disabled], [false, true]);
  node.click();
  show(setting({ ours: true }), view());
  node.click();
  assert.deepEqual(sent, [{ command: 'undo', settings: ['read-receipts'] }]);
});

test('a history is shown once there is one', () => {
  const { node, show } = history();
  show(setting(), view());
  assert.equal(node.hidden, true);
  show(setting({ history: [{ at: NOON, to: 'off', by: 'person' }] }), view());
  assert.deepEqual([node.hidden, node.children[1].children.length], [false, 1]);
});

test('a run can be started only with a view and with access, and the focus follows the buttons', () => {
  /** @type {object[]} */
  const sent = [];
  const panel = runPanel(element(), (command) => sent.push(command), { start: () => ({ region: 'uk' }) });
  const [harden, stop, skip] = ['harden', 'stop', 'skip'].map(byId);
  assert.equal(harden.disabled, true, 'nobody knows yet what it would do');
  panel.allow?.(true);
  assert.equal(harden.disabled, true);
  panel.show(view());
  assert.equal(harden.disabled, false);
  panel.allow?.(false);
  assert.equal(harden.disabled, true);
  panel.allow?.(true);
  harden.focus();
  harden.click();
  assert.deepEqual(sent, [{ command: 'harden', region: 'uk' }]);
  panel.show(view({ run: run({ mode: 'guide', step: 'marking' }) }));
  assert.deepEqual([harden.hidden, skip.hidden, document.activeElement], [true, false, stop]);
  panel.show(view({ run: run({ mode: 'guide', step: 'marking', setting: 'ads-age' }) }));
  skip.click();
  assert.deepEqual(sent.at(-1), { command: 'skip', setting: 'ads-age' });
  skip.focus();
  panel.show(view({ run: run({ mode: 'guide' }) }));
  assert.deepEqual([skip.hidden, document.activeElement], [true, stop]);
  panel.show(view({ run: run({ phase: 'ended' }) }));
  assert.equal(document.activeElement, harden);
});

test('a run that was started elsewhere on the page takes the focus from what started it, and from nothing else', () => {
  const panel = runPanel(element(), () => {});
  const [harden, stop] = ['harden', 'stop'].map(byId);
  const [undo, other] = [element('button'), element('button')];
  undo.setAttribute('class', 'undo');
  for (const [focused, then] of [
    [undo, stop],
    [other, other],
  ]) {
    panel.show(view());
    focused.focus();
    panel.show(view({ run: run() }));
    assert.equal(document.activeElement, then);
  }
  panel.show(view({ run: run({ phase: 'ended' }) }));
  assert.equal(document.activeElement, other, 'it was not in the run');
  stop.focus();
  panel.show(view());
  assert.equal(document.activeElement, harden);
});

test('only looking is a second way, where it is offered and after the first run', () => {
  const ended = { run: run({ phase: 'ended' }) };
  const plain = runPanel(element(), () => {});
  plain.show(view(ended));
  assert.equal(byId('look').hidden, true, 'it is not offered on this page');
  document.body.replaceChildren();

  /** @type {object[]} */
  const sent = [];
  const panel = runPanel(element(), (command) => sent.push(command), { look: true });
  const [look, stop] = ['look', 'stop'].map(byId);
  panel.show(view());
  assert.equal(look.hidden, true, 'there was no run');
  panel.show(view(ended));
  assert.deepEqual([look.hidden, look.textContent], [false, text('look')]);
  look.focus();
  look.click();
  assert.deepEqual(sent, [{ command: 'check' }]);
  panel.show(view({ run: run({ purpose: 'check' }) }));
  assert.deepEqual([look.hidden, document.activeElement], [true, stop]);
  panel.allow?.(false);
  assert.equal(look.disabled, true);
});

test('the one main button does what it says, and starting over is a second way beside going on', () => {
  /** @type {object[]} */
  const sent = [];
  const panel = runPanel(element(), (command) => sent.push(command), { confirm: () => sent.push({}) });
  const [harden, over] = ['harden', 'over'].map(byId);
  for (const [deed, command, again] of /** @type {const} */ ([
    ['harden', { command: 'harden' }, true],
    ['again', { command: 'harden' }, true],
    ['retry', { command: 'harden' }, true],
    ['resume', { command: 'resume' }, false],
    ['sign-in', { command: 'resume' }, false],
    ['confirm', {}, true],
  ])) {
    panel.show(view({ main: { deed, n: 2 } }));
    harden.click();
    assert.deepEqual(sent.splice(0), [command], deed);
    assert.equal(over.hidden, again, deed);
  }
  panel.show(view({ main: { deed: 'resume', n: 2 } }));
  over.click();
  assert.deepEqual(sent, [{ command: 'harden' }]);
});

test('a run of many pages is announced a few times and far apart, and what waits for the person at once', () => {
  const { node, tell, rest } = announcer();
  /** @type {string[]} */
  const heard = [];
  const listen = () => {
    if (node.textContent && node.textContent !== heard.at(-1)) heard.push(node.textContent);
  };
  for (let second = 0; second <= 120; second++) {
    tell(NOON + second * 1000, 'settings', second / 120, `${second} of 120`);
    listen();
  }
  assert.deepEqual(heard.splice(0), ['0 of 120', '30 of 120', '60 of 120', '90 of 120']);
  for (let page = 0; page <= 40; page++) {
    tell(NOON + 130_000 + page * 20_000, 'looks', page / 40, `page ${page + 1} of 40`);
    listen();
  }
  assert.deepEqual(heard, ['page 1 of 40', 'page 21 of 40'], 'however slow the pages are');
  tell(NOON + 950_000, 'settings', 0.99, '119 of 120', 'Turn it off');
  assert.equal(node.textContent, 'Turn it off');
  rest();
  assert.equal(node.textContent, '');
  for (let n = 0; n < 50; n++) {
    tell(NOON + 960_000 + n * 100, 'settings', n / 50, `${n} of 50`);
    listen();
  }
  assert.equal(heard.at(-1), '0 of 50', 'a quick run is not told page by page');
});

test('a choice is called saved only when it is what is stored', () => {
  const line = element();
  const saved = savedLine(line);
  const { choices: now } = view();
  saved.show(view());
  assert.equal(line.textContent, '', 'nothing was asked');
  saved.ask({ level: 'strict' });
  saved.show(view());
  assert.equal(line.textContent, '');
  saved.show(view({ choices: { ...now, level: 'strict' } }));
  assert.equal(line.textContent, text('saved'));
  saved.ask({ level: 'essential' });
  assert.equal(line.textContent, '');
  saved.fault();
  saved.show(view({ choices: { ...now, level: 'essential' } }));
  assert.equal(line.textContent, '', 'a fault came between');
  assert.equal(stored({ level: 'strict' }, { ...now, level: 'strict', chosen: false }), false, 'only suggested');
});

test('the controls keep what the person is about to choose until something else is stored', () => {
  const form = element('form');
  const { show, shown } = choices(form);
  show(view());
  assert.deepEqual(shown(), { region: 'us', level: 'recommended', mode: 'automatic' });
  byId('region').value = 'uk';
  show(view());
  assert.equal(shown().region, 'uk');
  show(view({ choices: { ...view().choices, mode: 'guide' } }));
  assert.deepEqual(shown(), { region: 'us', level: 'recommended', mode: 'guide' });
});

test('a region that nobody knows is not guessed, and one that the time zone suggests is shown', () => {
  const unknown = { choices: { ...view().choices, region: 'other', chosen: false } };
  const { show, shown } = choices(element('form'));
  show(view(unknown));
  assert.equal(shown().region, '');
  show(
    view({ ...unknown, suggestion: { region: 'uk', country: 'GB', zone: 'Europe/London' }, choices: { ...unknown.choices, region: 'uk' } }),
  );
  assert.equal(shown().region, 'uk');
});

test('the first change stores all that is shown, a later one only itself', () => {
  let valid = false;
  const form = Object.assign(element('form'), { reportValidity: () => valid });
  const { show, shown, onChange } = choices(form);
  /** @type {object[]} */
  const asked = [];
  onChange((choice) => asked.push(choice));
  show(view({ choices: { ...view().choices, level: 'strict', mode: 'guide', chosen: false } }));
  const changed = Object.assign(new Element('input'), { name: 'level', value: 'strict' });
  form.happen('change', changed);
  assert.deepEqual(asked, [], 'nobody knows the region, and the person is asked for it');
  byId('region').value = 'us';
  valid = true;
  form.happen('change', changed);
  show(view({ choices: { ...view().choices, level: 'strict', mode: 'guide' } }));
  form.happen('change', changed);
  assert.deepEqual(shown(), { region: 'us', level: 'strict', mode: 'guide' });
  assert.deepEqual(asked, [shown(), { level: 'strict' }]);
});

test('a page that was shown stays as it was read until it is asked for again', () => {
  /** @type {object[]} */
  const sent = [];
  const part = sendPage(element(), (command) => sent.push(command));
  const words = byId('page-shown');
  part.show(view({ page: { path: '/a' } }));
  assert.equal(words.value, '', 'nobody asked');
  byId('page-show').click();
  assert.deepEqual(sent, [{ command: 'page' }]);
  part.show(view());
  assert.equal(byId('page-save').parent?.hidden, true, 'there is none yet');
  part.show(view({ page: { path: '/a' } }));
  part.show(view({ page: { path: '/b' } }));
  assert.deepEqual(JSON.parse(words.value), { path: '/a' });
  assert.equal(byId('page-save').parent?.hidden, false);
});

test('no cell of a CSV file is a formula, and each is quoted', () => {
  assert.equal(csv([['=1+1', 'a "b", c', -1, true]]), `\ufeff"'=1+1","a ""b"", c","'-1","true"\r\n`);
  for (const start of ['=', '+', '-', '@', '\t', '\r']) assert.equal(csv([[`${start}x`]]), `\ufeff"'${start}x"\r\n`);
  assert.equal(csv([['a'], ['b']]), '\ufeff"a"\r\n"b"\r\n');
});

test("a file is named by the day in the person's own time zone", () => {
  assert.equal(day(new Date(2026, 0, 5, 23, 59).getTime()), '2026-01-05');
});

test('a chosen file is read as JSON, and can be chosen again', async () => {
  const input = element('input');
  /** @param {string} content @param {number} [size] */
  const choose = (content, size = content.length) =>
    new Promise((resolve) => {
      const fresh = Object.assign(element('input'), { files: [{ size, text: async () => content }], value: 'x' });
      onFile(fresh, (found) => resolve([found, fresh.value]));
      fresh.happen('change');
    });
  assert.deepEqual(await choose('{"rules": []}'), [{ rules: [] }, '']);
  assert.deepEqual(await choose('no JSON'), [null, '']);
  assert.deepEqual(await choose(`${'['.repeat(31)}${']'.repeat(31)}`), [null, ''], 'too deep');
  assert.deepEqual(await choose(`${'['.repeat(100_000)}${']'.repeat(100_000)}`), [null, ''], 'far too deep');
  assert.deepEqual(await choose(JSON.stringify('x'.repeat(1_000_000))), [null, ''], 'too large');
  assert.deepEqual(await choose(`${' '.repeat(2_000_000)}{}`), [{}, ''], 'blanks do not count');
  assert.deepEqual(await choose('{}', 5_000_000), [null, ''], 'too large to be read');
  onFile(input, () => assert.fail('no file was chosen'));
  input.files = [];
  input.happen('change');
});

test('the options say in words what comes of the choice of checks, and when', () => {
  /** @param {'off' | 'remind' | 'automatic'} kind @param {number} due */
  const said = (kind, due) => {
    const world = view();
    return resultOf({ ...world, choices: { ...world.choices, checks: kind }, checking: { due, every: true, again: true } });
  };
  const later = Date.UTC(2026, 11, 25, 12);
  assert.equal(said('off', later), 'No reminder, and no check by itself.');
  assert.equal(said('remind', later), 'Next reminder: December 25, 2026');
  assert.equal(said('automatic', later), 'Next check: December 25, 2026');
  assert.equal(said('remind', 0), 'The first reminder is counted from the first check.');
  assert.equal(said('automatic', 0), 'The first check is counted from your first run.');
  assert.match(said('remind', view().now), /^It is time/);
  assert.match(said('automatic', view().now), /^The next check is due/);
});

test('what an organisation has locked cannot be changed, and beside it stands that it did', () => {
  const form = /** @type {any} */ (new Element('form'));
  const { show, shown } = choices(form);
  const notes = () => texts(form).filter((words) => words.includes('organisation'));
  const world = view();
  show({ ...world, managed: { locked: ['region', 'mode'], suggested: ['level'], ignored: [] } });
  assert.deepEqual(notes(), [
    'Your organisation set this. You cannot change it here.',
    'Suggested by your organisation.',
    'Your organisation set this. You cannot change it here.',
  ]);
  assert.deepEqual(shown(), { region: 'us', level: 'recommended', mode: 'automatic' }, 'what is locked is part of what is shown');
  show(world);
  assert.deepEqual(notes(), []);
});

/** @param {any} node @returns {string[]} the texts of its paragraphs that are shown */
const texts = (node) =>
  node.hidden ? [] : node.localName === 'p' ? [node.textContent] : node.children.flatMap((/** @type {any} */ child) => texts(child));
