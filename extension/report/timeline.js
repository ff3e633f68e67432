/**
 * What changed over time, for all settings: a line with a mark for each day on which something changed, and the same in words.
 * Under it the way back for all that Offswitch turned off, asked for twice.
 */
import { confirmed } from '../ui/confirm.js';
import { differing, el, small } from '../ui/dom.js';
import { coded, date, dayOf, listed, text } from '../ui/text.js';
import { running } from '../ui/view.js';

/** @typedef {import('../ui/view.js').View} View */
/** @typedef {import('../ui/view.js').Turned} Turned */
/** @typedef {{day: string, at: number, counts: [Turned['of'], number][]}} Day */

const SVG = 'http://www.w3.org/2000/svg';

/** What leaves a setting on. */
const ON = ['undone', 'on-by-you', 'came-back'];

/** The newest days that are drawn: more would not be told apart. */
const MOST = 12;

/** @param {Turned[]} turns oldest first @returns {Day[]} by the person's own days */
export function daysOf(turns) {
  /** @type {Day[]} */
  const days = [];
  for (const { at, of } of turns) {
    const day = dayOf(at);
    let last = days.at(-1);
    if (last?.day !== day) {
      last = { day, at, counts: [] };
      days.push(last);
    }
    const count = last.counts.find(([what]) => what === of);
    if (count) count[1] += 1;
    else last.counts.push([of, 1]);
  }
  return days.slice(-MOST);
}

/** @param {Day[]} days @returns {string[]} each day in words */
export const dayLines = (days) =>
  days.map(({ at, counts }) => text('turn_day', date(at), listed(counts.map(([of, n]) => coded('turn', of, String(n))))));

/** @param {string} name @param {Record<string, string | number>} attributes @param {string} [words] */
function shape(name, attributes, words = '') {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  node.textContent = words;
  return node;
}

/** @param {Day[]} days @returns {Element[]} the line, and on it each day: what went off above, what came on below */
function marks(days) {
  const width = 100 / days.length;
  const drawn = days.flatMap(({ at, counts }, place) => {
    const x = `${width * (place + 0.5)}%`;
    /** @param {'off' | 'on'} state @param {number} y */
    function dot(state, y) {
      const sum = counts.filter(([of]) => ON.includes(of) === (state === 'on')).reduce((all, [, n]) => all + n, 0);
      if (sum === 0) return [];
      return [
        shape('line', { x1: x, x2: x, y1: 50, y2: y }),
        shape('circle', { 'cx': x, 'cy': y, 'r': 13, 'data-state': state }),
        shape('text', { 'x': x, 'y': y + 4, 'class': 'count' }, String(sum)),
      ];
    }
    return [...dot('off', 26), ...dot('on', 74), shape('text', { x, y: 104 }, date(at, true))];
  });
  return [shape('line', { x1: 0, x2: '100%', y1: 50, y2: 50 }), ...drawn];
}

/** @type {import('../ui/page.js').MakePart} */
export const timeline = (section, send) => {
  const drawing = shape('svg', { 'width': '100%', 'height': 112, 'aria-hidden': 'true', 'class': 'timeline' });
  const list = el('ul', { class: 'plain small' });
  const { node, allow } = confirmed(
    { id: 'undo-all', words: text('undo_all'), question: text('undo_all_question'), yes: text('undo_all_yes') },
    () => send({ command: 'undo' }),
  );
  const undo = el('div', { id: 'undo' }, small(text('undo_lead')), node);
  section.append(drawing, list, undo);
  const differs = differing();
  return {
    show(view) {
      const days = daysOf(view.report.turns);
      const ours = view.settings.some((setting) => setting.ours);
      section.hidden = days.length === 0 && !ours;
      undo.hidden = !ours;
      allow(!running(view));
      if (!differs(days)) return;
      drawing.replaceChildren(...(days.length ? marks(days) : []));
      list.replaceChildren(...dayLines(days).map((words) => el('li', {}, words)));
    },
  };
};
