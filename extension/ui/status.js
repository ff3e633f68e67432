/**
 * The state at a glance in words: one headline, one line of detail, and how the switch is drawn.
 * It calls nothing off that a fresh load has not proved off.
 */
import { el, say, setAttribute, setText } from './dom.js';
import { counted, dateTime, text } from './text.js';
import { allOff, neverChecked } from './view.js';

/** @typedef {import('./view.js').View} View */
/** @typedef {{state: 'on' | 'off' | 'unknown', headline: string, detail: string}} Status */

/** @param {View} view @returns {Status} */
export function status(view) {
  const { on, off, unknown, total, proved } = view.summary;
  if (view.badge.tip === 'badge_stale')
    return { state: 'unknown', headline: text('status_stale'), detail: text('status_proved', dateTime(proved)) };
  if (allOff(view)) return { state: 'off', headline: counted('status_all_off', total), detail: text('status_proved', dateTime(proved)) };
  if (total === 0 || neverChecked(view)) {
    return { state: 'unknown', headline: text('status_unchecked'), detail: '' };
  }
  const parts = [counted('status_part_off', off)];
  if (on > 0 && unknown > 0) parts.push(counted('status_part_unknown', unknown));
  if (proved) parts.push(text('status_proved', dateTime(proved)));
  return on > 0
    ? { state: 'on', headline: counted('status_on', on), detail: parts.join(' ') }
    : { state: 'unknown', headline: counted('status_unknown', unknown), detail: parts.join(' ') };
}

/** Fills a section with the drawn switch and the two lines. @type {import('./page.js').MakePart} */
export const statusCard = (section) => {
  const drawing = el('span', { class: 'switch big', 'data-state': 'unknown', 'aria-hidden': 'true' });
  const headline = el('p', { id: 'status', class: 'headline', role: 'status' });
  const detail = el('p', { class: 'small' });
  const back = el('p', { id: 'came-back', class: 'small drift' });
  section.append(drawing, el('div', {}, headline, detail, back));
  return {
    node: section,
    show(view) {
      const now = status(view);
      setAttribute(drawing, 'data-state', now.state);
      setText(headline, now.headline);
      say(detail, now.detail);
      const count = view.settings.filter(({ drift }) => drift).length;
      say(back, count ? counted('status_back', count) : '');
    },
  };
};
