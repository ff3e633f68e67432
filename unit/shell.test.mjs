/** The shell: whom it hears, where it goes, and that nothing stops it. */

import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { fits, MAX_CONTENT } from '../extension/bounds.js';
import { browser, clicked, control, effects, events, instances, settled, snapshot, start, types } from './shell.mjs';

const PAGE = 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement';

/** @param {any} value @param {number} [depth] how deep @returns {any} */
const nested = (value, depth = 0) => (depth ? nested([value], depth - 1) : value);

afterEach(() => mock.restoreAll());

test('an agent says what it saw and what it clicked, all of it and nothing besides', async () => {
  const { agent, told } = await start();
  const port = agent(3);
  port.onMessage.happen({ type: 'snapshot', snapshot: snapshot(), member: '' });
  port.onMessage.happen(clicked);
  const [saw, did, ...more] = await told();
  assert.deepEqual(more, []);
  const { now, ...rest } = saw;
  assert.ok(now > 0);
  assert.deepEqual(rest, { type: 'snapshot', tab: 3, snapshot: snapshot() });
  assert.deepEqual({ ...did, now: 0 }, { ...clicked, tab: 3, now: 0 });
});

for (const [name, message] of Object.entries({
  'a command': { type: 'command', command: 'reset' },
  'another state': { type: 'restore', stored: { version: 2 }, fresh: false },
  'that a tab was closed': { type: 'closed', tab: 1 },
  'that time passed': { type: 'time' },
  'that it is a page': { command: 'undo' },
  'a snapshot without one': { type: 'snapshot', member: 'x' },
  'a snapshot that is a text': { type: 'snapshot', snapshot: 'x' },
  'nothing': null,
  'a number': 7,
  'a list': [clicked],
})) {
  test(`an agent that says ${name} is not heard, and the next one is`, async () => {
    const { agent, told } = await start();
    const port = agent();
    port.onMessage.happen(message);
    assert.deepEqual(await told(), []);
    assert.equal(/** @type {any} */ (console.warn).mock.callCount(), 1);
    port.onMessage.happen(clicked);
    assert.deepEqual(types(await told()), ['clicked']);
  });
}

test('what an agent says besides, or of another type, is left out', async () => {
  const { agent, told } = await start();
  const odd = { ...control({ ref: '1', on: 'yes', key: 7, extra: 1, visible: 1 }), constructor: 'x' };
  agent().onMessage.happen({
    type: 'snapshot',
    snapshot: snapshot({ born: '1', ready: 'true', controls: [odd, null, 7], rows: 'none', saves: { 0: 'k' }, extra: 1 }),
    member: { toString: () => 'x' },
    granted: true,
    command: 'reset',
    account: 'somebody',
    now: 7,
    tab: 99,
  });
  const [saw] = await told();
  assert.deepEqual(Object.keys(saw).sort(), ['now', 'snapshot', 'tab', 'type']);
  assert.deepEqual([saw.tab, saw.now > 7], [1, true]);
  const { born, ready, rows, saves, ...rest } = snapshot();
  const { ref, on, key, visible, ...stays } = control();
  assert.deepEqual(saw.snapshot, { ...rest, controls: [stays, null, null] });
});

test('texts and lists of an agent are cut well above what the engine reads of them', async () => {
  const { agent, told } = await start();
  const many = (/** @type {any} */ what) => Array(2000).fill(what);
  const long = 'x'.repeat(5000);
  agent().onMessage.happen({
    type: 'snapshot',
    snapshot: snapshot({
      lang: long,
      controls: many({ key: long.slice(0, 10) }),
      rows: [{ path: long }, ...many({ path: 'p' })],
      saves: many({ key: 'k' }),
    }),
    member: '',
  });
  const [{ snapshot: saw }] = await told();
  assert.deepEqual([saw.lang.length, saw.rows[0].path.length], [1000, 1000]);
  assert.deepEqual([saw.controls.length, saw.rows.length, saw.saves.length], [1000, 1000, 1000]);
});

