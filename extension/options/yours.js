/**
 * What is the person's own: switches that Offswitch keeps off because they said so, settings that it leaves alone, and how
 * much still waits for their word. That is given on the report, where LinkedIn's words stand beside each.
 */
import { byId, el, keyed, losesFocus, setText } from '../ui/dom.js';
import { leftKey, leftRow } from '../ui/left.js';
import { nameOf } from '../ui/prose.js';
import { counted, dateTime, text } from '../ui/text.js';
import { headingOf, nameOf as wordsOf } from '../ui/unknown.js';
import { running, waits } from '../ui/view.js';

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
  const { id, page, setting, added } = rule;
  const forget = el('button', { type: 'button', 'aria-label': text('forget_named', wordsOf(rule)) }, text('forget'));
  forget.addEventListener('click', () => send({ command: 'forget', id }));
  const title = el('span', { class: 'title', 'data-setting': setting });
  return {
    node: el(
      'li',
      { class: 'unknown' },
      el('p', { class: 'line' }, el('strong', { lang: '' }, wordsOf(rule)), forget),
      el('p', { class: 'small' }, ...headingOf(rule), el('code', {}, page), ' · ', text('rule_added', dateTime(added)), title),
    ),
    show({ setting }, view) {
      const named = view.settings.find(({ id }) => id === setting);
      setText(title, named ? ` · ${nameOf(named)}` : '');
      forget.disabled = running(view);
    },
  };
}

/**
 * A list with a heading that counts, gone while it is empty.
 * @template Item
 * @param {'rules' | 'left'} id
 * @param {(items: Item[]) => string} headed
 * @param {(item: Item) => string} keyOf
 * @param {(item: Item) => Part<Item>} create
 */
function counting(id, headed, keyOf, create) {
  const section = byId(id);
  const list = byId(`${id}-list`);
  const title = byId(`${id}-title`);
  const showItems = keyed(list, keyOf, create);
  return (/** @type {Item[]} */ items, /** @type {View} */ view) => {
    const lost = losesFocus(list, () => showItems(items, view));
    section.hidden = items.length === 0;
    setText(title, headed(items));
    if (lost) byId('yours-title').focus();
  };
}

/** @type {import('../ui/page.js').MakePart} */
export const yours = (section, send) => {
  const none = byId('yours-none');
  const undecided = byId('undecided');
  const showRules = counting(
    'rules',
    (/** @type {Rule[]} */ rules) => text('rules_title', rules.length),
    ({ id }) => id,
    (rule) => ruleRow(rule, send),
  );
  const showLeft = counting(
    'left',
    (/** @type {Left[]} */ left) => text('left_title', left.length),
    leftKey,
    (item) => leftRow(item, send),
  );
  return {
    node: section,
    show(view) {
      const open = waits(view).length;
      showRules(view.rules, view);
      showLeft(view.left, view);
      undecided.hidden = open === 0;
      setText(byId('undecided-title'), counted('undecided', open));
      none.hidden = view.rules.length + view.left.length + open > 0;
    },
  };
};
