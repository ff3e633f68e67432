/**
 * What a person sees of an element, and what their pointer would hit: through shadow roots, slots and frames, past all
 * that scrolls, clips and covers. The content scripts share one scope, which the page cannot see.
 */

/** @typedef {[number, number]} Span from and to, in pixels of the window that it is seen in */
/** @typedef {{box: DOMRect, spans: Span[], place: string, faint: number, cut: string, back: boolean[], overflow: string[]}} Drawing back: along an axis on which it grows against the reading direction of most */

const sight = (() => {
  'use strict';

  /** Less than this of an element's colour nobody sees. */
  const FAINT = 0.1;

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
        faint: Number(style.opacity),
        cut: style.clipPath,
        back: [/rtl|-rl|row-rev/, /column-rev/].map((way) => way.test(style.direction + style.writingMode + style.flexDirection)),
        overflow: /^(inline|contents)$/.test(style.display) ? ['visible', 'visible'] : [style.overflowX, style.overflowY],
      };
      drawings.set(el, drawing);
    }
    return drawing;
  }

  /** @param {string} path of a clip @returns {boolean} whether it leaves nothing */
  function cutAway(path) {
    const [top, right = top, bottom = top, left = right] = (/^inset\(([\d.% px]+)/.exec(path)?.[1] ?? '')
      .split(' ')
      .map((side) => (side.endsWith('%') ? parseFloat(side) : 0));
    return top + bottom >= 100 || left + right >= 100;
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
   */
  function inReach(spans, scroller, port, axes) {
    const { back } = drawingOf(scroller);
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
      if (faint < FAINT || cutAway(drawing.cut)) return false;
      // What is taken out of the flow is clipped only by what it is placed in.
      if (at === el || place === 'fixed' || (place === 'absolute' && drawing.place === 'static')) continue;
      place = drawing.place;
      // The overflow of these two is the window's.
      if (at === documentElement || (at === body && drawingOf(documentElement).overflow[1] === 'visible')) continue;
      const scrolls = drawing.overflow.map((how) => /auto|scroll/.test(how));
      spans = inReach(spans, at, drawing.spans, scrolls).map((span, axis) =>
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
    spans = place === 'fixed' ? spans.map((span, axis) => common(span, port[axis])) : inReach(spans, page, port, [true, true]);
    const frame = frameOf(el);
    return seen(spans) && (!frame || drawn(frame));
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
    hits,
    /** Forgets how things looked: they may look otherwise now. */
    afresh: () => {
      drawings = new Map();
    },
  };
})();
