/**
 * Small helpers to build elements and to change only what differs, so that a new view moves neither
 * the keyboard focus nor the scroll position, and a screen reader hears only what is new.
 */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/**
 * @template {HTMLElement} T
 * @param {string} id of an element that the page is known to have
 * @param {new () => T} type
 * @returns {T}
 */
export function byId(id, type) {
  const node = document.getElementById(id);
  if (!(node instanceof type)) throw new Error(`page has no ${type.name} with id ${id}`);
  return node;
}

/**
 * @param {Element} node
 * @param {string} words
 */
export function setText(node, words) {
  if (node.textContent !== words) node.textContent = words;
}

/**
 * Sets the text and shows the element only when there is one.
 * @param {HTMLElement} node
 * @param {string} words
 */
export function say(node, words) {
  setText(node, words);
  node.hidden = words === '';
}

/**
 * @param {Element} node
 * @param {string} name
 * @param {string} value
 */
export function setAttribute(node, name, value) {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

/**
 * Makes the children of a parent follow a list: one child for each item, found again by key.
 * @template Item
 * @param {Element} parent
 * @param {Item[]} items
 * @param {(item: Item) => string} keyOf
 * @param {(item: Item) => HTMLElement} create
 * @param {(node: HTMLElement, item: Item) => void} update
 */
export function keyed(parent, items, keyOf, create, update) {
  const old = new Map([...parent.children].map((child) => [child.getAttribute('data-key') ?? '', /** @type {HTMLElement} */ (child)]));
  const kept = new Set(items.map(keyOf));
  // What is gone leaves first: moving a child that stays would take the focus from it.
  for (const [key, node] of old) if (!kept.has(key)) node.remove();
  items.forEach((item, place) => {
    const key = keyOf(item);
    const node = old.get(key) ?? create(item);
    node.setAttribute('data-key', key);
    if (parent.children[place] !== node) parent.insertBefore(node, parent.children[place] ?? null);
    update(node, item);
  });
}
