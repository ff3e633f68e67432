/** Waiting for a condition: the only way in which these tests wait. */

/** The pace at which a condition is asked again, in milliseconds: quickly at first, for most come true soon. */
const PACE = 40;
/** And never more slowly than this. What takes long costs little then, and is noticed hardly later. */
const SLOWEST = 160;

/**
 * The only limit on time, in milliseconds: a guard against hanging for ever, and more than ten times what the longest test
 * takes, so that no machine is too slow for it. Who works at a fault and knows the machine may set fewer minutes.
 */
export const GUARD = Number(process.env.GUARD_MINUTES ?? 20) * 60_000;

/** A wait that has lasted so long says what it waits for, in milliseconds. */
const SILENCE = 60_000;

/** How much of an answer is shown while it is still waited for, in characters. */
const GLIMPSE = 300;

/** How long a browser may take to close by itself, and each piece of a failure's evidence to be had, in milliseconds. */
export const COURTESY = 60_000;

/** When the waits of the test that is on have to be over, on the clock of performance.now(). */
let end = Infinity;
/** What has ended that every wait relies on. */
let lost = '';

/** A test begins: all its waits together may last as long as the guard allows. */
export function begin() {
  end = performance.now() + GUARD;
  lost = '';
}

/** @param {string} what has ended by itself: nothing that is waited for can come true any more */
export function lose(what) {
  lost = what;
}

/**
 * Asks until the answer is truthy and returns it. When the guard's time is over, or what every wait relies on is lost, it
 * throws an error that says what was waited for and what the last answer was; long before that it says so on standard
 * error. An exception of the condition counts as "not yet": pages come and go under it.
 * @template T
 * @param {string} what completes the sentence "waited for ..."
 * @param {() => T | Promise<T>} condition
 * @param {{pace?: number, seen?: () => unknown}} [options] pace: between two questions, in milliseconds, if it is not to slow down; seen: what to show beside the last answer when it fails
 * @returns {Promise<Exclude<Awaited<T>, undefined | null | false | 0 | ''>>}
 */
export async function waitFor(what, condition, { pace, seen } = {}) {
  const start = performance.now();
  const latest = Math.min(end, start + GUARD);
  let notice = start + SILENCE;
  /** @type {unknown} */
  let last = 'none yet';
  const story = async () => {
    const seconds = Math.round((performance.now() - start) / 1000);
    return `${seconds} s for ${what}; last answer: ${show(last)}${seen ? await look(seen) : ''}`;
  };
  for (;;) {
    const asked = answerOf(condition);
    /** @type {{value: Awaited<T>} | {error: unknown} | undefined} */
    let answer;
    // One that does not come is waited for and not asked for again: to ask can be to click.
    while (!answer) {
      answer = await within(asked, Math.max(1, Math.min(notice, latest) - performance.now())).catch(() => undefined);
      if (answer && 'value' in answer && answer.value) return /** @type {any} */ (answer.value);
      if (answer) last = 'value' in answer ? answer.value : answer.error;
      if (lost) throw new Error(`${lost}, after a wait of ${await story()}`);
      if (performance.now() >= latest) throw new Error(`waited ${await story()}`);
      if (performance.now() >= notice) {
        console.error(`still waiting: ${(await story()).replace(/\s+/g, ' ').slice(0, GLIMPSE)}`);
        notice = performance.now() + SILENCE;
      }
    }
    const slowing = Math.min(SLOWEST, Math.max(PACE, (performance.now() - start) / 20));
    await new Promise((resolve) => setTimeout(resolve, pace ?? slowing));
  }
}

/**
 * @template T
 * @param {() => T | Promise<T>} condition
 * @returns {Promise<{value: Awaited<T>} | {error: unknown}>}
 */
async function answerOf(condition) {
  try {
    return { value: await condition() };
  } catch (error) {
    return { error };
  }
}

/** @param {() => unknown} seen */
async function look(seen) {
  try {
    return `\nseen: ${show(await within(seen(), COURTESY))}`;
  } catch (error) {
    return `\nseen: nothing, because ${show(error)}`;
  }
}

/**
 * @template T
 * @param {T | Promise<T>} promise
 * @param {number} milliseconds
 * @returns {Promise<T>} rejects when the promise has not settled by then
 */
export function within(promise, milliseconds) {
  /** @type {NodeJS.Timeout} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${Math.round(milliseconds)} ms`)), milliseconds);
  });
  return /** @type {Promise<T>} */ (Promise.race([promise, late])).finally(() => clearTimeout(timer));
}

/** @param {unknown} value */
function show(value) {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  return JSON.stringify(value, null, 1)?.slice(0, 4000) ?? String(value);
}
