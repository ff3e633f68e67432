/**
 * The pace of a run: as quick as its pages allow, or with a rest before each of them.
 */
import { byId } from '../ui/dom.js';
import { checkbox } from '../ui/form.js';

/**
 * @param {(choice: import('../ui/view.js').Pace) => void} store called with each change
 * @returns {import('../ui/page.js').PagePart}
 */
export function pace(store) {
  const form = byId('pace-form');
  const { node, box } = checkbox('gentle');
  form.append(node);
  form.addEventListener('change', () => store({ gentle: box.checked }));
  return {
    show({ choices }) {
      box.checked = choices.gentle;
    },
  };
}
