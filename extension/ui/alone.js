/** What the person can say of one setting alone: that it is to be left alone, or that it is to be turned off now. */

import { button, el, ofWhat } from './dom.js';
import { nameNode } from './setting.js';
import { text } from './text.js';
import { byHand, provedOff, running } from './view.js';

/** @typedef {import('./view.js').Setting} Setting */
/** @typedef {import('./view.js').Command} Command */
/** @typedef {import('./page.js').Send} Send */
/**
 * @template Item
 * @typedef {import('./dom.js').Part<Item>} Part
 */

/**
 * A button that says of one setting what is to be done, except while a run is on.
 * @template Item
 * @param {Setting} setting
 * @param {Send} send
 * @param {'leave_alone' | 'unleave' | 'only' | 'disown' | 'try_again'} key of its words
 * @param {Command} command
 * @param {(now: Item) => boolean} [offered]
 * @returns {Part<Item>}
 */
export function offer(setting, send, key, command, offered = () => true) {
  const node = button({ class: command.command }, () => send(command), text(key), ofWhat(nameNode(setting)));
  return {
    node,
    show(now, view) {
      node.hidden = !offered(now);
      node.disabled = running(view);
    },
  };
}

/** @param {Setting} setting */
const undone = ({ outcome, why }) => outcome === 'on' && why === 'undone';

/** @param {Setting} setting @param {Send} send @returns {Part<Setting>} what is offered beside an undo that has just been made */
export const leaveUndone = (setting, send) =>
  offer(setting, send, 'leave_alone', { command: 'leave', setting: setting.id }, (now) => undone(now) && !now.left);

/** @param {Setting} setting @param {Send} send @returns {Part<Setting>} */
export function alone(setting, send) {
  const { id } = setting;
  const buttons = [
    offer(setting, send, 'only', { command: 'only', setting: id }, (now) => !byHand(now) && now.offered && !provedOff(now)),
    // After an undo it stands beside it.
    offer(setting, send, 'leave_alone', { command: 'leave', setting: id }, (now) => !now.left && !undone(now)),
    offer(setting, send, 'unleave', { command: 'unleave', id }, (now) => now.left),
    offer(setting, send, 'disown', { command: 'disown', setting: id }, (now) => now.learned || now.local),
  ];
  return {
    node: el('div', { class: 'row alone' }, ...buttons.map(({ node }) => node)),
    show(now, view) {
      const focused = document.activeElement;
      for (const part of buttons) part.show(now, view);
      // The two take each other's place, and the focus goes along.
      const [, leave, unleave] = buttons.map(({ node }) => node);
      if (focused === leave && leave.hidden && !unleave.hidden) unleave.focus();
      if (focused === unleave && unleave.hidden && !leave.hidden) leave.focus();
    },
  };
}
