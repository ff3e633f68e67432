/** The agent's clock: what was noted first stays first, whatever becomes of the computer's. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';

const SOURCE = readFileSync(new URL('../extension/clock.js', import.meta.url), 'utf8');
const NOON = Date.UTC(2026, 2, 14, 12);
const HOUR = 3_600_000;

/**
 * A computer whose clock says noon when a page is loaded, and the clock of the agent in that page.
 * @param {number} [step] to what multiples the browser rounds the time since the load, in milliseconds
 */
function computer(step = 0.1) {
  let clock = NOON;
  let awake = 40.4;
  const agent = runInNewContext(`${SOURCE}; clock`, {
    Date: { now: () => clock },
    performance: { now: () => Math.floor(awake / step) * step },
  });
  return {
    agent,
    /** @param {number} ms */
    pass(ms) {
      clock += ms;
      awake += ms;
    },
    /** @param {number} ms the clock is set by so much, or the computer sleeps */
    set(ms) {
      clock += ms;
    },
    clock: () => clock,
  };
}

test('a clock that is let alone calls every moment what it was', () => {
  const { agent, pass, clock } = computer();
  const born = agent.now();
  pass(5000);
  assert.deepEqual([born, agent.called(born), agent.now(), agent.called(0)], [NOON, NOON, clock(), 0]);
});

test('sleep, and a clock that is set forward, make nothing of before newer', () => {
  const { agent, pass, set } = computer();
  const born = agent.now();
  for (const ms of [6 * HOUR, 5000, 400 * 24 * HOUR]) {
    set(ms);
    pass(100);
    assert.equal(agent.called(born), NOON);
  }
});

for (const [name, seen] of /** @type {[string, boolean][]} */ ([
  ['and was read then', true],
  ['and is read later', false],
])) {
  test(`a clock that is set back, ${name}, calls what was noted before earlier by as much`, () => {
    for (const back of [1500, 6 * HOUR, 400 * 24 * HOUR]) {
      const { agent, pass, set } = computer();
      const born = agent.now();
      pass(10_000);
      const moved = agent.now();
      set(-back);
      if (seen) agent.now();
      pass(HOUR);
      const later = agent.now();
      assert.deepEqual([born, moved, later].map(agent.called), [NOON - back, NOON + 10_000 - back, NOON + 10_000 - back + HOUR]);
      set(6 * HOUR);
      assert.equal(agent.called(born), NOON - back, 'and sleeps afterwards');
      assert.ok(moved > born && later > moved && agent.now() > later);
    }
  });
}

test('set back again and again, and rounded as browsers round, it goes on', () => {
  const { agent, pass, set } = computer(100);
  const born = agent.now();
  let last = born;
  for (let n = 0; n < 1000; n += 1) {
    pass(733);
    if (n % 100 === 99) set(-HOUR);
    const now = agent.now();
    assert.ok(now >= last, `after ${n} steps`);
    last = now;
  }
  const beside = agent.called(born) - (NOON - 10 * HOUR);
  assert.ok(Math.abs(beside) <= 10 * 100, `${beside} ms beside what it was`);
});
