/** The lab, started for one test file: the stand-in for LinkedIn whose server state is what the tests believe. */

import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { out, root } from './paths.mjs';
import { lose } from './wait.mjs';

/**
 * What the lab answers; the package documentation of internal/lab says what each part means.
 * @typedef {{n: number, key: string, from: boolean, to?: boolean, value?: string, status: number, kept: boolean, coupled?: string[], trusted: boolean, at: number}} Save
 * @typedef {{n: number, at: number, method: string, path: string, query?: string, status: number, kind: string}} LogEntry
 * @typedef {{n: number, at: number, kind: string, detail: string}} Violation
 * @typedef {{settings: Record<string, boolean>, radios: Record<string, string>, log: LogEntry[], saves: Save[], clicks: {n: number, at: number, path: string, key: string}[], turnedOn: number, violations: Violation[], pages: number}} LabState
 * @typedef {{name: string, key?: string, page?: string, times?: number, from?: number, n?: number, seconds?: number, to?: string}} Fault
 * @typedef {{skin?: 'ember' | 'react', lang?: string, region?: string, settings?: Record<string, boolean>, radios?: Record<string, string>, faults?: Fault[], signedOutAfter?: number, challengeAfter?: number, widgets?: Record<string, string>, places?: Record<string, string>, hydrateMS?: number, early?: string, account?: {name: string, slug: string}, html?: Record<string, string>, cacheControl?: string}} LabConfig
 * @typedef {{id: string, key: string, path: string, title: string, category: string, control: string, danger?: string}} Row
 */

/** The site that it stands in for. */
export const ORIGIN = 'https://www.linkedin.com';

/** @typedef {Awaited<ReturnType<typeof startLab>>} Lab */

/** @type {string | undefined} */
let program;

/** @returns the lab's program, which is built once for this process */
function built() {
  if (program) return program;
  const file = path.join(out, process.platform === 'win32' ? 'lab.exe' : 'lab');
  const build = spawnSync('go', ['build', '-o', file, './scripts/lab'], { cwd: root, encoding: 'utf8' });
  if (build.status !== 0) throw new Error(`the lab does not build: ${build.error ?? build.stderr}`);
  program = file;
  return file;
}

/** Starts a lab that lives until stop() or the end of this process. */
export async function startLab() {
  const lab = spawn(built(), { stdio: ['pipe', 'pipe', 'inherit'], cwd: root });
  let end = '';
  let stopping = false;
  const exited = new Promise((resolve) =>
    lab.once('exit', (code, signal) => {
      end = `the lab has ended with ${signal ?? `code ${code}`}`;
      if (!stopping) lose(end);
      resolve(end);
    }),
  );
  const line = await new Promise((resolve, reject) => {
    createInterface({ input: lab.stdout }).once('line', resolve);
    lab.once('error', reject);
    lab.once('exit', (code) => reject(new Error(`the lab ended with code ${code} before it was ready`)));
  });
  /** @type {{port: number, control: string, spki: string}} */
  const { port, control, spki } = JSON.parse(line);

  /**
   * @param {string} method
   * @param {string} address
   * @param {unknown} [body]
   */
  async function ask(method, address, body) {
    if (end) throw new Error(end);
    const response = await fetch(control + address, { method, body: body === undefined ? undefined : JSON.stringify(body) });
    const answer = /** @type {any} */ (await response.json());
    if (!response.ok) throw new Error(`lab ${method} ${address}: ${answer.error}`);
    return answer;
  }

  return {
    port,
    spki,
    /** @param {LabConfig} [config] @returns {Promise<LabState>} */
    reset: (config = {}) => ask('POST', '/reset', config),
    /** @param {Fault[]} faults @returns {Promise<LabState>} */
    faults: (faults) => ask('POST', '/faults', faults),
    /** @param {string} key @param {boolean | string} value @returns {Promise<LabState>} */
    set: (key, value) => ask('POST', '/set', { key, value }),
    /** @returns {Promise<LabState>} */
    clear: () => ask('POST', '/clear'),
    /** @returns {Promise<LabState>} */
    state: () => ask('GET', '/state'),
    /** @returns {Promise<Row[]>} */
    rows: () => ask('GET', '/rows'),
    async stop() {
      stopping = true;
      lab.stdin.end();
      await exited;
    },
  };
}
