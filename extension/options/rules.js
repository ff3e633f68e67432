/**
 * The person's own rules: listed, forgotten, saved as a file and read from one. What an imported rule may do is
 * decided by the engine.
 */
import { byId, el, keyed, setText } from '../ui/dom.js';
import { day, saveJSON } from '../ui/file.js';
import { moment, text } from '../ui/text.js';
import { running } from '../ui/view.js';

/** @typedef {import('../ui/view.js').View} View */
/** @typedef {import('../ui/view.js').Rule} Rule */
/** @typedef {import('../ui/view.js').Command} Command */

/**
 * @param {string} content of a file
 * @returns {unknown[] | null} its rules, null where it holds none
 */
export function rulesIn(content) {
  try {
    const { rules } = JSON.parse(content);
    return Array.isArray(rules) ? rules : null;
  } catch {
    return null;
  }
}

/**
 * @param {HTMLElement} section with a heading that can have the focus, and places for the list and the buttons
 * @param {(command: Command) => void} send
 * @returns {(view: View) => void}
 */
export function ruleList(section, send) {
  const list = byId('rules-list', HTMLUListElement);
  const none = byId('rules-none', HTMLElement);
  const said = byId('rules-said', HTMLElement);
  const file = byId('rules-import', HTMLInputElement);
  const save = byId('rules-export', HTMLButtonElement);
  /** @type {View | null} */
  let view = null;
  /** How many rules there were before an import. @type {number | null} */
  let before = null;

  save.addEventListener('click', () => {
    if (view) saveJSON(`offswitch-rules-${day(view.now)}.json`, { format: 'offswitch-rules', version: 1, rules: view.rules });
  });
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    const rules = rulesIn(await chosen.text());
    file.value = '';
    setText(said, rules ? '' : text('import_bad'));
    if (!rules) return;
    before = view?.rules.length ?? 0;
    send({ command: 'import', rules });
  });

  /** @param {Rule} rule */
  function create({ id, label, heading, key, page, setting, added }) {
    const name = label || heading || key;
    const forget = el('button', { type: 'button', 'aria-label': text('forget_named', name) }, text('forget'));
    forget.addEventListener('click', () => send({ command: 'forget', id }));
    return el(
      'li',
      { class: 'unknown' },
      el('p', { class: 'line' }, el('strong', { lang: '' }, name), forget),
      el(
        'p',
        { class: 'small' },
        ...(heading && label ? [el('span', { lang: '' }, heading), ' · '] : []),
        el('code', {}, page),
        ' · ',
        text('rule_added', moment(added)),
        el('span', { class: 'title', lang: 'en', 'data-setting': setting }),
      ),
    );
  }

  return (now) => {
    view = now;
    const { rules, settings, refused } = now;
    const hadFocus = list.contains(document.activeElement);
    none.hidden = rules.length > 0;
    save.disabled = rules.length === 0;
    file.disabled = running(now);
    keyed(
      list,
      rules,
      ({ id }) => id,
      create,
      (node, { setting }) => {
        const title = settings.find(({ id }) => id === setting)?.title;
        setText(/** @type {Element} */ (node.querySelector('.title')), title ? ` · ${title}` : '');
        for (const button of node.querySelectorAll('button')) button.disabled = running(now);
      },
    );
    if (before !== null && (refused || rules.length !== before)) {
      before = null;
      setText(said, refused ? '' : text('imported'));
    }
    if (hadFocus && !list.contains(document.activeElement)) /** @type {HTMLElement} */ (section.querySelector('h2')).focus();
  };
}
