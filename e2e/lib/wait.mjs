/** Waiting for a condition: the only way in which these tests wait. */

/** The pace at which a condition is asked again, in milliseconds. */
const PACE = 40;

/**
 * Asks until the answer is truthy and returns it. When the time is over it throws an error that says what was waited
 * for and what the last answer was. An exception of the condition counts as "not yet": pages come and go under it.
 * @template T
 * @param {string} what completes the sentence "waited for ..."
 * @param {() => T | Promise<T>} condition
 * @param {{timeout?: number, pace?: number, seen?: () => unknown}} [options] pace: between two questions, in milliseconds; seen: what to show beside the last answer when it fails
 * @returns {Promise<Exclude<Awaited<T>, undefined | null | false | 0 | ''>>}
 */
export async function waitFor(what, condition, { timeout = 20_000, pace = PACE, seen } = {}) {
  const end = performance.now() + timeout;
  /** @type {unknown} */
  let last;
  for (;;) {
    try {
      const answer = await within(condition(), Math.max(1, end - performance.now()));
      if (answer) return /** @type {any} */ (answer);
      last = answer;
    } catch (error) {
      // That there was no time left for one more answer says less than the answer before.
      if (last === undefined || performance.now() < end) last = error;
    }
    if (performance.now() >= end) break;
    await new Promise((resolve) => setTimeout(resolve, pace));
  }
  let more = '';
  if (seen) {
    try {
      more = `\nseen: ${show(await within(seen(), 5000))}`;
    } catch (error) {
      more = `\nseen: nothing, because ${show(error)}`;
    }
  }
  throw new Error(`waited ${timeout} ms for ${what}; last answer: ${show(last)}${more}`);
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
