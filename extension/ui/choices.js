/**
 * The three choices as form controls: region, level and mode, with what each means, why the region
 * is suggested, and what LinkedIn's terms say. Popup, welcome and options share it.
 */
import { LEVELS, MODES, REGIONS } from '../generated/lists.js';
import { differing, el, say, setText } from './dom.js';
import { field, radios } from './form.js';
import { managed } from './managed.js';
import { country, text } from './text.js';

/** @typedef {import('./view.js').View} View */
/** @typedef {import('./view.js').Choice} Choice */
/** @typedef {import('./view.js').Checks} Checks */
/** @typedef {import('./view.js').Pace} Pace */

/** @param {{level: string, region: string}} choice @returns {string[]} its name and the region's */
export const choiceWords = ({ level, region }) => [text(`level_${level}`), text(`region_${region}`)];

/** Builds the controls at the start of a form. @param {HTMLFormElement} form */
export function choices(form) {
  const region = el(
    'select',
    { id: 'region', name: 'region', required: '', 'aria-describedby': 'region-hint' },
    ...REGIONS.map((id) => el('option', { value: id }, text(`region_${id}`))),
  );
  const hint = el('p', { id: 'region-hint', class: 'hint' });
  /** Stands there while nobody knows the region. */
  const none = el('option', { value: '' }, text('region_choose'));
  const level = radios('level', LEVELS);
  const mode = radios('mode', MODES);
  const where = field(text('region'), region, hint);
  form.prepend(where, level.node, mode.node, el('p', { class: 'terms' }, text('terms')));
  const showManaged = managed({ region: { node: where, control: region }, level, mode });
  const differs = differing();
  let chosen = false;
  const shown = () => /** @type {Choice} */ ({ region: region.value, level: level.chosen(), mode: mode.chosen() });

  /**
   * @param {Partial<Choice & Checks & Pace>} changed
   * @returns {Partial<Choice & Checks & Pace>} what to store: before anything is stored all that is shown, because the suggested
   *   region is part of what the person saw
   */
  const whole = (changed) => (chosen ? changed : { ...shown(), ...changed });

  return {
    shown,
    whole,

    /** Is told of each change at once, as of what to store. @param {(changed: Partial<Choice>) => void} store */
    onChange(store) {
      form.addEventListener('change', (event) => {
        const { name, value } = /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target);
        if (form.reportValidity()) store(whole({ [name]: value }));
      });
    },

    /** @param {View} view */
    show(view) {
      const { choices, suggestion } = view;
      chosen = choices.chosen;
      const locked = showManaged(view).has('region');
      say(hint, locked ? '' : regionHint(chosen, suggestion));
      // Only a stored change moves the controls: what the person is about to choose stays.
      if (!differs(choices, suggestion)) return;
      const known = locked || chosen || suggestion !== null;
      if (known) none.remove();
      else region.prepend(none);
      region.value = known ? choices.region : '';
      level.choose(choices.level);
      mode.choose(choices.mode);
    },
  };
}

/**
 * @param {boolean} chosen whether the person has stored a region
 * @param {View['suggestion']} suggestion
 * @returns {string} why this region is suggested, or why none is
 */
export const regionHint = (chosen, suggestion) =>
  suggestion ? text('region_why', suggestion.zone, country(suggestion.country)) : text(chosen ? 'region_why_none' : 'region_unsure');

/**
 * @param {Partial<Choice & Checks & Pace>} wanted
 * @param {View['choices']} choices
 * @returns {boolean} whether that is what is stored
 */
export function stored(wanted, choices) {
  const now = new Map(Object.entries(choices));
  return choices.chosen && Object.entries(wanted).every(([name, value]) => now.get(name) === value);
}

/** A line that calls a choice saved only when the background says so. @param {HTMLElement} line */
export function savedLine(line) {
  /** @type {Partial<Choice & Checks & Pace> | null} */
  let asked = null;
  return {
    /** @param {Partial<Choice & Checks & Pace> | null} choice that is to be stored */
    ask(choice) {
      setText(line, '');
      asked = choice;
    },
    /** @param {View} view */
    show({ choices }) {
      if (!asked || !stored(asked, choices)) return;
      asked = null;
      setText(line, text('saved'));
    },
    fault() {
      asked = null;
    },
  };
}
