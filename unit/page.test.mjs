/** What all pages have in common: the connection, faults, notices and access, alike on every page. */

import './browser.mjs';
import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { connect } from '../extension/ui/client.js';
import { openPage } from '../extension/ui/page.js';
import { text } from '../extension/ui/text.js';
import { access, document, Element, ports } from './browser.mjs';
import { view } from './world.mjs';

const newest = () => ports.at(-1) ?? assert.fail('no connection');

/** @param {string} id */
function section(id) {
  const made = Object.assign(new Element('section'), { id });
  document.body.append(made);
  return /** @type {any} */ (made);
}

beforeEach(() => document.body.replaceChildren());

/** A page with one part that writes down what it is told. */
function open() {
  const [fault, notices, node] = ['fault', 'notices', 'part'].map(section);
  section('access');
  section('title');
  /** @type {unknown[]} */
  const told = [];
  const page = { fault, notices, node, told, port: newest };
  openPage(({ view: now, fill }) => [
    fill('part', (section, send) => {
      section.addEventListener('click', () => send({ command: 'stop' }));
      return { show: (shown) => told.push(shown === now() ? 'view' : 'another view'), fault: () => told.push('fault') };
    }),
    { show: () => told.push('last'), allow: (granted) => told.push(granted) },
  ]);
  return page;
}

test('parts show each view in their order, and a command goes to the background', () => {
  const { node, told, port } = open();
  port().onMessage.happen({ view: view() });
  assert.deepEqual(told, ['view', 'last']);
  assert.deepEqual(port().posted[0].languages, ['en-IS', 'is'], 'a browser may hide its time zone');
  node.click();
  assert.deepEqual(
    port().posted.map(({ command }) => command),
    ['view', 'stop'],
  );
});

test('a fault hides every part until a view comes again, and says whether it is the storage', () => {
  const { fault, node, told, port } = open();
  port().onMessage.happen({ view: view() });
  assert.deepEqual([fault.hidden, node.hidden], [true, false]);
  port().onMessage.happen({ fault: 'engine: storage: the disk is full' });
  assert.deepEqual([fault.hidden, node.hidden, told.at(-1)], [false, true, 'fault']);
  assert.equal(fault.children[0].textContent, text('fault_storage'));
  port().onMessage.happen({ fault: '' });
  assert.equal(fault.children[0].textContent, text('fault'));
  assert.equal(fault.children[2].hidden, true, 'there is no detail');
  port().onMessage.happen({ view: view() });
  assert.deepEqual([fault.hidden, node.hidden], [true, false]);
});

test('a notice stays until it is dismissed; the focus goes to the next one, then to the title', () => {
  const { notices, port } = open();
  port().onMessage.happen({ view: view({ notices: [{ id: 'state-damaged' }, { id: 'of-tomorrow' }] }) });
  const [first, second] = notices.children[0].children.map((/** @type {Element} */ each) => each.children[1]);
  assert.match(notices.textContent, /of-tomorrow/, 'one without words shows its name');
  first.focus();
  first.click();
  assert.deepEqual(port().posted.at(-1), { command: 'dismiss', notice: 'state-damaged' });
  port().onMessage.happen({ view: view({ notices: [{ id: 'of-tomorrow' }] }) });
  assert.equal(document.activeElement, second);
  port().onMessage.happen({ view: view() });
  assert.deepEqual([notices.hidden, document.activeElement?.id], [true, 'title']);
});

test("access is asked for by the manifest's own host, as the first act of the click", async () => {
  access.granted = false;
  const { told } = open();
  await new Promise(setImmediate);
  assert.deepEqual([told.at(-1), document.getElementById('access')?.hidden], [false, false]);
  document.getElementById('grant')?.click();
  assert.deepEqual(access.asked, [{ origins: ['https://www.linkedin.com/*'] }], 'in the same turn');
  access.granted = true;
  chrome.permissions.onAdded.addListener(() => {});
  await /** @type {any} */ (chrome.permissions.onAdded).happen();
  await new Promise(setImmediate);
  assert.deepEqual([told.at(-1), document.getElementById('access')?.hidden], [true, true]);
});

test('a lost connection comes back with what was not answered, and tells of a long silence once', () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    /** @type {object[]} */
    const heard = [];
    const client = connect((message) => heard.push(message));
    client.send({ command: 'skip', setting: 'ads-age' });
    client.send({ command: 'stop' });
    for (let silent = 1; silent < 6; silent += 1) {
      newest().onDisconnect.happen();
      mock.timers.tick(10_000);
      assert.deepEqual(
        newest().posted.map(({ command }) => command),
        ['view', 'skip', 'stop'],
      );
      assert.deepEqual(heard, silent < 4 ? [] : [{ fault: '' }]);
    }
    newest().onMessage.happen({ view: view() });
    newest().onDisconnect.happen();
    assert.deepEqual(
      newest().posted.map(({ command }) => command),
      ['view'],
      'answered, and connected again at once',
    );
  } finally {
    mock.timers.reset();
  }
});
