/**
 * The popup: the state at a glance, the choices, the main button, the run, and the settings with what is
 * known of each. It decides nothing; it shows the newest view and sends what the person asks for.
 */
import { access } from '../ui/access.js';
import { brokenPage } from '../ui/broken.js';
import { choices, storeChanges } from '../ui/choices.js';
import { connect } from '../ui/client.js';
import { byId, say, setText } from '../ui/dom.js';
import { settingsList } from '../ui/list.js';
import { faultCard, noticeList } from '../ui/notices.js';
import { onUndo } from '../ui/past.js';
import { runPanel } from '../ui/run.js';
import { statusCard } from '../ui/status.js';
import { counted, localise, text } from '../ui/text.js';
import { running } from '../ui/view.js';

localise(document);

/** @type {import('../ui/view.js').View | null} */
let view = null;
let granted = true;
let leaving = false;

const form = byId('form', HTMLFormElement);
const box = byId('choices', HTMLDetailsElement);
const { show, shown } = choices(form);
const client = connect(receive);
const showFault = faultCard(byId('fault', HTMLElement));
const showNotices = noticeList(byId('notices', HTMLElement), client.send);
const showStatus = statusCard(byId('glance', HTMLElement));
const showRun = runPanel(byId('run', HTMLElement), { send: client.send, start });
const showSettings = settingsList(byId('settings', HTMLElement));
const showBroken = brokenPage(byId('broken', HTMLElement), client.send);
const views = ['glance', 'choose', 'run', 'settings', 'more', 'broken'].map((id) => byId(id, HTMLElement));

onUndo(byId('settings', HTMLElement), (id) => {
  leaving = true;
  client.send({ command: 'undo', settings: [id] });
});
storeChanges(
  form,
  shown,
  () => view?.choices.chosen ?? false,
  (choice) => client.send({ command: 'choose', ...choice }),
);
access(byId('access', HTMLElement), (now) => {
  granted = now;
  showRun(view, granted);
});
for (const id of ['report', 'options', 'unknown', 'followups'])
  byId(id, HTMLAnchorElement).addEventListener('click', () => setTimeout(leave));

/** Firefox keeps a popup open over the tab it has opened; a popup shown as a tab stays. */
function leave() {
  if (chrome.extension.getViews({ type: 'popup' }).includes(window)) window.close();
}

/**
 * What waits for the person on the report page.
 * @param {import('../ui/view.js').View} now
 */
function showMore({ unknown, followups }) {
  const open = followups.filter(({ todo, done }) => todo && !done).length;
  say(byId('unknown', HTMLElement), unknown.length ? counted('unknown_count', unknown.length) : '');
  say(byId('followups', HTMLElement), open ? counted('followups_count', open) : '');
  byId('more', HTMLElement).hidden = unknown.length + open === 0;
}

/** The first run goes by the choices that are shown above the button. */
function start() {
  leaving = true;
  return view?.choices.chosen ? {} : shown();
}

/** @param {import('../ui/client.js').Message} message */
function receive(message) {
  const fault = 'fault' in message ? message.fault : null;
  showFault(fault);
  for (const part of views) part.hidden = fault !== null;
  if (!('view' in message)) return;
  const first = view === null;
  view = message.view;
  if (first) box.open = !view.choices.chosen;
  show(view);
  setText(
    byId('chosen', HTMLElement),
    view.choices.chosen
      ? [text(`region_${view.choices.region}`), text(`level_${view.choices.level}`), text(`mode_${view.choices.mode}`)].join(' · ')
      : '',
  );
  showNotices(view.notices);
  showStatus(view);
  showRun(view, granted);
  showSettings(view);
  showMore(view);
  showBroken(view);
  if (view.refused) leaving = false;
  if (leaving && running(view)) leave();
}
