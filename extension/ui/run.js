/**
 * The run as popup, welcome and report show it: the main button, which names what it does, Only look, Start over, Stop, Skip, the
 * word of somebody who has signed in elsewhere, the progress, how the last run ended, and why a command was refused.
 */
import { deedCount, deedWords } from './deed.js';
import { button, el, say, setText, small } from './dom.js';
import { announcer } from './heard.js';
import { nameOf } from './prose.js';
import { coded, text } from './text.js';
import { byHand, running, signing, waiting } from './view.js';

/** @typedef {import('./view.js').View} View */
/** @typedef {import('./view.js').Run} Run */
/** @typedef {import('./view.js').Choice} Choice */

/** @param {View} view @returns {string} why the last run stopped and what to do, empty when there is nothing to say */
export function ending(view) {
  const { run } = view;
  if (run?.phase !== 'stopped') return '';
  const button = deedWords(view);
  return run.purpose === 'undo' ? text('undo_stopped') : coded('run_why', run.why, button) || text('run_stopped', button);
}

/** @param {Run} run */
const looking = ({ step, looks }) => step === 'looking' && looks.of > 0;

/** @param {View} view @param {Run} run @returns {string} how far the run is, in the part of it that is on */
export function progressText({ settings }, run) {
  if (looking(run)) return text('step_looking', Math.min(run.looks.of, run.looks.done + 1), run.looks.of);
  if (run.total === 0 && (run.step === 'marking' || run.step === 'signing')) return coded('step', run.step);
  const setting = settings.find(({ id }) => id === run.setting);
  const place = Math.min(run.total, run.done + 1);
  return setting ? text('progress', place, run.total, nameOf(setting)) : text('progress_bare', run.done, run.total);
}

/** @param {View} view @param {Run} run @returns {string} what the run is doing, or waits for the person to do */
export function stepText(view, run) {
  // Then the line above says it all.
  if (looking(run) || run.total === 0) return '';
  const setting = view.settings.find(({ id }) => id === run.setting);
  if (!waiting(view) || !setting) return (run.purpose === 'undo' && coded('undo_step', run.step ?? '')) || coded('step', run.step ?? '');
  return text(byHand(setting) ? 'step_marking_by_hand' : 'step_marking_named', nameOf(setting));
}

/** What starts a run when it is pressed, here and elsewhere on a page. */
const STARTS = '#harden, #look, #over, .undo, .only, #undo-all, #turn-off-found, #look-rest';

/**
 * Builds the controls in a section.
 * @param {HTMLElement} section
 * @param {import('./page.js').Send} send
 * @param {{start?: () => Partial<Choice>, look?: boolean, confirm?: () => void}} [page] `start` gives the choices that are shown and
 *   count, though they may not be stored; `look` offers a run that only looks, once there was a run; `confirm` leads to the
 *   question about what was found
 * @returns {import('./page.js').PagePart}
 */
export function runPanel(section, send, { start = () => ({}), look: offered = false, confirm = openQuestion } = {}) {
  /** @type {View | null} */
  let view = null;
  let granted = true;

  const begin = () => send({ command: 'harden', ...start() });
  const resume = () => send({ command: 'resume' });
  /** @type {{[Deed in View['main']['deed']]: () => void}} */
  const deeds = { 'harden': begin, 'again': begin, 'retry': begin, 'resume': resume, 'sign-in': resume, 'confirm': confirm };
  const main = { 'id': 'harden', 'class': 'main', 'aria-describedby': 'harden-count ended' };
  const harden = button(main, () => deeds[view?.main.deed ?? 'harden'](), text('harden'));
  const count = el('p', { id: 'harden-count', class: 'small' });
  // Before the first view nobody knows what the buttons would do.
  const look = button({ id: 'look', class: 'quiet', hidden: '' }, () => send({ command: 'check', ...start() }), text('look'));
  const over = button({ id: 'over', class: 'quiet', hidden: '' }, begin, text('start_over'));
  const bar = el('progress', { 'aria-labelledby': 'progress-text' });
  const line = el('p', { id: 'progress-text' });
  const step = small();
  const skip = button({ id: 'skip' }, () => send({ command: 'skip', setting: view?.run?.setting ?? '' }), text('skip'));
  const stop = button({ id: 'stop' }, () => send({ command: 'stop' }), text('stop'));
  const signed = button({ id: 'signed-in', class: 'quiet' }, resume, text('signed_in'));
  const progress = el('div', { id: 'progress', hidden: '' }, bar, line, step, el('div', { class: 'row' }, skip, stop, signed));
  const refusal = el('p', { id: 'refused', role: 'alert', class: 'problem' });
  const ended = el('p', { id: 'ended', role: 'status', class: 'problem' });
  const heard = announcer();
  section.append(ended, harden, count, el('div', { class: 'row' }, look, over), progress, heard.node, refusal);

  function enable() {
    for (const each of [harden, look, over]) each.disabled = view === null || !granted;
  }

  /** @param {View} now @param {Run} run */
  function follow(now, run) {
    const part = looking(run) ? 'looks' : 'settings';
    const { done, of } = part === 'looks' ? run.looks : { done: run.done, of: run.total };
    bar.max = Math.max(1, of);
    bar.value = done;
    setText(line, progressText(now, run));
    say(step, stepText(now, run));
    heard.tell(now.now, part, done / bar.max, line.textContent ?? '', waiting(now) || signing(now) ? stepText(now, run) : '');
  }

  enable();
  return {
    show(now) {
      const focused = document.activeElement;
      const { run } = now;
      const busy = running(now);
      view = now;
      enable();
      harden.hidden = busy;
      look.hidden = busy || !offered || !run;
      over.hidden = busy || !['resume', 'sign-in'].includes(now.main.deed);
      progress.hidden = !busy;
      setText(harden, deedWords(now));
      say(count, busy ? '' : deedCount(now));
      skip.hidden = !waiting(now);
      signed.hidden = !signing(now);
      if (busy && run) follow(now, run);
      else heard.rest();
      setText(refusal, coded('refused', now.refusal) || now.refusal);
      setText(ended, ending(now));
      // The button that had the focus may have gone: the focus goes to the one that took its place.
      const inRun = [stop, skip, signed].find((each) => each === focused);
      if (busy && (inRun?.hidden || focused?.matches(STARTS))) stop.focus();
      if (inRun && !busy) harden.focus();
    },
    allow(now) {
      granted = now;
      enable();
    },
  };
}

/** Shows the question, which stands on the report. */
function openQuestion() {
  const title = document.getElementById('question-title');
  if (title) title.focus();
  else chrome.tabs.create({ url: chrome.runtime.getURL('report/report.html#question') });
}
