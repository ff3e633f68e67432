/**
 * What an organisation sets of the choices: that it did is said beside each, and what it has locked cannot be changed.
 */
import { el, say } from './dom.js';
import { text } from './text.js';

/** @typedef {import('./view.js').View} View */

/**
 * @param {Record<string, {node: HTMLElement, control: {disabled: boolean}}>} parts by the choice's name: where to say it, and what to disable
 * @returns {(view: View) => Set<string>} shows it, and gives the names of those that the organisation set
 */
export function managed(parts) {
  const notes = Object.entries(parts).map(([name, { node, control }]) => {
    const note = el('p', { class: 'hint managed', hidden: '' });
    node.append(note);
    return { name, control, note };
  });
  return ({ managed: { locked, suggested } }) => {
    for (const { name, control, note } of notes) {
      const isLocked = locked.includes(name);
      control.disabled = isLocked;
      say(note, isLocked ? text('managed_locked') : suggested.includes(name) ? text('managed_suggested') : '');
    }
    return new Set([...locked, ...suggested]);
  };
}
