/** Saves that LinkedIn refuses or forgets. */

import {eachFault, key} from './lib/faults.mjs';

eachFault('saves', [
  {what: 'refused, and the switch flips back at once', fault: {name: 'flips-back', key}, outcome: 'not-saved'},
  {what: 'refused, and the switch flips back after a while', fault: {name: 'flips-back-late', key, seconds: 1}, outcome: 'not-saved'},
  {what: 'refused, and the switch stays off until the page is loaded again', fault: {name: 'save-500', key}, outcome: 'not-saved'},
  {what: 'answered with success and not kept', fault: {name: 'save-not-kept', key}, outcome: 'not-saved'},
]);
