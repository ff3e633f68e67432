/**
 * The way back for all that Offswitch turned off, asked for twice.
 */
import { confirmed } from '../ui/confirm.js';
import { el } from '../ui/dom.js';
import { text } from '../ui/text.js';
import { running } from '../ui/view.js';

/** @type {import('../ui/page.js').MakePart} */
export const undoPanel = (section, send) => {
  const { node, allow } = confirmed(
    { id: 'undo-all', words: text('undo_all'), question: text('undo_all_question'), yes: text('undo_all_yes') },
    () => send({ command: 'undo' }),
  );
  section.append(el('p', {}, text('undo_lead')), node);
  return {
    node: section,
    show(view) {
      section.hidden = !view.settings.some(({ ours }) => ours);
      allow(!running(view));
    },
  };
};
