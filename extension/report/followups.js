/**
 * What only the person can do after the settings are off, each in one closed line, and what is good to know in their region
 * together in one.
 */
import { FOLLOWUPS } from '../generated/prose.js';
import { el, keyed, say } from '../ui/dom.js';
import { english, link } from '../ui/explain.js';
import { said, saying } from '../ui/prose.js';
import { date, text } from '../ui/text.js';
import { objection } from './objection.js';

/** @typedef {import('../ui/view.js').View} View */
/** @typedef {import('../ui/view.js').FollowUp} FollowUp */
/** @typedef {{node: HTMLElement, show?: (now: FollowUp, view: View) => void}} Item */

const FORM = 'objection-form';
const SIGNAL = 'global-privacy-control';

/** @param {FollowUp} followup @param {import('../ui/page.js').Send} send @returns {Item} the box that keeps the day */
function doneBox({ id }, send) {
  const box = el('input', { 'type': 'checkbox', 'id': `done-${id}`, 'aria-labelledby': `done-${id}-label title-${id}` });
  const label = el('label', { for: box.id, id: `done-${id}-label` }, text(id === FORM ? 'objection_sent' : 'mark_done'));
  const when = el('span', { class: 'small when' });
  // The view decides whether it is done.
  box.addEventListener('change', () => send({ command: 'done', followup: id, done: box.checked }));
  return {
    node: el('p', { class: 'done' }, box, label, when),
    show({ done }) {
      box.checked = done > 0;
      say(when, done ? text('done_on', date(done)) : '');
    },
  };
}

/** @param {string} id @returns {HTMLElement[]} what the table says of a follow-up */
function about(id) {
  const { text: words, note, source } = FOLLOWUPS[id];
  return [
    el('p', {}, ...saying(words)),
    ...(note ? [el('p', { class: 'small' }, ...saying(note))] : []),
    el('p', { class: 'small' }, text('applies_source'), ': ', english(source)),
  ];
}

/** @param {FollowUp} followup @param {import('../ui/page.js').Send} send @returns {Item} */
function task(followup, send) {
  const { id } = followup;
  const prose = FOLLOWUPS[id];
  const form = id === FORM ? objection(prose.link) : null;
  const done = doneBox(followup, send);
  const state = el('span', { class: 'small' });
  const title = el('span', { id: `title-${id}` }, said(prose.title));
  const open = link(prose.link, text('followup_open'), el('span', { class: 'unseen' }, `: ${said(prose.title)}`));
  const node = el(
    'details',
    { id: `followup-${id}`, class: 'one followup' },
    el('summary', {}, title, ' ', state),
    ...about(id),
    ...(form ? [form.node] : [el('p', {}, open)]),
    done.node,
  );
  return {
    node: el('li', {}, node),
    show(now, view) {
      say(state, now.done ? text('done_on', date(now.done)) : '');
      form?.show(view);
      done.show?.(now, view);
    },
  };
}

/** The browser itself says whether it is done. @returns {Item} */
function signal() {
  const { globalPrivacyControl: sent } = /** @type {any} */ (navigator);
  const { title, link: address } = FOLLOWUPS[SIGNAL];
  const node = el(
    'details',
    { class: 'one followup' },
    el(
      'summary',
      {},
      el('span', { id: 'gpc' }, text(sent ? 'gpc_sent' : 'gpc_not_sent')),
      ' ',
      el('span', { class: 'small' }, said(title)),
    ),
    ...(sent ? [] : [el('p', {}, text('gpc_how'))]),
    ...about(SIGNAL),
    el('p', {}, link(address, text('followup_read'), el('span', { class: 'unseen' }, `: ${said(title)}`))),
  );
  return { node: el('li', {}, node) };
}

/** @param {FollowUp[]} facts @returns {Item} */
function known(facts) {
  const texts = facts.flatMap(({ id }) => [el('p', {}, el('strong', {}, said(FOLLOWUPS[id].title))), ...about(id)]);
  return { node: el('li', {}, el('details', { class: 'one followup' }, el('summary', {}, text('good_to_know')), ...texts)) };
}

/** @type {import('../ui/page.js').MakePart} */
export const followUpList = (section, send) => {
  const list = el('ul', { class: 'plain rows' });
  section.append(list);
  /** @typedef {{make: (of: FollowUp[]) => Item, of: FollowUp[]}} Line */
  /** @param {FollowUp[]} followups @returns {Line[]} */
  function linesOf(followups) {
    const told = followups.filter(({ id }) => FOLLOWUPS[id]);
    const tasks = told.filter(({ id, todo }) => todo && id !== SIGNAL);
    const signals = told.filter(({ id }) => id === SIGNAL);
    const facts = told.filter(({ id, todo }) => !todo && id !== SIGNAL);
    return [
      ...tasks.map((each) => ({ make: () => task(each, send), of: [each] })),
      ...(signals.length ? [{ make: signal, of: signals }] : []),
      ...(facts.length ? [{ make: known, of: facts }] : []),
    ];
  }
  const showLines = keyed(
    list,
    (/** @type {Line} */ { of }) => of.map(({ id, todo }) => `${id} ${todo}`).join(' '),
    ({ make, of }) => {
      const item = make(of);
      return { node: item.node, show: (line, view) => item.show?.(line.of[0], view) };
    },
  );
  return {
    node: section,
    show(view) {
      section.hidden = view.followups.length === 0;
      showLines(linesOf(view.followups), view);
    },
  };
};
