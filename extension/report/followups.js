/**
 * What only the person can do after the settings are off, each in one closed line, and what is good to know in their region
 * together in one.
 */
import { FOLLOWUPS } from '../generated/prose.js';
import { el, keyed, ofWhat, say, small } from '../ui/dom.js';
import { english, link } from '../ui/explain.js';
import { said, saying } from '../ui/prose.js';
import { date, text } from '../ui/text.js';
import { objection } from './objection.js';

/** @typedef {import('../ui/view.js').View} View */
/** @typedef {import('../ui/view.js').FollowUp} FollowUp */
/** @typedef {{node: HTMLElement, show?: (now: FollowUp[], view: View) => void}} Item */

const FORM = 'objection-form';
const SIGNAL = 'global-privacy-control';

/** @param {string} id @returns {(HTMLElement | '')[]} what the table says of a follow-up */
function about(id) {
  const { text: words, note, source } = FOLLOWUPS[id];
  return [el('p', {}, ...saying(words)), note && small(...saying(note)), small(text('applies_source'), ': ', english(source))];
}

/** @param {string} id @param {'followup_open' | 'followup_read'} key of what the link says */
const openLink = (id, key) => el('p', {}, link(FOLLOWUPS[id].link, text(key), ofWhat(said(FOLLOWUPS[id].title))));

/** @param {Record<string, string>} attributes @param {(Node | string)[]} head @param {...(Node | string)} content @returns {HTMLElement} a closed line */
const closed = (attributes, head, ...content) =>
  el('li', {}, el('details', { class: 'one followup', ...attributes }, el('summary', {}, ...head), ...content));

/** @param {FollowUp} followup @param {import('../ui/page.js').Send} send @returns {Item} with the box that keeps the day on which it was done */
function task({ id }, send) {
  const form = id === FORM ? objection(FOLLOWUPS[id].link) : null;
  const box = el('input', { 'type': 'checkbox', 'id': `done-${id}`, 'aria-labelledby': `done-${id}-label title-${id}` });
  const label = el('label', { for: box.id, id: `done-${id}-label` }, text(form ? 'objection_sent' : 'mark_done'));
  const [state, when] = [el('span', { class: 'small' }), el('span', { class: 'small' })];
  const title = el('span', { id: `title-${id}` }, said(FOLLOWUPS[id].title));
  // The view decides whether it is done.
  box.addEventListener('change', () => send({ command: 'done', followup: id, done: box.checked }));
  return {
    node: closed(
      { id: `followup-${id}` },
      [title, ' ', state],
      ...about(id),
      form?.node ?? openLink(id, 'followup_open'),
      el('p', { class: 'row done' }, box, label, when),
    ),
    show([{ done }], view) {
      for (const each of [state, when]) say(each, done ? text('done_on', date(done)) : '');
      box.checked = done > 0;
      form?.show(view);
    },
  };
}

/** The browser itself says whether it is done. @returns {Item} */
function signal() {
  const { globalPrivacyControl: sent } = /** @type {any} */ (navigator);
  const state = el('span', { id: 'gpc' }, text(sent ? 'gpc_sent' : 'gpc_not_sent'));
  return {
    node: closed(
      {},
      [state, ' ', el('span', { class: 'small' }, said(FOLLOWUPS[SIGNAL].title))],
      sent ? '' : el('p', {}, text('gpc_how')),
      ...about(SIGNAL),
      openLink(SIGNAL, 'followup_read'),
    ),
  };
}

/** @param {FollowUp[]} facts @returns {Item} */
function known(facts) {
  const texts = facts.flatMap(({ id }) => [el('p', {}, el('strong', {}, said(FOLLOWUPS[id].title))), ...about(id)]);
  return { node: closed({}, [text('good_to_know')], ...texts) };
}

/** @param {FollowUp[]} followups @returns {FollowUp[][]} those of a line each */
function linesOf(followups) {
  const told = followups.filter(({ id }) => FOLLOWUPS[id]);
  const signals = told.filter(({ id }) => id === SIGNAL);
  const others = told.filter(({ id }) => id !== SIGNAL);
  const tasks = others.filter(({ todo }) => todo);
  const facts = others.filter(({ todo }) => !todo);
  return [...tasks.map((each) => [each]), signals, facts].filter((line) => line.length > 0);
}

/** @type {import('../ui/page.js').MakePart} */
export const followUpList = (section, send) => {
  const list = el('ul', { class: 'plain rows' });
  section.append(list);
  /** @param {FollowUp[]} line @returns {Item} */
  function create(line) {
    const [first] = line;
    if (first.id === SIGNAL) return signal();
    return first.todo ? task(first, send) : known(line);
  }
  const showLines = keyed(list, (line) => line.map(({ id, todo }) => `${id} ${todo}`).join(' '), create);
  return {
    show(view) {
      section.hidden = view.followups.length === 0;
      showLines(linesOf(view.followups), view);
    },
  };
};
