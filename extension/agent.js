/**
 * The eyes and the hand on a settings page: reports the switches it sees, clicks
 * or marks one when told to, decides nothing, leaves no trace in the page.
 */
(() => {
  'use strict';

  const SELECTOR = 'input[type=checkbox],input[type=radio],[role=switch]';
  const SAVE = /\/mysettings-api\/(?:[^?#]*\/)?([^/?#]*)/;
  const MOST = 500;
  const doc = crypto.randomUUID();
  const born = Date.now(); // timeOrigin lags after a sleep

  /** @typedef {Element} El */
  /** @typedef {Document | ShadowRoot} Root */
  /** @type {Set<Root>} */
  const roots = new Set();
  /** @type {Set<El>} they may still get a shadow root */
  const hopefuls = new Set();
  /** @type {WeakMap<El, number>} */
  const refs = new WeakMap();
  let lastRef = 0;
  /** @type {Map<string, {on: boolean, moved: number}>} by aria-labelledby and id */
  const history = new Map();
  /** @type {Map<string, number>} the newest click that was carried out, by the key it was ordered for */
  const clicked = new Map();
  /** @type {{key: string, status: number}[]} */
  const saves = [];

  /** @type {chrome.runtime.Port | undefined} */
  let port;
  let stay = false;
  let over = false;
  let sent = '';
  let free = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pending;
  let removeMark = () => {};

  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node.nodeType === Node.ELEMENT_NODE) discover(/** @type {El} */ (node));
    }
    soon();
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
          if (name === 'load') inside(/** @type {El} */ (target));
          setTimeout(soon); // the control may be half turned now
        },
        true,
      );
    }
    discover(root);
  }

  /** The answers to the page's own saves, as far as the browser shows them. @param {any} view */
  function watchSaves(view) {
    new view.PerformanceObserver((/** @type {PerformanceObserverEntryList} */ list) => {
      for (const { name, responseStatus } of /** @type {PerformanceResourceTiming[]} */ (list.getEntries())) {
        const key = SAVE.exec(name)?.[1];
        if (key === undefined) continue;
        saves.push({ key, status: responseStatus ?? 0 });
        if (saves.length > 100) saves.shift();
        soon();
        setTimeout(soon, 50);
      }
    }).observe({ type: 'resource', buffered: true });
  }

  /** @param {El | Root} node */
  function discover(node) {
    inside(/** @type {El} */ (node));
    if (node.firstElementChild) for (const el of node.querySelectorAll('*')) inside(el);
  }

  /** @param {El} el */
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

  /** @param {El} el */
  function labelsOf(el) {
    const { labels } = /** @type {HTMLInputElement} */ (el);
    return [...(labels ?? [])];
  }

  /** @param {El} el */
  function nameOf(el) {
    const root = /** @type {Root} */ (el.getRootNode());
    const ids = (el.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
    const named = ids.map((id) => root.getElementById?.(id)?.textContent ?? '').join(' ');
    return tidy(named) || tidy(el.getAttribute('aria-label')) || tidy(labelsOf(el)[0]?.textContent);
  }

  /** @param {El} el */
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

  /** @param {El} el */
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

  /** A styled switch may lie over an input of no size: its wrapper or label counts then. @param {El} el */
  function visible(el) {
    const { parentElement } = el;
    return (
      [el, ...labelsOf(el)].some(drawn) || (!!parentElement && el.checkVisibility({ visibilityProperty: true }) && drawn(parentElement))
    );
  }

  /** Whether the control is on; null when it does not say, or says two things. @param {El} el */
  function position(el) {
    const aria = el.getAttribute('aria-checked');
    const said = aria === 'true' ? true : aria === 'false' ? false : null;
    if (el.localName !== 'input') return said;
    const { checked } = /** @type {HTMLInputElement} */ (el);
    return aria === null || said === checked ? checked : null;
  }

  /** @param {El} el */
  function refOf(el) {
    let ref = refs.get(el);
    if (!ref) {
      ref = ++lastRef;
      refs.set(el, ref);
    }
    return ref;
  }

  /** @param {El} el */
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

  /** The rows of a category page are links: their first text is the title, their last LinkedIn's word for the state. */
  function rowsOf() {
    if (!location.pathname.includes('/categories/')) return [];
    return [...document.querySelectorAll('a[href^="/mypreferences/"]')].slice(0, 300).map((link) => {
      const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(tidy(walker.currentNode.nodeValue));
      const said = texts.filter(Boolean);
      return { path: /** @type {HTMLAnchorElement} */ (link).pathname, title: said[0] ?? '', state: said.length > 1 ? said.at(-1) : '' };
    });
  }

  /** Whose settings these are, by the link to the person's own profile in the page's header. */
  const member = () =>
    document.querySelector('header a[href*="/in/"],nav a[href*="/in/"]')?.getAttribute('href')?.split('/in/')[1].split(/[/?#]/)[0] ?? '';

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
        if (controls.length < MOST) controls.push(describe(el));
        else more++;
      }
    }
    const load = /** @type {any} */ (performance.getEntriesByType('navigation')[0]);
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
      rows: rowsOf(),
      saves,
    };
  }

  /** Reports now if the page was quiet, else as soon as the last report has been paid for. */
  function soon() {
    if (over || pending !== undefined) return;
    const wait = free - performance.now();
    if (wait <= 0) tell();
    else pending = setTimeout(tell, wait);
  }

  function tell(always = false) {
    clearTimeout(pending);
    pending = undefined;
    if (over) return;
    const began = performance.now();
    const message = { type: 'snapshot', snapshot: snapshot(), member: member() };
    const text = JSON.stringify(message);
    if (always || text !== sent) {
      sent = text;
      post(message);
    }
    const ended = performance.now();
    free = ended + Math.max(30, 4 * (ended - began));
  }

  /** @param {object} message */
  function post(message) {
    try {
      (port ?? connect()).postMessage(message);
    } catch {
      end(); // the extension is gone or new
    }
  }

  function connect() {
    const fresh = chrome.runtime.connect({ name: 'agent' });
    fresh.onMessage.addListener(obey);
    fresh.onDisconnect.addListener(() => {
      void chrome.runtime.lastError;
      port = undefined;
      sent = '';
      // The background was stopped in the middle of a run: wake it.
      if (stay) setTimeout(() => tell(true), 50);
    });
    port = fresh;
    return fresh;
  }

  function end() {
    over = true;
    observer.disconnect();
    removeMark();
  }

  /** @param {any} message */
  function obey(message) {
    if (message.do === 'look') tell(true);
    if (message.do === 'click') click(message);
    if (message.do === 'mark' && message.doc === doc) mark(message);
    if (message.do !== 'stay') return;
    stay = message.on;
    if (!stay) removeMark();
  }

  /**
   * Why the click must not be carried out, or '' when all is as it was decided.
   * @param {El | undefined} el
   * @param {any} order
   */
  function objection(el, order) {
    if (order.doc !== doc) return 'other-document';
    if (location.pathname !== order.path) return 'other-page';
    if (!el?.isConnected) return 'gone';
    const { key, id, on, enabled, visible: seen, clicks } = describe(el);
    if (key !== order.key && id !== order.key) return 'other-key';
    if (on !== order.on) return 'other-position';
    if (!enabled) return 'disabled';
    if (!seen) return 'hidden';
    if (clicks >= order.n) return 'done-before';
    const those = snapshot().controls.filter((c) => c.visible && (c.key === order.key || c.id === order.key));
    return those.length === 1 ? '' : 'not-alone';
  }

  /** @param {number} ref */
  const elementOf = (ref) => [...roots].flatMap((root) => [...root.querySelectorAll(SELECTOR)]).find((el) => refs.get(el) === ref);

  /** @param {any} order */
  function click(order) {
    const el = elementOf(order.ref);
    const why = objection(el, order);
    if (el && !why) {
      clicked.set(order.key, order.n);
      /** @type {HTMLElement} */ (el).click();
    }
    tell(true);
    post({ type: 'clicked', doc, key: order.key, n: order.n, done: !why, why });
    setTimeout(soon);
  }

  /** @param {{ref: number, text: string}} order */
  function mark({ ref, text }) {
    removeMark();
    const el = elementOf(ref);
    const target = el && ([el, ...labelsOf(el), el.parentElement].find((x) => x && drawn(x)) ?? el);
    removeMark = target ? drawMark(target, text) : () => {};
  }

  watchSaves(window);
  addEventListener('load', soon);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) tell(true);
  });
  adopt(document);
  tell();
})();
