/**
 * What became of a setting over time: that it came back on, who changed it when, and the way back for what
 * Offswitch turned off.
 */
import { el, keyed } from './dom.js';
import { coded, moment, text } from './text.js';
import { running } from './view.js';

/** @typedef {import('./view.js').Setting} Setting */
/** @typedef {import('./view.js').View} View */

/**
 * @param {Setting} setting
 * @returns {string} since when it was off and when it came back on, empty where it did not
 */
export const driftWords = ({ drift }) => (drift ? text('drift', moment(drift.off), moment(drift.last), moment(drift.back)) : '');

/**
 * @param {Setting} setting
 * @returns {HTMLButtonElement} hidden until `updateUndo` finds that there is something to undo
 */
export function undoButton({ id, title, label }) {
  const button = el(
    'button',
    { type: 'button', class: 'undo', 'data-undo': id, 'aria-label': text('undo_named', title || label) },
    text('undo'),
  );
  button.hidden = true;
  return button;
}

/**
 * @param {HTMLElement} row that holds an undo button
 * @param {Setting} setting
 * @param {View} view
 */
export function updateUndo(row, { ours }, view) {
  const button = /** @type {HTMLButtonElement} */ (row.querySelector('.undo'));
  button.hidden = !ours;
  button.disabled = running(view);
}

/**
 * @param {HTMLElement} section that holds undo buttons
 * @param {(id: string) => void} undo
 */
export function onUndo(section, undo) {
  section.addEventListener('click', ({ target }) => {
    const id = target instanceof Element && target.closest('[data-undo]')?.getAttribute('data-undo');
    if (id) undo(id);
  });
}

/** @returns {HTMLElement} a list that `updateHistory` fills */
export function history() {
  const box = el('div', { class: 'history' }, el('p', { class: 'small' }, text('history_title')), el('ul', { class: 'small' }));
  box.hidden = true;
  return box;
}

/**
 * @param {HTMLElement} row that holds a history
 * @param {Setting} setting
 */
export function updateHistory(row, { history: changes }) {
  /** @type {HTMLElement} */ (row.querySelector('.history')).hidden = changes.length === 0;
  keyed(
    /** @type {Element} */ (row.querySelector('.history > ul')),
    changes,
    ({ at, to, by }) => `${at} ${to} ${by}`,
    ({ at, to, by }) => el('li', {}, text('history_entry', moment(at), coded('position', to) || to, coded('by', by) || by)),
    () => {},
  );
}
