/**
 * What the page says of one control: what it is, what it is called, whether it is on, and whether a person may turn it now.
 */

/**
 * What of a control changes only when something in the page does.
 * @typedef {object} Standing
 * @property {Element} speaker what names the control: itself, or the custom element in whose shadow root it stands
 * @property {Element} card what belongs together around it
 * @property {string} kind
 * @property {string} key
 * @property {string} id
 * @property {string} label
 * @property {string} heading
 * @property {string} frame
 * @property {boolean} enabled
 */

const control = (() => {
  'use strict';

  const SELECTOR =
    'input[type=checkbox],input[type=radio],[role~=switch i],[role~=checkbox i],[role~=radio i],[role~=menuitemcheckbox i],[role~=menuitemradio i],[aria-pressed]';
  const HEADING = 'h1,h2,h3,h4,h5,h6,legend,[role=heading]';
  const CARD = 'section,article,form,fieldset,[role=group],[role=region]';
  const SPINNER = '[role=progressbar]:not([aria-valuenow]),progress:indeterminate,[aria-busy=true]';
  const LINK = ':any-link,area,summary,[role~=link i]';
  const PRESSED = `${LINK},button,[role~=button i]`;
  const MAX_NAME = 120;

  /** @param {string | null | undefined} text without what turns its direction, at most so long */
  const tidy = (text, most = 200) =>
    (text ?? '')
      .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
      .normalize('NFC')
      .replace(/\s+/gu, ' ')
      .trim()
      .slice(0, most);

  /** @param {Element} el */
  const isBox = (el) => el.matches('input[type=checkbox],input[type=radio]');

  /** @param {Element} el what stands in it, in its shadow root if it has one */
  const within = (el) => (el.shadowRoot ?? el).querySelectorAll(SELECTOR);

  /** @param {Element} el @returns {Element[]} those in whose shadow roots it stands, the nearest first */
  function around(el) {
    const { host } = /** @type {ShadowRoot} */ (el.getRootNode());
    return host ? [host, ...around(host)] : [];
  }

  /** @param {Element[]} found @returns {Set<Element>} the custom elements that are one control, drawn in their shadow roots */
  function hostsOf(found) {
    const outer = new Set(found.flatMap(around));
    /** @type {Map<Element, number>} */
    const counts = new Map();
    for (const el of found) if (!outer.has(el)) for (const host of around(el)) counts.set(host, (counts.get(host) ?? 0) + 1);
    return new Set([...outer].filter((host) => counts.get(host) === 1 && host.localName.includes('-')));
  }

  /** @param {Element} el @param {Set<Element>} hosts that are one control @returns {Element} */
  function speakerOf(el, hosts) {
    const own = around(el).filter((host) => hosts.has(host));
    const named = own.find((host) => host.hasAttribute('aria-labelledby')) ?? own.find((host) => host.matches(SELECTOR));
    return named ?? (el.hasAttribute('aria-labelledby') ? el : (own.find(({ id }) => id) ?? el));
  }

  /** @param {Element} el */
  function labelsOf(el) {
    const { labels } = /** @type {HTMLInputElement} */ (el);
    return [...(labels ?? [])];
  }

  /** @param {Element} el @returns {string[]} */
  const namesOf = (el) => (el.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);

  /** @param {Element} el */
  function keyOf(el) {
    const names = namesOf(el);
    // Half a name would be another one.
    while (names.length > 1 && names.join(' ').length > MAX_NAME) names.pop();
    return names.join(' ').slice(0, MAX_NAME);
  }

  /** @param {{id: string, key: string}} it @returns {string[]} what an order may call it */
  const knownAs = ({ id, key }) => [id, key, ...key.split(' ')];

  /** @param {Element} el @returns {Element[]} what names it, as far as that is there */
  function namersOf(el) {
    const root = /** @type {Document | ShadowRoot} */ (el.getRootNode());
    return namesOf(el).flatMap((id) => root.getElementById(id) ?? []);
  }

  /** @param {Element} el */
  function labelOf(el) {
    const named = namersOf(el).map(({ textContent }) => textContent);
    return tidy(named.join(' ')) || tidy(el.getAttribute('aria-label')) || tidy(labelsOf(el)[0]?.textContent);
  }

  /** @param {Element} el */
  function kindOf(el) {
    const role = (el.getAttribute('role') ?? '').trim().toLowerCase();
    if (el.matches('input[type=radio]')) return 'radio';
    if (role === 'switch') return isBox(el) ? 'switch' : 'button';
    return isBox(el) && (!role || role === 'checkbox') ? 'checkbox' : 'toggle';
  }

  /**
   * @param {Element} el
   * @param {Element} speaker
   * @returns {boolean | null} null when they do not say, or say two things
   */
  function position(el, speaker) {
    /** @type {Set<boolean | null>} */
    const said = new Set();
    for (const name of ['aria-checked', 'aria-pressed']) {
      for (const each of [el, speaker]) {
        const word = each.getAttribute(name);
        if (word !== null) said.add(word === 'true' ? true : word === 'false' ? false : null);
      }
    }
    const { indeterminate, checked } = /** @type {HTMLInputElement} */ (el);
    if (isBox(el)) said.add(indeterminate ? null : checked);
    return said.size === 1 ? [...said][0] : null;
  }

  /** @param {Element} el and everything around it; the legend of a disabled fieldset is left live */
  function enabled(el) {
    let inner = el;
    for (let at = /** @type {Element | null} */ (el); at; inner = at, at = sight.around(at)) {
      if (at.matches('[inert],[aria-disabled=true],[aria-readonly=true]')) return false;
      if (at.matches(':disabled') && at.querySelector(':scope > legend') !== inner) return false;
    }
    return true;
  }

  /** @param {Element} el the heading in it, which may be that of many controls */
  const headingIn = (el) => el.shadowRoot?.querySelector(HEADING) ?? el.querySelector(HEADING);

  /**
   * The card of a control and its heading: the nearest thing made to hold what belongs together, and a heading with it;
   * where a page has none, the nearest thing at all that holds a heading.
   * @param {Element} el
   * @param {(el: Element) => Element | null} heading what headingIn says, as far as it is known
   */
  function surroundings(el, heading) {
    let words = '';
    /** @type {Element | undefined} */
    let near;
    let at = sight.up(el);
    for (let far = 0; at && !at.matches('main,[role=main],body'); far++, at = sight.up(at)) {
      const found = heading(at);
      if (!found) continue;
      if (!near && far < 8) words = tidy(found.textContent);
      near ??= at;
      if (at.matches(CARD)) return { card: at, heading: words };
    }
    if (!near && at) words = tidy(heading(at)?.textContent);
    return { card: near ?? at ?? el.ownerDocument.documentElement, heading: words };
  }

  /** @param {Element} el @param {Element} card whether the page says that it is still at work on it */
  function busy(el, card) {
    for (let at = /** @type {Element | null} */ (el); at; at = at === card ? null : sight.up(at)) {
      if (at.getAttribute('aria-busy') === 'true') return true;
    }
    let row = el;
    for (let n = 0; n < 3 && row !== card; n++) {
      const next = sight.up(row);
      if (!next || next.matches('main,[role=main],body') || within(next).length > 1) break;
      row = next;
    }
    return row !== el && [...row.querySelectorAll(SPINNER)].some(sight.drawn);
  }

  /** @param {Element} el @param {Element} wrapper of it, which may be there for the place alone */
  function paints(el, wrapper) {
    const { backgroundColor, backgroundImage, borderTopWidth } = getComputedStyle(wrapper);
    return (
      !/^rgba\(.* 0\)$/.test(backgroundColor) ||
      backgroundImage !== 'none' ||
      borderTopWidth !== '0px' ||
      ['::before', '::after'].some((part) => !/^(none|normal)$/.test(getComputedStyle(wrapper, part).content)) ||
      [...wrapper.childNodes].some((each) => each.nodeType === Node.TEXT_NODE && each.nodeValue?.trim()) ||
      [...(wrapper.shadowRoot ?? wrapper).children].some((each) => !sight.holds(each, el) && sight.drawn(each))
    );
  }

  /**
   * What of a control a person may see and hit: itself, a label of it, or what is made to stand for it. A styled switch may
   * lie over an input of no size, of no colour or not for the pointer; but what lies over another is only in its way, and what
   * shows its name too is its row.
   * @param {Element} el
   * @param {Standing} standing
   * @returns {Iterable<Element>}
   */
  function* faces(el, { speaker, card }) {
    yield el;
    yield* labelsOf(el);
    if (!el.checkVisibility({ visibilityProperty: true })) return;
    /** @param {Element} at @param {Element[]} [names] that may not stand in it */
    const own = (at, names = []) =>
      at !== card && !at.matches('main,body') && within(at).length < 2 && !names.some((name) => sight.holds(at, name));
    const target = el.closest('.setting-toggle__toggle');
    if (target && own(target) && paints(el, target)) yield target;
    if (!sight.bare(el)) return;
    const names = [el, speaker].flatMap(namersOf).filter(sight.drawn);
    for (let at = sight.up(el); at && own(at, names); at = sight.up(at)) {
      if (paints(el, at)) yield at;
      // What is in other trees cannot be counted from here.
      if (at.getRootNode() !== el.getRootNode()) return;
    }
  }

  /** @param {Element | null | undefined} el */
  function submits(el) {
    const { form, type } = /** @type {HTMLButtonElement} */ (el ?? {});
    return !!el?.matches('button,input') && !!form && /^(submit|image|reset)$/.test(type);
  }

  /**
   * Why a click on a control would do more than turn it. A label hands it on to what it is the label of.
   * @param {Element} el
   * @returns {'' | 'link' | 'submits' | 'shared'}
   */
  function strays(el) {
    for (let at = /** @type {Element | null} */ (el); at; at = sight.up(at)) {
      if (at.matches(LINK)) return 'link';
      const { control: other } = /** @type {HTMLLabelElement} */ (at);
      if (submits(at) || submits(other)) return 'submits';
      if (other?.matches(SELECTOR) && !sight.holds(other, el) && keyOf(other) && keyOf(other) !== keyOf(el)) return 'shared';
    }
    return '';
  }

  return {
    SELECTOR,
    PRESSED,
    tidy,
    hostsOf,
    speakerOf,
    keyOf,
    knownAs,
    labelOf,
    kindOf,
    position,
    enabled,
    headingIn,
    surroundings,
    busy,
    faces,
    strays,
  };
})();
