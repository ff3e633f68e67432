/** What a screen reader is told of a page while something happens there. */

/** @typedef {import('puppeteer-core').Page} Page */

/** @param {Page} page from now on what it announces is kept, until it is loaded again */
export const listen = (page) =>
  page.evaluate(() => {
    /** @type {string[]} */
    const said = [];
    // What says itself how it is to be told is told like that, whatever its role.
    const regions = '[aria-live]:not([aria-live=off]), [role=status]:not([aria-live]), [role=alert]:not([aria-live])';
    const parent = (/** @type {Node} */ node) => (node instanceof Element ? node : node.parentElement);
    /** @param {MutationRecord[]} records which came at one time, so that a region speaks once */
    const hear = (records) => {
      const regionsOf = records.flatMap(({ type, target, addedNodes }) => {
        const inside = type === 'attributes' ? [target] : [...addedNodes];
        return [
          parent(target)?.closest(regions),
          ...inside.flatMap((node) => (node instanceof Element ? [...node.querySelectorAll(regions)] : [])),
        ];
      });
      for (const region of new Set(regionsOf)) {
        if (!region?.checkVisibility()) continue;
        const words = region.textContent?.trim();
        if (words) said.push(words);
      }
    };
    const observer = new MutationObserver(hear);
    // What is shown again with the words that it had is told, too.
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['hidden'] });
    Object.assign(globalThis, {
      heard: () => {
        hear(observer.takeRecords());
        return said;
      },
    });
  });

/** @param {Page} page @returns {Promise<string[]>} each announcement since then */
export const heard = (page) => page.evaluate(() => /** @type {any} */ (globalThis).heard());
