/**
 * Everything that is stored, saved as a file and read from one. Whether a file makes sense is decided by the engine.
 */
import { byId, setText } from '../ui/dom.js';
import { day, saveJSON } from '../ui/file.js';
import { text } from '../ui/text.js';
import { running } from '../ui/view.js';

/** @typedef {import('../ui/view.js').View} View */
/** @typedef {import('../ui/view.js').Command} Command */

/**
 * @param {string} content of a file
 * @returns {object | null} what it holds, null where that cannot be a backup
 */
function backupIn(content) {
  try {
    const state = JSON.parse(content);
    return typeof state === 'object' ? state : null;
  } catch {
    return null;
  }
}

/**
 * @param {(command: Command) => void} send
 * @returns {(view: View | null) => void} null for a fault, after which nothing asked for comes any more
 */
export function backupPanel(send) {
  const save = byId('backup-export', HTMLButtonElement);
  const file = byId('backup-import', HTMLInputElement);
  const said = byId('backup-said', HTMLElement);
  /** @type {'' | 'export' | 'restore'} */
  let asked = '';

  save.addEventListener('click', () => {
    setText(said, '');
    asked = 'export';
    send({ command: 'export' });
  });
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    const state = backupIn(await chosen.text());
    file.value = '';
    setText(said, state ? '' : text('refused_not_a_backup'));
    if (!state) return;
    asked = 'restore';
    send({ command: 'restore', state });
  });

  return (view) => {
    if (!view) {
      asked = '';
      setText(said, '');
      return;
    }
    file.disabled = running(view);
    if (asked === 'export' && view.backup) {
      asked = '';
      saveJSON(`offswitch-backup-${day(view.now)}.json`, view.backup);
    }
    // A refusal is shown elsewhere, and takes back what an older view seemed to say.
    if (view.refused === 'not-a-backup') setText(said, '');
    else if (asked === 'restore') setText(said, view.refused ? '' : text('restored'));
    if (asked === 'restore') asked = '';
  };
}
