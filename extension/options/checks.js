/**
 * What happens when the last proof gets old: nothing, a reminder, or a check that starts by itself.
 */

import { CHECKS, MAX_EVERY } from '../generated/lists.js';
import { radios } from '../ui/choices.js';
import { el } from '../ui/dom.js';
import { text } from '../ui/text.js';

/** @typedef {import('../ui/view.js').View} View */
/** @typedef {import('../ui/view.js').Checks} Checks */

/**
 * @param {HTMLFormElement} form
 * @param {(choice: Partial<Checks>) => void} store called with each change
 * @returns {(view: View) => void}
 */
export function checks(form, store) {
  const every = el('input', {
    type: 'number',
    id: 'every',
    name: 'every',
    min: '1',
    max: String(MAX_EVERY),
    step: '1',
    required: '',
    'aria-describedby': 'every-hint',
  });
  const again = el('input', { type: 'checkbox', id: 'again', name: 'again', 'aria-describedby': 'again-hint' });
  const kinds = radios('checks', CHECKS);
  form.append(
    kinds,
    el(
      'div',
      { class: 'field' },
      el('label', { for: 'every' }, text('every')),
      every,
      el('p', { id: 'every-hint', class: 'hint' }, text('every_hint')),
    ),
    el(
      'div',
      { class: 'option' },
      again,
      el('label', { for: 'again' }, text('again')),
      el('p', { id: 'again-hint', class: 'hint' }, text('again_hint')),
    ),
  );
  let last = '';

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', ({ target }) => {
    if (target === again) store({ again: again.checked });
    else if (target !== every) store({ checks: /** @type {Checks['checks']} */ (new FormData(form).get('checks')) });
    else if (every.reportValidity()) store({ every: every.valueAsNumber });
  });

  return ({ choices }) => {
    const now = JSON.stringify([choices.checks, choices.every, choices.again]);
    // Only a stored change moves the controls: what the person is about to write stays.
    if (now === last) return;
    last = now;
    for (const radio of kinds.querySelectorAll('input')) radio.checked = radio.value === choices.checks;
    every.value = String(choices.every);
    every.disabled = choices.checks === 'off';
    again.checked = choices.again;
    again.disabled = choices.checks !== 'automatic';
  };
}
