/**
 * The stored state. One that could not be stored is a fault until there is room for it, also for a page that is opened
 * later, and for a background that was stopped meanwhile.
 */

/** @type {object | null | undefined} the state that could not be stored, null when storage works; not known at first */
let refused;

/** @returns {Promise<unknown>} what is stored, null when nothing is */
export const stored = async () => (await chrome.storage.local.get('state')).state ?? null;

/** @param {object} state */
export async function keep(state) {
  try {
    await chrome.storage.local.set({ state });
  } catch (error) {
    refused = state;
    await chrome.storage.session.set({ refused }).catch(() => {});
    throw noStorage(error);
  }
}

/**
 * Tries whether there is room now for what could not be stored. It is stored under another name, and removed: what it led
 * to was not done.
 */
export async function tryAgain() {
  if (refused === undefined) refused = /** @type {object | null} */ ((await chrome.storage.session.get({ refused: null })).refused);
  if (!refused) return;
  try {
    await chrome.storage.local.set({ refused });
  } catch (error) {
    throw noStorage(error);
  } finally {
    await chrome.storage.local.remove('refused').catch(() => {});
  }
  refused = null;
  await chrome.storage.session.remove('refused');
}

/** @param {unknown} error */
const noStorage = (error) => new Error(`storage: ${error instanceof Error ? error.message : error}`);
