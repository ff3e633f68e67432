/** What the pages say of the state, of a setting and of a run, in words. */

import './browser.mjs';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adviceLine } from '../extension/popup/settings.js';
import { closest } from '../extension/report/objection.js';
import { regionHint } from '../extension/ui/choices.js';
import { deedCount, deedWords } from '../extension/ui/deed.js';
import { caution, cost, english, link, status as offerStatus, steps } from '../extension/ui/explain.js';
import { changeWords, driftWords } from '../extension/ui/history.js';
import { ending, progressText, stepText } from '../extension/ui/run.js';
import { advice, keyOf, outcomeWords, seenWords } from '../extension/ui/setting.js';
import { status, titleOf } from '../extension/ui/status.js';
import { categoryName, coded, counted, country, date, dateTime, text } from '../extension/ui/text.js';
import { NOON, run, setting, view } from './world.mjs';

/** @typedef {import('./browser.mjs').Element} Element */

test('a text that is missing shows its name, and a code without words shows none', () => {
  assert.equal(text('no_such_text'), 'no_such_text');
  assert.equal(coded('outcome', 'no-such-outcome'), '');
  assert.equal(coded('outcome', ''), '');
  assert.equal(coded('outcome', 'turned-off'), text('outcome_turned_off'));
});

test('one and many are worded apart, also for none', () => {
  assert.equal(counted('status_on', 1), '1 setting is on.');
  assert.equal(counted('status_on', 2), '2 settings are on.');
  assert.equal(counted('status_on', 0), '0 settings are on.');
});

test('a time that was never set, an unknown country and a rule without a category have words', () => {
  assert.equal(dateTime(0), text('never'));
  assert.match(dateTime(NOON), /2026/);
  assert.deepEqual([country('DE'), country('?')], ['Germany', '?']);
  assert.deepEqual([categoryName('visibility'), categoryName('')], [text('category_visibility'), text('own_rules')]);
});

test('the state at a glance is one sentence with its numbers, and what else there is to say', () => {
  /** @param {object} headline */
  const of = (headline) => status(view({ headline: { n: 0, of: 0, drawn: 'unknown', more: [], ...headline } }));
  const more = [
    { say: 'attention', n: 1, of: 0 },
    { say: 'unseen', n: 32, of: 0 },
  ];
  assert.deepEqual(of({ say: 'part-off', n: 12, of: 44, more }), {
    headline: '12 of 44 are off, proved.',
    detail: '1 needs attention. 32 not looked at.',
  });
  for (const [headline, words] of /** @type {const} */ ([
    [{ say: 'unchecked' }, 'Not checked yet.'],
    [{ say: 'working', n: 6, of: 12 }, 'Working: 6 of 12'],
    [{ say: 'stale', n: 40 }, 'Last checked 40 days ago.'],
    [{ say: 'changed', n: 2 }, '2 changed, not proved yet.'],
    [{ say: 'all-off', n: 28 }, 'All 28 settings are off, proved.'],
    [{ say: 'part-off', n: 1, of: 6 }, '1 of 6 is off, proved.'],
    [{ say: 'on', n: 5 }, '5 settings are on.'],
    [{ say: 'attention', n: 2 }, '2 need attention.'],
  ]))
    assert.equal(of(headline).headline, words);
  const titled = view({ headline: { say: 'part-off', n: 9, of: 12, drawn: 'off', more: [] } });
  assert.equal(titleOf(titled, 'Offswitch'), '9 of 12 are off, proved - Offswitch');
});

test('advice says why before what to do next', () => {
  assert.equal(advice(setting({ outcome: 'unchecked', planned: false, why: 'below-level' }), 'Go'), text('why_below_level'));
  assert.equal(advice(setting({ outcome: 'unchecked', planned: false, why: 'undone' }), 'Go'), text('why_undone'));
  assert.equal(advice(setting({ outcome: 'on', why: 'undone' }), 'Go'), text('why_undone'));
  assert.equal(advice(setting({ outcome: 'not-saved' }), 'Go'), text('next_not_saved', 'Go'));
  assert.equal(outcomeWords(setting({ outcome: 'not-saved' })), text('outcome_not_saved'));
  assert.equal(outcomeWords(setting({ outcome: 'of-tomorrow' })), 'of-tomorrow');
});

test('what went off with another setting says with which and asks for nothing; what only may have changed asks for a look', () => {
  const other = setting({ id: 'ads-off-linkedin', title: 'Ads off LinkedIn' });
  const went = setting({ outcome: 'turned-off', why: 'coupled', with: other.id });
  assert.equal(outcomeWords(went, [other]), 'Went off with LinkedIn ads on other sites');
  assert.equal(outcomeWords(went), text('outcome_turned_off'), 'a setting of before');
  assert.equal(advice(setting({ outcome: 'turned-off', why: 'coupled' }), 'Go'), text('turned_off_with_another'));
  assert.equal(advice(setting({ outcome: 'unchecked', why: 'coupled' }), 'Go'), text('why_coupled', 'Go'));
});

