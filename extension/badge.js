/**
 * The badge of the toolbar button and its tip, which the engine words.
 */

const RED = '#c0152f';
const GREY = '#5b6470';

/** @param {{text: string, alarm: boolean, tip: string, args: string[]}} badge its tip is a message key */
export async function showBadge({ text, alarm, tip, args }) {
  // A badge that cannot be shown is no reason to do nothing else. A phone may have none.
  await Promise.allSettled([
    chrome.action.setBadgeText?.({ text }),
    chrome.action.setBadgeBackgroundColor?.({ color: alarm ? RED : GREY }),
    chrome.action.setBadgeTextColor?.({ color: '#ffffff' }),
    chrome.action.setTitle({ title: chrome.i18n.getMessage(tip, args) }),
  ]);
}

export const showFault = () => showBadge({ text: '!', alarm: true, tip: 'badge_fault', args: [] });
