/** What no rule knows: switches that are found and learned, pages that the category pages lead to, what only a person does. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ORIGIN } from './lib/lab.mjs';
import { remove, root, temporary } from './lib/paths.mjs';
import { marked, turnOffByHand } from './lib/person.mjs';
import { press, runOf } from './lib/session.mjs';
import { ESSENTIAL, onAtTheServer, outcomes, SETTINGS, turnedOff } from './lib/settings.mjs';
import { eachBrowser } from './lib/suite.mjs';
import { GUARD, waitFor } from './lib/wait.mjs';

/**
 * @typedef {import('./lib/session.mjs').Session} Session
 * @typedef {import('puppeteer-core').Page} Page
 */

/** A switch that no rule names, on a page that no rule names. */
const STRANGE = {
  key: 'labNotificationExample',
  page: '/mypreferences/d/settings/lab-notification-example',
  label: 'Lab notification switch',
};

/** A row of the table whose key nobody knows; the lab gives it one. */
const KEYLESS = { id: 'ads-linkedin-activity', key: 'labAdsLinkedinActivity', page: '/mypreferences/d/settings/linked-in-activity-data' };

/**
 * Opens a page as the person does, and waits until the extension lists the switch on it.
 * @param {Session} ext
 * @param {string} address
 * @param {string} key
 */
async function found(ext, address, key) {
  const page = await ext.driver.open(ORIGIN + address);
  const unknown = await waitFor(`${key} to be listed`, async () => (await ext.view()).unknown.find((each) => each.key === key), {
    seen: ext.state,
  });
  await page.close();
  return unknown;
}

/**
 * Presses the button of a list entry that bears these words, on a page of the extension.
 * @param {Page} page
 * @param {string} words
 */
const pressNamed = (page, words) =>
  waitFor(
    `the button "${words}"`,
    () =>
      page.evaluate((label) => {
        const usable = [...document.querySelectorAll('button')].filter((each) => !each.disabled && each.offsetParent !== null);
        const button = usable.find((each) => (each.getAttribute('aria-label') ?? each.textContent ?? '').includes(label));
        button?.click();
        return Boolean(button);
      }, words),
    { seen: () => page.evaluate(() => document.body.innerText) },
  );

/** @param {Session} ext one run to its end */
const run = (ext) => runOf(ext, () => ext.ask({ command: 'harden' }, 'now'));

