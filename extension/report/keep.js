/** The report to take away: for the person, for a spreadsheet, for a tool, and to share, each with what is inside. */
import { el } from '../ui/dom.js';
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
  const ways = WAYS.map(([whom, buttons]) =>
    el(
      'div',
      { class: 'way' },
      el('h3', {}, text(`take_${whom}`)),
      el('p', { class: 'small' }, text(`take_${whom}_hint`)),
      el(
        'p',
        { class: 'row' },
        ...buttons.map(([id, key, act]) => {
          const button = el('button', { id, type: 'button' }, text(key));
          button.addEventListener('click', () => {
            const now = view();
            if (now) act(now);
          });
          return button;
        }),
      ),
    ),
  );
  section.append(el('p', { class: 'small' }, text('take_lead')), el('div', { class: 'ways' }, ...ways));
  return { node: section, show() {} };
}