test('a snapshot of more than a mebibyte is dropped: no fault, the same instance, and whoever is next is heard', async () => {
  const { agent, page, told } = await start();
  const [port, ui] = [agent(), page()];
  port.onMessage.happen(clicked);
  await told();
  const before = instances.count;
  port.onMessage.happen({
    type: 'snapshot',
    snapshot: snapshot({ rows: Array(1000).fill({ path: 'x'.repeat(1000), title: 'y'.repeat(100) }) }),
    member: '',
  });
  port.onMessage.happen(clicked);
  assert.deepEqual(types(await told()), ['clicked']);
  assert.equal(instances.count, before);
  assert.equal(/** @type {any} */ (console.warn).mock.callCount(), 1);
  assert.deepEqual(
    ui.posted.filter(({ fault }) => fault),
    [],
  );
});

test('a page gives commands that there are, with their own members', async () => {
  const { page, told } = await start();
  const ui = page();
  for (const odd of [null, 7, {}, { command: 'dance' }, { command: 'toString' }, { type: 'restore', stored: {} }]) ui.onMessage.happen(odd);
  assert.deepEqual(await told(), []);
  ui.onMessage.happen({
    command: 'choose',
    region: 'us',
    level: 7,
    every: 30,
    again: true,
    granted: 'yes',
    type: 'restore',
    stored: {},
    now: 1,
  });
  const [{ now, ...choice }] = await told();
  assert.ok(now > 1);
  assert.deepEqual(choice, { type: 'command', command: 'choose', region: 'us', every: 30, again: true, granted: true });
  ui.onMessage.happen({ command: 'view', zone: 'Atlantic/Reykjavik', languages: ['en-US', 'is'] });
  assert.deepEqual((await told())[0].languages, ['en-US', 'is']);
  ui.onMessage.happen({ command: 'undo', settings: ['a', 'b'] });
  assert.deepEqual((await told())[0].settings, ['a', 'b']);
});

test('what a file holds reaches the engine if that can be told it; else the command comes without, to be refused in words', async () => {
  const { page, told } = await start();
  const ui = page('options/options.html');
  const large = { text: 'ä'.repeat(MAX_CONTENT / 2) };
  for (const [content, passes] of /** @type {[any, boolean][]} */ ([
    [{ version: 2 }, true],
    [nested('x', 30), true],
    [{ text: 'x'.repeat(MAX_CONTENT - 20) }, true],
    [nested('x', 31), false],
    [nested('x', 5000), false],
    [large, false],
    ['a text', false],
  ])) {
    ui.onMessage.happen({ command: 'restore', state: content });
    ui.onMessage.happen({ command: 'import', rules: content });
    const [restore, rules, ...more] = await told();
    assert.deepEqual(more, []);
    assert.deepEqual([restore.command, rules.command], ['restore', 'import']);
    assert.deepEqual(['state' in restore, 'rules' in rules], [passes, passes], typeof content);
  }
  const round = /** @type {any} */ ({});
  round.round = round;
  assert.equal(fits(round), false);
});

test('storage is closed to content scripts, where the browser can', async () => {
  const { chrome } = await start();
  assert.deepEqual(/** @type {any} */ (chrome.storage.local.setAccessLevel).mock.calls[0].arguments, [{ accessLevel: 'TRUSTED_CONTEXTS' }]);
  for (const answer of [undefined, () => undefined, () => Promise.reject(new Error('no')), () => assert.fail('thrown')]) {
    const made = browser();
    Object.assign(made.chrome.storage.local, { setAccessLevel: answer });
    const { agent, told } = await start(made);
    agent().onMessage.happen(clicked);
    assert.deepEqual(types(await told()), ['clicked']);
  }
});

test('a private tab is not heard, and no private window has the extension', async () => {
  const { agent, chrome, told } = await start();
  const port = agent(1, { incognito: true });
  port.onMessage.happen(clicked);
  assert.deepEqual([await told(), port.closed], [[], true]);
  assert.equal(chrome.runtime.getManifest().incognito, 'not_allowed');
});

