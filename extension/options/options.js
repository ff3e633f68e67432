/**
 * The options: the choices and checks, each stored as it is made and called saved only when the background says so,
 * what is the person's own, and everything stored as a whole.
 */
import { choices, savedLine, storeChanges } from '../ui/choices.js';
import { byId, say, setText } from '../ui/dom.js';
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

openPage(({ send, view }) => {
  const refusals = refusalLines(['choices-refused', 'checks-refused', 'pace-refused', 'refused', 'backup-refused'], send);
  const form = byId('form', HTMLFormElement);
  const { show, shown } = choices(form);
  const saved = { choices: savedLine(byId('saved')), checks: savedLine(byId('checks-saved')), pace: savedLine(byId('pace-saved')) };
  const chosen = () => view()?.choices.chosen ?? false;

  /** @param {'choices' | 'checks' | 'pace'} kind @param {Partial<Choice & Checks & Pace>} choice */
  function store(kind, choice) {
    saved[kind].ask(choice);
    refusals.from(`${kind}-refused`)({ command: 'choose', ...choice });
  }
  storeChanges(form, shown, chosen, (choice) => store('choices', choice));

  return [
    choicesPart(show),
    checks(byId('checks'), (choice) => store('checks', chosen() ? choice : { ...shown(), ...choice })),
    pace(byId('pace'), (choice) => store('pace', chosen() ? choice : { ...shown(), ...choice })),
    yours(byId('yours'), refusals.from('refused')),
    backupPanel(byId('backup'), refusals.from('backup-refused')),
    removal(byId('removal'), send),
    refusals,
    saved.choices,
    saved.checks,
    saved.pace,
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
    node: byId('choose'),
    show(view) {
      const { region, level, mode, chosen } = view.choices;
      if (first) box.open = !chosen;
      first = false;
      showForm(view);
      setText(byId('chosen'), [text(`level_${level}`), text(`region_${region}`), text(`mode_${mode}`)].join(' · '));
      const { ignored } = view.managed;
      say(byId('managed-ignored'), ignored.length ? text('managed_ignored', listed(ignored)) : '');
    },
  };
}

/**
 * Why a command was refused, said where it was given; of one that another page gave, beside the rules.
 * @param {string[]} ids of the lines
 * @param {import('../ui/page.js').Send} send
 */
function refusalLines(ids, send) {
  let asked = 'refused';
  return {
    /** @param {string} id @returns {import('../ui/page.js').Send} */
    from: (id) => (command) => {
      asked = id;
      send(command);
    },
    /** @param {View} view */
    show({ refusal }) {
      for (const id of ids) say(byId(id), id === asked ? coded('refused', refusal) || refusal : '');
    },
  };
}
