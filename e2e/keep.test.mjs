/** What was done is kept, can be taken back, and watched: undo, drift, accounts, checks, backup. */

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ORIGIN } from './lib/lab.mjs';
import { remove, temporary } from './lib/paths.mjs';
import { turnOffByHand } from './lib/person.mjs';
import { press } from './lib/session.mjs';
import { COUPLED, ESSENTIAL, off, onAtTheServer, outcomes, SETTINGS, turnedOff } from './lib/settings.mjs';
import { eachBrowser } from './lib/suite.mjs';
import { waitFor } from './lib/wait.mjs';

/**
 * @typedef {import('./lib/session.mjs').Session} Session
 * @typedef {import('./lib/settings.mjs').Id} Id
 * @typedef {import('./lib/lab.mjs').Lab} Lab
 */

const ID = 'ads-data-from-others';
const { key } = SETTINGS[ID];
const address = `${ORIGIN}${SETTINGS[ID].page}`;

/** What is this extension's to undo. */
const OURS = ESSENTIAL;

/** @type {Map<string, Record<string, unknown>>} what a whole run leaves in each browser's storage, once one was made there */
const left = new Map();

/**
 * Begins where a whole run has ended.
 * @param {Session} ext
 * @param {Lab} lab
 */
async function hardened(ext, lab) {
  await ext.chosen({ level: 'essential' });
  const stored = left.get(ext.driver.name);
  if (stored) {
    await lab.reset(off(ESSENTIAL));
    await ext.store(stored);
    await ext.killBackground(); // which then begins with what was stored
    return;
  }
  await ext.harden();
  const state = await ext.ended();
  assert.deepEqual(outcomes(state, ESSENTIAL), turnedOff(ESSENTIAL));
  left.set(ext.driver.name, await ext.stored());
}

/**
 * Undoes by the buttons of the report and waits for the end.
 * @param {Session} ext
 * @param {...string} buttons
 */
async function undo(ext, ...buttons) {
  const report = await ext.openPage('report/report.html');
  const before = (await ext.state())?.run?.started;
  for (const button of buttons) {
    await report.evaluate(open, button);
    await press(report, button);
  }
  const state = await waitFor(
    'the undoing to end',
    async () => {
      const now = await ext.state();
      return now?.run?.purpose === 'undo' && now.run.phase === 'ended' && now.run.started !== before && now;
    },
    { seen: ext.state },
  );
  await report.close();
  return state;
}

/**
 * Opens on the report what a button lies in: the closed group of its setting, and the setting itself.
 * @param {string} button
 */
function open(button) {
  const id = /data-undo=([\w-]+)/.exec(button)?.[1];
  const row = document.querySelector(`li[data-setting="${id}"]`);
  row?.closest('.fold')?.setAttribute('open', '');
  row?.querySelector('details')?.setAttribute('open', '');
}

/**
 * Lets eight days pass, as far as the extension can tell, and the browser's alarm go off.
 * @param {Session} ext
 * @returns the state after the run that begins by itself
 */
async function due(ext) {
  const state = await ext.state();
  assert.ok(state);
  await ext.store({ state: { ...state, tried: state.tried - 8 * 24 * 60 * 60 * 1000 } });
  await ext.killBackground(); // which then begins with what was stored
  await ext.alarm();
  await waitFor('a run to begin by itself', async () => (await ext.state())?.run?.started !== state.run?.started, { seen: ext.state });
  return ext.ended();
}

