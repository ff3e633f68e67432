/**
 * What the person must be told once: notices that stay until dismissed, and the fault of the engine
 * itself, which hides everything that might no longer be true.
 */
import { el, keyed, setText } from './dom.js';
import { coded, text } from './text.js';

/** @typedef {import('./view.js').Command} Command */

/**
 * @param {HTMLElement} section
 * @param {(command: Command) => void} send
 * @returns {(notices: {id: string}[]) => void}
 */
export function noticeList(section, send) {
  const list = el('ul', { class: 'plain' });
  section.append(list);

  /** @param {{id: string}} notice */
  function create({ id }) {
    const words = coded('notice', id) || id;
    const button = el('button', { type: 'button', 'aria-label': text('dismiss_named', words) }, text('dismiss'));
    button.addEventListener('click', () => send({ command: 'dismiss', notice: id }));
    return el('li', { class: 'notice' }, el('p', {}, words), button);
  }

  return (notices) => {
    const hadFocus = list.contains(document.activeElement);
    section.hidden = notices.length === 0;
    keyed(
      list,
      notices,
      ({ id }) => id,
      create,
      () => {},
    );
    if (!hadFocus || list.contains(document.activeElement)) return;
    // The button that had the focus is gone: the next one has it, or the page's title.
    const heir = list.querySelector('button') ?? document.querySelector('h1');
    if (!(heir instanceof HTMLElement)) return;
    heir.tabIndex = heir.localName === 'h1' ? -1 : 0;
    heir.focus();
  };
}

/** How a fault begins that is the browser's storage, not the engine. */
const STORAGE = /^(engine: )?storage:/;

/**
 * @param {HTMLElement} section
 * @returns {(fault: string | null) => void}
 */
export function faultCard(section) {
  const detail = el('code', {});
  const more = el('details', {}, el('summary', {}, text('fault_detail')), detail);
  const retry = el('button', { id: 'reload', type: 'button' }, text('fault_retry'));
  retry.addEventListener('click', () => location.reload());
  const box = el('div', { role: 'alert' });
  section.append(box, retry, more);
  return (fault) => {
    section.hidden = fault === null;
    setText(box, fault === null ? '' : text(STORAGE.test(fault) ? 'fault_storage' : 'fault'));
    more.hidden = !fault;
    setText(detail, fault ?? '');
  };
}
