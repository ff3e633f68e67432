/**
 * The shell: turns what happens in the browser into events for the engine, and
 * carries out the engine's answers in order, one event at a time. It decides
 * nothing and knows no web site; the pages that an agent may speak from and
 * that a run may open are the manifest's. After every event it asks the engine
 * for the view, and sends it to all of the extension's pages that are open.
 *
 * Promise: a state that the engine wants stored is stored before anything else
 * of that step is done; when that fails, or the engine does, nothing is done.
 *
 * Beside it stand engine.js, which loads the engine, messages.js with the types of all messages, the content scripts
 * with agent.js at their head, the pages in a folder each, and in ui/ what the pages share.
 */
import { Engine } from './engine.js';

/** @typedef {import('./messages.js').Answer} Answer */
/** @typedef {import('./messages.js').Command} Command */
/** @typedef {import('./messages.js').Effect} Effect */
/** @typedef {import('./messages.js').FromAgent} FromAgent */
/** @typedef {import('./messages.js').Happening} Happening */
/** @typedef {import('./messages.js').ToAgent} ToAgent */
/** @typedef {import('./ui/client.js').Message} ToPage */

/**
 * An event before what only the browser knows is added to it.
 * @typedef {Exclude<Happening, {type: 'command' | 'time' | 'snapshot' | 'restore'}>
 *   | ({type: 'command'} & Command)
 *   | {type: 'time'}
 *   | {type: 'snapshot', tab: number, snapshot: import('./messages.js').Snapshot, member: string}} Incomplete
 */

/**
 * @template {Effect['do']} Verb
 * @typedef {Extract<Effect, {do: Verb}>} EffectOf
 */

const ALARM = 'wake';
const SHORTEST_ALARM = 30_000;
const LONGEST_TIMER = 60_000;
const RED = '#c0152f';
const GREY = '#5b6470';

const stored = async () => (await chrome.storage.local.get('state')).state ?? null;
const engine = new Engine(async () => {
  const { session } = await chrome.storage.session.get('session');
  return { stored: await stored(), fresh: !session };
});

/** @type {Map<number, chrome.runtime.Port>} the newest agent of each tab */
const agents = new Map();
/** @type {Set<chrome.runtime.Port>} the extension's own pages */
const pages = new Set();
let watched = 0;
let marked = false;
/** @type {Map<string, string>} hashes of the accounts seen */
const hashes = new Map();
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let fault = '';

let queue = Promise.resolve();

/** @param {Incomplete} event */
function enqueue(event) {
  queue = queue.then(() => handle(event));
}

/** @param {Incomplete} event */
async function handle(event) {
  try {
    await carryOut(await engine.step({ ...(await complete(event)), now: Date.now() }));
    fault = '';
    // Only now is everything of the session before done with.
    if (!marked) await chrome.storage.session.set({ session: true });
    marked = true;
  } catch (error) {
    fault = String(error instanceof Error ? error.message : error);
    engine.drop();
    await showFault();
  }
  await showView();
}

/**
 * Adds what only the browser knows, and takes out what the engine need not know.
 * @param {Incomplete} event
 * @returns {Promise<Happening>}
 */
async function complete(event) {
  if (event.type === 'command' || event.type === 'time') {
    const origins = chrome.runtime.getManifest().host_permissions;
    return { ...event, granted: await chrome.permissions.contains({ origins }) };
  }
  if (event.type !== 'snapshot') return event;
  const { member, ...rest } = event;
  return member ? { ...rest, account: await hashOf(member) } : rest;
}

/**
 * Tells accounts apart without keeping whose they are: the salt never leaves this browser.
 * @param {string} member
 */
