/** The shell: whom it hears, where it goes, and that nothing stops it. */

import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { fits, MAX_CONTENT } from '../extension/bounds.js';
import { browser, effects, events, instances, settled, start } from './shell.mjs';

const PAGE = 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement';

/** @param {object} [more] */
const control = (more = {}) => ({
  ref: 1,
  kind: 'switch',
  key: 'k',
  id: '',
  label: 'L',
  heading: 'H',
  on: true,
  changed: 0,
  moved: 0,
  clicks: 0,
  byHand: false,
  enabled: true,
  busy: false,
  visible: true,
  frame: '',
  ...more,
});

/** @param {object} [more] */
const snapshot = (more = {}) => ({
  doc: 'd',
  born: 1,
  path: '/mypreferences/d/settings/x',
  lang: 'en',
  frontEnd: '',
  ready: true,
  source: 'server',
  went: 0,
  byHand: false,
  status: 200,
  dialog: false,
  more: 0,
  controls: [control()],
  rows: [{ path: '/p', title: 'T', state: 'On' }],
  saves: [{ key: 'k', status: 200 }],
  ...more,
});

const clicked = { type: 'clicked', doc: 'd', key: 'k', n: 1, done: false, why: 'gone' };

/** @param {any} value @param {number} [depth] how deep @returns {any} */
const nested = (value, depth = 0) => (depth ? nested([value], depth - 1) : value);

/** @param {any[]} told */
const types = (told) => told.map(({ type, command }) => command ?? type);

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

const BAD = [
  'https://www.linkedin.com/mypreferences/d/close-acc\tounts',
  'https://www.linkedin.com/mypreferences/d/../../m/logout',
  'https://www.linkedin.com/mypreferences/d/%2e%2e/%2e%2e/m/logout',
  'https://www.linkedin.com/mypreferences/d\\..\\..\\m\\logout',
  'https://www.linkedin.com/mypreferences/d/x?redirect=y',
  'https://www.linkedin.com/mypreferences/d/x?',
  'https://www.linkedin.com/mypreferences/d/x#y',
  'https://www.linkedin.com/mypreferences/d//x',
  'https://www.linkedin.com/mypreferences/d/./x',
  'https://www.linkedin.com/mypreferences/d/x/',
  'https://www.linkedin.com/mypreferences/d/close%2Daccounts',
  'https://www.linkedin.com/mypreferences/d/ä',
  `https://www.linkedin.com/mypreferences/d/${'x'.repeat(1000)}`,
  'https://www.linkedin.com/mypreferences/',
  'https://www.linkedin.com/m/logout',
  'https://www.linkedin.com@evil.example/mypreferences/d/x',
  'https://evil.example/https://www.linkedin.com/mypreferences/d/x',
  'http://www.linkedin.com/mypreferences/d/x',
  'HTTPS://www.linkedin.com/mypreferences/d/x',
  'javascript:alert(1)',
  '',
];

test('only addresses of settings are opened, and those that the browser reads as they stand', async () => {
  const { tabs, page, told } = await start();
  const ui = page();
  for (const url of BAD) {
    for (const [effect, instead] of /** @type {[object, object][]} */ ([
      [
        { do: 'open', url },
        { type: 'failed', tab: 0 },
      ],
      [
        { do: 'go', tab: 1, url, reload: false },
        { type: 'closed', tab: 1 },
      ],
      [
        { do: 'go', tab: 1, url, reload: true },
        { type: 'closed', tab: 1 },
      ],
    ])) {
      ui.posted.length = 0;
      effects.to = ({ command }) => (command === 'harden' ? [effect, { do: 'close', tab: 5 }] : []);
      ui.onMessage.happen({ command: 'harden' });
      const [, happened, ...more] = await told();
      assert.deepEqual([more, tabs.calls], [[], []], `${url}: nothing else of that answer is done`);
      assert.deepEqual({ ...happened, now: 0 }, { ...instead, now: 0 }, url);
      assert.match(ui.posted.find(({ fault }) => fault)?.fault ?? '', /^engine: not to be opened/, url);
    }
  }
  effects.to = ({ command }) =>
    command === 'harden'
      ? [
          { do: 'open', url: PAGE },
          { do: 'go', tab: 1, url: PAGE, reload: false },
        ]
      : [];
  ui.onMessage.happen({ command: 'harden' });
  assert.deepEqual(types(await told()), ['harden', 'opened']);
  assert.deepEqual(tabs.calls, [
    ['create', { url: PAGE, active: true }],
    ['update', 1, { url: PAGE }],
  ]);
});

