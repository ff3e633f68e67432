/**
 * What to do when Offswitch did not understand a page: the page as Offswitch saw it, scrubbed by the engine, is shown
 * to the person first and saved only when they say so.
 */
import { button, el, say, small } from './dom.js';
import { saveJSON } from './file.js';
import { text } from './text.js';

const FILE = 'offswitch-page.json';

/** @type {import('./page.js').MakePart} */
export const sendPage = (section, send) => {
  const show = button({ id: 'page-show' }, ask, text('broken_show'));
  const words = el('textarea', { id: 'page-shown', readonly: '', rows: '12', spellcheck: 'false', 'aria-label': text('broken_shown') });
  const shown = el('div', { hidden: '' }, words, button({ id: 'page-save' }, save, text('broken_save')));
  const none = el('p', { role: 'status', class: 'small' });
  section.append(el('details', {}, el('summary', {}, text('broken_title')), small(text('broken_lead')), show, none, shown));
  let wanted = false;
  /** @type {object | null} */
  let page = null;

  function ask() {
    wanted = true;
    send({ command: 'page' });
  }
  function save() {
    if (page) saveJSON(FILE, page);
  }

  return {
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
