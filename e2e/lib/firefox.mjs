/** What is special to Firefox. Beside it, chromium.mjs offers the same functions. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { browserPath } from './paths.mjs';
import { underPolicy } from './policy.mjs';
import { GUARD, waitFor } from './wait.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('./driver.mjs').Driver} Driver
 * @typedef {import('./driver.mjs').Options} Options
 */

const UUID = '11111111-1111-4111-8111-111111111111';
/** @param {string} directory @returns {string} the extension's own id, from its manifest */
const geckoId = (directory) => JSON.parse(readFileSync(path.join(directory, 'manifest.json'), 'utf8')).browser_specific_settings.gecko.id;

/** A quiet start: no first-run pages and no traffic of the browser's own. */
const QUIET = {
  'datareporting.policy.dataSubmissionEnabled': false,
  'browser.aboutwelcome.enabled': false,
  'termsofuse.bypassNotification': true,
  'app.normandy.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'app.update.disabledForTesting': true,
  // What drives Firefox sets this to 0, and Firefox then spins while a tab that is hidden has not gone to sleep.
  'browser.tabs.remote.unloadDelayMs': 300,
  // A process that is kept ready for the next tab costs as much as one that a tab needs.
  'dom.ipc.processPrelaunch.enabled': false,
  // Drawn by the processor, every frame costs; ten in a second are enough for tests.
  'layout.frame_rate': 10,
  // In kilobytes, for all sites together; one may have a fifth of it. Without it a site may fill the disk.
  'dom.quotaManager.temporaryStorage.fixedLimit': 51_200,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
};

/** Preferences by which the person's taste in colours, and the finger of a phone, are set. */
const SCHEME = 'layout.css.prefers-color-scheme.content-override';
const FORCED = 'browser.display.document_color_use';
const POINTERS = ['ui.primaryPointerCapabilities', 'ui.allPointerCapabilities'];

/** After so many looks at the tabs Firefox will tell of one no more. */
const TOLD_LATEST = 20;

/**
 * @param {Options} options
 * @returns {Promise<Omit<Driver, 'open' | 'close'>>}
 */
