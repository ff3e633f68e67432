/**
 * The report as a file: as JSON the choices, the last run and the settings as they stand in the view, with a
 * name and a version of the format; as CSV a line for each setting.
 */
import { day, saveCSV, saveJSON } from '../ui/file.js';

/** @typedef {import('../ui/view.js').View} View */

const COLUMNS = /** @type {const} */ (['id', 'key', 'title', 'category', 'level', 'planned', 'outcome', 'why', 'state', 'ours', 'proof']);
const TIMES = /** @type {const} */ (['proved', 'clicked', 'seen']);

/** @param {View} view */
export function downloadCSV({ now, settings }) {
  const time = (/** @type {number} */ at) => (at ? new Date(at).toISOString() : '');
  saveCSV(`offswitch-report-${day(now)}.csv`, [
    [...COLUMNS, ...TIMES],
    ...settings.map((setting) => [...COLUMNS.map((name) => setting[name]), ...TIMES.map((name) => time(setting[name]))]),
  ]);
}

/** @param {View} view */
export function downloadJSON({ now, choices, summary, run, settings }) {
  const { version } = chrome.runtime.getManifest();
  saveJSON(`offswitch-report-${day(now)}.json`, {
    format: 'offswitch-report',
    version: 1,
    extension: version,
    time: new Date(now).toISOString(),
    choices,
    summary,
    run,
    settings,
  });
}
