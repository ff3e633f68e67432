/**
 * The shape of what the background sends to the pages, as JSDoc types, and the few facts that
 * several pages derive from it. Nothing here touches the document or the browser.
 */
import { CATEGORIES } from '../generated/lists.js';

/** @typedef {import('../generated/lists.js').Region} Region */
/** @typedef {import('../generated/lists.js').Level} Level */
/** @typedef {import('../generated/lists.js').Mode} Mode */
/** @typedef {import('../generated/lists.js').Category} Category */
/** @typedef {import('../generated/lists.js').Ground} Ground */
/** @typedef {import('../generated/lists.js').Position} Position */

/** @typedef {{region: Region, level: Level, mode: Mode}} Choice */

/**
 * What happens when the last proof gets old.
 * @typedef {object} Checks
 * @property {import('../generated/lists.js').CheckKind} checks
 * @property {number} every days between checks
 * @property {boolean} again whether an automatic check turns off what it finds on
 */

/**
 * What the person's organisation sets by its policy for this extension.
 * @typedef {object} Managed
 * @property {string[]} locked names of the choices that it does not leave to the person
 * @property {string[]} suggested names of those that stand as it suggests, because the person has not chosen yet
 * @property {string[]} ignored names of what makes no sense in the policy
 */

/** @typedef {{due: number, every: boolean, again: boolean}} Checking when the next reminder or check is, 0 for not known yet, and which of its choices count */
/** @typedef {{gentle: boolean}} Pace whether a run rests before each page but the first */
/** @typedef {Choice & Checks & Pace & {chosen: boolean}} Choices */
/** @typedef {{region: Region, country: string, zone: string}} Suggestion */
/** @typedef {{text: string, tip: import('../generated/lists.js').Message, args: string[]}} Badge */

/**
 * Counts over the settings that the person's choices plan.
 * @typedef {object} Summary
 * @property {number} on known to be on
 * @property {number} off proved off
 * @property {number} unknown neither on nor proved off
 * @property {number} total all of them
 * @property {number} proved time of the oldest proof among those off, 0 when there is none
 */

/** @typedef {{say: import('../generated/lists.js').Saying, n: number, of: number}} Said one thing that is said with its numbers */

/**
 * The state of all settings in one sentence, and what is said below it.
 * @typedef {Said & {drawn: import('../generated/lists.js').Drawn, more: Said[]}} Headline
 */

/** @typedef {{deed: import('../generated/lists.js').Deed, n: number}} Main what the main button does, and about how many settings */

/** @typedef {{fold: import('../generated/lists.js').Folded, settings: string[]}} Fold ids of the settings in a closed group */
/** @typedef {{at: number, of: import('../generated/lists.js').Turn}} Turned */

/**
 * What the report shows beside the settings.
 * @typedef {object} Report
 * @property {boolean} looked whether anything was looked at yet
 * @property {Fold[]} folds in their order, those that hold any
 * @property {Turned[]} turns what changed, oldest first
 * @property {{sent: number, due: boolean, law: boolean} | null} answer the objection that was sent: whether it is time to ask
 *   after its answer, and whether a law binds LinkedIn to answer; null where none is waited for
 */

/**
 * A setting that needs attention: what is wrong, and the one thing to do about it.
 * @typedef {{id: string, clause: import('../generated/lists.js').Clause, remedy: import('../generated/lists.js').Remedy}} Attention
 */

/**
 * @typedef {object} Run
 * @property {import('../generated/lists.js').Purpose} purpose
 * @property {import('../generated/lists.js').Phase} phase
 * @property {import('../generated/lists.js').StopReason | ''} why why a stopped run stopped
 * @property {Mode} mode
 * @property {Region} region
 * @property {Level} level
 * @property {number} started
 * @property {number} ended
 * @property {number} done
 * @property {number} total
 * @property {boolean} resumable whether it was left unfinished and can go on
 * @property {import('../generated/lists.js').Action} [step] of a run that is on, as are the two below
 * @property {string} [setting] id of the setting at hand, if there is one
 * @property {string} [page]
 * @property {number} turned settings that it turned off or, in an undo, on again; for a check those that it read
 * @property {number} already settings that were off already
 * @property {{done: number, of: number}} looks pages that are only looked at; of 0 where there are none
 */

