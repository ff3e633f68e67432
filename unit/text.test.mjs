/** The words of the pages, as `ui/text.js` puts them together. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

/**
 * @param {string} locale
 * @returns {Promise<typeof import('../extension/ui/text.js')>} the module, as it is in a browser of that language
 */
function inLanguage(locale) {
  const messages = JSON.parse(readFileSync(new URL(`../extension/_locales/${locale}/messages.json`, import.meta.url), 'utf8'));
  const getMessage = (/** @type {string} */ key, /** @type {string[]} */ args = []) =>
    (messages[key]?.message ?? '').replace(/\$(\d)/g, (/** @type {string} */ _, /** @type {number} */ at) => args[at - 1] ?? '');
  Object.assign(globalThis, { chrome: { i18n: { getMessage } } });
  return import(`../extension/ui/text.js?${locale}`);
}

test('a count has the form that its language has for it', async () => {
  const { counted } = await inLanguage('ar');
  assert.equal(counted('harden_count', 2), 'إعدادان للإيقاف');
  assert.equal(counted('harden_count', 5), '5 إعدادات للإيقاف');
  assert.equal(counted('harden_count', 12), '12 إعدادًا للإيقاف');
  assert.equal(counted('harden_count', 100), '100 إعداد للإيقاف');
});

test('a count has the form for other numbers where its language has none of its own', async () => {
  const { counted } = await inLanguage('ar');
  assert.equal(counted('main_retry', 2), 'إعادة المحاولة (2)');
});

test('what runs against the direction of the page is kept apart from the words around it', async () => {
  const arabic = await inLanguage('ar');
  assert.equal(arabic.text('outcome_went_off_with', 'Ads (LinkedIn)'), 'توقف مع \u2068Ads (LinkedIn)\u2069');
  assert.equal(arabic.text('attention_title', 3), 'يحتاج إلى انتباهك (3)');
  assert.equal(arabic.text('rule_added', '2026-11-03').slice(-12), '\u20682026-11-03\u2069');
  const english = await inLanguage('en');
  assert.equal(english.text('outcome_went_off_with', 'Ads (LinkedIn)'), 'Went off with Ads (LinkedIn)');
  assert.equal(english.text('outcome_went_off_with', 'الإعلانات'), 'Went off with \u2068الإعلانات\u2069');
});

test('a message that no language has shows its key', async () => {
  const { text, counted } = await inLanguage('en');
  assert.equal(text('no_such_message'), 'no_such_message');
  assert.equal(counted('no_such_message', 1), 'no_such_message');
});
