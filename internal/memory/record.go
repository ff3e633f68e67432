package memory

import (
	"offswitch/internal/page"
	"offswitch/internal/rules"
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
	Proved  int64        // when the load was made that last showed it off
	Proof   Evidence     // what showed it: its page, or LinkedIn's list
	Word    string       // LinkedIn's word for the position, where its list was the last to show it
	Ours    bool         // this extension turned it off, and nobody has turned it since
	Chosen  []rules.Pick // the boxes ticked or the option chosen, when it was last seen; nil for a switch
	Before  []rules.Pick // the same before this extension turned it off: what an undo goes back to
	History []Change
}

// On reports whether the setting was on when it was last seen.
func (r Record) On() bool { return r.State == page.On && !r.Outcome.Proved() }

// Saw notes a position. That a page shows the same a moment later is not worth storing.
func (r *Record) Saw(s page.State, now int64) {
	if r.State != s || now >= r.Seen+Minute {
		r.State, r.Seen = s, now
	}
}

// KnownAt is the newest moment that something is known of.
func (r *Record) KnownAt() int64 { return max(r.Seen, r.Clicked, r.Proved) }

// Stood returns a record with the outcome that the setting's standing gives it: always if it is not offered or
// destructive, otherwise only if nothing is known of it. The level may have been changed since.
func (r Record) Stood(as rules.Standing) Record {
	known := r.Outcome != "" && (r.Outcome != NotOffered || r.Why != WhyRegion) && r.Why != WhyByHand &&
		(r.Outcome != Unchecked || (r.Why != "" && r.Why != WhyBelowLevel))
	switch {
	case as == rules.Unoffered:
		r.Outcome, r.Why = NotOffered, WhyRegion
	case as == rules.Destructive:
		r.Outcome, r.Why = NeedsYou, WhyNever
	case !known && as == rules.BelowLevel:
		r.Outcome, r.Why = Unchecked, WhyBelowLevel
	case !known && as == rules.ByHand:
		r.Outcome, r.Why = NeedsYou, WhyByHand
	case !known:
		r.Outcome, r.Why = Unchecked, ""
	case as == rules.BelowLevel && r.Outcome == StillOn && r.Why == "":
		r.Why = WhyBelowLevel
	case as != rules.BelowLevel && r.Why == WhyBelowLevel:
		r.Why = ""
	}
	if r.State == "" {
		r.State = page.Unknown
	}
	return r
}

// Known reports whether it is one of the outcomes.
func (o Outcome) Known() bool {
	for _, x := range outcomes {
		if x == o {
			return true
		}
	}
	return false
}
