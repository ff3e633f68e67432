/** What the rule table says of a setting, in a language that is not English. */

import './browser.mjs';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const GERMAN = JSON.parse(readFileSync(new URL('../extension/prose/de.json', import.meta.url), 'utf8'));

/** What the page would be read from, and what was. */
const asked = /** @type {string[]} */ ([]);
const { getMessage } = /** @type {{getMessage: (...args: any[]) => string}} */ (chrome.i18n);
chrome.i18n.getMessage = (/** @type {string} */ key, /** @type {any[]} */ ...more) =>
  key === 'language' ? 'de' : getMessage(key, ...more);
chrome.runtime.getURL = (/** @type {string} */ path) => `extension:${path}`;
globalThis.fetch = /** @type {any} */ (
  async (/** @type {string} */ address) => {
    asked.push(address);
    return { json: async () => ({ ...GERMAN, 'Ads by your age': '' }) };
  }
);
const { linkedInLabel, linkedInTitle, nameOf, said, saying, way } = await import('../extension/ui/prose.js');

/** @param {(string | HTMLElement)[]} parts @returns {string} their words, what is marked as English in brackets */
const marked = (parts) =>
  parts.map((part) => (typeof part === 'string' ? part : `[${part.textContent}]${part.getAttribute('lang')}`)).join('');

test('only the words of the language are read, from the extension itself', () => {
  assert.deepEqual(asked, ['extension:prose/de.json']);
});

test('a text has the words of the language, and is English where there are none', () => {
  assert.equal(said('Who sees your connections'), 'Wer Ihre Kontakte sieht');
  assert.equal(said('Ads by your age'), 'Ads by your age');
  assert.equal(said('of nobody'), 'of nobody');
});

test('what is quoted is LinkedIn’s, and is marked as English', () => {
  assert.equal(
    marked(saying('Turning "Ads off LinkedIn" off turns this off as well.')),
    'Wer ["Ads off LinkedIn"]en ausschaltet, schaltet auch dies aus.',
  );
});

test('a way has LinkedIn’s labels in English and what to do in the language', () => {
  assert.equal(
    marked(way('Me > Settings & Privacy > Data for research > switch off')),
    '[Me > Settings & Privacy > Data for research]en > ausschalten',
  );
  assert.equal(marked(way('Your photo at the top left > Settings > switch off')), 'Ihr Foto oben links > [Settings]en > ausschalten');
  assert.equal(marked(way('say no')), 'mit Nein antworten');
});

test('our name comes first, LinkedIn’s words where there is none', () => {
  assert.equal(nameOf({ id: 'read-receipts', title: 'Read receipts' }), 'Wer sieht, dass Sie lesen oder tippen');
  assert.equal(nameOf({ id: 'mine-1', title: '', label: 'Share more' }), 'Share more');
  assert.equal(nameOf({ id: 'mine-1', title: '' }), 'mine-1');
});

test('LinkedIn’s title is in the language where that is known, and marked as English where not', () => {
  const known = linkedInTitle({ id: 'ai-training', title: 'Data for Generative AI Improvement' });
  assert.deepEqual([known.textContent, known.getAttribute('lang')], ['Daten zur Verbesserung generativer KI', null]);
  const unknown = linkedInTitle({ id: 'ads-age', title: 'Age range' });
  assert.deepEqual([unknown.textContent, unknown.getAttribute('lang')], ['Age range', 'en']);
  const label = linkedInLabel({ id: 'ai-training' });
  assert.equal(label?.textContent, 'Ihre Daten zum Schulen von KI-Modellen verwenden, um Inhalte zu erstellen');
  assert.equal(linkedInLabel({ id: 'ads-age' })?.getAttribute('lang'), 'en');
  assert.equal(linkedInLabel({ id: 'mine-1' }), null);
});

test('a page whose words cannot be read is English, and is there', async () => {
  globalThis.fetch = async () => {
    throw new TypeError('no such file');
  };
  const alone = await import(`../extension/ui/prose.js?${'without'}`);
  assert.equal(alone.said('Who sees your connections'), 'Who sees your connections');
});
