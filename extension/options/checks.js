/**
 * What happens when the last proof gets old: nothing, a reminder, or a check that starts by itself.
 */
import { CHECKS, MAX_EVERY } from '../generated/lists.js';
import { byId, el } from '../ui/dom.js';
import { field, option, radios } from '../ui/form.js';
import { managed } from '../ui/managed.js';
import { text } from '../ui/text.js';

/** @typedef {import('../ui/view.js').Checks} Checks */

/**
 * @param {HTMLElement} section
 * @param {(choice: Partial<Checks>) => void} store called with each change
 * @returns {import('../ui/page.js').PagePart}
 */
export function checks(section, store) {
  const form = byId('checks-form', HTMLFormElement);
  const kinds = radios('checks', CHECKS);
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
  const days = field(text('every'), every, el('p', { id: 'every-hint', class: 'hint' }, text('every_hint')));
  const showManaged = managed({
    checks: { node: kinds.node, control: kinds.node },
    every: { node: days, control: every },
  });
  form.append(kinds.node, days, option(text('again'), again, text('again_hint')));
  let last = '';

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', ({ target }) => {
    if (target === again) store({ again: again.checked });
    else if (target !== every) store({ checks: kinds.chosen() });
    else if (every.reportValidity()) store({ every: every.valueAsNumber });
  });

  return {
    node: section,
    show(view) {
      const { choices } = view;
      showManaged(view);
      every.disabled = choices.checks === 'off' || view.managed.locked.includes('every');
      const now = JSON.stringify([choices.checks, choices.every, choices.again]);
      // Only a stored change moves the controls: what the person is about to write stays.
      if (now === last) return;
      last = now;
      kinds.choose(choices.checks);
      every.value = String(choices.every);
      again.checked = choices.again;
      again.disabled = choices.checks !== 'automatic';
    },
  };
}
