/**
 * What happens when the last proof gets old: nothing, a reminder, or a check that starts by itself, and when that will be.
 */
import { CHECKS, MAX_EVERY } from '../generated/lists.js';
import { byId, differing, el, setText } from '../ui/dom.js';
import { checkbox, radios } from '../ui/form.js';
import { managed } from '../ui/managed.js';
import { date, text } from '../ui/text.js';

/** @typedef {import('../ui/view.js').View} View */
/** @typedef {import('../ui/view.js').Checks} Checks */

/** @param {Pick<View, 'now' | 'choices' | 'checking'>} view @returns {string} what comes of the choice, and when */
export function resultOf({ now, choices: { checks }, checking: { due } }) {
  if (checks === 'off') return text('checks_none');
  if (due === 0) return text(`checks_first_${checks}`);
  return due <= now ? text(`checks_due_${checks}`) : text(`checks_next_${checks}`, date(due));
}

/**
 * @param {(choice: Partial<Checks>) => void} store called with each change
 * @returns {import('../ui/page.js').PagePart}
 */
export function checks(store) {
  const form = byId('checks-form');
  const result = byId('checks-result');
  const kinds = radios('checks', CHECKS);
  const every = el('input', {
    type: 'number',
    id: 'every',
    name: 'every',
    min: '1',
    max: String(MAX_EVERY),
    required: '',
    'aria-describedby': 'every-hint',
  });
  const { node, box: again } = checkbox('again');
  const label = el('label', { for: 'every' });
  const days = el('div', { class: 'field' }, label, every, el('p', { id: 'every-hint', class: 'hint' }, text('every_hint')));
  const showManaged = managed({
    checks: kinds,
    every: { node: days, control: every },
  });
  form.append(kinds.node, days, node);
  const differs = differing();

  form.addEventListener('change', ({ target }) => {
    if (target === again) store({ again: again.checked });
    else if (target !== every) store({ checks: kinds.chosen() });
    else if (every.reportValidity()) store({ every: every.valueAsNumber });
  });

  return {
    show(view) {
      const { choices, checking } = view;
      showManaged(view);
      setText(result, resultOf(view));
      setText(label, text(choices.checks === 'remind' ? 'every_remind' : 'every'));
      every.disabled = !checking.every;
      again.disabled = !checking.again;
      // Only a stored change moves the controls: what the person is about to write stays.
      if (!differs(choices.checks, choices.every, choices.again)) return;
      kinds.choose(choices.checks);
      every.value = String(choices.every);
      again.checked = choices.again;
    },
  };
}
