/**
 * What only the person can do after the settings are off, or should know, in their region.
 */

import { FOLLOWUPS } from '../generated/prose.js';
import { el, keyed, say } from '../ui/dom.js';
import { link, linked } from '../ui/explain.js';
import { moment, text } from '../ui/text.js';
import { objection } from './objection.js';

/** @typedef {import('../ui/view.js').View} View */
/** @typedef {import('../ui/view.js').FollowUp} FollowUp */
/** @typedef {import('../ui/view.js').Command} Command */

/** What a follow-up shows beside its text. @type {Record<string, () => {node: HTMLElement, show: (view: View) => void}>} */
const EXTRAS = {
  'objection-form': objection,
  'global-privacy-control': () => ({
    node: el('p', { id: 'gpc' }, text(/** @type {any} */ (navigator).globalPrivacyControl ? 'gpc_sent' : 'gpc_not_sent')),
    show() {},
  }),
};

/**
 * @param {HTMLElement} section
 * @param {(command: Command) => void} send
 * @returns {(view: View) => void}
 */
export function followUpList(section, send) {
  const list = el('ul', { class: 'plain' });
  section.append(el('p', {}, text('followups_lead')), list);
  /** @type {Map<string, (view: View) => void>} */
  const extras = new Map();

  /** @param {string} id */
  function doneBox(id) {
    const box = el('input', { type: 'checkbox', id: `done-${id}`, 'aria-describedby': `done-${id}-when` });
    // The view decides whether it is done.
    box.addEventListener('change', () => send({ command: 'done', followup: id }));
    return el(
      'p',
      { class: 'done' },
      box,
      el('label', { for: `done-${id}` }, text('mark_done')),
      el('span', { id: `done-${id}-when`, class: 'small when' }),
    );
  }

  /** @param {FollowUp} followup */
  function create({ id, todo }) {
    const prose = FOLLOWUPS[id];
    if (!prose) return el('li', {}, id);
    const extra = EXTRAS[id]?.();
    if (extra) extras.set(id, extra.show);
    return el(
      'li',
      { class: 'card followup' },
      el('h3', { lang: 'en' }, prose.title),
      el('p', { lang: 'en' }, prose.text),
      ...(prose.note ? [el('p', { class: 'small', lang: 'en' }, prose.note)] : []),
      ...(extra ? [extra.node] : []),
      ...(prose.link ? [el('p', {}, link(prose.link, text(todo ? 'followup_open' : 'followup_read')))] : []),
      ...(todo ? [doneBox(id)] : []),
      el('p', { class: 'small' }, text('applies_source'), ': ', el('span', { lang: 'en' }, ...linked(prose.source))),
    );
  }

  return (view) => {
    section.hidden = view.followups.length === 0;
    keyed(
      list,
      view.followups,
      ({ id, todo }) => `${id} ${todo}`,
      create,
      (node, { id, done }) => {
        extras.get(id)?.(view);
        const box = node.querySelector('.done > input');
        if (!(box instanceof HTMLInputElement)) return;
        box.checked = done > 0;
        say(/** @type {HTMLElement} */ (node.querySelector('.when')), done ? text('done_on', moment(done)) : '');
      },
    );
  };
}
