/** The settings that the tests speak of, and what the tests ask of some of them. */

import assert from 'node:assert/strict';
import { SETTINGS } from './table.mjs';

export { SETTINGS };

/** @typedef {string} Id */

export const ALL = /** @type {Id[]} */ (Object.keys(SETTINGS));

/** What the level "essential" plans in the United States. */
export const ESSENTIAL = ALL.filter((id) => SETTINGS[id].level === 'essential');

/** What the level "recommended" plans there. */
export const RECOMMENDED = ALL.filter((id) => SETTINGS[id].level !== 'strict');

/** @type {Id} goes off by itself with another setting, outside Europe */
export const COUPLED = 'ads-share-with-partners';

/** The page on which LinkedIn lists the advertising data with what is on. */
export const ADS_LIST = '/mypreferences/d/categories/ads';

/**
 * @param {Id[]} ids
 * @returns {import('./lab.mjs').LabConfig} a site on which these settings are off already
 */
export const off = (ids) => ({
  settings: Object.fromEntries(ids.filter((id) => !SETTINGS[id].want).flatMap((id) => keysOf(id).map((key) => [key, false]))),
  radios: Object.fromEntries(ids.filter((id) => SETTINGS[id].want).map((id) => [SETTINGS[id].key, SETTINGS[id].want])),
});

/** @param {Id} id @returns {string[]} the keys of its switch, its boxes, or its options */
export const keysOf = (id) => (SETTINGS[id].boxes.length ? SETTINGS[id].boxes : [SETTINGS[id].key]);

/**
 * The outcomes of a run in which each setting was on and went off. What goes off with another one is turned off before it.
 * @param {Id[]} ids
 * @param {Partial<Record<Id, string>>} [others] what is expected of some of them instead
 * @returns {Record<string, string>}
 */
export function turnedOff(ids, others = {}) {
  return Object.fromEntries(ids.map((id) => [id, others[id] ?? 'turned-off']));
}

/**
 * @param {import('./session.mjs').State} state
 * @param {Id[]} ids
 * @returns {Record<string, string | undefined>} the outcome of each of these settings
 */
export function outcomes({ settings }, ids) {
  return Object.fromEntries(ids.map((id) => [id, settings[id]?.outcome]));
}

/**
 * @param {import('./lab.mjs').LabState} lab
 * @param {Id[]} ids
 * @returns {Id[]} those of them that are on on the server
 */
export const onAtTheServer = ({ settings, radios }, ids) =>
  ids.filter((id) => {
    const { key, want } = SETTINGS[id];
    return want ? radios[key] !== want : keysOf(id).some((each) => settings[each]);
  });

/**
 * What is on at the server may not be called off.
 * @param {import('./session.mjs').State} state
 * @param {Id[]} on
 */
export function assertNotCalledOff({ settings }, on) {
  for (const id of on) assert.ok(!['turned-off', 'already-off'].includes(settings[id]?.outcome ?? ''), `${id} is on and not called off`);
}

/**
 * @param {{key: string, from: unknown, to?: unknown, value?: unknown}} save
 * @returns {boolean} whether it turned a switch or a box off, or chose the wanted option
 */
export const isPrivate = ({ key, from, to, value }) =>
  value === undefined ? from === true && to === false : ALL.some((id) => SETTINGS[id].key === key && SETTINGS[id].want === value);

/**
 * @param {Pick<import('./lab.mjs').LabState, 'log'>} lab
 * @param {Id} id
 * @returns {number} how often its page was loaded
 */
export const loads = ({ log }, id) => log.filter(({ kind, path }) => kind === 'page' && path === SETTINGS[id].page).length;
