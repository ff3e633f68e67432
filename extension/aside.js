/**
 * What was stored and could not be read is kept beside what is stored, for the person or for who helps them: each once, the
 * newest few, and not more than a browser gives room for.
 */

const PREFIX = 'set-aside-';
const MAX_COPIES = 5;
/** Of all copies together, as JSON. A browser gives ten million bytes to all that is stored. */
const MAX_LENGTH = 5_000_000;

/** @typedef {{key: string, content: string}} Copy */

/**
 * @param {unknown} copy
 * @returns {string} as JSON with its members in order: a browser gives them back in an order of its own
 */
const contentOf = (copy) =>
  JSON.stringify(copy, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** @returns {Promise<Copy[]>} oldest first */
async function copies() {
  const all = await chrome.storage.local.get(null);
  return Object.entries(all)
    .filter(([key]) => key.startsWith(PREFIX))
    .map(([key, copy]) => ({ key, content: contentOf(copy) }))
    .sort((a, b) => Number(a.key.slice(PREFIX.length)) - Number(b.key.slice(PREFIX.length)));
}

/** @param {string[]} keys */
const remove = (keys) => chrome.storage.local.remove(keys);

/**
 * @param {string} why it could not be read
 * @param {unknown} state what was stored
 */
export async function keepAside(why, state) {
  let copy = { why, state };
  // Of what is too large the beginning is kept, as a text; with its quotes escaped that may be twice as long.
  if (JSON.stringify(copy).length > MAX_LENGTH) copy = { why, state: JSON.stringify(state).slice(0, MAX_LENGTH / 3) };
  const content = contentOf(copy);
  const kept = await copies();
  if (kept.some((other) => other.content === content)) return;
  let length = content.length + kept.reduce((sum, other) => sum + other.content.length, 0);
  const dropped = [];
  while (kept.length && (kept.length >= MAX_COPIES || length > MAX_LENGTH)) {
    const [oldest] = kept.splice(0, 1);
    length -= oldest.content.length;
    dropped.push(oldest.key);
  }
  await remove(dropped);
  await chrome.storage.local.set({ [PREFIX + Date.now()]: copy });
}

export const countAside = async () => (await copies()).length;

export const removeAside = async () => remove((await copies()).map(({ key }) => key));

/** @param {() => void} changed called whenever there may be more or fewer of them */
export function watchAside(changed) {
  chrome.storage.local.onChanged.addListener((changes) => {
    if (Object.keys(changes).some((key) => key.startsWith(PREFIX))) changed();
  });
}
