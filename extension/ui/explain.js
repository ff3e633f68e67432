/**
 * What lies behind a setting: what the rule table says of it, why it applies to the person, and where each of these
 * facts comes from. The texts of the table are English whatever the language of the page.
 */

import { BASES, SETTINGS } from '../generated/prose.js';
import { el } from './dom.js';
import { coded, text } from './text.js';
import { byHand } from './view.js';

/** @typedef {import('./view.js').Setting} Setting */
/** @typedef {import('./view.js').View} View */

const NOTHING = { toggle: '', does: '', effect: '', caution: '', desktop: '', phone: '', sources: [] };

/**
 * @param {Setting} setting
 * @returns {import('../generated/prose.js').Prose} what the table says of it; empty for a rule of the person's own
 */
export const proseOf = ({ id }) => SETTINGS[id] ?? NOTHING;

/**
 * @param {string} words of the table or of the engine
 * @param {string} [name] class names
 */
const english = (words, name = '') => el('span', { lang: 'en', ...(name ? { class: name } : {}) }, ...linked(words));

/**
 * What the person does to turn the setting off, for those that only a person may turn off.
 * @param {Setting} setting
 * @returns {HTMLElement[]}
 */
export function steps(setting) {
  const { desktop, phone } = proseOf(setting);
  if (!byHand(setting) || setting.outcome === 'not-offered') return [];
  return [
    ['by_hand_web', desktop],
    ['by_hand_phone', phone],
  ]
    .filter(([, clicks]) => clicks)
    .map(([key, clicks]) => el('p', { class: 'small steps-by-hand' }, text(key), ' ', english(clicks)));
}

/**
 * What turning the setting off costs.
 * @param {Setting} setting
 * @returns {HTMLElement[]}
 */
export function cost(setting) {
  const { effect } = proseOf(setting);
  return effect ? [el('p', { class: 'small' }, text('when_off'), ' ', english(effect))] : [];
}

/**
 * What to know before touching the setting.
 * @param {Setting} setting
 * @returns {HTMLElement[]}
 */
export function caution(setting) {
  const { caution: words } = proseOf(setting);
  return words ? [el('p', { class: 'small' }, english(words))] : [];
}

/**
 * @param {Setting} setting
 * @param {import('./view.js').Offer} offer of it
 * @returns {string} how far it has come
 */
function status({ id }, { status: far, processing: date }) {
  if (far === 'unsure') return text('applies_unsure');
  if (far === 'running' && !date) return text('applies_running');
  const what = id === 'ai-training' ? '_ai_training' : '';
  return text(`${far === 'announced' ? 'starts' : 'since'}${what}`, date);
}

/**
 * @param {Setting} setting
 * @param {View} view
 * @returns {[string, string | HTMLElement][]} names of messages with what they are about
 */
function facts(setting, { choices }) {
  const { offer, id } = setting;
  const { toggle } = proseOf(setting);
  /** @type {[string, string | HTMLElement][]} */
  const all = [['fact_region', text(`region_${choices.region}`)]];
  if (!offer) return [...all, ['applies_status', text('applies_not_offered')]];
  all.push(['applies_since', offer.since || text('applies_since_unknown')], ['applies_status', status(setting, offer)]);
  all.push(['applies_default', coded('default', offer.default) || offer.default]);
  const basis = offer.basis || (id === 'ai-training' ? BASES[choices.region] : '');
  if (basis) all.push(['applies_basis', english(basis)]);
  if (toggle) all.push(['applies_label', english(toggle)]);
  if (offer.note) all.push(['applies_note', english(offer.note)]);
  if (offer.source) all.push(['applies_source', english(offer.source)]);
  return all;
}

/**
 * @param {Setting} setting
 * @returns {HTMLElement[]}
 */
function sources(setting) {
  const list = proseOf(setting).sources.map(({ where, seen, confidence, note }) =>
    el('li', {}, english(seen ? `${where} (${seen})` : where), ': ', english(note), `, ${coded('confidence', confidence) || confidence}`),
  );
  return list.length ? [el('p', { class: 'small' }, text('sources_title')), el('ul', { class: 'small' }, ...list)] : [];
}

/** @type {WeakMap<HTMLDetailsElement, {setting: Setting, view: View | null, filled: string, before: (setting: Setting) => HTMLElement[]}>} */
const latest = new WeakMap();

/** @param {HTMLDetailsElement} box */
function fill(box) {
  const now = latest.get(box);
  if (!now?.view || !box.open) return;
  const { setting, view, before } = now;
  const key = JSON.stringify([setting.offer, view.choices.region]);
  if (key === now.filled) return;
  now.filled = key;
  const body = setting.local
    ? [el('p', { class: 'small' }, text('applies_own_rule'))]
    : [
        el(
          'dl',
          { class: 'small facts' },
          ...facts(setting, view).map(([name, words]) => el('div', {}, el('dt', {}, text(name)), el('dd', {}, words))),
        ),
        ...sources(setting),
      ];
  /** @type {Element} */ (box.querySelector(':scope > .reasons')).replaceChildren(...before(setting), ...body);
}

/**
 * A closed box; its content is made when the person opens it, because there are many of them.
 * @param {Setting} setting
 * @param {(setting: Setting) => HTMLElement[]} [before] makes what stands before the reasons
 * @returns {HTMLDetailsElement}
 */
export function why(setting, before = () => []) {
  const box = el(
    'details',
    { class: 'why' },
    el('summary', { class: 'small' }, text('applies_title'), el('span', { class: 'unseen' }, `: ${setting.title}`)),
    el('div', { class: 'reasons' }),
  );
  latest.set(box, { setting, view: null, filled: '', before });
  box.addEventListener('toggle', () => fill(box));
  return box;
}

/**
 * @param {HTMLDetailsElement} box made by `why`
 * @param {Setting} setting
 * @param {View} view
 */
export function updateWhy(box, setting, view) {
  const now = latest.get(box);
  if (now) Object.assign(now, { setting, view });
  fill(box);
}

/** Addresses in a source, and the numbers by which LinkedIn's help articles are named. */
const ADDRESS = /https:\/\/[^\s;)]*[^\s;),.]|\blinkedin\.com\/[\w/-]+|(?<!lms )\ba\d{6,8}\b/g;

/**
 * @param {string} words
 * @returns {(string | HTMLElement)[]} the words with links where they name an address
 */
export function linked(words) {
  /** @type {(string | HTMLElement)[]} */
  const parts = [];
  let end = 0;
  for (const { 0: found, index } of words.matchAll(ADDRESS)) {
    parts.push(words.slice(end, index), link(addressOf(found), found));
    end = index + found.length;
  }
  return [...parts, words.slice(end)];
}

/** @param {string} found */
function addressOf(found) {
  if (found.startsWith('https:')) return found;
  return found.startsWith('linkedin.com') ? `https://www.${found}` : `https://www.linkedin.com/help/linkedin/answer/${found}`;
}

/**
 * @param {string} url
 * @param {...(Node | string)} words
 * @returns {HTMLAnchorElement} a link that opens a tab of its own and says so
 */
export function link(url, ...words) {
  const says = url.startsWith('https://www.linkedin.com/') ? 'opens_linkedin' : 'opens_tab';
  return el(
    'a',
    { href: url, target: '_blank', rel: 'noreferrer' },
    ...words,
    el('span', { class: 'unseen', lang: document.documentElement.lang }, ` ${text(says)}`),
  );
}
