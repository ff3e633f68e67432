/**
 * The objection's text to copy into LinkedIn's form, in a language and on a ground of the person's choice. It is
 * never sent from here.
 */
import { OBJECTIONS } from '../generated/objections.js';
import { el, keyed, setText } from '../ui/dom.js';
import { field } from '../ui/form.js';
import { coded, language, text } from '../ui/text.js';

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

export function objection() {
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const languages = Object.keys(OBJECTIONS.plain);
  const inLanguage = el(
    'select',
    { id: 'objection-language' },
    ...languages.map((one) => el('option', { value: one }, names.of(one) ?? one)),
  );
  const onGround = el('select', { id: 'objection-ground' });
  const grounds = field(text('objection_ground'), onGround);
  const words = el('textarea', { id: 'objection-text', readonly: '', rows: '12', 'aria-label': text('objection_text') });
  const copy = el('button', { type: 'button', id: 'objection-copy' }, text('copy'));
  const said = el('span', { role: 'status', class: 'saved' });
  inLanguage.value = closest(languages, chrome.i18n.getUILanguage());
  let usual = '';

  function write() {
    words.value = OBJECTIONS[onGround.value]?.[inLanguage.value] ?? '';
    words.lang = inLanguage.value;
    setText(said, '');
  }
  inLanguage.addEventListener('change', write);
  onGround.addEventListener('change', write);
  copy.addEventListener('click', () => {
    navigator.clipboard.writeText(words.value).then(
      () => setText(said, text('copied')),
      () => {
        words.select();
        setText(said, text('copy_by_hand'));
      },
    );
  });

  const node = el(
    'div',
    { class: 'objection' },
    field(text('objection_language'), inLanguage),
    grounds,
    words,
    el('p', { class: 'row' }, copy, said),
  );
  const showGrounds = keyed(
    onGround,
    (/** @type {string} */ one) => one,
    (one) => ({ node: el('option', { value: one }, coded('ground', one) || one) }),
  );
  return {
    node,
    /** @param {View} view */
    show(view) {
      const { ground, grounds: all } = view;
      showGrounds(all, view);
      grounds.hidden = all.length < 2;
      const now = `${ground} ${all}`;
      // What the person chose stays until their region changes.
      if (now === usual) return;
      usual = now;
      onGround.value = ground;
      write();
    },
  };
}
