/** The last run in one line: what it came to, when, how long it took, and with which choices. */
import { choiceWords } from '../ui/choices.js';
import { say } from '../ui/dom.js';
import { dayAndTime, duration, text } from '../ui/text.js';
import { running } from '../ui/view.js';

/** @typedef {import('../ui/view.js').View} View */

const SENTENCES = { harden: 'last_harden', check: 'last_check', undo: 'last_undo' };

/** @param {View} view @returns {string} empty before the first run, and while one is on */
export function lastWords(view) {
  const { run } = view;
  if (!run || running(view)) return '';
  const when = [dayAndTime(run.ended), duration(run.ended - run.started)];
  const words = text(SENTENCES[run.purpose], run.turned, run.total, ...when, ...choiceWords(run));
  return run.already ? `${words} ${text('last_already', run.already)}` : words;
}

/** @param {HTMLElement} line */
export const lastRun = (line) => ({ show: (/** @type {View} */ view) => say(line, lastWords(view)) });
