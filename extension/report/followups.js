/**
 * What only the person can do after the settings are off, or should know, in their region.
 */
import { FOLLOWUPS } from '../generated/prose.js';
import { el, keyed, say } from '../ui/dom.js';
import { english, link } from '../ui/explain.js';
import { said, saying } from '../ui/prose.js';
import { dateTime, text } from '../ui/text.js';
import { objection } from './objection.js';

/** @typedef {import('../ui/view.js').View} View */
/** @typedef {import('../ui/view.js').FollowUp} FollowUp */

/** What a follow-up shows beside its text. @type {Record<string, () => {node: HTMLElement, show?: (view: View) => void}>} */
const EXTRAS = {
  'objection-form': objection,
  'global-privacy-control': () => ({
    node: el('p', { id: 'gpc' }, text(/** @type {any} */ (navigator).globalPrivacyControl ? 'gpc_sent' : 'gpc_not_sent')),
  }),
};

/** @param {string} id @param {import('../ui/page.js').Send} send @returns {import('../ui/dom.js').Part<FollowUp>} */
function doneBox(id, send) {
  const box = el('input', { type: 'checkbox', id: `done-${id}`, 'aria-describedby': `done-${id}-when` });
  const when = el('span', { id: `done-${id}-when`, class: 'small when' });
  // The view decides whether it is done.
  box.addEventListener('change', () => send({ command: 'done', followup: id, done: box.checked }));
  return {
    node: el('p', { class: 'done' }, box, el('label', { for: `done-${id}` }, text('mark_done')), when),
    show({ done }) {
      box.checked = done > 0;
      say(when, done ? text('done_on', dateTime(done)) : '');
    },
  };
}

/** @type {import('../ui/page.js').MakePart} */
export const followUpList = (section, send) => {
  const list = el('ul', { class: 'plain' });
  section.append(el('p', {}, text('followups_lead')), list);

  /** @param {FollowUp} followup @returns {{node: HTMLElement, show?: (now: FollowUp, view: View) => void}} */
  function create({ id, todo }) {
    const prose = FOLLOWUPS[id];
    if (!prose) return { node: el('li', {}, id) };
    const extra = EXTRAS[id]?.();
    const done = todo ? doneBox(id, send) : null;
    const node = el(
      'li',
      { class: 'card followup' },
      el('h3', {}, said(prose.title)),
      el('p', {}, ...saying(prose.text)),
      ...(prose.note ? [el('p', { class: 'small' }, ...saying(prose.note))] : []),
      ...(extra ? [extra.node] : []),
      ...(prose.link ? [el('p', {}, link(prose.link, text(todo ? 'followup_open' : 'followup_read')))] : []),
      ...(done ? [done.node] : []),
      el('p', { class: 'small' }, text('applies_source'), ': ', english(prose.source)),
    );
    return {
      node,
      show(now, view) {
        extra?.show?.(view);
        done?.show(now, view);
      },
    };
  }

  const showItems = keyed(list, ({ id, todo }) => `${id} ${todo}`, create);
  return {
    node: section,
    show(view) {
      section.hidden = view.followups.length === 0;
      showItems(view.followups, view);
    },
  };
};
