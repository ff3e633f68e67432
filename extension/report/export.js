/**
 * The report as a JSON file: the choices, the last run and the settings as they stand in the view, with a
 * name and a version of the format.
 */
import {day, saveJSON} from '../ui/file.js';

/** @typedef {import('../ui/view.js').View} View */

/** @param {View} view */
export function download({now, choices, summary, run, settings}) {
  const {version} = chrome.runtime.getManifest();
  saveJSON(`offswitch-report-${day(now)}.json`,
    {format: 'offswitch-report', version: 1, extension: version, time: new Date(now).toISOString(), choices, summary, run, settings});
}
