/** The extension's own pages: accessible, usable by keyboard, honest about missing access and damaged storage. */

import assert from 'node:assert/strict';
import { violations } from './lib/axe.mjs';
import { ORIGIN } from './lib/lab.mjs';
import { press } from './lib/session.mjs';
import { ALL, ESSENTIAL, off, outcomes, SETTINGS, turnedOff } from './lib/settings.mjs';
import { eachBrowser } from './lib/suite.mjs';
import { waitFor } from './lib/wait.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const PAGES = ['popup/popup.html', 'welcome/welcome.html', 'options/options.html', 'report/report.html'];

/** @param {Page} page */
const filled = (page) =>
  waitFor('the page to be filled', () => page.evaluate(() => document.querySelector('#status, form')?.textContent?.trim()));

/**
 * @param {import('./lib/session.mjs').Session} ext
 * @param {string} when
 */
async function checkAll(ext, when) {
  for (const address of PAGES) {
    const page = await ext.openPage(address);
    await page.bringToFront();
    await filled(page);
    for (const scheme of /** @type {const} */ (['light', 'dark'])) {
      await ext.driver.colours(scheme);
      await waitFor(`${scheme} colours`, () => page.evaluate((name) => matchMedia(`(prefers-color-scheme: ${name})`).matches, scheme));
      assert.deepEqual(await violations(page), [], `${address}, ${scheme}, ${when}`);
    }
    await page.close();
  }
}

/**
 * Chooses on the welcome page as a person would who lives in the United States, and presses its one button.
 * @param {Page} welcome
 */
async function chooseAndStart(welcome) {
  await waitFor('the form', () => welcome.evaluate(() => document.querySelector('#harden:enabled') !== null));
  await welcome.evaluate(() => {
    const region = document.querySelector('[name=region]');
    if (region instanceof HTMLSelectElement) region.value = 'us';
    for (const wanted of ['[name=level][value=essential]', '[name=mode][value=automatic]', '#harden']) {
      const element = document.querySelector(wanted);
      if (element instanceof HTMLElement) element.click();
    }
  });
}

