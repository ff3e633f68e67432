/**
 * Every message between the parts, as types: background and engine, background and agent. Between background and pages
 * go `Command` and `View`, which are in ui/view.js. A test holds all of it against what the engine says and understands,
 * and nothing here runs.
 */

/** @typedef {import('./ui/view.js').Command} Command */
/** @typedef {import('./ui/view.js').View} View */
/** @typedef {import('./generated/lists.js').Message} Message a key of _locales */

/**
 * What the background tells the engine, and what an agent says. The background adds `now` to each, and to some what only
 * the browser knows. The tab of a `failed` is 0 where it was one to be opened.
 * @typedef {Granted<{type: 'command'} & Command>
 *   | Granted<{type: 'time'}>
 *   | {type: 'restore', stored: unknown, fresh: boolean, managed: unknown}
 *   | {type: 'managed', managed: unknown}
 *   | {type: 'installed', admin: boolean}
 *   | {type: 'opened' | 'failed' | 'closed', tab: number}
 *   | {type: 'replaced', tab: number, to: number}
 *   | {type: 'tab', tab: number, url: string, status: string}
 *   | {type: 'snapshot', tab: number, account?: string, snapshot: Snapshot}
 *   | {type: 'clicked', tab: number, doc: string, key: string, n: number, done: boolean, why: string}
 *   | {type: 'view'}} Happening
 */

/** @typedef {Happening & {now: number}} EngineEvent */

/**
 * An event that says whether the host permission is there.
 * @template T
 * @typedef {T & {granted: boolean}} Granted
 */

/**
 * What the engine wants done about an event: storage first, then the effects, in this order.
 * @typedef {object} Answer
 * @property {string} [setAside] why what is stored has to be kept under another key
 * @property {StoredState} [store] to be written before anything else is done
 * @property {Effect[]} effects
 */

/** @typedef {{run?: {phase: string} | null, [member: string]: unknown}} StoredState the engine's own; little of it concerns anybody else */

/**
 * @typedef {{do: 'open', url: string, close?: number}
 *   | {do: 'go', tab: number, url: string, reload: boolean}
 *   | {do: 'close' | 'watch', tab: number}
 *   | ToTab<Look | Click | (Mark & {setting: string, args: string[]})>
 *   | {do: 'badge', alarm: boolean, text: string, tip: Message, args: string[]}
 *   | {do: 'wake', at: number}
 *   | {do: 'show', page: string}
 *   | {do: 'reset'}
 *   | {do: 'view', view: View}} Effect
 */

/**
 * An order to an agent as the engine gives it: with the tab that the agent is in.
 * @template T
 * @typedef {T & {tab: number}} ToTab
 */

/** @typedef {Look | Click | (Mark & Spoken) | Stay} ToAgent */
/** @typedef {{do: 'look'}} Look */
/** @typedef {{do: 'click', doc: string, path: string, ref: number, key: string, n: number, on: boolean}} Click */
/** @typedef {{do: 'mark', doc: string, ref: number, text: string}} Mark what is marked, with its text; `ref` 0 takes all marks away */
/** @typedef {{keys: string, lang: string}} Spoken what the keys are that stop and skip, and the language of both texts */
/** @typedef {{do: 'stay', on: boolean}} Stay whether a run needs this agent, which then speaks again when the background was stopped */

/** @typedef {{type: 'snapshot', snapshot: Snapshot, member: string} | Clicked} FromAgent */

/**
 * @typedef {object} Clicked
 * @property {'clicked'} type
 * @property {string} doc
 * @property {string} key
 * @property {number} n
 * @property {boolean} done
 * @property {string} why not, by code; empty when it was done
 */

/**
 * What the agent saw at one moment.
 * @typedef {object} Snapshot
 * @property {string} doc the document's own name, new with every load
 * @property {number} born when it was loaded
 * @property {string} path
 * @property {string} lang
 * @property {string} frontEnd ember, react or nothing
 * @property {boolean} ready
 * @property {'server' | 'cache' | 'worker' | ''} source where the document came from; empty where the browser does not tell
 * @property {number} went when the document last took another address without a load; 0 for never
 * @property {boolean} byHand somebody touched the page just before it did
 * @property {number} status of HTTP; 0 where the browser does not tell
 * @property {boolean} dialog
 * @property {number} more controls that were left out because there were too many
 * @property {Control[]} controls
 * @property {Row[]} rows of a category page
 * @property {Save[]} saves
 */

/**
 * @typedef {object} Control
 * @property {number} ref the agent's own number for the element, valid in one document
 * @property {string} kind
 * @property {string} key its aria-labelledby: one or more names, a blank between two
 * @property {string} id
 * @property {string} label
 * @property {string} heading
 * @property {boolean | null} on null where it does not say, or says two things
 * @property {number} changed when something last changed in the card around it; 0 for never
 * @property {number} moved when it last took another position in this document; 0 for never
 * @property {number} clicks the newest click that was carried out on it
 * @property {boolean} byHand somebody touched the page just before it took that position
 * @property {boolean} enabled
 * @property {boolean} busy the page says that it is still at work on it
 * @property {boolean} visible
 * @property {string} frame paths of the frames that it stands in, the outermost first, a blank between two; empty in the page itself
 */

/** @typedef {{path: string, title: string, state: string}} Row */
/** @typedef {{key: string, status: number}} Save a save of the page's own and its answer */

export {};
