/**
 * The settings in tables by what became of them, in the order of LinkedIn's categories. Only what a fresh load
 * proved stands under a heading that calls it off.
 */
import { el, keyed, say, setAttribute, setText } from '../ui/dom.js';
import { caution, cost, steps, updateWhy, why } from '../ui/explain.js';
import { advice, doesLine, keyOf, outcomeWords, titleLink } from '../ui/list.js';
import { driftWords, history, undoButton, updateHistory, updateUndo } from '../ui/past.js';
import { categoryName, counted, moment, text } from '../ui/text.js';
import { byCategory, byHand, tone } from '../ui/view.js';

/** @typedef {import('../ui/view.js').Setting} Setting */
/** @typedef {import('../ui/view.js').View} View */
/** @typedef {{id: string, settings: Setting[]}} Group */

const ORDER = ['turned_off', 'not_off', 'by_hand', 'already_off', 'not_offered', 'left_out'];

/**
 * @param {Setting} setting
 * @returns {string} the group the setting is reported in
 */
function groupOf(setting) {
  const { outcome, planned } = setting;
  if (outcome === 'turned-off') return 'turned_off';
  if (outcome === 'already-off') return 'already_off';
  if (outcome === 'not-offered') return 'not_offered';
  if (!planned) return 'left_out';
  return byHand(setting) ? 'by_hand' : 'not_off';
}

/**
 * The roles are written out because browsers drop them where a narrow screen shows the rows as blocks.
 * @param {string} id
 */
function createGroup(id) {
  const headers = ['setting', 'outcome', 'advice', 'seen'].map((name) =>
    el('th', { scope: 'col', role: 'columnheader' }, text(`column_${name}`)),
  );
  return el(
    'section',
    { 'aria-labelledby': `group-${id}` },
    el('h2', { id: `group-${id}` }),
    el('p', {}, text(`group_${id}_lead`)),
    el(
      'table',
      { role: 'table', 'aria-labelledby': `group-${id}` },
      el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...headers)),
      el('tbody', { role: 'rowgroup' }),
    ),
  );
}

/** @param {Setting} setting */
function createRow(setting) {
  const behind = why(setting);
  behind.append(history());
  const label = (/** @type {string} */ name) => ({ role: 'cell', 'data-column': text(`column_${name}`) });
  return el(
    'tr',
    { role: 'row' },
    el(
      'th',
      { scope: 'row', role: 'rowheader' },
      titleLink(setting),
      el('p', { class: 'small' }, categoryName(setting.category)),
      doesLine(setting),
      ...cost(setting),
      ...caution(setting),
      behind,
    ),
    el('td', label('outcome'), el('span', { class: 'outcome' })),
    el('td', label('advice'), el('span', { class: 'advice' }), el('p', { class: 'small drift' }), ...steps(setting), undoButton(setting)),
    el('td', { ...label('seen'), class: 'seen' }),
  );
}

/**
 * @param {HTMLElement} row
 * @param {Setting} setting
 * @param {View} view
 */
function updateRow(row, setting, view) {
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (row.querySelector(`.${name}`));
  setText(part('outcome'), outcomeWords(setting));
  setAttribute(part('outcome'), 'data-state', tone(setting));
  setText(part('advice'), advice(setting));
  say(part('drift'), driftWords(setting));
  updateUndo(row, setting, view);
  updateHistory(row, setting);
  setText(part('seen'), setting.proved ? text('proved_at', moment(setting.proved)) : moment(setting.seen));
  updateWhy(/** @type {HTMLDetailsElement} */ (row.querySelector('.why')), setting, view);
}

/**
 * @param {HTMLElement} box
 * @returns {(view: View) => void}
 */
export function tables(box) {
  return (view) => {
    const settings = byCategory(view.settings);
    /** @type {Group[]} */
    const groups = ORDER.map((id) => ({ id, settings: settings.filter((setting) => groupOf(setting) === id) }));
    keyed(
      box,
      groups.filter((group) => group.settings.length > 0),
      ({ id }) => id,
      ({ id }) => createGroup(id),
      (node, group) => {
        setText(/** @type {Element} */ (node.querySelector('h2')), counted(`group_${group.id}`, group.settings.length));
        keyed(/** @type {Element} */ (node.querySelector('tbody')), group.settings, keyOf, createRow, (row, setting) =>
          updateRow(row, setting, view),
        );
      },
    );
  };
}
