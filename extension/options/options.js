/**
 * The options: the choices, each stored as it is made and called saved only when the background says so, and the
 * person's own rules with the switches that could become one.
 */
import {access} from '../ui/access.js';
import {choices, storeChanges} from '../ui/choices.js';
import {connect} from '../ui/client.js';
import {byId, say, setText} from '../ui/dom.js';
import {faultCard, noticeList} from '../ui/notices.js';
import {coded, localise, text} from '../ui/text.js';
import {unknownList} from '../ui/unknown.js';
import {ruleList} from './rules.js';

localise(document);

/** @type {import('../ui/view.js').View | null} */
let view = null;
/** @type {Partial<import('../ui/view.js').Choice> | null} */
let storing = null;

const form = byId('form', HTMLFormElement);
const saved = byId('saved', HTMLElement);
const {show, shown} = choices(form);
const client = connect(receive);
const showFault = faultCard(byId('fault', HTMLElement));
const showNotices = noticeList(byId('notices', HTMLElement), client.send);
const showRules = ruleList(byId('rules', HTMLElement), client.send);
const showUnknown = unknownList(byId('unknown', HTMLElement), client.send);

access(byId('access', HTMLElement), () => {});
storeChanges(form, shown, () => view?.choices.chosen ?? false, (choice) => {
  setText(saved, '');
  storing = choice;
  client.send({command: 'choose', ...choice});
});

/** @param {import('../ui/client.js').Message} message */
function receive(message) {
  showFault('fault' in message ? message.fault : null);
  if (!('view' in message)) return;
  view = message.view;
  const stored = new Map(Object.entries(view.choices));
  show(view);
  showNotices(view.notices);
  showRules(view);
  showUnknown(view);
  say(byId('refused', HTMLElement), coded('refused', view.refused) || view.refused);
  if (!storing || !view.choices.chosen || !Object.entries(storing).every(([name, value]) => stored.get(name) === value)) return;
  storing = null;
  setText(saved, text('saved'));
}
