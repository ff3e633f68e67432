/**
 * What LinkedIn's own category pages list and Offswitch does not know.
 */
import { el, keyed } from '../ui/dom.js';
import { link } from '../ui/explain.js';
import { categoryName, text } from '../ui/text.js';

/** @typedef {import('../ui/view.js').View} View */

/**
 * @param {HTMLElement} section
 * @returns {(view: View) => void}
 */
export function strangerList(section) {
  const list = el('ul', {});
  section.append(el('p', {}, text('strangers_lead')), list);
  return ({ strangers }) => {
    section.hidden = strangers.length === 0;
    keyed(
      list,
      strangers,
      ({ page, title }) => `${page} ${title}`,
      ({ url, title, page, category }) =>
        el('li', {}, link(url, el('span', { lang: '' }, title || page)), ' ', el('span', { class: 'small' }, categoryName(category))),
      () => {},
    );
  };
}
