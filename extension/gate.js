/**
 * What an agent and a page may say, and where a run may go. A content script shares its process with the web page, so what
 * it says is not believed to be what the agent says: every member is copied by its name and type, lists and texts are cut,
 * and nothing else passes. A member of a wrong type is left out, which the engine reads as unknown.
 */
import { fits } from './bounds.js';
import { COMMANDS } from './generated/lists.js';

/** @typedef {import('./messages.js').Clicked} Clicked */
/** @typedef {import('./messages.js').Command} Command */
/** @typedef {import('./messages.js').Control} Control */
/** @typedef {import('./messages.js').FromAgent} FromAgent */
/** @typedef {import('./messages.js').Row} Row */
/** @typedef {import('./messages.js').Save} Save */
/** @typedef {import('./messages.js').Snapshot} Snapshot */

/** @typedef {(value: unknown) => unknown} Read gives a value that is of the right type, and undefined for any other */

/**
 * How each member of an object is read.
 * @template T
 * @typedef {{[Name in keyof T]-?: Read}} Members
 */

/**
 * @template T
 * @typedef {T extends unknown ? keyof T : never} NamesIn the members of all types of a union
 */

/** More than the engine reads of a text or a list, so that what is cut here is cut there as well, and counted. */
const LONGEST_TEXT = 1000;
const LONGEST_LIST = 1000;

/** @type {Read} */
const text = (value) => (typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : undefined);

/** @type {Read} */
const number = (value) => (Number.isFinite(value) ? value : undefined);

/** @type {Read} */
const truth = (value) => (typeof value === 'boolean' ? value : undefined);

/** @type {Read} of a switch, which may not say whether it is on */
const position = (value) => (value === null ? value : truth(value));

/** @type {Read} what a file holds is vetted by the engine; what it cannot be told it refuses for not being there */
const content = (value) => (typeof value === 'object' && fits(value) ? value : undefined);

/** @param {Read} read @returns {Read} */
const list = (read) => (value) => (Array.isArray(value) ? value.slice(0, LONGEST_LIST).map(read) : undefined);

/** @param {Record<string, Read>} members @returns {Read} */
const object = (members) => (value) => {
  if (typeof value !== 'object' || value === null) return undefined;
  const given = /** @type {Record<string, unknown>} */ (value);
  return Object.fromEntries(Object.entries(members).map(([name, read]) => [name, read(given[name])]));
};

/** @type {Members<Control>} */
const CONTROL = {
  ref: number,
  kind: text,
  key: text,
  id: text,
  label: text,
  heading: text,
  on: position,
  changed: number,
  moved: number,
  clicks: number,
  byHand: truth,
  enabled: truth,
  busy: truth,
  visible: truth,
  frame: text,
};

/** @type {Members<Row>} */
const ROW = { path: text, title: text, state: text };

/** @type {Members<Save>} */
const SAVE = { key: text, status: number };

/** @type {Members<Snapshot>} */
const SNAPSHOT = {
  doc: text,
  born: number,
  path: text,
  lang: text,
  frontEnd: text,
  ready: truth,
  source: text,
  went: number,
  byHand: truth,
  status: number,
  dialog: truth,
  more: number,
  controls: list(object(CONTROL)),
  rows: list(object(ROW)),
  saves: list(object(SAVE)),
};

/** @type {Members<Omit<Clicked, 'type'>>} */
const CLICKED = { doc: text, key: text, n: number, done: truth, why: text };

/** @type {Record<Exclude<NamesIn<Command>, 'command'>, Read>} */
const ARGUMENTS = {
  zone: text,
  languages: list(text),
  region: text,
  level: text,
  mode: text,
  checks: text,
  every: number,
  again: truth,
  gentle: truth,
  settings: list(text),
  state: content,
  notice: text,
  page: text,
  key: text,
  setting: text,
  id: text,
  rules: content,
  followup: text,
  done: truth,
  take: list(object({ id: text, value: text, seen: number })),
  leave: list(text),
};

const snapshotOf = object(SNAPSHOT);
const clickedOf = object(CLICKED);
const argumentsOf = object(ARGUMENTS);

/**
 * @param {any} message
 * @returns {FromAgent | undefined} undefined for what no agent says
 */
export function fromAgent(message) {
  const type = message?.type;
  if (type === 'clicked') return /** @type {Clicked} */ ({ type, .../** @type {object} */ (clickedOf(message)) });
  const snapshot = type === 'snapshot' && snapshotOf(message.snapshot);
  return snapshot ? /** @type {FromAgent} */ ({ type, snapshot, member: text(message.member) ?? '' }) : undefined;
}

/**
 * @param {any} message
 * @returns {Command | undefined} undefined for what is no command
 */
export function fromPage(message) {
  const command = message?.command;
  return COMMANDS.includes(command) ? /** @type {Command} */ ({ command, .../** @type {object} */ (argumentsOf(message)) }) : undefined;
}

/**
 * Whether an address is one that a run may open: below the first of those that the agent is for, and the very same when the
 * browser has read it, so that no dots, tabs, backslashes or queries lead elsewhere.
 * @param {string} address
 */
export function mayOpen(address) {
  const [{ matches: [pages = ''] = [] } = {}] = chrome.runtime.getManifest().content_scripts ?? [];
  const below = pages.replace('*', '');
  return (
    address.startsWith(below) &&
    address.length < LONGEST_TEXT &&
    /^[\w.-]+(\/[\w.-]+)*$/.test(address.slice(below.length)) &&
    new URL(address).href === address
  );
}