/**
 * @typedef {object} Setting
 * @property {string} id
 * @property {import('../generated/lists.js').Group} group
 * @property {string} key
 * @property {Category | ''} category empty for a rule of the person's own
 * @property {string} title
 * @property {Level} level
 * @property {import('../generated/lists.js').Act} act the most that Offswitch does about it
 * @property {import('../generated/lists.js').ControlKind} control
 * @property {string} page
 * @property {string} url empty where its page is not known
 * @property {string} categoryUrl the place to look then; empty for a rule of the person's own
 * @property {boolean} planned
 * @property {boolean} offered
 * @property {import('../generated/lists.js').Outcome} outcome
 * @property {import('../generated/lists.js').Why | ''} why
 * @property {Position} state the position last seen
 * @property {number} seen
 * @property {number} clicked
 * @property {number} proved
 * @property {string} word LinkedIn's own word for the position, in the page's language, where its list was the last to show it
 * @property {'reloaded' | 'listed' | ''} proof what showed it off then: its page or LinkedIn's list; empty where that was not written down
 * @property {Offer | null} offer why it concerns this region; null where it is not offered
 * @property {string} label the switch's own label, for a rule of the person's own
 * @property {boolean} local whether it is such a rule
 * @property {boolean} learned whether the person said which switch it is
 * @property {boolean} ours whether Offswitch turned it off, which can be undone
 * @property {string} with id of the setting by whose turning it went off, empty where it did not go off so
 * @property {Drift | null} drift how it came back on; null where it did not
 * @property {Change[]} history the newest changes, newest last
 * @property {boolean} left whether the person wants it left alone
 * @property {string[]} picked LinkedIn's labels of the boxes that were ticked, or of the option that was chosen, when last seen
 * @property {string[]} former the same before Offswitch turned it off: what an undo goes back to
 */

/** @typedef {{off: number, last: number, back: number}} Drift off since, last seen off, found on again */
/** @typedef {{at: number, to: Position, by: import('../generated/lists.js').Who}} Change */

/**
 * @typedef {object} Offer
 * @property {string} since day, empty where it is not known
 * @property {string} processing day on which what it allows starts, empty where it is not known
 * @property {import('../generated/lists.js').Status} status
 * @property {import('../generated/lists.js').Default} default
 * @property {string} basis
 * @property {string} source
 * @property {string} note
 */

/**
 * A switch on a visited page that no rule names.
 * @typedef {object} Unknown
 * @property {string} account the salted hash of the account whose page showed it
 * @property {string} page
 * @property {string} url
 * @property {string} key
 * @property {string} match where on the switch the key stands
 * @property {string} label
 * @property {string} heading
 * @property {Position} state
 * @property {number} seen
 * @property {string} setting id of the setting that this switch probably is, empty for none
 * @property {string} settingTitle
 * @property {string} lang of its page
 * @property {{label: string, chosen: boolean}[]} parts boxes or options, empty for a switch
 * @property {number} more how many controls of its page could not be read, where it stands for these
 * @property {string} was the label before, where LinkedIn renamed what the person had confirmed
 */

/**
 * What is on, that no rule may act on yet, and that waits for the person's word.
 * @typedef {object} Found
 * @property {string} id the setting's, or page and key where it is no row of the table
 * @property {Category | ''} category empty where it is no row
 * @property {'switch' | 'list' | 'option'} kind
 * @property {string} page
 * @property {string} url
 * @property {string} label LinkedIn's own, of a switch
 * @property {string} heading the nearest, LinkedIn's own too
 * @property {{label: string, chosen: boolean}[]} options boxes of a list, or options to choose from
 * @property {string} was the label before, where LinkedIn renamed what the person had confirmed
 * @property {string} setting id of the row that it is believed to be, empty for none
 * @property {string} title of that row
 * @property {'key' | 'label' | 'only' | 'page' | 'none' | 'file'} how it is known to be that row
 * @property {'asked' | 'beyond' | 'unknown' | 'file'} place in the question: the choices cover it, the level leaves it alone,
 *   no rule knows it, or a rule from a file is about it
 * @property {boolean} ticked whether its box is, until the person says otherwise
 * @property {boolean} lasting whether it can be told apart again, and so be made a rule
 * @property {number} more how many controls of its page could not be read, where it stands for these
 * @property {boolean} stale whether it was seen so long ago that its page is looked at again first
 * @property {Position} state
 * @property {string} value the option that is the wanted one, empty where none was recognised
 * @property {number} seen
 */

/** @typedef {{id: string, label: string, title: string}} Left what the person wants left alone */

/**
 * A rule of the person's own. What has no key is told by its label in one language.
 * @typedef {object} Rule
 * @property {string} id
 * @property {string} page
 * @property {string} key
 * @property {string} match
 * @property {string} lang
 * @property {string} label
 * @property {string} want the option that the person chose
 * @property {string} heading
 * @property {string} setting
 * @property {number} added
 */

/** @typedef {{page: string, url: string, title: string, category: Category}} Stranger */
/** @typedef {{id: string, todo: boolean, done: number}} FollowUp */

