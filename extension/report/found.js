/**
 * One row of the question: the box to tick, LinkedIn's own words first and quoted, then what Offswitch believes it to be, how
 * it knows, and what it costs. What no rule can be made of has no box.
 */

import { button, el, ofWhat, quoted, setText, small, verbatim } from '../ui/dom.js';
import { caution, cost, link } from '../ui/explain.js';
import { nameOf } from '../ui/prose.js';
import { around, coded, dateTime, text } from '../ui/text.js';
import { headingOf } from '../ui/unknown.js';
import { tickable } from './answers.js';

/** @typedef {import('../ui/view.js').Found} Found */
/** @typedef {ReturnType<typeof import('./answers.js').answers>} Answers */
/**
 * @template Item
 * @typedef {import('../ui/dom.js').Part<Item>} Part
 */

/** What was made for a row holds as long as these stay. @param {Found} item */
export const keyOf = ({ seen, ticked, state, ...rest }) => JSON.stringify(rest);

/** @param {Found} item @returns {string[]} what the boxes are called that are ticked, or the option that is chosen */
const chosenOf = ({ options }) => options.filter(({ chosen }) => chosen).map(({ label }) => label);

/** @param {Found} item @param {string} id @returns {HTMLSelectElement} LinkedIn's options, but for the one that is chosen */
const optionsOf = (item, id) =>
  el(
    'select',
    { id, name: `found-${item.id}` },
    el('option', { value: '' }, text('found_as_it_is', chosenOf(item)[0] ?? '')),
    ...item.options.filter(({ chosen }) => !chosen).map(({ label }) => el('option', { value: label, lang: '' }, label)),
  );

/** @param {Found} item @returns {string} our name of the setting that it is taken for; empty for none */
const settingName = ({ setting, title }) => title && nameOf({ id: setting, title });

/** @param {Found} item @returns {HTMLElement} what it is called: LinkedIn's words, the title, and how it stands */
function name(item) {
  const { kind, label, heading, options, id, how, more } = item;
  if (more) return el('span', {}, el('strong', {}, text('found_overfull')));
  const file = how === 'file';
  const title = settingName(item);
  const words = file && kind === 'list' ? options.map((option) => option.label).join(' · ') : label || heading;
  const node = el(
    'span',
    {},
    ...(words ? [el('strong', {}, quoted(words)), ' '] : []),
    ...(title ? [el('span', { class: words ? 'small' : '' }, title), ' '] : []),
  );
  if (file) return node;
  const chosen = chosenOf(item);
  const state = {
    switch: [coded('position', 'on')],
    list: [text('found_boxes', chosen.length, options.length)],
    option: around('found_now', quoted(chosen[0] ?? '')),
  };
  node.append(...(words || title ? [] : [`${id} `]), el('span', { class: 'outcome', 'data-state': 'on' }, ...state[kind]));
  return node;
}

/** @param {Found} item @returns {HTMLElement | ''} the labels of the boxes that are ticked */
function boxes(item) {
  if (item.kind !== 'list') return '';
  const labels = chosenOf(item).flatMap((label) => [' · ', verbatim(label)]);
  return small(...labels.slice(1));
}

/** @param {Found} item */
const renamed = ({ was }) => was && small(...around('found_was', quoted(was)), ' ', el('strong', {}, text('found_renamed')));

/**
 * @param {Found} item of which no rule can be made
 * @param {import('../ui/page.js').Send} send
 * @returns {HTMLElement | ''} why, and what can be done about it
 */
function unlasting({ id, label, more }, send) {
  if (more) return '';
  const show = button({}, () => send({ command: 'show', id }), text('found_show_me'), ofWhat(label));
  return el('p', {}, el('span', { class: 'small' }, text('found_not_lasting')), ' ', show);
}

/**
 * @param {Answers} answers
 * @param {() => void} changed is told of what the person ticks and picks
 * @param {import('../ui/page.js').Send} send
 * @returns {(item: Found) => Part<Found>}
 */
export function rows(answers, changed, send) {
  let made = 0;
  return (item) => {
    made += 1;
    const id = `found-${made}`;
    const box = el('input', { type: 'checkbox', name: 'found', value: item.id, id, 'aria-describedby': `${id}-more` });
    const select = optionsOf(item, `${id}-options`);
    const when = el('span', {});
    const about = small(
      ...headingOf(item),
      link(item.url, text(item.more ? 'found_open' : 'its_page')),
      ` · ${text(`found_how_${item.how}`)}`,
      when,
    );
    const row = { id: item.setting };
    const more = el('div', { id: `${id}-more` }, renamed(item), about, boxes(item), cost(row), caution(row));
    const which = ofWhat(settingName(item) || item.heading);
    const pick = el('p', { class: 'row' }, el('label', { for: select.id }, text('found_option'), which), select);
    const head = item.lasting ? [box, el('label', { for: id }, name(item))] : [el('span', {}), name(item)];
    const rest = item.kind === 'option' ? [pick, item.value ? '' : small(text('found_unrecognised'))] : [];
    const node = el('li', { class: 'found' }, ...head, el('div', {}, ...(item.lasting ? rest : [unlasting(item, send)]), more));

    /** The newest, to which the person answers. */
    let now = item;
    function draw() {
      const answer = answers.of(now);
      box.checked = answer.ticked;
      box.disabled = !tickable(now, answer);
      select.value = answer.ticked ? answer.value : '';
    }
    box.addEventListener('change', () => {
      answers.tick(now, box.checked);
      changed();
    });
    select.addEventListener('change', () => {
      answers.pick(now, select.value);
      changed();
    });
    return {
      node,
      show(newest) {
        now = newest;
        setText(when, item.how === 'file' ? '' : ` · ${text('seen_at', dateTime(newest.seen))}`);
        draw();
      },
    };
  };
}
