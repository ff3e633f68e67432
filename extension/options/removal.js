/**
 * Removing everything that Offswitch stored, asked for twice and called done only when nothing is left.
 */
import { confirmed } from '../ui/confirm.js';
import { el, setText } from '../ui/dom.js';
import { text } from '../ui/text.js';

/** @typedef {import('../ui/view.js').View} View */

/**
 * @param {HTMLElement} section
 * @param {() => void} reset
 * @returns {(view: View | null) => void} null for a fault, after which nothing is certain
 */
export function removal(section, reset) {
  const said = el('p', { id: 'reset-said', role: 'status', class: 'saved' });
  let asked = false;
  const { node } = confirmed({ id: 'reset', words: text('reset'), question: text('reset_question'), yes: text('reset_yes') }, () => {
    asked = true;
    setText(said, '');
    reset();
  });
  section.append(el('p', {}, text('reset_lead')), node, said);

  return (view) => {
    const removed = view !== null && !view.choices.chosen && view.run === null;
    if (!removed) setText(said, '');
    else if (asked) setText(said, text('reset_done'));
    if (removed || !view) asked = false;
  };
}
