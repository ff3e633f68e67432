/**
 * The settings in closed groups by how they stand, as the engine groups them. While a run is on, each stays where it was, so
 * that nothing moves under the reader.
 */
import { el, keyed, setText, small } from '../ui/dom.js';
import { keyOf } from '../ui/setting.js';
import { counted, text } from '../ui/text.js';
import { running, settingsOf } from '../ui/view.js';
import { row } from './row.js';

/** @typedef {import('../ui/view.js').View} View */
/** @typedef {import('../ui/view.js').Setting} Setting */
/** @typedef {import('../ui/view.js').Fold} Fold */

/** What each group is called, by count. */
export const TITLES = /** @type {const} */ ({ 'open': 'fold_open', 'by-hand': 'fold_by_hand', 'off': 'fold_off', 'out': 'fold_out' });

/** Keeps hold of a view's order while a run is on. @returns {(view: View) => View['report']['folds']} */
export function frozen() {
  /** @type {View['report']['folds'] | null} */
  let kept = null;
  return (view) => {
    if (!running(view) || !kept) kept = view.report.folds;
    return kept;
  };
}

/** Closed groups in a section of the page. @param {...Fold['fold']} which @returns {import('../ui/page.js').MakePart} */
export const folds =
  (...which) =>
  (section, send) => {
    const order = frozen();

    /** @param {Fold} fold @returns {import('../ui/dom.js').Part<Fold>} */
    function create({ fold }) {
      const summary = el('summary', {});
      const list = el('ul', { class: 'plain rows', 'data-fold': fold });
      const lead = fold === 'open' ? '' : small(text(`${TITLES[fold]}_lead`));
      const showRows = keyed(list, keyOf, row(send));
      return {
        node: el('details', { id: `fold-${fold}`, class: 'fold' }, summary, lead, list),
        show({ settings }, view) {
          setText(summary, counted(TITLES[fold], settings.length));
          if (showRows(settingsOf(view, settings), view)) summary.focus();
        },
      };
    }

    const showFolds = keyed(section, ({ fold }) => `fold ${fold}`, create);
    return {
      show(view) {
        const shown = view.report.looked ? order(view).filter(({ fold }) => which.includes(fold)) : [];
        section.hidden = shown.length === 0;
        showFolds(shown, view);
      },
    };
  };
