/**
 * What to do when Offswitch did not understand a page: the page as Offswitch saw it, scrubbed by the engine, is shown
 * to the person first and saved only when they say so.
 */
import { el, say } from './dom.js';
import { saveJSON } from './file.js';
import { text } from './text.js';

const FILE = 'offswitch-page.json';

/** @type {import('./page.js').MakePart} */
export const sendPage = (section, send) => {
  const show = el('button', { type: 'button', id: 'page-show' }, text('broken_show'));
  const words = el('textarea', { id: 'page-shown', readonly: '', rows: '12', spellcheck: 'false', 'aria-label': text('broken_shown') });
  const save = el('button', { type: 'button', id: 'page-save' }, text('broken_save'));
  const shown = el('div', {}, words, save);
  const none = el('p', { role: 'status', class: 'small' });
  section.append(
    el('details', {}, el('summary', {}, text('broken_title')), el('p', { class: 'small' }, text('broken_lead')), show, none, shown),
  );
  shown.hidden = true;
  let wanted = false;
  /** @type {object | null} */
  let page = null;

  show.addEventListener('click', () => {
    wanted = true;
    send({ command: 'page' });
  });
  save.addEventListener('click', () => {
    if (page) saveJSON(FILE, page);
  });

  return {
    node: section,
    show(view) {
      if (!wanted) return;
      // Once shown it stays until asked for again, so that what is saved is what was read.
      if (view.page) {
        wanted = false;
        page = view.page;
        words.value = JSON.stringify(page, null, 2);
      }
      shown.hidden = page === null;
      say(none, page ? '' : text('broken_none'));
    },
  };
};
