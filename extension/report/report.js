/**
 * The report: the answer first, then what needs attention, the question about what was found on, what only the person can do,
 * all settings in closed groups, what changed over time with the way back, and ways to keep it. Before anything was looked at
 * there is the headline, the button and what only the person can do.
 */
import { answerDue } from '../ui/answer.js';
import { byId } from '../ui/dom.js';
import { openPage } from '../ui/page.js';
import { runPanel } from '../ui/run.js';
import { sendPage } from '../ui/send-page.js';
import { statusCard } from '../ui/status.js';
import { unknownList } from '../ui/unknown.js';
import { attentionList } from './attention.js';
import { folds } from './folds.js';
import { followUpList } from './followups.js';
import { keepPart } from './keep.js';
import { lastRun } from './last.js';
import { leftList } from './left.js';
import { question } from './question.js';
import { strangerList } from './strangers.js';
import { timeline } from './timeline.js';

/** @typedef {import('../ui/view.js').View} View */

openPage(({ view, fill }) => [
  fill('glance', statusCard),
  lastRun(byId('last')),
  // What is left alone and the run come first, so that the focus can go there before the question is hidden.
  fill('left', leftList),
  fill('run', (section, send) => runPanel(section, send, { look: true })),
  fill('attention', attentionList),
  fill('question', question),
  fill('answer', answerDue),
  fill('hand', folds('by-hand')),
  fill('followups', followUpList),
  fill('folds', folds('open', 'off', 'out')),
  fill('unknown', unknownList),
  fill('strangers', strangerList),
  fill('history', timeline),
  fill('take', (section) => keepPart(section, view)),
  fill('broken', sendPage),
  frame(),
]);

/** Shows of the page what there is something for, links to that, and goes to where the address leads once it is there. */
function frame() {
  const links = [...byId('contents').querySelectorAll('a')];
  let pointed = false;
  function point() {
    const aim = location.hash && document.getElementById(location.hash.slice(1));
    if (!aim) return;
    const box = aim.closest('details');
    if (box) box.open = true;
    aim.scrollIntoView();
  }
  addEventListener('hashchange', point);
  return {
    /** @param {View} view */
    show({ report: { looked } }) {
      byId('others').hidden = byId('unknown').hidden && byId('strangers').hidden;
      byId('groups').hidden = byId('folds').hidden && byId('left').hidden && byId('others').hidden;
      byId('take').hidden = !looked;
      byId('contents').hidden = !looked;
      for (const each of links) {
        const to = byId(each.hash.slice(1));
        if (each.parentElement) each.parentElement.hidden = to.hidden;
      }
      if (!pointed) point();
      pointed = true;
    },
  };
}
