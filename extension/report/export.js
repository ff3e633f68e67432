/**
 * The report as a JSON file: the choices, the last run and the settings as they stand in the view, with a
 * name and a version of the format.
 */

/** @typedef {import('../ui/view.js').View} View */

/**
 * @param {View} view
 * @param {string} version of the extension
 * @returns {string}
 */
export function exported({now, choices, summary, run, settings}, version) {
  return JSON.stringify({format: 'offswitch-report', version: 1, extension: version, time: new Date(now).toISOString(), choices, summary, run, settings}, null, 2) + '\n';
}

/**
 * @param {View} view
 */
export function download(view) {
  const file = new Blob([exported(view, chrome.runtime.getManifest().version)], {type: 'application/json'});
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `offswitch-report-${day(new Date(view.now))}.json`;
  link.click();
  // The browser reads the file after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @param {Date} date in the person's own time zone */
const day = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