test('a browser that refuses a tab or a load is told from a tab that is gone', async () => {
  const { tabs, page, told } = await start();
  const ui = page();
  tabs.answer = (name) => (name === 'remove' ? undefined : Promise.reject(new Error('Tabs cannot be edited right now')));
  /** @type {any} */
  let effect;
  effects.to = ({ command }) => (command === 'harden' ? [effect] : []);
  for (const [does, instead] of /** @type {[object, object][]} */ ([
    [
      { do: 'open', url: PAGE },
      { type: 'failed', tab: 0 },
    ],
    [
      { do: 'go', tab: 1, url: PAGE, reload: false },
      { type: 'failed', tab: 1 },
    ],
    [
      { do: 'go', tab: 1, url: PAGE, reload: true },
      { type: 'failed', tab: 1 },
    ],
    [
      { do: 'go', tab: 9, url: PAGE, reload: false },
      { type: 'closed', tab: 9 },
    ],
  ])) {
    effect = does;
    ui.onMessage.happen({ command: 'harden' });
    const [, happened] = await told();
    assert.deepEqual({ ...happened, now: 0 }, { ...instead, now: 0 });
  }
  tabs.answer = (name) => (name === 'remove' ? Promise.reject(new Error('no tab')) : undefined);
  effect = { do: 'open', url: PAGE, close: 3 };
  ui.onMessage.happen({ command: 'harden' });
  ui.posted.length = 0;
  assert.deepEqual(types(await told()), ['harden', 'opened'], 'that the old tab is gone does not undo the new one');
  assert.deepEqual(
    ui.posted.filter(({ fault }) => fault),
    [],
  );
});

test('a tab under another number: the engine hears of it if a run is there, and its agent is at the new one', async () => {
  const { agent, chrome, page, told } = await start();
  const [port, ui] = [agent(1), page()];
  effects.to = ({ type, to, command }) =>
    command === 'harden'
      ? [{ do: 'watch', tab: 1 }]
      : type === 'replaced'
        ? [
            { do: 'watch', tab: to },
            { do: 'look', tab: to },
          ]
        : [];
  chrome.tabs.onReplaced.happen(12, 1);
  assert.deepEqual(await told(), [], 'no run');
  chrome.tabs.onReplaced.happen(1, 12);
  ui.onMessage.happen({ command: 'harden' });
  await told();
  chrome.tabs.onReplaced.happen(11, 1);
  const [replaced] = await told();
  assert.deepEqual({ ...replaced, now: 0 }, { type: 'replaced', tab: 1, to: 11, now: 0 });
  assert.deepEqual(port.posted.slice(-2), [{ do: 'stay', on: true }, { do: 'look' }]);
  port.onMessage.happen(clicked);
  assert.equal((await told())[0].tab, 11);
  port.onDisconnect.happen();
  effects.to = () => [{ do: 'look', tab: 11 }];
  ui.onMessage.happen({ command: 'check' });
  await told();
  assert.deepEqual(port.posted.at(-1), { do: 'look' });
  assert.equal(port.posted.filter((/** @type {any} */ each) => each.do === 'look').length, 1, 'it is gone');
});

test('a page that was thrown away is told as unloaded', async () => {
  const { chrome, page, tabs, told } = await start();
  effects.to = ({ command }) => (command === 'harden' ? [{ do: 'watch', tab: 1 }] : []);
  page().onMessage.happen({ command: 'harden' });
  assert.deepEqual((await told()).at(-1)?.status, 'complete');
  chrome.tabs.onUpdated.happen(1, { discarded: true }, { ...tabs.open.get(1), discarded: true });
  assert.deepEqual((await told()).at(-1)?.status, 'unloaded');
});

test('access withdrawn is told at once', async () => {
  const { chrome, told } = await start();
  chrome.permissions.contains = async () => false;
  chrome.permissions.onRemoved.happen({});
  const [time] = await told();
  assert.deepEqual([time.type, time.granted], ['time', false]);
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
      { do: 'close', tab: 1 },
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
