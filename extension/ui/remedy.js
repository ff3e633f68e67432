/** The one thing to do about a setting that needs attention: to try again, to leave it alone, or to look at its page. */
import { button, el } from './dom.js';
import { link } from './explain.js';
import { nameNode } from './setting.js';
import { text } from './text.js';
import { running } from './view.js';

/**
 * @param {import('./view.js').Setting} setting
 * @param {import('./view.js').Attention['remedy']} remedy
 * @param {import('./page.js').Send} send
 * @returns {import('./dom.js').Part<unknown>} a button or a link; its name says which setting it is about
 */
export function remedyFor(setting, remedy, send) {
  const about = () => [el('span', { class: 'unseen' }, ': ', nameNode(setting))];
  if (remedy === 'page') return { node: link(setting.url || setting.categoryUrl, el('span', {}, text('its_page'), ...about())), show() {} };
  const command = remedy === 'leave' ? 'leave' : 'only';
  const words = text(command === 'leave' ? 'leave_alone' : 'try_again');
  const node = button({ class: command }, () => send({ command, setting: setting.id }), words, ...about());
  return {
    node,
    show(_, view) {
      node.disabled = running(view);
    },
  };
}
