/** What the person left alone, each with the way to change that. */
import { byId, el, keyed, say, setText, small, verbatim } from '../ui/dom.js';
import { leftKey, leftRow } from '../ui/left.js';
import { counted, text } from '../ui/text.js';

/** @typedef {import('../ui/view.js').Left} Left */

/** @type {import('../ui/page.js').MakePart} */
export const leftList = (section, send) => {
  const list = el('ul', { class: 'plain' });
  const lead = el('p', {}, text('left_lead'));
  const apart = el('p', {});
  section.append(lead, list, apart);

  /** LinkedIn's own words stand below our name. @param {Left} item */
  function create(item) {
    const row = leftRow(item, send);
    if (item.title && item.label) row.node.append(small(verbatim(item.label)));
    return row;
  }

  const showItems = keyed(list, leftKey, create);
  return {
    show(view) {
      lead.hidden = view.left.length === 0;
      say(apart, view.apart ? counted('rules_apart', view.apart) : '');
      section.hidden = view.left.length + view.apart === 0;
      setText(byId('left-title'), text('left_title', view.left.length));
      if (showItems(view.left, view)) byId(section.hidden ? 'title' : 'left-title').focus();
    },
  };
};
