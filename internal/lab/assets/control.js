// One control of a page, alive: flips, saves, and behaves badly where a fault says so.

import { interrupt } from './dialog.js';
import { save } from './save.js';
import { quietly } from './trace.js';

/**
 * @typedef {object} Block what the server says of a control; see block in blocks.go
 * @property {string} key
 * @property {'switch' | 'check' | 'radio'} kind
 * @property {boolean} on
 * @property {string} [value]
 * @property {[string, string]} words
 * @property {string} [confirm]
 * @property {number} live
 * @property {boolean} [shadow]
 * @property {number} [every]
 * @property {number} [delayMS]
 * @property {number} [data]
 * @property {boolean} [asks]
 * @property {number} [draws]
 */

/** How long after a person's click the events that the browser makes of it still count as the person's. */
const SAME_GESTURE_MS = 50;

export class Control {
  /** @type {Set<Control>} those of the page, also where they are not there yet */
  static #page = new Set();
  /** @type {Set<ParentNode & Node>} what holds a copy of the control */
  #roots = new Set();
  #trustedAt = -Infinity;
  #dialogs = 0;

  /**
   * @param {Block} block
   * @param {'ember' | 'react'} skin
   * @param {AbortSignal} signal ends the control with its page
   */
  constructor(block, skin, signal) {
    this.block = block;
    this.skin = skin;
    this.signal = signal;
    this.knows = !block.data;
    this.on = block.on && this.knows;
    this.value = block.value ?? '';
    Control.#page.add(this);
    signal.addEventListener('abort', () => Control.#page.delete(this));
    if (block.data) {
      const timer = setTimeout(() => this.#learn(), block.data);
      signal.addEventListener('abort', () => clearTimeout(timer));
    }
    if (block.every) {
      const timer = setInterval(() => this.#replaceAll(), block.every);
      signal.addEventListener('abort', () => clearInterval(timer));
    }
  }

  /** Makes a drawn copy alive. @param {ParentNode & Node} root */
  add(root) {
    this.#roots.add(root);
    const { signal } = this;
    root.addEventListener('click', (event) => this.#clicked(event), { signal });
    root.addEventListener('change', (event) => this.#changed(event), { signal });
    root.addEventListener('keydown', (event) => this.#pressed(/** @type {KeyboardEvent} */ (event)), { signal });
    quietly(() => (this.skin === 'react' ? this.#replace(root) : this.#paint(root)));
  }

  /** Its data has come. */
  #learn() {
    this.knows = true;
    this.#show(this.block.on);
  }

  /** @param {Event} event */
  #clicked(event) {
    if (event.isTrusted) this.#trustedAt = performance.now();
    const target = event.target instanceof Element ? event.target.closest('[role="switch"]') : null;
    if (!target) return;
    if (target instanceof HTMLInputElement) {
      if (this.skin !== 'react') return;
      // A controlled checkbox shows its old state again at once and the new one only after rendering.
      event.preventDefault();
      setTimeout(() => this.#ask(!this.on, this.#trusted()));
      return;
    }
    if (target.getAttribute('aria-disabled') === 'true') return;
    if (this.skin === 'react') setTimeout(() => this.#ask(!this.on, this.#trusted()));
    else this.#ask(!this.on, this.#trusted());
  }

  /** @param {Event} event */
  #changed(event) {
    const { target } = event;
    if (!(target instanceof HTMLInputElement)) return;
    if (target.type === 'radio') this.#choose(target.value, this.#trusted());
    else this.#ask(target.checked, this.#trusted());
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const target = event.target;
    if (!(target instanceof HTMLDivElement) || target.getAttribute('role') !== 'switch') return;
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    quietly(() => target.click());
  }

  /** The browser makes a change event trusted even when a script clicked; the click is what tells. */
  #trusted() {
    return performance.now() - this.#trustedAt < SAME_GESTURE_MS;
  }

  /**
   * @param {boolean} on
   * @param {boolean} trusted
   */
  #ask(on, trusted) {
    if (this.block.asks) {
      this.#show(this.on);
      this.#dialogs += 1;
      void fetch(`/lab/avatar.svg?dialog=${this.#dialogs}`); // so that the lab's log knows of it
      quietly(() => interrupt('plain'));
      return;
    }
    if (this.block.confirm && !on) {
      this.#show(this.on);
      this.#confirm(this.block.confirm, () => void this.#turn(on, trusted));
      return;
    }
    void this.#turn(on, trusted);
  }

  /**
   * @param {boolean} on
   * @param {boolean} trusted
   */
  async #turn(on, trusted) {
    const before = this.on;
    const { key, delayMS, draws } = this.block;
    this.#show(delayMS ? before : on);
    if (draws && !on) setTimeout(() => this.#drawOthersOff(), draws);
    const answer = await save(key, { on, trusted, delayMS });
    if (delayMS && answer.ok) this.#show(on);
    if (answer.flipBack !== null) setTimeout(() => this.#show(before), answer.flipBack * 1000);
  }

  #drawOthersOff() {
    for (const other of Control.#page) if (other !== this) other.#show(false);
  }

  /**
   * @param {string} value
   * @param {boolean} trusted
   */
  async #choose(value, trusted) {
    const before = this.value;
    this.value = value;
    const answer = await save(this.block.key, { value, trusted });
    if (answer.flipBack === null) return;
    setTimeout(() => {
      this.value = before;
      this.#show(this.on);
    }, answer.flipBack * 1000);
  }

  /** @param {boolean} on */
  #show(on) {
    this.on = on;
    if (this.signal.aborted) return;
    for (const root of this.#roots) quietly(() => (this.skin === 'react' ? this.#replace(root) : this.#paint(root)));
  }

  #replaceAll() {
    for (const root of this.#roots) quietly(() => this.#replace(root));
  }

  /** Puts an equal control in the place of the old one, as a render does. @param {ParentNode & Node} root */
  #replace(root) {
    const old = [...root.querySelectorAll('input, [role="switch"]')];
    const { activeElement } = document;
    for (const node of old) {
      const copy = /** @type {HTMLElement} */ (node.cloneNode(true));
      node.replaceWith(copy);
      if (node === activeElement) copy.focus();
    }
    this.#paint(root);
  }

  /** @param {ParentNode & Node} root */
  #paint(root) {
    for (const node of root.querySelectorAll('input, [role="switch"]')) {
      if (node instanceof HTMLInputElement) node.checked = node.type === 'radio' ? node.value === this.value : this.on;
      if (node.hasAttribute('aria-checked')) node.setAttribute('aria-checked', String(this.on));
      if (this.knows && node.hasAttribute('aria-busy'))
        for (const name of ['aria-busy', 'aria-disabled', 'disabled']) node.removeAttribute(name);
    }
    for (const word of root.querySelectorAll('.artdeco-toggle__text')) word.textContent = this.block.words[this.on ? 0 : 1];
  }

  /**
   * @param {string} yes
   * @param {() => void} then
   */
  #confirm(yes, then) {
    const dialog = document.createElement('dialog');
    for (const [text, act] of /** @type {[string, () => void][]} */ ([
      [yes, then],
      ['Lab: cancel', () => {}],
    ])) {
      const button = document.createElement('button');
      button.textContent = text;
      button.addEventListener('click', () => {
        quietly(() => dialog.remove());
        act();
      });
      dialog.append(button);
    }
    quietly(() => {
      document.body.append(dialog);
      dialog.showModal();
    });
  }
}