eachBrowser('learning', (test) => {
  test(
    "an unknown switch is listed, kept off from then on by the person's click, proved, and forgotten again",
    async ({ lab, ext }) => {
      await ext.chosen({ level: 'essential' });
      const { label, state } = await found(ext, STRANGE.page, STRANGE.key);
      assert.deepEqual([label, state], [STRANGE.label, 'on'], 'by the label that LinkedIn shows');
      await found(ext, SETTINGS['ads-age'].page, 'labExtra1');
      assert.deepEqual((await lab.state()).saves, [], 'nothing is clicked that nobody asked for');

      await pressNamed(await ext.openPage('report/report.html'), STRANGE.label);
      const rule = await waitFor('the rule', async () => (await ext.view()).rules[0]);
      assert.deepEqual([rule.page, rule.key], [STRANGE.page, STRANGE.key]);

      const first = await run(ext);
      assert.deepEqual(outcomes(first, ESSENTIAL), turnedOff(ESSENTIAL));
      assert.equal(first.settings[rule.id]?.outcome, 'turned-off');
      assert.equal((await lab.state()).settings[STRANGE.key], false);
      assert.equal((await run(ext)).settings[rule.id]?.outcome, 'already-off');

      await pressNamed(await ext.openPage('options/options.html'), STRANGE.label);
      await waitFor('the rule to be gone', async () => (await ext.view()).rules.length === 0);
      assert.equal((await ext.state())?.settings[rule.id], undefined, 'and what was known of it');
    },
    { faults: [{ name: 'extra-controls', page: SETTINGS['ads-age'].page, n: 1 }] },
  );

  test(
    'a row whose key nobody knew is learned with one confirmation, turned off and proved; others are refused',
    async ({ lab, ext }) => {
      await ext.chosen({ level: 'essential', region: 'other' });
      const seen = await ext.driver.open(ORIGIN + KEYLESS.page);
      const waits = async () => (await ext.view()).found.find(({ id }) => id === KEYLESS.id);
      assert.equal((await waitFor('the question', waits)).ticked, false, 'the level leaves it alone');
      await seen.close();
      for (const command of [
        { command: 'keep', page: '/mypreferences/d/close-accounts', key: KEYLESS.key },
        { command: 'keep', page: KEYLESS.page, key: 'labNeverSeen' },
        { command: 'keep', page: KEYLESS.page, key: '', setting: 'resume-data' },
      ])
        assert.equal(await ext.refusal(command), 'not-a-switch', JSON.stringify(command));
      const denied = {
        page: '/mypreferences/d/close-accounts',
        key: 'closeMyAccount',
        match: 'aria-labelledby',
        label: 'x',
        heading: 'x',
        setting: '',
      };
      assert.equal(await ext.refusal({ command: 'import', rules: [denied] }), 'not-all-rules');
      assert.deepEqual((await ext.view()).rules, []);

      const report = await ext.openPage('report/report.html');
      await waitFor('its box', () =>
        report.evaluate((id) => {
          const box = /** @type {HTMLInputElement | null} */ (document.querySelector(`input[name=found][value="${id}"]`));
          if (box && !box.checked) box.click();
          return box?.checked;
        }, KEYLESS.id),
      );
      await press(report, '#turn-off-found');
      await waitFor('the rule', async () => (await ext.view()).rules[0]?.setting === KEYLESS.id);
      const after = await ext.ended();
      assert.equal(after.settings[KEYLESS.id].outcome, 'turned-off');
      assert.equal((await lab.state()).settings[KEYLESS.key], false);
      await lab.set(KEYLESS.key, true);
      const again = await run(ext);
      assert.equal(again.settings[KEYLESS.id].outcome, 'turned-off', 'it is kept off, whatever the level says');
      assert.equal((await lab.state()).settings[KEYLESS.key], false);
    },
    { region: 'other' },
  );

  test(
    'guide mode: category pages lead to addresses; the person turns off what is marked, with a known key or none, or skips it',
    async ({ lab, ext }) => {
      await ext.chosen({ level: 'recommended', mode: 'guide', region: 'designated' });
      const popup = await ext.harden();
      /** @type {Map<string, string>} keys by the pages that the lab serves */
      const rows = new Map((await lab.rows()).map((row) => [row.id, row.key]));
      /** @type {string[]} */
      const turned = [];
      const skipped = [];
      let keyless = 0;
      let last = '';
      while (turned.length < 6 || keyless === 0) {
        const { setting, act } = await marked(ext, last);
        last = setting;
        const key = rows.get(setting) ?? assert.fail(`the lab serves ${setting}`);
        // By hand are those that no rule knows the key of; enough of the others are turned off to see five pages.
        if (act === 'click' && turned.length >= 5) {
          skipped.push(setting);
          await press(popup, '#skip');
          continue;
        }
        const page = await ext.runTab();
        await waitFor('the mark on the page', () => page.evaluate(() => document.documentElement.children.length > 2));
        await turnOffByHand(lab, page, key);
        turned.push(setting);
        if (act !== 'click') keyless += 1;
      }
      await press(popup, '#stop');
      const state = await ext.ended();
      const after = await lab.state();
      for (const id of turned) assert.equal(after.settings[rows.get(id) ?? ''], false, `${id} is off at the server`);
      for (const id of skipped) assert.deepEqual([id, state.settings[id].outcome, onAtTheServer(after, [id])], [id, 'skipped', [id]]);
      assert.deepEqual(
        after.saves.filter(({ trusted }) => !trusted),
        [],
        'clicks that no person made',
      );
      assert.ok(skipped.length > 0 && keyless > 0);
      assert.ok(new Set(after.saves.map(({ key }) => key)).size >= 5);
      const addresses = new Map(state.addresses.map(({ id, page }) => [id, page]));
      const inbox = '/mypreferences/d/settings/lab-sponsored-messages';
      assert.equal(addresses.get('sponsored-messages'), inbox, JSON.stringify(state.addresses));
    },
    { region: 'designated' },
  );

  test('a follow-up is marked done on the report page and remembered', async ({ ext }) => {
    await ext.chosen({ level: 'essential', region: 'designated' });
    const report = await ext.openPage('report/report.html');
    const opened = await report.waitForSelector('#followup-objection-form');
    await opened?.evaluate((box) => box.setAttribute('open', ''));
    await press(report, '#done-objection-form');
    const done = async () => (await ext.view()).followups.find(({ id }) => id === 'objection-form')?.done ?? 0;
    await waitFor('the follow-up to be done', async () => (await done()) > 0);
    await ext.killBackground();
    assert.ok((await done()) > 0);
    const again = await ext.openPage('report/report.html');
    await waitFor('the tick', () =>
      again.evaluate(() => /** @type {HTMLInputElement | null} */ (document.querySelector('#done-objection-form'))?.checked),
    );
  });

  test(
    'a page that did not work can be saved without a name in it, and read back by the command',
    async ({ ext }) => {
      await ext.chosen({ level: 'essential' });
      const page = await ext.driver.open(ORIGIN + SETTINGS['ads-measure-success'].page);
      assert.match(
        await page.evaluate(() => document.documentElement.outerHTML),
        /margarete-m[\s\S]*Margarete Mustermann/,
        'the name is on the page',
      );
      await waitFor('the visit', async () => (await ext.state())?.settings['ads-measure-success']?.outcome);
      const report = await ext.openPage('report/report.html');
      await report.evaluate(() => document.querySelector('#broken details')?.setAttribute('open', ''));
      await press(report, '#page-show');
      const shown = await waitFor('the page to be shown', () =>
        report.evaluate(() => /** @type {HTMLTextAreaElement | null} */ (document.querySelector('#page-shown'))?.value),
      );
      assert.match(shown, /allowConversionTrackings/);
      assert.doesNotMatch(shown, /margarete|mustermann/i);

      const directory = temporary('page');
      const file = path.join(directory, 'offswitch-page.json');
      writeFileSync(file, shown);
      const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'tools/examine.mjs'), '--file', file], {
        encoding: 'utf8',
        timeout: GUARD,
      });
      assert.equal(readFileSync(file, 'utf8'), shown);
      remove(directory);
      assert.equal(status, 0, stderr);
      assert.match(stdout, /ads-measure-success/);
    },
    { account: { name: 'Margarete Mustermann', slug: 'margarete-m' } },
  );
});
