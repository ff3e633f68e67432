/** What became of a setting over time: that it came back on, and who changed it when. */
import { el, keyed, say, small } from './dom.js';
import { coded, date, dateTime, text } from './text.js';

/** @typedef {import('./view.js').Setting} Setting */
/** @typedef {import('./view.js').Change} Change */
/**
 * @template Item
 * @typedef {import('./dom.js').Part<Item>} Part
 */

/** @param {Setting} setting @returns {string} since when it was off and when it came back on, empty where it did not */
export const driftWords = ({ drift }) => (drift ? text('drift', date(drift.off), dateTime(drift.back)) : '');

/** @returns {Part<Setting>} */
export function driftLine() {
  const node = el('p', { class: 'small drift' });
  return { node, show: (setting) => say(node, driftWords(setting)) };
}

/** @param {Change} change */
export const changeWords = ({ at, to, by }) => text('history_entry', dateTime(at), coded('position', to) || to, coded('by', by) || by);

/** @returns {Part<Setting>} */
export function history() {
  const list = el('ul', { class: 'small' });
  const node = el('div', {}, small(text('history_title')), list);
  const showChanges = keyed(
    list,
    (/** @type {Change} */ { at, to, by }) => `${at} ${to} ${by}`,
    (change) => ({ node: el('li', {}, changeWords(change)) }),
  );
  return {
    node,
    show({ history: changes }, view) {
      node.hidden = changes.length === 0;
      showChanges(changes, view);
    },
  };
}
