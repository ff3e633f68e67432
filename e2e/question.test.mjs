/** The question on the report: what a run met is turned off only once the person has said so, and they are asked only once. */

import assert from 'node:assert/strict';
import { ORIGIN } from './lib/lab.mjs';
import { press, runOf } from './lib/session.mjs';
import { onAtTheServer, outcomes, SETTINGS, turnedOff } from './lib/settings.mjs';
import { eachBrowser } from './lib/suite.mjs';
import { waitFor } from './lib/wait.mjs';

/**
 * @typedef {import('./lib/session.mjs').Session} Session
 * @typedef {import('./lib/lab.mjs').Lab} Lab
 * @typedef {import('puppeteer-core').Page} Page
 */

/** A switch on a page of a row that is not that row's, and that no rule knows. */
const EXTRA = { name: 'extra-controls', page: SETTINGS['ads-age'].page, n: 1 };
const EXTRA_ID = `${EXTRA.page} labExtra1`;

/** A switch that no rule names, on a page that no rule names. */
const STRANGE = { page: '/mypreferences/d/settings/lab-notification-example', key: 'labNotificationExample' };
const STRANGE_ID = `${STRANGE.page} ${STRANGE.key}`;

/** What the person keeps on, and the options of which they pick one; its words are not known in the page's language. */
const [KEPT, PICKED] = ['mentions', 'follow-visibility'];

/** @param {Page} page @returns {Promise<{id: string, ticked: boolean}[]>} the boxes of the question */
const boxes = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('input[name=found]')].map((each) => {
      const { value, checked } = /** @type {HTMLInputElement} */ (each);
      return { id: value, ticked: checked };
    }),
  );

/** @param {Page} page @param {string} selector of what the person goes to with the Tab key */
const tabTo = (page, selector) =>
  waitFor(`the focus on ${selector}`, async () => {
    await page.keyboard.press('Tab');
    return page.evaluate((wanted) => document.activeElement?.matches(wanted), selector);
  });

/** @param {Page} page */
const focused = (page) => page.evaluate(() => document.activeElement?.id ?? '');

/**
 * Presses Enter. Firefox presses no button by key in a page whose window has no focus, as after a tab was closed.
 * @param {Session} ext
 * @param {Page} page
 */
async function pressEnter(ext, page) {
  const other = await ext.openPage('agent.js');
  await waitFor('the page to have the focus', async () => {
    await other.bringToFront();
    await page.bringToFront();
    return page.evaluate(() => document.hasFocus());
  });
  await page.keyboard.press('Enter');
}

/** @param {Session} ext @returns {Promise<Page>} the report, at the question */
async function asked(ext) {
  const report = await ext.openPage('report/report.html#question');
  await report.bringToFront();
  await waitFor('the focus on the question', async () => (await focused(report)) === 'question-title', {
    seen: () => report.evaluate(() => document.body.innerText),
  });
  return report;
}

/**
 * @param {Lab} lab
 * @param {string[]} ids
 * @returns {Promise<string[]>} those of them that are on on the server, with those that no run clicks unless the person says so
 */
async function on(lab, ids) {
  const [state, rows] = [await lab.state(), await lab.rows()];
  return ids.filter((id) => {
    if (SETTINGS[id]) return onAtTheServer(state, [id]).length > 0;
    const key = rows.find((row) => row.id === id)?.key ?? '';
    // Which of its options is the private one nobody knows: it is as it was as long as nothing was saved.
    return state.settings[key] ?? !state.saves.some((save) => save.key === key);
  });
}

/** @param {Lab} lab @param {number} [from] @returns {Promise<string[]>} the keys that were saved since a number of saves */
const saved = async (lab, from = 0) => (await lab.state()).saves.slice(from).map(({ key }) => key);

