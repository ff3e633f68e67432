/** Pages that are slow, broken, empty or lead elsewhere. */

import { eachRun } from './lib/faults.mjs';

eachRun('a site that misbehaves', [
  {
    about: 'pages',
    faults: [
      ['ai-training', { name: 'page-slow', seconds: 20, times: 1 }, 'turned-off'],
      ['research', { name: 'page-reset' }, 'unreachable'],
      ['non-essential-cookies', { name: 'page-loop' }, 'unreachable'],
      ['ads-data-from-others', { name: 'page-429', seconds: 1, times: 1 }, 'turned-off'],
      ['ads-measure-success', { name: 'page-500' }, 'unreachable'],
      ['ads-inferred-location', { name: 'page-elsewhere' }, 'unreachable'],
      ['ads-interests', { name: 'page-not-offered' }, 'not-offered'],
      ['ads-age', { name: 'word-wrong' }, 'turned-off'],
    ],
  },
  {
    about: 'pages without controls',
    faults: [
      ['ai-training', { name: 'page-error' }, 'not-found'],
      ['ads-data-from-others', { name: 'stale-tab' }, 'turned-off'],
    ],
  },
]);
