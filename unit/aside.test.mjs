/** What could not be read: kept once, within bounds, and shown for as long as there is any. */

import './browser.mjs';
import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { countAside, keepAside, removeAside } from '../extension/aside.js';
import { removal } from '../extension/options/removal.js';
import { text } from '../extension/ui/text.js';
import { document, Element } from './browser.mjs';
import { area, settled } from './shell.mjs';
import { view } from './world.mjs';

let local = area();
let now = 1_790_000_000_000;

beforeEach(() => {
  local = area({ state: { version: 2 }, salt: 'x' });
  Object.assign(chrome, { storage: { local } });
  mock.method(Date, 'now', () => now++);
  document.body.replaceChildren();
});

const whys = () =>
  Object.entries(local.stored)
    .filter(([key]) => key.startsWith('set-aside-'))
    .map(([, copy]) => copy.why);

test('one and the same content is kept once', async () => {
  for (let n = 0; n < 7; n++) await keepAside('damaged', { version: 2, choices: 7 });
  assert.deepEqual(whys(), ['damaged']);
  await keepAside('newer', { version: 2, choices: 7 });
  await keepAside('damaged', { version: 2, choices: 8 });
  assert.deepEqual(whys(), ['damaged', 'newer', 'damaged']);
});

test('the newest five are kept', async () => {
  for (let n = 0; n < 9; n++) await keepAside(`${n}`, null);
  assert.deepEqual(whys(), ['4', '5', '6', '7', '8']);
});

test('together they stay within bounds, the oldest going first', async () => {
  for (let n = 0; n < 4; n++) await keepAside(`${n}`, 'x'.repeat(2_000_000));
  assert.deepEqual(whys(), ['2', '3']);
});

test('of one that is too large by itself the beginning is kept', async () => {
  await keepAside('small', 1);
  const large = { settings: Array(2_000_000).fill('"') };
  for (let n = 0; n < 2; n++) await keepAside('large', large);
  assert.deepEqual(whys(), ['small', 'large']);
  const [copy] = Object.values(local.stored).filter(({ why }) => why === 'large');
  assert.match(copy.state, /^\{"settings":\["/);
  assert.ok(JSON.stringify(copy).length < 5_000_000);
});

test('they are counted and removed, and nothing else is', async () => {
  assert.equal(await countAside(), 0);
  await keepAside('one', 1);
  await keepAside('two', 2);
  assert.equal(await countAside(), 2);
  await removeAside();
  assert.equal(await countAside(), 0);
  assert.deepEqual(local.stored, { state: { version: 2 }, salt: 'x' });
});

test('the options page says how many there are, as long as there are any, and removes them', async () => {
  const title = document.createElement('h2');
  title.id = 'removal-title';
  const section = new Element('section');
  section.append(title);
  document.body.append(section);
  const part = removal(/** @type {any} */ (section), () => {});
  part.show(view());
  await settled();
  const box = document.getElementById('aside') ?? assert.fail('no box');
  assert.equal(box.hidden, true);
  await keepAside('one', 1);
  await settled();
  assert.deepEqual([box.hidden, box.children[0].textContent], [false, text('aside_one', 1)]);
  await keepAside('two', 2);
  await settled();
  assert.equal(box.children[0].textContent, text('aside_other', 2));
  const remove = document.getElementById('aside-remove') ?? assert.fail('no button');
  remove.focus();
  remove.click();
  await settled();
  assert.deepEqual([box.hidden, whys(), document.activeElement?.id], [true, [], 'removal-title']);
});
