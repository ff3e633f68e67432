package engine

import (
	"offswitch/internal/page"
	"offswitch/internal/regions"
	"offswitch/internal/rules"
)

// Version is the version of the stored state that this engine writes. It reads
// all earlier ones.
const Version = 2

// State is all that the extension remembers. It is stored as one JSON object.
type State struct {
	Choices  Choices
	Run      *Run // the run that is on, or else the last one; nil before the first
	Settings map[string]Record
	Notices  []string // what the person has to be told, by code, until dismissed

	Local     []Local    // the person's own rules
	Unknown   []Unknown  // switches that no rule names
	Addresses []Address  // of settings whose page the table does not know
	Strangers []Stranger // rows of category pages that no rule names
	CategoriesRead      []Moment   // when each category page was last read, by category
	Done      []Moment   // when a follow-up was marked as done, by its id

	Checked int64     // when a run last came to its end
	Tried   int64     // when a run was last begun
	Account string    // the salted hash of the account that Settings is about; "" while none was seen
	Others  []Account // what is remembered of other accounts
}

// Moment is when something named happened, in milliseconds since 1970.
type Moment struct {
	ID string
	At int64
}

// Address is where LinkedIn's own category page says that a setting is.
type Address struct {
	ID   string // of the setting
	Page string
}

// Stranger is a row of a category page that no rule names.
type Stranger struct {
	Page     string
	Title    string
	Category rules.Category
}

// Choices are the person's own.
type Choices struct {
	Region regions.Region // "" until the person has chosen
	Level  rules.Level
	Mode   Mode
	Checks Checks
	Every  int  // days between checks
	Again  bool // an automatic check turns off what LinkedIn turned on again
}

// Checks is what happens when the last look is Every days ago.
type Checks string

// The kinds of checks.
const (
	NoChecks Checks = "off"
	Remind   Checks = "remind"
	Auto     Checks = "automatic" // a run, in a tab of its own
)

// Mode is who turns the switches off.
type Mode string

// The modes.
const (
	Automatic Mode = "automatic" // Offswitch clicks
	Guided    Mode = "guide"     // Offswitch marks, the person clicks
)

// Outcome is what is known of a setting.
type Outcome string

// The outcomes. Only AlreadyOff and TurnedOff say that a setting is off, and
// both rest on a fresh load.
const (
	AlreadyOff  Outcome = "already-off"
	TurnedOff   Outcome = "turned-off"
	NotSaved    Outcome = "not-saved" // looked off, a fresh load says on
	StillOn     Outcome = "on"
	NeedsYou    Outcome = "needs-you"
	NotOffered  Outcome = "not-offered"
	NotFound    Outcome = "not-found"
	Locked      Outcome = "locked"
	Skipped     Outcome = "skipped"
	SignedOut   Outcome = "signed-out"
	Challenged  Outcome = "challenged"
	Unreachable Outcome = "unreachable"
	Unchecked   Outcome = "unchecked"
)

var outcomes = []Outcome{AlreadyOff, TurnedOff, NotSaved, StillOn, NeedsYou, NotOffered, NotFound, Locked, Skipped, SignedOut, Challenged, Unreachable, Unchecked}

// Proved reports whether the outcome says that the setting is off, by a fresh load.
func (o Outcome) Proved() bool { return o == AlreadyOff || o == TurnedOff }

// Record is what is remembered of one setting. Times are milliseconds since
// 1970, zero for never.
type Record struct {
	Outcome Outcome
	Why     string     // a finer reason, by code; "" where the outcome says it all
	State   page.State // the position last seen
	Seen    int64      // when that was, to the minute
	Clicked int64
	Proved  int64 // when a fresh load last said off
	Ours    bool  // this extension turned it off, and nobody has turned it since
	History []Change
}

// On reports whether the setting was on when it was last seen.
func (r Record) On() bool { return r.State == page.On && !r.Outcome.Proved() }

// saw notes a position. That a page shows the same a moment later is not worth storing.
func (r *Record) saw(s page.State, now int64) {
	if r.State != s || now < r.Seen || now >= r.Seen+minute {
		r.State, r.Seen = s, now
	}
}

// known is the newest moment that something is known of.
func (r *Record) known() int64 { return max(r.Seen, r.Clicked, r.Proved) }

// Purpose is what a run is for.
type Purpose string

// The purposes.
const (
	Harden Purpose = "harden"
	Check  Purpose = "check"
	Undo   Purpose = "undo" // turn on again what this extension turned off
)

// Phase is how far a run is.
type Phase string

// The phases. A run that reached its end has ended, whatever it found; one that
// was cut short has stopped, and Why says by what.
const (
	Running Phase = "running"
	Ended   Phase = "ended"
	Stopped Phase = "stopped"
)

