/**
 * What is to be known of a settings page beside its controls: where it came from, whose it is, the rows of a category page, the
 * answers to the page's own saves, and whether it was a person who made it take another address.
 */

/**
 * @param {AbortSignal} signal ends it
 * @param {() => void} changed called when there may be something new to see
 */
const openPage = (signal, changed) => {
  'use strict';

  const LANDMARK = 'header,nav,[role=banner],[role=navigation]';
  const INSIDE = 'main,aside,article,dialog,[role=main],[role=complementary],[role=dialog],[role=alertdialog]';
  const SAVE = /\/mysettings-api\/(?:[^?#]*\/)?([^/?#]*)/;
  // More than this the engine does not read.
  const MAX_ROWS = 300;
  const MAX_SAVES = 100;
  const MAX_PATH = 300;
  /** What happens so long after a person's touch is theirs, in milliseconds. */
  const HAND = 1000;

  /** @type {import('./messages.js').Save[]} */
  const saves = [];
  /** @type {Element[]} */
  let bars = [];
  let frontEnd = '';
  let touched = 0;
  let { pathname } = location;
  let went = 0;
  let wentByHand = false;
  let returned = false;

  function touch() {
    touched = clock.now();
  }

  const byHand = () => clock.now() - touched < HAND;

  /** Notes that the document took another address without a load. */
  function noteAddress() {
    if (location.pathname === pathname) return;
    ({ pathname } = location);
    went = clock.now();
    wentByHand = byHand();
  }

  /** @param {Root} root */
  function adopted(root) {
    if (!('defaultView' in root)) return; // what happens in a shadow root goes on to its document
    watchSaves(root.defaultView);
    for (const name of ['pointerdown', 'pointerup', 'touchend', 'keydown', 'keyup', 'click']) {
      root.addEventListener(name, (event) => event.isTrusted && touch(), { capture: true, passive: true, signal });
    }
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
        saves.push({ key: control.tidy(key, 120), status: responseStatus ?? 0 });
        if (saves.length > MAX_SAVES) saves.shift();
        changed();
        setTimeout(changed, 50);
      }
    });
    watcher.observe({ type: 'resource', buffered: true });
    signal.addEventListener('abort', () => watcher.disconnect());
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
      while (walker.nextNode()) texts.push(control.tidy(walker.currentNode.nodeValue));
      const said = texts.filter(Boolean);
      return {
        path: /** @type {HTMLAnchorElement} */ (link).pathname.slice(0, MAX_PATH),
        title: said[0] ?? '',
        state: (said.length > 1 && said.at(-1)) || '',
      };
    });
  }

  /**
   * Whose settings these are: the one person whom the bar at the top of the page links to. A link that stands for whoever
   * is signed in, or links to several people, name nobody.
   */
  function member() {
    const bar = bars.find(sight.drawn);
    if (!bar || bar.getBoundingClientRect().top + Math.min(0, scrollY) > 100) return '';
    const people = new Set();
    for (const { origin, pathname: path } of /** @type {NodeListOf<HTMLAnchorElement>} */ (bar.querySelectorAll('a[href*="/in/"]'))) {
      const slug = origin === location.origin ? /^\/in\/([^/]+)/.exec(path)?.[1] : undefined;
      if (slug) people.add(nameIn(slug));
    }
    people.delete('me');
    return people.size === 1 ? [...people][0] : '';
  }

  /**
   * Where the document came from. Out of the HTTP cache no byte is transferred; a page that was gone back to may have been
   * kept whole. What the server has only confirmed (304) Chromium calls delivered by the cache, and Firefox cannot tell
   * from what was sent. For what comes out of its cache Firefox never says when the response ended, and for what comes from a
   * service worker neither when that was started nor how much it was.
   * @param {PerformanceNavigationTiming | undefined} load
   * @returns {import('./messages.js').Snapshot['source']}
   */
  function sourceOf(load) {
    if (returned) return 'cache';
    if (!load || (!load.responseEnd && document.readyState !== 'complete')) return '';
    if (load.workerStart > 0) return 'worker';
    const { type, transferSize, encodedBodySize, deliveryType } = /** @type {PerformanceNavigationTiming & {deliveryType?: string}} */ (
      load
    );
    if (type === 'back_forward' || deliveryType) return 'cache';
    if (transferSize) return 'server';
    return encodedBodySize ? 'cache' : navigator.serviceWorker?.controller ? 'worker' : '';
  }

  /** Finds again what is looked for in the whole page. */
  function search() {
    bars = [...document.querySelectorAll(LANDMARK)].filter((bar) => !bar.closest(INSIDE));
    frontEnd = document.querySelector('main#workspace') ? 'react' : document.querySelector('.ember-view') ? 'ember' : '';
  }

  /** What a snapshot says of the page. */
  function facts() {
    noteAddress();
    const [load] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType('navigation'));
    return {
      path: location.pathname.slice(0, MAX_PATH),
      lang: document.documentElement.lang.toLowerCase().slice(0, 40),
      frontEnd,
      ready: document.readyState === 'complete',
      source: sourceOf(load),
      went: clock.called(went),
      byHand: wentByHand,
      status: load?.responseStatus ?? 0,
      rows: rows(),
      saves,
    };
  }

  function led() {
    noteAddress();
    changed();
  }

  addEventListener('popstate', led, { signal });
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      returned ||= persisted;
    },
    { signal },
  );
  const { navigation } = /** @type {Window & {navigation?: EventTarget}} */ (window);
  navigation?.addEventListener('currententrychange', led, { signal });
  navigation?.addEventListener('navigate', (event) => /** @type {{userInitiated?: boolean}} */ (event).userInitiated && touch(), {
    signal,
  });
  return {
    adopted,
    search,
    facts,
    member,
    byHand,
    /** What moves now is not moved by a person. */
    letGo: () => {
      touched = 0;
    },
  };
};

/** @param {string} slug of a profile's address @returns {string} in the one spelling of it */
function nameIn(slug) {
  try {
    return decodeURIComponent(slug).toLowerCase().slice(0, 120);
  } catch {
    return '';
  }
}
