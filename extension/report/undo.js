/**
 * The way back for all that Offswitch turned off, asked for twice.
 */
import { confirmed } from '../ui/confirm.js';
import { el } from '../ui/dom.js';
import { text } from '../ui/text.js';
import { running } from '../ui/view.js';

/** @typedef {import('../ui/view.js').View} View */

/**
 * @param {HTMLElement} section
 * @param {() => void} undoAll
 * @returns {(view: View) => void}
 */
export function undoPanel(section, undoAll) {
  const { node, allow } = confirmed(
    { id: 'undo-all', words: text('undo_all'), question: text('undo_all_question'), yes: text('undo_all_yes') },
    undoAll,
  );
  section.append(el('p', {}, text('undo_lead')), node);
  return (view) => {
    section.hidden = !view.settings.some(({ ours }) => ours);
    allow(!running(view));
  };
}
