/**
 * What is the person's own: switches that Offswitch keeps off because they said so, settings that it leaves alone, and how
 * much still waits for their word. That is given on the report, where LinkedIn's words stand beside each.
 */
import { button, byId, el, keyed, setText, small } from '../ui/dom.js';
import { leftKey, leftRow } from '../ui/left.js';
import { nameOf } from '../ui/prose.js';
import { counted, dateTime, text } from '../ui/text.js';
import { headingOf, nameOf as wordsOf } from '../ui/unknown.js';
import { running, settingsOf, waits } from '../ui/view.js';

/** @typedef {import('../ui/view.js').View} View */
/** @typedef {import('../ui/view.js').Rule} Rule */
/** @typedef {import('../ui/view.js').Left} Left */
/** @typedef {import('../ui/page.js').Send} Send */
/**
 * @template Item
 * @typedef {import('../ui/dom.js').Part<Item>} Part
 */

/** @param {Rule} rule @param {Send} send @returns {Part<Rule>} */
function ruleRow(rule, send) {
  const { id, page, added } = rule;
  const label = { 'aria-label': text('forget_named', wordsOf(rule)) };
  const forget = button(label, () => send({ command: 'forget', id }), text('forget'));
  const title = el('span', {});
  return {
    node: el(
      'li',
      { class: 'unknown' },
      el('p', { class: 'line' }, el('strong', { lang: '' }, wordsOf(rule)), forget),
      small(...headingOf(rule), el('code', {}, page), ' · ', text('rule_added', dateTime(added)), title),
    ),
    show({ setting }, view) {
      const [named] = settingsOf(view, [setting]);
      setText(title, named ? ` · ${nameOf(named)}` : '');
      forget.disabled = running(view);
    },
  };
}

/**
 * A list with a heading that counts, gone while it is empty.
 * @template Item
 * @param {'rules' | 'left'} id
 * @param {(item: Item) => string} keyOf
 * @param {(item: Item) => Part<Item>} create
 */
function counting(id, keyOf, create) {
  const showItems = keyed(byId(`${id}-list`), keyOf, create);
  return (/** @type {Item[]} */ items, /** @type {View} */ view) => {
    if (showItems(items, view)) byId('yours-title').focus();
    byId(id).hidden = items.length === 0;
    setText(byId(`${id}-title`), text(`${id}_title`, items.length));
  };
}

/** @type {import('../ui/page.js').MakePart} */
export const yours = (_, send) => {
  const showRules = counting(
    'rules',
    (/** @type {Rule} */ { id }) => id,
    (rule) => ruleRow(rule, send),
  );
  const showLeft = counting('left', leftKey, (item) => leftRow(item, send));
  return {
    show(view) {
      const open = waits(view).length;
      showRules(view.rules, view);
      showLeft(view.left, view);
      byId('undecided').hidden = open === 0;
      setText(byId('undecided-title'), counted('undecided', open));
      byId('yours-none').hidden = view.rules.length + view.left.length + open > 0;
    },
  };
};
