/**
 * The state in one sentence, what is said below it, and how the switch beside it is drawn. The engine counts; here are its words.
 */
import { el, say, setAttribute, setText, small } from './dom.js';
import { counted, text } from './text.js';
import { running } from './view.js';

/** @typedef {import('./view.js').View} View */
/** @typedef {import('./view.js').Said} Said */

/** @type {{[Say in Said['say']]: (said: Said) => string}} */
const WORDS = {
  'working': ({ n, of }) => text('say_working', n, of),
  'sign-in': () => text('say_sign_in'),
  'unchecked': () => text('status_unchecked'),
  'stale': ({ n }) => counted('say_stale', n),
  'changed': ({ n }) => counted('say_changed', n),
  'all-off': ({ n }) => counted('status_all_off', n),
  'part-off': ({ n, of }) => counted('say_part_off', n, of),
  'on': ({ n }) => counted('status_on', n),
  'attention': ({ n }) => counted('say_attention', n),
  'more-on': ({ n }) => counted('say_more_on', n),
  'unseen': ({ n }) => counted('say_unseen', n),
  'by-hand': ({ n }) => text('say_by_hand', n),
  'to-do': ({ n }) => text('say_to_do', n),
};

/** @param {Said} said */
const words = (said) => WORDS[said.say](said);

/** @param {View} view @returns {{headline: string, detail: string}} */
export const status = ({ headline }) => ({ headline: words(headline), detail: headline.more.map(words).join(' ') });

/** @param {View} view @param {string} page the name of a page @returns {string} its title: the state, then the page */
export const titleOf = (view, page) => `${status(view).headline.replace(/[.。]$/, '')} - ${page}`;

/** Fills a section with the drawn switch and the two lines. @type {import('./page.js').MakePart} */
export const statusCard = (section) => {
  const drawing = el('span', { class: 'switch big', 'data-state': 'unknown', 'aria-hidden': 'true' });
  const headline = el('p', { id: 'status', class: 'headline', role: 'status' });
  const detail = small();
  section.append(drawing, el('div', {}, headline, detail));
  return {
    show(view) {
      const now = status(view);
      setAttribute(drawing, 'data-state', view.headline.drawn);
      // It counts along with a run, which is told at a calmer pace beside the progress.
      setAttribute(headline, 'aria-live', running(view) ? 'off' : 'polite');
      setText(headline, now.headline);
      say(detail, now.detail);
    },
  };
};
