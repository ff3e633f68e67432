/** What the person must be told once: notices that stay until they are dismissed. */
import { deedWords } from './deed.js';
import { button, byId, el, keyed, setAttribute, setText } from './dom.js';
import { coded, text } from './text.js';

/** @typedef {import('./view.js').View} View */

/**
 * @param {HTMLElement} section
 * @param {import('./page.js').Send} send
 * @returns {(notices: View['notices'], view: View) => void}
 */
export function noticeList(section, send) {
  const list = el('ul', { class: 'plain' });
  section.append(list);

  const show = keyed(
    list,
    (/** @type {{id: string}} */ { id }) => id,
    ({ id }) => {
      const words = el('p', {});
      const dismiss = button({}, () => send({ command: 'dismiss', notice: id }), text('dismiss'));
      return {
        node: el('li', { class: 'notice' }, words, dismiss),
        show(_, view) {
          const now = coded('notice', id, deedWords(view)) || id;
          setText(words, now);
          setAttribute(dismiss, 'aria-label', text('dismiss_named', now));
        },
      };
    },
  );

  return (notices, view) => {
    section.hidden = notices.length === 0;
    if (!show(notices, view)) return;
    const title = byId('title');
    title.tabIndex = -1;
    (list.querySelector('button') ?? title).focus();
  };
}
