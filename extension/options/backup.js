/**
 * Everything that is stored, saved as a file and read from one, and the person's own rules alone, for somebody else. Whether
 * a file makes sense, and what an imported rule may do, is decided by the engine.
 */
import { byId, setText } from '../ui/dom.js';
import { day, onFile, saveJSON } from '../ui/file.js';
import { text } from '../ui/text.js';
import { running } from '../ui/view.js';

/** @typedef {import('../ui/view.js').View} View */

/** @param {any} content of a file @returns {unknown[] | null} its rules, null where it holds none */
export const rulesIn = (content) => (Array.isArray(content?.rules) ? content.rules : null);

/** @type {import('../ui/page.js').MakePart} */
export const backupPanel = (section, send) => {
  const file = byId('backup-import', HTMLInputElement);
  const rulesFile = byId('rules-import', HTMLInputElement);
  const saveRules = byId('rules-export', HTMLButtonElement);
  const said = byId('backup-said');
  /** @type {'' | 'export' | 'restored' | 'imported'} what was asked for, or what to say when it was done */
  let asked = '';
  /** @type {View | null} */
  let view = null;

  byId('backup-export').addEventListener('click', () => {
    setText(said, '');
    asked = 'export';
    send({ command: 'export' });
  });
  onFile(file, (state) => {
    const backup = typeof state === 'object' && state !== null;
    setText(said, backup ? '' : text('refused_not_a_backup'));
    if (!backup) return;
    asked = 'restored';
    send({ command: 'restore', state });
  });
  saveRules.addEventListener('click', () => {
    if (view) saveJSON(`offswitch-rules-${day(view.now)}.json`, { format: 'offswitch-rules', version: 1, rules: view.rules });
  });
  onFile(rulesFile, (content) => {
    const rules = rulesIn(content);
    setText(said, rules ? '' : text('import_bad'));
    if (!rules) return;
    asked = 'imported';
    send({ command: 'import', rules });
  });

  return {
    node: section,
    show(now) {
      view = now;
      file.disabled = running(now);
      rulesFile.disabled = running(now);
      saveRules.disabled = now.rules.length === 0;
      if (asked === 'export' && now.backup) {
        asked = '';
        saveJSON(`offswitch-backup-${day(now.now)}.json`, now.backup);
      }
      // A refusal is shown elsewhere, and takes back what an older view seemed to say.
      if (now.refusal === 'not-a-backup') setText(said, '');
      else if (asked && asked !== 'export') setText(said, now.refusal ? '' : text(asked));
      if (asked !== 'export') asked = '';
    },
    fault() {
      asked = '';
      setText(said, '');
    },
  };
};