export async function launchFirefox({ extension, profile, headless, lab, policy }) {
  const id = geckoId(extension);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: policy ? underPolicy('firefox', id, policy.sets, policy.directory) : browserPath('firefox'),
    headless,
    timeout: GUARD,
    protocolTimeout: GUARD,
    userDataDir: profile,
    // What a page loads the lab sees; to be told of it as well costs the browser as much as the loads.
    networkEnabled: false,
    acceptInsecureCerts: Boolean(lab),
    defaultViewport: headless ? { width: 1200, height: 900 } : null,
    args: ['--remote-allow-system-access'],
    // Without this variable a release build takes its settings from the network whatever the preference says.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    extraPrefsFirefox: {
      ...QUIET,
      'intl.accept_languages': 'en-US',
      'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
      // The address above must survive the reinstallation between two tests; the storage must not.
      'extensions.webextensions.keepUuidOnUninstall': true,
      'extensions.webextOptionalPermissionPrompts': false,
      ...(lab && { 'network.dns.forceResolve': '127.0.0.1', 'network.socket.forcePort': `443=${lab.port}` }),
    },
  });
  /** @type {{send: (method: string, params: object) => Promise<{result: any}>, emit: (event: string, params: object) => void}} */
  const connection = /** @type {any} */ (browser).connection;
  const context = (/** @type {Page} */ page) => /** @type {any} */ (page.mainFrame())._id;

  /**
   * Evaluates in the scope of the browser's own window.
   * @param {string} expression an expression; a promise is awaited
   * @returns {Promise<any>} its value, which must be JSON
   */
  async function chromeScope(expression) {
    const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const { result } = await connection.send('script.evaluate', {
      target: { context: tree.result.contexts[0].context },
      awaitPromise: true,
      expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
    });
    if (result.type !== 'success') throw new Error(`in Firefox's own scope: ${result.exceptionDetails?.text}`);
    return JSON.parse(result.result.value);
  }
  /** @returns {Promise<{context: string, url: string}[]>} the tabs as Firefox itself knows them */
  const tabs = async () => (await connection.send('browsingContext.getTree', { maxDepth: 0 })).result.contexts;
  /** @type {Map<string, number>} how often a tab was there that Firefox has not told of */
  const untold = new Map();
  /** @param {{context: string, url: string}} tab which Firefox, once in some hundred times, never tells of when it is opened */
  function tell(tab) {
    const times = (untold.get(tab.context) ?? 0) + 1;
    untold.set(tab.context, times);
    if (times === TOLD_LATEST) connection.emit('browsingContext.contextCreated', tab);
  }
  const installed = `WebExtensionPolicy.getByID(${JSON.stringify(id)})`;

  return {
    name: 'firefox',
    browser,
    async install() {
      await browser.installExtension(extension);
    },
    async uninstall() {
      await browser.uninstallExtension(id);
      await waitFor('the extension to be gone', () => chromeScope(`!${installed}`));
    },
    address: (path) => `moz-extension://${UUID}/${path}`,
    async go(page, address) {
      if (!address.startsWith('moz-extension:')) {
        await page.goto(address, { timeout: GUARD });
        return;
      }
      // goto() waits for an event that never comes for such an address.
      let sent = false;
      await waitFor(`${address} to load`, async () => {
        if (!sent) await connection.send('browsingContext.navigate', { context: context(page), url: address, wait: 'none' });
        sent = true;
        return page.evaluate((expected) => location.href === expected && document.readyState === 'complete', address);
      });
    },
    async addresses() {
      const pages = await browser.pages();
      /** @type {{page: Page, address: string}[]} */
      const found = [];
      for (const each of await tabs()) {
        const page = pages.find((candidate) => context(candidate) === each.context);
        if (page) found.push({ page, address: each.url });
        else tell(each);
      }
      return found;
    },
    allAddresses: async () => (await tabs()).map(({ url }) => url),
    async killBackground() {
      await chromeScope(`${installed}.extension.terminateBackground({ignoreDevToolsAttached: true, disableResetIdleForTest: true})`);
    },
    async backgroundMessages() {
      return chromeScope(`(() => {
        const text = (value) => typeof value === 'string' ? value : (() => { try { return JSON.stringify(value); } catch { return String(value); } })();
        const logged = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage).getEvents()
          .filter((event) => String(event.filename).includes('${UUID}'))
          .map((event) => event.level + ': ' + Array.from(event.arguments, text).join(' '));
        const errors = Services.console.getMessageArray().filter((message) => String(message.message).includes('${UUID}')).map(String);
        return [...logged, ...errors];
      })()`);
    },
    async withholdHosts() {
      await chromeScope(`(() => {
        const {ExtensionPermissions} = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        return ExtensionPermissions.remove(${JSON.stringify(id)}, {permissions: [], origins: ['https://www.linkedin.com/*']}, ${installed}.extension);
      })()`);
    },
    async colours(scheme) {
      await chromeScope(`Services.prefs.setIntPref('${SCHEME}', ${scheme === 'dark' ? 0 : 1})`);
      await chromeScope(`Services.prefs.setIntPref('${FORCED}', ${scheme === 'forced' ? 2 : 0})`);
    },
    async phone(page) {
      // 1 is a coarse pointer, and no hovering.
      for (const name of POINTERS) await chromeScope(`Services.prefs.setIntPref('${name}', 1)`);
      await page.setViewport({ width: 360, height: 740 });
    },
    async forget() {
      await chromeScope(`new Promise((done) => {
        const { CLEAR_COOKIES_AND_SITE_DATA, CLEAR_ALL_CACHES } = Ci.nsIClearDataService;
        const forgotten = { onDataDeleted: done };
        Services.clearData.deleteDataFromSite('linkedin.com', {}, true, CLEAR_COOKIES_AND_SITE_DATA | CLEAR_ALL_CACHES, forgotten);
      })`);
      await chromeScope(`${JSON.stringify([SCHEME, FORCED, ...POINTERS])}.forEach((name) => Services.prefs.clearUserPref(name))`);
    },
    async collectGarbage() {
      await chromeScope(`new Promise((done) => {
        Services.obs.notifyObservers(null, 'child-mmu-request');
        Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager).minimizeMemoryUsage(done);
      })`);
    },
    async pressKeyOf(command) {
      // What Firefox has made of the manifest's key is pressed for it: no key that is sent to a page reaches it.
      await chromeScope(`(async () => {
        const commands = await ${installed}.extension.shortcuts.allCommands();
        const shortcut = commands.find(({ name }) => name === ${JSON.stringify(command)}).shortcut;
        const letter = shortcut.split('+').at(-1);
        const key = document.querySelector('keyset[id^="ext-keyset-id"] > key[modifiers="alt,shift"][key="' + letter + '"]');
        key.dispatchEvent(new Event('command', { bubbles: true }));
      })()`);
    },
    async markNote(page) {
      const { result } = await connection.send('script.evaluate', {
        target: { context: context(page) },
        awaitPromise: false,
        expression: 'document.documentElement.lastElementChild',
        serializationOptions: { maxDomDepth: 4, includeShadowTree: 'all' },
      });
      const parts = result.result?.value?.shadowRoot?.value?.children ?? [];
      const note = parts.find((/** @type {any} */ { value }) => value.attributes?.role === 'status');
      return note?.value.children?.[0]?.value.nodeValue ?? '';
    },
    async keepStored(keep) {
      // An extension that is loaded for a test is removed when the browser ends.
      await chromeScope(`Services.prefs.setBoolPref('extensions.webextensions.keepStorageOnUninstall', ${keep})`);
    },
  };
}
