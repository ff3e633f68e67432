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
 * Nothing ends the queue of events: what throws is caught, and no answer of the
 * browser about tabs, windows or the badge is waited for without a limit, for
 * what comes of it is an event. Waited for without one are storage, the
 * permission and the engine itself, without which nothing may be done.
 *
 * Beside it stand engine.js, which loads the engine, messages.js with the types of all messages, the content scripts
 * with agent.js at their head, the pages in a folder each, and in ui/ what the pages share.
 */
import { forgetHashes, hashOf } from './accounts.js';
import { keepAside } from './aside.js';
import { showBadge, showFault } from './badge.js';
import { Engine, TooLarge } from './engine.js';
import { fromAgent, fromPage, mayOpen } from './gate.js';
import { keyWords, listenToKeys } from './keys.js';
import { language, ownName, translations } from './names.js';
import { byOrganisation, onPolicy, policy } from './organisation.js';
import { keep, stored, tryAgain } from './store.js';
import { closeTab, isThere } from './tabs.js';
import { within } from './within.js';

/** @typedef {import('./messages.js').Answer} Answer */
/** @typedef {import('./messages.js').Command} Command */
/** @typedef {import('./messages.js').Effect} Effect */
/** @typedef {import('./messages.js').Happening} Happening */
/** @typedef {import('./messages.js').ToAgent} ToAgent */
/** @typedef {import('./ui/client.js').Message} ToPage */

/**
 * An event before what only the browser knows is added to it.
 * @typedef {Exclude<Happening, {type: 'command' | 'time' | 'snapshot' | 'restore' | 'installed'}>
 *   | ({type: 'command'} & Command)
 *   | {type: 'time'}
 *   | {type: 'installed'}
 *   | {type: 'snapshot', tab: number, snapshot: import('./messages.js').Snapshot, member: string}} Incomplete
 */

/**
 * @template {Effect['do']} Verb
 * @typedef {Extract<Effect, {do: Verb}>} EffectOf
 */

const ALARM = 'wake';
const SHORTEST_ALARM = 30_000;
const LONGEST_TIMER = 60_000;

const engine = new Engine(async () => {
  const { session } = await chrome.storage.session.get('session');
  return { stored: await stored(), fresh: !session, managed: await policy() };
});

/** @typedef {{tab: number, port: chrome.runtime.Port}} Agent */
/** @type {Map<number, Agent>} the newest of each tab */
const agents = new Map();
/** @type {Set<chrome.runtime.Port>} the extension's own pages */
const pages = new Set();
let watched = 0;
let marked = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let fault = '';

/** @type {WeakSet<Incomplete>} snapshots that a newer one of the same document has overtaken in the queue */
const overtaken = new WeakSet();
let unheard = 0;

let queue = Promise.resolve();

/** @param {Incomplete} event */
function enqueue(event) {
  queue = queue.then(() => handle(event)).catch(() => {});
}

/** @param {Incomplete} event */
async function handle(event) {
  if (overtaken.has(event)) return;
  try {
    await tryAgain();
    await carryOut(await engine.step({ ...(await complete(event)), now: Date.now() }));
    fault = '';
    // Only now is everything of the session before done with.
    if (!marked) await chrome.storage.session.set({ session: true });
    marked = true;
  } catch (error) {
    if (error instanceof TooLarge) return notHeard();
    fault = String(error instanceof Error ? error.message : error);
    console.error(`Offswitch: ${fault}`);
    engine.drop();
    await within(showFault()).catch(() => {});
  }
  await showView();
}

/** What is no message, or too large a one, is not answered: whoever sent it is not one of ours. */
function notHeard() {
  unheard += 1;
  console.warn(`Offswitch has not heard ${unheard} messages: not what an agent or a page says`);
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
  if (event.type === 'installed') return { ...event, admin: await byOrganisation() };
  if (event.type !== 'snapshot') return event;
  const { member, ...rest } = event;
  return member ? { ...rest, account: await hashOf(member) } : rest;
}

/** @param {Answer[]} answers */
async function carryOut(answers) {
  for (const { setAside, store, effects } of answers) {
    if (setAside) await keepAside(setAside, await stored());
    if (store) await keep(store);
    for (const effect of effects) await perform(effect);
  }
}

/** @param {Effect} effect */
function perform(effect) {
  // Each verb takes its own effect, which the type of `verbs` sees to and the compiler cannot follow here.
  const verb = /** @type {(effect: Effect) => unknown} */ (verbs[effect.do]);
  return within(verb(effect));
}

/** @type {{[Verb in Effect['do']]: (effect: EffectOf<Verb>) => unknown}} */
const verbs = {
  'open': async ({ url, close }) => {
    lookOver(url, { type: 'failed', tab: 0 });
    /** @type {chrome.tabs.Tab} */
    let tab;
    try {
      tab = await chrome.tabs.create({ url, active: true });
    } catch {
      enqueue({ type: 'failed', tab: 0 });
      return;
    }
    enqueue({ type: 'opened', tab: idOf(tab) });
    if (close) closeTab(close);
  },
  'go': async ({ tab, url, reload }) => {
    lookOver(url, { type: 'closed', tab });
    try {
      if (reload) await chrome.tabs.reload(tab, { bypassCache: true });
      else await chrome.tabs.update(tab, { url });
    } catch {
      enqueue({ type: (await isThere(tab)) ? 'failed' : 'closed', tab });
    }
  },
  'close': ({ tab }) => {
    closeTab(tab);
  },
  'watch': ({ tab }) => watch(tab),
  'look': tellAgent,
  'click': tellAgent,
  'mark': async ({ text, args: [title, ...counts], setting, ...effect }) => {
    const words = text && chrome.i18n.getMessage(text, [ownName(setting, await translations()) || title, ...counts]);
    tellAgent({ ...effect, text: words, keys: words && (await keyWords()), lang: language });
  },
  'reset': async () => {
    forgetHashes();
    await Promise.all([chrome.storage.local.clear(), chrome.alarms.clearAll()]);
  },
  'badge': showBadge,
  'wake': ({ at }) => wake(at),
  'show': ({ page }) => show(page).catch((problem) => console.warn(`Offswitch could not open its ${page}:`, problem)),
  'view': ({ view }) => {
    tellPages({ view });
  },
};

