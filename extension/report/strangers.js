/**
 * What LinkedIn's own category pages list and Offswitch does not know.
 */
import { el, keyed, verbatim } from '../ui/dom.js';
import { link } from '../ui/explain.js';
import { categoryName, text } from '../ui/text.js';

/** @typedef {import('../ui/view.js').Stranger} Stranger */

/** @type {import('../ui/page.js').MakePart} */
export const strangerList = (section) => {
  const list = el('ul', {});
  section.append(el('p', {}, text('strangers_lead')), list);
  const showItems = keyed(
    list,
    (/** @type {Stranger} */ { page, title }) => `${page} ${title}`,
    ({ url, title, page, category }) => ({
      node: el('li', {}, link(url, verbatim(title || page)), ' ', el('span', { class: 'small' }, categoryName(category))),
    }),
  );
  return {
    show(view) {
      section.hidden = view.strangers.length === 0;
      showItems(view.strangers, view);
    },
  };
};
