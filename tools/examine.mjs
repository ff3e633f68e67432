/**
 * `make page`: what Offswitch would do on one page, and why, for whoever writes rules.
 *
 *   make page FILE=page.html [AT=/mypreferences/d/...]     a page saved from the browser
 *   make page FILE=offswitch-page.json                     a page that did not work, saved from the popup
 *   make page URL=https://127.0.0.1:PORT/...               a page on this machine
 *   make page URL=lab:/mypreferences/d/...                 a page of a lab started for it
 *   REGION=us DATE=2026-01-31                              where and when, for what is offered
 *
 * Nothing outside this machine is asked for anything.
 */

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startLab } from '../e2e/lib/lab.mjs';
import { newEngine } from './engine.mjs';
import { captureAddress, captureFile } from './examine/capture.mjs';
import { examine, reason } from './examine/examine.mjs';

const { values: given } = parseArgs({
  options: {
    file: { type: 'string', default: '' },
    url: { type: 'string', default: '' },
    at: { type: 'string', default: '' },
    region: { type: 'string', default: '' },
    date: { type: 'string', default: '' },
  },
});

try {
  const now = given.date ? Date.parse(given.date) : Date.now();
  if (Number.isNaN(now)) throw new Error(`DATE=${given.date} is no date: expected one like 2026-01-31`);
  const findings = await examine(newEngine(), await capture(), { now, region: given.region || 'us' });
  console.log(render(findings));
} catch (error) {
  console.error(`page: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

/** @returns {Promise<import('./examine/examine.mjs').Snapshot>} */
async function capture() {
  const { file, url } = given;
  if (Boolean(file) === Boolean(url)) throw new Error('expected either FILE=... or URL=...');
  if (file.endsWith('.json')) return readSnapshot(file);
  if (file) return captureFile(file, given.at || undefined);
  if (!url.startsWith('lab:')) return captureAddress(url);
  const lab = await startLab();
  try {
    await lab.reset({ region: given.region || 'us' });
    return await captureAddress(`https://127.0.0.1:${lab.port}${url.slice('lab:'.length)}`);
  } finally {
    await lab.stop();
  }
}

/**
 * @param {string} file
 * @returns {import('./examine/examine.mjs').Snapshot}
 */
function readSnapshot(file) {
  const content = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(content?.controls) || typeof content.path !== 'string') {
    throw new Error(`${file} is no page: expected an object with "path" and "controls", as the popup saves it`);
  }
  return given.at ? { ...content, path: given.at } : content;
}

/**
 * @param {import('./examine/examine.mjs').Findings} findings
 * @returns {string}
 */
function render({ path, controls, settings, rows }) {
  const parts = [`page: ${path || 'none that Offswitch looks at'}`];
  if (settings.length > 0) {
    parts.push(
      table(
        ['setting', 'the most it may', 'outcome of an automatic run'],
        settings.map((setting) => [setting.id, setting.act, reason(setting)]),
      ),
    );
  } else if (rows.length === 0) {
    parts.push('No setting of the table is on this page: no run opens it.');
  }
  if (controls.length > 0) {
    parts.push(
      table(
        ['ref', 'kind', 'key or id', 'label', 'is', 'visible', 'enabled', 'setting', 'run', 'why'],
        controls.map((control) => [
          String(control.ref),
          control.kind,
          control.key || control.id,
          short(control.label || control.heading),
          control.on === null ? '?' : control.on ? 'on' : 'off',
          yes(control.visible),
          yes(control.enabled),
          control.setting || '-',
          control.does,
          control.why,
        ]),
      ),
    );
  } else {
    parts.push('No controls.');
  }
  if (rows.length > 0)
    parts.push(
      table(
        ['row', 'title', 'leads to'],
        rows.map((row) => [row.path || '?', short(row.title), row.leads]),
      ),
    );
  return parts.join('\n\n');
}

/** @param {string} text */
function short(text) {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** @param {boolean} value */
function yes(value) {
  return value ? 'yes' : 'no';
}

/**
 * @param {string[]} head
 * @param {string[][]} lines
 * @returns {string}
 */
function table(head, lines) {
  const all = [head, ...lines];
  const widths = head.map((_, i) => Math.max(...all.map((line) => line[i].length)));
  return all
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
