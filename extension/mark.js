/**
 * The mark that shows a person where to click: a ring around the control and a
 * short text beside it, in a closed shadow root. It never covers the control,
 * takes no focus and no clicks, and is gone when removed. Styles are set one by
 * one through the CSSOM, which the page's security policy does not concern.
 */

/** @typedef {{text: string, keys: string, lang: string}} Words what the note says, the keys that stop and skip, and the language of both */

/**
 * @param {Element} target what to draw the ring around
 * @param {Words} words
 * @returns {() => void} removes the mark
 */
const drawMark = (target, { text, keys, lang }) => {
  const GAP = 8;
  /** How long a screen reader may take to notice an empty note, in milliseconds: one that comes with its words is not read. */
  const NOTICED = 100;
  const host = document.createElement('div');
  const shadow = host.attachShadow({ mode: 'closed' });
  const ring = document.createElement('div');
  const note = document.createElement('div');
  const both = 'position:fixed;z-index:2147483647;pointer-events:none;border:3px solid #ffd60a;border-radius:9px;';
  ring.style.cssText = `${both}box-sizing:border-box;outline:3px solid #1b1f24`;
  note.style.cssText = `${both}background:#1b1f24;color:#fff;font:600 14px/1.4 system-ui,sans-serif;padding:6px 12px;width:max-content;max-width:80vw;white-space:pre-line;opacity:0`;
  note.setAttribute('role', 'status');
  note.lang = lang;
  note.dir = 'auto';
  shadow.append(ring, note);
  document.documentElement.append(host);

  /** The target's place in this window, even when it stands in a frame. */
  const placeOf = () => {
    const { left, top, width, height } = target.getBoundingClientRect();
    let x = left;
    let y = top;
    let view = /** @type {Window | null} */ (target.ownerDocument.defaultView);
    for (; view?.frameElement; view = view.parent) {
      const frame = view.frameElement.getBoundingClientRect();
      x += frame.left;
      y += frame.top;
    }
    return { left: x, top: y, width, height, bottom: y + height };
  };
  const place = () => {
    const box = placeOf();
    Object.assign(ring.style, {
      left: `${box.left - GAP}px`,
      top: `${box.top - GAP}px`,
      width: `${box.width + 2 * GAP}px`,
      height: `${box.height + 2 * GAP}px`,
    });
    const above = box.top - note.offsetHeight - 3 * GAP;
    Object.assign(note.style, {
      left: `${Math.max(GAP, Math.min(box.left - GAP, innerWidth - note.offsetWidth - GAP))}px`,
      top: `${above > GAP ? above : box.bottom + 3 * GAP}px`,
    });
  };
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  target.scrollIntoView({ block: 'center', behavior: still ? 'instant' : 'smooth' });
  place();
  const speak = setTimeout(() => {
    note.textContent = `${text}\n${keys}`.trim();
    note.style.opacity = '1';
    place();
  }, NOTICED);

  const stop = new AbortController();
  const resized = new ResizeObserver(place);
  resized.observe(document.documentElement);
  resized.observe(target);
  for (const scroller of [window, target.ownerDocument]) {
    scroller.addEventListener('scroll', place, { capture: true, passive: true, signal: stop.signal });
  }
  addEventListener('resize', place, { signal: stop.signal });
  return () => {
    clearTimeout(speak);
    stop.abort();
    resized.disconnect();
    host.remove();
  };
};
