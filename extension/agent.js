/**
 * The hand on a settings page: reports to the background what look.js sees, and clicks or marks one control when told to.
 * It decides nothing and leaves no trace in the page.
 */
(() => {
  'use strict';

  /** @typedef {import('./messages.js').FromAgent} FromAgent */
  /** @typedef {import('./messages.js').ToAgent} ToAgent */
  /** @typedef {import('./messages.js').Click} Click */

  const doc = crypto.randomUUID();
  /** Ends all that was begun here, when the extension is gone or new. */
  const over = new AbortController();

  /** @type {chrome.runtime.Port | undefined} */
  let port;
  let stay = false;
  let sent = '';
  let free = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pending;
  let removeMark = () => {};

  /** Reports now if the page was quiet, else later: at most a fifth of the time is spent on reports. */
  function soon() {
    if (over.signal.aborted || pending !== undefined) return;
    const wait = free - performance.now();
    if (wait <= 0) tell();
    else pending = setTimeout(tell, wait);
  }

  function tell(always = false) {
    clearTimeout(pending);
    pending = undefined;
    if (over.signal.aborted) return;
    const began = performance.now();
    /** @type {FromAgent} */
    const message = { type: 'snapshot', snapshot: eyes.snapshot(), member: eyes.member() };
    const text = JSON.stringify(message);
    if (always || text !== sent) {
      sent = text;
      post(message);
    }
    const ended = performance.now();
    free = ended + Math.max(30, 4 * (ended - began));
  }

  /** @param {FromAgent} message */
  function post(message) {
    try {
      (port ?? connect()).postMessage(message);
    } catch {
      over.abort(); // the extension is gone or new
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

  /** @param {ToAgent} message */
  function obey(message) {
    if (message.do === 'look') tell(true);
    if (message.do === 'click') click(message);
    if (message.do === 'mark' && message.doc === doc) mark(message);
    if (message.do !== 'stay') return;
    stay = message.on;
    if (!stay) removeMark();
  }

  /**
   * Why a click that was decided is not carried out: something is not as it was then, or no person could or would click here.
   * @param {Element | undefined} el
   * @param {Click} order
   * @returns {string} by code; empty when nothing speaks against it
   */
  function objection(el, order) {
    if (order.doc !== doc) return 'other-document';
    if (location.pathname !== order.path) return 'other-page';
    const { dialog, controls } = eyes.snapshot();
    const found = controls.find(({ ref }) => ref === order.ref);
    if (!el || !found) return 'gone';
    /** @param {{key: string, id: string}} it */
    const named = (it) => control.knownAs(it).includes(order.key);
    if (!named(found)) return 'other-key';
    if (found.clicks >= order.n) return 'done-before';
    if (found.on !== order.on) return 'other-position';
    if (!found.enabled) return 'disabled';
    if (found.busy) return 'busy';
    if (!found.visible) return 'hidden';
    if (dialog) return 'dialog';
    if (controls.filter((each) => each.visible && named(each)).length > 1) return 'not-alone';
    return control.strays(el) || (eyes.hittable(el) ? '' : 'covered');
  }

  /** @param {Click} order */
  function click(order) {
    const el = eyes.elementOf(order.ref);
    const why = objection(el, order);
    if (!why) {
      eyes.noteClick(order.key, order.n);
      /** @type {HTMLElement} */ (el).click();
    }
    tell(true);
    post({ type: 'clicked', doc, key: order.key, n: order.n, done: !why, why });
    setTimeout(soon);
  }

  /** @param {{ref: number} & Words} order */
  function mark({ ref, ...words }) {
    removeMark();
    const el = eyes.elementOf(ref);
    removeMark = el ? drawMark(eyes.faceOf(el), words) : () => {};
  }

  const eyes = openEyes(doc, soon);
  over.signal.addEventListener('abort', () => {
    eyes.close();
    removeMark();
  });
  addEventListener('load', soon, { signal: over.signal });
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (!persisted) return;
      // Chromium has closed the port of a page that it put by, and does not say so.
      port?.disconnect();
      port = undefined;
      tell(true);
    },
    { signal: over.signal },
  );
  tell();
})();
