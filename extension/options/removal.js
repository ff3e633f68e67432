/**
 * Removing everything that Offswitch stored, asked for twice and called done only when nothing is left.
 */
import { confirmed } from '../ui/confirm.js';
import { el, setText } from '../ui/dom.js';
import { text } from '../ui/text.js';

/** @type {import('../ui/page.js').MakePart} */
export const removal = (section, send) => {
  const said = el('p', { id: 'reset-said', role: 'status', class: 'saved' });
  let asked = false;
  const { node } = confirmed({ id: 'reset', words: text('reset'), question: text('reset_question'), yes: text('reset_yes') }, () => {
    asked = true;
    setText(said, '');
    send({ command: 'reset' });
  });
  section.append(el('p', {}, text('reset_lead')), node, said);

  return {
    node: section,
    show({ choices, run }) {
      const removed = !choices.chosen && run === null;
      if (!removed) setText(said, '');
      else if (asked) setText(said, text('reset_done'));
      if (removed) asked = false;
    },
    fault() {
      asked = false;
      setText(said, '');
    },
  };
};
