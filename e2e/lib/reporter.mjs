/**
 * Tells of each test in one line as soon as it is over, of one that failed why and where to see more, and of each group of
 * tests how long it took.
 */

import { inspect } from 'node:util';

/** How many characters of an error stand in the line of the test that failed, which is told once more when all is over. */
const LONGEST_WHY = 300;

/**
 * @param {AsyncIterable<{type: string, data: any}>} events
 * @returns {AsyncGenerator<string>}
 */
export default async function* lines(events) {
  for await (const { type, data } of events) {
    if (type === 'test:stderr') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const { details, name } = data;
    if (type === 'test:pass') {
      const mark = details.type === 'suite' ? '--' : 'ok';
      yield `${mark} ${(details.duration_ms / 1000).toFixed(1)} s: ${name}\n`;
    } else if (details.error.failureType !== 'subtestsFailed') {
      // The runner's error holds the test's own. What was added to its message later is not in its stack.
      const error = details.error.cause ?? details.error;
      const message = String(error.message);
      const evidence = /^evidence: (.+)$/m.exec(message);
      const why = message.replaceAll(/\s+/g, ' ').slice(0, LONGEST_WHY);
      yield `FAILED: ${name}: ${why}${evidence ? ` (see ${evidence[1]})` : ''}\n${inspect(error)}\n`;
    }
  }
}
