/** What is noticed without a run: pages that the person opens and switches that the person turns. */

import assert from 'node:assert/strict';
import { ORIGIN } from './lib/lab.mjs';
import { turnOffByHand } from './lib/person.mjs';
import { ESSENTIAL, outcomes, SETTINGS, turnedOff } from './lib/settings.mjs';
import { eachBrowser } from './lib/suite.mjs';
import { waitFor } from './lib/wait.mjs';

const age = SETTINGS['ads-age'];
const promotions = SETTINGS.promotions;
const emails = SETTINGS['promotion-emails'];
/** @param {import('./lib/suite.mjs').Session} ext @param {import('./lib/settings.mjs').Id} id */
const outcomeOf = async (ext, id) => (await ext.state())?.settings[id]?.outcome;
const address = (/** @type {{page: string}} */ { page }) => `${ORIGIN}${page}`;

eachBrowser('watching', (test) => {
  test('a change by hand updates the badge, and only a fresh load calls it off', async ({ lab, ext }) => {
    await ext.chosen({ level: 'recommended' });
    await ext.badgeShows('?');
    const page = await ext.driver.open(address(age));
    const red = await ext.badgeShows('1');
    assert.ok(red.colour[0] > 150 && red.colour[1] < 100 && red.colour[2] < 100, `the badge is red: ${red.colour}`);
    assert.match(red.title, /\b1\b/, 'the tooltip says it in words');

    await turnOffByHand(lab, page, age.key);
    await ext.badgeShows('?');
    assert.equal(await outcomeOf(ext, 'ads-age'), 'unchecked', 'not called off before a fresh load');

    await page.goto(address(age));
    await waitFor('the proof', async () => (await outcomeOf(ext, 'ads-age')) === 'already-off', { seen: ext.state });
  });

  test(
    'what follows a click by hand on the same page is no proof, however late: control-draws-others',
    async ({ lab, ext }) => {
      await ext.chosen({ level: 'strict' });
      const page = await ext.driver.open(address(promotions));
      await ext.badgeShows('1');
      await turnOffByHand(lab, page, promotions.key);
      await waitFor('the other switch to be drawn off', () =>
        page.evaluate(
          (key) => /** @type {HTMLInputElement | null} */ (document.querySelector(`input[aria-labelledby="${key}"]`))?.checked === false,
          emails.key,
        ),
      );

      // What was loaded later is believed later.
      await ext.driver.open(address(age));
      await waitFor('another page to be believed', async () => (await outcomeOf(ext, 'ads-age')) === 'already-off', { seen: ext.state });
      assert.deepEqual([await outcomeOf(ext, 'promotions'), await outcomeOf(ext, 'promotion-emails')], ['unchecked', 'unchecked']);

      await page.goto(address(promotions));
      await waitFor('the next load to be believed', async () => (await outcomeOf(ext, 'promotions')) === 'already-off', {
        seen: ext.state,
      });
      assert.equal(await outcomeOf(ext, 'promotion-emails'), 'on');
    },
    {
      settings: { [age.key]: false },
      faults: [
        { name: 'control-draws-others', key: promotions.key, seconds: 2, times: 1 },
        { name: 'control-late', key: emails.key, seconds: 12, times: 1 },
      ],
    },
  );

  test('a tab that was left open tells what was so when it was loaded', async ({ ext }) => {
    await ext.chosen({ level: 'essential' });
    const old = await ext.driver.open(address(SETTINGS['ads-data-from-others']));
    await ext.badgeShows('1');
    await ext.harden();
    assert.deepEqual(outcomes(await ext.ended(), ESSENTIAL), turnedOff(ESSENTIAL));
    await ext.badgeShows('');

    // An agent has nothing new to say, unless it has noticed that its background is gone.
    await ext.killBackground();
    const page = await waitFor('the old tab to be heard', async () => {
      await old.evaluate(() => document.dispatchEvent(new Event('transitionend')));
      return (await ext.ask({ command: 'page' }, 'now')).page;
    });
    assert.deepEqual(
      /** @type {any} */ (page).controls.map((/** @type {{on: boolean}} */ { on }) => on),
      [true],
      'the old tab was heard, and shows the switch on',
    );
    assert.deepEqual(outcomes(/** @type {any} */ (await ext.state()), ESSENTIAL), turnedOff(ESSENTIAL));
    assert.equal((await ext.badge()).text, '');
  });
});
