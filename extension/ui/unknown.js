/**
 * The switches on visited pages that no rule names, each with the way to keep it off from now on.
 */
import { button, byId, el, keyed, setText, small, verbatim } from './dom.js';
import { link } from './explain.js';
import { coded, dateTime, text } from './text.js';
import { keepable, running } from './view.js';

/** @typedef {import('./view.js').Unknown} Unknown */

/** @param {{page: string, key: string}} item */
const keyOf = ({ page, key }) => `${page} ${key}`;

/** @param {{label: string, heading: string, key: string}} item */
export const nameOf = ({ label, heading, key }) => label || heading || key;

/**
 * LinkedIn's own words, in whatever language its page was.
 * @param {{label: string, heading: string}} item
 * @returns {(Node | string)[]} the heading above a switch where the label is its name
 */
export const headingOf = ({ label, heading }) => (heading && label ? [verbatim(heading), ' · '] : []);

/** @type {import('./page.js').MakePart} */
export const unknownList = (section, send) => {
  const list = el('ul', { class: 'plain' });
  const said = el('p', { role: 'status', class: 'saved' });
  section.append(el('p', {}, text('unknown_lead')), list, said);
  /** The switch for which a rule was asked last. @type {Unknown | null} */
  let kept = null;

  /** @param {Unknown} item @param {string} words @param {string} [setting] */
  function keepButton(item, words, setting) {
    const keep = () => {
      kept = item;
      send({ command: 'keep', page: item.page, key: item.key, ...(setting ? { setting } : {}) });
    };
    return button({ 'aria-label': `${words}: ${nameOf(item)}` }, keep, words);
  }

  /** @param {Unknown} item @returns {import('./dom.js').Part<Unknown>} */
  function create(item) {
    const position = el('span', { class: 'outcome' });
    const when = el('span', {});
    const buttons = [keepButton(item, text('keep_off'))];
    if (item.setting) buttons.unshift(keepButton(item, text('keep_as', item.settingTitle), item.setting));
    const node = el(
      'li',
      { class: 'unknown' },
      el('p', { class: 'line' }, el('strong', { lang: '' }, nameOf(item)), ' ', position),
      small(...headingOf(item), link(item.url, text('its_page')), ' · ', when),
      el('div', { class: 'row' }, ...buttons),
    );
    return {
      node,
      show({ state, seen }, view) {
        position.setAttribute('data-state', state === 'on' ? 'on' : 'quiet');
        setText(position, coded('position', state) || state);
        setText(when, text('seen_at', dateTime(seen)));
        // A rule cannot be made while a run is on.
        for (const each of buttons) each.disabled = running(view);
      },
    };
  }

  const showItems = keyed(list, (item) => `${keyOf(item)} ${item.setting}`, create);
  return {
    show(view) {
      const made = view.rules.some((rule) => kept && keyOf(rule) === keyOf(kept)) ? kept : null;
      const switches = keepable(view);
      section.hidden = switches.length === 0 && !made;
      setText(said, made ? text('kept', nameOf(made)) : '');
      if (showItems(switches, view)) byId('unknown-title').focus();
    },
  };
};
