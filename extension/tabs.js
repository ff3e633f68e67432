/** Closing tabs, and whether one is there. */

/** How often a tab is told to close, and how long, in milliseconds, it is given each time. */
const ORDERS = 10;
const PATIENCE = 500;

/** @param {number} tab @returns {Promise<chrome.tabs.Tab | undefined>} */
const find = (tab) => chrome.tabs.get(tab).catch(() => undefined);

/** @param {number} tab */
export const isThere = async (tab) => Boolean(await find(tab));

/**
 * Closes a tab. Chromium forgets for good an order to close that meets a page just coming in, and browsers refuse one while
 * the person drags a tab: it is given once more then. A tab that stays otherwise asks the person whether its page may be
 * left, who is asked once. Nobody need wait for this, for nothing is done about a tab that stays.
 * @param {number} tab
 */
export async function closeTab(tab) {
  for (let n = 0; n < ORDERS && (await mustBeToldAgain(tab)); n += 1);
}

/** @param {number} tab is told to close */
async function mustBeToldAgain(tab) {
  const enough = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const before = find(tab);
  let refused = false;
  const closed = chrome.tabs.remove(tab).catch(() => {
    refused = true;
  });
  await Promise.race([closed, enough]);
  if (!(await isThere(tab))) return false;
  await enough;
  return refused || (await before)?.status === 'loading';
}
