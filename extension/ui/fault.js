/** The fault of the engine itself, or of the browser's storage, and the way to try again. */
import { button, el, setText } from './dom.js';
import { text } from './text.js';

/** How a fault begins that is the browser's storage, not the engine. */
const STORAGE = /^(engine: )?storage:/;

/** @param {HTMLElement} section @returns {(fault: string | null) => void} */
export function faultCard(section) {
  const detail = el('code', {});
  const more = el('details', {}, el('summary', {}, text('fault_detail')), detail);
  const retry = button({ id: 'reload' }, () => location.reload(), text('fault_retry'));
  const box = el('div', { role: 'alert' });
  section.append(box, retry, more);
  return (fault) => {
    section.hidden = fault === null;
    setText(box, fault === null ? '' : text(STORAGE.test(fault) ? 'fault_storage' : 'fault'));
    more.hidden = !fault;
    setText(detail, fault ?? '');
  };
}
