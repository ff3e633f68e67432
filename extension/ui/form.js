/**
 * The controls of a form, each with its label and, where it needs one, a hint that a screen reader reads with it.
 */
import { el } from './dom.js';
import { text } from './text.js';

/** @param {string} label @param {HTMLElement} control with an id @param {...HTMLElement} hint what is said below it */
export const field = (label, control, ...hint) => el('div', { class: 'field' }, el('label', { for: control.id }, label), control, ...hint);

/** @param {string} label @param {HTMLInputElement} input with an id @param {string} words of the hint */
function option(label, input, words) {
  const hint = el('p', { id: `${input.id}-hint`, class: 'hint' }, words);
  input.setAttribute('aria-describedby', hint.id);
  return el('div', { class: 'option' }, el('label', {}, input, el('span', {}, label)), hint);
}

/** @param {'again' | 'gentle'} name also of the messages */
export function checkbox(name) {
  const box = el('input', { type: 'checkbox', id: name, name });
  return { box, node: option(text(name), box, text(`${name}_hint`)) };
}

/**
 * @template {string} Id
 * @param {'level' | 'mode' | 'checks'} name also of the messages
 * @param {readonly Id[]} ids
 */
export function radios(name, ids) {
  const inputs = ids.map((id) => el('input', { type: 'radio', name, value: id, id: `${name}-${id}` }));
  const options = inputs.map((input) => option(text(`${name}_${input.value}`), input, text(`${name}_${input.value}_hint`)));
  const node = el('fieldset', {}, el('legend', {}, text(name)), ...options);
  return {
    node,
    control: node,
    chosen: () => ids.find((_, place) => inputs[place].checked),
    /** @param {Id} id */
    choose(id) {
      for (const input of inputs) input.checked = input.value === id;
    },
  };
}
