/** The engine's loader: it survives an engine that fails, and never acts on half a decision. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, test } from 'node:test';
import { MAX_CONTENT, MAX_EVENT } from '../extension/bounds.js';
import { Engine, TooLarge } from '../extension/engine.js';
import { fromPage } from '../extension/gate.js';
import { root } from './lib/paths.mjs';

const wasm = await readFile(path.join(root, 'extension/engine.wasm'));
const real = WebAssembly.instantiateStreaming;

/** @type {('answer' | 'trap' | 'panic')[]} what the next calls of the exported step do */
let plan = [];
let instances = 0;
let restores = 0;
/** @type {((size: number) => number) | undefined} in the place of the exported buffer */
let buffer;
/** @type {WebAssembly.Memory} of the newest instance */
let memory;

Object.assign(globalThis, {
  chrome: { runtime: { getURL: (/** @type {string} */ file) => file } },
  fetch: async () => new Response(wasm, { headers: { 'Content-Type': 'application/wasm' } }),
});

WebAssembly.instantiateStreaming = async (/** @type {any} */ source, /** @type {any} */ imports) => {
  const made = await real(source, imports);
  instances += 1;
  const go = /** @type {any} */ (made.instance.exports);
  memory = go.memory;
  let panicked = '';
  const exports = {
    ...go,
    buffer: (/** @type {number} */ size) => (buffer ?? go.buffer)(size),
    step(/** @type {number} */ size) {
      const event = new TextDecoder().decode(new Uint8Array(go.memory.buffer, go.buffer(size), size));
      if (event.includes('"type":"restore"')) restores += 1;
      const next = event.includes('"type":"restore"') ? 'answer' : (plan.shift() ?? 'answer');
      if (next === 'trap') throw new WebAssembly.RuntimeError('unreachable');
      panicked = next === 'panic' ? 'panic: out of luck' : '';
      if (panicked) {
        new Uint8Array(go.memory.buffer, go.buffer(64), 64).set(new TextEncoder().encode(panicked));
        return -panicked.length;
      }
      return go.step(size);
    },
    answer: () => (panicked ? go.buffer(64) : go.answer()),
  };
  return /** @type {any} */ ({ ...made, instance: { exports } });
};

const now = 1_790_000_000_000;
const stored = { version: 1, choices: { region: 'us', level: 'essential', mode: 'automatic' } };
const engine = () => new Engine(async () => ({ stored, fresh: false, managed: null }));
/** @param {import('../extension/messages.js').Answer[]} answers */
const verbs = (answers) => answers.flatMap(({ effects }) => effects.map((effect) => effect.do));

beforeEach(() => {
  plan = [];
  buffer = undefined;
  instances = restores = 0;
});

test('an instance is made once, and gets the stored state before anything else', async () => {
  const one = engine();
  await one.step({ type: 'time', granted: true, now });
  const answers = await one.step({ type: 'command', command: 'harden', granted: true, now });
  assert.ok(verbs(answers).includes('open'));
  assert.deepEqual([instances, restores], [1, 1]);
});

for (const fault of /** @type {const} */ (['trap', 'panic'])) {
  test(`after a ${fault} a new instance gets the stored state and the event is tried once more`, async () => {
    const one = engine();
    plan = [fault];
    const answers = await one.step({ type: 'command', command: 'harden', granted: true, now });
    assert.equal(verbs(answers).filter((verb) => verb === 'open').length, 1);
    assert.deepEqual([instances, restores], [2, 2]);
  });

  test(`after a second ${fault} nothing is decided, and the next event starts afresh`, async () => {
    const one = engine();
    plan = [fault, fault];
    await assert.rejects(one.step({ type: 'command', command: 'harden', granted: true, now }), /engine: (unreachable|panic: out of luck)/);
    assert.equal(instances, 2);
    const answers = await one.step({ type: 'command', command: 'harden', granted: true, now });
    assert.ok(verbs(answers).includes('open'));
    assert.equal(instances, 3);
  });
}

