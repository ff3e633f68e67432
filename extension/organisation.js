/**
 * What an organisation that manages the browser has to say: what its policy for this extension sets, and whether it installed
 * it.
 */
import { fits } from './bounds.js';
import { within } from './within.js';

/** Of a policy, in bytes: it is a few words. */
const MAX_POLICY = 10_000;

/** @returns {Promise<unknown>} what its policy sets, null where there is none that could be one */
export async function policy() {
  try {
    const managed = await chrome.storage.managed.get(null);
    return fits(managed, MAX_POLICY) ? managed : null;
  } catch {
    return null; // Firefox throws where there is nothing, and not every browser has such a storage.
  }
}

/**
 * Chromium reads a policy for an extension some seconds after it was installed, and again when it changes.
 * @param {() => void} changed
 */
export function onPolicy(changed) {
  chrome.storage.managed?.onChanged?.addListener(changed);
}

/** @returns {Promise<boolean>} whether the organisation installed the extension */
export async function byOrganisation() {
  try {
    return (await within(chrome.management.getSelf()))?.installType === 'admin';
  } catch {
    return false;
  }
}
