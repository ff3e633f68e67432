/**
 * The report as a file: as JSON the choices, the last run and the settings as they stand in the view, with a
 * name and a version of the format; as CSV a line for each setting; as text what a person keeps or sends.
 */
import { day, saveCSV, saveJSON, saveText } from '../ui/file.js';
import { nameOf } from '../ui/prose.js';
import { outcomeWords } from '../ui/setting.js';
import { status } from '../ui/status.js';
import { coded, counted, dateTime, text } from '../ui/text.js';
import { settingsOf, wrongWith } from '../ui/view.js';
import { TITLES } from './folds.js';
import { lastWords } from './last.js';
import { dayWords } from './row.js';

/** @typedef {import('../ui/view.js').View} View */

const COLUMNS = /** @type {const} */ (['id', 'key', 'title', 'category', 'level', 'planned', 'outcome', 'why', 'state', 'ours', 'proof']);
const TIMES = /** @type {const} */ (['proved', 'clicked', 'seen']);

/** @param {View} view */
export function downloadCSV({ now, settings }) {
  const time = (/** @type {number} */ at) => (at ? new Date(at).toISOString() : '');
  saveCSV(`offswitch-report-${day(now)}.csv`, [
    [...COLUMNS, ...TIMES, 'words'],
    ...settings.map((setting) => [
      ...COLUMNS.map((name) => setting[name]),
      ...TIMES.map((name) => time(setting[name])),
      outcomeWords(setting, settings),
    ]),
  ]);
}

/** @param {View} view */
export function downloadJSON({ now, choices, summary, run, settings }) {
  saveJSON(`offswitch-report-${day(now)}.json`, {
    format: 'offswitch-report',
    version: 1,
    extension: chrome.runtime.getManifest().version,
    time: new Date(now).toISOString(),
    choices,
    summary,
    run,
    settings,
  });
}

/** @param {View} view @returns {string} the report to read: the answer, what needs attention, and each group line by line */
export function reportText(view) {
  const { settings, attention, report, now } = view;
  const { headline, detail } = status(view);
  const groups = [
    { title: text('attention_title', attention.length), ids: attention.map(({ id }) => id) },
    ...report.folds.map(({ fold, settings: ids }) => ({ title: counted(TITLES[fold], ids.length), ids })),
  ];
  /** @param {{title: string, ids: string[]}} group */
  const linesOf = ({ title, ids }) => {
    const lines = settingsOf(view, ids).map((setting) => {
      const wrong = wrongWith(view, setting);
      const words = wrong ? coded('clause', wrong.clause) : outcomeWords(setting, settings);
      return ['-', `${nameOf(setting)}:`, words, dayWords(setting)].filter(Boolean).join(' ');
    });
    return ['', title, ...lines];
  };
  return [
    `${text('report_page')}, ${dateTime(now)}`,
    headline,
    detail,
    lastWords(view),
    ...groups.filter(({ ids }) => ids.length).flatMap(linesOf),
    '',
  ]
    .filter((line, place, all) => line !== '' || all[place - 1] !== '')
    .join('\n');
}

/** @param {View} view */
export const downloadText = (view) => saveText(`offswitch-report-${day(view.now)}.txt`, reportText(view));
