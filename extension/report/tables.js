/**
 * The settings in tables by what became of them, in the order of LinkedIn's categories. Only what a fresh load
 * proved stands under a heading that calls it off.
 */
import { alone, leaveUndone } from '../ui/alone.js';
import { deedWords } from '../ui/deed.js';
import { el, keyed, setText } from '../ui/dom.js';
import { caution, cost, steps, why } from '../ui/explain.js';
import { driftLine, history } from '../ui/history.js';
import { advice, doesLine, keyOf, outcome, seenWords, titleLink } from '../ui/setting.js';
import { categoryName, counted, text } from '../ui/text.js';
import { undoButton } from '../ui/undo.js';
import { byCategory, byHand } from '../ui/view.js';

/** @typedef {import('../ui/view.js').Setting} Setting */
/**
 * @template Item
 * @typedef {import('../ui/dom.js').Part<Item>} Part
 */
/** @typedef {{id: string, settings: Setting[]}} Group */

const ORDER = ['turned_off', 'not_off', 'by_hand', 'already_off', 'not_offered', 'left_out'];

/** @param {Setting} setting @returns {string} the group the setting is reported in */
function groupOf(setting) {
  const { outcome, planned } = setting;
  if (outcome === 'turned-off') return 'turned_off';
  if (outcome === 'already-off') return 'already_off';
  if (outcome === 'not-offered') return 'not_offered';
  if (!planned) return 'left_out';
  return byHand(setting) ? 'by_hand' : 'not_off';
}

/** @param {Setting[]} settings @returns {Group[]} those that hold any */
export const groupsOf = (settings) =>
  ORDER.map((id) => ({ id, settings: byCategory(settings).filter((setting) => groupOf(setting) === id) })).filter(
    (group) => group.settings.length > 0,
  );

/** @type {import('../ui/page.js').MakePart} */
export const tables = (section, send) => {
  /** @param {Setting} setting @returns {Part<Setting>} */
  function row(setting) {
    const [known, drift, past] = [outcome(), driftLine(), history()];
    const [undoing, leaving, choosing] = [undoButton(setting, send), leaveUndone(setting, send), alone(setting, send)];
    const behind = why(setting, { after: el('div', {}, past.node, choosing.node) });
    const next = el('span', { class: 'advice' });
    /** @param {string} name @param {...(Node | string)} children */
    const cell = (name, ...children) => el('td', { role: 'cell', 'data-column': text(`column_${name}`) }, ...children);
    const seen = cell('seen');
    seen.className = 'seen';
    const node = el(
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
        behind.node,
      ),
      cell('outcome', known.node),
      cell('advice', next, drift.node, ...steps(setting), undoing.node, leaving.node),
      seen,
    );
    return {
      node,
      show(now, view) {
        setText(next, advice(now, deedWords(view)));
        setText(seen, seenWords(now));
        for (const part of [known, drift, undoing, leaving, choosing, past, behind]) part.show(now, view);
      },
    };
  }

  /**
   * The roles are written out because browsers drop them where a narrow screen shows the rows as blocks.
   * @param {Group} group
   * @returns {Part<Group>}
   */
  function table({ id }) {
    const title = el('h2', { id: `group-${id}` });
    const body = el('tbody', { role: 'rowgroup' });
    const headers = ['setting', 'outcome', 'advice', 'seen'].map((name) =>
      el('th', { scope: 'col', role: 'columnheader' }, text(`column_${name}`)),
    );
    const node = el(
      'section',
      { 'aria-labelledby': title.id },
      title,
      el('p', {}, text(`group_${id}_lead`)),
      el(
        'table',
        { role: 'table', 'aria-labelledby': title.id },
        el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...headers)),
        body,
      ),
    );
    const showRows = keyed(body, keyOf, row);
    return {
      node,
      show({ settings }, view) {
        setText(title, counted(`group_${id}`, settings.length));
        showRows(settings, view);
      },
    };
  }

  const showTables = keyed(section, ({ id }) => id, table);
  return { node: section, show: (view) => showTables(groupsOf(view.settings), view) };
};
