/** `make page` says what a run would do on a page: on one saved as HTML, and on one saved from the popup. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { newEngine } from '../tools/engine.mjs';
import { captureAddress, savedFrom } from '../tools/examine/capture.mjs';
import { examine } from '../tools/examine/examine.mjs';
import { remove, root, temporary } from './lib/paths.mjs';

/** @typedef {import('../tools/examine/examine.mjs').Control} Control */

const AGE = '/mypreferences/d/settings/ads-by-age';
const NOW = Date.parse('2026-10-01');

/** @param {Partial<Control>} [different] @returns {Control} */
const control = (different) => ({
  ref: 1,
  kind: 'switch',
  key: 'allowAdsByAge',
  id: '',
  label: 'Use your age range for ads',
  heading: 'Age range',
  on: true,
  enabled: true,
  visible: true,
  ...different,
});

/**
 * What is found of each control of a page.
 * @param {string} at
 * @param {Control[]} controls
 */
async function verdicts(at, ...controls) {
  const found = await examine(newEngine(), { path: at, lang: 'en', ready: true, controls }, { now: NOW });
  return found.controls.map(({ setting, does, why }) => [setting, does, why]);
}

describe('a page', () => {
  const cases = /** @type {[string, string, Control[], string[][]][]} */ ([
    ['a known switch that is on is clicked', AGE, [control()], [['ads-age', 'click', 'its key, on it alone']]],
    ['one that is off is not', AGE, [control({ on: false })], [['ads-age', 'nothing', 'already-off']]],
    ['nor one that cannot be used', AGE, [control({ enabled: false })], [['ads-age', 'nothing', 'locked']]],
    ['nor one of which nobody knows whether it is on', AGE, [control({ on: null })], [['ads-age', 'nothing', 'needs-you (state-unclear)']]],
    ['nor one that cannot be seen', AGE, [control({ visible: false })], [['ads-age', 'nothing', 'needs-you (hidden)']]],
    [
      'two visible ones with the same key are left alone',
      AGE,
      [control(), control({ ref: 2 })],
      [
        ['ads-age', 'nothing', 'needs-you (two-controls)'],
        ['ads-age', 'nothing', 'needs-you (two-controls)'],
      ],
    ],
    [
      'a label without the key is never enough',
      AGE,
      [control({ key: 'somethingElse' })],
      [['ads-age', 'nothing', 'needs-you (label-only)']],
    ],
    [
      'an unknown switch is named as one',
      AGE,
      [control(), control({ ref: 2, key: 'brandNewSwitch', label: 'What?' })],
      [
        ['ads-age', 'click', 'its key, on it alone'],
        ['', 'nothing', 'unknown switch: no rule names it'],
      ],
    ],
    [
      'one whose key is not known is marked',
      '/mypreferences/d/settings/ads-connections',
      [control({ key: 'whoKnows', label: 'Use connections data' })],
      [['ads-connections', 'mark', 'for the person, in guide mode']],
    ],
    [
      'two settings on one page are clicked one after the other',
      '/mypreferences/d/settings/linkedin-promotions',
      [control({ key: 'allowProfileAndActivityDataForMarketingAds' }), control({ ref: 2, key: 'tipsForUsingLinkedinViaEmail' })],
      [
        ['promotions', 'click', 'its key, on it alone'],
        ['promotion-emails', 'click', 'its key, on it alone'],
      ],
    ],
    ['on a page that is no setting nothing is done', '/feed/', [control()], [['', 'nothing', 'no rule names it']]],
    [
      'on a page that destroys something nothing is done',
      '/mypreferences/d/close-accounts',
      [control({ key: 'closeMyAccount' })],
      [['', 'nothing', 'no rule names it']],
    ],
  ]);
  for (const [what, at, controls, expected] of cases) {
    it(what, async () => assert.deepEqual(await verdicts(at, ...controls), expected));
  }

  it('of a category leads to settings, and to strangers', async () => {
    const rows = [
      { path: AGE, title: 'Age range' },
      { path: '/mypreferences/d/settings/some-address', title: 'Companies you follow' },
      { path: '/mypreferences/d/settings/brand-new', title: 'What?' },
      { path: '/in/somebody/', title: 'Somebody' },
    ];
    const found = await examine(
      newEngine(),
      { path: '/mypreferences/d/categories/ads', lang: 'en', ready: true, controls: [], rows },
      { now: NOW },
    );
    assert.deepEqual(
      found.rows.map(({ path: at, leads }) => [at, leads]),
      [
        [AGE, 'ads-age'],
        ['/mypreferences/d/settings/some-address', 'ads-companies-followed, whose address is read here'],
        ['/mypreferences/d/settings/brand-new', 'a stranger: no rule names it'],
        ['', 'nothing that is used'],
      ],
    );
  });

  it('that is not offered in the region says so', async () => {
    const at = '/mypreferences/d/settings/share-data-with-select-partners';
    const shared = { path: at, lang: 'en', ready: true, controls: [control({ key: 'shareDataWithTrustedPartners' })] };
    const verdict = async (/** @type {string} */ region) => (await examine(newEngine(), shared, { now: NOW, region })).controls[0].does;
    assert.deepEqual([await verdict('us'), await verdict('designated')], ['click', 'nothing']);
  });
});

