/**
 * Removing what Offswitch stored. Everything is asked for twice, and called done only when nothing is left; copies of what
 * could not be read are shown only while there are any.
 */
import { countAside, removeAside, watchAside } from '../aside.js';
import { confirmed } from '../ui/confirm.js';
import { byId, el, setText } from '../ui/dom.js';
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

/** How many copies there are of what could not be read, and a button that removes them. */
function copiesAside() {
  const many = el('p', {});
  const remove = el('button', { id: 'aside-remove', type: 'button' }, text('aside_remove'));
  const box = el('div', { id: 'aside' }, many, remove);
  async function show() {
    const count = await countAside();
    setText(many, count ? counted('aside', count) : '');
    if (count === 0 && box.contains(document.activeElement)) byId('removal-title').focus();
    box.hidden = count === 0;
  }
  remove.addEventListener('click', removeAside);
  watchAside(show);
  box.hidden = true;
  show();
  return box;
}
