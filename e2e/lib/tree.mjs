/** A page as a screen reader has it, as text that a person can review. */

/** What is left out: it is said with what stands around it, or is not said. */
const SILENT = new Set(['none', 'generic', 'InlineTextBox', 'RootWebArea', 'LineBreak', 'paragraph', 'ListMarker']);

/** Of the properties of a node, those that are said. */
const SAID = ['checked', 'expanded', 'disabled', 'required', 'invalid', 'pressed', 'selected', 'live', 'level'];

/**
 * @param {import("puppeteer-core").Page} page in Chromium
 * @returns {Promise<string>} a line for each thing: its role, name, description and state, indented below what holds it
 */
export async function treeOf(page) {
  const devtools = await page.createCDPSession();
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  await devtools.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** @type {string[]} */
  const lines = [];
  /** @param {(typeof nodes)[number] | undefined} node @param {number} depth @param {string} around the name of what holds it */
  function tell(node, depth, around) {
    if (!node) return;
    const role = String(node.role?.value ?? '');
    const name = String(node.name?.value ?? '');
    // Words that only repeat the name of what they stand in are said once.
    const repeats = role === 'StaticText' && (name === around || !name.trim());
    const shown = !node.ignored && !SILENT.has(role) && !repeats;
    if (shown) {
      const states = (node.properties ?? []).filter(
        ({ name: what, value }) => SAID.includes(what) && value.value && value.value !== 'false',
      );
      const described = node.description?.value ? [`(${node.description.value})`] : [];
      const said = states.map(({ name: what, value }) =>
        value.value === true || value.value === 'true' ? what : `${what}=${value.value}`,
      );
      lines.push(`${'  '.repeat(depth)}${[role, name && JSON.stringify(name), ...described, ...said].filter(Boolean).join(' ')}`);
    }
    for (const id of node.childIds ?? []) tell(byId.get(id), shown ? depth + 1 : depth, shown ? name : around);
  }
  tell(nodes[0], 0, '');
  return `${lines.join('\n')}\n`;
}
