/**
 * Files that the person asks to save or chooses to read, without any permission and without leaving the browser.
 */
import { fits, MAX_CONTENT } from '../bounds.js';

/** @param {string} name @param {unknown} content written as JSON */
export const saveJSON = (name, content) => save(name, 'application/json', `${JSON.stringify(content, null, 2)}\n`);

/** @param {string} name @param {(string | number | boolean)[][]} rows the first of them names the columns */
export const saveCSV = (name, rows) => save(name, 'text/csv', csv(rows));

/** @param {(string | number | boolean)[][]} rows @returns {string} */
export function csv(rows) {
  const lines = rows.map((row) => `${row.map(cell).join(',')}\r\n`);
  // Spreadsheets take a file for UTF-8 only when it says so.
  return `\ufeff${lines.join('')}`;
}

/**
 * A text that begins like a formula would be one in a spreadsheet, and some texts are a web page's.
 * @param {string | number | boolean} value
 */
function cell(value) {
  const words = String(value).replace(/^[=+\-@\t\r]/, "'$&");
  return `"${words.replaceAll('"', '""')}"`;
}

/** @param {string} name @param {string} content */
export const saveText = (name, content) => save(name, 'text/plain', content);

/** @param {string} name @param {string} type @param {string} content */
const save = (name, type, content) => saveBlob(name, new Blob([content], { type }));

/** @param {string} name @param {Blob} file */
export function saveBlob(name, file) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser reads the file after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** @param {number} time @returns {string} the day in the person's own time zone, for a file's name */
export function day(time) {
  const date = new Date(time);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

/** Of a file in bytes, before it is read. What was saved here is the same with blanks, which can make it larger by far. */
const MAX_FILE = 4 * MAX_CONTENT;

/**
 * @param {File} file
 * @returns {Promise<any>} what it holds as JSON, null where it holds none, or more or deeper than the engine takes in
 */
async function contentOf(file) {
  if (file.size > MAX_FILE) return null;
  try {
    const content = JSON.parse(await file.text());
    return fits(content) ? content : null;
  } catch {
    return null;
  }
}

/**
 * @param {HTMLInputElement} input of a file
 * @param {(content: any) => void} use is called with what a chosen file holds, null where that is nothing to be used
 */
export function onFile(input, use) {
  input.addEventListener('change', async () => {
    const [chosen] = input.files ?? [];
    if (!chosen) return;
    const content = await contentOf(chosen);
    input.value = '';
    use(content);
  });
}
