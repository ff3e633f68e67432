/** What popup and report both say of a setting, for the one to put into a list and the other into a table. */
import { el, setAttribute, setText } from './dom.js';
import { link, proseOf } from './explain.js';
import { coded, dateTime, text } from './text.js';
import { provedOff, tone } from './view.js';

/** @typedef {import('./view.js').Setting} Setting */

/** What was made for a setting holds as long as these stay. @param {Setting} setting */
export const keyOf = ({ id, act, url, offered }) => [id, act, url, offered].join(' ');

/** @param {Setting} setting @returns {string} the outcome in a word or two */
export const outcomeWords = ({ outcome }) => coded('outcome', outcome) || outcome;

/** @returns {import('./dom.js').Part<Setting>} */
export function outcome() {
  const node = el('span', { class: 'outcome' });
  return {
    node,
    show(setting) {
      setAttribute(node, 'data-state', tone(setting));
      setText(node, outcomeWords(setting));
    },
  };
}

/** @param {Setting} setting @returns {string} why, and what the person can do next */
export function advice({ outcome, why }) {
  if (outcome === 'turned-off' && why === 'coupled') return text('turned_off_with_another');
  return coded('why', why) || coded('next', outcome);
}

/** @param {Setting} setting @returns {string} when it was proved off and by what, else when it was last seen; LinkedIn's words as it wrote them */
export function seenWords(setting) {
  const { proved, proof, seen, why, word } = setting;
  if (!provedOff(setting) || !proved) return why === 'listed-on' && word ? text('seen_listed', dateTime(seen), word) : dateTime(seen);
  const when = dateTime(proved);
  if (proof === 'listed' && word) return text('proof_listed', when, word);
  return proof === 'reloaded' ? text('proof_reloaded', when) : text('proved_at', when);
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

/** @param {Setting} setting @returns {HTMLElement} what the setting does; the label of a rule of the person's own */
export const doesLine = (setting) =>
  setting.local ? el('p', { class: 'small', lang: '' }, setting.label) : el('p', { class: 'small', lang: 'en' }, proseOf(setting).does);