test('of the snapshots of one document that wait only the newest is told, and a click keeps its place', async () => {
  const { agent, page, told } = await start();
  const [one, other, ui] = [agent(1), agent(2), page()];
  const say = (/** @type {any} */ port, /** @type {number} */ more) =>
    port.onMessage.happen({ type: 'snapshot', snapshot: snapshot({ more }), member: '' });
  for (let n = 1; n <= 50; n++) say(one, n);
  say(other, 100);
  ui.onMessage.happen({ command: 'stop' });
  const brief = (/** @type {any[]} */ list) => list.map(({ type, command, snapshot: saw }) => command ?? saw?.more ?? type);
  assert.deepEqual(brief(await told()), [50, 100, 'stop']);
  say(one, 1);
  one.onMessage.happen(clicked);
  say(one, 2);
  say(one, 3);
  assert.deepEqual(brief(await told()), [1, 'clicked', 3], 'what was seen before a click is not lost');
  say(one, 4);
  assert.deepEqual(brief(await told()), [4]);
});

test('nothing that a port, the badge or a page throws ends the queue', async () => {
  const made = browser();
  const { agent, page, told } = await start(made);
  const badge = made.chrome.action;
  const [port, ui, other] = [agent(1), page(), page()];
  port.gone = ui.gone = true;
  effects.to = ({ command }) =>
    command
      ? [
          { do: 'look', tab: 1 },
          { do: 'badge', text: '1', alarm: true, tip: 'badge_on', args: [] },
          { do: 'show', page: 'report' },
        ]
      : [];
  badge.setBadgeText = mock.fn(() => Promise.reject(new Error('no such window')));
  made.tabs.answer = () => Promise.reject(new Error('no window'));
  other.onMessage.happen({ command: 'check' });
  other.onMessage.happen({ command: 'stop' });
  assert.deepEqual(types(await told()), ['check', 'stop']);
  assert.deepEqual(
    other.posted.filter(({ fault }) => fault),
    [],
    'it is no fault of the engine',
  );

  // With a fault to be shown, and nothing to show it with.
  effects.to = () => {
    throw new Error('out of luck');
  };
  Object.assign(badge, {
    setBadgeText() {
      throw new Error('thrown and not rejected');
    },
  });
  other.onMessage.happen({ command: 'check' });
  await told();
  assert.match(other.posted.at(-1)?.fault, /out of luck/);
  effects.to = () => [];
  other.onMessage.happen({ command: 'stop' });
  assert.deepEqual(types(await told()), ['stop']);
});

test('nor does anything else that throws', async () => {
  const { page, told } = await start();
  const ui = page();
  mock.method(console, 'error', () => assert.fail('even this'));
  effects.to = () => assert.fail('out of luck');
  ui.onMessage.happen({ command: 'check' });
  await told();
  effects.to = () => [];
  ui.onMessage.happen({ command: 'stop' });
  assert.deepEqual(types(await told()), ['stop']);
});

test('a browser that never answers about a tab or the badge does not hold up who is next', async () => {
  const { chrome, page, tabs, told } = await start();
  const ui = page();
  const never = new Promise(() => {});
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    for (const effect of [
      { do: 'open', url: PAGE },
      { do: 'go', tab: 1, url: PAGE, reload: true },
      { do: 'show', page: 'report' },
      { do: 'badge', text: '', alarm: false, tip: 'badge_off', args: [] },
    ]) {
      tabs.answer = () => never;
      chrome.action.setBadgeText = mock.fn(() => never);
      effects.to = ({ command }) => (command === 'harden' ? [effect] : []);
      ui.onMessage.happen({ command: 'harden' });
      ui.onMessage.happen({ command: 'stop' });
      assert.deepEqual(types(await told()), ['harden'], effect.do);
      mock.timers.tick(10_000);
      assert.deepEqual(types(await told()), ['stop'], effect.do);
    }
  } finally {
    mock.timers.reset();
  }
});

test('what cannot be stored is a fault, and the next event begins with a new instance', async () => {
  const made = browser();
  made.chrome.storage.session.set = () => Promise.reject(new Error('full'));
  const { agent, told } = await start(made);
  const port = agent();
  const before = instances.count;
  port.onMessage.happen(clicked);
  port.onMessage.happen(clicked);
  await settled();
  assert.deepEqual(
    events.map(({ type }) => type),
    ['restore', 'clicked', 'restore', 'clicked'],
  );
  assert.equal(instances.count, before + 2);
  await told();
});

