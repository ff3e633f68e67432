/**
 * The options: the choices and checks, each stored as it is made and called saved only when the background says so,
 * what is the person's own, and everything stored as a whole.
 */
import { choices, choiceWords, savedLine } from '../ui/choices.js';
import { byId, el, say, setText } from '../ui/dom.js';
import { openPage } from '../ui/page.js';
import { coded, listed, text } from '../ui/text.js';
import { backupPanel } from './backup.js';
import { checks } from './checks.js';
import { pace } from './pace.js';
import { removal } from './removal.js';
import { yours } from './yours.js';

/** @typedef {import('../ui/view.js').View} View */
/** @typedef {import('../ui/view.js').Choice} Choice */
/** @typedef {import('../ui/view.js').Checks} Checks */
/** @typedef {import('../ui/view.js').Pace} Pace */

/** The sections from which a command can be refused, and the line at the end of each that says so. */
const REFUSED = { choose: 'choices-refused', checks: 'checks-refused', pace: 'pace-refused', yours: 'refused', backup: 'backup-refused' };

openPage(({ send, fill }) => {
  const refusals = refusalLines(send);
  const { show, onChange, whole } = choices(byId('form', HTMLFormElement));
  const saved = { choices: savedLine(byId('saved')), checks: savedLine(byId('checks-saved')), pace: savedLine(byId('pace-saved')) };

  /** @param {'choices' | 'checks' | 'pace'} kind @returns {(changed: Partial<Choice & Checks & Pace>) => void} */
  const store = (kind) => (changed) => {
    saved[kind].ask(whole(changed));
    refusals.from(`${kind}-refused`)({ command: 'choose', ...whole(changed) });
  };
  onChange(store('choices'));

  return [
    fill('choose', () => choicesPart(show)),
    fill('checks', () => checks(store('checks'))),
    fill('pace', () => pace(store('pace'))),
    fill('yours', yours, refusals.from('refused')),
    fill('backup', backupPanel, refusals.from('backup-refused')),
    fill('removal', removal),
    refusals,
    ...Object.values(saved),
  ];
});

/**
 * The choices as a line that opens the form; open until there are some.
 * @param {(view: View) => void} showForm
 * @returns {import('../ui/page.js').PagePart}
 */
function choicesPart(showForm) {
  const box = byId('choices', HTMLDetailsElement);
  let first = true;
  return {
    show(view) {
      const { mode, chosen } = view.choices;
      if (first) box.open = !chosen;
      first = false;
      showForm(view);
      setText(byId('chosen'), [...choiceWords(view.choices), text(`mode_${mode}`)].join(' · '));
      const { ignored } = view.managed;
      say(byId('managed-ignored'), ignored.length ? text('managed_ignored', listed(ignored)) : '');
    },
  };
}

/**
 * Why a command was refused, said where it was given; of one that another page gave, beside the rules.
 * @param {import('../ui/page.js').Send} send
 */
function refusalLines(send) {
  const lines = Object.entries(REFUSED).map(([section, id]) => {
    const line = el('p', { id, role: 'alert', class: 'problem', hidden: '' });
    byId(section).append(line);
    return line;
  });
  let asked = 'refused';
  return {
    /** @param {string} id @returns {import('../ui/page.js').Send} */
    from: (id) => (command) => {
      asked = id;
      send(command);
    },
    /** @param {View} view */
    show({ refusal }) {
      for (const line of lines) say(line, line.id === asked ? coded('refused', refusal) || refusal : '');
    },
  };
}
