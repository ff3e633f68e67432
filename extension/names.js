/**
 * What Offswitch calls the settings of the rule table, in the language of the browser. The table is English; each other
 * language has a file in `prose/`, by the English text, which is read only here.
 */

import { NAMES } from './generated/names.js';

/** The language of the texts shown, which is English when there is no translation. */
export const language = chrome.i18n.getMessage('language') || 'en';

/** @returns {Promise<Record<string, string>>} what the table says in English, by that, in the language of the texts; empty for English */
export async function translations() {
  if (language === 'en') return {};
  try {
    return await (await fetch(chrome.runtime.getURL(`prose/${language}.json`))).json();
  } catch {
    // Texts in English are better than none.
    return {};
  }
}

/**
 * @param {string} id of a setting
 * @param {Record<string, string>} translated
 * @returns {string} our name of it; empty for a rule of the person's own
 */
export const ownName = (id, translated) => translated[NAMES[id]] || NAMES[id] || '';
