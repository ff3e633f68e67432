/**
 * The run as popup, welcome and report show it: the main button, Only look, Go on, Stop and Skip, the progress, how
 * the last run ended, and why a command was refused.
 */
import { el, say, setText } from './dom.js';
import { coded, text } from './text.js';
import { allOff, byHand, neverChecked, running, waiting } from './view.js';

/** @typedef {import('./view.js').View} View */
/** @typedef {import('./view.js').Run} Run */
/** @typedef {import('./view.js').Choice} Choice */

/** @param {View} view @returns {string} why the last run stopped and what to do, empty when there is nothing to say */
export function ending({ run }) {
  if (run?.phase !== 'stopped') return '';
  // The reasons advise to harden, which would turn off what the undo turns on.
  const why = run.purpose === 'undo' ? text('undo_stopped') : coded('run_why', run.why) || text('run_stopped');
  return run.resumable ? `${why} ${text('resume_hint')}` : why;
}

/** @param {Run} run */
const looking = ({ step, looks }) => step === 'looking' && looks.of > 0;

/** @param {View} view @param {Run} run @returns {string} how far the run is, in the part of it that is on */
export function progressText({ settings }, run) {
  if (looking(run)) return text('step_looking', Math.min(run.looks.of, run.looks.done + 1), run.looks.of);
  if (run.step === 'marking' && run.total === 0) return coded('step', 'marking');
  const title = settings.find(({ id }) => id === run.setting)?.title ?? '';
  const place = Math.min(run.total, run.done + 1);
  return title ? text('progress', place, run.total, title) : text('progress_bare', run.done, run.total);
}

/** @param {View} view @param {Run} run @returns {string} what the run is doing, or waits for the person to do */
export function stepText(view, run) {
  // Then the line above says it all.
  if (looking(run) || run.total === 0) return '';
  const setting = view.settings.find(({ id }) => id === run.setting);
  if (!waiting(view) || !setting) return (run.purpose === 'undo' && coded('undo_step', run.step ?? '')) || coded('step', run.step ?? '');
  return text(byHand(setting) ? 'step_marking_by_hand' : 'step_marking_named', setting.title || setting.label);
}

/**
 * @param {View} view
 * @param {boolean} again whether a repeated run is called one while there is something left to harden
 * @returns {string} what the main button says
 */
export function buttonText(view, again) {
  const repeated = view.run && !neverChecked(view);
  return text(repeated && (again || allOff(view)) ? 'harden_again' : 'harden');
}

/**
 * Builds the controls in a section.
 * @param {HTMLElement} section
 * @param {{send: import('./page.js').Send, start: () => Partial<Choice>, again?: boolean, look?: boolean}} page `start` gives
 *   the choices that are shown and count, though they may not be stored; `again` names the button for a repeated run;
 *   `look` offers a run that only looks, once there was a run
 * @returns {import('./page.js').PagePart}
 */
export function runPanel(section, { send, start, again = false, look: offered = false }) {
  const harden = el('button', { id: 'harden', type: 'button', class: 'main' }, text('harden'));
  const look = el('button', { id: 'look', type: 'button' }, text('look'));
  const resume = el('button', { id: 'resume', type: 'button', 'aria-describedby': 'ended' }, text('resume'));
  const bar = el('progress', { 'aria-labelledby': 'progress-text' });
  const line = el('p', { id: 'progress-text', 'aria-live': 'polite' });
  const step = el('p', { class: 'small' });
  const skip = el('button', { id: 'skip', type: 'button' }, text('skip'));
  const stop = el('button', { id: 'stop', type: 'button' }, text('stop'));
  const progress = el('div', { id: 'progress' }, bar, line, step, el('div', { class: 'row' }, skip, stop));
  const refusal = el('p', { id: 'refused', role: 'alert', class: 'problem' });
  const ended = el('p', { id: 'ended', role: 'status', class: 'problem' });
  section.append(el('div', { class: 'row' }, harden, resume, look), progress, refusal, ended);
  /** @type {View | null} */
  let view = null;
  let granted = true;

  harden.addEventListener('click', () => send({ command: 'harden', ...start() }));
  look.addEventListener('click', () => send({ command: 'check', ...start() }));
  resume.addEventListener('click', () => send({ command: 'resume' }));
  stop.addEventListener('click', () => send({ command: 'stop' }));
  skip.addEventListener('click', () => send({ command: 'skip', setting: view?.run?.setting ?? '' }));

  function enable() {
    harden.disabled = view === null || !granted;
    look.disabled = !granted;
    resume.disabled = !granted;
  }

  // Before the first view nobody knows what the buttons would do.
  enable();
  resume.hidden = true;
  look.hidden = true;
  progress.hidden = true;
  return {
    node: section,
    show(now) {
      const focused = document.activeElement;
      const { run } = now;
      const busy = running(now);
      view = now;
      enable();
      harden.hidden = busy;
      resume.hidden = busy || !run?.resumable;
      look.hidden = busy || !offered || !run;
      progress.hidden = !busy;
      setText(harden, buttonText(now, again));
      skip.hidden = !waiting(now);
      if (busy && run) {
        const { done, of } = looking(run) ? run.looks : { done: run.done, of: run.total };
        bar.max = Math.max(1, of);
        bar.value = done;
        setText(line, progressText(now, run));
        say(step, stepText(now, run));
      }
      say(refusal, coded('refused', now.refusal) || now.refusal);
      say(ended, ending(now));
      // The button that had the focus may have gone: the focus goes to the one that took its place.
      if (
        busy &&
        (focused === harden ||
          focused === resume ||
          focused === look ||
          focused?.matches('.undo, .only, #undo-all, #turn-off-found, #look-rest'))
      )
        stop.focus();
      if (focused === resume && resume.hidden && !busy) harden.focus();
      if (focused === skip && skip.hidden && busy) stop.focus();
      if ((focused === stop || focused === skip) && !busy) harden.focus();
    },
    allow(now) {
      granted = now;
      enable();
    },
  };
}