eachBrowser('keeping', (test) => {
  test(
    'undo turns on again only what this extension turned off: one setting, then all',
    async ({ lab, ext }) => {
      await ext.chosen({ level: 'essential' });
      const page = await ext.driver.open(address);
      await turnOffByHand(lab, page, key);
      await page.close();
      await ext.harden();
      await ext.ended();
      assert.deepEqual(onAtTheServer(await lab.state(), ESSENTIAL), []);

      const one = await undo(ext, '[data-undo=ads-measure-success]');
      assert.deepEqual(onAtTheServer(await lab.state(), ESSENTIAL), ['ads-measure-success']);
      assert.deepEqual([one.settings['ads-measure-success'].outcome, one.settings['ads-measure-success'].why], ['on', 'undone']);
      await ext.badgeShows('1');

      const all = await undo(ext, '#undo-all', '#undo-all-yes');
      const ours = OURS.filter((id) => id !== ID);
      assert.deepEqual(onAtTheServer(await lab.state(), ESSENTIAL), ours, 'what the person turned off stays off');
      for (const id of ours) assert.deepEqual([all.settings[id].outcome, all.settings[id].why], ['on', 'undone'], id);
      assert.equal(await ext.refusal({ command: 'undo' }), 'nothing-to-undo');
    },
    {},
    { undoes: true },
  );

  test(
    "what goes off with another setting says so, counts as this extension's, and is on again after the undo of all",
    async ({ lab, ext }) => {
      await ext.chosen({ level: 'essential' });
      await lab.faults([{ name: 'control-covered', key: SETTINGS[COUPLED].key }]);
      const both = [COUPLED, 'ads-off-linkedin'];
      assert.deepEqual(onAtTheServer(await lab.state(), both), both);
      await ext.harden();
      const { outcome, why } = (await ext.ended()).settings[COUPLED];
      assert.deepEqual([outcome, why], ['turned-off', 'coupled']);
      const after = await lab.state();
      assert.deepEqual(onAtTheServer(after, both), []);
      assert.ok(!after.saves.some(({ key: saved }) => saved === SETTINGS[COUPLED].key), 'it was not clicked itself');
      const popup = await ext.popup();
      await waitFor('the popup to say with which', () =>
        popup.evaluate(() => document.body.textContent?.includes('Went off with LinkedIn ads on other sites')),
      );
      await lab.faults([]);
      await undo(ext, '#undo-all', '#undo-all-yes');
      assert.deepEqual(onAtTheServer(await lab.state(), both), both);
    },
    {},
    { undoes: true },
  );

  test('drift: what is on again turns the badge red, says since when, stays on when the person only looks, and goes off at the next click', async ({
    lab,
    ext,
  }) => {
    await hardened(ext, lab);
    await ext.badgeShows('');
    await lab.set(key, true);
    const page = await ext.driver.open(address);
    const red = await ext.badgeShows('1');
    assert.ok(red.colour[0] > 150 && red.colour[1] < 100 && red.colour[2] < 100, `the badge is red: ${red.colour}`);
    assert.equal((await ext.state())?.settings[ID].outcome, 'on');
    const setting = (await ext.view()).settings.find(({ id }) => id === ID);
    const { off, last, back } = setting?.drift ?? assert.fail('the drift is told');
    assert.ok(0 < off && off <= last && last < back && back <= Date.now(), JSON.stringify(setting?.drift));
    await page.close();

    const popup = await ext.popup();
    /** @param {string} button @param {string} purpose */
    const again = async (button, purpose) => {
      const before = await ext.state();
      await press(popup, button);
      await waitFor('the next run to start', async () => (await ext.state())?.run?.started !== before?.run?.started);
      const state = await ext.ended();
      assert.deepEqual([state.run?.purpose, state.run?.phase], [purpose, 'ended']);
      return outcomes(state, ESSENTIAL);
    };
    const wasOff = Object.fromEntries(ESSENTIAL.map((id) => [id, 'already-off']));
    assert.deepEqual(await again('#look', 'check'), { ...wasOff, [ID]: 'on' });
    assert.deepEqual(onAtTheServer(await lab.state(), ESSENTIAL), [ID], 'looking turns nothing off');
    assert.deepEqual(await again('#harden', 'harden'), { ...wasOff, [ID]: 'turned-off' });
    assert.deepEqual(onAtTheServer(await lab.state(), ESSENTIAL), []);
    assert.equal((await ext.view()).settings.find(({ id }) => id === ID)?.drift, null);

    await lab.set(key, true);
    assert.deepEqual(await again('#harden', 'harden'), { ...wasOff, [ID]: 'turned-off' }, 'though all was called off');
    assert.deepEqual(onAtTheServer(await lab.state(), ESSENTIAL), []);
  });

  test('two accounts do not mix, and the person is told', async ({ lab, ext }) => {
    await hardened(ext, lab);
    const first = await ext.state();
    assert.ok(first?.account, 'the account is told apart');
    assert.doesNotMatch(JSON.stringify(await ext.stored()), /lab-member|Lab Member/, 'by nothing that names it');

    await lab.reset({ account: { name: 'Somebody Else', slug: 'somebody-else' } });
    // One page that names somebody else concludes nothing.
    const tabs = [await ext.driver.open(address), await ext.driver.open(address)];
    const other = await waitFor(
      'the other account',
      async () => {
        const state = await ext.state();
        return state?.settings[ID]?.outcome === 'on' && state;
      },
      { seen: ext.state },
    );
    assert.notEqual(other.account, first.account);
    assert.equal(other.settings['ai-training']?.outcome ?? 'unchecked', 'unchecked', 'nothing is known of the other account');
    assert.ok((await ext.view()).notices.some(({ id }) => id === 'account-changed'));

    for (const tab of tabs) await tab.close();
    await lab.reset(off(ESSENTIAL));
    for (let n = 0; n < 2; n += 1) await ext.driver.open(address);
    const back = await waitFor(
      'the first account again',
      async () => {
        const state = await ext.state();
        return state?.account === first.account && state;
      },
      { seen: ext.state },
    );
    assert.deepEqual(outcomes(back, ESSENTIAL), outcomes(first, ESSENTIAL));
  });

  test('a page that is late to say whose it is: the run stops before it touches the other account', async ({ lab, ext }) => {
    await hardened(ext, lab);
    const first = await ext.state();
    await lab.reset({
      account: { name: 'Somebody Else', slug: 'somebody-else' },
      settings: { [SETTINGS['ai-training'].key]: false },
      faults: [{ name: 'account-late' }],
    });
    const popup = await ext.popup();
    await press(popup, '#harden');
    await waitFor('the second run to start', async () => (await ext.state())?.run?.started !== first?.run?.started);
    const stopped = await ext.ended();
    assert.deepEqual([stopped.run?.phase, stopped.run?.why], ['stopped', 'account']);
    assert.deepEqual((await lab.state()).saves, []);
    assert.notEqual(stopped.account, first?.account);
    const said = await waitFor('the popup to say so', () => popup.evaluate(() => document.querySelector('#ended')?.textContent));
    assert.match(said, /another linkedin account/i);
    assert.equal(await ext.refusal({ command: 'resume' }), 'nothing-to-resume');
  });

  test('a check that is due begins by itself, looks, and turns off again only if the person chose so', async ({ lab, ext }) => {
    await hardened(ext, lab);
    await ext.ask({ command: 'choose', checks: 'automatic', every: 7 }, 'now');
    await waitFor('the choice to be stored', async () => (await ext.state())?.choices.checks === 'automatic', { seen: ext.state });
    await lab.set(key, true);
    const check = await due(ext);
    assert.equal(check.run?.purpose, 'check');
    assert.deepEqual(outcomes(check, [ID]), { [ID]: 'on' });
    assert.deepEqual(onAtTheServer(await lab.state(), ESSENTIAL), [ID], 'a check only looks');
    await ext.badgeShows('1');

    await ext.ask({ command: 'choose', again: true }, 'now');
    await waitFor('the choice to be stored', async () => (await ext.state())?.choices.again, { seen: ext.state });
    const run = await due(ext);
    assert.equal(run.run?.purpose, 'harden');
    assert.deepEqual(outcomes(run, [ID]), { [ID]: 'turned-off' });
    assert.deepEqual(onAtTheServer(await lab.state(), ESSENTIAL), []);
    await ext.badgeShows('');
  });

  test('everything can be saved, forgotten without a trace, and brought back', async ({ lab, ext }) => {
    await hardened(ext, lab);
    const before = await ext.state();
    const { backup } = await ext.ask({ command: 'export' }, 'backup');
    const { salt } = /** @type {{salt?: string}} */ (await ext.stored());
    assert.ok(salt);
    assert.doesNotMatch(JSON.stringify(backup), new RegExp(`${salt}|${before?.account}`), 'the backup tells nobody whose it is');

    const options = await ext.openPage('options/options.html');
    await press(options, '#reset');
    await press(options, '#reset-yes');
    await waitFor('an empty storage', async () => Object.keys(await ext.stored()).length === 0, { seen: ext.stored });
    assert.equal((await ext.view()).choices.chosen, false);
    await ext.killBackground();
    assert.equal((await ext.view()).choices.chosen, false);
    assert.deepEqual(await ext.stored(), {}, 'and nothing comes back');

    const directory = temporary('backup');
    const file = path.join(directory, 'backup.json');
    writeFileSync(file, JSON.stringify(backup));
    const input = await options.waitForSelector('#backup-import');
    await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (input).uploadFile(file);
    const after = await waitFor('the state to be stored', ext.state, { seen: ext.stored });
    remove(directory);
    // What was done elsewhere is not to be undone here, and only LinkedIn speaks for itself.
    const settings = Object.fromEntries(
      Object.entries(before?.settings ?? {}).map(([id, record]) => [id, { ...record, ours: false, word: '' }]),
    );
    assert.deepEqual([after.choices, after.settings, after.run], [before?.choices, settings, null]);
    assert.equal(await ext.refusal({ command: 'restore', state: { version: 1, settings: 'all' } }), 'not-a-backup');
  });
});