test('a key of the browser stops or skips, by its name, and does nothing else', async () => {
  const { chrome, told } = await start();
  for (const name of ['skip', 'stop', '_execute_action', 'dance']) chrome.commands.onCommand.happen(name, { id: 7 });
  assert.deepEqual(
    (await told()).map(({ now, ...rest }) => rest),
    ['skip', 'stop'].map((command) => ({ type: 'command', command, granted: true })),
  );
  assert.deepEqual(Object.keys(chrome.runtime.getManifest().commands), ['skip', 'stop']);
});

test('the note beside a mark has the keys as the person has set them, or none', async () => {
  const order = { do: 'mark', tab: 1, doc: 'd', ref: 1, text: 'mark_turn_off', args: ['X', '1', '2'] };
  for (const [keys, said] of /** @type {[any, string][]} */ ([
    [
      () => [
        { name: 'skip', shortcut: 'Ctrl+9' },
        { name: 'stop', shortcut: '⌥⇧W' },
      ],
      'key_skip Ctrl+9 · key_stop ⌥⇧W',
    ],
    [
      () => [
        { name: 'skip', shortcut: '' },
        { name: 'stop', shortcut: 'F9' },
        { name: '_execute_action', shortcut: 'F8' },
      ],
      'key_stop F9',
    ],
    [() => [], ''],
    [() => Promise.reject(new Error('no')), ''],
    [null, ''],
  ])) {
    const made = browser();
    made.chrome.i18n.getMessage = (/** @type {string} */ key, /** @type {string[]} */ args = []) => [key, ...args].join(' ');
    Object.assign(made.chrome, { commands: keys && { getAll: async () => keys(), onCommand: made.chrome.commands.onCommand } });
    const { agent, page } = await start(made);
    const port = agent(1);
    effects.to = ({ command }) => (command ? [order, { ...order, ref: 0, text: '', args: [] }] : []);
    page().onMessage.happen({ command: 'check' });
    await settled();
    const words = { do: 'mark', doc: 'd', lang: 'language' };
    assert.deepEqual(port.posted, [
      { ...words, ref: 1, text: 'mark_turn_off X 1 2', keys: said },
      { ...words, ref: 0, text: '', keys: '' },
    ]);
  }
});

test('what an organisation sets is told to every instance of the engine, and again when it changes', async () => {
  const made = browser();
  made.chrome.storage.managed.stored.policy = { level: 'strict' };
  made.chrome.storage.managed.get = async (/** @type {string | null} */ key) =>
    key === null ? { ...made.chrome.storage.managed.stored.policy } : {};
  const { chrome, told } = await start(made);
  chrome.runtime.onStartup.happen();
  await settled();
  assert.deepEqual(events.find(({ type }) => type === 'restore').managed, { level: 'strict' });
  await told();

  made.chrome.storage.managed.stored.policy = { level: 'essential', locked: ['level'] };
  chrome.storage.managed.onChanged.happen({});
  const [{ now, ...changed }] = await told();
  assert.deepEqual(changed, { type: 'managed', managed: { level: 'essential', locked: ['level'] } });

  made.chrome.storage.managed.stored.policy = { level: 'x'.repeat(20_000) };
  chrome.storage.managed.onChanged.happen({});
  assert.equal((await told())[0].managed, null, 'what no policy could be');

  made.chrome.storage.managed.get = () => Promise.reject(new Error('Managed storage manifest not found'));
  chrome.storage.managed.onChanged.happen({});
  assert.equal((await told())[0].managed, null, 'Firefox where there is none');
});

test('after installation, and only then, the engine is told of it, and who did it', async () => {
  const made = browser();
  const { chrome, told } = await start(made);
  for (const [installType, admin] of /** @type {const} */ ([
    ['admin', true],
    ['normal', false],
  ])) {
    made.chrome.management.getSelf = async () => ({ installType });
    chrome.runtime.onInstalled.happen({ reason: 'install' });
    const installed = (await told()).filter(({ type }) => type === 'installed');
    assert.deepEqual(
      installed.map(({ now, ...rest }) => rest),
      [{ type: 'installed', admin }],
    );
  }
  Object.assign(made.chrome, { management: undefined });
  chrome.runtime.onInstalled.happen({ reason: 'install' });
  assert.equal((await told()).find(({ type }) => type === 'installed').admin, false, 'a browser that does not say');
  chrome.runtime.onInstalled.happen({ reason: 'update' });
  assert.deepEqual(
    (await told()).map(({ type }) => type),
    ['time'],
  );
});
