/**
 * The question on the report: what is on and is turned off only once the person has said so, having read LinkedIn's own
 * words for each. It is a form that can wait for days; what is ticked and unticked in it stays while views come in.
 */

import { CATEGORIES } from '../generated/lists.js';
import { byId, el, keyed, say, setText, small } from '../ui/dom.js';
import { categoryName, counted, dateTime, text } from '../ui/text.js';
import { running, waits } from '../ui/view.js';
import { answers as noAnswers, tickable } from './answers.js';
import { keyOf, rows } from './found.js';

/** @typedef {import('../ui/view.js').View} View */
/** @typedef {import('../ui/view.js').Found} Found */
/** @typedef {import('./found.js').Answers} Answers */
/**
 * @template Item
 * @typedef {import('../ui/dom.js').Part<Item>} Part
 */
/** @typedef {{id: string, items: Found[]}} Group */

/** What the groups are called that are no category. */
const HEADS = /** @type {const} */ ({ file: 'found_file', beyond: 'found_beyond', unknown: 'unknown_count' });

/** Groups that are closed until the person opens them: nothing in them is ticked beforehand. */
const CLOSED = ['beyond', 'unknown'];

/** @param {View} view @param {Answers} answers @returns {number} when the oldest was seen of what is ticked and has to be looked at again, 0 for none */
const lookFirst = (view, answers) =>
  waits(view)
    .filter((item) => item.stale && answers.of(item).ticked)
    .reduce((oldest, { seen }) => (oldest ? Math.min(oldest, seen) : seen), 0);

/** @param {View} view @returns {Group[]} by category, then rules from a file, then what the level leaves alone, then what no rule knows */
export function groupsOf(view) {
  const items = waits(view);
  /** @param {Found} item */
  const groupOf = ({ place, category }) => (place === 'asked' ? category : place);
  return [...CATEGORIES, '', ...Object.keys(HEADS)]
    .map((id) => ({ id, items: items.filter((item) => groupOf(item) === id) }))
    .filter((group) => group.items.length > 0);
}

/** @param {number} ticked @param {boolean} guide @returns {string} the number and the deed */
export function submitText(ticked, guide) {
  if (ticked === 0) return text('found_submit_none');
  return guide ? counted('found_show', ticked) : counted('found_submit', ticked);
}

/** @param {string} id of a group @param {number} n @returns {string} what it is called, with how many there are */
function headOf(id, n) {
  return id === 'file' || id === 'beyond' || id === 'unknown' ? counted(HEADS[id], n) : `${categoryName(id)} (${n})`;
}

/**
 * @param {Answers} answers
 * @param {() => void} changed
 * @param {import('../ui/page.js').Send} send
 * @returns {(group: Group) => Part<Group>}
 */
function groups(answers, changed, send) {
  const row = rows(answers, changed, send);
  return ({ id }) => {
    const closed = CLOSED.includes(id);
    const all = el('input', { type: 'checkbox', id: `all-${id || 'own'}` });
    const forAll = el('p', { class: 'row all' }, all, el('label', { for: all.id }, text('found_all')));
    const [summary, list] = [el('summary', {}), el('ul', { class: 'plain' })];
    const legend = el('legend', closed ? { class: 'unseen' } : {});
    const fieldset = el('fieldset', {}, legend, forAll, list);
    const showRows = keyed(list, keyOf, row);
    /** @type {Found[]} */
    let items = [];
    const boxed = () => items.filter((item) => tickable(item, answers.of(item)));
    all.addEventListener('change', () => {
      for (const item of boxed()) answers.tick(item, all.checked);
      changed();
    });
    return {
      node: closed ? el('details', {}, summary, fieldset) : fieldset,
      show(group, view) {
        items = group.items;
        const words = headOf(id, items.length);
        setText(legend, words);
        setText(summary, words);
        showRows(items, view);
        const ticked = boxed().filter((item) => answers.of(item).ticked).length;
        all.checked = ticked > 0 && ticked === boxed().length;
        all.indeterminate = ticked > 0 && !all.checked;
        // One box alone needs no second one that does the same.
        forAll.hidden = boxed().length < 2;
      },
    };
  };
}

/** @type {import('../ui/page.js').MakePart} */
export const question = (section, send) => {
  const title = byId('question-title');
  const list = el('div', {});
  const count = el('p', { role: 'status', class: 'small' });
  const submit = el('button', { id: 'turn-off-found', type: 'submit', class: 'main' });
  const after = small();
  const busy = el('p', { role: 'alert', class: 'problem', hidden: '' });
  const form = el('form', {}, el('p', {}, text('found_lead')), list, count, submit, busy, after);
  section.append(form);
  const answers = noAnswers();
  const showGroups = keyed(
    list,
    (/** @type {Group} */ { id }) => `group ${id}`,
    groups(answers, () => draw(), send),
  );
  /** @type {View | null} */
  let view = null;
  let pointed = false;

  function draw() {
    if (!view) return;
    const now = view;
    const lasting = waits(now).filter((item) => item.lasting);
    const ticked = lasting.filter((item) => answers.of(item).ticked).length;
    if (showGroups(groupsOf(now), now)) title.focus();
    setText(count, text('found_ticked', ticked, lasting.length));
    const guide = now.choices.mode === 'guide';
    const again = lookFirst(now, answers);
    setText(submit, again ? text('found_look_again', dateTime(again)) : submitText(ticked, guide));
    setText(after, text(guide ? 'found_after_guide' : 'found_after'));
  }

  /** Goes to the question when the address says so, once it is there. */
  function point() {
    if (pointed || section.hidden || location.hash !== '#question') return;
    pointed = true;
    title.focus();
  }

  form.addEventListener('submit', () => {
    if (!view) return;
    if (running(view)) say(busy, text('refused_already_running'));
    else send(lookFirst(view, answers) ? { command: 'look', again: true } : answers.command(waits(view)));
  });
  // Enter in a box would press the button, which is not to happen by accident.
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && /** @type {Element} */ (event.target).localName === 'input') event.preventDefault();
  });
  addEventListener('hashchange', () => {
    pointed = false;
    point();
  });

  return {
    show(now) {
      view = now;
      answers.keep(waits(now));
      setText(title, now.asked ? counted('found_title', now.asked) : text('unknown_title'));
      if (!running(now)) say(busy, '');
      draw();
      const focused = section.contains(document.activeElement);
      section.hidden = waits(now).length === 0;
      // It was answered: the focus goes to what was left alone, or to the top where nothing was. A run takes it by itself.
      if (focused && section.hidden && !running(now)) byId(now.left.length ? 'left-title' : 'title').focus();
      point();
    },
  };
};