test('an instance that begins with an event answers the restore before it, each with what is to be stored', async () => {
  const damaged = new Engine(async () => ({ stored: { version: 1, choices: 7 }, fresh: false, managed: null }));
  const [restored, answer, ...more] = await damaged.step({ type: 'command', command: 'choose', region: 'us', granted: true, now });
  assert.deepEqual(more, []);
  assert.ok(restored.setAside);
  assert.equal(/** @type {any} */ (restored.store).choices.region, '');
  assert.equal(answer.setAside, undefined);
  assert.equal(/** @type {any} */ (answer.store).choices.region, 'us');
  const [again, ...others] = await damaged.step({ type: 'command', command: 'choose', region: 'us', granted: true, now });
  assert.deepEqual([others, again.store], [[], undefined], 'what is as it was is not stored again');
});

test('what is no event is refused, and the engine goes on', async () => {
  const one = engine();
  await assert.rejects(one.step(/** @type {any} */ ([])), /want an event to be an object/);
  assert.ok(verbs(await one.step({ type: 'command', command: 'harden', granted: true, now })).includes('open'));
});

/** @param {number} size of the whole event in bytes */
function eventOf(size) {
  const event = { type: 'command', command: 'dismiss', notice: '', granted: true, now };
  event.notice = 'x'.repeat(size - JSON.stringify(event).length);
  return /** @type {any} */ (event);
}

test('an event that is too large is refused, which is no fault: the instance stays', async () => {
  const one = engine();
  await assert.rejects(one.step(eventOf(MAX_EVENT + 1)), TooLarge);
  assert.equal(instances, 0, 'nobody is asked');
  await one.step(eventOf(MAX_EVENT));
  await assert.rejects(one.step(eventOf(MAX_EVENT + 1)), TooLarge);
  await assert.rejects(one.step({ ...eventOf(600_000), notice: 'ä'.repeat(600_000) }), TooLarge, 'what counts is bytes');
  assert.ok(verbs(await one.step({ type: 'command', command: 'harden', granted: true, now })).includes('open'));
  assert.equal(instances, 1);
});

test('an engine that gives no room is never written to', async () => {
  const one = engine();
  await one.step({ type: 'time', granted: true, now });
  const before = new Uint8Array(memory.buffer, 0, 4096).slice();
  buffer = () => 0;
  await assert.rejects(one.step(eventOf(4000)), /too large/);
  assert.deepEqual(new Uint8Array(memory.buffer, 0, 4096).slice(), before);
});

test('what is too large or too deep to be stored by the engine is set aside like what is damaged', async () => {
  /** @type {any} */
  let deep = {};
  for (let n = 0; n < 40; n++) deep = { deep };
  for (const odd of [deep, { version: 1, text: 'x'.repeat(MAX_EVENT) }]) {
    const [restored] = await new Engine(async () => ({ stored: odd, fresh: false, managed: null })).step({
      type: 'time',
      granted: true,
      now,
    });
    assert.ok(restored.setAside);
    assert.ok(restored.store);
  }
  assert.equal(instances, 2);
});

test('a file is refused in words, however large or deep what it holds', async () => {
  const one = engine();
  /** @type {any} */
  let content = {};
  /** @param {any} content */
  async function refusals(content) {
    const said = [];
    for (const command of [
      { command: 'restore', state: content },
      { command: 'import', rules: content },
    ]) {
      await one.step({ ...(fromPage(command) ?? assert.fail('no command')), type: 'command', granted: true, now });
      const [{ effects }] = await one.step({ type: 'view', now });
      const view = effects.find((effect) => effect.do === 'view') ?? assert.fail('no view');
      said.push(JSON.stringify(view).match(/not-a-backup|not-all-rules/)?.[0]);
    }
    assert.deepEqual(said, ['not-a-backup', 'not-all-rules']);
  }
  for (let depth = 0; depth < 50; depth++) {
    await refusals(content);
    content = depth % 2 ? { content } : [content];
  }
  for (const length of [MAX_CONTENT - 100, MAX_CONTENT, MAX_EVENT, 3 * MAX_EVENT]) await refusals({ version: 0, text: 'x'.repeat(length) });
  assert.equal(instances, 1, 'and never a fault');
});
