/** What the main button does now, in words. Whatever speaks of the button calls it by these. */
import { counted, text } from './text.js';

/** @typedef {import('./view.js').View} View */

/** @param {View} view @returns {string} the label of the main button */
export function deedWords({ main: { deed, n } }) {
  switch (deed) {
    case 'again':
      return text('harden_again');
    case 'retry':
      return counted('main_retry', n);
    case 'sign-in':
      return text('main_sign_in');
    case 'resume':
      return text('main_resume', n);
    case 'confirm':
      return counted('main_confirm', n);
    default:
      return text('harden');
  }
}

/** @param {View} view @returns {string} what is said below it: how many settings it is about, where its label does not */
export const deedCount = ({ main: { deed, n } }) => (deed === 'harden' && n ? counted('harden_count', n) : '');
