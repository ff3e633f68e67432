/** Controls that are late, doubled, hidden, replaced or dead, and pages that are full of other things. */

import { eachRun } from './lib/faults.mjs';

eachRun('controls', [
  {
    about: 'late, missing, doubled, covered, in a crowd or of nobody',
    faults: [
      ['ai-training', { name: 'control-late', seconds: 3 }, 'turned-off'],
      ['research', { name: 'control-in-dialog' }, 'needs-you'],
      // Both on one page, so that they are waited for together. No source says for certain that the first is offered.
      ['promotions', { name: 'control-missing' }, 'not-offered'],
      ['promotion-emails', { name: 'dialog-on-load' }, 'needs-you'],
      ['non-essential-cookies', { name: 'control-disabled' }, 'locked'],
      ['ads-data-from-others', { name: 'control-doubled' }, 'needs-you'],
      ['ads-measure-success', { name: 'control-doubled-hidden' }, 'turned-off'],
      ['ads-inferred-location', { name: 'extra-nodes', n: 100_000 }, 'turned-off'],
      ['ads-interests', { name: 'extra-controls', n: 100 }, 'turned-off'],
      ['ads-off-linkedin', { name: 'account-late', seconds: 2 }, 'turned-off'],
      ['ads-age', { name: 'control-missing' }, 'not-found'],
      ['ads-gender', { name: 'account-missing' }, 'turned-off'],
    ],
  },
  {
    about: 'replaced or not yet alive',
    level: 'essential',
    faults: [
      ['ai-training', { name: 'control-replaced' }, 'turned-off'],
      ['ads-off-linkedin', { name: 'drawn-wrong', seconds: 1 }, 'turned-off'],
      ['ads-data-from-others', { name: 'hydrates-late' }, 'turned-off'],
      ['ads-measure-success', { name: 'page-mutates' }, 'turned-off'],
    ],
  },
]);
