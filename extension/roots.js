/**
 * Where controls may stand: the document, the open shadow roots and the frames in it, also those that come later. It hears of
 * every change in them, and finds again what it was asked for only where something has changed.
 */

/** @typedef {Document | ShadowRoot} Root */

/**
 * @param {string} selector of what is looked for
 * @param {AbortSignal} signal ends it
 * @param {(root: Root) => void} adopted called for each root, once
 * @param {() => void} changed called when there may be something new to see
 */
const openRoots = (selector, signal, adopted, changed) => {
  'use strict';

  const ATTRIBUTES =
    'aria-busy aria-checked aria-disabled aria-label aria-labelledby aria-modal aria-pressed aria-readonly aria-valuenow checked class disabled for hidden href id inert open role style type';
  const MAY_HOST = /-|^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/;
  /** So many elements without content are watched, and so many others looked through at a time. */
  const MAX_WATCHED = 2000;
  /** The pace at which is looked for what the browser does not tell of, in milliseconds. */
  const PACE = 500;

  /** @type {Map<Root, Element[]>} what was found in each */
  const roots = new Map();
  /** @type {Set<Element>} what may still get a shadow root */
  const hopefuls = new Set();
  /** Something is not as it was when it was searched. */
  let stale = true;
  /** @type {Set<Element>} everything around what was written, put in or taken out since the last look */
  const written = new Set();
  /** @type {WeakMap<Element, string>} */
  const texts = new WeakMap();

  /** @param {MutationRecord[]} records */
  function note(records) {
    stale ||= records.length > 0;
    for (const { type, target, addedNodes } of records) {
      for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) discover(/** @type {Element} */ (node));
      if (type !== 'attributes' && target.isConnected) noteWritten(target);
    }
  }
  const observer = new MutationObserver((records) => {
    note(records);
    changed();
  });
  const resized = new ResizeObserver(() => {
    if (seeHopefuls()) changed();
  });

  /** @param {Node} node */
  function noteWritten(node) {
    let at = node.nodeType === Node.ELEMENT_NODE ? /** @type {Element} */ (node) : (node.parentElement ?? anchorOf(node.getRootNode()));
    for (; at && !written.has(at); at = sight.around(at)) written.add(at);
  }

  /** @param {Node} root @returns {Element | null} what it stands in */
  const anchorOf = (root) => /** @type {ShadowRoot} */ (root).host ?? /** @type {Document} */ (root).defaultView?.frameElement ?? null;

  /** @param {Root | null | undefined} root */
  function adopt(root) {
    if (!root || roots.has(root)) return;
    stale = true;
    roots.set(root, []);
    const attributeFilter = ATTRIBUTES.split(' ');
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter });
    for (const name of ['change', 'click', 'load', 'transitionend']) {
      root.addEventListener(
        name,
        ({ target }) => {
          if (name === 'load') inside(/** @type {Element} */ (target));
          setTimeout(changed); // the control may be half turned now
        },
        { capture: true, signal },
      );
    }
    adopted(root);
    discover(root);
  }

  /** @param {Element | Root} node */
  function discover(node) {
    inside(/** @type {Element} */ (node));
    if (node.firstElementChild) for (const el of node.querySelectorAll('*')) inside(el);
  }

  /** @param {Element} el */
  function inside(el) {
    const { localName, shadowRoot } = el;
    if (shadowRoot) adopt(shadowRoot);
    else if (localName === 'iframe') {
      adopt(/** @type {HTMLIFrameElement} */ (el).contentDocument);
    } else if (localName && MAY_HOST.test(localName) && (!el.firstChild || localName.includes('-')) && hopefuls.size < MAX_WATCHED) {
      hopefuls.add(el);
      // What is drawn in it gives it a size, or what it stands in where it is part of a line.
      for (const each of [el, el.parentElement]) if (each) resized.observe(each);
    }
  }

  /** A shadow root that comes later is no mutation. @returns {boolean} whether one has come */
  function seeHopefuls() {
    let found = false;
    for (const el of hopefuls) {
      if (el.shadowRoot) adopt(el.shadowRoot);
      found ||= !!el.shadowRoot;
      if (!el.shadowRoot && el.isConnected) continue;
      hopefuls.delete(el);
      resized.unobserve(el);
    }
    return found;
  }

  let swept = 0;

  /** Looks, some at a time, for shadow roots of elements with content, and for all else that nothing tells of. */
  function sweep() {
    if (document.hidden) return;
    const all = document.getElementsByTagName('*');
    for (let n = Math.min(MAX_WATCHED, all.length); n > 0; n--) adopt(all[swept++ % all.length].shadowRoot);
    for (const root of roots.keys()) if (root !== document) for (const el of root.querySelectorAll('*')) adopt(el.shadowRoot);
    changed();
  }

  /** Searches again where something has changed. @returns {boolean} whether anything has */
  function search() {
    note(observer.takeRecords());
    seeHopefuls();
    for (const root of roots.keys()) {
      if ('defaultView' in root ? root.defaultView : root.isConnected) continue;
      roots.delete(root);
      stale = true;
    }
    if (!stale) return false;
    for (const root of roots.keys()) roots.set(root, [...root.querySelectorAll(selector)]);
    stale = false;
    return true;
  }

  /** @param {Element} card */
  function textOf(card) {
    const last = texts.get(card);
    if (last !== undefined && !written.has(card)) return last;
    let text = card.textContent ?? '';
    for (const root of roots.keys()) {
      const anchor = anchorOf(root);
      if (anchor && sight.holds(card, anchor)) text += `\n${'body' in root ? root.body?.textContent : root.textContent}`;
    }
    text = text.replace(/\s+/g, ' ');
    if (text === last) return last; // the same string is soon compared
    texts.set(card, text);
    return text;
  }

  adopt(document);
  const sweeping = setInterval(sweep, PACE);
  signal.addEventListener('abort', () => {
    clearInterval(sweeping);
    observer.disconnect();
    resized.disconnect();
  });
  return {
    search,
    textOf,
    /** Everything that was written has been read. */
    read: () => written.clear(),
    /** @param {string} those @returns {Element[]} of what was found */
    all: (those) => [...roots.values()].flat().filter((el) => el.matches(those)),
  };
};
