/**
 * A button for what cannot simply be taken back: it asks once more, in its own place, before anything is done.
 */
import { button, el } from './dom.js';
import { text } from './text.js';

/**
 * @param {{id: string, words: string, question: string, yes: string, danger?: boolean}} about the buttons get the ids `id`, `id-yes` and `id-no`
 * @param {() => void} act
 * @returns {{node: HTMLElement, allow: (can: boolean) => void}}
 */
export function confirmed({ id, words, question, yes, danger = false }, act) {
  const ask = button({ id, ...(danger && { class: 'danger' }) }, open, words);
  const sure = button({ id: `${id}-yes`, class: 'danger' }, agree, yes);
  const no = button({ id: `${id}-no` }, close, text('cancel'));
  const box = el(
    'div',
    { role: 'group', 'aria-labelledby': `${id}-question`, class: 'problem', hidden: '' },
    el('p', { id: `${id}-question` }, question),
    el('div', { class: 'row' }, sure, no),
  );

  /** @param {boolean} asking */
  function turn(asking) {
    ask.hidden = asking;
    box.hidden = !asking;
  }
  function open() {
    turn(true);
    no.focus();
  }
  function close() {
    turn(false);
    ask.focus();
  }
  function agree() {
    close();
    act();
  }

  return {
    node: el('div', {}, ask, box),
    allow(can) {
      ask.disabled = !can;
      if (!can) turn(false);
    },
  };
}
