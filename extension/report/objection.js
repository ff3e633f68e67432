/**
 * The objection's text to complete and to copy into LinkedIn's form, in a language and on a ground of the person's choice. It is
 * never sent from here, and what the person writes into it is kept nowhere.
 */
import { OBJECTIONS } from '../generated/objections.js';
import { language } from '../names.js';
import { button, differing, el, setText } from '../ui/dom.js';
import { link } from '../ui/explain.js';
import { field } from '../ui/form.js';
import { coded, counted, text } from '../ui/text.js';

/** @typedef {import('../ui/view.js').View} View */

/**
 * @param {string[]} languages that there are
 * @param {string} wanted BCP 47
 * @returns {string} the wanted one, a relative of it, or English
 */
export function closest(languages, wanted) {
  const base = wanted.split('-')[0];
  return languages.find((one) => one.toLowerCase() === wanted.toLowerCase()) ?? languages.find((one) => one.split('-')[0] === base) ?? 'en';
}

/** What is still to be filled in stands in square brackets. @param {string} words @returns {number} how many of them there are */
export const blanks = (words) => words.match(/\[[^\]]+\]/g)?.length ?? 0;

/** @param {string} form its address */
export function objection(form) {
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const languages = Object.keys(OBJECTIONS.plain);
  const inLanguage = el(
    'select',
    { id: 'objection-language' },
    ...languages.map((one) => el('option', { value: one }, names.of(one) ?? one)),
  );
  const onGround = el('select', { id: 'objection-ground' });
  const grounds = field(text('objection_ground'), onGround);
  const words = el('textarea', {
    'id': 'objection-text',
    'rows': '12',
    'dir': 'auto',
    'aria-label': text('objection_text'),
    'aria-describedby': 'objection-blanks',
  });
  const copy = button({ id: 'objection-copy' }, copyWords, text('objection_open'));
  const left = el('p', { id: 'objection-blanks', class: 'small', role: 'status' });
  const said = el('span', { role: 'status', class: 'saved' });
  const open = el('p', { hidden: '' }, link(form, text('followup_open')));
  inLanguage.value = closest(languages, chrome.i18n.getUILanguage());
  const differs = differing();

  function write() {
    words.value = OBJECTIONS[onGround.value]?.[inLanguage.value] ?? '';
    words.lang = inLanguage.value;
    setText(said, '');
    count();
  }
  function count() {
    const open = blanks(words.value);
    setText(left, open ? counted('objection_blanks', open) : text('objection_filled'));
  }
  async function copyWords() {
    try {
      await navigator.clipboard.writeText(words.value);
      setText(said, text('objection_ask'));
      chrome.tabs.create({ url: form });
    } catch {
      words.select();
      setText(said, text('copy_by_hand'));
      open.hidden = false;
    }
  }
  words.addEventListener('input', count);
  inLanguage.addEventListener('change', write);
  onGround.addEventListener('change', write);

  const node = el(
    'div',
    { class: 'objection' },
    field(text('objection_language'), inLanguage),
    grounds,
    words,
    left,
    el('p', { class: 'row' }, copy, said),
    open,
  );
  return {
    node,
    /** @param {View} view */
    show({ ground, grounds: all }) {
      grounds.hidden = all.length < 2;
      // What the person chose stays until their region changes.
      if (!differs(ground, all)) return;
      onGround.replaceChildren(...all.map((one) => el('option', { value: one }, coded('ground', one) || one)));
      onGround.value = ground;
      write();
    },
  };
}
