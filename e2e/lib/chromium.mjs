/** What is special to Chromium. Beside it, firefox.mjs offers the same functions. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { ORIGIN } from './lab.mjs';
import { browserPath } from './paths.mjs';
import { chromiumId, underPolicy } from './policy.mjs';
import { GUARD } from './wait.mjs';

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
 * @returns {Promise<Omit<Driver, 'open' | 'close'>>}
 */
export async function launchChromium({ extension, profile, headless, lab, policy }) {
  const args = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--lang=en-US',
  ];
  // In a namespace of its own it is root, too.
  if (process.getuid?.() === 0 || policy) args.push('--no-sandbox');
  if (lab) args.push(RESOLVE(lab.port), `--ignore-certificate-errors-spki-list=${lab.spki}`);
  const log = path.join(profile, 'console.log');
  args.push('--enable-logging', `--log-file=${log}`);
  const browser = await puppeteer.launch({
    executablePath: policy ? underPolicy('chromium', chromiumId(extension), policy.sets, policy.directory) : browserPath('chromium'),
    pipe: true,
    enableExtensions: true,
    headless,
    timeout: GUARD,
    protocolTimeout: GUARD,
    userDataDir: profile,
    // What a page loads the lab sees; to be told of it as well costs the browser as much as the loads.
    networkEnabled: false,
    issuesEnabled: false,
    defaultViewport: headless ? { width: 1200, height: 900 } : null,
    // Nobody may hold on to the service worker: one that is stopped while it is held hangs when it starts again.
    targetFilter: (target) => target.type() !== 'service_worker',
    args,
  });
  const session = await browser.target().createCDPSession();
  let id = '';
  /** @type {WeakMap<Page, import('puppeteer-core').CDPSession>} */
  const sessions = new WeakMap();

  const tabs = () => browser.targets().filter((target) => target.type() === 'page');

  /** @param {'page' | 'service_worker'} type @returns {Promise<string[]>} the extension's own of that kind, now */
  async function own(type) {
    const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type }] });
    return targetInfos.filter(({ url }) => url.startsWith(`chrome-extension://${id}/`)).map(({ targetId }) => targetId);
  }

  /**
   * @template Answer
   * @param {string} targetId is held no longer than this takes
   * @param {(devtools: import('puppeteer-core').CDPSession | undefined) => Promise<Answer> | undefined} act
   */
  async function holding(targetId, act) {
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: true });
    const answer = await act(session.connection()?.session(sessionId) ?? undefined);
    await session.send('Target.detachFromTarget', { sessionId });
    return answer;
  }

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
    async go(page, address) {
      await page.goto(address, { timeout: GUARD });
    },
    async addresses() {
      const found = await Promise.all(tabs().map(async (target) => ({ page: await target.page(), address: target.url() })));
      return found.flatMap(({ page, address }) => (page ? [{ page, address }] : []));
    },
    allAddresses: async () => tabs().map((target) => target.url()),
    async killBackground() {
      for (const targetId of await own('service_worker')) await session.send('Target.closeTarget', { targetId });
    },
    async backgroundMessages() {
      return readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line.includes('CONSOLE') && line.includes(id));
    },
    async withholdHosts() {
      const page = await browser.newPage();
      await page.goto('chrome://extensions', { timeout: GUARD });
      await page.evaluate(
        // @ts-expect-error developerPrivate exists on this page only and has no public types.
        (extensionId) => chrome.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' }),
        id,
      );
      await page.close();
    },
    async colours(scheme) {
      const features =
        scheme === 'forced'
          ? [{ name: 'forced-colors', value: 'active' }]
          : [
              { name: 'forced-colors', value: 'none' },
              { name: 'prefers-color-scheme', value: scheme },
            ];
      for (const page of await browser.pages()) {
        // What is emulated lasts as long as the session that asked for it.
        const devtools = sessions.get(page) ?? (await page.createCDPSession());
        sessions.set(page, devtools);
        await devtools.send('Emulation.setEmulatedMedia', { features });
      }
    },
    async phone(page) {
      await page.setViewport({ width: 360, height: 740, deviceScaleFactor: 1, isMobile: true, hasTouch: true });
    },
    async forget() {
      const context = browser.defaultBrowserContext();
      await context.deleteCookie(...(await context.cookies()));
      // What a site has kept is forgotten by way of a page, whichever it is.
      const [page] = await browser.pages();
      const devtools = await page.createCDPSession();
      await devtools.send('Storage.clearDataForOrigin', { origin: ORIGIN, storageTypes: 'all' });
      await devtools.send('Network.clearBrowserCache');
      await devtools.detach();
    },
    async pressKeyOf(command) {
      // No key that is sent to a page reaches the browser's own shortcuts, so the background is told what they would tell it.
      const [worker] = await own('service_worker');
      if (!worker) throw new Error('the background is not running');
      const expression = `chrome.commands.onCommand.dispatch(${JSON.stringify(command)})`;
      const said = await holding(worker, (devtools) => devtools?.send('Runtime.evaluate', { expression }));
      if (!said || said.exceptionDetails) throw new Error(`the background was not told: ${said?.exceptionDetails?.text}`);
    },
    async collectGarbage() {
      for (const target of [...(await own('page')), ...(await own('service_worker'))]) {
        await holding(target, (devtools) => devtools?.send('HeapProfiler.collectGarbage'));
      }
    },
    async markNote(page) {
      const devtools = await page.createCDPSession();
      const { root } = await devtools.send('DOM.getDocument', { depth: -1, pierce: true });
      await devtools.detach();
      const host = root.children?.find(({ localName }) => localName === 'html')?.children?.at(-1);
      const note = host?.shadowRoots?.[0]?.children?.find(({ attributes }) => attributes?.includes('status'));
      return note?.children?.[0]?.nodeValue ?? '';
    },
    async keepStored() {
      // Chromium keeps it as long as the extension is not uninstalled.
    },
  };
}
