/**
 * The three choices as form controls: region, level and mode, with what each means, why the region
 * is suggested, and what LinkedIn's terms say. Popup, welcome and options share it.
 */
import { LEVELS, MODES, REGIONS } from '../generated/lists.js';
import { el, say } from './dom.js';
import { country, text } from './text.js';

/** @typedef {import('./view.js').View} View */
/** @typedef {import('./view.js').Choice} Choice */

/**
 * @param {'level' | 'mode' | 'checks'} name also of the messages
 * @param {readonly string[]} ids
 */
export function radios(name, ids) {
  const options = ids.map((id) => {
    const hint = `${name}-${id}-hint`;
    return el(
      'div',
      { class: 'option' },
      el('input', { type: 'radio', name, value: id, id: `${name}-${id}`, 'aria-describedby': hint }),
      el('label', { for: `${name}-${id}` }, text(`${name}_${id}`)),
      el('p', { id: hint, class: 'hint' }, text(`${name}_${id}_hint`)),
    );
  });
  return el('fieldset', {}, el('legend', {}, text(name)), ...options);
}

/**
 * Builds the controls at the start of a form.
 * @param {HTMLFormElement} form
 * @returns {{show: (view: View) => void, shown: () => Choice}}
 */
export function choices(form) {
  const region = el(
    'select',
    { id: 'region', name: 'region', 'aria-describedby': 'region-hint' },
    ...REGIONS.map((id) => el('option', { value: id }, text(`region_${id}`))),
  );
  const hint = el('p', { id: 'region-hint', class: 'hint' });
  form.prepend(
    el('div', { class: 'field' }, el('label', { for: 'region' }, text('region')), region, hint),
    radios('level', LEVELS),
    radios('mode', MODES),
    el('p', { class: 'terms' }, text('terms')),
  );
  let last = '';

  /** @param {'level' | 'mode'} name @returns {string} */
  const checked = (name) => String(new FormData(form).get(name) ?? '');

  /** @param {'level' | 'mode'} name @param {string} id */
  function check(name, id) {
    const radio = form.querySelector(`input[name="${name}"][value="${CSS.escape(id)}"]`);
    if (radio instanceof HTMLInputElement) radio.checked = true;
  }

  return {
    shown: () => /** @type {Choice} */ ({ region: region.value, level: checked('level'), mode: checked('mode') }),
    show({ choices, suggestion }) {
      say(
        hint,
        suggestion
          ? text('region_why', suggestion.zone, country(suggestion.country))
          : text(choices.chosen ? 'region_why_none' : 'region_unsure'),
      );
      const now = JSON.stringify(choices);
      // Only a stored change moves the controls: what the person is about to choose stays.
      if (now === last) return;
      last = now;
      region.value = choices.region;
      check('level', choices.level);
      check('mode', choices.mode);
    },
  };
}

/**
 * Stores each change at once. Before anything is stored, a first change stores all that is shown,
 * because the suggested region is part of what the person saw.
 * @param {HTMLFormElement} form
 * @param {() => Choice} shown
 * @param {() => boolean} chosen
 * @param {(choice: Partial<Choice>) => void} store
 */
export function storeChanges(form, shown, chosen, store) {
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('change', (event) => {
    const { name, value } = /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target);
    store(chosen() ? { [name]: value } : shown());
  });
}
