/**
 * How large and how deep what reaches the engine may be. It takes in one event at a time, as a text, and what it is told
 * comes from web pages and from files that anybody may have written.
 */

/** Of an event as UTF-8. The engine itself takes a little more, and never as much as could harm it. */
export const MAX_EVENT = 1 << 20;

/** Of what a file brings, as the engine is told it; the rest of its event is small. All that is stored stays well below. */
export const MAX_CONTENT = 1_000_000;

/** How deep what a file brings may nest. The engine takes in 32 levels, and the event around it is one. */
const MAX_DEPTH = 30;

/** @param {string} text */
const bytes = (text) => new TextEncoder().encode(text).length;

/** @param {unknown} value @param {number} levels @returns {boolean} */
function nestsIn(value, levels) {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((each) => nestsIn(each, levels - 1));
}

/** @param {unknown} content @param {number} [most] of bytes @returns {boolean} whether the engine can be told it */
export const fits = (content, most = MAX_CONTENT) => nestsIn(content, MAX_DEPTH) && bytes(JSON.stringify(content) ?? '') <= most;
