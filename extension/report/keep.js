/** The report to take away: for the person, for a spreadsheet, for a tool, and to share, each with what is inside. */
import { button, el, small } from '../ui/dom.js';
import { text } from '../ui/text.js';
import { downloadCSV, downloadJSON, downloadText } from './export.js';
import { savePicture } from './picture.js';

/** @typedef {import('../ui/view.js').View} View */

/** For whom, and with which buttons. @type {[string, [string, string, (view: View) => void][]][]} */
const WAYS = [
  [
    'you',
    [
      ['print', 'print', () => window.print()],
      ['export-text', 'export_text', downloadText],
    ],
  ],
  ['sheet', [['export-csv', 'export_csv', downloadCSV]]],
  ['tool', [['export', 'export_json', downloadJSON]]],
  ['share', [['export-picture', 'export_picture', savePicture]]],
];

/** @param {HTMLElement} section @param {() => View | null} view @returns {import('../ui/page.js').PagePart} */
export function keepPart(section, view) {
  /** @param {(view: View) => void} save */
  function act(save) {
    const now = view();
    if (now) save(now);
  }
  const ways = WAYS.map(([whom, buttons]) =>
    el(
      'div',
      { class: 'way' },
      el('h3', {}, text(`take_${whom}`)),
      small(text(`take_${whom}_hint`)),
      el('p', { class: 'row' }, ...buttons.map(([id, key, save]) => button({ id }, () => act(save), text(key)))),
    ),
  );
  section.append(small(text('take_lead')), el('div', { class: 'ways' }, ...ways));
  return { show() {} };
}
