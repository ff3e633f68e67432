/** The popup in every state, in two languages: it fits, what failed stands near its top, and nothing is wider than the window. */

import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { out } from './lib/paths.mjs';
import { press } from './lib/session.mjs';
import { eachBrowser } from './lib/suite.mjs';
import { waitFor } from './lib/wait.mjs';

/** @typedef {import('./lib/session.mjs').Session} Session */
/** @typedef {import('puppeteer-core').Page} Page */

/** In CSS pixels: what Chrome shows of a popup before it scrolls, and where the first failure has to begin. */
const [WIDTH, HEIGHT, NEAR] = [380, 600, 300];
const DAY = 86_400_000;

/** What is stored of a setting, by what became of it. */
const now = Date.now();
const OFF = { outcome: 'turned-off', state: 'off', seen: now, proved: now, proof: 'reloaded' };
const FAILED = {
  'ai-training': { outcome: 'not-saved', state: 'on', seen: now },
  'research': { outcome: 'not-found', seen: now },
  'promotions': { outcome: 'locked', state: 'on', seen: now },
  'ads-age': { outcome: 'needs-you', why: 'two-controls', seen: now },
  'ads-gender': { outcome: 'unreachable', why: 'no-answer', seen: now },
};
const BACK = {
  'ai-training': {
    outcome: 'on',
    state: 'on',
    seen: now,
    history: [
      { at: now - 9 * DAY, to: 'off', by: 'offswitch' },
      { at: now - DAY, to: 'on', by: 'elsewhere' },
    ],
  },
};

/**
 * Puts into the extension's storage what it would know after a run.
 * @param {Session} ext
 * @param {Record<string, object>} known of some settings; all others that are planned are off
 * @param {(state: any) => object} [change]
 */
async function knows(ext, known, change = (state) => state) {
  await ext.chosen({ level: 'recommended' });
  const { settings } = await ext.view();
  const planned = settings.filter(({ planned: wanted, act }) => wanted && act === 'click').map(({ id }) => id);
  const state = change({
    ...(await ext.state()),
    tried: now,
    checked: now,
    settings: { ...Object.fromEntries(planned.map((id) => [id, OFF])), ...known },
  });
  await ext.store({ state });
  await ext.killBackground();
}

/** Each state of the popup, and how it comes about. @type {Record<string, (ext: Session, lab: import('./lib/lab.mjs').Lab) => Promise<unknown>>} */
const STATES = {
  'fresh': async () => {},
  'chosen': (ext) => ext.chosen({ level: 'recommended' }),
  'all off': (ext) => knows(ext, {}),
  'mixed failures': (ext) => knows(ext, FAILED),
  'drift': (ext) => knows(ext, BACK),
  'undone': (ext) => knows(ext, { 'ai-training': { outcome: 'on', why: 'undone', state: 'on', seen: now } }),
  'stale': (ext) =>
    knows(ext, {}, (state) => ({
      ...state,
      settings: Object.fromEntries(Object.keys(state.settings).map((id) => [id, { ...OFF, seen: now - 40 * DAY, proved: now - 40 * DAY }])),
    })),
  'question': (ext) =>
    knows(ext, {}, ({ settings, ...state }) => ({
      ...state,
      choices: { ...state.choices, level: 'strict' },
      settings,
      unknown: [
        {
          page: '/mypreferences/d/settings/discover-me-by-email-address',
          match: 'option',
          lang: 'de',
          heading: 'Wer?',
          state: 'on',
          seen: now,
          parts: [
            { label: 'Alle', chosen: true },
            { label: 'Niemand', chosen: false },
          ],
        },
      ],
    })),
  'signed out': async (ext, lab) => {
    await lab.faults([{ name: 'signed-out', n: 3 }]);
    await ext.chosen({ level: 'recommended' });
    await ext.ask({ command: 'harden' }, 'run');
    await waitFor('the run to wait', async () => (await ext.state())?.run?.signIn, { seen: ext.state });
  },
  'stopped': async (ext, lab) => {
    await ext.chosen({ level: 'recommended' });
    await ext.ask({ command: 'harden' }, 'run');
    await waitFor('a first save', async () => (await lab.state()).saves.length > 0);
    await ext.ask({ command: 'stop' }, 'now');
    await ext.ended();
  },
  'running': async (ext, lab) => {
    await lab.faults([{ name: 'page-slow', seconds: 40, from: 4 }]);
    await ext.chosen({ level: 'recommended' });
    await ext.ask({ command: 'harden' }, 'run');
    await waitFor('the run to get on', async () => (await lab.state()).pages >= 4);
  },
};

/** What is measured of the page as it stands. */
const measured = () => {
  const root = document.documentElement;
  const failure = document.querySelector('#attention:not([hidden]) li');
  return {
    height: Math.ceil(document.body.getBoundingClientRect().bottom),
    wider: root.scrollWidth - root.clientWidth,
    first: failure ? Math.round(failure.getBoundingClientRect().top) : 0,
    opened: document.querySelectorAll('details[open]').length,
    buttons: [...document.querySelectorAll('button.main')].filter((each) => each instanceof HTMLElement && each.offsetParent).length,
    words: document.body.innerText,
  };
};

/** @param {string} language @param {(extension: string) => void} [change] */
function inLanguage(language, change) {
  eachBrowser(
    `the popup in ${language}`,
    (test) => {
      for (const [name, reach] of Object.entries(STATES)) {
        test(`fits when ${name}`, async ({ lab, ext, browser }) => {
          await reach(ext, lab);
          const popup = await ext.popup();
          await popup.bringToFront();
          await waitFor('the popup to be filled', () =>
            popup.evaluate(() => document.querySelector('#set-up:not([hidden]), #status:not(:empty)') !== null),
          );
          await popup.setViewport({ width: WIDTH, height: HEIGHT });
          const { words, ...size } = await popup.evaluate(measured);
          if (process.env.PICTURES) {
            mkdirSync(path.join(out, 'popup'), { recursive: true });
            await popup.screenshot({ path: path.join(out, 'popup', `${name} ${language} ${browser}.png`) });
            console.log(name, language, browser, JSON.stringify(size));
          }
          assert.ok(size.height <= HEIGHT, `${size.height} px high: ${words}`);
          assert.ok(size.first <= NEAR, `the first failure begins at ${size.first} px: ${words}`);
          assert.deepEqual([size.wider, size.opened], [0, 0], 'px wider than the window; groups that nobody opened');
          assert.ok(size.buttons <= 1, 'one main button at most');

          await popup.setViewport({ width: 320, height: HEIGHT });
          assert.equal((await popup.evaluate(measured)).wider, 0, 'at 320 px');
          await popup.setViewport({ width: WIDTH, height: HEIGHT });
          await popup.evaluate(() => {
            document.documentElement.style.fontSize = '200%';
            document.body.style.fontSize = '1.75rem';
          });
          assert.equal((await popup.evaluate(measured)).wider, 0, 'with text twice as large');
          if ((await ext.state())?.run?.phase === 'running') await press(popup, '#stop');
        });
      }
    },
    { change },
  );
}

inLanguage('English');
inLanguage('German', (extension) =>
  copyFileSync(path.join(extension, '_locales/de/messages.json'), path.join(extension, '_locales/en/messages.json')),
);