test('a proof is told with its moment and what it was; one of before with its moment alone; what is not off with when it was seen', () => {
  const off = { outcome: 'turned-off', proved: NOON, seen: NOON + 1e8 };
  const when = dateTime(NOON);
  assert.equal(seenWords(setting({ ...off, proof: 'reloaded' })), text('proof_reloaded', when));
  assert.equal(seenWords(setting({ ...off, proof: 'listed', word: 'Aus' })), text('proof_listed', when, 'Aus'));
  assert.match(seenWords(setting({ ...off, proof: 'listed', word: 'Aus' })), /LinkedIn's list: “Aus”, .*2026/, 'as LinkedIn wrote it');
  assert.match(seenWords(setting({ outcome: 'on', why: 'listed-on', word: 'Ein', seen: NOON })), /LinkedIn's list says: “Ein”, .*2026/);
  for (const proof of ['', 'of-tomorrow']) assert.equal(seenWords(setting({ ...off, proof })), text('proved_at', when));
  assert.equal(seenWords(setting({ ...off, proof: 'listed', outcome: 'on' })), dateTime(NOON + 1e8), 'the proof was taken back');
  assert.equal(seenWords(setting()), text('never'));
});

test('in the list nothing is advised where nothing is open or the clicks are told', () => {
  assert.equal(adviceLine(setting({ outcome: 'turned-off' }), 'Go'), '');
  assert.equal(adviceLine(setting(), 'Go'), '', 'it waits for the first run');
  assert.equal(adviceLine(setting({ id: 'ai-training', outcome: 'needs-you', act: 'guide', why: 'by-hand' }), 'Go'), '');
  assert.equal(
    adviceLine(setting({ id: 'no-such-setting', outcome: 'needs-you', act: 'guide', why: 'by-hand' }), 'Go'),
    text('why_by_hand'),
  );
  assert.equal(adviceLine(setting({ outcome: 'not-saved' }), 'Go'), text('next_not_saved', 'Go'));
});

test('what needs the person is called by its reason, and what was changed and seen by what is known of it', () => {
  for (const [known, words] of /** @type {[Partial<import('./world.mjs').Setting>, string][]} */ ([
    [{ outcome: 'needs-you', why: 'looks-on' }, 'Looks on'],
    [{ outcome: 'needs-you', why: 'by-hand' }, 'By hand'],
    [{ outcome: 'needs-you', why: 'destructive' }, 'Only you'],
    [{ outcome: 'needs-you', why: 'two-controls' }, 'Which one is not certain'],
    [{ outcome: 'needs-you', why: 'dialog' }, 'Needs you'],
    [{ outcome: 'unchecked', why: 'not-proved', group: 'changed' }, 'Changed, not proved'],
    [{ outcome: 'unchecked', state: 'on' }, 'On'],
    [{ outcome: 'unchecked' }, 'Not checked'],
  ]))
    assert.equal(outcomeWords(setting(known)), words, JSON.stringify(known));
});

test('what was made for a setting is made anew when its page, its offer or what may be done about it changes', () => {
  const key = keyOf(setting());
  assert.equal(keyOf(setting({ outcome: 'on', seen: NOON })), key);
  for (const known of [{ id: 'x' }, { act: 'mark' }, { url: '' }, { offered: false }])
    assert.notEqual(keyOf(setting(known)), key, JSON.stringify(known));
});

test('what came back on is told with its day and its moment, and each change with who made it', () => {
  assert.equal(driftWords(setting()), '');
  const [off, last, back] = [NOON, NOON + 1e8, NOON + 2e8];
  assert.equal(driftWords(setting({ drift: { off, last, back } })), text('drift', date(off), dateTime(back)));
  assert.equal(
    changeWords({ at: NOON, to: 'off', by: 'offswitch' }),
    text('history_entry', dateTime(NOON), text('position_off'), text('by_offswitch')),
  );
  assert.equal(
    changeWords(/** @type {any} */ ({ at: NOON, to: 'sideways', by: 'magic' })),
    text('history_entry', dateTime(NOON), 'sideways', 'magic'),
  );
});

test('the person is told the clicks only of what they turn off themselves and are offered', () => {
  const byHand = setting({ id: 'ai-training', act: 'guide' });
  assert.match(steps(byHand).map(({ textContent }) => textContent)[0] ?? '', /Settings & Privacy/);
  assert.deepEqual(steps(setting({ id: 'ai-training' })), [], 'a run turns it off');
  assert.deepEqual(steps({ ...byHand, outcome: 'not-offered' }), []);
  assert.deepEqual(
    [cost(byHand), caution(byHand)].map((told) => told === ''),
    [false, false],
  );
  assert.deepEqual(
    [cost(setting({ id: 'own', local: true })), caution(setting({ id: 'own', local: true }))],
    ['', ''],
    'a rule of their own',
  );
});

test('how far an offer has come is said with its day, where there is one', () => {
  /** @type {any} */
  const offer = { since: '', processing: '2025-11-03', status: 'running', default: 'on', basis: '', source: '', note: '' };
  assert.equal(offerStatus(setting(), offer), text('since', '2025-11-03'));
  assert.equal(offerStatus(setting({ id: 'ai-training' }), offer), text('since_ai_training', '2025-11-03'));
  assert.equal(offerStatus(setting(), { ...offer, status: 'announced' }), text('starts', '2025-11-03'));
  assert.equal(offerStatus(setting(), { ...offer, processing: '' }), text('applies_running'));
  assert.equal(offerStatus(setting(), { ...offer, status: 'unsure' }), text('applies_unsure'));
});

test('prose is English, with a link where the table names an address, and each link says where it leads', () => {
  const plain = /** @type {any} */ (english('no address in it'));
  assert.deepEqual([plain.getAttribute('lang'), plain.textContent, plain.children.length], ['en', 'no address in it', 0]);
  const { children } = /** @type {any} */ (english('LinkedIn help a548106, a518980', ' (2025)'));
  assert.deepEqual(
    children.map((/** @type {Element} */ each) => each.getAttribute('href')),
    ['a548106', 'a518980'].map((article) => `https://www.linkedin.com/help/linkedin/answer/${article}`),
  );
  assert.equal(link('https://www.linkedin.com/x', 'x').textContent, `x ${text('opens_linkedin')}`);
  assert.equal(link('https://example.org/x', 'x').textContent, `x ${text('opens_tab')}`);
});

test("the objection is in the person's language, a relative of it, or English", () => {
  const languages = ['en', 'de', 'pt-BR', 'zh-Hans', 'sv', 'ja'];
  for (const [wanted, found] of Object.entries({
    de: 'de',
    'de-CH': 'de',
    'pt-br': 'pt-BR',
    'pt-PT': 'pt-BR',
    'zh-CN': 'zh-Hans',
    'sv-SE': 'sv',
    'ja-JP': 'ja',
    den: 'en',
    d: 'en',
    tlh: 'en',
    '-': 'en',
    '': 'en',
  }))
    assert.equal(closest(languages, wanted), found, wanted);
});

test('the region hint names the time zone it rests on, or says that none helps', () => {
  assert.match(regionHint(false, { region: 'us', country: 'US', zone: 'America/New_York' }), /America\/New_York \(United States\)/);
  assert.equal(regionHint(true, null), text('region_why_none'));
  assert.equal(regionHint(false, null), text('region_unsure'));
});

test('a stopped run says why and what to press to go on, and never asks to harden after an undo', () => {
  assert.equal(ending(view()), '');
  assert.equal(ending(view({ run: run({ phase: 'ended' }) })), '');
  const stopped = { phase: /** @type {const} */ ('stopped'), why: 'challenged' };
  assert.equal(ending(view({ run: run(stopped) })), text('run_why_challenged', 'Harden my settings'));
  assert.match(ending(view({ run: run(stopped), main: { deed: 'resume', n: 7 } })), /press "Go on \(7 left\)" again/);
  assert.equal(ending(view({ run: run({ ...stopped, why: 'of-tomorrow' }) })), text('run_stopped', 'Harden my settings'));
  assert.equal(ending(view({ run: run({ ...stopped, purpose: 'undo' }) })), text('undo_stopped'));
});

test('the main button names its deed, and how many settings it is about', () => {
  /** @param {import('./world.mjs').View['main']['deed']} deed @param {number} n */
  const of = (deed, n) => deedWords(view({ main: { deed, n } }));
  assert.deepEqual(
    [of('harden', 12), of('again', 0), of('retry', 2), of('sign-in', 7), of('resume', 7), of('confirm', 11)],
    ['Harden my settings', 'Harden again', 'Try the 2 again', 'Sign in to LinkedIn', 'Go on (7 left)', 'Look at the 11'],
  );
  assert.equal(deedCount(view({ main: { deed: 'harden', n: 12 } })), '12 settings to turn off');
  assert.equal(deedCount(view({ main: { deed: 'retry', n: 2 } })), '', 'its label says it');
});

test('progress names the setting and never counts past the end; a marked switch is named to the person', () => {
  const settings = [setting(), setting({ id: 'hand', title: 'By hand', act: 'mark' })];
  const now = (/** @type {object} */ known) => {
    const going = run(known);
    return /** @type {const} */ ([view({ settings, run: going }), going]);
  };
  assert.equal(progressText(...now({ setting: 'read-receipts', done: 1 })), '2 of 3: Who sees that you read or type');
  assert.equal(progressText(...now({ setting: 'read-receipts', done: 3 })), '3 of 3: Who sees that you read or type');
  assert.equal(progressText(...now({ done: 2 })), '2 of 3');
  assert.equal(stepText(...now({ step: 'listing' })), "Reading LinkedIn's list of settings.");
  assert.equal(stepText(...now({ setting: 'read-receipts' })), text('step_reading'));
  const marking = { mode: 'guide', step: 'marking' };
  assert.equal(stepText(...now({ ...marking, setting: 'read-receipts' })), text('step_marking_named', 'Who sees that you read or type'));
  assert.equal(stepText(...now({ ...marking, setting: 'hand' })), text('step_marking_by_hand', 'By hand'));
});
