/**
 * What a screen reader is told of a run that is on: few words, far apart, in a region that is always there. What the eye sees
 * of the progress changes with every page, and is no live region.
 */
import { el, setText } from './dom.js';

/** The shortest time between two announcements, in milliseconds, and how many at most tell of each part of a run. */
const PACE = 5000;
const MOST = { settings: 4, looks: 2 };

export function announcer() {
  const node = el('p', { class: 'unseen', 'aria-live': 'polite' });
  let [last, step, told] = [0, '', ''];
  return {
    node,
    /**
     * @param {number} now
     * @param {keyof typeof MOST} part of the run
     * @param {number} share of that part that is done, from 0 to 1
     * @param {string} words
     * @param {string} [waits] for what the run waits for the person: that is told at once, and once
     */
    tell(now, part, share, words, waits = '') {
      if (waits && waits !== told) {
        told = waits;
        setText(node, waits);
        return;
      }
      const at = part + Math.min(MOST[part] - 1, Math.floor(share * MOST[part]));
      if (waits || at === step || now < last + PACE) return;
      [last, step] = [now, at];
      setText(node, words);
    },
    /** Forgets the run that is over; how it ended is told elsewhere. */
    rest() {
      [last, step, told] = [0, '', ''];
      setText(node, '');
    },
  };
}
