/** What the person left alone, each with the way to change that. */
import { byId, el, keyed, losesFocus, say, setText } from '../ui/dom.js';
import { counted, text } from '../ui/text.js';
import { running } from '../ui/view.js';

/** @typedef {import('../ui/view.js').Left} Left */

/** @type {import('../ui/page.js').MakePart} */
export const leftList = (section, send) => {
  const list = el('ul', { class: 'plain' });
  const lead = el('p', {}, text('left_lead'));
  const apart = el('p', {});
  section.append(lead, list, apart);

  /** @param {Left} item @returns {import('../ui/dom.js').Part<Left>} */
  function create({ id, label, title }) {
    const name = title || label || id;
    const button = el('button', { type: 'button' }, text('left_change'), el('span', { class: 'unseen' }, `: ${name}`));
    button.addEventListener('click', () => send({ command: 'unleave', id }));
    return {
      node: el(
        'li',
        { class: 'unknown' },
        el('p', { class: 'line' }, el('strong', { lang: title ? 'en' : '' }, name), ' ', button),
        ...(title && label ? [el('p', { class: 'small', lang: '' }, label)] : []),
      ),
      show(_, view) {
        button.disabled = running(view);
      },
    };
  }

  const showItems = keyed(list, (item) => [item.id, item.label, item.title].join(' '), create);
  return {
    node: section,
    show(view) {
      lead.hidden = view.left.length === 0;
      say(apart, view.apart ? counted('rules_apart', view.apart) : '');
      section.hidden = view.left.length + view.apart === 0;
      setText(byId('left-title'), text('left_title', view.left.length));
      if (losesFocus(list, () => showItems(view.left, view))) byId(section.hidden ? 'title' : 'left-title').focus();
    },
  };
};
