/**
 * The shape of what the background sends to the pages, as JSDoc types, and the few facts that
 * several pages derive from it. Nothing here touches the document or the browser.
 */

/** @typedef {{region: string, level: string, mode: string}} Choice */
/** @typedef {Choice & {chosen: boolean}} Choices */
/** @typedef {{region: string, country: string, zone: string}} Suggestion */
/** @typedef {{text: string, tip: string, args: string[]}} Badge */

/**
 * Counts over the settings that the person's choices plan.
 * @typedef {object} Summary
 * @property {number} on known to be on
 * @property {number} off proved off
 * @property {number} unknown neither on nor proved off
 * @property {number} total all of them
 * @property {number} proved time of the oldest proof among those off, 0 when there is none
 */

/**
 * @typedef {object} Run
 * @property {string} purpose
 * @property {'running' | 'ended' | 'stopped'} phase
 * @property {string} why why a stopped run stopped
 * @property {string} mode
 * @property {number} started
 * @property {number} ended
 * @property {number} done
 * @property {number} total
 * @property {string} step
 * @property {string} setting id of the setting at hand
 * @property {string} page
 */

/**
 * @typedef {object} Setting
 * @property {string} id
 * @property {string} key
 * @property {string} category
 * @property {string} title
 * @property {string} toggle
 * @property {string} does
 * @property {string} effect
 * @property {string} caution
 * @property {string} level
 * @property {string} act
 * @property {string} page
 * @property {string} url
 * @property {boolean} planned
 * @property {boolean} offered
 * @property {string} outcome
 * @property {string} why
 * @property {number} seen
 * @property {number} clicked
 * @property {number} proved
 */

/**
 * @typedef {object} View
 * @property {number} now
 * @property {Choices} choices
 * @property {Suggestion | null} suggestion
 * @property {Badge} badge
 * @property {Summary} summary
 * @property {Run | null} run
 * @property {Setting[]} settings
 * @property {{id: string}[]} notices
 * @property {string} refused
 */

/**
 * What a page can ask of the background.
 * @typedef {{command: 'view', zone: string}
 *   | ({command: 'choose'} & Partial<Choice>)
 *   | {command: 'harden' | 'check' | 'stop' | 'skip'}
 *   | {command: 'dismiss', notice: string}} Command
 */

/**
 * @param {View} view
 * @returns {boolean} whether a run is going on
 */
export const running = (view) => view.run?.phase === 'running';

/**
 * @param {View} view
 * @returns {boolean} whether a guide run waits for the person to turn the marked switch off
 */
export const waiting = (view) => running(view) && view.run?.mode === 'guide' && view.run.step === 'marking';

/**
 * @param {View} view
 * @returns {boolean} whether every planned setting is proved off
 */
export const allOff = ({summary}) => summary.total > 0 && summary.off === summary.total;

/**
 * @param {View} view
 * @returns {boolean} whether no planned setting was ever looked at
 */
export const neverChecked = ({settings}) => !settings.some(({planned, outcome}) => planned && outcome !== 'unchecked');

/**
 * @param {Setting} setting
 * @returns {boolean} whether a fresh load has proved the setting off
 */
export const provedOff = ({outcome}) => outcome === 'turned-off' || outcome === 'already-off';

/**
 * @param {Setting} setting
 * @returns {'on' | 'off' | 'quiet' | 'unknown'} how much the outcome asks for attention
 */
export function tone(setting) {
  const quiet = ['unchecked', 'not-offered', 'skipped'].includes(setting.outcome);
  return quiet ? 'quiet' : switchState(setting);
}

/**
 * @param {Setting} setting
 * @returns {'on' | 'off' | 'unknown'} what is known of the switch, for its drawing
 */
export function switchState(setting) {
  if (provedOff(setting)) return 'off';
  return setting.outcome === 'on' || setting.outcome === 'not-saved' ? 'on' : 'unknown';
}
