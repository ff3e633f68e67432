/** Guide mode: Offswitch opens the pages and marks the switches, the person clicks. */

import assert from 'node:assert/strict';
import { NAMES } from '../extension/generated/names.js';
import { chooseByHand, marked, newMark, turnOffByHand } from './lib/person.mjs';
import { press } from './lib/session.mjs';
import { COUPLED, ESSENTIAL, onAtTheServer, outcomes, SETTINGS, turnedOff } from './lib/settings.mjs';
import { eachBrowser } from './lib/suite.mjs';
import { waitFor } from './lib/wait.mjs';

/** @param {import('puppeteer-core').Page} page the number of elements beside head and body */
const guests = (page) =>
  page.evaluate(() => [...document.documentElement.children].filter((child) => child !== document.head && child !== document.body).length);

eachBrowser('guide mode', (test) => {
  test('marks each switch that is on, clicks nothing, goes on when the person has clicked, and proves it', async ({ lab, ext }) => {
    await ext.chosen({ level: 'essential', mode: 'guide' });
    await ext.harden();
    /** @type {string[]} */
    const asked = [];
    let last = '';
    // The sharing with partners goes off with the ads off LinkedIn, so nobody has to turn it off.
    while (asked.length < ESSENTIAL.length - 1) {
      const id = /** @type {import('./lib/settings.mjs').Id} */ ((await marked(ext, last)).setting);
      asked.push(id);
      last = id;
      const page = await ext.runTab();
      await waitFor('the mark on the page', async () => (await guests(page)) === 1);
      assert.ok(onAtTheServer(await lab.state(), ESSENTIAL).includes(id), `${id} is still on while it is marked`);
      await turnOffByHand(lab, page, SETTINGS[id].key);
    }
    const state = await ext.ended();
    assert.deepEqual(outcomes(state, ESSENTIAL), turnedOff(ESSENTIAL, { [COUPLED]: 'already-off' }));
    const { saves } = await lab.state();
    assert.deepEqual(
      saves.filter(({ trusted }) => !trusted),
      [],
      'clicks that no person made',
    );
    assert.deepEqual(onAtTheServer(await lab.state(), ESSENTIAL), []);
  });

  test('marks boxes one after the other, and the option to choose', async ({ lab, ext }) => {
    await ext.chosen({ level: 'strict', mode: 'guide' });
    const { boxes } = SETTINGS['ads-employer'];
    await ext.ask({ command: 'only', setting: 'ads-employer' }, 'now');
    await marked(ext);
    /** @type {import('puppeteer-core').JSHandle | undefined} */
    let mark;
    for (const box of boxes) {
      const page = await ext.runTab();
      mark = await newMark(page, mark);
      await turnOffByHand(lab, page, box);
    }
    assert.deepEqual(outcomes(await ext.ended(), ['ads-employer']), turnedOff(['ads-employer']));

    const { key, want } = SETTINGS['discover-by-phone'];
    await ext.ask({ command: 'only', setting: 'discover-by-phone' }, 'now');
    await marked(ext);
    const page = await ext.runTab();
    await newMark(page);
    await chooseByHand(lab, page, key, want);
    const state = await ext.ended();
    assert.deepEqual(outcomes(state, ['discover-by-phone']), turnedOff(['discover-by-phone']));
    const { saves } = await lab.state();
    assert.deepEqual([saves.length, saves.filter(({ trusted }) => !trusted)], [boxes.length + 1, []]);
  });

  test('says beside the mark what is marked, how far it is and which keys there are, and obeys these', async ({ ext, lab }) => {
    await ext.chosen({ level: 'essential', mode: 'guide' });
    for (const command of ['skip', 'stop']) await ext.driver.pressKeyOf(command);
    assert.equal((await ext.state())?.run, null, 'outside a run they do nothing');
    await ext.harden();
    const { setting: first } = await marked(ext);
    assert.equal(
      await waitFor('the words of the note', async () => ext.driver.markNote(await ext.runTab())),
      `Turn off “${NAMES[first]}” (1 of 5)\nSkip: Alt+Shift+J · Stop: Alt+Shift+D`,
    );
    await ext.badgeShows('1/5');
    await ext.driver.pressKeyOf('skip');
    await marked(ext, first);
    await ext.badgeShows('2/5');
    await ext.driver.pressKeyOf('stop');
    const state = await ext.ended();
    assert.deepEqual([state.run?.why, state.settings[first].outcome], ['user', 'skipped']);
    assert.deepEqual((await lab.state()).saves, []);
  });

  test('skips what the person skips, and says so', async ({ lab, ext }) => {
    await ext.chosen({ level: 'essential', mode: 'guide' });
    const popup = await ext.harden();
    const { setting: first } = await marked(ext);
    await press(popup, '#skip');
    await marked(ext, first);
    await press(popup, '#stop');
    const state = await ext.ended();
    assert.equal(state.settings[first].outcome, 'skipped');
    const after = await lab.state();
    assert.deepEqual(after.saves, []);
    assert.deepEqual(onAtTheServer(after, ESSENTIAL), ESSENTIAL);
  });
});
