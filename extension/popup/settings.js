/**
 * The settings by category: what each does, what is known of it, what the person can do, and the way to its page.
 */
import { alone, leaveUndone } from '../ui/alone.js';
import { deedWords } from '../ui/deed.js';
import { el, keyed, say, setAttribute, setText } from '../ui/dom.js';
import { caution, cost, proseOf, steps, why } from '../ui/explain.js';
import { driftLine } from '../ui/history.js';
import { advice, doesLine, keyOf, outcome, titleLink } from '../ui/setting.js';
import { categoryName, counted, text } from '../ui/text.js';
import { undoButton } from '../ui/undo.js';
import { byCategory, byHand, leftOn, switchState, tone } from '../ui/view.js';

/** @typedef {import('../ui/view.js').Setting} Setting */
/**
 * @template Item
 * @typedef {import('../ui/dom.js').Part<Item>} Part
 */
/** @typedef {{category: string, settings: Setting[]}} Group */

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

/** @param {Setting[]} settings @returns {string} how many are on, off, open and for the person, as far as there are any */
export function counts(settings) {
  const off = settings.filter((setting) => switchState(setting) === 'off').length;
  const on = settings.filter((setting) => switchState(setting) === 'on').length;
  const hand = settings.filter((setting) => byHand(setting) && switchState(setting) === 'unknown').length;
  /** @type {[string, number][]} */
  const all = [
    ['count_on', on],
    ['count_off', off],
    ['count_unknown', settings.length - on - off - hand],
    ['count_by_hand', hand],
  ];
  return all
    .filter(([, count]) => count > 0)
    .map(([key, count]) => text(key, count))
    .join(' · ');
}

/** @param {Setting} setting */
export const alarming = (setting) => !leftOn(setting) && (switchState(setting) === 'on' || tone(setting) === 'unknown');

/** @type {import('../ui/page.js').MakePart} */
export const settingsList = (section, send) => {
  const groups = el('div', {});
  const count = el('summary', {});
  const others = el('ul', { class: 'plain' });
  const left = el('details', { class: 'left-out' }, count, others);
  section.append(groups, left);

  /** @param {Setting} setting @returns {Part<Setting>} */
  function item(setting) {
    const drawing = el('span', { class: 'switch', 'aria-hidden': 'true' });
    const line = el('p', { class: 'small advice' });
    const [undoing, leaving, choosing] = [undoButton(setting, send), leaveUndone(setting, send), alone(setting, send)];
    const behind = why(setting, {
      before: (now) => [...cost(now), ...(byHand(now) ? [] : caution(now))],
      after: el('div', {}, undoing.node, choosing.node),
    });
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
        ...(byHand(setting) ? caution(setting) : []),
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

  /** @param {Group} group @returns {Part<Group>} */
  function group({ category }) {
    const summary = el('span', { class: 'small count' });
    const list = el('ul', { class: 'plain' });
    const node = el('details', { class: 'category' }, el('summary', {}, el('h3', {}, categoryName(category)), ' ', summary), list);
    const showItems = keyed(list, keyOf, item);
    let alarmed = false;
    return {
      node,
      show({ settings }, view) {
        setText(summary, counts(settings));
        showItems(settings, view);
        // It opens when something comes up; after that it is as the person left it.
        const alarm = settings.some(alarming);
        if (alarm && !alarmed) node.open = true;
        alarmed = alarm;
      },
    };
  }

  const showGroups = keyed(groups, ({ category }) => `category ${category}`, group);
  const showOthers = keyed(others, keyOf, item);
  return {
    node: section,
    show(view) {
      const sorted = byCategory(view.settings);
      const [planned, rest] = [sorted.filter((setting) => setting.planned), sorted.filter((setting) => !setting.planned)];
      const categories = [...new Set(planned.map(({ category }) => category))];
      showGroups(
        categories.map((id) => ({ category: id, settings: planned.filter(({ category }) => category === id) })),
        view,
      );
      left.hidden = rest.length === 0;
      setText(count, counted('left_out', rest.length));
      showOthers(rest, view);
    },
  };
};
