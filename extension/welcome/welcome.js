/**
 * The first page a person sees: what Offswitch does, the three choices, LinkedIn's terms said plainly,
 * and, once the choices are stored, the button that starts.
 */
import {access} from '../ui/access.js';
import {choices} from '../ui/choices.js';
import {connect} from '../ui/client.js';
import {byId, setText} from '../ui/dom.js';
import {faultCard, noticeList} from '../ui/notices.js';
import {runPanel} from '../ui/run.js';
import {localise, text} from '../ui/text.js';

localise(document);

/** @type {import('../ui/view.js').View | null} */
let view = null;
let granted = true;
let storing = false;

const form = byId('form', HTMLFormElement);
const saved = byId('saved', HTMLElement);
const next = byId('next', HTMLElement);
const {show, shown} = choices(form);
const client = connect(receive);
const showFault = faultCard(byId('fault', HTMLElement));
const showNotices = noticeList(byId('notices', HTMLElement), client.send);
const showRun = runPanel(byId('run', HTMLElement), {send: client.send, start: storeShown});

access(byId('access', HTMLElement), (now) => {
  granted = now;
  showRun(view, granted);
});
form.addEventListener('change', () => setText(saved, ''));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  storing = true;
  client.send({command: 'choose', ...shown()});
});

/** A choice changed but not saved counts, since it is what is shown. */
function storeShown() {
  const now = shown();
  if (view && (now.region !== view.choices.region || now.level !== view.choices.level || now.mode !== view.choices.mode)) {
    client.send({command: 'choose', ...now});
  }
}

/** @param {import('../ui/client.js').Message} message */
function receive(message) {
  const fault = 'fault' in message ? message.fault : null;
  showFault(fault);
  if (!('view' in message)) {
    next.hidden = true;
    return;
  }
  view = message.view;
  show(view);
  showNotices(view.notices);
  next.hidden = !view.choices.chosen;
  showRun(view, granted);
  if (storing && view.choices.chosen) {
    storing = false;
    setText(saved, text('saved'));
    byId('next-title', HTMLElement).focus();
  }
}
