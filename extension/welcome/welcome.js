/**
 * The first page a person sees: what Offswitch does, the three choices, LinkedIn's terms said plainly, and the one button that
 * stores the choices and starts.
 */
import { choices } from '../ui/choices.js';
import { byId } from '../ui/dom.js';
import { openPage } from '../ui/page.js';
import { runPanel } from '../ui/run.js';
import { running } from '../ui/view.js';

openPage(({ send, fill }) => {
  const form = byId('form', HTMLFormElement);
  const { show, shown } = choices(form);
  form.addEventListener('submit', () => byId('harden').click());

  /** A region that nobody knows is asked for, and the focus goes there. @type {typeof send} */
  function sendKnown(command) {
    if (!('region' in command) || form.reportValidity()) send(command);
  }

  return [
    fill('run', (section) => runPanel(section, sendKnown, { start: shown })),
    fill('choose', () => ({
      show(view) {
        show(view);
        form.hidden = running(view);
      },
    })),
  ];
});
