/**
 * The person's own rules: listed, forgotten, saved as a file and read from one. What an imported rule may do is
 * decided by the engine.
 */
import { byId, el, keyed, losesFocus, setText } from '../ui/dom.js';
import { day, onFile, saveJSON } from '../ui/file.js';
import { dateTime, text } from '../ui/text.js';
import { headingOf, nameOf } from '../ui/unknown.js';
import { running } from '../ui/view.js';

/** @typedef {import('../ui/view.js').View} View */
/** @typedef {import('../ui/view.js').Rule} Rule */

/** @param {any} content of a file @returns {unknown[] | null} its rules, null where it holds none */
export const rulesIn = (content) => (Array.isArray(content?.rules) ? content.rules : null);

/** @type {import('../ui/page.js').MakePart} */
export const ruleList = (section, send) => {
  const list = byId('rules-list');
  const none = byId('rules-none');
  const said = byId('rules-said');
  const file = byId('rules-import', HTMLInputElement);
  const save = byId('rules-export', HTMLButtonElement);
  /** @type {View | null} */
  let view = null;
  let imported = false;

  save.addEventListener('click', () => {
    if (view) saveJSON(`offswitch-rules-${day(view.now)}.json`, { format: 'offswitch-rules', version: 1, rules: view.rules });
  });
  onFile(file, (content) => {
    const rules = rulesIn(content);
    setText(said, rules ? '' : text('import_bad'));
    if (!rules) return;
    imported = true;
    send({ command: 'import', rules });
  });

  /** @param {Rule} rule @returns {import('../ui/dom.js').Part<Rule>} */
  function create(rule) {
    const { id, page, setting, added } = rule;
    const forget = el('button', { type: 'button', 'aria-label': text('forget_named', nameOf(rule)) }, text('forget'));
    forget.addEventListener('click', () => send({ command: 'forget', id }));
    const title = el('span', { class: 'title', lang: 'en', 'data-setting': setting });
    const node = el(
      'li',
      { class: 'unknown' },
      el('p', { class: 'line' }, el('strong', { lang: '' }, nameOf(rule)), forget),
      el('p', { class: 'small' }, ...headingOf(rule), el('code', {}, page), ' · ', text('rule_added', dateTime(added)), title),
    );
    return {
      node,
      show({ setting }, view) {
        const named = view.settings.find(({ id }) => id === setting)?.title;
        setText(title, named ? ` · ${named}` : '');
        forget.disabled = running(view);
      },
    };
  }

  const showRules = keyed(list, ({ id }) => id, create);
  return {
    node: section,
    show(now) {
      view = now;
      const { rules, refusal } = now;
      none.hidden = rules.length > 0;
      save.disabled = rules.length === 0;
      file.disabled = running(now);
      if (losesFocus(list, () => showRules(rules, now))) byId('rules-title').focus();
      if (imported) setText(said, refusal ? '' : text('imported'));
      imported = false;
    },
  };
};
