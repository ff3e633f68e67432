/** A row of what the person left alone, with the way to change that. */
import { button, el, ofWhat } from './dom.js';
import { nameOf } from './prose.js';
import { text } from './text.js';
import { running } from './view.js';

/** @typedef {import('./view.js').Left} Left */

/** What was made for a row holds as long as these stay. @param {Left} item */
export const leftKey = ({ id, label, title }) => [id, label, title].join(' ');

/**
 * @param {Left} item
 * @param {import('./page.js').Send} send
 * @returns {import('./dom.js').Part<Left>}
 */
export function leftRow(item, send) {
  const { id, title } = item;
  const name = nameOf(item);
  const change = button({}, () => send({ command: 'unleave', id }), text('left_change'), ofWhat(name));
  return {
    node: el('li', { class: 'unknown' }, el('p', { class: 'line' }, el('strong', title ? {} : { lang: '' }, name), ' ', change)),
    show(_, view) {
      change.disabled = running(view);
    },
  };
}
