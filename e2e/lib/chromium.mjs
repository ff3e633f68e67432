/** What is special to Chromium. Beside it, firefox.mjs offers the same functions. */

import puppeteer from 'puppeteer-core';
import {browserPath} from './paths.mjs';
import {waitFor, within} from './wait.mjs';

/**
 * @typedef {import('puppeteer-core').Browser} Browser
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('./driver.mjs').Driver} Driver
 * @typedef {import('./driver.mjs').Options} Options
 */

/** Traffic to any other name than the lab's ends here, so that no test can reach the world. */
const RESOLVE = (/** @type {number} */ port) =>
  `--host-resolver-rules=MAP www.linkedin.com 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`;

/**
 * @param {Options} options
 * @returns {Promise<Driver>}
 */
export async function launchChromium({extension, profile, headless, lab}) {
  const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=en-US'];
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  if (lab) args.push(RESOLVE(lab.port), `--ignore-certificate-errors-spki-list=${lab.spki}`);
  const browser = await puppeteer.launch({
    executablePath: browserPath('chromium'),
    pipe: true,
    enableExtensions: true,
    headless,
    userDataDir: profile,
    defaultViewport: headless ? {width: 1200, height: 900} : null,
    args,
  });
  let id = '';
  /** @type {string[]} */
  const messages = [];
  const listening = new WeakSet();
  browser.on('targetcreated', async (target) => {
    if (target.type() !== 'service_worker') return;
    // A worker that is gone again before it could be listened to has nothing more to say.
    const worker = await target.worker().catch(() => null);
    if (!worker || listening.has(worker)) return;
    listening.add(worker);
    worker.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
    /** @type {any} */ (worker).client?.on?.('Runtime.exceptionThrown', (/** @type {any} */ event) => messages.push(`uncaught: ${event.exceptionDetails.exception?.description ?? event.exceptionDetails.text}`));
  });

  return {
    name: 'chromium',
    browser,
    async install() {
      id = await browser.installExtension(extension);
    },
    async uninstall() {
      await browser.uninstallExtension(id);
    },
    address: (path) => `chrome-extension://${id}/${path}`,
    async open(address) {
      const page = await browser.newPage();
      await page.goto(address);
      return page;
    },
    async addresses() {
      const pages = await browser.pages();
      return pages.map((page) => ({page, address: page.url()}));
    },
    async killBackground() {
      const target = browser.targets().find((each) => each.type() === 'service_worker' && each.url().startsWith(`chrome-extension://${id}/`));
      if (!target) return;
      let gone = false;
      const notice = (/** @type {unknown} */ each) => {
        if (each === target) gone = true;
      };
      browser.on('targetdestroyed', notice);
      try {
        const worker = await target.worker();
        await worker?.close();
        await waitFor('the service worker to stop', () => gone, {timeout: 10_000});
      } finally {
        browser.off('targetdestroyed', notice);
      }
    },
    async backgroundMessages() {
      return messages;
    },
    async withholdHosts() {
      const page = await browser.newPage();
      await page.goto('chrome://extensions');
      await page.evaluate(
        // @ts-expect-error developerPrivate exists on this page only and has no public types.
        (extensionId) => chrome.developerPrivate.updateExtensionConfiguration({extensionId, hostAccess: 'ON_CLICK'}), id);
      await page.close();
    },
    async colours(scheme) {
      for (const page of await browser.pages()) await page.emulateMediaFeatures([{name: 'prefers-color-scheme', value: scheme}]);
    },
    async clearCookies() {
      const context = browser.defaultBrowserContext();
      await context.deleteCookie(...(await context.cookies()));
    },
    async close() {
      await within(browser.close(), 10_000).catch(() => browser.process()?.kill('SIGKILL'));
    },
  };
}
