/**
 * What lies behind a setting: what the rule table says of it, why it applies to the person, and where each of these
 * facts comes from. What the table notes of its sources is English whatever the language of the page.
 */

import { BASES, LINKED } from '../generated/prose.js';
import { differing, el, ofWhat, small, whileOpen } from './dom.js';
import { linkedInLabel, nameOf, proseOf, saying, way } from './prose.js';
import { coded, text } from './text.js';
import { byHand } from './view.js';

/** @typedef {import('./view.js').Setting} Setting */

/** @param {string} words of the table or of the engine @param {...string} more */
export const english = (words, ...more) => el('span', { lang: 'en' }, ...linked(words), ...more);

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
    .map(([key, clicks]) => el('p', { class: 'small steps-by-hand' }, text(key), ' ', ...way(clicks)));
}

/** @param {Pick<Setting, 'id'>} setting @returns {HTMLElement | ''} what turning it off costs; nothing where that is not told */
export function cost(setting) {
  const { effect } = proseOf(setting);
  return effect && small(text('when_off'), ' ', ...saying(effect));
}

/** @param {Pick<Setting, 'id'>} setting @returns {HTMLElement | ''} what to know before touching it; nothing where that is not told */
export function caution(setting) {
  const { caution: words } = proseOf(setting);
  return words && small(...saying(words));
}

/** @param {Setting} setting @param {import('./view.js').Offer} offer of it @returns {string} how far it has come */
export function status({ id }, { status: far, processing: date }) {
  if (far === 'unsure') return text('applies_unsure');
  if (far === 'running' && !date) return text('applies_running');
  const what = id === 'ai-training' ? '_ai_training' : '';
  return text(`${far === 'announced' ? 'starts' : 'since'}${what}`, date);
}

/**
 * @param {string} name of a message
 * @param {string | HTMLElement | null} words
 * @returns {HTMLElement | ''} nothing where nothing is known
 */
const fact = (name, words) => (words ? el('div', {}, el('dt', {}, text(name)), el('dd', {}, words)) : '');

/** @param {Setting} setting @param {string} region */
function facts(setting, region) {
  const { offer, id } = setting;
  if (!offer) return [fact('applies_status', text('applies_not_offered'))];
  const basis = offer.basis || (id === 'ai-training' ? BASES[region] : '');
  return [
    fact('applies_since', offer.since || text('applies_since_unknown')),
    fact('applies_status', status(setting, offer)),
    fact('applies_default', coded('default', offer.default) || offer.default),
    fact('applies_basis', basis && english(basis)),
    fact('applies_label', linkedInLabel(setting)),
    fact('applies_note', offer.note && english(offer.note)),
    fact('applies_source', offer.source && english(offer.source)),
  ];
}

/** @param {Setting} setting @returns {HTMLElement[]} */
function sources(setting) {
  const list = proseOf(setting).sources.map(({ where, seen, confidence, note }) =>
    el('li', {}, english(where, seen && ` (${seen})`), ': ', english(note), `, ${coded('confidence', confidence) || confidence}`),
  );
  return list.length ? [small(text('sources_title')), el('ul', { class: 'small' }, ...list)] : [];
}

/**
 * A closed box; its content is made when the person opens it, because there are many of them.
 * @param {Setting} setting
 * @param {(setting: Setting) => (HTMLElement | '')[]} [before] what stands before the reasons, made with them
 * @returns {import('./dom.js').Part<Setting>}
 */
export function why(setting, before = () => []) {
  const reasons = el('div', {});
  const node = el('details', { class: 'why' }, el('summary', { class: 'small' }, text('applies_title'), ofWhat(nameOf(setting))), reasons);
  const differs = differing();
  return {
    node,
    show: whileOpen(node, (now, { choices: { region } }) => {
      if (differs(now.offer, region)) reasons.replaceChildren(...before(now), ...whyOf(now, region));
    }),
  };
}

/** @param {Setting} setting @param {string} region @returns {HTMLElement[]} */
function whyOf(setting, region) {
  if (setting.local) return [small(text('applies_own_rule'))];
  const where = fact('fact_region', text(`region_${region}`));
  return [el('dl', { class: 'small facts' }, where, ...facts(setting, region)), ...sources(setting)];
}

/**
 * @param {string} words of the table or of the engine
 * @returns {(string | HTMLElement)[]} the words with links where they name an address
 */
const linked = (words) => (LINKED[words] ?? [words]).map((part) => (typeof part === 'string' ? part : link(part.url, part.words)));

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
