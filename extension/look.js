/**
 * What a settings page shows: its switches and all that is known of each, the rows of a category page, the answers to the
 * page's own saves, whose account it is. It looks and remembers; it changes nothing in the page and speaks to nobody.
 * This script, mark.js and agent.js share one scope, which the page cannot see.
 */

/** @typedef {Document | ShadowRoot} Root */

/**
 * @param {string} doc this document's own name
 * @param {() => void} changed called when there may be something new to see
 */
const openEyes = (doc, changed) => {
  'use strict';

  const SELECTOR = 'input[type=checkbox],input[type=radio],[role=switch]';
  const SAVE = /\/mysettings-api\/(?:[^?#]*\/)?([^/?#]*)/;
  // More than this the engine does not read.
  const MAX_CONTROLS = 500;
  const MAX_ROWS = 300;
  const MAX_SAVES = 100;
  const born = Date.now(); // timeOrigin lags after a sleep

  /** @type {Set<Root>} */
  const roots = new Set();
  /** @type {Set<Element>} custom elements, which may still get a shadow root */
  const hopefuls = new Set();
  /** @type {WeakMap<Element, number>} */
  const refs = new WeakMap();
  let lastRef = 0;
  /** @type {Map<string, {on: boolean, moved: number}>} positions by aria-labelledby and id */
  const history = new Map();
  /** @type {Map<string, number>} the newest click that was carried out, by the key it was ordered for */
  const clicked = new Map();
  /** @type {import('./messages.js').Save[]} */
  const saves = [];

  const closed = new AbortController();
  /** @type {PerformanceObserver[]} */
  const watchers = [];
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) discover(/** @type {Element} */ (node));
    }
    changed();
  });

  /** @param {Root | null | undefined} root */
  function adopt(root) {
    if (!root || roots.has(root)) return;
    roots.add(root);
    observer.observe(root, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: 'aria-checked aria-disabled aria-labelledby checked class disabled hidden id open style'.split(' '),
    });
    for (const name of ['change', 'click', 'load', 'transitionend']) {
      root.addEventListener(
        name,
        ({ target }) => {
          if (name === 'load') inside(/** @type {Element} */ (target));
          setTimeout(changed); // the control may be half turned now
        },
        { capture: true, signal: closed.signal },
      );
    }
    discover(root);
  }

  /**
   * The answers to the page's own saves, as far as the browser shows them.
   * @param {(Window & typeof globalThis) | null} view
   */
  function watchSaves(view) {
    if (!view) return;
    const watcher = new view.PerformanceObserver((list) => {
      for (const { name, responseStatus } of /** @type {PerformanceResourceTiming[]} */ (list.getEntries())) {
        const key = SAVE.exec(name)?.[1];
        if (key === undefined) continue;
        saves.push({ key, status: responseStatus ?? 0 });
        if (saves.length > MAX_SAVES) saves.shift();
        changed();
        setTimeout(changed, 50);
      }
    });
    watcher.observe({ type: 'resource', buffered: true });
    watchers.push(watcher);
  }

  /** @param {Element | Root} node */
  function discover(node) {
    inside(/** @type {Element} */ (node));
    if (node.firstElementChild) for (const el of node.querySelectorAll('*')) inside(el);
  }

  /** @param {Element} el */
  function inside(el) {
    if (el.shadowRoot) adopt(el.shadowRoot);
    else if (el.localName?.includes('-')) hopefuls.add(el);
    else if (el.localName === 'iframe') {
      const inner = /** @type {HTMLIFrameElement} */ (el).contentDocument;
      if (!inner || roots.has(inner)) return;
      adopt(inner);
      watchSaves(inner.defaultView);
    }
  }

  /** @param {string | null | undefined} text */
  const tidy = (text) => (text ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim().slice(0, 200);

  /** @param {Element} el */
  function labelsOf(el) {
    const { labels } = /** @type {HTMLInputElement} */ (el);
    return [...(labels ?? [])];
  }

  /** @param {Element} el */
  function nameOf(el) {
    const root = /** @type {Root} */ (el.getRootNode());
    const ids = (el.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
    const named = ids.map((id) => root.getElementById?.(id)?.textContent ?? '').join(' ');
    return tidy(named) || tidy(el.getAttribute('aria-label')) || tidy(labelsOf(el)[0]?.textContent);
  }

  /** @param {Element} el */
  function headingOf(el) {
    /** @type {Element | null} */
    let around = el;
    for (let i = 0; i < 8; i++) {
      around = around.parentElement;
      if (!around) break;
      const heading = around.querySelector('h1,h2,h3,h4,legend');
      if (heading) return tidy(heading.textContent);
    }
    return '';
  }

  /** @param {Element} el */
  function drawn(el) {
    const box = el.getBoundingClientRect();
    return (
      box.width > 1 &&
      box.height > 1 &&
      box.right + scrollX > 0 &&
      box.bottom + scrollY > 0 &&
      el.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    );
  }

  /**
   * A styled switch may lie over an input of no size: its wrapper or label counts then.
   * @param {Element} el
   */
  function visible(el) {
    const { parentElement } = el;
    return (
      [el, ...labelsOf(el)].some(drawn) || (!!parentElement && el.checkVisibility({ visibilityProperty: true }) && drawn(parentElement))
    );
  }

  /**
   * Whether the control is on; null when it does not say, or says two things.
   * @param {Element} el
   */
  function position(el) {
    const aria = el.getAttribute('aria-checked');
    const said = aria === 'true' ? true : aria === 'false' ? false : null;
    if (el.localName !== 'input') return said;
    const { checked } = /** @type {HTMLInputElement} */ (el);
    return aria === null || said === checked ? checked : null;
  }

  /** @param {Element} el */
  function refOf(el) {
    let ref = refs.get(el);
    if (!ref) {
      ref = ++lastRef;
      refs.set(el, ref);
    }
    return ref;
  }

  /**
   * @param {Element} el
   * @returns {import('./messages.js').Control}
   */
  function describe(el) {
    const { id } = el;
    const key = el.getAttribute('aria-labelledby') ?? '';
    const on = position(el);
    const past = history.get(`${key} ${id}`);
    let moved = past?.moved ?? 0;
    if (past && on !== null && on !== past.on) moved = Date.now();
    if (on !== null) history.set(`${key} ${id}`, { on, moved });
    return {
      ref: refOf(el),
      kind:
        el.localName !== 'input'
          ? 'button'
          : (['radio', 'switch'].find((kind) => el.matches(`[type=${kind}],[role=${kind}]`)) ?? 'checkbox'),
      key,
      id,
      label: nameOf(el),
      heading: headingOf(el),
      on,
      moved,
      clicks: clicked.get(key) ?? clicked.get(id) ?? 0,
      enabled: !el.matches(':disabled') && el.getAttribute('aria-disabled') !== 'true',
      visible: visible(el),
    };
  }

  /**
   * The rows of a category page are links: their first text is the title, their last LinkedIn's word for the state.
   * @returns {import('./messages.js').Row[]}
   */
  function rows() {
    if (!location.pathname.includes('/categories/')) return [];
    return [...document.querySelectorAll('a[href^="/mypreferences/"]')].slice(0, MAX_ROWS).map((link) => {
      const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(tidy(walker.currentNode.nodeValue));
      const said = texts.filter(Boolean);
      return {
        path: /** @type {HTMLAnchorElement} */ (link).pathname,
        title: said[0] ?? '',
        state: (said.length > 1 && said.at(-1)) || '',
      };
    });
  }

  /** Whose settings these are, by the link to the person's own profile in the page's header. */
  const member = () =>
    document.querySelector('header a[href*="/in/"],nav a[href*="/in/"]')?.getAttribute('href')?.split('/in/')[1].split(/[/?#]/)[0] ?? '';

  /** @returns {import('./messages.js').Snapshot} */
  function snapshot() {
    for (const el of hopefuls) {
      adopt(el.shadowRoot);
      if (el.shadowRoot || !el.isConnected) hopefuls.delete(el);
    }
    const controls = [];
    let more = 0;
    for (const root of roots) {
      if (!('defaultView' in root ? root.defaultView : root.isConnected)) {
        roots.delete(root);
        continue;
      }
      for (const el of root.querySelectorAll(SELECTOR)) {
        if (controls.length < MAX_CONTROLS) controls.push(describe(el));
        else more++;
      }
    }
    const [load] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
    return {
      doc,
      born,
      path: location.pathname,
      lang: document.documentElement.lang.toLowerCase(),
      frontEnd: document.querySelector('main#workspace') ? 'react' : document.querySelector('.ember-view') ? 'ember' : '',
      ready: document.readyState === 'complete',
      status: load?.responseStatus ?? 0,
      dialog: [...document.querySelectorAll('dialog:modal,[aria-modal=true]')].some(drawn),
      more,
      controls,
      rows: rows(),
      saves,
    };
  }

  /** @param {number} ref */
  const elementOf = (ref) => [...roots].flatMap((root) => [...root.querySelectorAll(SELECTOR)]).find((el) => refs.get(el) === ref);

  /**
   * What of a control a person sees: itself, a label of it or what is around it.
   * @param {Element} el
   * @returns {Element}
   */
  const faceOf = (el) => [el, ...labelsOf(el), el.parentElement].find((x) => x && drawn(x)) ?? el;

  watchSaves(window);
  adopt(document);
  return {
    snapshot,
    member,
    describe,
    elementOf,
    faceOf,
    /** Remembers a click for the snapshots to come. @param {string} key @param {number} n */
    noteClick: (key, n) => clicked.set(key, n),
    close() {
      closed.abort();
      observer.disconnect();
      for (const watcher of watchers) watcher.disconnect();
    },
  };
};
