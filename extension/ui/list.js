/**
 * The settings by category: what each does, what is known of it, what the person can do, and the way to its page.
 */
import { el, keyed, say, setAttribute, setText } from './dom.js';
import { caution, cost, link, proseOf, steps, updateWhy, why } from './explain.js';
import { driftWords, undoButton, updateUndo } from './past.js';
import { categoryName, coded, counted, text } from './text.js';
import { byCategory, byHand, switchState, tone } from './view.js';

/** @typedef {import('./view.js').Setting} Setting */
/** @typedef {import('./view.js').View} View */

/**
 * @param {Setting} setting
 * @returns {string} the outcome in a word or two
 */
export const outcomeWords = ({ outcome }) => coded('outcome', outcome) || outcome;

/**
 * @param {Setting} setting
 * @returns {string} why, and what the person can do next
 */
export function advice({ outcome, why, planned }) {
  if (!why && !planned && outcome === 'unchecked') return text('why_below_level');
  return coded('why', why) || coded('next', outcome);
}

/**
 * The title as LinkedIn has it: English from the table, or in the language of the page where a rule was learned.
 * @param {Setting} setting
 * @returns {HTMLElement} a link to the setting's page on LinkedIn, or to its category's where that is not known
 */
export function titleLink({ title, label, local, url, categoryUrl }) {
  const words = el('span', { lang: local ? '' : 'en' }, title || label);
  const address = url || categoryUrl;
  return address ? link(address, words) : words;
}

/**
 * @param {Setting} setting
 * @returns {HTMLElement} what the setting does; the label of a rule of the person's own
 */
export const doesLine = (setting) =>
  setting.local ? el('p', { class: 'small', lang: '' }, setting.label) : el('p', { class: 'small', lang: 'en' }, proseOf(setting).does);

/** @param {Setting} setting */
function createItem(setting) {
  const behind = why(setting, (now) => [...cost(now), ...(byHand(now) ? [] : caution(now))]);
  behind.append(undoButton(setting));
  return el(
    'li',
    { class: 'setting' },
    el('span', { class: 'switch', 'aria-hidden': 'true' }),
    el(
      'div',
      {},
      el('p', { class: 'line' }, titleLink(setting), ' ', el('span', { class: 'outcome' })),
      doesLine(setting),
      el('p', { class: 'small drift' }),
      el('p', { class: 'small advice' }),
      ...steps(setting),
      ...(byHand(setting) ? caution(setting) : []),
      behind,
    ),
  );
}

/**
 * @param {HTMLElement} node
 * @param {Setting} setting
 * @param {View} view
 */
function updateItem(node, setting, view) {
  const outcome = /** @type {HTMLElement} */ (node.querySelector('.outcome'));
  setAttribute(/** @type {HTMLElement} */ (node.querySelector('.switch')), 'data-state', switchState(setting));
  setAttribute(outcome, 'data-state', tone(setting));
  setText(outcome, outcomeWords(setting));
  // Where the clicks are told, that only the person makes them needs no more words.
  const told = setting.why === 'by-hand' && proseOf(setting).desktop !== '';
  const quiet = told || (setting.outcome === 'unchecked' && !setting.why && setting.planned);
  say(/** @type {HTMLElement} */ (node.querySelector('.advice')), switchState(setting) === 'off' || quiet ? '' : advice(setting));
  say(/** @type {HTMLElement} */ (node.querySelector('.drift')), driftWords(setting));
  updateUndo(node, setting, view);
  updateWhy(/** @type {HTMLDetailsElement} */ (node.querySelector('.why')), setting, view);
}

/**
 * What was made for a setting holds as long as these stay.
 * @param {Setting} setting
 */
export const keyOf = ({ id, act, url, offered }) => [id, act, url, offered].join(' ');

/**
 * @param {Element} list
 * @param {Setting[]} settings
 * @param {View} view
 */
const items = (list, settings, view) => keyed(list, settings, keyOf, createItem, (node, setting) => updateItem(node, setting, view));

/**
 * @param {Setting[]} settings
 * @returns {string} how many are on, off, open and for the person, as far as there are any
 */
function counts(settings) {
  const off = settings.filter((setting) => switchState(setting) === 'off').length;
  const on = settings.filter((setting) => switchState(setting) === 'on').length;
  const hand = settings.filter((setting) => byHand(setting) && switchState(setting) === 'unknown').length;
  /** @type {[string, number][]} */
  const all = [
    ['count_on', on],
    ['count_off', off],
    ['count_unknown', settings.length - on - off - hand],
    ['count_by_hand', hand],
  ];
  return all
    .filter(([, count]) => count > 0)
    .map(([key, count]) => text(key, count))
    .join(' · ');
}

/** @param {Setting} setting */
const alarming = (setting) => switchState(setting) === 'on' || tone(setting) === 'unknown';

/** @param {string} category */
function createGroup(category) {
  return el(
    'details',
    { class: 'category' },
    el('summary', {}, el('h3', {}, categoryName(category)), ' ', el('span', { class: 'small count' })),
    el('ul', { class: 'plain' }),
  );
}

/**
 * @param {HTMLElement} node
 * @param {Setting[]} settings of one category
 * @param {View} view
 */
function updateGroup(node, settings, view) {
  setText(/** @type {Element} */ (node.querySelector('.count')), counts(settings));
  items(/** @type {Element} */ (node.querySelector('ul')), settings, view);
  // It opens when something comes up; after that it is as the person left it.
  const alarm = String(settings.some(alarming));
  if (alarm === 'true' && node.getAttribute('data-alarm') !== alarm) setAttribute(node, 'open', '');
  setAttribute(node, 'data-alarm', alarm);
}

/**
 * @param {HTMLElement} section
 * @returns {(view: View) => void}
 */
export function settingsList(section) {
  const groups = el('div', {});
  const count = el('summary', {});
  const leftList = el('ul', { class: 'plain' });
  const left = el('details', { class: 'left-out' }, count, leftList);
  section.append(groups, left);

  return (view) => {
    const sorted = byCategory(view.settings);
    const planned = sorted.filter((setting) => setting.planned);
    const others = sorted.filter((setting) => !setting.planned);
    const categories = [...new Set(planned.map(({ category }) => category))];
    keyed(
      groups,
      categories,
      (category) => `category ${category}`,
      createGroup,
      (node, category) =>
        updateGroup(
          node,
          planned.filter((setting) => setting.category === category),
          view,
        ),
    );
    left.hidden = others.length === 0;
    setText(count, counted('left_out', others.length));
    items(leftList, others, view);
  };
}
