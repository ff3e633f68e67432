/**
 * The popup: the state in one sentence, one button, what needs attention, and everything else folded. It decides nothing; it
 * shows the newest view and sends what the person asks for.
 */
import { answerDue } from '../ui/answer.js';
import { choices, storeChanges } from '../ui/choices.js';
import { byId, say, setText } from '../ui/dom.js';
import { openPage } from '../ui/page.js';
import { runPanel } from '../ui/run.js';
import { sendPage } from '../ui/send-page.js';
import { statusCard } from '../ui/status.js';
import { counted, text } from '../ui/text.js';
import { keepable, running } from '../ui/view.js';
import { askPart } from './ask.js';
import { attentionCard } from './attention.js';
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
  byId('start').addEventListener('click', () => leaving.open('welcome/welcome.html'));
  return [
    statusCard(byId('glance'), send),
    runPanel(byId('run'), {
      send: leaving.send,
      start: () => ({}),
      look: true,
      confirm: () => leaving.open('report/report.html#question'),
    }),
    answerDue(byId('answer'), send),
    askPart(byId('ask'), leaving.send),
    attentionCard(byId('attention'), leaving.send),
    settingsList(byId('settings'), leaving.send),
    morePart(),
    brokenPart(send),
    choicesPart(choice),
    leaving,
    setUpPart(),
  ];
});

/**
 * The choices in one line, which opens the form.
 * @param {{show: (view: View) => void}} choice
 * @returns {PagePart}
 */
function choicesPart(choice) {
  return {
    node: byId('choices'),
    show(view) {
      const { region, level, mode } = view.choices;
      choice.show(view);
      const words = [text(`level_${level}`), text(`region_${region}`), mode === 'guide' ? text('mode_guide') : ''];
      setText(byId('chosen'), words.filter(Boolean).join(' · '));
    },
  };
}

/** Before there are choices, only the way to them. @returns {PagePart} */
function setUpPart() {
  const others = ['glance', 'run', 'ask', 'attention', 'settings', 'more', 'broken', 'choices'].map((id) => byId(id));
  return {
    node: byId('set-up'),
    show({ choices: { chosen } }) {
      byId('set-up').hidden = chosen;
      if (!chosen) for (const node of others) node.hidden = true;
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
      node.hidden = running(view) || unknown.length + open === 0;
    },
  };
}

/** What Offswitch saw of a page is of use only where something failed. @param {Send} send @returns {PagePart} */
function brokenPart(send) {
  const node = byId('broken');
  const part = sendPage(node, send);
  return {
    ...part,
    show(view) {
      part.show(view);
      node.hidden = running(view) || view.attention.length === 0;
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
    /** Opens one of the extension's own pages. @param {string} path */
    open(path) {
      chrome.tabs.create({ url: chrome.runtime.getURL(path) }).then(leave, () => {});
    },
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
