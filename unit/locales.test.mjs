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
}
