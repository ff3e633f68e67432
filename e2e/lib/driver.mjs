/** One way to drive either browser. */

import { launchChromium } from './chromium.mjs';
import { launchFirefox } from './firefox.mjs';
import { COURTESY, GUARD, lose, within } from './wait.mjs';

/**
 * @typedef {import('puppeteer-core').Browser} Browser
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('./paths.mjs').BrowserName} BrowserName
 */

/**
 * @typedef {object} Options
 * @property {string} extension directory of the unpacked package
 * @property {string} profile directory of the browser's profile
 * @property {boolean} headless
 * @property {{sets: object, directory: string}} [policy] what an organisation sets for the extension, and a directory for that
 * @property {{port: number, spki: string}} [lab] where www.linkedin.com leads; without it, to the real site
 */

/**
 * @typedef {object} Driver
 * @property {BrowserName} name
 * @property {Browser} browser
 * @property {() => Promise<void>} install loads the extension
 * @property {() => Promise<void>} uninstall removes it with all that it stored
 * @property {(path: string) => string} address of a file of the extension
 * @property {(address: string) => Promise<Page>} open an address in a new tab
 * @property {(page: Page, address: string) => Promise<void>} go to another address in a tab
 * @property {() => Promise<{page: Page, address: string}[]>} addresses of all open tabs
 * @property {() => Promise<string[]>} allAddresses those of the tabs as well that what drives the browser does not know
 * @property {() => Promise<void>} killBackground ends the background at once, as the browser may do at any time
 * @property {() => Promise<string[]>} backgroundMessages what the background wrote to its console
 * @property {() => Promise<void>} withholdHosts takes the host permission away, as the person may do at any time
 * @property {(scheme: 'light' | 'dark' | 'forced') => Promise<void>} colours the person prefers, in all open tabs; forced ones are the system's own
 * @property {(page: Page) => Promise<void>} phone makes the page that of a phone: narrow, and touched with a finger
 * @property {() => Promise<void>} forget what LinkedIn's pages have left in the browser, and what colours and phone have changed of the browser itself
 * @property {(command: string) => Promise<void>} pressKeyOf a command of the manifest, as far as the browser can be made to believe it
 * @property {() => Promise<void>} collectGarbage leaves in memory only what the extension holds
 * @property {(page: Page) => Promise<string>} markNote what the mark on a page says, which stands where no page can read it
 * @property {(keep: boolean) => Promise<void>} keepStored whether what the extension stored outlives the browser
 * @property {() => Promise<void>} close
 */

/**
 * @param {BrowserName} name
 * @param {Options} options
 * @returns {Promise<Driver>}
 */
export async function launch(name, options) {
  const driver = await (name === 'firefox' ? launchFirefox(options) : launchChromium(options));
  const { browser } = driver;
  let closing = false;
  browser.once('disconnected', () => {
    if (!closing) lose(`${name} has ended by itself`);
  });
  /** @param {Page} page which waits no shorter than everything else */
  const patient = (page) => {
    page.setDefaultTimeout(GUARD);
    return page;
  };
  return {
    ...driver,
    async open(address) {
      const page = patient(await browser.newPage());
      await driver.go(page, address);
      return page;
    },
    addresses: async () => (await driver.addresses()).map(({ page, address }) => ({ page: patient(page), address })),
    async close() {
      closing = true;
      await within(browser.close(), COURTESY).catch(() => browser.process()?.kill('SIGKILL'));
    },
  };
}
