/**
 * The report: when the last run was and how it ended, what changed, what did not and why, what only the person can
 * do, and what LinkedIn showed that no rule names; on top the question about what was found on. With the way to start again, to save the report and to print it.
 */
import { byId } from '../ui/dom.js';
import { openPage } from '../ui/page.js';
import { runPanel } from '../ui/run.js';
import { sendPage } from '../ui/send-page.js';
import { statusCard } from '../ui/status.js';
import { unknownList } from '../ui/unknown.js';
import { downloadCSV, downloadJSON } from './export.js';
import { facts } from './facts.js';
import { followUpList } from './followups.js';
import { leftList } from './left.js';
import { question } from './question.js';
import { strangerList } from './strangers.js';
import { tables } from './tables.js';
import { undoPanel } from './undo-all.js';

/** @typedef {import('../ui/view.js').View} View */

openPage(({ send, view }) => [
  statusCard(byId('glance'), send),
  // What is left alone and the run come first, so that the focus can go there before the question is hidden.
  leftList(byId('left'), send),
  runPanel(byId('run'), { send, start: () => ({}), look: true }),
  question(byId('question'), send),
  facts(byId('last'), send),
  tables(byId('tables'), send),
  undoPanel(byId('undo'), send),
  followUpList(byId('followups'), send),
  unknownList(byId('unknown'), send),
  strangerList(byId('strangers'), send),
  sendPage(byId('broken'), send),
  takePart(view),
]);

/** The report to take away: as a file or on paper. @param {() => View | null} view */
function takePart(view) {
  /** @param {string} id @param {(view: View) => void} act */
  function button(id, act) {
    byId(id).addEventListener('click', () => {
      const now = view();
      if (now) act(now);
    });
  }
  button('export', downloadJSON);
  button('export-csv', downloadCSV);
  button('print', () => window.print());
  let first = true;
  return {
    node: byId('take'),
    show() {
      // What the address names was not there when the browser looked for it.
      if (first && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
      first = false;
    },
  };
}
