/**
 * Everything that is stored, saved as a file and read from one, and the person's own rules alone, for somebody else. Whether
 * a file makes sense, and what an imported rule may do, is decided by the engine.
 */
import { byId, setText } from '../ui/dom.js';
import { day, onFile, saveJSON } from '../ui/file.js';
import { text } from '../ui/text.js';
import { running } from '../ui/view.js';

/** @typedef {import('../ui/view.js').View} View */
/** @typedef {'' | 'export' | 'restored' | 'imported'} Asked what was asked for, or what to say when it was done */

/** @type {import('../ui/page.js').MakePart} */
export const backupPanel = (_, send) => {
  const file = byId('backup-import', HTMLInputElement);
  const rulesFile = byId('rules-import', HTMLInputElement);
  const saveRules = byId('rules-export', HTMLButtonElement);
  const said = byId('backup-said');
  let asked = /** @type {Asked} */ ('');
  /** @type {View | null} */
  let view = null;

  /** @param {Asked} what @param {import('../ui/view.js').Command} command */
  function ask(what, command) {
    setText(said, '');
    asked = what;
    send(command);
  }
  byId('backup-export').addEventListener('click', () => ask('export', { command: 'export' }));
  onFile(file, (state) => {
    if (typeof state === 'object' && state !== null) ask('restored', { command: 'restore', state });
    else setText(said, text('refused_not_a_backup'));
  });
  saveRules.addEventListener('click', () => {
    if (view) saveJSON(`offswitch-rules-${day(view.now)}.json`, { format: 'offswitch-rules', version: 1, rules: view.rules });
  });
  onFile(rulesFile, (content) => {
    if (Array.isArray(content?.rules)) ask('imported', { command: 'import', rules: content.rules });
    else setText(said, text('import_bad'));
  });

  return {
    show(now) {
      view = now;
      file.disabled = running(now);
      rulesFile.disabled = running(now);
      saveRules.disabled = now.rules.length === 0;
      // A refusal is shown elsewhere, and takes back what an older view seemed to say.
      if (now.refusal === 'not-a-backup') setText(said, '');
      else if (asked && asked !== 'export') setText(said, now.refusal ? '' : text(asked));
      if (asked === 'export' && !now.backup) return;
      if (asked === 'export') saveJSON(`offswitch-backup-${day(now.now)}.json`, now.backup);
      asked = '';
    },
    fault() {
      asked = '';
      setText(said, '');
    },
  };
};
