/** Reads the report page as it stands in front of the person. */

import { waitFor } from './wait.mjs';

/**
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<Record<string, string[]>>} ids of the settings in each group
 */
export function readReport(page) {
  return waitFor('the groups of the report', () =>
    page.evaluate(() => {
      /** @type {Record<string, string[]>} */
      const groups = {};
      for (const list of document.querySelectorAll('[data-fold]')) {
        groups[list.getAttribute('data-fold') ?? ''] = [...list.children].map((row) => row.getAttribute('data-setting') ?? '');
      }
      return Object.values(groups).flat().length > 0 && groups;
    }),
  );
}
