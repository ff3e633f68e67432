/**
 * The pace of a run: as quick as its pages allow, or with a rest before each of them.
 */
import { byId, el } from '../ui/dom.js';
import { option } from '../ui/form.js';
import { text } from '../ui/text.js';

/**
 * @param {HTMLElement} section
 * @param {(choice: import('../ui/view.js').Pace) => void} store called with each change
 * @returns {import('../ui/page.js').PagePart}
 */
export function pace(section, store) {
  const form = byId('pace-form', HTMLFormElement);
  const gentle = el('input', { type: 'checkbox', id: 'gentle', name: 'gentle', 'aria-describedby': 'gentle-hint' });
  form.append(option(text('gentle'), gentle, text('gentle_hint')));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', () => store({ gentle: gentle.checked }));
  return {
    node: section,
    show({ choices }) {
      gentle.checked = choices.gentle;
    },
  };
}