async function hashOf(member) {
  const known = hashes.get(member);
  if (known) return known;
  let { salt } = await chrome.storage.local.get('salt');
  if (!salt) {
    salt = crypto.randomUUID();
    await chrome.storage.local.set({ salt });
  }
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt} ${member}`));
  const hash = [...new Uint8Array(digest, 0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  hashes.set(member, hash);
  return hash;
}

/** @param {Answer[]} answers */
async function carryOut(answers) {
  for (const { setAside, store, effects } of answers) {
    if (setAside) await keepAside(setAside);
    if (store) await keep(store);
    for (const effect of effects) await perform(effect);
  }
}

/** @param {string} why the engine cannot read what is stored */
async function keepAside(why) {
  await chrome.storage.local.set({ [`set-aside-${Date.now()}`]: { why, state: await stored() } });
}

/** @param {object} state */
async function keep(state) {
  try {
    await chrome.storage.local.set({ state });
  } catch (error) {
    throw new Error(`storage: ${error instanceof Error ? error.message : error}`);
  }
}

/** @param {Effect} effect */
function perform(effect) {
  // Each verb takes its own effect, which the type of `verbs` sees to and the compiler cannot follow here.
  const verb = /** @type {(effect: Effect) => unknown} */ (verbs[effect.do]);
  return verb(effect);
}

/** @type {{[Verb in Effect['do']]: (effect: EffectOf<Verb>) => unknown}} */
const verbs = {
  'open': async ({ url, close }) => {
    try {
      const tab = await chrome.tabs.create({ url, active: true });
      enqueue({ type: 'opened', tab: idOf(tab) });
      if (close) await chrome.tabs.remove(close);
    } catch {
      enqueue({ type: 'failed' });
    }
  },
  'go': async ({ tab, url, reload }) => {
    try {
      if (reload) await chrome.tabs.reload(tab, { bypassCache: true });
      else await chrome.tabs.update(tab, { url });
    } catch {
      enqueue({ type: 'closed', tab });
    }
  },
  'close': ({ tab }) => chrome.tabs.remove(tab).catch(() => {}),
  'watch': ({ tab }) => watch(tab),
  'look': tellAgent,
  'click': tellAgent,
  'mark': ({ text, ...effect }) => tellAgent({ ...effect, text: text && chrome.i18n.getMessage(text) }),
  'reset': async () => {
    hashes.clear();
    await Promise.all([chrome.storage.local.clear(), chrome.alarms.clearAll()]);
  },
  'badge': showBadge,
  'wake': ({ at }) => wake(at),
  'show': ({ page }) => show(page),
  'view': ({ view }) => {
    tellPages({ view });
  },
};

/** @param {import('./messages.js').ToTab<ToAgent>} order */
function tellAgent({ tab, ...message }) {
  agents.get(tab)?.postMessage(message);
}

/** @param {ToPage} message */
function tellPages(message) {
  for (const page of pages) page.postMessage(message);
}

/**
 * Every tab that can be asked for has one; those without belong to no window.
 * @param {chrome.tabs.Tab} tab
 */
const idOf = (tab) => tab.id ?? 0;

/** @param {number} tab */
async function watch(tab) {
  tellAgent({ do: 'stay', tab: watched, on: false });
  watched = tab;
  chrome.tabs.onUpdated.removeListener(updated);
  if (!tab) return;
  chrome.tabs.onUpdated.addListener(updated);
  tellAgent({ do: 'stay', tab, on: true });
  try {
    enqueueTab(await chrome.tabs.get(tab));
  } catch {
    enqueue({ type: 'closed', tab });
  }
}

/**
 * @param {number} tab
 * @param {{status?: string, url?: string}} change
 * @param {chrome.tabs.Tab} now
 */
function updated(tab, change, now) {
  if (tab === watched && (change.status || change.url)) enqueueTab(now);
}

/** @param {chrome.tabs.Tab} tab */
function enqueueTab(tab) {
  enqueue({ type: 'tab', tab: idOf(tab), url: tab.url ?? '', status: tab.status ?? '' });
}

/** @param {{text: string, alarm: boolean, tip: string, args: string[]}} badge its tip is a message key */
async function showBadge({ text, alarm, tip, args }) {
  await Promise.all([
    chrome.action.setBadgeText({ text }),
    chrome.action.setBadgeBackgroundColor({ color: alarm ? RED : GREY }),
    chrome.action.setBadgeTextColor({ color: '#ffffff' }),
    chrome.action.setTitle({ title: chrome.i18n.getMessage(tip, args) }),
  ]);
}

async function showFault() {
  await showBadge({ text: '!', alarm: true, tip: 'badge_fault', args: [] });
}

async function showView() {
  if (pages.size === 0) return;
  if (fault) {
    tellPages({ fault });
    return;
  }
  try {
    await carryOut(await engine.step({ type: 'view', now: Date.now() }));
  } catch (error) {
    engine.drop(); // what it was about to do is not done, and not stored
    tellPages({ fault: String(error) });
  }
}

/** @param {number} at */
async function wake(at) {
  const pause = Math.max(0, at - Date.now());
  clearTimeout(timer);
  if (pause < LONGEST_TIMER) timer = setTimeout(() => enqueue({ type: 'time' }), pause);
  // The timer is lost when the browser stops the background; the alarm is not.
  await chrome.alarms.create(ALARM, { when: Math.max(at, Date.now() + SHORTEST_ALARM) });
}

/** @param {string} name */
async function show(name) {
  const url = chrome.runtime.getURL(`${name}/${name}.html`);
  for (const page of pages) {
    const tab = page.sender?.tab;
    if (tab?.id && page.sender?.url?.startsWith(url)) {
      await chrome.tabs.update(tab.id, { active: true });
      await chrome.windows?.update(tab.windowId, { focused: true }); // a phone has no windows
      return;
    }
  }
  await chrome.tabs.create({ url });
}

/** @param {chrome.runtime.Port} port */
function connected(port) {
  const { sender } = port;
  if (port.name === 'agent' && sender?.tab?.id && sender.frameId === 0) agentConnected(port, sender.tab.id);
  else if (port.name === 'ui' && sender?.url?.startsWith(chrome.runtime.getURL(''))) pageConnected(port);
  else port.disconnect();
}

/**
 * @param {chrome.runtime.Port} port
 * @param {number} tab
 */
function agentConnected(port, tab) {
  agents.set(tab, port);
  if (tab === watched) tellAgent({ do: 'stay', tab, on: true });
  port.onMessage.addListener((/** @type {FromAgent} */ message) => enqueue({ ...message, tab }));
  port.onDisconnect.addListener(() => {
    if (agents.get(tab) === port) agents.delete(tab);
  });
}

/** @param {chrome.runtime.Port} port */
function pageConnected(port) {
  pages.add(port);
  port.onDisconnect.addListener(() => pages.delete(port));
  port.onMessage.addListener((/** @type {Command} */ command) => enqueue({ ...command, type: 'command' }));
}

chrome.runtime.onConnect.addListener(connected);
chrome.tabs.onRemoved.addListener((tab) => {
  if (tab === watched) enqueue({ type: 'closed', tab });
});
chrome.alarms.onAlarm.addListener(() => enqueue({ type: 'time' }));
chrome.runtime.onStartup.addListener(() => enqueue({ type: 'time' }));
chrome.runtime.onInstalled.addListener(({ reason }) => {
  enqueue({ type: 'time' });
  if (reason === 'install') show('welcome');
});
