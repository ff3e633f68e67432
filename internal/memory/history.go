package memory

import (
	"slices"

	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// How many of a setting's newest changes are remembered, besides the very first.
const (
	MaxHistory = 100
	fewChanges = 4 // when the state has grown too large to store
	MaxOthers  = 2 // of an account that is not the one last seen
)

// Change is one change of a setting's position.
type Change struct {
	At int64
	To page.State
	By Who
}

// Who changed a setting.
type Who string

// The ones who can. What changed between two visits may have been LinkedIn, or
// the person on another device; the pages do not tell which.
const (
	Us        Who = "offswitch"
	Person    Who = "person"
	Elsewhere Who = "elsewhere"
)

// NoteChange adds to the history that a setting was seen in a position, if it was
// last in another.
func (rec *Record) NoteChange(at int64, to page.State, by Who) {
	n := len(rec.History)
	if to == page.Unknown || (n > 0 && rec.History[n-1].To == to) {
		return
	}
	if to == page.On {
		rec.Ours = false
	}
	rec.History = append(rec.History, Change{at, to, by})
	rec.Forget(MaxHistory)
}

// TakeBack forgets that the setting was found off since a moment: what said so is not believed any more.
func (rec *Record) TakeBack(since int64, why string) {
	if n := len(rec.History); n > 0 && rec.History[n-1].To == page.Off && rec.History[n-1].At >= since {
		rec.History = rec.History[:n-1]
	}
	rec.Outcome, rec.Why, rec.Ours = Unchecked, why, false
	rec.State, rec.Seen, rec.Proved, rec.Proof, rec.Word = page.Unknown, 0, 0, NoEvidence, ""
}

// Forget drops changes between the first and the newest.
func (rec *Record) Forget(newest int) {
	if n := len(rec.History) - newest; n > 1 {
		rec.History = append(rec.History[:1:1], rec.History[n:]...)
	}
}

// ClickedUnproved returns when a run clicked the setting and then stopped before the proof; 0 if none did, or if the
// setting was seen since.
func (rec *Record) ClickedUnproved() int64 {
	if n := len(rec.History); rec.Why == WhyNotProved && n > 0 && rec.Clicked >= rec.History[n-1].At {
		return rec.Clicked
	}
	return 0
}

// TurnedOn returns when the person or an undo turned the setting on, if nobody has turned it since; 0 otherwise.
func (rec *Record) TurnedOn() int64 {
	n := len(rec.History)
	if n == 0 {
		return 0
	}
	switch last := rec.History[n-1]; {
	case last.To == page.Off && rec.Clicked > max(last.At, rec.Proved):
		return rec.Clicked // of what is off, only an undo clicks anything
	case last.To == page.On && last.By != Elsewhere && last.At >= rec.Clicked:
		return last.At
	}
	return 0
}

// NoteBefore notes what is chosen before the setting is clicked. What a click that was never proved has changed already is
// no part of it, and stays noted.
func (rec *Record) NoteBefore() {
	if rec.ClickedUnproved() == 0 {
		rec.Before = nil
	}
	for _, p := range rec.Chosen {
		same := func(old rules.Pick) bool { return old.Label == p.Label || (p.Name != "" && old.Name == p.Name) }
		if !slices.ContainsFunc(rec.Before, same) {
			rec.Before = append(rec.Before[:len(rec.Before):len(rec.Before)], p)
		}
	}
}

// Turner returns who counts as having turned on a setting that is seen on.
func (rec *Record) Turner() Who {
	if rec.Why == WhyUndoStopped {
		return Us
	}
	return Elsewhere
}

// Drift returns since when a setting was off, when it last was, and when it was found on again, if neither the person
// nor this extension turned it on. One that the person turned off and that no load has shown off since was perhaps never
// saved: that it is on is no drift.
func (rec *Record) Drift() (off, last, back int64, drifted bool) {
	n := len(rec.History)
	if n < 2 || rec.History[n-1].To != page.On || rec.History[n-1].By != Elsewhere {
		return 0, 0, 0, false
	}
	off = rec.History[n-2].At
	if rec.Proved < off {
		return 0, 0, 0, false
	}
	return off, max(off, rec.Proved), rec.History[n-1].At, true
}
