/**
 * The first page a person sees: what Offswitch does, the three choices, LinkedIn's terms said plainly,
 * and, once the choices are stored, the button that starts.
 */
import { access } from '../ui/access.js';
import { choices } from '../ui/choices.js';
import { connect } from '../ui/client.js';
import { byId, setText } from '../ui/dom.js';
import { faultCard, noticeList } from '../ui/notices.js';
import { runPanel } from '../ui/run.js';
import { localise, text } from '../ui/text.js';

localise(document);

/** @type {import('../ui/view.js').View | null} */
let view = null;
let granted = true;
/** What the person asked to store, until it is. @type {import('../ui/view.js').Choice | null} */
let storing = null;

const form = byId('form', HTMLFormElement);
const saved = byId('saved', HTMLElement);
const next = byId('next', HTMLElement);
const { show, shown } = choices(form);
const client = connect(receive);
const showFault = faultCard(byId('fault', HTMLElement));
const showNotices = noticeList(byId('notices', HTMLElement), client.send);
const showRun = runPanel(byId('run', HTMLElement), { send: client.send, start: shown });

access(byId('access', HTMLElement), (now) => {
  granted = now;
  showRun(view, granted);
});
form.addEventListener('change', () => setText(saved, ''));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  storing = shown();
  client.send({ command: 'choose', ...storing });
});

/** @param {import('../ui/view.js').Choice} choice */
const stored = ({ region, level, mode }) =>
  view?.choices.chosen && view.choices.region === region && view.choices.level === level && view.choices.mode === mode;

/** @param {import('../ui/client.js').Message} message */
function receive(message) {
  const fault = 'fault' in message ? message.fault : null;
  showFault(fault);
  if (!('view' in message)) {
    next.hidden = true;
    storing = null;
    return;
  }
  view = message.view;
  show(view);
  showNotices(view.notices);
  next.hidden = !view.choices.chosen;
  showRun(view, granted);
  if (storing && stored(storing)) {
    storing = null;
    setText(saved, text('saved'));
    byId('next-title', HTMLElement).focus();
  }
}
