package engine

// What the engine and the extension's pages say to each other, beside the outcomes and reasons of what is remembered.
// Each word has its text in extension/_locales, and its type in extension/generated/lists.js.

// Command is what the person asks for on one of the extension's pages.
type Command string

// The commands.
const (
	CommandView    Command = "view"    // for the view, with the browser's time zone and languages
	CommandChoose  Command = "choose"  // to store choices
	CommandHarden  Command = "harden"  // for a run that turns off what the choices plan
	CommandCheck   Command = "check"   // for a run that only looks
	CommandUndo    Command = "undo"    // for a run that turns on again what this extension turned off
	CommandResume  Command = "resume"  // to go on with the run that stopped
	CommandStop    Command = "stop"    // to end the run
	CommandSkip    Command = "skip"    // to pass over the setting that is marked
	CommandDismiss Command = "dismiss" // to take a notice away
	CommandPage    Command = "page"    // for the last settings page, scrubbed, in the view
	CommandKeep    Command = "keep"    // to make a rule of a switch that no rule names
	CommandConfirm Command = "confirm" // to make rules of some of what was found, leave the rest alone, and run for the first
	CommandOnly    Command = "only"    // for a run that turns off one setting
	CommandLook    Command = "look"    // for a run that only looks at the pages that are left to look at
	CommandShow    Command = "show"    // for a run that marks a switch of which no rule can be made
	CommandLeave   Command = "leave"   // to leave a setting alone
	CommandUnleave Command = "unleave" // to take that back
	CommandDisown  Command = "disown"  // to end the rule that the person made of a wrong switch, and turn that on again
	CommandForget  Command = "forget"  // to remove such a rule
	CommandImport  Command = "import"  // to take in rules that were exported
	CommandExport  Command = "export"  // for a backup, in the view
	CommandRestore Command = "restore" // to put a backup in the place of what is stored
	CommandReset   Command = "reset"   // to forget everything
	CommandDone    Command = "done"    // to note that a follow-up was done, or take that back
)

var commands = []Command{
	CommandView, CommandChoose, CommandHarden, CommandCheck, CommandUndo, CommandResume, CommandStop, CommandSkip, CommandDismiss,
	CommandPage, CommandKeep, CommandConfirm, CommandOnly, CommandLook, CommandShow, CommandLeave, CommandUnleave, CommandDisown, CommandForget, CommandImport, CommandExport, CommandRestore, CommandReset, CommandDone,
}

// Refusal is why a command changed nothing.
type Refusal string

// The refusals.
const (
	AlreadyRunning    Refusal = "already-running"
	NoPermission      Refusal = "no-permission"
	NoChoices         Refusal = "no-choices"
	NotAChoice        Refusal = "not-a-choice"
	SetByOrganisation Refusal = "set-by-organisation"
	NotASwitch        Refusal = "not-a-switch"
	NotAllRules       Refusal = "not-all-rules" // those that are rules were taken in
	NotABackup        Refusal = "not-a-backup"
	NothingToUndo     Refusal = "nothing-to-undo"
	NothingToResume   Refusal = "nothing-to-resume"
)

// Notice is what the person has to be told until they dismiss it.
type Notice string

// The notices.
const (
	StateNewer     Notice = "state-newer"     // what was stored is of a newer version, and was set aside
	StateDamaged   Notice = "state-damaged"   // it was damaged, and was set aside
	AccountChanged Notice = "account-changed" // another account is signed in
)

var notices = []Notice{StateNewer, StateDamaged, AccountChanged}

// Action is what a run is doing at the moment.
type Action string

// The actions.
const (
	Opening  Action = "opening"
	Listing  Action = "listing" // one of LinkedIn's lists is read
	Looking  Action = "looking" // a page is looked at, and nothing is clicked there
	Reading  Action = "reading"
	Clicking Action = "clicking"
	Saving   Action = "saving"
	Proving  Action = "proving"
	Marking  Action = "marking" // the person is to click
	Signing  Action = "signing" // the person is to sign in
)

// Message is the key of a text in extension/_locales that the engine asks for itself.
type Message string

// The tips of the badge, and the text beside a mark.
const (
	TipRunning   Message = "badge_running"
	TipOn        Message = "badge_on"
	TipOff       Message = "badge_off"
	TipUnchecked Message = "badge_unchecked"
	TipUnsure    Message = "badge_unsure"
	TipStale     Message = "badge_stale"
	TipSignIn    Message = "badge_sign_in"
	TipFresh     Message = "badge_fresh"
	TipAnswer    Message = "badge_answer"
	TurnOffHere  Message = "mark_turn_off"
	ProbablyHere Message = "mark_probably"
	UntickHere   Message = "mark_untick"
	ChooseHere   Message = "mark_choose"
)
