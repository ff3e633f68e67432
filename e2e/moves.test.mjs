/** The agent alone, as time goes by: what changed and moved, by whom, where a page came from, and where it went. */

import assert from 'node:assert/strict';
import { AGE, AI, main, NAME, page, SWITCH, stored } from './lib/cases.mjs';
import { ORIGIN } from './lib/lab.mjs';
import { listen, record } from './lib/recorder.mjs';
import { eachBrowser } from './lib/suite.mjs';
import { waitFor } from './lib/wait.mjs';

/**
 * @typedef {import('./lib/recorder.mjs').Snapshot} Snapshot
 * @typedef {Snapshot['controls'][number]} Control
 */

eachBrowser(
  'remembering',
  (test) => {
    test('tells when something changed around a control, and what a person did', async ({ lab, ext }) => {
      const agent = await listen(ext);
      const one = (/** @type {Snapshot} */ { controls }) => controls[0];
      /** @param {string} html */
      const open = async (html) => {
        await lab.reset({ html: { [AI]: html, [AGE]: html } });
        const tab = await ext.driver.open(ORIGIN + AI);
        return { tab, first: await agent.until('the control', (now) => now.ready && one(now)) };
      };
      /** @param {import('puppeteer-core').Page} tab @param {string} script @param {(now: Control) => unknown} expected @param {string} what */
      const does = async (tab, script, expected, what) => {
        const { born } = await agent.until('the page', () => true);
        const before = Date.now();
        await tab.evaluate(script);
        const now = one(await agent.until(what, (snapshot) => snapshot.born === born && expected(one(snapshot))));
        return { ...now, since: (/** @type {number} */ at) => at >= before - 5 && at <= Date.now() };
      };
      /** Lets the agent see that something happened, without anything in the card. @param {import('puppeteer-core').Page} tab */
      const later = async (tab) => {
        await tab.evaluate("document.documentElement.lang = String(Math.random()); document.body.append(document.createElement('i'))");
        const lang = await tab.evaluate('document.documentElement.lang');
        return one(await agent.until('another look', (now) => now.lang === lang));
      };
      const card = `<section><h2>Card</h2><p id="text">Text</p>${NAME}<div id="row">${SWITCH}</div></section>`;
      const { tab, first } = await open(
        page(`<main>${card}<section><h2>Other</h2><p id="other">Other</p></section><input type="checkbox" id="far"></main>`),
      );
      assert.deepEqual([one(first).changed, one(first).moved, one(first).byHand], [0, 0, false]);

      await tab.evaluate(`document.querySelector('#other').firstChild.data = 'More'; document.querySelector('#far').checked = true;
        document.querySelector('section').className = 'x'; const old = document.querySelector('#row input'); const copy = old.cloneNode(); old.replaceWith(copy);
        const text = document.querySelector('#text'); text.replaceWith(text.cloneNode(true));`);
      const equal = await later(tab);
      assert.notEqual(equal.ref, one(first).ref, 'another node');
      assert.equal(equal.changed, 0, 'a class, an equal node and what is elsewhere are no change');

      const text = await does(tab, "document.querySelector('#text').firstChild.data = 'New'", ({ changed }) => changed > 0, 'a text');
      assert.ok(text.since(text.changed) && text.moved === 0);
      const more = await does(
        tab,
        `document.querySelector('section').append(Object.assign(document.createElement('input'), {type: 'checkbox'}))`,
        ({ changed }) => changed > text.changed,
        'a control',
      );
      const beside = await does(
        tab,
        "document.querySelector('section > input').checked = true",
        ({ changed }) => changed > more.changed,
        'a position beside',
      );
      assert.equal(beside.moved, 0);
      const off = await does(tab, "document.querySelector('#row input').disabled = true", ({ enabled }) => !enabled, 'disabled');
      assert.ok(off.since(off.changed));
      const busy = await does(tab, "document.querySelector('#row').setAttribute('aria-busy', 'true')", (now) => now.busy, 'busy');
      assert.ok(busy.since(busy.changed));

      const script = await does(
        tab,
        "document.querySelector('#row input').checked = false",
        ({ on }) => on === false,
        'a move by a script',
      );
      assert.ok(script.since(script.moved) && script.since(script.changed) && !script.byHand);
      const again = await does(
        tab,
        `{ const old = document.querySelector('#row input'); const copy = old.cloneNode(); copy.checked = true; copy.disabled = false; old.replaceWith(copy); document.querySelector('#row').ariaBusy = 'false'; }`,
        ({ on }) => on,
        'a node in the other position',
      );
      assert.ok(again.since(again.moved) && !again.byHand, 'another node in the place of one has moved');

      const at = await tab.evaluate(() => {
        const box = /** @type {Element} */ (document.querySelector('#row input')).getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      });
      await tab.bringToFront();
      await tab.mouse.click(at.x, at.y);
      const hand = one(await agent.until('a move by hand', (now) => one(now).on === false));
      assert.ok(hand.byHand && hand.moved > again.moved);
      await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1100)));
      const own = await does(tab, "document.querySelector('#row input').checked = true", ({ on }) => on, 'a move by a script after that');
      assert.ok(!own.byHand);

      await tab.keyboard.press('Shift');
      const snapshot = await agent.until('the control', (now) => one(now).on);
      assert.equal(await agent.click(snapshot, 0), '');
      const clicked = one(await agent.until('the click', (now) => one(now).on === false));
      assert.deepEqual([clicked.byHand, clicked.clicks], [false, 1], 'its own click is nobody else’s');
      await tab.evaluate("document.querySelector('#row input').checked = true");
      const turned = await agent.until('it to be on again', (now) => one(now).on);
      assert.equal(await agent.click(turned, 0), 'done-before');
      assert.equal(await agent.click(turned, 0, { n: 2 }), '');
      await waitFor('the server to hear of two clicks', async () => (await lab.state()).saves.length === 2);
      await tab.close();

      const twin = await open(main(`<div hidden>${SWITCH.replace(' checked', '')}</div>${SWITCH}`));
      for (let i = 0; i < 3; i++) await later(twin.tab);
      assert.deepEqual(
        (await agent.until('the twins', () => true)).controls.map(({ on, moved, changed }) => [on, moved, changed]),
        [
          [false, 0, 0],
          [true, 0, 0],
        ],
      );
      await twin.tab.close();

      const late = await open(page(`<main><input type="checkbox" id="first"><div></div></main>`));
      const came = await does(late.tab, `document.querySelector('div').innerHTML = '${NAME}${SWITCH}'`, () => true, 'nothing');
      const there = await agent.until('the late one', ({ controls }) => controls.length === 2);
      assert.ok(came.since(there.controls[1].changed), 'what was not there before has changed');
      await late.tab.close();

      const many = await open(main(`<div>${SWITCH}</div>`));
      for (let n = 0; n < 5; n++) {
        await many.tab.evaluate((round) => {
          const names = Array.from({ length: 450 }, (_, index) => `<input type="checkbox" id="n${round}-${index}">`);
          /** @type {Element} */ (document.querySelector('div')).innerHTML = names.join('');
        }, n);
        await agent.until('others', ({ controls }) => controls[0]?.id === `n${n}-0`);
      }
      const last = await does(
        many.tab,
        `document.querySelector('div').innerHTML = '<input type="checkbox" id="n4-440" checked>'`,
        ({ on }) => on,
        'the last of many in the other position',
      );
      assert.ok(last.since(last.moved), 'what was seen last is remembered, however much was seen before');
      await many.tab.close();

      const drawn = await open(stored('off-until-the-answer'));
      assert.equal(one(drawn.first).on, false);
      const answered = one(await agent.until('the answer', (now) => one(now).on));
      assert.ok(answered.moved > drawn.first.born + 2000 && !answered.byHand, 'a property that is set is no mutation');
      await drawn.tab.close();
    });

    test('tells where a page came from', async ({ lab, ext, browser }) => {
      const agent = await listen(ext);
      // The browser keeps what it caches for the tests to come: they use other addresses.
      const [one, other] = [`${AI}/one`, `${AI}/other`];
      /** @param {string} cacheControl */
      const serve = (cacheControl) => lab.reset({ html: { [one]: main(SWITCH), [other]: main(SWITCH) }, cacheControl });
      const answers = async () => (await lab.state()).log.filter(({ path: at }) => at === one).map(({ status }) => status);
      /** @param {string} at @param {string} source */
      const comes = (at, source) => agent.until(`${at} from the ${source}`, (now) => now.path === at && now.ready && now.source === source);

      await serve('private, max-age=600');
      const tab = await ext.driver.open(ORIGIN + one);
      await comes(one, 'server');
      await tab.goto(ORIGIN + other);
      await comes(other, 'server');
      await tab.goto(ORIGIN + one);
      await comes(one, 'cache');
      await tab.goto(ORIGIN + other);
      await comes(other, 'cache');
      await tab.evaluate('history.back()');
      await comes(one, 'cache');
      assert.deepEqual(await answers(), [200]);
      const [{ id }] = await agent.tabs(ORIGIN + one);
      await agent.reload(id);
      await comes(one, 'server');
      assert.deepEqual(await answers(), [200, 200], 'a reload past the caches');

      await serve('private, no-cache');
      await tab.goto(`${ORIGIN}${one}?asked`);
      await comes(one, 'server');
      await tab.goto(`${ORIGIN}${other}?asked`);
      await comes(other, 'server');
      await tab.goto(`${ORIGIN}${one}?asked`);
      await comes(one, browser === 'firefox' ? 'server' : 'cache');
      assert.deepEqual(await answers(), [200, 304]);

      await lab.reset({ html: { [one]: main(SWITCH), [other]: main(SWITCH) } });
      await tab.goto(`${ORIGIN}${one}?never-kept`);
      await comes(one, 'server');
      await tab.goto(ORIGIN + AGE);
      await tab.evaluate('history.back()');
      await comes(one, 'cache');

      const worker = `addEventListener('fetch', (event) => {
        const headers = new Headers(event.request.headers);
        headers.set('X-Lab-Worker', '1');
        event.respondWith(fetch(new Request(event.request, { headers })));
      });`;
      await lab.reset({ html: { [one]: main(SWITCH), [other]: main(SWITCH), '/mypreferences/worker.js': worker } });
      await tab.goto(`${ORIGIN}${one}?to-register`);
      await tab.evaluate(async () => {
        await navigator.serviceWorker.register('/mypreferences/worker.js');
        await navigator.serviceWorker.ready;
      });
      await tab.goto(`${ORIGIN}${one}?through-it`);
      await comes(one, 'worker');
      await tab.evaluate(async () => {
        for (const each of await navigator.serviceWorker.getRegistrations()) await each.unregister();
      });
    });

    test('tells whether it was a person who made the page take another address', async ({ lab, ext }) => {
      const agent = await listen(ext);
      await lab.reset({
        html: { [AI]: page(`<main>${NAME}${SWITCH}<button onclick="history.pushState(null, '', '${AGE}')">On</button></main>`) },
      });
      const tab = await ext.driver.open(ORIGIN + AI);
      const first = await agent.until('the page', (now) => now.ready);
      assert.deepEqual([first.went, first.byHand], [0, false]);
      await tab.evaluate(`history.replaceState(null, '', '${AI}?x#y')`);
      const before = Date.now();
      await tab.evaluate(`history.replaceState(null, '', '${AI}/elsewhere')`);
      const led = await agent.until('another address', (now) => now.path !== AI);
      assert.ok(led.went >= before && led.went <= Date.now() && !led.byHand && led.doc === first.doc);
      await tab.bringToFront();
      const button = /** @type {import('puppeteer-core').ElementHandle} */ (await tab.$('button'));
      await button.click();
      const gone = await agent.until('the address that was chosen', (now) => now.path === AGE);
      assert.ok(gone.byHand && gone.went > led.went);
      await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1100)));
      await tab.evaluate('history.back()');
      const back = await agent.until('the address before', (now) => now.path === `${AI}/elsewhere`);
      assert.ok(!back.byHand && back.went > gone.went);
    });
  },
  { change: record },
);
