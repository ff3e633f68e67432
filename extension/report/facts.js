/**
 * The last run in a few facts: what it was for, when, how it ended, and with which choices.
 */
import { el, keyed, setText } from '../ui/dom.js';
import { coded, moment, text } from '../ui/text.js';

/** @typedef {import('../ui/view.js').View} View */

/**
 * @param {View} view
 * @returns {{id: string, words: string}[]}
 */
function rows({ run, choices }) {
  const { region, level } = run ?? choices;
  const chosen = [
    { id: 'region', words: text(`region_${region}`) },
    { id: 'level', words: text(`level_${level}`) },
  ];
  if (!run) return [{ id: 'ended', words: text('never_run') }, ...chosen];
  return [
    { id: 'purpose', words: coded('purpose', run.purpose) || run.purpose },
    { id: 'mode', words: text(`mode_${run.mode}`) },
    { id: 'started', words: moment(run.started) },
    { id: 'ended', words: run.phase === 'running' ? text('still_running') : moment(run.ended) },
    { id: 'result', words: text(`phase_${run.phase}`, run.done, run.total) },
    ...chosen,
  ];
}

/**
 * @param {HTMLElement} list
 * @returns {(view: View) => void}
 */
export function facts(list) {
  return (view) =>
    keyed(
      list,
      rows(view),
      ({ id }) => id,
      ({ id }) => el('div', {}, el('dt', {}, text(`fact_${id}`)), el('dd', {})),
      (node, { words }) => setText(/** @type {Element} */ (node.querySelector('dd')), words),
    );
}