eachBrowser('the question', (test) => {
  test(
    'is answered by keyboard: what is ticked goes off and is proved, all else stays on and is not asked about again',
    async ({ lab, ext }) => {
      await ext.chosen({ level: 'strict', region: 'designated' });
      await runOf(ext, () => ext.ask({ command: 'harden' }, 'now'));
      const known = await saved(lab);
      const report = await asked(ext);
      const before = await boxes(report);
      const rows = before.map(({ id }) => id).filter((id) => id !== EXTRA_ID);
      assert.deepEqual(await on(lab, rows), rows, 'nothing that is asked about was clicked');
      for (const [id, ticked] of [
        [KEPT, true],
        ['ads-education-skills', true],
        [PICKED, false],
        [EXTRA_ID, false],
      ])
        assert.deepEqual([id, before.find((each) => each.id === id)?.ticked], [id, ticked]);

      await tabTo(report, `input[value="${KEPT}"]`);
      await pressEnter(ext, report);
      assert.deepEqual(await boxes(report), before, 'Enter in a box answers nothing');
      await report.keyboard.press(' ');
      await tabTo(report, `select[name="found-${PICKED}"]`);
      await report.keyboard.press('ArrowDown');
      const now = await boxes(report);
      const [ticked, unticked] = [true, false].map((want) => now.filter((each) => each.ticked === want).map(({ id }) => id));
      assert.ok(ticked.includes(PICKED) && unticked.includes(KEPT) && unticked.includes(EXTRA_ID), JSON.stringify(now));
      await tabTo(report, '#turn-off-found');
      const words = await report.evaluate(() => document.activeElement?.textContent);
      assert.equal(words, `Turn off ${ticked.length} and keep them off`);
      const state = await runOf(ext, async () => {
        await pressEnter(ext, report);
        await waitFor('the focus on Stop', async () => (await focused(report)) === 'stop');
      });

      assert.deepEqual(outcomes(state, ticked), turnedOff(ticked));
      assert.deepEqual(await on(lab, ticked), []);
      const left = unticked.filter((id) => id !== EXTRA_ID);
      assert.deepEqual(await on(lab, left), left);
      assert.ok(!(await saved(lab)).includes('labExtra1'));
      const shown = await report.evaluate(() => document.querySelector('#left')?.textContent ?? '');
      assert.match(shown, new RegExp(`Left alone by you \\(${unticked.length}\\).*Lab extra switch 1`, 's'));

      const saves = (await lab.state()).saves.length;
      await runOf(ext, () => ext.ask({ command: 'harden' }, 'now'));
      const view = await ext.view();
      assert.deepEqual(view.found, [], 'asked only once');
      assert.deepEqual(view.left.map(({ id }) => id).sort(), unticked.sort());
      assert.deepEqual(await saved(lab, saves), [], 'all of them stayed as they were');
      assert.ok(known.length > 0);
    },
    { lang: 'de', region: 'designated', faults: [EXTRA] },
  );

  test(
    'what no rule knows can be ticked, and what was left alone can be asked about again',
    async ({ lab, ext }) => {
      await ext.chosen({ level: 'essential', region: 'us' });
      const page = await ext.driver.open(`${ORIGIN}${STRANGE.page}`);
      await waitFor('the switch to be found', async () => (await ext.view()).found.some(({ id }) => id === STRANGE_ID), {
        seen: ext.state,
      });
      await page.close();
      const report = await asked(ext);
      assert.deepEqual(await boxes(report), [{ id: STRANGE_ID, ticked: false }]);
      const button = () => report.evaluate(() => document.querySelector('#turn-off-found')?.textContent);
      assert.equal(await button(), 'Leave all as they are');
      await press(report, '#turn-off-found');
      await waitFor('the list of what is left alone', async () => (await focused(report)) === 'left-title');
      assert.deepEqual(await saved(lab), []);
      assert.equal((await ext.state())?.run, null, 'no run was started for nothing');

      await press(report, '#left li button');
      await report.evaluate(() => document.querySelector('#question details')?.setAttribute('open', ''));
      await press(report, `input[value="${STRANGE_ID}"]`);
      assert.equal(await button(), 'Turn off 1 and keep it off');
      await tabTo(report, '#turn-off-found');
      await runOf(ext, async () => {
        await pressEnter(ext, report);
        await waitFor('the focus on Stop', async () => (await focused(report)) === 'stop', {
          seen: () => report.evaluate(() => [document.activeElement?.outerHTML.slice(0, 200), document.body.innerText]),
        });
      });
      assert.deepEqual([await saved(lab), (await lab.state()).settings[STRANGE.key]], [[STRANGE.key], false]);
      const rule = (await ext.view()).settings.find(({ local }) => local);
      assert.equal(rule?.outcome, 'turned-off');
    },
    { region: 'us' },
  );

  test(
    'one setting is turned off now, turned on again and left alone, which a run then keeps to',
    async ({ lab, ext }) => {
      await ext.chosen({ level: 'essential', region: 'us' });
      const id = 'ads-age';
      const { key, page } = SETTINGS[id];
      // The report lists settings once a page was looked at.
      await ext.driver.open(`${ORIGIN}${page}`);
      await waitFor('the visit', async () => (await ext.state())?.settings[id]?.outcome);
      const report = await ext.openPage('report/report.html');
      await report.bringToFront();
      /** @param {string} button of the setting, by its class and what it stands in */
      const pressOf = async (button) => {
        const row = `[data-setting="${id}"]`;
        await waitFor('the row to be open', () =>
          report.evaluate((selector) => {
            const box = document.querySelector(`${selector} details.one`);
            for (const each of [box, box?.closest('details.fold')]) each?.setAttribute('open', '');
            return box !== null;
          }, row),
        );
        await press(report, `${row} ${button}`);
      };
      const off = await runOf(ext, () => pressOf('.alone > .only'));
      assert.deepEqual([off.settings[id].outcome, await saved(lab)], ['turned-off', [key]]);
      await runOf(ext, () => pressOf('.undo'));
      assert.equal((await lab.state()).settings[key], true);
      await pressOf(':not(.alone) > .leave');
      await waitFor('it to be left alone', async () => (await ext.view()).left.some((each) => each.id === id));
      await runOf(ext, () => ext.ask({ command: 'harden', level: 'recommended' }, 'now'));
      assert.equal((await lab.state()).settings[key], true);
      await press(report, '#left li button');
      await waitFor('it to be in the plan again', async () => (await ext.view()).left.length === 0);
    },
    { region: 'us' },
    { undoes: true },
  );
});
