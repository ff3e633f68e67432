/**
 * One setting in one line: its name, what became of it, and the day. All else is made when the person opens it, because
 * there are many of them.
 */
import { alone, leaveUndone } from '../ui/alone.js';
import { deedWords } from '../ui/deed.js';
import { el, say, setText, small, whileOpen } from '../ui/dom.js';
import { caution, cost, steps, why } from '../ui/explain.js';
import { driftLine, history } from '../ui/history.js';
import { nameOf } from '../ui/prose.js';
import { advice, doesLine, outcome, seenWords, titleLink } from '../ui/setting.js';
import { coded, date, text } from '../ui/text.js';
import { undoButton } from '../ui/undo.js';
import { provedOff, wrongWith } from '../ui/view.js';

/** @typedef {import('../ui/view.js').Setting} Setting */
/** @typedef {import('../ui/view.js').View} View */
/**
 * @template Item
 * @typedef {import('../ui/dom.js').Part<Item>} Part
 */

/** @param {Setting} setting @returns {string} the day of the proof, else what was seen when; empty where nobody looked */
export function dayWords(setting) {
  const { proved, seen, state } = setting;
  if (provedOff(setting) && proved) return date(proved);
  if (!seen) return '';
  return state === 'unknown' ? text('looked_unsure', date(seen)) : date(seen);
}

/** @param {Setting} setting @param {import('../ui/page.js').Send} send @returns {Part<Setting>} all that is told of a setting */
function details(setting, send) {
  const [next, seen] = [small(), small()];
  const [drift, past, behind] = [driftLine(), history(), why(setting)];
  const acts = [undoButton(setting, send), leaveUndone(setting, send), alone(setting, send)];
  const node = el('div', { class: 'more' }, doesLine(setting), next, drift.node, ...steps(setting), cost(setting), caution(setting));
  node.append(seen, el('div', { class: 'row' }, ...acts.map((act) => act.node)), past.node, behind.node, small(titleLink(setting)));
  return {
    node,
    show(now, view) {
      say(next, now.outcome === 'turned-off' && !now.with ? '' : advice(now, deedWords(view)));
      say(seen, now.proved || now.seen ? seenWords(now) : '');
      for (const part of [drift, ...acts, past, behind]) part.show(now, view);
    },
  };
}

/**
 * @param {import('../ui/page.js').Send} send
 * @param {(setting: Setting) => Part<Setting>} [act] the one thing to do about it, beside its line
 * @returns {(setting: Setting) => Part<Setting>}
 */
export const row = (send, act) => (setting) => {
  const known = outcome();
  const day = el('span', { class: 'small' });
  const clause = el('span', { class: 'clause' });
  const name = el('span', { class: 'name' }, nameOf(setting));
  const summary = el('summary', {}, name, ' ', known.node, ' ', clause, ' ', day);
  const box = el('details', { class: 'one' }, summary);
  const beside = act?.(setting);
  /** @type {Part<Setting> | null} */
  let behind = null;
  const fill = whileOpen(box, (/** @type {Setting} */ now, /** @type {View} */ view) => {
    if (!behind) {
      behind = details(now, send);
      box.append(behind.node);
    }
    behind.show(now, view);
  });
  return {
    node: el('li', { 'data-setting': setting.id }, box, ...(beside ? [beside.node] : [])),
    show(now, view) {
      known.show(now, view);
      setText(day, dayWords(now));
      const wrong = wrongWith(view, now);
      say(clause, wrong ? coded('clause', wrong.clause) : '');
      known.node.hidden = Boolean(wrong);
      beside?.show(now, view);
      fill(now, view);
    },
  };
};
