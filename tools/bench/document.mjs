/** The document that `make bench` writes: a table of what was measured, and what it means. */

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {string} browser in which it was measured; '' where that is no matter
 * @property {string} measured
 * @property {string} ratio as it is shown; '' where there is nothing to compare with
 * @property {string} budget as it is shown; '' for none
 * @property {'' | 'measured' | 'ratio'} missed which of them is over the budget, if one is
 */

/**
 * @param {object} found
 * @param {string} found.what
 * @param {string} found.measured
 * @param {number} found.value that is held against the budget
 * @param {string} [found.shown] the ratio, where the value that counts is the measured one; '' for none
 * @param {number} [found.most]
 * @param {string} [found.budget] in words; without it, the most as a ratio
 * @returns {Omit<Row, 'browser'>}
 */
export function row({ what, measured, value, most, shown, budget = most ? `${most}x` : '' }) {
  const over = most !== undefined && value > most;
  const counts = shown === undefined ? 'ratio' : 'measured';
  return { what, measured, ratio: shown ?? times(value), budget, missed: over ? counts : '' };
}

/** @param {number} ratio */
export const times = (ratio) => `${ratio.toFixed(ratio < 10 ? 2 : 0)}x`;

/** @param {number} value in milliseconds */
export function ms(value) {
  if (value >= 10_000) return `${(value / 1000).toFixed(1)} s`;
  return `${value < 10 ? value.toPrecision(2) : value.toFixed(0)} ms`;
}

/** @param {number[]} list */
export const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** @param {Row} found @returns {string} one line of the table */
export function line(found) {
  const cell = (/** @type {'measured' | 'ratio'} */ name) => (found.missed === name ? `**${found[name]}**` : found[name]);
  return `| ${found.what} | ${found.browser} | ${cell('measured')} | ${cell('ratio')} | ${found.budget} |`.replaceAll('|  |', '| |');
}

/**
 * @param {Row[]} rows
 * @param {import('./sizes.mjs').Engine} engine
 * @param {string} machine
 * @returns {string}
 */
export function document(rows, { engine, without }, machine) {
  const tricks = without.map(
    ({ trick, raw, gzip }) =>
      `| ${trick} | ${(raw - engine.raw).toLocaleString('en')} bytes, ${percent(raw, engine.raw)} | ${(gzip - engine.gzip).toLocaleString('en')} bytes, ${percent(gzip, engine.gzip)} |`,
  );
  return `<!-- Written by "make bench": change tools/bench/document.mjs instead. -->

# Benchmarks

What Offswitch costs. \`make bench\` measures it and writes this page. Sizes are the same everywhere. Times are medians and depend on the
machine, so what counts is the ratio to something comparable that is measured in the same run; where there is none, the time is given.
**Bold** is what misses its budget. No test depends on a clock: only the sizes can fail a build.

${machine}

| what | in | measured | ratio | at most |
| --- | --- | --- | --- | --- |
${rows.map(line).join('\n')}

## What the numbers mean

${PROSE}

## What makes the engine smaller

Each of these is there for its size alone; this is what the engine would grow by without it.

| without | raw | gzip |
| --- | --- | --- |
${tricks.join('\n')}

**Own code without inlining** is a flag of the compiler for the project's own packages; the runtime and the standard library are compiled as
usual. A step is far from being slow enough for it to be noticed, as the rows above show.

**The older garbage collector** can be chosen with Go 1.26 only. A later version is built without it, and the budgets leave room for that.

${OPTIMIZER}
`;
}

/** @param {number} larger @param {number} than */
const percent = (larger, than) => `${((larger / than - 1) * 100).toFixed(1)} %`;

const PROSE = `**Sizes** are those of the built files, each with its part of the budget. The cold start grows with the engine; \`make build\` and
\`make package\` fail when something grows over its budget, which stands in \`scripts/build\` and \`scripts/package\`.

**Reports.** A page has one switch and so many list items. The agent is told to look, and the time is that of its whole report:
finding the controls, describing them, telling who is signed in, encoding it and handing it over. It is held against one
\`querySelectorAll\` of the same selectors. On small pages the fixed part of a report weighs more than the search, so its budget there is a
time. Each size is measured on three pages, in turns with the others, and the one in the middle counts; on the very first page of a
browser that has just been started a report took up to 0.14 milliseconds. The agent reports at most every 30 milliseconds, and works at
most a fifth of the time, so a page that never stops changing is not slowed down further.

**Reaction.** A switch is put into a page that has been quiet for a while; the time is that until the agent has told the background of it.

**Storm.** The page replaces elements without end, as fast as it can. The share is how many fewer it replaces with the agent in it.

**Steps.** The engine takes in a snapshot of switches, all but one of which it does not know: decoding, deciding, encoding the state. It is
held against writing that snapshot as JSON and reading it again, in JavaScript.

**Loads.** The pages that the lab was asked for in a run over the whole table, for each page on which something was changed; and in the second look
right after it, when all is off.

**Runs.** Settings are turned off and proved in the lab, and then looked at again. The same loads are made each time without the extension,
one after the other. What a run takes longer is nearly all patience on purpose: a switch that a server drew can be dead or
show the wrong state, so it is clicked only when it has been the same for a while, and believed to be off only after a longer one. The lab
answers in a few milliseconds, so this weighs more there than where a page takes as long as on a real site, which is what the budget is
for. What happens without patience shows in the faults \`drawn-wrong\` and \`hydrates-late\` ([reliability.md](reliability.md)).

**A tool that clicks and believes** is an imitation of how others work: it opens each page once, looks for the switch once a second and six
times at most, clicks it, and calls it off. It is quicker, and the rows say what that is worth: how many of the settings that each of the two
calls off are on at the server.

**Cold start.** The background is stopped; a page of the extension asks for the view, and waits for the answer. The same is done in turn with
\`scripts/bench/empty\` in place of the engine: Go's runtime, three exports, one fixed answer.`;

const OPTIMIZER = `**\`wasm-opt -Os\`** gains little of the packed size. It stays for the cold start, which is what people wait for: on 2026-11-25, of 98 pairs of
cold starts in Chromium in turn, the one without it was the slower in 69, by 3.3 ms of 56 in the middle; in Firefox in 37 of 58, by 6 ms of
100. The price is that \`make build\` needs Node.js, and that one npm package has a hand in what ships ([SECURITY.md](../SECURITY.md)).`;
