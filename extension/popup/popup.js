/**
 * The popup: the state at a glance, the choices, the main button, the run, and the settings with what is
 * known of each. It decides nothing; it shows the newest view and sends what the person asks for.
 */
import { choices, storeChanges } from '../ui/choices.js';
import { byId, say, setText } from '../ui/dom.js';
import { openPage } from '../ui/page.js';
import { runPanel } from '../ui/run.js';
import { sendPage } from '../ui/send-page.js';
import { statusCard } from '../ui/status.js';
import { counted, text } from '../ui/text.js';
import { keepable, running } from '../ui/view.js';
import { askPart } from './ask.js';
import { settingsList } from './settings.js';

/** @typedef {import('../ui/view.js').View} View */
/** @typedef {import('../ui/page.js').PagePart} PagePart */
/** @typedef {import('../ui/page.js').Send} Send */

openPage(({ send, view }) => {
  const chosen = () => view()?.choices.chosen ?? false;
  const form = byId('form', HTMLFormElement);
  const choice = choices(form);
  const leaving = leavingPart(send);
  storeChanges(form, choice.shown, chosen, (changed) => send({ command: 'choose', ...changed }));
  return [
    choicesPart(choice),
    statusCard(byId('glance'), send),
    askPart(byId('ask'), leaving.send),
    // The first run goes by the choices that are shown above the button.
    runPanel(byId('run'), { send: leaving.send, start: () => (chosen() ? {} : choice.shown()), look: true }),
    settingsList(byId('settings'), leaving.send),
    morePart(),
    sendPage(byId('broken'), send),
    leaving,
  ];
});

/**
 * The choices in a box, open until there are some, with what was chosen in its title.
 * @param {{show: (view: View) => void}} choice
 * @returns {PagePart}
 */
function choicesPart(choice) {
  const box = byId('choices', HTMLDetailsElement);
  let first = true;
  return {
    node: byId('choose'),
    show(view) {
      const { region, level, mode, chosen } = view.choices;
      if (first) box.open = !chosen;
      first = false;
      choice.show(view);
      const words = [text(`region_${region}`), text(`level_${level}`), text(`mode_${mode}`)];
      setText(byId('chosen'), chosen ? words.join(' · ') : '');
    },
  };
}

/** What waits for the person on the report page. @returns {PagePart} */
function morePart() {
  const node = byId('more');
  return {
    node,
    show(view) {
      const { followups } = view;
      const unknown = keepable(view);
      const open = followups.filter(({ todo, done }) => todo && !done).length;
      say(byId('unknown'), unknown.length ? counted('unknown_count', unknown.length) : '');
      say(byId('followups'), open ? counted('followups_count', open) : '');
      node.hidden = unknown.length + open === 0;
    },
  };
}

/** Firefox keeps a popup open over the tab it has opened; a popup shown as a tab stays. @param {Send} send */
function leavingPart(send) {
  let wished = false;
  const leave = () => {
    if (chrome.extension.getViews({ type: 'popup' }).includes(window)) window.close();
  };
  for (const id of ['report', 'options', 'unknown', 'followups', 'question']) byId(id).addEventListener('click', () => setTimeout(leave));
  return {
    /** Sends what may start a run, and leaves as soon as it is on. @type {Send} */
    send(command) {
      if (command.command !== 'stop' && command.command !== 'skip') wished = true;
      send(command);
    },
    /** @param {View} view */
    show(view) {
      if (view.refusal) wished = false;
      if (wished && running(view)) leave();
    },
  };
}
