/** What needs attention: one line for each setting, with what is wrong, and the one thing to do about it. */
import { byId, el, keyed, setText } from '../ui/dom.js';
import { remedyFor } from '../ui/remedy.js';
import { keyOf } from '../ui/setting.js';
import { text } from '../ui/text.js';
import { settingsOf } from '../ui/view.js';
import { row } from './row.js';

/** @typedef {import('../ui/view.js').Attention} Attention */
/** @typedef {import('../ui/view.js').Setting} Setting */

/** @param {import('../ui/page.js').Send} send @returns {(setting: Setting) => import('../ui/dom.js').Part<Setting>} */
const remedy = (send) => (setting) => {
  const node = el('span', { class: 'remedy' });
  const showRemedy = keyed(
    node,
    (/** @type {Attention} */ { remedy }) => remedy,
    ({ remedy }) => remedyFor(setting, remedy, send),
  );
  return {
    node,
    show: (_, view) =>
      showRemedy(
        view.attention.filter(({ id }) => id === setting.id),
        view,
      ),
  };
};

/** @type {import('../ui/page.js').MakePart} */
export const attentionList = (section, send) => {
  const list = el('ul', { class: 'plain rows', 'data-fold': 'attention' });
  const title = byId('attention-title');
  title.after(list);
  const showRows = keyed(list, keyOf, row(send, remedy(send)));
  return {
    show(view) {
      // While a run is on nothing moves under the reader.
      const settings = settingsOf(
        view,
        view.attention.map(({ id }) => id),
      );
      section.hidden = settings.length === 0;
      setText(title, text('attention_title', settings.length));
      if (showRows(settings, view)) byId(section.hidden ? 'title' : 'attention-title').focus();
    },
  };
};
