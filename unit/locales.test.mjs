/** The texts of every language, against what `Intl` knows of it. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const FOLDER = new URL('../extension/_locales/', import.meta.url);

for (const name of readdirSync(FOLDER)) {
  test(`the plural forms of ${name} are those of its language`, () => {
    const messages = JSON.parse(readFileSync(new URL(`${name}/messages.json`, FOLDER), 'utf8'));
    const known = new Intl.PluralRules(name.replace('_', '-')).resolvedOptions().pluralCategories;
    const forms = Object.keys(messages).flatMap((key) => {
      const [, stem, form] = /^(.*)_(zero|two|few|many)$/.exec(key) ?? [];
      return messages[`${stem}_other`] ? form : [];
    });
    assert.deepEqual(
      forms.filter((form) => !known.includes(/** @type {Intl.LDMLPluralRule} */ (form))),
      [],
    );
  });

  test(`what is inflected in ${name} is so for every number`, () => {
    const messages = JSON.parse(readFileSync(new URL(`${name}/messages.json`, FOLDER), 'utf8'));
    const rules = new Intl.PluralRules(name.replace('_', '-'));
    const needed = new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)));
    const words = (/** @type {string} */ key) => messages[key]?.message.replaceAll('$1', '');
    const stems = Object.keys(messages).flatMap((key) =>
      key.endsWith('_other') && words(`${key.slice(0, -6)}_one`) ? [key.slice(0, -6)] : [],
    );
    assert.deepEqual(
      needed.has('few') ? stems.filter((stem) => words(`${stem}_one`) !== words(`${stem}_other`) && !words(`${stem}_few`)) : [],
      [],
    );
  });
}
