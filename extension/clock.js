/**
 * The agent's clock, which is never set back. A tab may be older than a change of the clock: what it noted before would be
 * newer than all that happens after it, and what it shows of long ago would be taken for today's.
 */

const clock = (() => {
  'use strict';

  /** The time since the load is rounded, and runs at another pace than the clock; in milliseconds. */
  const JITTER = 1000;
  let lead = 0;
  let back = 0;

  /** @returns {number} now, in milliseconds, on the scale on which moments are noted */
  function now() {
    const time = Date.now();
    // While the computer sleeps the clock gains on the time since the load, in all browsers but a few.
    const ahead = time - Math.round(performance.now());
    if (ahead < lead - JITTER) {
      back += lead - ahead;
      lead = ahead;
    }
    lead = Math.max(lead, ahead);
    return time + back;
  }

  /**
   * @param {number} at a moment that was noted, 0 for none
   * @returns {number} what the clock, as it is set now, calls it
   */
  function called(at) {
    now();
    return at && at - back;
  }

  return { now, called };
})();
