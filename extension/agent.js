/**
 * The agent: the eyes and the hand on a settings page. It reports the switches
 * it sees, clicks one or marks one when told to, and decides nothing. It leaves
 * no trace in the page: no storage, no globals, no attributes, and a mark only
 * in a closed shadow root that goes away.
 */
(() => {
  'use strict';

  const SELECTOR = 'input[type=checkbox],input[type=radio],[role=switch]';
  const SAVES = '/mysettings-api/';
  const MOST = 500;
  const doc = crypto.randomUUID();

  /** @typedef {Document | ShadowRoot} Root */
  /** @type {Set<Root>} */
  const roots = new Set();
  /** @type {Set<Element>} elements that may still get a shadow root */
  const hopefuls = new Set();
  /** @type {WeakMap<Element, number>} */
  const refs = new WeakMap();
  /** @type {Map<number, WeakRef<HTMLElement>>} */
  const elements = new Map();
  let lastRef = 0;
  /** @type {Map<string, {on: boolean, moved: boolean, clicks: number}>} by aria-labelledby and id */
  const history = new Map();
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

  // ---- where to look

  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node instanceof Element) discover(node);
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
      attributeFilter: ['aria-checked', 'aria-disabled', 'aria-labelledby', 'checked', 'class', 'disabled', 'hidden', 'id', 'open', 'style'],
    });
    for (const event of ['change', 'click', 'load', 'transitionend']) {
      root.addEventListener(event, ({ target }) => {
        if (event === 'load' && target instanceof HTMLIFrameElement) inside(target);
        soon();
        setTimeout(soon);
      }, true);
    }
    for (const element of root.querySelectorAll('*')) inside(element);
  }

  /** @param {Element} node */
  function discover(node) {
    inside(node);
    if (node.firstElementChild) for (const element of node.querySelectorAll('*')) inside(element);
  }

  /** @param {Element} element */
  function inside(element) {
    if (element.shadowRoot) adopt(element.shadowRoot);
    else if (element.localName.includes('-')) hopefuls.add(element);
    else if (element instanceof HTMLIFrameElement) adopt(frameDocument(element));
  }

  /** @param {HTMLIFrameElement} frame */
  function frameDocument(frame) {
    try {
      return frame.contentDocument;
    } catch {
      return null; // another origin's
    }
  }

  // ---- what is there

  /** @param {string | null | undefined} text */
  const tidy = (text) => (text ?? '').normalize('NFC').replace(/\s+/gu, ' ').trim().slice(0, 200);

  /** @param {Element} element */
  const labelsOf = (element) => [...(/** @type {HTMLInputElement} */ (element).labels ?? [])];

  /** @param {Element} element */
  function nameOf(element) {
    const root = /** @type {Root} */ (element.getRootNode());
    const ids = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
    const named = ids.map((id) => root.getElementById?.(id)?.textContent ?? '').join(' ');
    return tidy(named) || tidy(element.getAttribute('aria-label')) || tidy(labelsOf(element)[0]?.textContent);
  }

  /** @param {Element} element */
  function headingOf(element) {
    /** @type {Element | null} */
    let around = element.parentElement;
    for (let i = 0; around && i < 8; i++, around = around.parentElement) {
      const heading = around.querySelector('h1,h2,h3,h4,legend');
      if (heading) return tidy(heading.textContent);
    }
    return '';
  }

  /** @param {Element} element */
  function drawn(element) {
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && box.right + scrollX > 0 && box.bottom + scrollY > 0
      && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  }

  /**
   * A styled switch often lies over an input of no size: then its wrapper or its label counts.
   * @param {Element} element
   */
  function visible(element) {
    if (drawn(element)) return true;
    if (labelsOf(element).some(drawn)) return true;
    return !!element.parentElement && element.checkVisibility({ visibilityProperty: true }) && drawn(element.parentElement);
  }

  /** @param {Element} element */
  const enabled = (element) => !element.matches(':disabled') && element.getAttribute('aria-disabled') !== 'true';

  /**
   * Whether the control is on; null when it does not say, or says two things.
   * @param {Element} element
   */
  function position(element) {
    const aria = element.getAttribute('aria-checked');
    const said = aria === 'true' ? true : aria === 'false' ? false : null;
    if (element.localName !== 'input') return said;
    const { checked } = /** @type {HTMLInputElement} */ (element);
    return aria === null || said === checked ? checked : null;
  }

  /** @param {Element} element */
  function kindOf(element) {
    if (element.localName !== 'input') return 'button';
    if (/** @type {HTMLInputElement} */ (element).type === 'radio') return 'radio';
    return element.getAttribute('role') === 'switch' ? 'switch' : 'checkbox';
  }

  /** @param {HTMLElement} element */
  function refOf(element) {
    let ref = refs.get(element);
    if (!ref) {
      ref = ++lastRef;
      refs.set(element, ref);
      elements.set(ref, new WeakRef(element));
    }
    return ref;
  }

  /** @param {Element} element */
  const nameInHistory = (element) => `${element.getAttribute('aria-labelledby') ?? ''} ${element.id}`;

  /** @param {HTMLElement} element */
  function describe(element) {
    const on = position(element);
    const name = nameInHistory(element);
    let past = history.get(name);
    if (!past && on !== null) history.set(name, past = { on, moved: false, clicks: 0 });
    if (past && on !== null && on !== past.on) past.moved = true;
    return {
      ref: refOf(element),
      kind: kindOf(element),
      key: element.getAttribute('aria-labelledby') ?? '',
      id: element.id,
      label: nameOf(element),
      heading: headingOf(element),
      on,
      moved: past?.moved ?? false,
      clicks: past?.clicks ?? 0,
      enabled: enabled(element),
      visible: visible(element),
    };
  }

  function snapshot() {
    for (const element of hopefuls) {
      if (element.shadowRoot) {
        hopefuls.delete(element);
        adopt(element.shadowRoot);
      }
    }
    const controls = [];
    let more = 0;
    for (const root of roots) {
      if (!(root instanceof Document ? root.defaultView : root.isConnected)) {
        roots.delete(root);
        continue;
      }
      for (const element of root.querySelectorAll(SELECTOR)) {
        if (controls.length < MOST) controls.push(describe(/** @type {HTMLElement} */ (element)));
        else more++;
      }
    }
    const load = /** @type {PerformanceNavigationTiming | undefined} */ (performance.getEntriesByType('navigation')[0]);
    return {
      doc,
      path: location.pathname,
      lang: document.documentElement.lang.toLowerCase(),
      frontEnd: document.querySelector('main#workspace') ? 'react' : document.querySelector('.ember-view') ? 'ember' : '',
      ready: document.readyState === 'complete',
      status: load?.responseStatus ?? 0,
      dialog: [...document.querySelectorAll('dialog:modal,[aria-modal=true]')].some(drawn),
      more,
      controls,
      saves,
    };
  }

  // ---- telling

  /** Reports now when the page was quiet, and otherwise as soon as the last report has been paid for. */
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
    const now = snapshot();
    const text = JSON.stringify(now);
    if (always || text !== sent) {
      sent = text;
      post({ type: 'snapshot', snapshot: now });
    }
    const ended = performance.now();
    free = ended + Math.max(30, 4 * (ended - began));
  }

  /** @param {object} message */
  function post(message) {
    try {
      (port ?? connect()).postMessage(message);
    } catch {
      end(); // the extension was updated or removed
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
    if (message.do === 'stay') stay = message.on;
    if (message.do === 'look') tell(true);
    if (message.do === 'click') click(message);
    if (message.do === 'mark' && message.doc === doc) mark(message);
    if (message.do === 'stay' && !stay) removeMark();
  }

  // ---- doing

  /**
   * Why the click must not be carried out, or '' when all is as it was decided.
   * @param {HTMLElement | undefined} element
   * @param {any} order
   */
  function objection(element, order) {
    if (order.doc !== doc) return 'other-document';
    if (location.pathname !== order.path) return 'other-page';
    if (!element?.isConnected) return 'gone';
    if (![element.getAttribute('aria-labelledby'), element.id].includes(order.key)) return 'other-key';
    if (position(element) !== order.on) return 'other-position';
    if (!enabled(element)) return 'disabled';
    if (!visible(element)) return 'hidden';
    if ((history.get(nameInHistory(element))?.clicks ?? 0) >= order.n) return 'done-before';
    const { key, id } = describe(element);
    const twins = snapshot().controls.filter((c) => c.visible && c.key === key && c.id === id);
    return twins.length === 1 ? '' : 'not-alone';
  }

  /** @param {any} order */
  function click(order) {
    const element = elements.get(order.ref)?.deref();
    const why = objection(element, order);
    if (element && !why) {
      const past = history.get(nameInHistory(element));
      if (past) past.clicks = order.n;
      element.click();
    }
    tell(true);
    post({ type: 'clicked', doc, key: order.key, n: order.n, done: !why, why });
    setTimeout(soon);
  }

  /** @param {{ref: number, text: string}} order */
  function mark({ ref, text }) {
    removeMark();
    const element = elements.get(ref)?.deref();
    if (!element) return;
    const target = [element, ...labelsOf(element), element.parentElement].find((x) => x && drawn(x)) ?? element;
    const host = document.createElement('div');
    const shadow = host.attachShadow({ mode: 'closed' });
    const ring = document.createElement('div');
    const note = document.createElement('div');
    ring.style.cssText = 'position:fixed;z-index:2147483647;pointer-events:none;box-sizing:border-box;border:3px solid #ffd60a;outline:3px solid #1b1f24;border-radius:10px';
    note.style.cssText = 'position:fixed;z-index:2147483647;pointer-events:none;background:#1b1f24;color:#fff;font:600 14px/1.4 system-ui,sans-serif;padding:6px 12px;border:2px solid #ffd60a;border-radius:8px;max-width:80vw';
    note.setAttribute('role', 'status');
    note.textContent = text;
    shadow.append(ring, note);
    document.documentElement.append(host);
    const place = () => {
      const box = target.getBoundingClientRect();
      Object.assign(ring.style, {
        left: `${box.left - 8}px`, top: `${box.top - 8}px`, width: `${box.width + 16}px`, height: `${box.height + 16}px`,
      });
      const above = box.top > 70;
      Object.assign(note.style, {
        left: `${Math.max(8, Math.min(box.left - 8, innerWidth - note.offsetWidth - 8))}px`,
        top: `${above ? box.top - 20 - note.offsetHeight : box.bottom + 20}px`,
      });
    };
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    target.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' });
    place();
    const stop = new AbortController();
    const resized = new ResizeObserver(place);
    resized.observe(document.documentElement);
    resized.observe(target);
    addEventListener('scroll', place, { capture: true, passive: true, signal: stop.signal });
    addEventListener('resize', place, { signal: stop.signal });
    removeMark = () => {
      removeMark = () => {};
      stop.abort();
      resized.disconnect();
      host.remove();
    };
  }

  // ---- begin

  new PerformanceObserver((list) => {
    for (const { name, responseStatus } of /** @type {PerformanceResourceTiming[]} */ (list.getEntries())) {
      const at = name.indexOf(SAVES);
      if (at < 0) continue;
      saves.push({ key: name.slice(at).split(/[?#]/)[0].split('/').pop() ?? '', status: responseStatus ?? 0 });
      if (saves.length > 100) saves.shift();
      soon();
      setTimeout(soon, 50);
    }
  }).observe({ type: 'resource', buffered: true });
  addEventListener('load', soon);
  addEventListener('pageshow', ({ persisted }) => { if (persisted) tell(true); });
  adopt(document);
  tell();
})();
