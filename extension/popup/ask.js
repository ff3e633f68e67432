/**
 * What waits for the person's word, where the main button is about something else: what is on and can be turned off once it is
 * confirmed, which is asked on the report, because a popup closes as soon as it is left; pages that were not looked at; and
 * settings that are new.
 */
import { byId, say, setText } from '../ui/dom.js';
import { counted } from '../ui/text.js';
import { running } from '../ui/view.js';

/** @type {import('../ui/page.js').MakePart} */
export const askPart = (section, send) => {
  const rest = byId('look-rest', HTMLButtonElement);
  const [left] = byId('unlooked').children;
  rest.addEventListener('click', () => send({ command: 'look' }));
  return {
    show(view) {
      const { fresh, main } = view;
      const count = main.deed === 'confirm' ? 0 : view.asked;
      // Before the first run nothing was looked at, and the main button looks.
      const unlooked = view.run ? view.unlooked : 0;
      byId('ask-open').hidden = count === 0;
      setText(byId('question'), counted('ask_open', count));
      setText(left, counted('unlooked', unlooked));
      byId('unlooked').hidden = unlooked === 0;
      say(byId('fresh'), fresh ? counted('fresh', fresh) : '');
      section.hidden = running(view) || count + unlooked + fresh === 0;
    },
    allow(granted) {
      rest.disabled = !granted;
    },
  };
};
