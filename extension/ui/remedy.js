/** The one thing to do about a setting that needs attention: to try again, to leave it alone, or to look at its page. */
import { offer } from './alone.js';
import { el, ofWhat } from './dom.js';
import { link } from './explain.js';
import { nameNode } from './setting.js';
import { text } from './text.js';

/**
 * @param {import('./view.js').Setting} setting
 * @param {import('./view.js').Attention['remedy']} remedy
 * @param {import('./page.js').Send} send
 * @returns {import('./dom.js').Part<unknown>} a button or a link; its name says which setting it is about
 */
export function remedyFor(setting, remedy, send) {
  if (remedy === 'page')
    return { node: link(setting.url || setting.categoryUrl, el('span', {}, text('its_page'), ofWhat(nameNode(setting)))), show() {} };
  if (remedy === 'leave') return offer(setting, send, 'leave_alone', { command: 'leave', setting: setting.id });
  return offer(setting, send, 'try_again', { command: 'only', setting: setting.id });
}