/**
 * @typedef {object} View
 * @property {number} now
 * @property {Choices} choices
 * @property {Suggestion | null} suggestion
 * @property {Checking} checking
 * @property {Managed} managed
 * @property {Badge} badge
 * @property {Summary} summary
 * @property {Headline} headline
 * @property {Main} main
 * @property {Attention[]} attention
 * @property {Report} report
 * @property {Run | null} run
 * @property {Setting[]} settings
 * @property {Unknown[]} unknown
 * @property {Found[]} found in the order in which to show it
 * @property {Left[]} left
 * @property {number} asked of how many the question is: of what the choices cover, or else of all that a rule can be made of
 * @property {number} apart how many rules belong to other accounts than the one at hand
 * @property {number} unlooked pages that are still to be looked at
 * @property {number} fresh settings that are new since the last run
 * @property {Rule[]} rules the person's own
 * @property {Stranger[]} strangers rows of category pages that no rule names
 * @property {FollowUp[]} followups
 * @property {Ground} ground the usual ground of an objection
 * @property {Ground[]} grounds all that the person can choose from
 * @property {object | null} page the newest snapshot of a settings page, scrubbed, when it was asked for
 * @property {object | null} backup everything that is stored, when it was asked for
 * @property {{id: import('../generated/lists.js').Notice}[]} notices
 * @property {import('../generated/lists.js').Refusal | ''} refusal why the last command changed nothing
 */

/**
 * What a page can ask of the background.
 * @typedef {{command: 'view', zone: string, languages: readonly string[]}
 *   | ({command: 'choose'} & Partial<Choice & Checks & Pace>)
 *   | ({command: 'harden' | 'check'} & Partial<Choice>)
 *   | {command: 'skip' | 'leave' | 'only' | 'disown', setting: string}
 *   | {command: 'unleave' | 'show', id: string}
 *   | {command: 'confirm', take: {id: string, value: string, seen: number}[], leave: string[]}
 *   | {command: 'stop' | 'page' | 'resume' | 'export' | 'reset'}
 *   | {command: 'look', again?: boolean}
 *   | {command: 'undo', settings?: string[]}
 *   | {command: 'restore', state: object}
 *   | {command: 'dismiss', notice: string}
 *   | {command: 'keep', page: string, key: string, setting?: string}
 *   | {command: 'forget', id: string}
 *   | {command: 'import', rules: unknown[]}
 *   | {command: 'done', followup: string, done: boolean}} Command
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
 * @returns {boolean} whether a run waits for the person to sign in to LinkedIn
 */
export const signing = (view) => running(view) && view.run?.step === 'signing';

/**
 * @param {View} view
 * @returns {Unknown[]} switches that can be kept off as they are: what has no key is told by its page, and asked about there
 */
export const keepable = ({ unknown }) => unknown.filter(({ key }) => key !== '');

/**
 * @param {View} view
 * @returns {Found[]} what is asked about: what is on
 */
export const waits = ({ found }) => found.filter(({ state }) => state !== 'off');

/**
 * @param {Setting} setting
 * @returns {boolean} whether the person wants it left alone, and it is not off anyway
 */
export const leftOn = (setting) => setting.left && !provedOff(setting);

/**
 * @param {Setting} setting
 * @returns {boolean} whether no run ever clicks it; the engine's standing by-hand is narrower, as it asks for region and level too
 */
export const byHand = ({ act }) => act !== 'click';

/**
 * @param {Setting} setting
 * @returns {boolean} whether a fresh load has proved the setting off
 */
export const provedOff = ({ outcome }) => outcome === 'turned-off' || outcome === 'already-off';

/**
 * @param {Setting} setting
 * @returns {'on' | 'off' | 'quiet' | 'unknown'} how much the outcome asks for attention
 */
export function tone(setting) {
  const quiet = ['unchecked', 'not-offered', 'skipped'].includes(setting.outcome) || (setting.outcome === 'needs-you' && !looksOn(setting));
  return quiet || leftOn(setting) ? 'quiet' : switchState(setting);
}

/** @param {Setting} setting */
const looksOn = ({ outcome, why }) => outcome === 'needs-you' && why === 'looks-on';

/**
 * @param {Setting} setting
 * @returns {'on' | 'off' | 'unknown'} what is known of the switch, for its drawing
 */
export function switchState(setting) {
  if (provedOff(setting)) return 'off';
  // A run that stopped has seen the switch, even if its outcome is open.
  const seenOn = setting.state === 'on' && setting.offered && !byHand(setting);
  return seenOn || setting.outcome === 'on' || setting.outcome === 'not-saved' || looksOn(setting) ? 'on' : 'unknown';
}

/** @param {View} view @param {string[]} ids @returns {Setting[]} these settings, in this order */
export const settingsOf = ({ settings }, ids) => ids.flatMap((id) => settings.filter((each) => each.id === id));

/** @param {View} view @param {Setting} setting @returns {Attention | undefined} what is wrong with it, if it needs attention */
export const wrongWith = ({ attention }, setting) => attention.find(({ id }) => id === setting.id);

/**
 * @param {Setting[]} settings
 * @returns {Setting[]} the same by category; the person's own rules have none and come last
 */
export const byCategory = (settings) => [...CATEGORIES, ''].flatMap((id) => settings.filter(({ category }) => category === id));
