/** A row of what the person left alone, with the way to change that. */
import { el } from './dom.js';
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
  const button = el('button', { type: 'button' }, text('left_change'), el('span', { class: 'unseen' }, `: ${name}`));
  button.addEventListener('click', () => send({ command: 'unleave', id }));
  return {
    node: el('li', { class: 'unknown' }, el('p', { class: 'line' }, el('strong', title ? {} : { lang: '' }, name), ' ', button)),
    show(_, view) {
      button.disabled = running(view);
    },
  };
}
