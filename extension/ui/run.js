/**
 * The run as popup, welcome and report show it: the main button, Go on, Stop and Skip, the progress, how the
 * last run ended, and why a command was refused.
 */
import { el, say, setText } from './dom.js';
import { coded, text } from './text.js';
import { allOff, byHand, neverChecked, running, waiting } from './view.js';

/** @typedef {import('./view.js').View} View */
/** @typedef {import('./view.js').Run} Run */
/** @typedef {import('./view.js').Command} Command */
/** @typedef {import('./view.js').Choice} Choice */

/**
 * @param {View} view
 * @returns {string} why the last run stopped and what to do, empty when there is nothing to say
 */
export function ending({ run }) {
  if (run?.phase !== 'stopped') return '';
  // The reasons name Harden, which would turn off what an undo was to turn on.
  const why = run.purpose === 'undo' ? text('undo_stopped') : coded('run_why', run.why) || text('run_stopped');
  return run.resumable ? `${why} ${text('resume_hint')}` : why;
}

/**
 * @param {View} view
 * @param {Run} run
 */
function progressText({ settings }, run) {
  const title = settings.find(({ id }) => id === run.setting)?.title ?? '';
  const place = Math.min(run.total, run.done + 1);
  return title ? text('progress', place, run.total, title) : text('progress_bare', run.done, run.total);
}

/**
 * @param {View} view
 * @param {Run} run
 * @returns {string} what the run is doing, or waits for the person to do
 */
function stepText(view, run) {
  const setting = view.settings.find(({ id }) => id === run.setting);
  if (!waiting(view) || !setting) return (run.purpose === 'undo' && coded('undo_step', run.step ?? '')) || coded('step', run.step ?? '');
  return text(byHand(setting) ? 'step_marking_by_hand' : 'step_marking_named', setting.title || setting.label);
}

/**
 * Builds the controls in a section.
 * @param {HTMLElement} section
 * @param {{send: (command: Command) => void, start: () => Partial<Choice>, again?: boolean}} page `start` runs
 *   before a run begins and gives the choices that are shown and count, though they may not be stored; `again` names
 *   the button for a repeated run
 * @returns {(view: View | null, granted: boolean) => void}
 */
export function runPanel(section, { send, start, again = false }) {
  const harden = el('button', { id: 'harden', type: 'button', class: 'main' }, text('harden'));
  const resume = el('button', { id: 'resume', type: 'button', 'aria-describedby': 'ended' }, text('resume'));
  const bar = el('progress', { 'aria-labelledby': 'progress-text' });
  const line = el('p', { id: 'progress-text', 'aria-live': 'polite' });
  const step = el('p', { class: 'small' });
  const skip = el('button', { id: 'skip', type: 'button' }, text('skip'));
  const stop = el('button', { id: 'stop', type: 'button' }, text('stop'));
  const progress = el('div', { id: 'progress' }, bar, line, step, el('div', { class: 'row' }, skip, stop));
  const refused = el('p', { id: 'refused', role: 'alert', class: 'problem' });
  const ended = el('p', { id: 'ended', role: 'status', class: 'problem' });
  section.append(el('div', { class: 'row' }, harden, resume), progress, refused, ended);
  /** @type {'harden' | 'check'} */
  let does = 'harden';

  harden.addEventListener('click', () => {
    send({ command: does, ...start() });
  });
  resume.addEventListener('click', () => {
    start();
    send({ command: 'resume' });
  });
  stop.addEventListener('click', () => send({ command: 'stop' }));
  skip.addEventListener('click', () => send({ command: 'skip' }));

  /** @param {View} view */
  function label(view) {
    if (does === 'check') return text('check_again');
    return text(again && view.run && !neverChecked(view) ? 'harden_again' : 'harden');
  }

  /** @param {View | null} view @param {boolean} granted */
  function show(view, granted) {
    const focused = document.activeElement;
    const busy = view !== null && running(view);
    harden.disabled = view === null || !granted;
    harden.hidden = busy;
    resume.disabled = !granted;
    resume.hidden = busy || !view?.run?.resumable;
    progress.hidden = !busy;
    if (!view) return;
    does = allOff(view) ? 'check' : 'harden';
    setText(harden, label(view));
    skip.hidden = !waiting(view);
    if (busy && view.run) {
      bar.max = Math.max(1, view.run.total);
      bar.value = view.run.done;
      setText(line, progressText(view, view.run));
      say(step, stepText(view, view.run));
    }
    say(refused, coded('refused', view.refused) || view.refused);
    say(ended, ending(view));
    // The button that had the focus may have gone: the focus goes to the one that took its place.
    if (busy && (focused === harden || focused === resume || focused?.matches('.undo, #undo-all'))) stop.focus();
    if (focused === resume && resume.hidden && !busy) harden.focus();
    if (focused === skip && skip.hidden && busy) stop.focus();
    if ((focused === stop || focused === skip) && !busy) harden.focus();
  }

  // Before the first view nobody knows what the buttons would do.
  show(null, false);
  return show;
}
