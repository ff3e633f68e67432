/**
 * Small helpers to build elements and to change only what differs, so that a new view moves neither
 * the keyboard focus nor the scroll position, and a screen reader hears only what is new.
 *
 * A *part* is a piece of a page: an element that is made once, and a function that makes it show what is true now.
 * Whoever makes one keeps hold of the elements in it that change, so that nothing has to be looked up again.
 */

/** @typedef {import('./view.js').View} View */

/**
 * @template Item
 * @typedef {{node: HTMLElement, show: (item: Item, view: View) => void}} Part
 */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]} Words with a language of their own run in the direction of these words, whatever the page's is.
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if ('lang' in attributes) node.dir = 'auto';
  node.append(...children);
  return node;
}

/**
 * @param {Record<string, string>} attributes
 * @param {() => void} act when it is pressed
 * @param {...(Node | string)} children
 */
export function button(attributes, act, ...children) {
  const node = el('button', { type: 'button', ...attributes }, ...children);
  node.addEventListener('click', act);
  return node;
}

/** @param {...(Node | string)} children @returns {HTMLElement} a paragraph in small print */
export const small = (...children) => el('p', { class: 'small' }, ...children);

/** @param {Node | string} name @returns {HTMLElement} what a button or link is about, for those who do not see beside what it stands */
export const ofWhat = (name) => el('span', { class: 'unseen' }, ': ', name);

/** @param {string} words @returns {HTMLElement} words of LinkedIn's own, in whatever language */
export const verbatim = (words) => el('span', { lang: '' }, words);

/** @param {string} words of LinkedIn's own @returns {HTMLElement} in the quotes of the page's language */
export const quoted = (words) => el('q', {}, verbatim(words));

/**
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} id of an element that the page is known to have
 * @param {new () => T} [type] of it, where more is asked of it than of any element
 * @returns {T}
 */
export function byId(id, type = /** @type {new () => T} */ (HTMLElement)) {
  const node = document.getElementById(id);
  if (!(node instanceof type)) throw new Error(`page has no ${type.name} with id ${id}`);
  return node;
}

/** @param {Element} node @param {string} words */
export function setText(node, words) {
  if (node.textContent !== words) node.textContent = words;
}

/** Sets the text and shows the element only when there is one. @param {HTMLElement} node @param {string} words */
export function say(node, words) {
  setText(node, words);
  node.hidden = words === '';
}

/** @param {Element} node @param {string} name @param {string} value */
export function setAttribute(node, name, value) {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

/** @returns {(...now: unknown[]) => boolean} whether that differs from what it was told before */
export function differing() {
  let last = '';
  return (...now) => {
    const before = last;
    last = JSON.stringify(now);
    return last !== before;
  };
}

/**
 * Makes the children of an element follow a list: one part for each item, found again by key.
 * @template Item
 * @param {Element} parent
 * @param {(item: Item) => string} keyOf what an item is known by; what a part is made from belongs in it
 * @param {(item: Item) => Pick<Part<Item>, 'node'> & Partial<Part<Item>>} create without `show` what is made never changes
 * @returns {(items: Item[], view: View) => boolean} whether one that is gone had the focus, which is then to be given to another
 */
export function keyed(parent, keyOf, create) {
  /** @type {Map<string, ReturnType<typeof create>>} */
  let parts = new Map();
  return (items, view) => {
    const focused = parent.contains(document.activeElement);
    /** @type {typeof parts} */
    const next = new Map();
    for (const item of items) next.set(keyOf(item), parts.get(keyOf(item)) ?? create(item));
    // What is gone leaves first: moving a child that stays would take the focus from it.
    for (const [key, { node }] of parts) if (!next.has(key)) node.remove();
    parts = next;
    [...parts].forEach(([key, { node }], place) => {
      setAttribute(node, 'data-key', key);
      if (parent.children[place] !== node) parent.insertBefore(node, parent.children[place] ?? null);
    });
    for (const item of items) parts.get(keyOf(item))?.show?.(item, view);
    return focused && !parent.contains(document.activeElement);
  };
}

/**
 * Fills a box only while it is open, because there are many of them.
 * @template {unknown[]} Shown
 * @param {HTMLDetailsElement} box
 * @param {(...shown: Shown) => void} fill
 * @returns {(...shown: Shown) => void} tells it what to show now
 */
export function whileOpen(box, fill) {
  let now = () => {};
  box.addEventListener('toggle', () => now());
  return (...shown) => {
    now = () => {
      if (box.open) fill(...shown);
    };
    now();
  };
}
