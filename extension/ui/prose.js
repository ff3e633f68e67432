/** What the rule table says to people, in the language of the page. A text that stands there twice is translated once. */

import { SETTINGS } from '../generated/prose.js';
import { language, ownName, translations } from '../names.js';
import { el } from './dom.js';

/** @typedef {import('./view.js').Setting} Setting */

const TRANSLATED = await translations();

const NOTHING = { titles: {}, toggle: '', toggles: {}, does: '', effect: '', caution: '', desktop: '', phone: '', sources: [] };

/**
 * @param {{id: string}} setting
 * @returns {import('../generated/prose.js').Prose} what the table says of it, in English; empty for a rule of the person's own
 */
export const proseOf = ({ id }) => SETTINGS[id] ?? NOTHING;

/** @param {string} words of the table @returns {string} the same in the language of the page; as they are where that has no words for them */
export const said = (words) => TRANSLATED[words] || words;

/**
 * @param {string} words of the table
 * @returns {(string | HTMLElement)[]} the same in the language of the page; what is quoted in it is LinkedIn's and stays English
 */
export const saying = (words) =>
  said(words)
    .split(/("[^"]*")/)
    .filter((part) => part)
    .map((part) => (part.startsWith('"') ? el('span', { lang: 'en' }, part) : part));

/**
 * @param {string} clicks a person's way through LinkedIn's pages, the last of them what to do there
 * @returns {(string | HTMLElement)[]} the same with LinkedIn's labels as LinkedIn has them in English
 */
export function way(clicks) {
  const parts = clicks.split(' > ');
  const deed = saying(parts.pop() ?? '');
  const ours = parts[0] in TRANSLATED ? [said(parts.shift() ?? ''), ' > '] : [];
  return parts.length ? [...ours, el('span', { lang: 'en' }, parts.join(' > ')), ' > ', ...deed] : deed;
}

/** @param {string | undefined} known in the language of the page @param {string} english */
const theirs = (known, english) => (known ? el('span', {}, known) : el('span', { lang: 'en' }, english));

/** @param {{id: string, title: string, label?: string}} setting @returns {string} our name of it; LinkedIn's words for a rule of the person's own */
export const nameOf = (setting) => ownName(setting.id, TRANSLATED) || setting.title || setting.label || setting.id;

/**
 * @param {{id: string, title: string}} setting
 * @returns {HTMLElement} LinkedIn's own title, in the language of the page where that is known
 */
export const linkedInTitle = (setting) => theirs(proseOf(setting).titles[language], setting.title);

/** @param {{id: string}} setting @returns {HTMLElement | null} LinkedIn's own label of its control, in the same way; null where none is known */
export function linkedInLabel(setting) {
  const { toggle, toggles } = proseOf(setting);
  return toggle ? theirs(toggles[language], toggle) : null;
}
