/** The extension in a running browser, as a test sees it: its pages, its badge, its stored state, its background. */

import { ORIGIN } from './lab.mjs';
import { waitFor, within } from './wait.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('./driver.mjs').Driver} Driver
 */

/**
 * The stored state, as far as the tests rely on it.
 * @typedef {{outcome: string, why?: string, seen?: number, clicked?: number, proved?: number, proof?: string, history: {to: string}[]}} SettingState
 * @typedef {{version: number, account: string, tried: number, choices: {region: string, level: string, mode: string, checks: string, again: boolean}, run: {purpose: string, phase: 'running' | 'ended' | 'stopped', why?: string, started: number, ended: number, signIn: number, ledger: {id: string, tries: number}[]} | null, settings: Record<string, SettingState>, addresses: {id: string, page: string}[]}} State
 * @typedef {import('../../extension/ui/view.js').View} View
 * @typedef {{region?: string, level?: string, mode?: string}} Choices
 */

const SITE = `${ORIGIN}/`;

/**
 * @typedef {Awaited<ReturnType<typeof openSession>>} Session
 */

/**
 * Installs the extension and opens a page of it that the tests look through: a plain file, which can ask the
 * browser about storage and badge and has no part in what the extension does.
 * @param {Driver} driver
 */
export async function openSession(driver) {
  await driver.install();
  const window = await driver.open(driver.address('agent.js'));

  /** @param {string} path */
  const openPage = (path) => driver.open(driver.address(path));

  /** @param {string} prefix */
  async function tabsAt(prefix) {
    return (await driver.addresses()).filter(({ address }) => address.startsWith(prefix)).map(({ page }) => page);
  }

  /** @returns {Promise<State | undefined>} */
  const state = async () => /** @type {any} */ (await window.evaluate(() => chrome.storage.local.get('state'))).state;

  /** @returns {Promise<{text: string, title: string, colour: number[]}>} */
  const badge = () =>
    window.evaluate(async () => ({
      text: await chrome.action.getBadgeText({}),
      title: await chrome.action.getTitle({}),
      colour: /** @type {number[]} */ (/** @type {unknown} */ (await chrome.action.getBadgeBackgroundColor({}))),
    }));

  /**
   * Posts a command the way a page of the extension does.
   * @param {Record<string, unknown>} command
   * @param {keyof View} field of the view that must be filled for an answer to count
   * @returns {Promise<View>} the view that answers
   */
  const ask = (command, field) =>
    window.evaluate(
      (message, name) =>
        new Promise((resolve, reject) => {
          const port = chrome.runtime.connect({ name: 'ui' });
          port.onDisconnect.addListener(() => reject(new Error('the background went away before it answered')));
          port.onMessage.addListener((/** @type {any} */ answer) => {
            if (answer.fault) reject(new Error(`the engine failed: ${answer.fault}`));
            else if (answer.view[name]) resolve(answer.view);
            else return;
            port.disconnect();
          });
          port.postMessage(message);
        }),
      command,
      field,
    );

  /** @param {Choices} wanted */
  const storedChoices = ({ region, level, mode }) =>
    waitFor(
      'the choices to be stored',
      async () => {
        const choices = (await state())?.choices;
        return choices?.region === region && choices?.level === level && choices?.mode === mode;
      },
      { seen: state },
    );

  /** @returns {Promise<View>} what the engine shows its pages now */
  const view = () => ask({ command: 'view', zone: 'UTC' }, 'now');

  return {
    driver,
    openPage,
    state,
    badge,
    tabsAt,

    /**
     * @param {string | RegExp} text
     * @returns the badge, as soon as it shows that
     */
    badgeShows: (text) =>
      waitFor(
        `${text || 'nothing'} in the badge`,
        async () => {
          const shown = await badge();
          return (typeof text === 'string' ? shown.text === text : text.test(shown.text)) && shown;
        },
        { seen: badge },
      ),

    /** @returns {Promise<Page>} the popup, shown as a tab */
    popup: () => openPage('popup/popup.html'),

    /** @param {string} path @returns {Promise<Page>} the page of the extension that opens by itself */
    opened: (path) =>
      waitFor(`${path} to open`, async () => (await tabsAt(driver.address(path)))[0], {
        seen: driver.allAddresses,
      }),

    /** @returns {Promise<Page>} the tab in which the run works */
    runTab: () =>
      waitFor('a LinkedIn tab', async () => (await tabsAt(SITE))[0], {
        seen: driver.allAddresses,
      }),

    /** Waits until no tab of LinkedIn's is left, as after a run: nobody waits for its closing. */
    runTabClosed: () => waitFor('the tab of the run to be closed', async () => (await tabsAt(SITE)).length === 0),

    /** @returns {Promise<Record<string, unknown>>} all that the extension stored */
    stored: () => window.evaluate(() => chrome.storage.local.get(null)),

    /** @param {Record<string, unknown>} content replaces what is stored under these names */
    store: (content) => window.evaluate((items) => chrome.storage.local.set(items), content),

    /** Fills the extension's storage until the browser takes not one more byte. */
    fill: () =>
      window.evaluate(async () => {
        const before = Object.keys(await chrome.storage.local.get(null)).filter((name) => name.startsWith('filling-')).length;
        for (let size = 8 * 1024 * 1024, n = before; size >= 1; size = Math.floor(size / 2), n += 1) {
          const bytes = new Uint8Array(size); // at random, because what is stored may be compressed
          for (let at = 0; at < size; at += 65536) crypto.getRandomValues(bytes.subarray(at, at + 65536));
          await chrome.storage.local.set({ [`filling-${n}`]: new TextDecoder('latin1').decode(bytes) }).catch(() => {});
        }
      }),

    /** Takes out again what fill put in. */
    drain: () =>
      waitFor('room in the storage', () =>
        window.evaluate(async () => {
          const fillings = async () => Object.keys(await chrome.storage.local.get(null)).filter((name) => name.startsWith('filling-'));
          // Small ones first: a full storage may have no room to note that a big one is gone.
          for (const name of (await fillings()).reverse()) await chrome.storage.local.remove(name);
          return (await fillings()).length === 0;
        }),
      ),

    ask,

    view,

    /** @param {Record<string, unknown>} command @returns {Promise<string>} why it is refused */
    async refusal(command) {
      await view(); // a refusal stands until the next command, and is not to be taken for this one's
      return (await ask(command, 'refusal')).refusal;
    },

    /** @returns {Promise<string[]>} where a background that freezes has stood still, in order */
    frozen: async () => /** @type {any} */ (await window.evaluate(() => chrome.storage.session.get('frozen'))).frozen ?? [],

    /**
     * Changes one choice in the popup.
     * @param {'region' | 'level' | 'mode'} name
     * @param {string} value
     */
    async setChoice(name, value) {
      const popup = await openPage('popup/popup.html');
      await waitFor('the choices in the popup', () => popup.evaluate((field) => Boolean(document.querySelector(`[name=${field}]`)), name));
      await popup.evaluate(
        (field, wanted) => {
          const select = document.querySelector(`select[name=${field}]`);
          if (select instanceof HTMLSelectElement) {
            select.value = wanted;
            select.dispatchEvent(new Event('change', { bubbles: true }));
          } else {
            /** @type {HTMLElement} */ (document.querySelector(`input[name=${field}][value=${wanted}]`)).click();
          }
        },
        name,
        value,
      );
      await waitFor(`${name} to be ${value}`, async () => (await state())?.choices[name] === value, { seen: state });
      await popup.close();
    },

    /** Ends the background while it is alive. The next event starts it again. */
    async killBackground() {
      await window.evaluate(() => {
        // Kept where the next evaluation finds it; this page is no part of the extension.
        Object.assign(globalThis, { backgroundIsGone: false });
        chrome.runtime.connect({ name: 'ui' }).onDisconnect.addListener(() => Object.assign(globalThis, { backgroundIsGone: true }));
      });
      await waitFor('the background to be gone', async () => {
        // One that is just being started cannot be ended yet.
        await driver.killBackground();
        // @ts-expect-error put there just now
        return window.evaluate(() => globalThis.backgroundIsGone);
      });
    },

    /** Starts the background, as opening the popup does. */
    wakeBackground: () =>
      window.evaluate(() => {
        chrome.runtime.connect({ name: 'ui' });
      }),

    /** Lets the alarm go off by which the background wakes itself. */
    alarm: () => window.evaluate(() => chrome.alarms.create('wake', { when: Date.now() })),

    /**
     * Makes the three choices at once, and closes the first page as a person does who has made them: an open page is told
     * of everything that a run meets, which takes a tenth of the test's time.
     * @param {Choices} [choices]
     */
    async chosen({ region = 'us', level = 'strict', mode = 'automatic' } = {}) {
      await ask({ command: 'choose', region, level, mode }, 'now');
      await storedChoices({ region, level, mode });
      for (const page of await tabsAt(driver.address('welcome/'))) await page.close();
    },

    /** Opens the popup and presses its main button. */
    async harden() {
      const popup = await openPage('popup/popup.html');
      await press(popup, '#harden');
      return popup;
    },

    /**
     * Waits until the run that was started is over. The browser says when what is stored changes: to ask for it again and
     * again costs more than the run.
     * @param {number} [after] when the run before it was started, which does not count
     * @returns {Promise<State>} the state then
     */
    ended: (after = 0) =>
      waitFor(
        'the run to end',
        async () =>
          /** @type {any} */ (
            await window.evaluate(
              (before) =>
                new Promise((resolve) => {
                  /** @param {any} now */
                  const look = (now) => {
                    if (!now?.run || now.run.started <= before || now.run.phase === 'running') return;
                    chrome.storage.onChanged.removeListener(changed);
                    resolve(now);
                  };
                  const changed = (/** @type {Record<string, chrome.storage.StorageChange>} */ { state: change }) => look(change?.newValue);
                  chrome.storage.onChanged.addListener(changed);
                  chrome.storage.local.get('state').then(({ state: now }) => look(now));
                }),
              after,
            )
          ),
        { seen: state },
      ),

    /** Closes every tab of the extension and removes it with what it stored. */
    async close() {
      const tabs = await driver.addresses();
      const [first] = await driver.browser.pages();
      const blank = tabs.find(({ address }) => address === 'about:blank')?.page ?? first;
      for (const { page } of tabs) if (page !== blank) await closed(page);
      await driver.uninstall();
      await driver.forget();
    },
  };
}

/** How long a browser is given to close a page before it is told once more, in milliseconds. */
const CLOSING = 1000;

/**
 * Closes a page. Chromium forgets an order to close that meets a page just coming in.
 * @param {Page} page
 */
const closed = (page) =>
  waitFor('a page to be closed', () => {
    const gone = () => true;
    return within(page.close().then(gone, gone), CLOSING);
  });

/**
 * Clicks an element of an extension page as soon as it is there, shown and enabled.
 * @param {Page} page
 * @param {string} selector
 */
export async function press(page, selector) {
  await waitFor(
    `${selector} to be ready`,
    () =>
      page.evaluate((wanted) => {
        const element = document.querySelector(wanted);
        if (!(element instanceof HTMLElement) || element.offsetParent === null || /** @type {any} */ (element).disabled) return false;
        element.click();
        return true;
      }, selector),
    { seen: () => page.evaluate(() => document.body.innerText) },
  );
}

/** @param {Session} ext @param {() => Promise<unknown>} begin starts a run, which is then waited for to its end */
export async function runOf(ext, begin) {
  const before = (await ext.state())?.run?.started ?? 0;
  await begin();
  return ext.ended(before);
}
