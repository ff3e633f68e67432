/**
 * What a screen reader is told of a run that is on: few words, far apart, in a region that is always there. What the eye sees
 * of the progress changes with every page, and is no live region.
 */
import { el, setText } from './dom.js';

/** The shortest time between two announcements, in milliseconds, and into how many parts a run is told. */
const PACE = 5000;
const PARTS = 4;

export function announcer() {
  const node = el('p', { class: 'unseen', 'aria-live': 'polite' });
  let [last, part, told] = [0, -1, ''];
  return {
    node,
    /**
     * @param {number} now
     * @param {number} share of the run that is done, from 0 to 1
     * @param {string} words
     * @param {string} [waits] for what the run waits for the person: that is told at once, and once
     */
    tell(now, share, words, waits = '') {
      if (waits && waits !== told) {
        told = waits;
        setText(node, waits);
        return;
      }
      const at = Math.floor(share * PARTS);
      if (waits || at === part || now < last + PACE) return;
      [last, part] = [now, at];
      setText(node, words);
    },
    /** Forgets the run that is over; how it ended is told elsewhere. */
    rest() {
      [last, part, told] = [0, -1, ''];
      setText(node, '');
    },
  };
}
