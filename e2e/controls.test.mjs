/** Controls that are late, doubled, hidden, replaced or dead, and pages that are full of other things. */

import assert from 'node:assert/strict';
import { eachRun, ofPage } from './lib/faults.mjs';
import { ORIGIN } from './lib/lab.mjs';
import { SETTINGS } from './lib/settings.mjs';
import { eachBrowser } from './lib/suite.mjs';
import { waitFor } from './lib/wait.mjs';

eachRun('controls', [
  {
    about: 'late, missing, doubled, covered, in a crowd or of nobody',
    faults: [
      // No source says for certain that it is offered.
      ['promotions', { name: 'control-missing' }, 'not-offered'],
      ['email-export', { name: 'control-in-dialog' }, 'needs-you'],
      ['non-essential-cookies', { name: 'control-disabled' }, 'locked'],
      ['ads-data-from-others', { name: 'control-doubled' }, 'needs-you'],
      ['ads-measure-success', { name: 'control-doubled-hidden' }, 'turned-off'],
      ['ads-inferred-location', { name: 'extra-nodes', n: 100_000 }, 'turned-off'],
      ['ads-interests', { name: 'extra-controls', n: 100 }, 'turned-off'],
      ['ads-off-linkedin', { name: 'account-late', seconds: 2 }, 'turned-off'],
      ['ads-age', { name: 'control-missing' }, 'not-found'],
      ['ads-age', { name: 'extra-controls', n: 1 }, 'not-found'], // so that it is no skeleton, which would be waited for twice
      ['ads-gender', { name: 'account-missing' }, 'turned-off'],
      ['ads-gender', { name: 'control-late', seconds: 3 }, 'turned-off'],
    ],
    cases: [['ai-training', 'other-toggles', 'needs-you', 'other-control']],
  },
  {
    about: 'replaced, not yet alive or without data, out of reach, or somebody else',
    faults: [
      ['ai-training', { name: 'control-replaced' }, 'turned-off'],
      ['research', { name: 'control-link' }, 'needs-you'],
      ['promotions', { name: 'control-covered' }, 'needs-you'],
      ['email-export', { name: 'control-asks' }, 'needs-you'],
      ['non-essential-cookies', { name: 'account-chat' }, 'turned-off'],
      ['ads-off-linkedin', { name: 'drawn-wrong', seconds: 3 }, 'turned-off'],
      ['ads-data-from-others', { name: 'hydrates-late' }, 'turned-off'],
      ['ads-measure-success', { name: 'page-mutates' }, 'turned-off'],
      ['ads-inferred-location', { name: 'account-me' }, 'turned-off'],
      ['ads-interests', { name: 'data-late', seconds: 1.5 }, 'turned-off'],
      ['ads-age', { name: 'data-late-busy', seconds: 2.5 }, 'turned-off'],
      ['ads-gender', { name: 'control-late', seconds: 0.8 }, 'turned-off'],
      ['ads-gender', { name: 'data-late', seconds: 4.5 }, 'turned-off'],
    ],
    also({ log }) {
      assert.equal(log.filter(({ query }) => query?.startsWith('dialog=')).length, 1, 'dialogs that clicks opened');
    },
  },
]);

/** Faults of a page that is only looked at, and what a snapshot must say of it. */
const SEEN = /** @type {[import('./lib/settings.mjs').Id, string, Record<string, boolean>][]} */ ([
  ['ads-interests', 'dialog-on-load', { dialog: true }],
  ['ai-training', 'dialog-unmarked', { dialog: true }],
  ['research', 'dialog-in-shadow', { dialog: true }],
  ['ads-off-linkedin', 'dialog-in-frame', { dialog: true }],
  ['ads-measure-success', 'control-inert', { dialog: false, enabled: false }],
  ['ads-age', 'control-clipped', { dialog: false, visible: false }],
  ['ads-gender', 'control-transparent', { dialog: false, visible: false }],
]);

eachBrowser('what no pointer reaches', (test) => {
  test(
    `is seen to be so: ${SEEN.map(([, name]) => name).join(', ')}`,
    async ({ ext }) => {
      await ext.chosen({ level: 'essential' });
      for (const [id, name, expected] of SEEN) {
        const { key, page } = SETTINGS[id];
        const tab = await ext.driver.open(`${ORIGIN}${page}`);
        /** @type {unknown} */
        let last;
        await waitFor(
          `${name} to be seen`,
          async () => {
            const seen = /** @type {any} */ ((await ext.ask({ command: 'page' }, 'now')).page);
            const control = seen?.path === page && seen.controls.find((/** @type {{key: string}} */ each) => each.key === key);
            last = { dialog: seen?.dialog, ...control };
            return control && Object.entries(expected).every(([what, is]) => /** @type {any} */ (last)[what] === is);
          },
          { seen: () => last },
        );
        await tab.close();
      }
    },
    { faults: SEEN.map(([id, name]) => (ofPage(name) ? { name, page: SETTINGS[id].page } : { name, key: SETTINGS[id].key })) },
  );
});
