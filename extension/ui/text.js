/**
 * The words of the pages, in the language of the browser: plain messages of `_locales`, messages by count, messages
 * for the engine's codes, and dates and countries in the same language.
 *
 * What a person reads comes from three sources. Sentences and labels come from `_locales`, through this module. Codes
 * and LinkedIn's own titles and labels come from the engine in the view; the codes become messages here, the titles and
 * labels are shown as they are. What the rule table says of a setting or follow-up, and the text of the objection, come
 * from `generated/`, which is written from the table; `prose.js` translates what it says.
 */

import { language } from '../names.js';

const plurals = new Intl.PluralRules(language);
const dateTimes = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', numberingSystem: 'latn' });
const lists = new Intl.ListFormat(language, { type: 'conjunction', style: 'narrow' });
const dates = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', numberingSystem: 'latn' });
const shortDates = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', numberingSystem: 'latn' });
const dayTimes = new Intl.DateTimeFormat(language, {
  day: 'numeric',
  month: 'long',
  hour: 'numeric',
  minute: '2-digit',
  numberingSystem: 'latn',
});
const countries = new Intl.DisplayNames(language, { type: 'region' });

const rightToLeft = chrome.i18n.getMessage('direction') === 'rtl';

/** What runs against the direction of the language: letters, and numbers of several parts, such as a day. */
const AGAINST = rightToLeft ? /\p{Script=Latin}|\d\D+\d/u : /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** @param {string | number} arg @returns {string} it, and where it runs the other way apart from the words around it, which would change places otherwise */
const isolated = (arg) => (AGAINST.test(String(arg)) ? `\u2068${arg}\u2069` : String(arg));

/** Stands for an element in a message; no message has it. */
const GAP = '\u0001';

/**
 * @param {string} key
 * @param {...(string | number)} args
 * @returns {string} the message, or the key where there is none, so that a gap is seen
 */
export function text(key, ...args) {
  return chrome.i18n.getMessage(key, args.map(isolated)) || key;
}

/**
 * @template {Node} Inner
 * @param {string} key of a message with one argument
 * @param {Inner} node
 * @returns {(string | Inner)[]} the message with the element as its argument
 */
export function around(key, node) {
  const [before, after = ''] = text(key, GAP).split(GAP);
  return [before, node, after].filter((part) => part !== '');
}

/**
 * A key with plurals has the forms `_one` and `_other` in every language. A language with more of them (`_zero`, `_two`,
 * `_few`, `_many`, as `Intl.PluralRules` names them) adds those where its `_other` does not fit every number.
 * @param {string} key without the form
 * @param {number} count
 * @param {...(string | number)} more arguments
 * @returns {string} the form for the count, which is its first argument
 */
export function counted(key, count, ...more) {
  const args = [count, ...more].map(isolated);
  return chrome.i18n.getMessage(`${key}_${plurals.select(count)}`, args) || chrome.i18n.getMessage(`${key}_other`, args) || key;
}

/**
 * @param {string} kind such as `outcome`
 * @param {string} code such as `turned-off`
 * @param {...string} args
 * @returns {string} the message for one of the engine's codes, empty where there is none
 */
export function coded(kind, code, ...args) {
  return code && chrome.i18n.getMessage(`${kind}_${code.replaceAll('-', '_')}`, args.map(isolated));
}

/** @param {string} category @returns {string} its name; the person's own rules have no category */
export const categoryName = (category) => (category ? coded('category', category) || category : text('own_rules'));

/** @param {number} time milliseconds, 0 for never @returns {string} */
export const dateTime = (time) => (time ? dateTimes.format(time) : text('never'));

/** @param {readonly string[]} names @returns {string} one after the other, as the language does it */
export const listed = (names) => lists.format(names);

/** @param {number} time @param {boolean} [short] without the year @returns {string} its day */
export const date = (time, short = false) => (short ? shortDates : dates).format(time);

/** @param {number} time @returns {string} a day and a time, without the year */
export const dayAndTime = (time) => dayTimes.format(time);

/** @param {number} time @returns {string} what is the same for all moments of a day, where the person is */
export const dayOf = (time) => new Date(time).toDateString();

/** @param {number} time milliseconds @returns {string} so many seconds or minutes */
export function duration(time) {
  const seconds = Math.max(1, Math.round(time / 1000));
  const [unit, count] = seconds < 120 ? ['second', seconds] : ['minute', Math.round(seconds / 60)];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/** @param {string} code ISO 3166-1 alpha-2 @returns {string} */
export function country(code) {
  try {
    return countries.of(code) ?? code;
  } catch {
    return code;
  }
}

/**
 * Puts the words into a page: `data-text` names the message for an element's text, `data-label`
 * the one for its accessible name.
 * @param {Document} page
 */
export function localise(page) {
  page.documentElement.lang = language;
  page.documentElement.dir = rightToLeft ? 'rtl' : 'ltr';
  for (const node of page.querySelectorAll('[data-text]')) node.textContent = text(node.getAttribute('data-text') ?? '');
  for (const node of page.querySelectorAll('[data-label]')) node.setAttribute('aria-label', text(node.getAttribute('data-label') ?? ''));
}
