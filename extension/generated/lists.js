// Generated from the engine by "go run ./scripts/docs". Do not edit: change internal/ instead.

/**
 * The words of the engine: for each kind its type and, where pages go through them all, a list.
 */

export const REGIONS = /** @type {const} */ (['designated', 'uk', 'us', 'ca', 'hk', 'cn', 'other']);
/** @typedef {(typeof REGIONS)[number]} Region where LinkedIn counts a person to */

export const LEVELS = /** @type {const} */ (['essential', 'recommended', 'strict']);
/** @typedef {(typeof LEVELS)[number]} Level how much a person wants off */

export const MODES = /** @type {const} */ (['automatic', 'guide']);
/** @typedef {(typeof MODES)[number]} Mode who turns the switches off */

export const CHECKS = /** @type {const} */ (['off', 'remind', 'automatic']);
/** @typedef {(typeof CHECKS)[number]} CheckKind what happens when the last look gets old */

export const CATEGORIES = /** @type {const} */ (['data-privacy', 'advertising-data', 'visibility', 'account']);
/** @typedef {(typeof CATEGORIES)[number]} Category LinkedIn's categories, in its own order */

export const COMMANDS = /** @type {const} */ (['view', 'choose', 'harden', 'check', 'undo', 'resume', 'stop', 'skip', 'dismiss', 'page', 'keep', 'confirm', 'only', 'look', 'show', 'leave', 'unleave', 'disown', 'forget', 'import', 'export', 'restore', 'reset', 'done']);
/** @typedef {(typeof COMMANDS)[number]} CommandName what a person asks for on a page */

/** @typedef {'click' | 'mark' | 'guide' | 'never'} Act the most that may be done about a setting */

/** @typedef {'switch' | 'radio' | 'list' | 'form'} ControlKind what a person operates */

/** @typedef {'on' | 'off' | 'unknown'} Position of a control */

/** @typedef {'already-off' | 'turned-off' | 'not-saved' | 'on' | 'needs-you' | 'not-offered' | 'not-found' | 'locked' | 'skipped' | 'signed-out' | 'challenged' | 'unreachable' | 'unchecked'} Outcome what is known of a setting */

/** @typedef {'seen-off' | 'not-proved' | 'stopped' | 'checked' | 'below-level' | 'region' | 'redirected' | 'elsewhere' | 'no-answer' | 'error-page' | 'reload-loop' | 'state-unclear' | 'dialog' | 'no-reaction' | 'unstable' | 'save-refused' | 'undone' | 'not-undone' | 'undo-stopped' | 'listed-on' | 'restless' | 'cached' | 'nobody' | 'covered' | 'coupled' | 'by-hand' | 'destructive' | 'looks-off' | 'looks-on' | 'which-switch' | 'label-only' | 'none' | 'hidden' | 'two-controls' | 'two-settings' | 'other-control' | 'too-many-controls' | 'other-label'} Why why a setting has its outcome */

/** @typedef {'harden' | 'check' | 'undo'} Purpose of a run */

/** @typedef {'running' | 'ended' | 'stopped'} Phase how far a run is */

/** @typedef {'user' | 'signed-out' | 'challenged' | 'refused' | 'tab-closed' | 'no-tab' | 'denied' | 'too-many' | 'no-pages' | 'led-away' | 'no-access' | 'left' | 'restarted' | 'too-long' | 'account' | 'address'} StopReason why a run stopped */

/** @typedef {'opening' | 'listing' | 'looking' | 'reading' | 'clicking' | 'saving' | 'proving' | 'marking' | 'signing'} Action what a run is doing */

/** @typedef {'off' | 'attention' | 'asked' | 'on' | 'changed' | 'unseen' | 'by-hand' | 'left' | 'out'} Group where a setting stands for the person */

/** @typedef {'working' | 'sign-in' | 'unchecked' | 'stale' | 'changed' | 'all-off' | 'part-off' | 'on' | 'attention' | 'more-on' | 'unseen' | 'by-hand' | 'to-do'} Saying what the headline and the line below it say */

/** @typedef {'on' | 'off' | 'unknown' | 'calm'} Drawn how the switch beside the headline is drawn */

/** @typedef {'harden' | 'again' | 'retry' | 'sign-in' | 'resume' | 'confirm'} Deed what the main button does */

/** @typedef {'came-back' | 'undone' | 'not-kept' | 'changed' | 'locked' | 'no-page' | 'alike' | 'no-hold'} Clause what is wrong with a setting that needs attention */

/** @typedef {'again' | 'page' | 'leave'} Remedy the one thing to do about it */

/** @typedef {'open' | 'by-hand' | 'off' | 'out'} Folded a closed group of settings on the report */

/** @typedef {'turned-off' | 'off-by-you' | 'went-off' | 'undone' | 'on-by-you' | 'came-back'} Turn what happened to a setting */

/** @typedef {'already-running' | 'no-permission' | 'no-choices' | 'not-a-choice' | 'set-by-organisation' | 'not-a-switch' | 'not-all-rules' | 'not-a-backup' | 'nothing-to-undo' | 'nothing-to-resume'} Refusal why a command changed nothing */

/** @typedef {'state-newer' | 'state-damaged' | 'account-changed'} Notice what a person has to be told */

/** @typedef {'offswitch' | 'person' | 'elsewhere'} Who who changed a setting */

/** @typedef {'not-offered' | 'announced' | 'running' | 'unsure'} Status of an offer on a day */

/** @typedef {'on' | 'consent' | 'unknown'} Default the position of a setting that nobody touched */

/** @typedef {'high' | 'medium' | 'low'} Confidence how sure a fact is */

/** @typedef {'gdpr' | 'uk-gdpr' | 'fadp' | 'plain'} Ground the law that an objection rests on */

/** @typedef {'badge_running' | 'badge_on' | 'badge_off' | 'badge_unchecked' | 'badge_unsure' | 'badge_stale' | 'badge_sign_in' | 'badge_fresh' | 'badge_answer' | 'mark_turn_off' | 'mark_probably' | 'mark_untick' | 'mark_choose'} Message a key of _locales that the engine names itself */

/** The longest time between two checks, in days. */
export const MAX_EVERY = 366;
