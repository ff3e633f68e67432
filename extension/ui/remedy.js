/** The one thing to do about a setting that needs attention: to try again, to leave it alone, or to look at its page. */
import { el } from './dom.js';
import { link } from './explain.js';
import { nameNode } from './setting.js';
import { text } from './text.js';

/**
 * @param {import('./view.js').Setting} setting
 * @param {import('./view.js').Attention['remedy']} remedy
 * @param {import('./page.js').Send} send
 * @returns {HTMLElement} a button or a link; its name says which setting it is about
 */
export function remedyFor(setting, remedy, send) {
  const about = () => [el('span', { class: 'unseen' }, ': ', nameNode(setting))];
  if (remedy === 'page') return link(setting.url || setting.categoryUrl, el('span', {}, text('its_page'), ...about()));
  const leave = remedy === 'leave';
  const button = el('button', { type: 'button', class: leave ? 'leave' : 'only' }, text(leave ? 'leave_alone' : 'try_again'), ...about());
  button.addEventListener('click', () => send({ command: leave ? 'leave' : 'only', setting: setting.id }));
  return button;
}
