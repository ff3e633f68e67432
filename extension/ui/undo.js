/** The way back for one setting that Offswitch turned off. */
import { button, differing, ofWhat, quoted } from './dom.js';
import { nameOf } from './prose.js';
import { around, text } from './text.js';
import { running } from './view.js';

/** @typedef {import('./view.js').Setting} Setting */

/** @param {Setting} setting @param {import('./page.js').Send} send @returns {import('./dom.js').Part<Setting>} */
export function undoButton(setting, send) {
  const { id } = setting;
  const node = button({ class: 'undo', 'data-undo': id }, () => send({ command: 'undo', settings: [id] }));
  const differs = differing();
  return {
    node,
    show({ ours, control, former }, view) {
      // The option that the button goes back to.
      const to = (control === 'radio' && former[0]) || '';
      if (differs(to)) {
        const words = to ? around('undo_to', quoted(to)) : [text('undo')];
        node.replaceChildren(...words, ofWhat(nameOf(setting)));
      }
      node.hidden = !ours;
      node.disabled = running(view);
    },
  };
}
