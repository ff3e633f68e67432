/**
 * Tells accounts apart without keeping whose they are: each is a hash with a salt that never leaves this browser.
 */

/** @type {Map<string, string>} by member */
const hashes = new Map();

/** @param {string} member */
export async function hashOf(member) {
  const known = hashes.get(member);
  if (known) return known;
  let { salt } = await chrome.storage.local.get('salt');
  if (!salt) {
    salt = crypto.randomUUID();
    await chrome.storage.local.set({ salt });
  }
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt} ${member}`));
  const hash = [...new Uint8Array(digest, 0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  hashes.set(member, hash);
  return hash;
}

/** The salt is gone: what was made with it says nothing any more. */
export const forgetHashes = () => hashes.clear();
