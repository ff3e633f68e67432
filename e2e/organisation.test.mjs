/** What an organisation sets by the browsers' own policies: a real policy file, read by the real browser. */

import assert from 'node:assert/strict';
import { canSetPolicies } from './lib/policy.mjs';
import { press } from './lib/session.mjs';
import { ESSENTIAL, outcomes, turnedOff } from './lib/settings.mjs';
import { eachBrowser } from './lib/suite.mjs';
import { waitFor } from './lib/wait.mjs';

/** @typedef {import('./lib/session.mjs').Session} Session */
/** @typedef {import('puppeteer-core').Page} Page */

const POLICY = { level: 'essential', checks: 'off', every: 90, locked: ['level', 'every'], welcome: false };

/** Chromium reads an extension's policy some seconds after it was installed. @param {Session} ext */
const heard = (ext) =>
  waitFor('the policy', async () => {
    const view = await ext.view();
    return view.managed.locked.length > 0 && view;
  });

/** @param {Page} page @param {string} name of a choice @returns {Promise<{locked: boolean, value: string, said: string}>} */
const shown = (page, name) =>
  page.evaluate((wanted) => {
    const controls = [...document.querySelectorAll(`[name="${wanted}"]`)];
    const box = controls[0].closest('fieldset, .field');
    return {
      locked: controls.every((control) => control.matches(':disabled')),
      value: /** @type {any} */ (controls.find((control) => /** @type {any} */ (control).checked) ?? controls[0]).value,
      said: [...(box?.querySelectorAll('.managed:not([hidden])') ?? [])].map((note) => note.textContent).join(),
    };
  }, name);

const LOCKED = 'Your organisation set this. You cannot change it here.';

if (canSetPolicies) {
  eachBrowser(
    'organisation',
    (test) => {
      test('what it locks holds, says so on every page, and a run goes by it; what it suggests gives way to the person', async ({
        ext,
        browser,
      }) => {
        const before = await heard(ext);
        assert.deepEqual(before.managed, { locked: ['level', 'every'], suggested: ['checks'], ignored: [] });
        assert.deepEqual(
          [before.choices.level, before.choices.every, before.choices.checks, before.choices.chosen],
          ['essential', 90, 'off', false],
        );
        // Chromium heard of it too late, and nobody but the organisation may install it there without a word.
        if (browser === 'firefox') assert.deepEqual(await ext.tabsAt(ext.driver.address('welcome/')), [], 'no welcome page');

        for (const address of ['popup/popup.html', 'welcome/welcome.html', 'options/options.html']) {
          const page = await ext.openPage(address);
          await page.bringToFront();
          await waitFor(`the level on ${address}`, async () => (await shown(page, 'level')).locked);
          assert.deepEqual(await shown(page, 'level'), { locked: true, value: 'essential', said: LOCKED }, address);
          assert.deepEqual((await shown(page, 'mode')).locked, false, address);
          if (address.startsWith('options')) {
            assert.deepEqual(await shown(page, 'checks'), { locked: false, value: 'off', said: 'Suggested by your organisation.' });
            assert.deepEqual(await shown(page, 'every'), { locked: true, value: '90', said: LOCKED });
            await page.select('#region', 'us');
            await waitFor('the choice to be stored', async () => (await ext.view()).choices.chosen);
            await press(page, '#checks-remind');
            await waitFor('the other checks', async () => (await ext.view()).choices.checks === 'remind');
            assert.equal((await shown(page, 'checks')).said, '');
          }
          await page.close();
        }
        assert.equal(await ext.refusal({ command: 'choose', level: 'strict' }), 'set-by-organisation');
        assert.equal(await ext.refusal({ command: 'harden', region: 'us', level: 'strict', mode: 'automatic' }), 'set-by-organisation');

        await ext.killBackground();
        assert.deepEqual((await ext.view()).managed.locked, ['level', 'every'], 'a new background knows it at once');
        await ext.ask({ command: 'harden' }, 'run');
        assert.deepEqual(outcomes(await ext.ended(), ESSENTIAL), turnedOff(ESSENTIAL));
        assert.equal((await ext.state())?.choices.level, 'recommended', "the person's own is kept for the day on which it is unlocked");
      });
    },
    { policy: POLICY },
  );

  eachBrowser(
    'organisation without sense',
    (test) => {
      test('what makes no sense sets nothing, and the rest holds', async ({ ext, browser }) => {
        const { managed, choices } = await heard(ext);
        // Chromium leaves out what the schema does not know, before the extension could name it.
        assert.deepEqual(managed, { locked: ['mode'], suggested: [], ignored: browser === 'firefox' ? ['level', 'colour'] : [] });
        assert.deepEqual([choices.mode, choices.level], ['guide', 'recommended']);
        const options = await ext.openPage('options/options.html');
        const said = () => options.evaluate(() => document.querySelector('#managed-ignored:not([hidden])')?.textContent ?? '');
        await waitFor('the choices', async () => (await shown(options, 'mode')).locked);
        if (browser === 'firefox') assert.match(await said(), /: level, colour$/);
        else assert.equal(await said(), '');
      });
    },
    { policy: { level: 'hard', mode: 'guide', colour: 'red', locked: ['mode'] } },
  );
}
