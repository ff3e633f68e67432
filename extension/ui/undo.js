/** The way back for one setting that Offswitch turned off. */
import { button, ofWhat, quoted } from './dom.js';
import { nameOf } from './prose.js';
import { around, text } from './text.js';
import { running } from './view.js';

/** @typedef {import('./view.js').Setting} Setting */

/** @param {Setting} setting @param {import('./page.js').Send} send @returns {import('./dom.js').Part<Setting>} */
export function undoButton(setting, send) {
  const { id } = setting;
  const node = button({ class: 'undo', 'data-undo': id }, () => send({ command: 'undo', settings: [id] }));
  /** The option that the button goes back to; null before anything was shown. @type {string | null} */
  let back = null;
  return {
    node,
    show({ ours, control, former }, view) {
      const to = (control === 'radio' && former[0]) || '';
      if (to !== back) {
        back = to;
        const words = to ? around('undo_to', quoted(to)) : [text('undo')];
        node.replaceChildren(...words, ofWhat(nameOf(setting)));
      }
      node.hidden = !ours;
      node.disabled = running(view);
    },
  };
}
