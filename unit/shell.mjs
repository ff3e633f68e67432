/**
 * What the background needs of a browser, in Node: the parts of `chrome` that it uses, which do what a test says, and an
 * engine that writes down its events and answers as a test says. Imported before the background is.
 */

import { readFileSync } from 'node:fs';
import { mock } from 'node:test';
import { event } from './browser.mjs';

/** @typedef {import('../extension/messages.js').Answer} Answer */
/** @typedef {{sender: any, name: string, posted: any[], gone: boolean, closed: boolean, onMessage: ReturnType<typeof event>, onDisconnect: ReturnType<typeof event>, postMessage: (message: object) => void, disconnect: () => void}} Port */

const manifest = JSON.parse(readFileSync(new URL('../extension/manifest.json', import.meta.url), 'utf8'));
const OWN = 'chrome-extension://own/';

/** @param {any} value @returns {any} a copy whose members stand in another order, as a browser may give them back */
function turned(value) {
  if (Array.isArray(value)) return value.map(turned);
  if (!value || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, part]) => [name, turned(part)]),
  );
}

/** A storage area. @param {Record<string, any>} stored */
export function area(stored = {}) {
  const onChanged = event();
  return {
    stored,
    onChanged,
    /** @param {string | null} key */
    get: async (key) => turned(key === null ? stored : key in stored ? { [key]: stored[key] } : {}),
    /** @param {Record<string, any>} items */
    async set(items) {
      Object.assign(stored, structuredClone(items));
      onChanged.happen(items);
    },
    /** @param {string[]} keys */
    async remove(keys) {
      for (const key of keys) delete stored[key];
      if (keys.length) onChanged.happen(Object.fromEntries(keys.map((key) => [key, {}])));
    },
    async clear() {
      for (const key of Object.keys(stored)) delete stored[key];
    },
  };
}

/** What the engine was told since it was last asked for. @type {any[]} */
export const events = [];

/** What the engine says to an event. @type {{to: (event: any) => any[]}} */
export const effects = { to: () => [] };

const nothing = async () => {};

/** Stands for the whole browser: each call is written down, and answers as it is set. */
export function browser() {
  const tabs = {
    /** @type {Map<number, any>} */
    open: new Map([[1, { id: 1, url: 'https://www.linkedin.com/', status: 'complete' }]]),
    /** @type {any[][]} */
    calls: [],
    /** @type {(call: string, ...args: any[]) => any} */
    answer: () => undefined,
  };
  /** @param {string} name */
  const call =
    (name) =>
    async (/** @type {any[]} */ ...args) => {
      tabs.calls.push([name, ...args]);
      return await tabs.answer(name, ...args);
    };
  const chrome = {
    tabs: {
      create: async (/** @type {object} */ options) => (await call('create')(options)) ?? { id: 7 },
      update: call('update'),
      reload: call('reload'),
      remove: call('remove'),
      get: async (/** @type {number} */ tab) => tabs.open.get(tab) ?? Promise.reject(new Error('no tab')),
      onUpdated: { ...event(), removeListener: () => {} },
      onRemoved: event(),
      onReplaced: event(),
    },
    storage: { local: { ...area(), setAccessLevel: mock.fn(nothing) }, session: area({ session: true }), managed: area() },
    management: { getSelf: async () => ({ installType: 'normal' }) },
    action: { setBadgeText: mock.fn(nothing), setBadgeBackgroundColor: nothing, setBadgeTextColor: nothing, setTitle: nothing },
    alarms: { create: nothing, clearAll: nothing, onAlarm: event() },
    permissions: { contains: async () => true, onRemoved: event(), onAdded: event() },
    commands: { getAll: async () => /** @type {object[]} */ ([]), onCommand: event() },
    i18n: { getMessage: (/** @type {string} */ key) => key },
    runtime: {
      getManifest: () => manifest,
      getURL: (/** @type {string} */ file) => OWN + file,
      onConnect: event(),
      onStartup: event(),
      onInstalled: event(),
    },
  };
  return { chrome, tabs };
}

let backgrounds = 0;

/** Starts the background in a browser. @param {ReturnType<typeof browser>} made */
export async function start({ chrome, tabs } = browser()) {
  events.length = 0;
  effects.to = () => [];
  Object.assign(globalThis, { chrome });
  mock.method(console, 'warn', () => {});
  mock.method(console, 'error', () => {});
  backgrounds += 1;
  await import(`../extension/background.js?${backgrounds}`);
  await settled();

  /** @param {string} name @param {any} sender @returns {Port} */
  function connect(name, sender) {
    /** @type {any[]} */
    const posted = [];
    const port = {
      name,
      sender,
      posted,
      gone: false,
      closed: false,
      onMessage: event(),
      onDisconnect: event(),
      postMessage(/** @type {object} */ message) {
        if (this.gone) throw new Error('Attempting to use a disconnected port object');
        posted.push(message);
      },
      disconnect() {
        this.closed = true;
      },
    };
    chrome.runtime.onConnect.happen(port);
    return port;
  }
  return {
    chrome,
    tabs,
    agent: (tab = 1, more = {}) => connect('agent', { tab: { id: tab, incognito: false, ...more }, frameId: 0 }),
    page: (file = 'popup/popup.html') => connect('ui', { url: OWN + file }),
    /** Lets everything happen that can without time passing, and gives what the engine was told meanwhile. */
    async told() {
      await settled();
      return events.splice(0).filter(({ type }) => type !== 'view' && type !== 'restore');
    },
  };
}

/** Waits until nothing happens any more. */
export async function settled() {
  for (let i = 0; i < 30; i++) await new Promise(setImmediate);
}

/** How many instances of the engine were made. */
export const instances = { count: 0 };
const ANSWER = 4 << 20;
const LARGEST = (1 << 20) + (1 << 16);

Object.assign(globalThis, { fetch: async () => undefined });
WebAssembly.instantiateStreaming = async () => {
  instances.count += 1;
  const memory = new WebAssembly.Memory({ initial: 128 });
  let length = 0;
  const exports = {
    memory,
    _initialize() {},
    buffer: (/** @type {number} */ size) => (size > LARGEST ? 0 : 1024),
    step(/** @type {number} */ size) {
      const told = JSON.parse(new TextDecoder().decode(new Uint8Array(memory.buffer, 1024, size)));
      events.push(told);
      const answer = { effects: effects.to(told) };
      const bytes = new TextEncoder().encode(JSON.stringify(answer));
      new Uint8Array(memory.buffer, ANSWER, bytes.length).set(bytes);
      length = bytes.length;
      return length;
    },
    answer: () => ANSWER,
  };
  return /** @type {any} */ ({ instance: { exports } });
};

/** @param {object} [more] */
export const control = (more = {}) => ({
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
export const snapshot = (more = {}) => ({
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

export const clicked = { type: 'clicked', doc: 'd', key: 'k', n: 1, done: false, why: 'gone' };

/** @param {any[]} told */
export const types = (told) => told.map(({ type, command }) => command ?? type);
