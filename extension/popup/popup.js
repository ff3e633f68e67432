/**
 * The popup: the state in one sentence, one button, what needs attention, and everything else folded. It decides nothing; it
 * shows the newest view and sends what the person asks for.
 */
import { answerDue } from '../ui/answer.js';
import { choices, choiceWords } from '../ui/choices.js';
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
/** @typedef {import('../ui/page.js').MakePart} MakePart */
/** @typedef {import('../ui/page.js').Send} Send */

openPage(({ send, fill }) => {
  const choice = choices(byId('form', HTMLFormElement));
  const leaving = leavingPart(send);
  choice.onChange((changed) => send({ command: 'choose', ...changed }));
  byId('start').addEventListener('click', () => leaving.open('welcome/welcome.html'));
  return [
    fill('glance', statusCard),
    fill('run', (section) => runPanel(section, leaving.send, { look: true, confirm: () => leaving.open('report/report.html#question') })),
    fill('answer', answerDue),
    fill('ask', askPart, leaving.send),
    fill('attention', attentionCard, leaving.send),
    fill('settings', settingsList, leaving.send),
    fill('more', morePart),
    fill('broken', brokenPart),
    fill('choices', () => choicesPart(choice)),
    leaving,
    fill('set-up', setUpPart),
  ];
});

/**
 * The choices in one line, which opens the form.
 * @param {{show: (view: View) => void}} choice
 * @returns {PagePart}
 */
function choicesPart(choice) {
  return {
    show(view) {
      choice.show(view);
      const guide = view.choices.mode === 'guide' ? [text('mode_guide')] : [];
      setText(byId('chosen'), [...choiceWords(view.choices), ...guide].join(' · '));
    },
  };
}

/** Before there are choices, only the way to them. @type {MakePart} */
function setUpPart(section) {
  const others = ['glance', 'run', 'ask', 'attention', 'settings', 'more', 'broken', 'choices'];
  return {
    show({ choices: { chosen } }) {
      section.hidden = chosen;
      if (!chosen) for (const id of others) byId(id).hidden = true;
    },
  };
}

/** What waits for the person on the report page. @type {MakePart} */
function morePart(section) {
  return {
    show(view) {
      const unknown = keepable(view);
      const open = view.followups.filter(({ todo, done }) => todo && !done).length;
      say(byId('unknown'), unknown.length ? counted('unknown_count', unknown.length) : '');
      say(byId('followups'), open ? counted('followups_count', open) : '');
      section.hidden = running(view) || unknown.length + open === 0;
    },
  };
}

/** What Offswitch saw of a page is of use only where something failed. @type {MakePart} */
function brokenPart(section, send) {
  const { show } = sendPage(section, send);
  return {
    show(view) {
      show(view);
      section.hidden = running(view) || view.attention.length === 0;
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
