/** The shell and its tabs: what it opens, follows and hears of them. */

import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { clicked, effects, start, types } from './shell.mjs';

const PAGE = 'https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement';

afterEach(() => mock.restoreAll());

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

const never = () => new Promise(() => {});
const refused = () => Promise.reject(new Error('Tabs cannot be edited right now'));
const nothing = () => undefined;
for (const [
  name,
  { status, forgets, closes = Infinity, orders },
] of /** @type {[string, {status: string, forgets: () => unknown, closes?: number, orders: number}][]} */ (
  Object.entries({
    'closes it': { status: 'complete', forgets: never, closes: 1, orders: 1 },
    'forgets three orders while pages come in': { status: 'loading', forgets: never, closes: 4, orders: 4 },
    'calls closed what it has not, while pages come in': { status: 'loading', forgets: nothing, closes: 4, orders: 4 },
    'refuses three times, for the person drags a tab': { status: 'complete', forgets: refused, closes: 4, orders: 4 },
    'never closes it, where pages come in for ever': { status: 'loading', forgets: never, orders: 10 },
    'always refuses': { status: 'complete', forgets: refused, orders: 10 },
    'asks the person, who does not answer': { status: 'complete', forgets: never, orders: 1 },
    'asks the person, who stays': { status: 'complete', forgets: nothing, orders: 1 },
  })
)) {
  test(`a tab is told to close as often as it takes, and holds nobody up: the browser ${name}`, async () => {
    const { tabs, page, told } = await start();
    const ui = page();
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      tabs.open.set(1, { id: 1, status });
      tabs.answer = (call, tab) => {
        if (call !== 'remove' || tabs.calls.length < closes) return forgets();
        return tabs.open.delete(tab);
      };
      effects.to = ({ command }) => (command === 'stop' ? [{ do: 'close', tab: 1 }] : []);
      ui.onMessage.happen({ command: 'stop' });
      ui.onMessage.happen({ command: 'skip' });
      assert.deepEqual(types(await told()), ['stop', 'skip']);
      for (let second = 0; second < 60; second += 1) {
        mock.timers.tick(1000);
        await told();
      }
      assert.deepEqual(tabs.calls, Array(orders).fill(['remove', 1]));
      assert.equal(tabs.open.has(1), closes === Infinity);
    } finally {
      mock.timers.reset();
    }
  });
}

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
