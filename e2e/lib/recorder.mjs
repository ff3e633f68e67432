/**
 * The agent alone: the package with a background that decides nothing, but keeps what the agents say and hands them the
 * orders that a test gives.
 */

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { waitFor } from './wait.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('./session.mjs').Session} Session
 * @typedef {import('../../extension/messages.js').Snapshot} Snapshot
 * @typedef {import('../../extension/messages.js').Clicked} Clicked
 * @typedef {import('../../extension/messages.js').ToAgent} ToAgent
 * @typedef {{snapshot?: Snapshot, member?: string, clicked?: Clicked, times: number}} Heard the newest of each, and how many reports came
 */

/** Runs in the background's place. */
function background() {
  /** @type {chrome.runtime.Port | undefined} */
  let agent;
  /** @type {Heard} */
  let heard = { times: 0 };
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== 'agent' || port.sender?.frameId !== 0) return;
    agent = port;
    heard = { times: 0 };
    port.onDisconnect.addListener(() => {
      if (port !== agent) return;
      agent = undefined;
      heard = { times: 0 };
    });
    port.onMessage.addListener((message) => {
      if (message.type === 'clicked') heard.clicked = message;
      else heard = { ...heard, ...message, times: heard.times + 1 };
    });
  });
  chrome.runtime.onMessage.addListener((/** @type {{order?: ToAgent}} */ { order }, _, answer) => {
    if (order) {
      delete heard.clicked;
      agent?.postMessage(order);
    }
    answer(heard);
  });
}

/** @param {string} extension directory of the unpacked package */
export function record(extension) {
  writeFileSync(path.join(extension, 'background.js'), `(${background})();\n`);
}

/** @param {Session} ext @returns what listens to the agent of the tab that was opened last */
export async function listen(ext) {
  const window = await ext.openPage('mark.js');
  /** @param {ToAgent} [order] @returns {Promise<Heard>} */
  const ask = (order) => window.evaluate((message) => chrome.runtime.sendMessage(message), { order });

  return {
    ask,

    /** @param {string} address @returns {Promise<{id: number}[]>} the tabs there */
    tabs: (address) => window.evaluate(async (url) => (await chrome.tabs.query({ url })).map(({ id = 0 }) => ({ id })), address),

    /** Loads a tab past all caches. @param {number} id */
    reload: (id) => window.evaluate((tab) => chrome.tabs.reload(tab, { bypassCache: true }), id),

    /**
     * Waits until the agent reports what is expected.
     * @param {string} what
     * @param {(snapshot: Snapshot, heard: Heard) => unknown} expected
     * @returns {Promise<Snapshot>}
     */
    async until(what, expected) {
      const seen = async () => {
        const heard = await ask();
        return heard.snapshot && expected(heard.snapshot, heard) ? heard.snapshot : undefined;
      };
      return waitFor(what, seen, { seen: ask });
    },

    /**
     * Orders a click on a control as it was seen.
     * @param {Snapshot} snapshot
     * @param {number} index of the control
     * @param {Partial<import('../../extension/messages.js').Click>} [other] what the order says otherwise
     * @returns {Promise<string>} why it was not carried out; empty when it was
     */
    async click({ doc, path: at, controls }, index, other = {}) {
      const { ref, key, id, on } = controls[index];
      await ask({ do: 'click', doc, path: at, ref, key: key || id, n: 1, on: on ?? true, ...other });
      const { done, why } = await waitFor('an answer to the click', async () => (await ask()).clicked, { seen: ask });
      if (done !== !why) throw new Error(`done is ${done} and why is ${why}`);
      return why;
    },
  };
}
