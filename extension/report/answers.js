/**
 * What the person has said so far to the question about what was found. What was not touched follows the engine; what was
 * touched stays as the person left it, as long as LinkedIn shows the same words for it.
 */

/** @typedef {import('../ui/view.js').Found} Found */
/** @typedef {{ticked: boolean, value: string}} Answer `value` is of options: the one to choose, empty while there is none */

/** @param {Found} item @returns {string} what the person has read of it */
const read = ({ id, kind, label, heading, options, was }) =>
  JSON.stringify([id, kind, label, heading, was, options.map((option) => option.label)]);

/** @param {Found} item @param {Answer} answer @returns {boolean} whether there is a box that can be ticked */
export const tickable = ({ lasting, kind }, { value }) => lasting && (kind !== 'option' || value !== '');

export function answers() {
  /** @type {Map<string, Answer>} */
  let touched = new Map();

  /** @param {Found} item @returns {Answer} */
  function of(item) {
    const { ticked, value } = touched.get(read(item)) ?? item;
    return { ticked: ticked && tickable(item, { ticked, value }), value };
  }

  return {
    of,

    /** @param {Found} item @param {boolean} ticked */
    tick(item, ticked) {
      touched.set(read(item), { ...of(item), ticked });
    },

    /** @param {Found} item @param {string} value the option picked; empty for as it is, which keeps in mind what was picked before */
    pick(item, value) {
      touched.set(read(item), { ticked: value !== '', value: value || of(item).value });
    },

    /** Forgets what was said of anything else. @param {Found[]} items */
    keep(items) {
      const known = new Set(items.map(read));
      touched = new Map([...touched].filter(([key]) => known.has(key)));
    },

    /**
     * @param {Found[]} items
     * @returns {import('../ui/view.js').Command} what is ticked, and all else that could have been
     */
    command(items) {
      return {
        command: 'confirm',
        take: items
          .filter((item) => of(item).ticked)
          .map((item) => ({ id: item.id, value: item.kind === 'option' ? of(item).value : '', seen: item.seen })),
        leave: items.filter((item) => !of(item).ticked).map(({ id }) => id),
      };
    },
  };
}