eachBrowser('pages', (test) => {
  test('the welcome page opens by itself after installation, and nothing else', async ({ lab, ext }) => {
    await ext.opened('welcome/welcome.html');
    assert.equal((await ext.tabsAt(ext.driver.address(''))).length, 2, 'that page and the one the test looks through');
    assert.deepEqual((await lab.state()).log, []);
  });

  test('the welcome page is one card with one button, in at most 100 words', async ({ ext }) => {
    const welcome = await ext.openPage('welcome/welcome.html');
    await waitFor('the button', () => welcome.evaluate(() => document.querySelector('#harden:enabled') !== null));
    const seen = await welcome.evaluate(() => {
      const visible = (/** @type {Element | null} */ it) => it?.checkVisibility({ contentVisibilityAuto: true }) ?? false;
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const words = [];
      while (texts.nextNode()) {
        const parent = texts.currentNode.parentElement;
        // What folds, and the names of the regions, are there for who opens them; a heading for who hears the page.
        if (visible(parent) && !parent?.closest('select, .unseen, details:not([open]) > :not(summary)'))
          words.push(texts.currentNode.nodeValue ?? '');
      }
      const all = (/** @type {string} */ what) => [...document.querySelectorAll(what)].filter(visible).length;
      return { words: words.join(' ').split(/\s+/).filter(Boolean), cards: all('.card'), buttons: all('button') };
    });
    assert.ok(seen.words.length <= 100 && seen.words.length > 50, `${seen.words.length} words: ${seen.words.join(' ')}`);
    assert.deepEqual([seen.cards, seen.buttons], [1, 1]);
  });

  test('the welcome page asks for a region that nobody knows, and its one button stores the choices and starts', async ({ lab, ext }) => {
    const welcome = await ext.openPage('welcome/welcome.html');
    await welcome.bringToFront();
    await waitFor('the button', () => welcome.evaluate(() => document.querySelector('#harden:enabled') !== null));
    await welcome.evaluate(() => {
      const region = document.querySelector('[name=region]');
      if (!(region instanceof HTMLSelectElement)) return;
      // As where the time zone suggests none.
      if (region.options[0].value) region.prepend(new Option('', ''));
      region.value = '';
    });
    await press(welcome, '#harden');
    assert.equal(await welcome.evaluate(() => document.activeElement?.id), 'region');
    assert.deepEqual((await lab.state()).log, [], 'nothing begins before it is chosen');
    await chooseAndStart(welcome);
    const state = await ext.ended();
    assert.deepEqual([state.choices.region, state.choices.level], ['us', 'essential']);
    assert.deepEqual(outcomes(state, ESSENTIAL), turnedOff(ESSENTIAL));
  });

  test('have no accessibility violation before and after a run that is started by keyboard alone, in light and in dark', async ({
    ext,
  }) => {
    await checkAll(ext, 'before anything was chosen');
    await ext.chosen({ level: 'essential' });
    const popup = await ext.popup();
    await popup.bringToFront();
    await waitFor('the main button', () =>
      popup.evaluate(() => document.querySelector('#harden:enabled')?.textContent === 'Harden my settings'),
    );
    await waitFor('the focus on the main button', async () => {
      await popup.keyboard.press('Tab');
      return popup.evaluate(() => document.activeElement?.id === 'harden');
    });
    await popup.keyboard.press('Enter');
    assert.deepEqual(outcomes(await ext.ended(), ESSENTIAL), turnedOff(ESSENTIAL));
    const unproved = (await ext.view()).settings.filter(({ outcome, proof }) => outcome === 'turned-off' && proof === '');
    assert.deepEqual(
      unproved.map(({ id }) => id),
      [],
      'proved, and not said by what',
    );
    await checkAll(ext, 'after a run');
  });

  test('the report can be saved as JSON and as CSV, which no spreadsheet takes for a formula', async ({ ext }) => {
    await ext.chosen({ level: 'essential' });
    await ext.driver.open(`${ORIGIN}${SETTINGS.research.page}`);
    await waitFor('the visit', async () => (await ext.state())?.settings.research?.outcome);
    const report = await ext.openPage('report/report.html');
    await report.evaluate(() => {
      URL.createObjectURL = (blob) => {
        void (/** @type {Blob} */ (blob).text().then((words) => Object.assign(globalThis, { saved: words })));
        return '#';
      };
    });
    /** @param {() => Promise<unknown>} save @returns {Promise<string>} */
    const saved = async (save) => {
      await report.evaluate(() => Object.assign(globalThis, { saved: '' }) && undefined);
      await save();
      return waitFor('a file', () => report.evaluate(() => /** @type {any} */ (globalThis).saved));
    };
    const { settings, ...json } = JSON.parse(await saved(() => press(report, '#export')));
    assert.deepEqual([json.format, json.choices.level, json.run], ['offswitch-report', 'essential', null]);
    const [columns, ...lines] = (await saved(() => press(report, '#export-csv'))).trim().split('\r\n');
    assert.match(columns, /^"id","key","title",.*"proof","proved",/);
    assert.deepEqual(
      lines.map((line) => JSON.parse(line.split(',')[0])),
      settings.map((/** @type {{id: string}} */ { id }) => id),
    );
    const words = await saved(() =>
      report.evaluate(async () => {
        const file = '/ui/file.js';
        (await import(file)).saveCSV('x', [['=1+1', 'a "b", c', -1, true]]);
      }),
    );
    assert.equal(words.replace('\ufeff', ''), `"'=1+1","a ""b"", c","'-1","true"\r\n`);
  });

  test('without access to LinkedIn the popup says why it needs it and asks for it', async ({ lab, ext, browser }) => {
    await ext.chosen({ level: 'essential' });
    await ext.driver.withholdHosts();
    const popup = await ext.popup();
    await popup.bringToFront();
    await waitFor('the offer to grant', () =>
      popup.evaluate(() => {
        const button = document.querySelector('#grant');
        return button instanceof HTMLElement && button.offsetParent !== null;
      }),
    );
    assert.match(await popup.evaluate(() => document.querySelector('#grant-why')?.textContent ?? ''), /linkedin/i);
    assert.equal(await ext.refusal({ command: 'harden' }), 'no-permission');
    assert.deepEqual((await lab.state()).log, [], 'nothing was opened');

    // Chromium's own question cannot be answered without a window; Firefox is told to answer yes.
    if (browser === 'chromium') {
      await popup.evaluate(() => {
        chrome.permissions.request = /** @type {any} */ (
          (/** @type {object} */ wanted) => {
            document.title = JSON.stringify([wanted, navigator.userActivation.isActive]);
            return Promise.resolve(false);
          }
        );
      });
      await popup.click('#grant');
      assert.equal(await popup.title(), JSON.stringify([{ origins: ['https://www.linkedin.com/*'] }, true]));
      return;
    }
    await popup.click('#grant');
    await waitFor('the main button to be enabled', () => popup.evaluate(() => Boolean(document.querySelector('#harden:enabled'))));
    await popup.click('#harden');
    assert.deepEqual(outcomes(await ext.ended(), ESSENTIAL), turnedOff(ESSENTIAL));
  });

  for (const [what, stored, notice] of /** @type {[string, unknown, string][]} */ ([
    ['damaged', { version: 1, choices: 'none', settings: 7 }, 'state-damaged'],
    ['from a newer version', { version: 999, choices: {}, run: null, settings: {} }, 'state-newer'],
  ])) {
    test(`stored state that is ${what} is set aside and told, and nothing is lost`, async ({ lab, ext }) => {
      await ext.chosen({ level: 'essential' });
      await ext.store({ state: stored });
      await ext.killBackground();
      const popup = await ext.popup();
      const said = await waitFor('the notice', () => popup.evaluate(() => document.querySelector('#notices')?.textContent));
      assert.ok(said.length > 20, said);
      assert.ok(
        (await ext.view()).notices.some(({ id }) => id === notice),
        `notice ${notice}`,
      );
      const { state, ...others } = await ext.stored();
      const kept = Object.values(others).map((aside) => /** @type {any} */ (aside).state);
      assert.deepEqual(kept, [stored], 'what was set aside');
      assert.notDeepEqual(state, stored);
      assert.deepEqual((await lab.state()).log, []);
    });
  }

  for (const [chosen, when] of /** @type {const} */ ([
    [true, ''],
    [false, ' at the very first run, too'],
  ])) {
    test(
      `storage that is full is told${when}, and nothing is opened; when there is room again, all is well`,
      async ({ lab, ext }) => {
        if (chosen) await ext.chosen({ level: 'essential' });
        const before = await ext.stored();
        await ext.fill();
        const popup = chosen ? await ext.harden() : await ext.openPage('welcome/welcome.html');
        if (!chosen) await chooseAndStart(popup);
        const said = await waitFor('the fault', () => popup.evaluate(() => document.querySelector('#fault [role=alert]')?.textContent));
        assert.match(said, /disk/);
        await ext.badgeShows('!');
        await ext.fill(); // Firefox finds a little room after the first refusal
        if (chosen) await ext.killBackground();
        for (const path of ['popup/popup.html', 'report/report.html']) {
          const later = await ext.openPage(path);
          const still = await waitFor('the fault', () => later.evaluate(() => document.querySelector('#fault [role=alert]')?.textContent));
          assert.match(still, /disk/, `${path}, opened later`);
          await later.close();
        }
        await ext.badgeShows('!');
        assert.deepEqual((await lab.state()).log, [], 'nothing was opened');
        await ext.drain();
        assert.deepEqual((await ext.stored()).state, before.state, 'nothing was lost');

        // Firefox refuses the background once more before it notices that there is room, so the person tries again.
        await waitFor(
          'the run to start',
          async () => {
            if (!chosen && (await popup.evaluate(() => document.querySelector('#choose:not([hidden]) #harden:enabled') !== null)))
              await chooseAndStart(popup);
            await popup.evaluate(() => {
              for (const id of ['#harden:enabled', '#reload']) {
                const button = document.querySelector(id);
                if (button instanceof HTMLElement && button.offsetParent !== null) button.click();
              }
            });
            return (await ext.state())?.run;
          },
          { pace: 500, seen: ext.badge },
        );
        assert.deepEqual(outcomes(await ext.ended(), ESSENTIAL), turnedOff(ESSENTIAL));
      },
      off(ALL.filter((id) => !ESSENTIAL.includes(id))),
    );
  }
});
