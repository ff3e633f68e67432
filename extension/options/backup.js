/**
 * Everything that is stored, saved as a file and read from one. Whether a file makes sense is decided by the engine.
 */
import { byId, setText } from '../ui/dom.js';
import { day, onFile, saveJSON } from '../ui/file.js';
import { text } from '../ui/text.js';
import { running } from '../ui/view.js';

/** @type {import('../ui/page.js').MakePart} */
export const backupPanel = (section, send) => {
  const file = byId('backup-import', HTMLInputElement);
  const said = byId('backup-said');
  /** @type {'' | 'export' | 'restore'} */
  let asked = '';

  byId('backup-export').addEventListener('click', () => {
    setText(said, '');
    asked = 'export';
    send({ command: 'export' });
  });
  onFile(file, (state) => {
    const backup = typeof state === 'object' && state !== null;
    setText(said, backup ? '' : text('refused_not_a_backup'));
    if (!backup) return;
    asked = 'restore';
    send({ command: 'restore', state });
  });

  return {
    node: section,
    show(view) {
      file.disabled = running(view);
      if (asked === 'export' && view.backup) {
        asked = '';
        saveJSON(`offswitch-backup-${day(view.now)}.json`, view.backup);
      }
      // A refusal is shown elsewhere, and takes back what an older view seemed to say.
      if (view.refusal === 'not-a-backup') setText(said, '');
      else if (asked === 'restore') setText(said, view.refusal ? '' : text('restored'));
      if (asked === 'restore') asked = '';
    },
    fault() {
      asked = '';
      setText(said, '');
    },
  };
};
