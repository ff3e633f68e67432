/**
 * What the pages' modules need of a browser, in Node: `chrome` with the English texts and the real manifest, and a
 * document of plain objects. Imported before them. It lays out nothing and knows no style; what a person sees and hears
 * is tested in real browsers.
 */

import { readFileSync } from 'node:fs';

/** @param {string} name */
const read = (name) => JSON.parse(readFileSync(new URL(`../extension/${name}`, import.meta.url), 'utf8'));

/** @type {Record<string, {message: string}>} */
const MESSAGES = read('_locales/en/messages.json');

/** An element: what it holds, who listens to it, and the properties that go with attributes. */
export class Element {
  /** @type {Map<string, string>} */ #attributes = new Map();
  /** @type {Map<string, ((event: any) => void)[]>} */ #listeners = new Map();
  /** @type {(Element | string)[]} */ #content = [];
  /** @type {Element | null} */ parent = null;
  id = '';
  value = '';
  hidden = false;
  disabled = false;
  checked = false;
  open = false;

  /** @param {string} localName */
  constructor(localName) {
    this.localName = localName;
  }

  /** @param {string} name */
  getAttribute = (name) => this.#attributes.get(name) ?? null;

  /** @param {string} name @param {string} value */
  setAttribute(name, value) {
    this.#attributes.set(name, value);
    if (name === 'id' || name === 'value') this[name] = value;
    if (name === 'hidden') this.hidden = true;
  }

  get children() {
    return this.#content.filter((each) => each instanceof Element);
  }

  /** @returns {string} */
  get textContent() {
    return this.#content.map((each) => (typeof each === 'string' ? each : each.textContent)).join('');
  }

  set textContent(words) {
    this.replaceChildren(words);
  }

  /** @param {...(Element | string)} nodes */
  append(...nodes) {
    for (const node of nodes) this.insertBefore(node, null);
  }

  /** @param {...(Element | string)} nodes */
  replaceChildren(...nodes) {
    for (const child of this.children) child.remove();
    this.#content = [];
    this.append(...nodes);
  }

  /** @param {Element | string} node @param {Element | null} next */
  insertBefore(node, next) {
    if (node instanceof Element) {
      node.remove();
      node.parent = this;
    }
    this.#content.splice(next ? this.#content.indexOf(next) : this.#content.length, 0, node);
  }

  /** @param {...(Element | string)} nodes */
  prepend(...nodes) {
    for (const node of nodes.reverse()) this.insertBefore(node, this.children[0] ?? null);
  }

  /** As in a browser, what is taken out loses the focus. */
  remove() {
    if (!this.parent) return;
    if (this.contains(document.activeElement)) document.activeElement = null;
    this.parent.#content.splice(this.parent.#content.indexOf(this), 1);
    this.parent = null;
  }

  /** @param {Element | null} other @returns {boolean} */
  contains = (other) => other === this || (other?.parent ? this.contains(other.parent) : false);

  /** @returns {Element[]} this one and all below it */
  all = () => [this, ...this.children.flatMap((/** @type {Element} */ child) => child.all())];

  /** @param {string} localName */
  querySelector = (localName) => this.all().find((each) => each.localName === localName) ?? null;

  /** @param {string} selectors ids and classes */
  matches = (selectors) =>
    selectors.split(', ').some((one) => (one.startsWith('#') ? `#${this.id}` === one : `.${this.getAttribute('class')}` === one));

  focus() {
    document.activeElement = this;
  }

  /** @param {string} type @param {(event: any) => void} listener */
  addEventListener(type, listener) {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }

  /** @param {string} type @param {Element} [target] */
  happen(type, target = this) {
    for (const listener of this.#listeners.get(type) ?? []) listener({ type, target, preventDefault() {} });
  }

  click() {
    if (!this.disabled) this.happen('click');
  }
}

/** The document; tests put into its body what a page has. */
export const document = {
  body: new Element('body'),
  documentElement: new Element('html'),
  /** @type {Element | null} */ activeElement: null,
  /** @param {string} name */
  createElement: (name) => new Element(name),
  /** @param {string} id */
  getElementById: (id) => document.body.all().find((each) => each.id === id) ?? null,
  querySelectorAll: () => [],
  addEventListener() {},
};

/** A browser's event that nothing but a test lets happen. */
export function event() {
  /** @type {((...args: any[]) => void)[]} */
  const listeners = [];
  return {
    addListener: (/** @type {(...args: any[]) => void} */ listener) => listeners.push(listener),
    /** @param {...unknown} args */
    happen(...args) {
      for (const listener of listeners) listener(...args);
    },
  };
}

/** @typedef {{posted: any[], onMessage: ReturnType<typeof event>, onDisconnect: ReturnType<typeof event>, postMessage: (message: object) => void}} Port */

/** The connections that pages have opened, oldest first. @type {Port[]} */
export const ports = [];

/** Whether the browser grants access to LinkedIn, and what it was asked for. @type {{granted: boolean, asked: object[]}} */
export const access = { granted: true, asked: [] };

const chrome = {
  i18n: {
    /** @param {string} key @param {string[]} [args] */
    getMessage: (key, args = []) => (MESSAGES[key]?.message ?? '').replace(/\$(\d)/g, (_, place) => args[place - 1] ?? ''),
    getUILanguage: () => 'en-GB',
  },
  permissions: {
    contains: async () => access.granted,
    async request(/** @type {object} */ wanted) {
      access.asked.push(wanted);
      return access.granted;
    },
    onAdded: event(),
    onRemoved: event(),
  },
  runtime: {
    getManifest: () => read('manifest.json'),
    connect() {
      /** @type {any[]} */
      const posted = [];
      const port = {
        posted,
        onMessage: event(),
        onDisconnect: event(),
        postMessage: (/** @type {object} */ message) => posted.push(message),
      };
      ports.push(port);
      return port;
    },
  },
};

Object.assign(globalThis, { chrome, document, HTMLElement: Element, HTMLInputElement: Element, HTMLFormElement: Element });
Object.assign(globalThis, { navigator: { languages: ['en-IS', 'is'] } });
