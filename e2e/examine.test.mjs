/** `make page` takes a snapshot of a page through the real agent and has it explained; what is said of which page is tested in scripts/examine. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { captureAddress, savedFrom } from '../tools/examine/capture.mjs';
import { newEngine } from './lib/engine.mjs';
import { remove, root, temporary } from './lib/paths.mjs';

const AGE = '/mypreferences/d/settings/ads-by-age';
/** A switch as the agent reports it, with a name near it that must not get out. */
const AD_SWITCH = {
  ref: 1,
  kind: 'switch',
  key: 'allowAdsByAge',
  id: '',
  label: 'Use your age range for ads',
  heading: 'Jane Doe',
  on: true,
  enabled: true,
  visible: true,
};
const NOW = Date.parse('2026-10-01');

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
        snapshot: { doc: 'd', path: AGE, lang: 'en', ready: true, controls: [AD_SWITCH] },
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
