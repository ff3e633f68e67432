/**
 * The first page a person sees: what Offswitch does, the three choices, LinkedIn's terms said plainly,
 * and, once the choices are stored, the button that starts.
 */
import { choices, savedLine } from '../ui/choices.js';
import { byId } from '../ui/dom.js';
import { openPage } from '../ui/page.js';
import { runPanel } from '../ui/run.js';

openPage(({ send }) => {
  const form = byId('form', HTMLFormElement);
  const { show, shown } = choices(form);
  const saved = savedLine(byId('saved'), () => byId('next-title').focus());
  const next = byId('next');

  form.addEventListener('change', () => saved.ask(null));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const choice = shown();
    saved.ask(choice);
    send({ command: 'choose', ...choice });
  });

  return [
    { node: byId('choose'), show },
    {
      node: next,
      show({ choices: { chosen } }) {
        next.hidden = !chosen;
      },
    },
    runPanel(byId('run'), { send, start: shown }),
    saved,
  ];
});
