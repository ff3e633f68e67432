/** Reads the report page as it stands in front of the person. */

import { waitFor } from './wait.mjs';

/**
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<Record<string, string[]>>} ids of the settings in each table; a row's key begins with the id
 */
export function readReport(page) {
  return waitFor('the tables of the report', () =>
    page.evaluate(() => {
      /** @type {Record<string, string[]>} */
      const groups = {};
      for (const section of document.querySelectorAll('#tables > section')) {
        groups[section.getAttribute('data-key') ?? ''] = [...section.querySelectorAll('tbody > tr')].map(
          (row) => (row.getAttribute('data-key') ?? '').split(' ')[0],
        );
      }
      return Object.keys(groups).length > 0 && groups;
    }),
  );
}
