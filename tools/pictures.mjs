/**
 * `make pictures`: the pictures for the stores, from the packed extension in a real browser against the lab, in the sizes that
 * docs/store/listing.md names. What is no page of its own, the popup and the tile, stands on a plain ground.
 */

import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { launch } from '../e2e/lib/driver.mjs';
import { startLab } from '../e2e/lib/lab.mjs';
import { remove, root, temporary, unpackPackage } from '../e2e/lib/paths.mjs';
import { marked, newMark } from '../e2e/lib/person.mjs';
import { openSession } from '../e2e/lib/session.mjs';
import { waitFor } from '../e2e/lib/wait.mjs';
import { settle } from './settle.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('../e2e/lib/session.mjs').Session} Session
 */

const SCREEN = { width: 1280, height: 800 };
const TILE = { width: 440, height: 280 };
const POPUP = { width: 380, height: 600 };
const GROUND =
  'margin:0;display:flex;align-items:center;justify-content:center;height:100vh;background:#e8eef4;color:#1b1f24;font:600 20px/1.4 system-ui,sans-serif';
const folder = path.join(root, 'docs/store/pictures');

const profile = temporary('chromium');
const extension = unpackPackage();
const lab = await startLab();
const driver = await launch('chromium', { extension, profile, headless: true, lab });
try {
  mkdirSync(folder, { recursive: true });
  await lab.reset({ region: 'us' });
  const ext = await openSession(driver);
  await shoot(await ext.opened('welcome/welcome.html'), 'welcome');
  await mark(ext);
  await hardened(ext);
  await question(ext);
  await tile();
} finally {
  await driver.close();
  await lab.stop();
  for (const directory of [profile, extension]) remove(directory);
}

/** Guide mode at its first switch. @param {Session} ext */
async function mark(ext) {
  await ext.chosen({ level: 'essential', mode: 'guide' });
  await ext.ask({ command: 'only', setting: 'ai-training' }, 'now');
  await marked(ext);
  const page = await ext.runTab();
  await page.setViewport(SCREEN);
  await newMark(page);
  await shoot(page, 'marked-switch');
  await ext.ask({ command: 'stop' }, 'now');
  await ext.ended();
  await ext.ask({ command: 'reset' }, 'now');
}

/** A run in which everything goes off: its report, and the popup. @param {Session} ext */
async function hardened(ext) {
  await ext.chosen({ level: 'recommended' });
  await ext.ask({ command: 'harden' }, 'now');
  await ext.ended();
  await shoot(await ext.opened('report/report.html'), 'report');
  const popup = await ext.popup();
  await popup.setViewport(POPUP);
  await settle(popup);
  const image = await popup.screenshot({ encoding: 'base64' });
  await compose(
    'popup',
    SCREEN,
    `<img src="data:image/png;base64,${image}" width="${POPUP.width}" height="${POPUP.height}" style="border-radius:12px;box-shadow:0 8px 40px #0003">`,
  );
}

/** Another person, in Germany, whose run asks about what it may not turn off by itself. @param {Session} ext */
async function question(ext) {
  await lab.reset({ region: 'designated', lang: 'de' });
  await ext.ask({ command: 'reset' }, 'now');
  await ext.chosen({ region: 'designated', level: 'strict' });
  await ext.ask({ command: 'harden' }, 'now');
  await ext.ended();
  const report = await ext.openPage('report/report.html#question');
  await waitFor('the question', () => report.evaluate(() => document.querySelectorAll('input[name=found]:checked').length > 0));
  await shoot(report, 'question');
}

async function tile() {
  const icon = readFileSync(path.join(root, 'extension/icons/icon.svg')).toString('base64');
  const { name } = JSON.parse(readFileSync(path.join(root, 'extension/_locales/en/messages.json'), 'utf8'));
  await compose(
    'tile',
    TILE,
    `<div style="text-align:center"><img src="data:image/svg+xml;base64,${icon}" width="112" height="112" alt=""><div style="font-size:40px">${name.message}</div></div>`,
  );
}

/**
 * Takes a picture of something on the plain ground.
 * @param {string} name
 * @param {{width: number, height: number}} size
 * @param {string} content
 */
async function compose(name, size, content) {
  const page = await driver.open('about:blank');
  await page.setViewport(size);
  await page.setContent(`<!doctype html><body style="${GROUND}">${content}`);
  await page.screenshot({ path: /** @type {`${string}.png`} */ (path.join(folder, `${name}.png`)) });
  await page.close();
  console.log(`  docs/store/pictures/${name}.png`);
}

/** @param {Page} page @param {string} name */
async function shoot(page, name) {
  await page.setViewport(SCREEN);
  await settle(page);
  await page.screenshot({ path: /** @type {`${string}.png`} */ (path.join(folder, `${name}.png`)) });
  console.log(`  docs/store/pictures/${name}.png`);
}
