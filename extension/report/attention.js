/** What needs attention: one line for each setting, with what is wrong, and the one thing to do about it. */
import { byId, el, keyed, losesFocus, setText } from '../ui/dom.js';
import { remedyFor } from '../ui/remedy.js';
import { keyOf } from '../ui/setting.js';
import { text } from '../ui/text.js';
import { running } from '../ui/view.js';
import { row } from './row.js';

/** @typedef {import('../ui/view.js').Setting} Setting */

/** @param {import('../ui/page.js').Send} send @returns {(setting: Setting) => import('../ui/dom.js').Part<Setting>} */
const remedy = (send) => (setting) => {
  const node = el('span', { class: 'remedy' });
  let shown = '';
  return {
    node,
    show(now, view) {
      const kind = view.attention.find(({ id }) => id === setting.id)?.remedy;
      if ((kind ?? '') !== shown) node.replaceChildren(...(kind ? [remedyFor(now, kind, send)] : []));
      shown = kind ?? '';
      const button = node.querySelector('button');
      if (button) button.disabled = running(view);
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
