/**
 * Saving a file that the person asked for, without any permission and without leaving the browser.
 */

/**
 * @param {string} name
 * @param {unknown} content written as JSON
 */
export function saveJSON(name, content) {
  const file = new Blob([JSON.stringify(content, null, 2) + '\n'], {type: 'application/json'});
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser reads the file after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * @param {number} time
 * @returns {string} the day in the person's own time zone, for a file's name
 */
export function day(time) {
  const date = new Date(time);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
