/** One way to drive either browser. */

import { launchChromium } from './chromium.mjs';
import { launchFirefox } from './firefox.mjs';

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
 * @property {() => Promise<{page: Page, address: string}[]>} addresses of all open tabs
 * @property {() => Promise<void>} killBackground ends the background at once, as the browser may do at any time
 * @property {() => Promise<string[]>} backgroundMessages what the background wrote to its console
 * @property {() => Promise<void>} withholdHosts takes the host permission away, as the person may do at any time
 * @property {(scheme: 'light' | 'dark') => Promise<void>} colours the person prefers, in all open tabs
 * @property {() => Promise<void>} clearCookies
 * @property {(keep: boolean) => Promise<void>} keepStored whether what the extension stored outlives the browser
 * @property {() => Promise<void>} close
 */

/**
 * @param {BrowserName} name
 * @param {Options} options
 * @returns {Promise<Driver>}
 */
export function launch(name, options) {
  return name === 'firefox' ? launchFirefox(options) : launchChromium(options);
}
