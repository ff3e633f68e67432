/** That LinkedIn's answer to the objection is due: a line in popup and report, until the person says that it came. */
import { button, el, say } from './dom.js';
import { date, text } from './text.js';

/** @typedef {import('./view.js').View} View */

/** @param {View} view @returns {string} empty while it is not due */
export function dueWords({ report: { answer } }) {
  if (!answer?.due) return '';
  const sent = text('answer_sent', date(answer.sent));
  return answer.law ? `${sent} ${text('answer_law')}` : sent;
}

/** @type {import('./page.js').MakePart} */
export const answerDue = (section, send) => {
  const words = el('p', {});
  const came = () => send({ command: 'done', followup: 'objection-answer', done: true });
  section.append(words, button({ id: 'answer-came' }, came, text('answer_came')));
  return {
    show(view) {
      say(words, dueWords(view));
      section.hidden = words.hidden;
    },
  };
};
