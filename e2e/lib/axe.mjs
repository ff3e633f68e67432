/** What axe finds on a page of the extension: WCAG 2.2 A and AA, and good practice. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

const AXE = readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules whose answer changes with the colours alone. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * @param {import('puppeteer-core').Page} page
 * @param {'all' | 'colours' | 'system'} [rules] colours: those about colours only; system: those about anything else, where the
 *   colours are not the page's own
 * @returns {Promise<string[]>} each violation with the elements it is about
 */
export async function violations(page, rules = 'all') {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  return page.evaluate(
    async (tags, colours, asked) => {
      // @ts-expect-error axe was put there a line ago.
      const { violations: found } = await axe.run(document, {
        resultTypes: ['violations'],
        elementRef: false,
        runOnly: asked === 'colours' ? { type: 'rule', values: colours } : { type: 'tag', values: tags },
        // To read the style sheets takes half of the time, and they are the same in every state: once for each page is enough.
        preload: asked === 'system',
        ...(asked === 'system' && { rules: Object.fromEntries(colours.map((rule) => [rule, { enabled: false }])) }),
      });
      return found.map((/** @type {any} */ each) => `${each.id}: ${each.nodes.map((/** @type {any} */ node) => node.html).join(' ')}`);
    },
    TAGS,
    COLOURS,
    rules,
  );
}
