/** Waiting for the browser, but not for ever. */

const LONGEST_ANSWER = 10_000;

/**
 * @template T
 * @param {T} work
 * @returns {Promise<Awaited<T> | undefined>}
 */
export async function within(work) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let limit;
  const enough = new Promise((resolve) => {
    limit = setTimeout(resolve, LONGEST_ANSWER);
  });
  try {
    return await Promise.race([work, enough]);
  } finally {
    clearTimeout(limit);
  }
}
