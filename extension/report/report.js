/**
 * The report: when the last run was and how it ended, what changed, what did not and why, what only the person can
 * do, and what LinkedIn showed that no rule names, with the way to start again, to save the report and to print it.
 */
import { access } from '../ui/access.js';
import { brokenPage } from '../ui/broken.js';
import { connect } from '../ui/client.js';
import { byId } from '../ui/dom.js';
import { faultCard, noticeList } from '../ui/notices.js';
import { onUndo } from '../ui/past.js';
import { runPanel } from '../ui/run.js';
import { statusCard } from '../ui/status.js';
import { localise } from '../ui/text.js';
import { unknownList } from '../ui/unknown.js';
import { downloadCSV, downloadJSON } from './export.js';
import { facts } from './facts.js';
import { followUpList } from './followups.js';
import { strangerList } from './strangers.js';
import { tables } from './tables.js';
import { undoPanel } from './undo.js';

localise(document);

/** @type {import('../ui/view.js').View | null} */
let view = null;
let granted = true;

const client = connect(receive);
const showFault = faultCard(byId('fault', HTMLElement));
const showNotices = noticeList(byId('notices', HTMLElement), client.send);
const showStatus = statusCard(byId('glance', HTMLElement));
const showRun = runPanel(byId('run', HTMLElement), { send: client.send, start: () => ({}), again: true });
const showFacts = facts(byId('facts', HTMLElement));
const showTables = tables(byId('tables', HTMLElement));
const showUndo = undoPanel(byId('undo', HTMLElement), () => client.send({ command: 'undo' }));
const showFollowUps = followUpList(byId('followups', HTMLElement), client.send);
const showUnknown = unknownList(byId('unknown', HTMLElement), client.send);
const showStrangers = strangerList(byId('strangers', HTMLElement));
const showBroken = brokenPage(byId('broken', HTMLElement), client.send);
const views = ['glance', 'run', 'last', 'tables', 'undo', 'followups', 'unknown', 'strangers', 'broken', 'take'].map((id) =>
  byId(id, HTMLElement),
);
for (const part of views) part.hidden = true;

onUndo(byId('tables', HTMLElement), (id) => client.send({ command: 'undo', settings: [id] }));
access(byId('access', HTMLElement), (now) => {
  granted = now;
  showRun(view, granted);
});
byId('print', HTMLButtonElement).addEventListener('click', () => window.print());
byId('export', HTMLButtonElement).addEventListener('click', () => {
  if (view) downloadJSON(view);
});
byId('export-csv', HTMLButtonElement).addEventListener('click', () => {
  if (view) downloadCSV(view);
});

/** @param {import('../ui/client.js').Message} message */
function receive(message) {
  const fault = 'fault' in message ? message.fault : null;
  showFault(fault);
  for (const part of views) part.hidden = fault !== null;
  if (!('view' in message)) return;
  const first = view === null;
  view = message.view;
  showNotices(view.notices);
  showStatus(view);
  showRun(view, granted);
  showFacts(view);
  showTables(view);
  showUndo(view);
  showFollowUps(view);
  showUnknown(view);
  showStrangers(view);
  showBroken(view);
  // What the address names was not there when the browser looked for it.
  if (first && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}
