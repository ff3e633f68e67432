/**
 * The switches on visited pages that no rule names, each with the way to keep it off from now on.
 */
import { el, keyed, setText } from './dom.js';
import { link } from './explain.js';
import { coded, moment, text } from './text.js';
import { running } from './view.js';

/** @typedef {import('./view.js').View} View */
/** @typedef {import('./view.js').Unknown} Unknown */
/** @typedef {import('./view.js').Command} Command */

/** @param {{page: string, key: string}} item */
const keyOf = ({ page, key }) => `${page} ${key}`;

/**
 * @param {HTMLElement} section with a heading that can have the focus
 * @param {(command: Command) => void} send
 * @returns {(view: View) => void}
 */
export function unknownList(section, send) {
  const list = el('ul', { class: 'plain' });
  const said = el('p', { role: 'status', class: 'saved' });
  section.append(el('p', {}, text('unknown_lead')), list, said);
  /** The switch for which a rule was asked last. @type {Unknown | null} */
  let kept = null;

  /**
   * @param {Unknown} item
   * @param {string} words
   * @param {string} [setting]
   */
  function keepButton(item, words, setting) {
    const name = item.label || item.heading || item.key;
    const button = el('button', { type: 'button', 'aria-label': `${words}: ${name}` }, words);
    button.addEventListener('click', () => {
      kept = item;
      send({ command: 'keep', page: item.page, key: item.key, ...(setting ? { setting } : {}) });
    });
    return button;
  }

  /** @param {Unknown} item */
  function create(item) {
    return el(
      'li',
      { class: 'unknown' },
      // LinkedIn's own words, in whatever language its page was.
      el('p', { class: 'line' }, el('strong', { lang: '' }, item.label || item.heading || item.key), ' ', el('span', { class: 'outcome' })),
      el(
        'p',
        { class: 'small' },
        ...(item.heading && item.label ? [el('span', { lang: '' }, item.heading), ' · '] : []),
        link(item.url, text('its_page')),
        ' · ',
        el('span', { class: 'seen' }),
      ),
      el(
        'div',
        { class: 'row' },
        ...(item.setting ? [keepButton(item, text('keep_as', item.settingTitle), item.setting)] : []),
        keepButton(item, text('keep_off')),
      ),
    );
  }

  return (view) => {
    const made = kept && view.rules.some((rule) => keyOf(rule) === keyOf(/** @type {Unknown} */ (kept))) ? kept : null;
    section.hidden = view.unknown.length === 0 && !made;
    setText(said, made ? text('kept', made.label || made.heading || made.key) : '');
    const hadFocus = list.contains(document.activeElement);
    keyed(
      list,
      view.unknown,
      (item) => `${keyOf(item)} ${item.setting}`,
      create,
      (node, { state, seen }) => {
        const outcome = /** @type {HTMLElement} */ (node.querySelector('.outcome'));
        outcome.setAttribute('data-state', state === 'on' ? 'on' : 'quiet');
        setText(outcome, coded('position', state) || state);
        setText(/** @type {HTMLElement} */ (node.querySelector('.seen')), text('seen_at', moment(seen)));
        // A rule cannot be made while a run is on.
        for (const button of node.querySelectorAll('button')) button.disabled = running(view);
      },
    );
    if (hadFocus && !list.contains(document.activeElement)) /** @type {HTMLElement} */ (section.querySelector('h2')).focus();
  };
}
