/**
 * Removing what Offswitch stored. Everything is asked for twice, and called done only when nothing is left; copies of what
 * could not be read are shown only while there are any.
 */
import { countAside, removeAside, watchAside } from '../aside.js';
import { confirmed } from '../ui/confirm.js';
import { button, byId, el, setText } from '../ui/dom.js';
import { counted, text } from '../ui/text.js';

/** @type {import('../ui/page.js').MakePart} */
export const removal = (section, send) => {
  const said = el('p', { id: 'reset-said', role: 'status', class: 'saved' });
  let asked = false;
  const { node } = confirmed(
    { id: 'reset', words: text('reset'), question: text('reset_question'), yes: text('reset_yes'), danger: true },
    () => {
      asked = true;
      setText(said, '');
      send({ command: 'reset' });
    },
  );
  section.append(el('p', {}, text('reset_lead')), node, said, copiesAside());

  return {
    show({ choices, run }) {
      const removed = !choices.chosen && run === null;
      if (asked || !removed) setText(said, removed ? text('reset_done') : '');
      if (removed) asked = false;
    },
    fault() {
      asked = false;
      setText(said, '');
    },
  };
};

/** How many copies there are of what could not be read, and a button that removes them. */
function copiesAside() {
  const many = el('p', {});
  const box = el('div', { id: 'aside', hidden: '' }, many, button({ id: 'aside-remove' }, removeAside, text('aside_remove')));
  async function show() {
    const count = await countAside();
    setText(many, counted('aside', count));
    if (count === 0 && box.contains(document.activeElement)) byId('removal-title').focus();
    box.hidden = count === 0;
  }
  watchAside(show);
  show();
  return box;
}