describe('make page', () => {
  let directory = '';
  before(() => {
    directory = temporary('page-test');
  });
  after(() => remove(directory));

  /** @param {string[]} args */
  function run(...args) {
    const { status, stdout, stderr } = spawnSync('node', ['tools/examine.mjs', ...args], { cwd: root, encoding: 'utf8' });
    return { status, stdout, stderr };
  }

  it('reads a saved HTML file through the real agent, whose scripts do not run', () => {
    const { status, stdout, stderr } = run('--file', 'tools/examine/two-switches.html', '--date', '2026-10-01');
    assert.equal(status, 0, stderr);
    assert.match(stdout, new RegExp(`^page: ${AGE}\n`));
    assert.match(stdout, /allowAdsByAge +Use your age range for ads +on +yes +yes +ads-age +click/);
    assert.match(stdout, /brandNewSwitch +Something that no rule knows +off +yes +yes +- +nothing +unknown switch/);
  });

  it('reads back what the popup saves', async () => {
    const engine = newEngine();
    const at = { granted: true, now: NOW };
    await engine.step({ type: 'command', command: 'choose', region: 'us', ...at });
    await engine.step(
      /** @type {any} */ ({
        type: 'snapshot',
        tab: 1,
        ...at,
        snapshot: { doc: 'd', path: AGE, lang: 'en', ready: true, controls: [control({ heading: 'Jane Doe' })] },
      }),
    );
    await engine.step({ type: 'command', command: 'page', ...at });
    const [{ effects }] = await engine.step({ type: 'view', ...at });
    const [view] = effects.flatMap((effect) => (effect.do === 'view' ? [effect.view] : []));
    const file = path.join(directory, 'offswitch-page.json');
    writeFileSync(file, JSON.stringify(view.page, null, 2));
    assert.doesNotMatch(readFileSync(file, 'utf8'), /Jane/);

    const { status, stdout, stderr } = run('--file', file, '--date', '2026-10-01');
    assert.equal(status, 0, stderr);
    assert.match(stdout, /allowAdsByAge +Use your age range for ads +on +yes +yes +ads-age +click/);
  });

  it('says what it needs', () => {
    assert.match(run().stderr, /expected either FILE=\.\.\. or URL=/);
    const file = path.join(directory, 'other.json');
    writeFileSync(file, '{"version":1}');
    assert.match(run('--file', file).stderr, /is no page/);
    const bare = path.join(directory, 'bare.html');
    writeFileSync(bare, '<p>Hello</p>');
    assert.match(run('--file', bare).stderr, /does not say which page it is: add AT=/);
  });

  for (const address of [
    'https://www.linkedin.com/mypreferences/d/settings/ads-by-age',
    'https://127.0.0.1.example.com/',
    'file:///etc/passwd',
  ]) {
    it(`does not go to ${address}`, async () => {
      await assert.rejects(captureAddress(address), /is not on this machine/);
    });
  }
});

describe('where a page was saved from', () => {
  for (const [html, expected] of [
    ['<!-- saved from url=(0061)https://www.linkedin.com/mypreferences/d/settings/ads-by-age --><html>', AGE],
    [`<link href="https://www.linkedin.com${AGE}?x=1" rel="canonical">`, AGE],
    [`<link rel=canonical href=${AGE}>`, AGE],
    ['<link rel="stylesheet" href="/a.css">', ''],
  ]) {
    it(html, () => assert.equal(savedFrom(html), expected));
  }
});
