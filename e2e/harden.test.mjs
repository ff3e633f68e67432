/** The main job: one click, everything off on the server, and a report that says only what a fresh load proved. */

import assert from 'node:assert/strict';
import { heard, listen } from './lib/heard.mjs';
import { ORIGIN } from './lib/lab.mjs';
import { readReport } from './lib/report.mjs';
import { press, runOf } from './lib/session.mjs';
import {
  ADS_LIST,
  ALL,
  assertNotCalledOff,
  ESSENTIAL,
  isPrivate,
  keysOf,
  onAtTheServer,
  outcomes,
  SETTINGS,
  turnedOff,
} from './lib/settings.mjs';
import { eachBrowser } from './lib/suite.mjs';
import { waitFor } from './lib/wait.mjs';

/** @param {string} value of every second switch of a run; the ones between are as the front end has them */
const some = (value) => Object.fromEntries(ESSENTIAL.filter((_, i) => i % 2 === 0).map((id) => [SETTINGS[id].key, value]));

/** @type {[string, import('./lib/lab.mjs').LabConfig][]} */
const SITES = [
  [
    'the older front end in German, where some switches are buttons inside shadow roots',
    { lang: 'de', widgets: some('button'), places: some('shadow') },
  ],
  [
    'the newer front end in Japanese, which throws early clicks away, where some switches are plain elements inside a frame, and whose lists show no values',
    { skin: 'react', lang: 'ja', widgets: some('div'), places: some('frame'), faults: [{ name: 'list-none' }] },
  ],
];

/** What a run over the whole table may load: its first look and its proofs, and a second look at what it turned off. */
const MOST_PAGES = { first: 1.5 * new Set(ALL.map((id) => SETTINGS[id].page)).size, second: 14 };

/** What the level "essential" does not ask for. */
const OTHERS = ALL.filter((id) => !ESSENTIAL.includes(id));

/** So often a screen reader speaks in a run, however long that is. */
const MOST_ANNOUNCED = 8;

/** What the level wants off and a run only asks about; they stay on until the person says so. */
const ASKED = ['last-name-visibility', 'read-receipts'];

eachBrowser('hardening', (test) => {
  test('turns everything off, proves it, refuses a second start meanwhile, and finds nothing to do the second time', async ({
    lab,
    ext,
  }) => {
    assert.deepEqual(onAtTheServer(await lab.state(), ALL), ALL, 'everything is on at the start');
    await ext.chosen({ level: 'strict' });
    await ext.badgeShows('?');
    const popup = await ext.popup();
    await listen(popup);
    await press(popup, '#harden');
    await ext.runTab();
    await ext.badgeShows(/^\d+\/\d+$/);
    const view = await ext.ask({ command: 'harden' }, 'refusal');
    assert.deepEqual([view.refusal, view.run?.phase], ['already-running', 'running']);
    assert.equal((await ext.tabsAt(`${ORIGIN}/`)).length, 1, 'one tab works');
    const state = await ext.ended();

    assert.equal(state.run?.phase, 'ended');
    await waitFor('the popup to say how it ended', () =>
      popup.evaluate(() => document.querySelector('#status')?.getAttribute('aria-live') === 'polite'),
    );
    const announced = await heard(popup);
    assert.ok(announced.length > 1 && announced.length <= MOST_ANNOUNCED, `announced: ${announced.join(' | ')}`);
    assert.deepEqual(outcomes(state, ALL), turnedOff(ALL));
    assertSpared(await lab.state(), MOST_PAGES.first);
    const off = Object.keys(state.settings).filter((id) => ['turned-off', 'already-off'].includes(state.settings[id].outcome));
    assert.deepEqual(off.sort(), ALL.toSorted(), 'the lab serves all that a run turns off');
    const after = await lab.state();
    assert.deepEqual(onAtTheServer(after, ALL), [], 'on at the server');
    for (const save of after.saves) assert.ok(isPrivate(save), `save of ${save.key}`);
    const clicks = ALL.reduce((n, id) => n + keysOf(id).length, 0);
    assert.equal(after.saves.length, clicks, 'one save for each switch, box and option');
    for (const id of ALL) assert.match(String(state.settings[id].proof), /^(listed|reloaded)$/, `what proved ${id}`);
    const report = await readReport(await ext.opened('report/report.html'));
    assert.deepEqual(report.off?.toSorted(), ALL.toSorted());
    for (const group of ['attention', 'open']) assert.deepEqual(report[group]?.filter((id) => ALL.includes(id)) ?? [], [], group);
    await ext.badgeShows(`${ASKED.length}`);

    await lab.clear();
    // The popup's own button leads to what is to be confirmed.
    const again = await runOf(ext, () => ext.ask({ command: 'harden' }, 'now'));
    assert.deepEqual(outcomes(again, ALL), Object.fromEntries(ALL.map((id) => [id, 'already-off'])));
    assert.deepEqual((await lab.state()).saves, [], 'saves of the second run');
    assertSpared(await lab.state(), MOST_PAGES.second);
  });

  for (const [site, config] of SITES) {
    test(
      `works with ${site}, and leaves alone what the level does not ask for`,
      async ({ lab, ext }) => {
        await ext.chosen({ level: 'essential' });
        const page = await ext.driver.open(`${ORIGIN}/feed/`);
        await ext.harden();
        const state = await ext.ended();
        assert.deepEqual(outcomes(state, ESSENTIAL), turnedOff(ESSENTIAL));
        const after = await lab.state();
        assert.deepEqual(onAtTheServer(after, ALL), OTHERS);
        const own = new Set([ADS_LIST, ...ESSENTIAL.map((id) => SETTINGS[id].page)]);
        const pages = after.log.filter(({ kind }) => kind === 'page').map(({ path }) => path);
        assert.deepEqual(
          pages.filter((path) => !own.has(path)),
          [],
          'pages opened beside its own and the list that proves most of them',
        );
        assert.equal(page.url(), `${ORIGIN}/feed/`, 'no other tab was touched');
      },
      config,
    );
  }

  test('stops at once when the person says so, and calls nothing done that was not proved', async ({ lab, ext }) => {
    await ext.chosen({ level: 'strict' });
    const popup = await ext.harden();
    await waitFor('a first save', async () => (await lab.state()).saves.length > 0);
    await press(popup, '#stop');
    const state = await ext.ended();
    assert.deepEqual([state.run?.phase, state.run?.why], ['stopped', 'user']);
    const after = await lab.state();
    assert.ok(onAtTheServer(after, ALL).length > 0, 'the run was not over yet');
    assertNotCalledOff(state, onAtTheServer(after, ALL));
    // A load that had begun before the stop would count until then.
    await ext.runTabClosed();
    const { pages } = await lab.state();
    await ext.killBackground();
    assert.equal((await ext.view()).run?.phase, 'stopped');
    assert.equal((await lab.state()).pages, pages, 'pages opened after the stop');
  });
});

/**
 * LinkedIn's lists, where they are right, spare loads.
 * @param {import('./lib/lab.mjs').LabState} lab
 * @param {number} most
 */
function assertSpared({ log }, most) {
  const pages = log.filter(({ kind }) => kind === 'page').map(({ path }) => path);
  assert.ok(pages.length <= most, `${pages.length} pages were loaded: ${pages.join(' ')}`);
}
