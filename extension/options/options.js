/**
 * The options: the choices and checks, each stored as it is made and called saved only when the background says so,
 * the person's own rules with the switches that could become one, and everything stored as a whole.
 */
import { access } from '../ui/access.js';
import { choices, storeChanges } from '../ui/choices.js';
import { connect } from '../ui/client.js';
import { byId, say, setText } from '../ui/dom.js';
import { faultCard, noticeList } from '../ui/notices.js';
import { coded, localise, text } from '../ui/text.js';
import { unknownList } from '../ui/unknown.js';
import { backupPanel } from './backup.js';
import { checks } from './checks.js';
import { removal } from './removal.js';
import { ruleList } from './rules.js';

/** @typedef {import('../ui/view.js').Choice} Choice */
/** @typedef {import('../ui/view.js').Checks} Checks */
/** @typedef {import('../ui/view.js').Command} Command */

localise(document);

/** @type {import('../ui/view.js').View | null} */
let view = null;
/** @type {{choice: Partial<Choice & Checks>, said: HTMLElement} | null} */
let storing = null;

const form = byId('form', HTMLFormElement);
const problems = ['choices-refused', 'checks-refused', 'refused', 'backup-refused'].map((id) => byId(id, HTMLElement));
const [choicesRefused, checksRefused, rulesRefused, backupRefused] = problems;
/** Where the last command was given, and so where its refusal is said. */
let asked = rulesRefused;

const { show, shown } = choices(form);
const client = connect(receive);
const showFault = faultCard(byId('fault', HTMLElement));
const showNotices = noticeList(byId('notices', HTMLElement), client.send);
const showChecks = checks(byId('checks-form', HTMLFormElement), (choice) => {
  store(view?.choices.chosen ? choice : { ...shown(), ...choice }, byId('checks-saved', HTMLElement), checksRefused);
});
const showRules = ruleList(byId('rules', HTMLElement), from(rulesRefused));
const showUnknown = unknownList(byId('unknown', HTMLElement), from(rulesRefused));
const showBackup = backupPanel(from(backupRefused));
const showRemoval = removal(byId('removal', HTMLElement), () => client.send({ command: 'reset' }));

access(byId('access', HTMLElement), () => {});
storeChanges(
  form,
  shown,
  () => view?.choices.chosen ?? false,
  (choice) => store(choice, byId('saved', HTMLElement), choicesRefused),
);

/**
 * @param {HTMLElement} problem
 * @returns {(command: Command) => void}
 */
function from(problem) {
  return (command) => {
    asked = problem;
    client.send(command);
  };
}

/**
 * @param {Partial<Choice & Checks>} choice
 * @param {HTMLElement} said where it is called saved
 * @param {HTMLElement} problem where it is refused
 */
function store(choice, said, problem) {
  setText(said, '');
  storing = { choice, said };
  from(problem)({ command: 'choose', ...choice });
}

/** @param {import('../ui/client.js').Message} message */
function receive(message) {
  showFault('fault' in message ? message.fault : null);
  if (!('view' in message)) {
    showBackup(null);
    showRemoval(null);
    return;
  }
  view = message.view;
  show(view);
  showNotices(view.notices);
  showChecks(view);
  showRules(view);
  showUnknown(view);
  showBackup(view);
  showRemoval(view);
  for (const problem of problems) say(problem, problem === asked ? coded('refused', view.refused) || view.refused : '');
  showSaved(new Map(Object.entries(view.choices)));
}

/** @param {Map<string, unknown>} stored */
function showSaved(stored) {
  if (!storing || !view?.choices.chosen || !Object.entries(storing.choice).every(([name, value]) => stored.get(name) === value)) return;
  setText(storing.said, text('saved'));
  storing = null;
}
