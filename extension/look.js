/**
 * What a settings page shows: its controls and all that is known of each, by what they said before. It looks and remembers; it
 * changes nothing in the page and speaks to nobody.
 */

/**
 * What is remembered of a control from one look to the next.
 * @typedef {object} Past
 * @property {WeakRef<Element>} el
 * @property {boolean | null} on the last position that it said
 * @property {number} moved
 * @property {boolean} byHand
 * @property {string} own what it said of itself
 * @property {string} positions of all in its card
 * @property {string} text of its card
 * @property {number} changed
 */

/**
 * @param {string} doc this document's own name
 * @param {() => void} changed called when there may be something new to see
 */
const openEyes = (doc, changed) => {
  'use strict';

  const DIALOG = 'dialog,[role~=dialog i],[role~=alertdialog i],[aria-modal=true]';
  // More than this the engine does not read.
  const MAX_CONTROLS = 500;
  const MAX_FRAMES = 300;
  const born = clock.now(); // timeOrigin lags after a sleep

  /** @type {WeakMap<Element, number>} */
  const refs = new WeakMap();
  let lastRef = 0;
  /** @type {WeakMap<Element, Past>} */
  const pasts = new WeakMap();
  /** @type {Map<string, Past>} the same by name and place among equals, for a node that is put in the place of another */
  const places = new Map();
  /** @type {Map<string, number>} the newest click that was carried out, by the key it was ordered for */
  const clicked = new Map();
  /** @type {WeakMap<Element, Standing>} */
  let standings = new WeakMap();
  /** @type {Map<Element, Element | null>} */
  let headings = new Map();
  /** @type {Set<Element>} */
  let hosts = new Set();
  let looks = 0;

  const closed = new AbortController();
  const page = openPage(closed.signal, changed);
  const roots = openRoots(`${control.SELECTOR},${DIALOG}`, closed.signal, page.adopted, changed);

  /** @param {Element} el @returns {string} paths of the frames that it stands in, the outermost first; empty in the page itself */
  function framesOf({ ownerDocument }) {
    const { frameElement, location } = ownerDocument.defaultView ?? {};
    return frameElement ? `${framesOf(frameElement)} ${location?.pathname}`.trim() : '';
  }

  /** @param {string} frames whether all of them belong to the settings page, and none to something else that is shown in it */
  const belong = (frames) => frames.length < MAX_FRAMES && frames.split(' ').every((at) => !at || at.startsWith('/mypreferences/'));

  /** @returns {Element[]} those that belong to the settings page */
  const those = () => roots.all(control.SELECTOR).filter((el) => !hosts.has(el) && belong(framesOf(el)));

  /** @param {Element} el */
  function refOf(el) {
    let ref = refs.get(el);
    if (!ref) {
      ref = ++lastRef;
      refs.set(el, ref);
    }
    return ref;
  }

  /** @param {Element} el */
  function headingIn(el) {
    let heading = headings.get(el);
    if (heading === undefined) {
      heading = control.headingIn(el);
      headings.set(el, heading);
    }
    return heading;
  }

  /** @param {Element} el @returns {Standing} */
  function standingOf(el) {
    let standing = standings.get(el);
    if (!standing) {
      const speaker = control.speakerOf(el, hosts);
      standing = {
        speaker,
        ...control.surroundings(el, headingIn),
        kind: control.kindOf(el),
        key: control.keyOf(speaker) || control.keyOf(el),
        id: speaker.id.slice(0, 120),
        label: control.labelOf(speaker) || control.labelOf(el),
        frame: framesOf(el),
        enabled: control.enabled(el),
      };
      standings.set(el, standing);
    }
    return standing;
  }

  /** @param {Element} el @returns {Element | undefined} what of it a person sees first */
  function faceOf(el) {
    for (const face of control.faces(el, standingOf(el))) if (sight.drawn(face)) return face;
    return undefined;
  }

  /**
   * What is remembered of a control: by its element, or by its place among those of its name when an equal one is put there.
   * @param {Element} el
   * @param {string} place empty for what nobody sees
   * @returns {Past}
   */
  function pastOf(el, place) {
    const last = places.get(place);
    let past = pasts.get(el);
    if (!past) {
      past =
        last && !last.el.deref()?.isConnected
          ? last
          : { el: new WeakRef(el), on: null, moved: 0, byHand: false, own: '', positions: '', text: '', changed: -1 };
      past.el = new WeakRef(el);
      pasts.set(el, past);
    }
    if (place) places.set(place, past);
    const [oldest] = places.keys();
    if (places.size > 4 * MAX_CONTROLS) places.delete(oldest);
    return past;
  }

  /** @param {Element[]} list @returns {import('./messages.js').Control[]} */
  function controls(list) {
    /** @type {Map<Element, string>} */
    const allPositions = new Map();
    /** @type {Map<string, number>} how many of a name are seen */
    const equals = new Map();
    for (const el of list) {
      const { speaker, card } = standingOf(el);
      allPositions.set(card, `${allPositions.get(card) ?? ''}${control.position(el, speaker)} `);
    }
    const described = list.map((el) => {
      const { speaker, card, ...standing } = standingOf(el);
      const { frame, key, id, enabled } = standing;
      const on = control.position(el, speaker);
      const busy = control.busy(el, card);
      const visible = !!faceOf(el);
      const name = `${frame} ${key} ${id}`;
      const index = equals.get(name) ?? 0;
      if (visible) equals.set(name, index + 1);
      const past = pastOf(el, visible ? `${name} ${index}` : '');
      const now = clock.now();
      const own = `${on} ${enabled} ${busy}`;
      const positions = allPositions.get(card) ?? '';
      const text = roots.textOf(card);
      if (past.changed < 0) past.changed = looks ? now : 0;
      else if (past.own !== own || past.positions !== positions || past.text !== text) past.changed = now;
      if (on !== null && past.on === !on) {
        past.moved = now;
        past.byHand = page.byHand();
      }
      Object.assign(past, { own, positions, text, on: on ?? past.on });
      const clicks = Math.max(0, ...control.knownAs(standing).map((each) => clicked.get(each) ?? 0));
      const changed = clock.called(past.changed);
      const moved = clock.called(past.moved);
      return { ref: refOf(el), ...standing, on, changed, moved, byHand: past.byHand, clicks, busy, visible };
    });
    roots.read();
    looks++;
    return described;
  }

  /** @returns {import('./messages.js').Snapshot} */
  function snapshot() {
    sight.afresh();
    if (roots.search()) {
      standings = new WeakMap();
      headings = new Map();
      hosts = control.hostsOf(roots.all(control.SELECTOR));
      page.search();
    }
    const list = those();
    return {
      doc,
      born: clock.called(born),
      ...page.facts(),
      // What lies over the page may itself have no size.
      dialog: roots.all(DIALOG).some(sight.shows),
      more: Math.max(0, list.length - MAX_CONTROLS),
      controls: controls(list.slice(0, MAX_CONTROLS)),
    };
  }

  /** @param {number} ref */
  const elementOf = (ref) => those().find((el) => refs.get(el) === ref);

  /**
   * Whether a person could click a control: it, a label of it or what stands for it is what lies on top where it is seen.
   * @param {Element} el
   */
  function hittable(el) {
    const faces = [...control.faces(el, standingOf(el))].filter(sight.drawn);
    /** @param {Element} hit a link or a button in what stands for it is something else */
    const own = (hit) => {
      if (sight.holds(el, hit)) return true;
      let at = /** @type {Element | null} */ (hit);
      while (at && !faces.includes(at) && (!at.matches(control.PRESSED) || sight.holds(at, el))) at = sight.up(at);
      return !!at && faces.includes(at);
    };
    return faces.some((face) => {
      face.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      return sight.hits(face, own);
    });
  }

  return {
    snapshot,
    member: page.member,
    elementOf,
    hittable,
    /** @param {Element} el what of it a person sees first */
    faceOf: (el) => faceOf(el) ?? el,
    /** Remembers a click for the snapshots to come. @param {string} key @param {number} n */
    noteClick(key, n) {
      clicked.set(key, n);
      page.letGo();
    },
    close: () => closed.abort(),
  };
};
