/**
 * The controls of a form, each with its label and, where it needs one, a hint that a screen reader reads with it.
 */
import { el } from './dom.js';
import { text } from './text.js';

/** @param {string} label @param {HTMLElement} control with an id @param {...HTMLElement} hint what is said below it */
export const field = (label, control, ...hint) => el('div', { class: 'field' }, el('label', { for: control.id }, label), control, ...hint);

/** @param {string} label @param {HTMLInputElement} input with an id; the hint's is that with `-hint` @param {string} hint */
export const option = (label, input, hint) =>
  el('div', { class: 'option' }, el('label', {}, input, el('span', {}, label)), el('p', { id: `${input.id}-hint`, class: 'hint' }, hint));

/**
 * @template {string} Id
 * @param {'level' | 'mode' | 'checks'} name also of the messages
 * @param {readonly Id[]} ids
 * @returns {{node: HTMLFieldSetElement, chosen: () => Id | undefined, choose: (id: Id) => void}}
 */
export function radios(name, ids) {
  const inputs = ids.map((id) =>
    el('input', { type: 'radio', name, value: id, id: `${name}-${id}`, 'aria-describedby': `${name}-${id}-hint` }),
  );
  const options = inputs.map((input) => option(text(`${name}_${input.value}`), input, text(`${name}_${input.value}_hint`)));
  return {
    node: el('fieldset', {}, el('legend', {}, text(name)), ...options),
    chosen: () => ids[inputs.findIndex(({ checked }) => checked)],
    choose(id) {
      for (const input of inputs) input.checked = input.value === id;
    },
  };
}
