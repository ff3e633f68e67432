/**
 * The settings by category: what each does, what is known of it, and the way to its page.
 */
import {el, keyed, say, setAttribute, setText} from './dom.js';
import {coded, counted, text} from './text.js';
import {switchState, tone} from './view.js';

/** @typedef {import('./view.js').Setting} Setting */

/**
 * @param {Setting} setting
 * @returns {string} the outcome in a word or two
 */
export const outcomeWords = ({outcome}) => coded('outcome', outcome) || outcome;

/**
 * @param {Setting} setting
 * @returns {string} why, and what the person can do next
 */
export function advice({outcome, why, planned}) {
  if (!why && !planned && outcome === 'unchecked') return text('why_below_level');
  return coded('why', why) || coded('next', outcome);
}

/**
 * @param {Setting} setting
 * @returns {HTMLElement} the title, as a link where the setting's page on LinkedIn is known
 */
export function titleLink({title, url}) {
  if (!url) return el('span', {lang: 'en'}, title);
  // Titles come from the rule table, in English whatever the language of the page.
  return el('a', {href: url, target: '_blank', rel: 'noreferrer', lang: 'en'}, title,
    el('span', {class: 'unseen', lang: document.documentElement.lang}, ` ${text('opens_linkedin')}`));
}

/** @param {Setting} setting */
function createItem(setting) {
  return el('li', {class: 'setting'},
    el('span', {class: 'switch', 'aria-hidden': 'true'}),
    el('div', {},
      el('p', {class: 'line'}, titleLink(setting), ' ', el('span', {class: 'outcome'})),
      el('p', {class: 'small', lang: 'en'}, setting.does),
      el('p', {class: 'small advice'})));
}

/**
 * @param {HTMLElement} node
 * @param {Setting} setting
 */
function updateItem(node, setting) {
  const outcome = /** @type {HTMLElement} */ (node.querySelector('.outcome'));
  setAttribute(/** @type {HTMLElement} */ (node.querySelector('.switch')), 'data-state', switchState(setting));
  setAttribute(outcome, 'data-state', tone(setting));
  setText(outcome, outcomeWords(setting));
  const quiet = setting.outcome === 'unchecked' && !setting.why && setting.planned;
  say(/** @type {HTMLElement} */ (node.querySelector('.advice')), switchState(setting) === 'off' || quiet ? '' : advice(setting));
}

/**
 * @param {Element} list
 * @param {Setting[]} settings
 */
const items = (list, settings) => keyed(list, settings, ({id}) => id, createItem, updateItem);

/**
 * @param {HTMLElement} section
 * @returns {(settings: Setting[]) => void}
 */
export function settingsList(section) {
  const groups = el('div', {});
  const count = el('summary', {});
  const leftList = el('ul', {class: 'plain'});
  const left = el('details', {class: 'left-out'}, count, leftList);
  section.append(groups, left);

  return (settings) => {
    const planned = settings.filter((setting) => setting.planned);
    const others = settings.filter((setting) => !setting.planned);
    const categories = [...new Set(planned.map(({category}) => category))];
    keyed(groups, categories, (category) => category,
      (category) => el('section', {'aria-labelledby': `category-${category}`},
        el('h3', {id: `category-${category}`}, coded('category', category) || category),
        el('ul', {class: 'plain'})),
      (node, category) => items(/** @type {Element} */ (node.querySelector('ul')), planned.filter((setting) => setting.category === category)));
    left.hidden = others.length === 0;
    setText(count, counted('left_out', others.length));
    items(leftList, others);
  };
}
