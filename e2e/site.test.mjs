/** Pages that are slow, broken, empty, lead elsewhere or forget what was saved. */

import { eachRun } from './lib/faults.mjs';

eachRun('a site that misbehaves', [
  {
    about: 'pages, and a save that is forgotten',
    faults: [
      ['ai-training', { name: 'page-slow', seconds: 4, times: 1 }, 'turned-off'],
      ['research', { name: 'page-reset' }, 'unreachable'],
      ['promotions', { name: 'save-not-kept' }, 'not-saved'],
      ['non-essential-cookies', { name: 'page-loop' }, 'unreachable'],
      ['ads-off-linkedin', { name: 'stale-tab' }, 'turned-off'],
      ['ads-data-from-others', { name: 'page-429', seconds: 1, times: 1 }, 'turned-off'],
      ['ads-measure-success', { name: 'page-500' }, 'unreachable'],
      ['ads-inferred-location', { name: 'page-elsewhere' }, 'unreachable'],
      ['ads-interests', { name: 'page-not-offered' }, 'not-offered'],
      ['ads-age', { name: 'word-wrong' }, 'turned-off'],
      ['ads-gender', { name: 'page-error', times: 1 }, 'turned-off'],
    ],
  },
]);
