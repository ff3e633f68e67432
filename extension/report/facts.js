/**
 * The last run in a few facts: what it was for, when, how it ended, and with which choices.
 */
import { el, keyed, setText } from '../ui/dom.js';
import { coded, dateTime, text } from '../ui/text.js';

/** @typedef {import('../ui/view.js').View} View */

/** @param {View} view @returns {{id: string, words: string}[]} */
export function rows({ run, choices }) {
  const { region, level } = run ?? choices;
  const chosen = [
    { id: 'region', words: text(`region_${region}`) },
    { id: 'level', words: text(`level_${level}`) },
  ];
  if (!run) return [{ id: 'ended', words: text('never_run') }, ...chosen];
  return [
    { id: 'purpose', words: coded('purpose', run.purpose) || run.purpose },
    { id: 'mode', words: text(`mode_${run.mode}`) },
    { id: 'started', words: dateTime(run.started) },
    { id: 'ended', words: run.phase === 'running' ? text('still_running') : dateTime(run.ended) },
    { id: 'result', words: text(`phase_${run.phase}`, run.done, run.total) },
    ...chosen,
  ];
}

/** @type {import('../ui/page.js').MakePart} */
export const facts = (section) => {
  const list = el('dl', { id: 'facts' });
  section.append(list);
  const showRows = keyed(
    list,
    (/** @type {{id: string, words: string}} */ { id }) => id,
    ({ id }) => {
      const fact = el('dd', {});
      return { node: el('div', {}, el('dt', {}, text(`fact_${id}`)), fact), show: ({ words }) => setText(fact, words) };
    },
  );
  return { node: section, show: (view) => showRows(rows(view), view) };
};
