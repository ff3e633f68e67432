/** The engine as it ships, engine.wasm behind extension/engine.js, outside of any browser. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Engine } from '../../extension/engine.js';
import { root } from './paths.mjs';

/**
 * Makes an engine that nothing is stored for. It is the extension's own loader that loads it, from memory.
 * @param {Buffer} [wasm] another file than the built one
 */
export function newEngine(wasm) {
  let file;
  try {
    file = wasm ?? readFileSync(path.join(root, 'extension/engine.wasm'));
  } catch (error) {
    throw new Error('extension/engine.wasm cannot be read: run make build', { cause: error });
  }
  const address = `data:application/wasm;base64,${file.toString('base64')}`;
  Object.assign(globalThis, { chrome: { runtime: { getURL: () => address } } });
  return new Engine(async () => ({ stored: null, fresh: false, managed: null }));
}