/**
 * The last look at an address before it is opened. The engine has looked already: one that does not pass is its fault.
 * @param {string} url
 * @param {Incomplete} instead what has happened when it does not pass
 */
function lookOver(url, instead) {
  if (mayOpen(url)) return;
  enqueue(instead);
  throw new Error(`engine: not to be opened: ${url}`);
}

/** @param {import('./messages.js').ToTab<ToAgent>} order */
function tellAgent({ tab, ...message }) {
  const agent = agents.get(tab);
  if (agent) post(agent.port, message);
}

/** @param {ToPage} message */
function tellPages(message) {
  for (const page of pages) post(page, message);
}

/** @param {chrome.runtime.Port} port @param {ToPage | ToAgent} message */
function post(port, message) {
  try {
    port.postMessage(message);
  } catch {
    // It is gone, and its disconnect event is on the way.
  }
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
 * @param {{status?: string, url?: string, discarded?: boolean}} change
 * @param {chrome.tabs.Tab} now
 */
function updated(tab, change, now) {
  if (tab === watched && (change.status || change.url || change.discarded)) enqueueTab(now);
}

/** @param {chrome.tabs.Tab} tab */
function enqueueTab(tab) {
  enqueue({ type: 'tab', tab: idOf(tab), url: tab.url ?? '', status: tab.discarded ? 'unloaded' : (tab.status ?? '') });
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

/** @param {chrome.tabs.Tab} tab @returns {Promise<boolean>} false when it is being closed just now */
async function toFront(tab) {
  try {
    await chrome.tabs.update(idOf(tab), { active: true });
    await chrome.windows?.update(tab.windowId, { focused: true }); // a phone has no windows
    return true;
  } catch {
    return false;
  }
}

/** @param {string} name */
async function show(name) {
  const url = chrome.runtime.getURL(`${name}/${name}.html`);
  for (const page of pages) {
    const tab = page.sender?.tab;
    if (tab && page.sender?.url?.startsWith(url) && (await toFront(tab))) return;
  }
  await chrome.tabs.create({ url });
}

/** @param {chrome.runtime.Port} port */
function connected(port) {
  const { sender } = port;
  if (port.name === 'agent' && sender?.tab?.id && !sender.tab.incognito && sender.frameId === 0) agentConnected(port, sender.tab.id);
  else if (port.name === 'ui' && sender?.url?.startsWith(chrome.runtime.getURL(''))) pageConnected(port);
  else port.disconnect();
}

/**
 * @param {chrome.runtime.Port} port
 * @param {number} tab
 */
function agentConnected(port, tab) {
  const agent = { tab, port };
  agents.set(tab, agent);
  if (tab === watched) tellAgent({ do: 'stay', tab, on: true });
  /** @type {Incomplete | undefined} */
  let last;
  port.onMessage.addListener((message) => {
    const heard = fromAgent(message);
    if (!heard) return notHeard();
    const event = { ...heard, tab: agent.tab };
    // A page that never rests must not keep others waiting: only its newest state counts.
    if (last && heard.type === 'snapshot') overtaken.add(last);
    last = heard.type === 'snapshot' ? event : undefined;
    enqueue(event);
  });
  port.onDisconnect.addListener(() => {
    if (agents.get(agent.tab) === agent) agents.delete(agent.tab);
  });
}

/** @param {number} added @param {number} removed */
function replaced(added, removed) {
  const agent = agents.get(removed);
  if (agent) {
    agents.delete(removed);
    agent.tab = added;
    agents.set(added, agent);
  }
  if (removed === watched) enqueue({ type: 'replaced', tab: removed, to: added });
}

/** @param {chrome.runtime.Port} port */
function pageConnected(port) {
  pages.add(port);
  port.onDisconnect.addListener(() => pages.delete(port));
  port.onMessage.addListener((message) => {
    const command = fromPage(message);
    if (command) enqueue({ ...command, type: 'command' });
    else notHeard();
  });
}

chrome.runtime.onConnect.addListener(connected);
listenToKeys((name) => {
  const command = fromPage({ command: name });
  if (command) enqueue({ ...command, type: 'command' });
});
chrome.tabs.onRemoved.addListener((tab) => {
  if (tab === watched) enqueue({ type: 'closed', tab });
});
chrome.tabs.onReplaced?.addListener(replaced);
chrome.permissions.onRemoved.addListener(() => enqueue({ type: 'time' }));
chrome.alarms.onAlarm.addListener(() => enqueue({ type: 'time' }));
chrome.runtime.onStartup.addListener(() => enqueue({ type: 'time' }));
chrome.runtime.onInstalled.addListener(({ reason }) => {
  enqueue({ type: 'time' });
  if (reason === 'install') enqueue({ type: 'installed' });
});
onPolicy(async () => enqueue({ type: 'managed', managed: await policy() }));
closeStorage().catch(() => {});

/** Content scripts, which share a process with the web page, have no business in storage. Not every browser sees to that. */
async function closeStorage() {
  await chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
}
