/**
 * The keyboard commands of the manifest, by which a run is stopped and a setting skipped while the person is on LinkedIn's
 * page. Their names are commands of the engine. A phone has none.
 */

/** What the note beside a mark says of each. @type {Record<string, string>} */
const WORDS = { skip: 'key_skip', stop: 'key_stop' };

/** @param {(name: string) => void} pressed */
export function listenToKeys(pressed) {
  chrome.commands?.onCommand.addListener((name) => pressed(name));
}

/** @returns {Promise<string>} the commands with the keys that the person's browser has for them, empty where it has none */
export async function keyWords() {
  // Keys that the browser does not tell are no reason to mark nothing.
  const commands = await chrome.commands?.getAll().catch(() => []);
  return (commands ?? [])
    .filter(({ name, shortcut }) => shortcut && name && WORDS[name])
    .map(({ name, shortcut }) => chrome.i18n.getMessage(WORDS[name ?? ''], [shortcut ?? '']))
    .join(' · ');
}
