/**
 * What the real agent sees on a page, in a headless Chromium that reaches nothing but loopback. A saved file is served to
 * it at LinkedIn's address, without its scripts.
 */

import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { browserPath, remove, root, temporary } from '../../e2e/lib/paths.mjs';
import { waitFor } from '../../e2e/lib/wait.mjs';

/** @typedef {Record<string, unknown>} Snapshot as the agent sends it; internal/page knows what is in it */

const ORIGIN = 'https://www.linkedin.com';
/** A page is taken for done when the agent had nothing new to say for so long, in milliseconds. */
const QUIET = 700;
const LONGEST = 10_000;
const TYPES = /** @type {Record<string, string>} */ ({
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.html': 'text/html',
  '.htm': 'text/html',
});

/** Where the agent thinks that the background is: what it says is kept for us, and what it obeys can be told by us. */
const LISTENER = `
  globalThis.heard = {snapshot: null, at: 0};
  globalThis.chrome = {runtime: {connect: () => ({
    onMessage: {addListener(obey) { globalThis.order = obey; }},
    onDisconnect: {addListener() {}},
    postMessage: ({snapshot}) => { if (snapshot) globalThis.heard = {snapshot, at: performance.now()}; },
  })}};`;

/**
 * The agent as it ships, with somebody to talk to; to be evaluated as a script.
 * @returns {string}
 */
export function agentScript() {
  const read = (/** @type {string} */ file) => readFileSync(path.join(root, 'extension', file), 'utf8');
  return [LISTENER, ...JSON.parse(read('manifest.json')).content_scripts[0].js.map(read)].join('\n');
}

/**
 * @param {string} file a page saved from the browser
 * @param {string} [at] its path on LinkedIn, where the file does not say
 * @returns {Promise<Snapshot>}
 */
export async function captureFile(file, at = savedFrom(readFileSync(file, 'utf8'))) {
  if (!at) throw new Error(`${file} does not say which page it is: add AT=/mypreferences/d/...`);
  const directory = path.dirname(path.resolve(file));
  const address = new URL(at, ORIGIN);
  return inBrowser(async (page) => {
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
        void request.respond({
          contentType: 'text/html; charset=utf-8',
          // What a person saved must not run: it could change the page, or ask for more.
          headers: { 'Content-Security-Policy': "script-src 'none'" },
          body: readFileSync(file),
        });
        return;
      }
      const beside = localFile(directory, new URL('.', address).href, request.url());
      if (beside)
        void request.respond({ contentType: TYPES[path.extname(beside)] ?? 'application/octet-stream', body: readFileSync(beside) });
      else void request.abort();
    });
    await page.goto(address.href);
  });
}

/**
 * @param {string} address of a page on this machine
 * @returns {Promise<Snapshot>}
 */
export async function captureAddress(address) {
  const { protocol, hostname } = new URL(address);
  if (!['http:', 'https:'].includes(protocol) || !['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) {
    throw new Error(`${address} is not on this machine: save the page as a file and give FILE=...`);
  }
  return inBrowser(async (page) => {
    await page.goto(address);
  });
}

/**
 * The path that a saved page came from, by its canonical link or the browser's own note.
 * @param {string} html
 * @returns {string}
 */
export function savedFrom(html) {
  const found =
    /<!-- saved from url=\(\d+\)(\S+) -->/.exec(html) ?? /<link\b(?=[^>]*\brel=["']?canonical\b)[^>]*\bhref=["']?([^"'\s>]+)/i.exec(html);
  return found ? new URL(found[1], ORIGIN).pathname : '';
}

/**
 * The file that was saved beside a page for an address the page asks for.
 * @param {string} directory
 * @param {string} base the address that the directory stands for
 * @param {string} address
 * @returns {string} '' for none
 */
function localFile(directory, base, address) {
  if (!address.startsWith(base)) return '';
  const file = path.resolve(directory, decodeURIComponent(address.slice(base.length).split(/[?#]/)[0]));
  return file.startsWith(directory + path.sep) && existsSync(file) && statSync(file).isFile() ? file : '';
}

/**
 * @param {(page: import('puppeteer-core').Page) => Promise<void>} load
 * @returns {Promise<Snapshot>}
 */
async function inBrowser(load) {
  const profile = temporary('page');
  const browser = await puppeteer.launch({
    executablePath: browserPath('chromium'),
    pipe: true,
    headless: true,
    userDataDir: profile,
    acceptInsecureCerts: true, // of the lab; nothing else can be reached
    defaultViewport: { width: 1200, height: 900 },
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE ::1',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  try {
    const page = await browser.newPage();
    await load(page);
    return await listen(page);
  } finally {
    await browser.close();
    remove(profile);
  }
}

/**
 * Runs the agent in a world of its own, as the browser does, and waits until it has nothing more to say.
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<Snapshot>}
 */
async function listen(page) {
  const session = await page.createCDPSession();
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'agent' });
  /** @param {string} expression @returns {Promise<any>} */
  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(`in the page: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return result.value;
  };
  await evaluate(`${agentScript()}\n;0`);
  const began = performance.now();
  return waitFor('the page to be done', async () => {
    const { snapshot, quiet } = await evaluate('({snapshot: heard.snapshot, quiet: performance.now() - heard.at})');
    const late = performance.now() - began > LONGEST;
    return snapshot && ((snapshot.ready && quiet > QUIET) || late) && snapshot;
  });
}