// Why a run stopped.
const (
	ByPerson    = "user"
	BySignOut   = "signed-out"
	ByChallenge = "challenged"
	ByRefusal   = "refused"    // LinkedIn refused several saves in a row
	ByClosing   = "tab-closed" // the run's tab was closed, or could not be opened
	ByLeaving   = "left"       // the person went to another page in the run's tab
	ByRestart   = "restarted"  // the browser was closed, or the extension replaced
	ByLength    = "too-long"   // the run took longer than any run should
	ByAccount   = "account"    // another account was signed in on the way
)

// Why a setting has its outcome, where the outcome does not say it all. The
// verdicts of rules.Locate are used as well.
const (
	WhySeenOff     = "seen-off"      // off after a change by hand, not proved yet
	WhyNotProved   = "not-proved"    // changed, but the run stopped before the fresh load
	WhyStopped     = "stopped"       // the run stopped before it was turned off
	WhyChecked     = "checked"       // a check only looks
	WhyBelowLevel  = "below-level"   // the chosen level leaves it alone
	WhyRegion      = "region"        // not offered in the chosen region
	WhyRedirected  = "redirected"    // LinkedIn leads to the category page instead
	WhyElsewhere   = "elsewhere"     // LinkedIn leads to some other page
	WhyNoAnswer    = "no-answer"     // the page did not load
	WhyErrorPage   = "error-page"    // the page showed an error
	WhyLoop        = "reload-loop"   // the page kept loading again
	WhyUnclear     = "state-unclear" // the control does not say whether it is on
	WhyDialog      = "dialog"        // a dialog lies over the page
	WhyNoReaction  = "no-reaction"   // the control did not answer a click
	WhyUnstable    = "unstable"      // the control kept being replaced
	WhyRefused     = "save-refused"  // LinkedIn refused the save
	WhyUndone      = "undone"        // turned on again because the person asked for it
	WhyNotUndone   = "not-undone"    // it did not stay on, and so is off
	WhyUndoStopped = "undo-stopped"  // clicked to be on again, but the run stopped before the fresh load
	WhyCoupled     = "coupled"       // another setting's change may have changed it too
	WhyByHand      = "by-hand"       // its key is not known, so only a person may turn it off
	WhyNever       = "destructive"   // turning it off destroys something
	WhyLooksOff    = "looks-off"     // the switch on its page is off; that it is this setting's is not certain
	WhyLooksOn     = "looks-on"      // the same, on
	WhyWhichOne    = "which-switch"  // its page has none, or more than one, and none is known to be this setting's
	WhyLabelOnly   = "label-only"    // there is a switch of that name, but not with the key that is known
)

// Run is an ordered list of visits made for a purpose, with a ledger of what
// was seen and done.
type Run struct {
	Purpose Purpose
	Phase   Phase
	Why     string
	Mode    Mode
	Region  regions.Region
	Level   rules.Level
	Started int64
	Slept   int64 // how far the clock has jumped since, because nobody was awake or it was set
	Ended   int64
	Tab     int // the run's tab; 0 until it is open
	Visits  []Visit
	At      int    // the visit that is on
	Doc     string // the document of this visit; "" while it loads
	Past    string // the document before, whose late snapshots mean nothing
	Ordered int64  // when the current load was ordered
	Landed  int64  // when the document was first heard of
	Ledger  []Entry
	RefusedSaves int   // settings in a row whose save LinkedIn refused
	Hold    int64 // nothing is clicked before
	Resumed   int   // how often the run was resumed
	Foreign bool  // another account was seen since: what the run did says nothing about that one
}

// Visit is one page of a run.
type Visit struct {
	Page    string
	Proving bool // a fresh load of a page where something was changed
	Loads   int
	Reached    bool // the page asked for has been seen
	Rows    bool // a category page, to read where settings are
}

// shift moves all moments by a jump of the clock.
func (r *Run) shift(gap int64) {
	r.Slept += gap
	shift(gap, &r.Ordered, &r.Landed, &r.Hold)
	for i := range r.Ledger {
		r.Ledger[i].shift(gap)
	}
}

func (r *Run) visit() *Visit { return &r.Visits[r.At] }

// wanted is the position that the run turns controls to.
func (r *Run) wanted() page.State {
	if r.Purpose == Undo {
		return page.On
	}
	return page.Off
}

// guided reports whether the run waits for a person to turn the switches.
func (r *Run) guided() bool { return r.Mode == Guided && r.Purpose == Harden }

// notProved is why a setting that the run changed has no outcome.
func (r *Run) notProved() string {
	if r.Purpose == Undo {
		return WhyUndoStopped
	}
	return WhyNotProved
}

func (r *Run) on() bool { return r != nil && r.Phase == Running }
