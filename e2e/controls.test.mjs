/** Pages and controls that are not as they should be. */

import {eachFault, key, page} from './lib/faults.mjs';

eachFault('controls', [
  {what: 'appears after seconds', fault: {name: 'control-late', key, seconds: 3}, outcome: 'turned-off'},
  {what: 'never appears', fault: {name: 'control-missing', key}, outcome: 'not-found'},
  {what: 'the page leads to its category', fault: {name: 'page-not-offered', page}, outcome: 'not-offered'},
  {what: 'is disabled', fault: {name: 'control-disabled', key}, outcome: 'locked'},
  {what: 'two visible ones with the same key', fault: {name: 'control-doubled', key}, outcome: 'needs-you'},
  {what: 'two with the same key, one of them hidden and dead', fault: {name: 'control-doubled-hidden', key}, outcome: 'turned-off'},
  {what: 'on a page of 100,000 elements', fault: {name: 'extra-nodes', page, n: 100_000}, outcome: 'turned-off'},
  {what: 'among 100 switches that no rule knows', fault: {name: 'extra-controls', page, n: 100}, outcome: 'turned-off'},
]);
