/** What needs attention: one line and one action for each setting, the first three at once. */
import { byId, el, keyed, setText } from '../ui/dom.js';
import { remedyFor } from '../ui/remedy.js';
import { nameNode } from '../ui/setting.js';
import { coded, text } from '../ui/text.js';
import { running, settingsOf } from '../ui/view.js';

/** @typedef {import('../ui/view.js').Attention} Attention */
/** @typedef {import('../ui/view.js').Setting} Setting */
/** @typedef {Attention & {setting: Setting}} Item */

/** How many are shown at once. */
const SHOWN = 3;

/** @type {import('../ui/page.js').MakePart} */
export const attentionCard = (section, send) => {
  const title = byId('attention-title');
  const summary = el('summary', {});
  const [first, others] = [el('ul', { class: 'plain' }), el('ul', { class: 'plain' })];
  const rest = el('details', {}, summary, others);
  section.append(first, rest);

  /** @param {Item} item */
  const line = ({ setting, clause, remedy }) => ({
    node: el(
      'li',
      { class: 'attention' },
      el('strong', {}, nameNode(setting)),
      text('attention_clause', coded('clause', clause)),
      remedyFor(setting, remedy, send).node,
    ),
  });
  const keyOf = (/** @type {Item} */ { id, clause, remedy, setting }) => [id, clause, remedy, setting.url].join(' ');
  const [showFirst, showOthers] = [first, others].map((list) => keyed(list, keyOf, line));

  return {
    show(view) {
      const items = view.attention.flatMap((each) => settingsOf(view, [each.id]).map((setting) => ({ ...each, setting })));
      const more = items.length - SHOWN;
      setText(title, text('attention_title', items.length));
      setText(summary, text('attention_more', more));
      rest.hidden = more <= 0;
      showFirst(items.slice(0, SHOWN), view);
      showOthers(items.slice(SHOWN), view);
      section.hidden = running(view) || items.length === 0;
    },
  };
};
