/**
 * The settings in four groups, closed until the person opens one: what each does, what is known of it, what the person can
 * do, and the way to its page.
 */
import { alone, leaveUndone } from '../ui/alone.js';
import { deedWords } from '../ui/deed.js';
import { el, keyed, say, setAttribute, setText } from '../ui/dom.js';
import { caution, cost, steps, why } from '../ui/explain.js';
import { driftLine } from '../ui/history.js';
import { proseOf } from '../ui/prose.js';
import { advice, doesLine, keyOf, outcome, titleLink } from '../ui/setting.js';
import { text } from '../ui/text.js';
import { undoButton } from '../ui/undo.js';
import { byCategory, byHand, leftOn, switchState } from '../ui/view.js';

/** @typedef {import('../ui/view.js').Setting} Setting */
/**
 * @template Item
 * @typedef {import('../ui/dom.js').Part<Item>} Part
 */

/**
 * The four groups, and which of the engine's each takes in.
 * @type {[string, Setting['group'][]][]}
 */
const GROUPS = [
  ['list_off', ['off']],
  ['list_open', ['attention', 'asked', 'on', 'changed', 'unseen']],
  ['list_by_hand', ['by-hand']],
  ['list_left', ['left', 'out']],
];

/**
 * @param {Setting} setting
 * @param {string} button what the main button says
 * @returns {string} what to say below it; nothing where nothing is open, or where it is told elsewhere
 */
export function adviceLine(setting, button) {
  // Where the clicks are told, that only the person makes them needs no more words.
  const told = setting.why === 'by-hand' && proseOf(setting).desktop !== '';
  const waits = setting.outcome === 'unchecked' && !setting.why && setting.planned;
  return told || waits || switchState(setting) === 'off' ? '' : advice(setting, button);
}

/** @type {import('../ui/page.js').MakePart} */
export const settingsList = (section, send) => {
  /** @param {Setting} setting @returns {Part<Setting>} */
  function item(setting) {
    const drawing = el('span', { class: 'switch', 'aria-hidden': 'true' });
    const line = el('p', { class: 'small advice' });
    const [undoing, leaving, choosing] = [undoButton(setting, send), leaveUndone(setting, send), alone(setting, send)];
    const behind = why(setting, (now) => [cost(now), byHand(now) ? '' : caution(now)]);
    behind.node.append(el('div', {}, undoing.node, choosing.node));
    const [known, drift] = [outcome(), driftLine()];
    const node = el(
      'li',
      { class: 'setting' },
      drawing,
      el(
        'div',
        {},
        el('p', { class: 'line' }, titleLink(setting), ' ', known.node),
        doesLine(setting),
        drift.node,
        line,
        leaving.node,
        ...steps(setting),
        byHand(setting) ? caution(setting) : '',
        behind.node,
      ),
    );
    return {
      node,
      show(now, view) {
        const state = switchState(now);
        setAttribute(drawing, 'data-state', state === 'on' && leftOn(now) ? 'left' : state);
        say(line, adviceLine(now, deedWords(view)));
        for (const part of [known, drift, undoing, leaving, choosing, behind]) part.show(now, view);
      },
    };
  }

  const groups = GROUPS.map(([key, ids]) => {
    const summary = el('summary', {});
    const list = el('ul', { class: 'plain' });
    const node = el('details', { class: 'group' }, summary, list);
    section.append(node);
    return { key, ids, node, summary, show: keyed(list, keyOf, item) };
  });
  return {
    show(view) {
      const sorted = byCategory(view.settings);
      for (const { key, ids, node, summary, show } of groups) {
        const settings = sorted.filter(({ group }) => ids.includes(group));
        setText(summary, text(key, settings.length));
        node.hidden = settings.length === 0;
        show(settings, view);
      }
    },
  };
};
