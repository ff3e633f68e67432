/**
 * The engine's loader: the ten wasi functions that Go's runtime wants, and a
 * wrapper that survives a fault. After a fault the instance is thrown away, a
 * new one gets the stored state, and the event is tried once more; a second
 * fault is thrown to the caller, and then nothing has been decided. An event
 * that is too large is no fault: it is refused before the engine hears of it.
 */
import { fits, MAX_EVENT } from './bounds.js';

/** @typedef {import('./messages.js').Answer} Answer */
/** @typedef {import('./messages.js').EngineEvent} EngineEvent */

const SUCCESS = 0;

class Exit extends Error {}

/** An event that the engine was not told. */
export class TooLarge extends Error {}

/**
 * The wasi functions, as little as Go's runtime needs: no files, no
 * environment, no arguments; what it prints is the text of a fatal error.
 * @param {() => DataView} memory
 * @param {(text: string) => void} print
 */
function wasi(memory, print) {
  const nothing = (/** @type {number} */ count, /** @type {number} */ size) => {
    memory().setUint32(count, 0, true);
    memory().setUint32(size, 0, true);
    return SUCCESS;
  };
  return {
    sched_yield: () => SUCCESS,
    proc_exit: (/** @type {number} */ code) => {
      throw new Exit(`the engine ended with code ${code}`);
    },
    args_get: () => SUCCESS,
    args_sizes_get: nothing,
    environ_get: () => SUCCESS,
    environ_sizes_get: nothing,
    clock_time_get: (/** @type {number} */ _id, /** @type {bigint} */ _precision, /** @type {number} */ out) => {
      memory().setBigUint64(out, BigInt(Date.now()) * 1_000_000n, true);
      return SUCCESS;
    },
    fd_write: (/** @type {number} */ _fd, /** @type {number} */ list, /** @type {number} */ count, /** @type {number} */ out) => {
      const view = memory();
      let total = 0;
      for (let i = 0; i < count; i++) {
        const start = view.getUint32(list + 8 * i, true);
        const size = view.getUint32(list + 8 * i + 4, true);
        print(new TextDecoder().decode(new Uint8Array(view.buffer, start, size)));
        total += size;
      }
      view.setUint32(out, total, true);
      return SUCCESS;
    },
    random_get: (/** @type {number} */ start, /** @type {number} */ size) => {
      crypto.getRandomValues(new Uint8Array(memory().buffer, start, size));
      return SUCCESS;
    },
    poll_oneoff: () => SUCCESS,
  };
}

/** @typedef {(event: Uint8Array) => Answer} Step */

/** @returns {Promise<Step>} */
async function instantiate() {
  /** @type {WebAssembly.Memory} */
  let memory;
  let printed = '';
  const { instance } = await WebAssembly.instantiateStreaming(fetch(chrome.runtime.getURL('engine.wasm')), {
    wasi_snapshot_preview1: wasi(
      () => new DataView(memory.buffer),
      (text) => {
        printed += text;
      },
    ),
  });
  const go = /** @type {any} */ (instance.exports);
  memory = go.memory;
  go._initialize();
  return (bytes) => {
    try {
      const at = go.buffer(bytes.length);
      if (!at) throw new Error('too large');
      new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
      const size = go.step(bytes.length);
      const text = new TextDecoder().decode(new Uint8Array(memory.buffer, go.answer(), Math.abs(size)));
      if (size < 0) throw new Error(text);
      return JSON.parse(text);
    } catch (fault) {
      throw new Error(`engine: ${fault instanceof Error ? fault.message : fault} ${printed}`.trim());
    }
  };
}

/** @param {EngineEvent} event */
const encoded = (event) => new TextEncoder().encode(JSON.stringify(event));

export class Engine {
  /** @type {Promise<Step> | undefined} */
  #instance;
  #stored;

  /**
   * @param {() => Promise<{stored: unknown, fresh: boolean, managed: unknown}>} stored reads the stored state, whether
   *   the browser was started since it was stored, and what an organisation sets
   */
  constructor(stored) {
    this.#stored = stored;
  }

  /**
   * Takes an event in and gives the answers to carry out, one after the other:
   * the one to a restore comes first when this was the first event of an instance.
   * @param {EngineEvent} event
   * @returns {Promise<Answer[]>}
   */
  async step(event) {
    const bytes = encoded(event);
    if (bytes.length > MAX_EVENT) throw new TooLarge(`${event.type}: ${bytes.length} bytes`);
    try {
      return await this.#try(event, bytes);
    } catch {
      this.#instance = undefined;
    }
    try {
      return await this.#try(event, bytes);
    } catch (fault) {
      this.#instance = undefined;
      throw fault;
    }
  }

  /** Throws the instance away; the next event begins with a new one and the stored state. */
  drop() {
    this.#instance = undefined;
  }

  /** @param {EngineEvent} event @param {Uint8Array} bytes the same */
  async #try(event, bytes) {
    if (this.#instance) return [(await this.#instance)(bytes)];
    this.#instance = instantiate();
    const step = await this.#instance;
    const { stored, fresh, managed } = await this.#stored();
    // What cannot be told is no state of the engine's, and is to be set aside like any that is damaged.
    const restored = step(encoded({ type: 'restore', now: event.now, stored: fits(stored) ? stored : false, fresh, managed }));
    return [restored, step(bytes)];
  }
}
