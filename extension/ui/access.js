/**
 * Whether the browser lets Offswitch open LinkedIn's pages, and the button that asks for it.
 */
import { button, el } from './dom.js';
import { text } from './text.js';

/** The pages that the manifest asks for. */
const LINKEDIN = { origins: chrome.runtime.getManifest().host_permissions };

/**
 * Fills a section with the reason and the grant button, and shows it only while access is missing.
 * @param {HTMLElement} section
 * @param {(granted: boolean) => void} onChange called at once and at each change
 */
export function access(section, onChange) {
  const reason = el('p', { id: 'grant-why' }, text('grant_why'));
  const grant = button({ id: 'grant', class: 'main', 'aria-describedby': 'grant-why' }, ask, text('grant'));
  const declined = el('p', { role: 'status', class: 'small' });
  section.append(reason, grant, declined);
  section.hidden = true;

  async function look() {
    const granted = await chrome.permissions.contains(LINKEDIN);
    section.hidden = granted;
    onChange(granted);
  }

  async function ask() {
    // Nothing may come before this call: Firefox accepts it only as the first act of a click.
    const granted = await chrome.permissions.request(LINKEDIN).catch(() => false);
    declined.textContent = granted ? '' : text('grant_declined');
    look();
  }

  chrome.permissions.onAdded.addListener(look);
  chrome.permissions.onRemoved.addListener(look);
  look();
}
