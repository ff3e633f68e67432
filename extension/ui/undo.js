/** The way back for one setting that Offswitch turned off. */
import { el } from './dom.js';
import { text } from './text.js';
import { running } from './view.js';

/** @typedef {import('./view.js').Setting} Setting */

/** @param {Setting} setting @param {import('./page.js').Send} send @returns {import('./dom.js').Part<Setting>} */
export function undoButton({ id, title, label }, send) {
  const node = el(
    'button',
    { type: 'button', class: 'undo', 'data-undo': id, 'aria-label': text('undo_named', title || label) },
    text('undo'),
  );
  node.addEventListener('click', () => send({ command: 'undo', settings: [id] }));
  return {
    node,
    show({ ours }, view) {
      node.hidden = !ours;
      node.disabled = running(view);
    },
  };
}
