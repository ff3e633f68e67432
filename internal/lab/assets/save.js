// Sends the page's own saves. How the body looks is the lab's invention; the address and the method are LinkedIn's.

/** @param {string} wanted */
function cookie(wanted) {
  for (const pair of document.cookie.split('; ')) {
    const [name, value] = pair.split('=');
    if (name === wanted) return value ?? '';
  }
  return '';
}

/**
 * @param {string} key
 * @param {{on?: boolean, value?: string, trusted: boolean, delayMS?: number}} body
 * @returns {Promise<{ok: boolean, flipBack: number | null}>} flipBack: seconds until the page takes the change back
 */
export async function save(key, body) {
  try {
    const response = await fetch(`/mysettings-api/settingsApiSettings/${encodeURIComponent(key)}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'X-Lab-Csrf': cookie('lab-csrf') },
      body: JSON.stringify(body),
    });
    await response.text(); // until the answer is read, Chromium does not count the request as finished
    const flipBack = response.headers.get('X-Lab-Flip-Back');
    return { ok: response.ok, flipBack: flipBack === null ? null : Number(flipBack) };
  } catch {
    return { ok: false, flipBack: null };
  }
}
