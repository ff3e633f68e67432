/** What popup and report both say of a setting, for the one to put into a list and the other into a table. */
import { differing, el, quoted, setAttribute, small, verbatim } from './dom.js';
import { link } from './explain.js';
import { linkedInTitle, nameOf, proseOf, saying } from './prose.js';
import { around, coded, dateTime, text } from './text.js';
import { leftOn, provedOff, switchState, tone } from './view.js';

/** @typedef {import('./view.js').Setting} Setting */

/** What was made for a setting holds as long as these stay. @param {Setting} setting */
export const keyOf = ({ id, act, url, offered }) => [id, act, url, offered].join(' ');

/** What a setting that needs the person is called, by the reason. */
const NEEDS = /** @type {Record<string, string>} */ ({
  'looks-on': 'outcome_looks_on',
  'by-hand': 'outcome_by_hand',
  'destructive': 'outcome_only_you',
  'two-controls': 'outcome_alike',
  'two-settings': 'outcome_alike',
  'which-switch': 'outcome_alike',
});

/**
 * @param {Setting} setting
 * @param {Setting[]} [all] among which the one is that it went off with
 * @returns {string} the outcome in a few words, which say the same as the drawn switch
 */
export function outcomeWords(setting, all = []) {
  const { outcome, why, group } = setting;
  const other = setting.with && all.find(({ id }) => id === setting.with);
  if (other) return text('outcome_went_off_with', nameOf(other));
  if (leftOn(setting)) return text('left_alone');
  if (group === 'changed') return text('outcome_changed');
  if (outcome === 'needs-you' && NEEDS[why]) return text(NEEDS[why]);
  if (outcome === 'unchecked' && switchState(setting) === 'on') return text('outcome_on');
  return coded('outcome', outcome) || outcome;
}

/** @param {Setting} setting @returns {(Node | string)[]} what off means where it is no switch: the option chosen, or no box ticked */
function detail(setting) {
  const { control, picked } = setting;
  if (!provedOff(setting)) return [];
  if (control === 'radio' && picked[0]) return [text('comma'), ...around('set_to', quoted(picked[0]))];
  return control === 'list' ? [text('comma'), text('no_box')] : [];
}

/** @returns {import('./dom.js').Part<Setting>} */
export function outcome() {
  const node = el('span', { class: 'outcome' });
  const differs = differing();
  return {
    node,
    show(setting, { settings }) {
      setAttribute(node, 'data-state', tone(setting));
      const words = outcomeWords(setting, settings);
      if (differs(words, setting.control, setting.picked, provedOff(setting))) node.replaceChildren(words, ...detail(setting));
    },
  };
}

/** @param {Setting} setting @param {string} button what the main button says @returns {string} why, and what the person can do next */
export function advice(setting, button) {
  const { outcome, why } = setting;
  if (leftOn(setting)) return text('left_advice');
  if (outcome === 'turned-off' && why === 'coupled') return text('turned_off_with_another');
  return coded('why', why, button) || coded('next', outcome, button);
}

/** @param {Setting} setting @returns {string} when it was proved off and by what, else when it was last seen; LinkedIn's words as it wrote them */
export function seenWords(setting) {
  const { proved, proof, seen, why, word } = setting;
  if (!provedOff(setting) || !proved) return why === 'listed-on' && word ? text('seen_listed', dateTime(seen), word) : dateTime(seen);
  const when = dateTime(proved);
  if (proof === 'listed' && word) return text('proof_listed', when, word);
  return proof === 'reloaded' ? text('proof_reloaded', when) : text('proved_at', when);
}

/** @param {Setting} setting @returns {HTMLElement} our name of it, or LinkedIn's words for a rule of the person's own */
export const nameNode = (setting) => (setting.local ? verbatim(nameOf(setting)) : el('span', {}, nameOf(setting)));

/**
 * Our name first, as LinkedIn's titles are often too short to tell settings apart; LinkedIn's second, to find it there.
 * @param {Setting} setting
 * @returns {HTMLElement} the name links to the setting's page on LinkedIn, or to its category's where that is not known
 */
export function titleLink(setting) {
  const words = nameNode(setting);
  const address = setting.url || setting.categoryUrl;
  const name = address ? link(address, words) : words;
  if (setting.local) return name;
  return el('span', {}, name, ' ', el('span', { class: 'small theirs' }, ...around('on_linkedin', linkedInTitle(setting))));
}

/** @param {Setting} setting @returns {HTMLElement} what the setting does; the label of a rule of the person's own */
export const doesLine = (setting) => small(...(setting.local ? [verbatim(setting.label)] : saying(proseOf(setting).does)));
