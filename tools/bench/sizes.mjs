/** What is shipped, in bytes, and its budgets: as the programs that build and pack it say, which hold them. */

import { spawnSync } from 'node:child_process';
import { root } from '../../e2e/lib/paths.mjs';
import { row } from './document.mjs';

/**
 * @typedef {{raw: number, gzip: number}} Size
 * @typedef {{engine: Size, most: Size, go: string, without: (Size & {trick: string, file: string})[]}} Engine
 */

/** @returns {{engine: Engine, rows: Omit<import('./document.mjs').Row, 'browser'>[]}} */
export function sizes() {
  const engine = /** @type {Engine} */ (printed('./scripts/build'));
  const packed = /** @type {Record<'package' | 'agent' | 'pages', {bytes: number, most: number}>} */ (printed('./scripts/package'));
  return {
    engine,
    rows: [
      size('`engine.wasm`, raw', engine.engine.raw, engine.most.raw),
      size('`engine.wasm`, gzip', engine.engine.gzip, engine.most.gzip),
      size('package', packed.package.bytes, packed.package.most),
      size('agent and mark, comments left out', packed.agent.bytes, packed.agent.most),
      size('our own pages, comments and blank lines left out', packed.pages.bytes, packed.pages.most),
    ],
  };
}

/** @param {string} program @returns {unknown} */
function printed(program) {
  const { status, stdout, stderr, error } = spawnSync('go', ['run', program, '-sizes'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} does not tell sizes: ${error ?? stderr}`);
  return JSON.parse(stdout);
}

/** @param {string} what @param {number} bytes @param {number} most */
function size(what, bytes, most) {
  return row({
    what,
    measured: `${bytes.toLocaleString('en')} bytes`,
    value: bytes / most,
    shown: (bytes / most).toFixed(2),
    most: 1,
    budget: `${most.toLocaleString('en')} bytes`,
  });
}
