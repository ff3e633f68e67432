/** Closing tabs, and whether one is there. */

/** How often a tab is told to close, and how long, in milliseconds, it is given each time. */
const ORDERS = 10;
const PATIENCE = 500;

/** @param {number} tab */
export async function isThere(tab) {
  try {
    await chrome.tabs.get(tab);
    return true;
  } catch {
    return false;
  }
}

/**
 * Closes a tab, and looks whether it is gone: Chromium forgets for good an order to close that meets a page just coming in,
 * and browsers refuse one while the person drags a tab. Nobody need wait for it, for nothing is done about one that stays.
 * @param {number} tab
 */
export async function closeTab(tab) {
  for (let n = 0; n < ORDERS; n += 1) {
    const enough = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    await Promise.race([chrome.tabs.remove(tab), enough]).catch(() => {});
    if (!(await isThere(tab))) return;
    await enough;
  }
}
