/**
 * Files that the person asks to save or chooses to read, without any permission and without leaving the browser.
 */

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

/** @param {string} name @param {string} type @param {string} content */
function save(name, type, content) {
  const file = new Blob([content], { type });
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

/**
 * @param {HTMLInputElement} input of a file
 * @param {(content: any) => void} use is called with what a chosen file holds as JSON, null where it holds none
 */
export function onFile(input, use) {
  input.addEventListener('change', async () => {
    const [chosen] = input.files ?? [];
    if (!chosen) return;
    const content = await chosen
      .text()
      .then((words) => JSON.parse(words))
      .catch(() => null);
    input.value = '';
    use(content);
  });
}
