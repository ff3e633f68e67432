/**
 * What a person sees of an element, and what their pointer would hit: through shadow roots, slots and frames, past all
 * that scrolls, clips and covers. The content scripts share one scope, which the page cannot see.
 */

/** @typedef {[number, number]} Span from and to, in pixels of the window that it is seen in */
/** @typedef {{box: DOMRect, spans: Span[], place: string, faint: number, reads: string, flex: string, overflow: string[]}} Drawing */

const sight = (() => {
  'use strict';

  /** Less than this of an element's colour nobody sees. */
  const FAINT = 0.1;
  /** So many parts of a thing are looked at, those that are not shown left out. */
  const MAX_PARTS = 1000;

  /** @type {Map<Element, Drawing>} */
  let drawings = new Map();

  /** @param {Element} el @returns {Element | null} what it is drawn in, in its own document */
  const up = (el) => el.assignedSlot ?? el.parentElement ?? /** @type {ShadowRoot} */ (el.getRootNode()).host ?? null;

  /** @param {Element} el @returns {Element | null} the frame that its document stands in */
  const frameOf = (el) => el.ownerDocument.defaultView?.frameElement ?? null;

  /** @param {Element} el @returns {Element | null} */
  const around = (el) => up(el) ?? frameOf(el);

  /** @param {Element} outer @param {Element | null} inner */
  function holds(outer, inner) {
    for (let at = inner; at; at = around(at)) if (at === outer) return true;
    return false;
  }

  /** @param {Element} el @returns {Drawing} */
  function drawingOf(el) {
    let drawing = drawings.get(el);
    if (!drawing) {
      const box = el.getBoundingClientRect();
      const style = getComputedStyle(el);
      drawing = {
        box,
        spans: [
          [box.left, box.right],
          [box.top, box.bottom],
        ],
        place: style.position,
        faint: style.display === 'none' ? 0 : Number(style.opacity),
        reads: style.direction + style.writingMode,
        flex: style.flexDirection,
        overflow: /^(inline|contents)$/.test(style.display) ? ['visible', 'visible'] : [style.overflowX, style.overflowY],
      };
      drawings.set(el, drawing);
    }
    return drawing;
  }

  /** @param {Span} one @param {Span} other @returns {Span} */
  const common = (one, other) => [Math.max(one[0], other[0]), Math.min(one[1], other[1])];

  /** @param {Span[]} spans whether a person sees that much at all */
  const seen = (spans) => spans.every(([from, to]) => to - from > 1);

  /**
   * What is to be seen of spans in a thing that scrolls: all that its scroll bars reach, which is brought into view.
   * A page that is read from the right grows to the left of where it begins.
   * @param {Span[]} spans
   * @param {Element} scroller
   * @param {Span[]} port where it shows what it holds
   * @param {boolean[]} axes those that scroll
   * @param {string} way that it grows
   */
  function inReach(spans, scroller, port, axes, way) {
    const back = [/rtl|-rl|row-rev/, /column-rev/].map((against) => against.test(way));
    const sizes = [
      [scroller.scrollLeft, scroller.scrollWidth, scroller.clientWidth],
      [scroller.scrollTop, scroller.scrollHeight, scroller.clientHeight],
    ];
    return spans.map((span, axis) => {
      if (!axes[axis]) return span;
      const [scrolled, size, shown] = sizes[axis];
      const begin = port[axis][0] - scrolled - (back[axis] ? size - shown : 0);
      const [from, to] = common(span, [begin, begin + size]);
      return to - from > 1 ? port[axis] : /** @type {Span} */ ([0, 0]);
    });
  }

  /** @param {Element} el @returns {boolean} whether it is drawn, and no more than scrolling is needed to see it */
  function drawn(el) {
    if (!el.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    let { spans, place } = drawingOf(el);
    if (!seen(spans)) return false;
    const { documentElement, body, scrollingElement } = el.ownerDocument;
    let faint = 1;
    for (let at = /** @type {Element | null} */ (el); at; at = up(at)) {
      const drawing = drawingOf(at);
      faint *= drawing.faint;
      if (faint < FAINT) return false;
      // What is taken out of the flow is clipped only by what it is placed in.
      if (at === el || place === 'fixed' || (place === 'absolute' && drawing.place === 'static')) continue;
      place = drawing.place;
      // The overflow of these two is the window's.
      if (at === documentElement || (at === body && drawingOf(documentElement).overflow[1] === 'visible')) continue;
      const scrolls = drawing.overflow.map((how) => /auto|scroll/.test(how));
      spans = inReach(spans, at, drawing.spans, scrolls, drawing.reads + drawing.flex).map((span, axis) =>
        scrolls[axis] || drawing.overflow[axis] === 'visible' ? span : common(span, drawing.spans[axis]),
      );
      if (!seen(spans)) return false;
    }
    const page = scrollingElement ?? documentElement;
    /** @type {Span[]} */
    const port = [
      [0, page.clientWidth],
      [0, page.clientHeight],
    ];
    spans =
      place === 'fixed'
        ? spans.map((span, axis) => common(span, port[axis]))
        : // The window is read the way that its body is.
          inReach(spans, page, port, [true, true], drawingOf(body ?? page).reads);
    const frame = frameOf(el);
    return seen(spans) && (!frame || drawn(frame));
  }

  /** @param {Element} el whether it leaves it to something else to be seen or hit, by its own size or colour or for the pointer */
  function bare(el) {
    const { spans, faint } = drawingOf(el);
    return !seen(spans) || faint < FAINT || getComputedStyle(el).pointerEvents === 'none';
  }

  /** @param {Element} el whether it is drawn, or anything in it, its shadow root included */
  function shows(el) {
    const all = [el];
    for (const each of all) {
      if (drawn(each)) return true;
      if (drawingOf(each).faint < FAINT) continue;
      const { assignedElements, children, shadowRoot } = /** @type {HTMLSlotElement} */ (each);
      const given = assignedElements?.call(each) ?? [];
      if (all.length < MAX_PARTS) all.push(...(shadowRoot?.children ?? (given.length ? given : children)));
    }
    return false;
  }

  /** @param {Document} doc @param {number} x @param {number} y @returns {Element | null} what lies on top there */
  function topmost(doc, x, y) {
    let at = doc.elementFromPoint(x, y);
    for (;;) {
      const inner = at?.shadowRoot?.elementFromPoint(x, y);
      if (!inner || inner.getRootNode() !== at?.shadowRoot) return at;
      at = inner;
    }
  }

  /**
   * @param {Element} el in view
   * @param {(hit: Element) => boolean} own whether what a pointer hits at its middle is the right thing
   */
  function hits(el, own) {
    const [box] = el.getClientRects();
    if (!box) return false;
    let x = box.left + box.width / 2;
    let y = box.top + box.height / 2;
    const hit = topmost(el.ownerDocument, x, y);
    if (!hit || !own(hit)) return false;
    for (let frame = frameOf(el); frame; frame = frameOf(frame)) {
      const { left, top } = frame.getBoundingClientRect();
      x += left + frame.clientLeft;
      y += top + frame.clientTop;
      if (topmost(frame.ownerDocument, x, y) !== frame) return false;
    }
    return true;
  }

  return {
    up,
    around,
    holds,
    drawn,
    bare,
    shows,
    hits,
    /** Forgets how things looked: they may look otherwise now. */
    afresh: () => {
      drawings = new Map();
    },
  };
})();
