package engine

import (
	"slices"

	"offswitch/internal/memory"
	"offswitch/internal/rules"
)

// Group is where a setting stands for the person: the one count from which the headline, the main button and what the pages
// list are made.
type Group string

// The groups. Those before InHand are what the person's choices want off.
const (
	IsOff    Group = "off"       // proved off
	IsFailed Group = "attention" // it came back on, or could not be turned off, or was turned on again by the person's word
	IsAsked  Group = "asked"     // looked at, and waiting for the person's word
	IsOn     Group = "on"        // known to be on
	IsOpen   Group = "changed"   // changed, and not proved yet
	IsUnseen Group = "unseen"    // not looked at
	InHand   Group = "by-hand"   // only the person can turn it off
	IsLeft   Group = "left"      // the person wants it left alone
	IsOut    Group = "out"       // the level leaves it alone, it would destroy something, or it is not offered
)

// grouped is a setting with its group.
type grouped struct {
	setting rules.Setting
	record  memory.Record
	group   Group
}

// grouped gives every setting its group.
func (e *Engine) grouped() []grouped {
	asked := e.askedRows()
	var all []grouped
	for _, s := range e.table {
		rec := e.state.Settings[s.ID].Stood(e.standing(s))
		all = append(all, grouped{s, rec, e.groupOf(s, rec, asked)})
	}
	return all
}

func (e *Engine) groupOf(s rules.Setting, rec memory.Record, asked []string) Group {
	standing := e.standing(s)
	_, left := e.state.Leaves(s.ID)
	switch {
	case rec.Outcome.Proved() && standing != rules.Unoffered:
		if standing != rules.Planned && standing != rules.ByHand {
			return IsOut // off, though nobody asked for it
		}
		return IsOff
	case left && standing == rules.BelowLevel:
		return IsLeft
	case standing != rules.Planned && standing != rules.ByHand, rec.Outcome == memory.NotOffered:
		return IsOut
	case slices.Contains(asked, s.ID):
		return IsAsked
	case rec.Why == memory.WhyNotProved, rec.Why == memory.WhySeenOff:
		return IsOpen
	case standing == rules.ByHand:
		return InHand
	case clauseOf(rec) != "":
		return IsFailed
	case rec.On():
		return IsOn
	case rec.Outcome == memory.NeedsYou:
		return InHand
	}
	return IsUnseen
}

// Clause is what is wrong with a setting that needs attention.
type Clause string

// The clauses.
const (
	CameBack Clause = "came-back"
	TurnedOn Clause = "undone"   // the person turned it on again with Offswitch
	NotKept  Clause = "not-kept" // LinkedIn did not keep it off
	Changed  Clause = "changed"  // its control is gone, or is another one
	IsLocked Clause = "locked"
	NoPage   Clause = "no-page"
	Alike    Clause = "alike"   // more than one control could be the one
	NoHold   Clause = "no-hold" // its control could not be read or worked
)

// clauseOf is what is wrong with a setting that a run turns off, "" where nothing is.
func clauseOf(rec memory.Record) Clause {
	if _, _, _, drifted := rec.Drift(); drifted && rec.On() {
		return CameBack
	}
	switch rec.Outcome {
	case memory.NotSaved:
		return NotKept
	case memory.NotFound:
		return Changed
	case memory.Locked:
		return IsLocked
	case memory.Unreachable:
		return NoPage
	case memory.StillOn:
		switch rec.Why {
		case memory.WhyUndone:
			return TurnedOn
		case memory.WhyRefused:
			return NotKept
		case memory.WhyNoReaction, memory.WhyUnstable:
			return NoHold
		}
	case memory.NeedsYou:
		switch rec.Why {
		case string(rules.Several), string(rules.Ambiguous), string(rules.TooMany), string(rules.Crowded):
			return Alike
		case string(rules.WrongKind), memory.WhyLabelOnly:
			return Changed
		case memory.WhyUnclear, string(rules.Hidden), memory.WhyDialog, memory.WhyCovered, memory.WhyUnstable, memory.WhyRestless:
			return NoHold
		}
	}
	return ""
}

// Remedy is the one thing to do about a setting that needs attention.
type Remedy string

// The remedies.
const (
	RunAgain Remedy = "again" // a run about it alone
	OpenPage Remedy = "page"  // the person looks at its page
	LeaveSo  Remedy = "leave" // the person wants it so
)

// remedy is what to do about a clause: another run where that may help.
func remedy(c Clause) Remedy {
	switch c {
	case TurnedOn:
		return LeaveSo
	case CameBack, NotKept, NoPage, NoHold:
		return RunAgain
	}
	return OpenPage
}

// askedRows are the settings that the question is about.
func (e *Engine) askedRows() []string {
	var ids []string
	for i := range e.state.Unknown {
		if u := &e.state.Unknown[i]; e.waits(u) && u.Lasting() && e.placeOf(u) == Asked {
			if s, ok := e.rowOf(u); ok {
				ids = append(ids, s.ID)
			}
		}
	}
	return ids
}
