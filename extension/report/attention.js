/** What needs attention: one line for each setting, with what is wrong, and the one thing to do about it. */
import { byId, el, keyed, losesFocus, setText } from '../ui/dom.js';
import { link } from '../ui/explain.js';
import { nameOf } from '../ui/prose.js';
import { keyOf } from '../ui/setting.js';
import { text } from '../ui/text.js';
import { running } from '../ui/view.js';
import { row } from './row.js';

/** @typedef {import('../ui/view.js').Setting} Setting */

/** @param {import('../ui/page.js').Send} send @returns {(setting: Setting) => import('../ui/dom.js').Part<Setting>} */
const remedy = (send) => (setting) => {
  const which = el('span', { class: 'unseen' }, ': ', nameOf(setting));
  const button = el('button', { type: 'button' }, el('span', {}), which);
  const page = setting.url || setting.categoryUrl;
  const open = link(page, text('its_page'), which.cloneNode(true));
  let kind = '';
  button.addEventListener('click', () => send({ command: kind === 'leave' ? 'leave' : 'only', setting: setting.id }));
  return {
    node: el('span', { class: 'remedy' }, button, ...(page ? [open] : [])),
    show({ id }, view) {
      kind = view.attention.find((each) => each.id === id)?.remedy ?? '';
      button.className = kind === 'leave' ? 'leave' : 'only';
      button.hidden = kind === 'page' || kind === '';
      button.disabled = running(view);
      open.hidden = kind !== 'page';
      setText(/** @type {HTMLElement} */ (button.firstElementChild), text(kind === 'leave' ? 'leave_alone' : 'try_again'));
    },
  };
};

/** @type {import('../ui/page.js').MakePart} */
export const attentionList = (section, send) => {
  const list = el('ul', { class: 'plain rows', 'data-fold': 'attention' });
  const title = byId('attention-title');
  title.after(list);
  const showRows = keyed(list, keyOf, row(send, remedy(send)));
  return {
    node: section,
    show(view) {
      // While a run is on nothing moves under the reader.
      const settings = view.attention.flatMap(({ id }) => view.settings.filter((each) => each.id === id));
      section.hidden = settings.length === 0;
      setText(title, text('attention_title', settings.length));
      if (losesFocus(list, () => showRows(settings, view))) byId(section.hidden ? 'title' : 'attention-title').focus();
    },
  };
};
