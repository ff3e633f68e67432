/**
 * A button for what cannot simply be taken back: it asks once more, in its own place, before anything is done.
 */
import { el } from './dom.js';
import { text } from './text.js';

/**
 * @param {{id: string, words: string, question: string, yes: string, danger?: boolean}} about the buttons get the ids `id`, `id-yes` and `id-no`
 * @param {() => void} act
 * @returns {{node: HTMLElement, allow: (can: boolean) => void}}
 */
export function confirmed({ id, words, question, yes, danger = false }, act) {
  const ask = el('button', { id, type: 'button', ...(danger && { class: 'danger' }) }, words);
  const sure = el('button', { id: `${id}-yes`, type: 'button', class: 'danger' }, yes);
  const no = el('button', { id: `${id}-no`, type: 'button' }, text('cancel'));
  const box = el(
    'div',
    { role: 'group', 'aria-labelledby': `${id}-question`, class: 'problem' },
    el('p', { id: `${id}-question` }, question),
    el('div', { class: 'row' }, sure, no),
  );
  box.hidden = true;

  /** @param {boolean} open */
  function turn(open) {
    ask.hidden = open;
    box.hidden = !open;
  }
  ask.addEventListener('click', () => {
    turn(true);
    no.focus();
  });
  no.addEventListener('click', () => {
    turn(false);
    ask.focus();
  });
  sure.addEventListener('click', () => {
    turn(false);
    ask.focus();
    act();
  });

  return {
    node: el('div', {}, ask, box),
    allow(can) {
      ask.disabled = !can;
      if (!can) turn(false);
    },
  };
}
