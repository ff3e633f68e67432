package engine

import "offswitch/internal/page"

// maxHistory is how many changes of a setting are remembered: the newest, and
// the very first.
const maxHistory = 100

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

// record returns what is remembered of a setting, ready to be changed.
func (e *Engine) record(id string) Record {
	rec := e.state.Settings[id]
	if rec.Outcome == "" {
		rec.Outcome = Unchecked
	}
	if rec.State == "" {
		rec.State = page.Unknown
	}
	return rec
}

// changed adds to the history that a setting was seen in a position, if it was
// last in another.
func (rec *Record) changed(at int64, to page.State, by Who) {
	n := len(rec.History)
	if to == page.Unknown || (n > 0 && rec.History[n-1].To == to) {
		return
	}
	if to == page.On {
		rec.Ours = false
	}
	rec.History = append(rec.History, Change{at, to, by})
	if len(rec.History) > maxHistory {
		rec.History = append(rec.History[:1], rec.History[2:]...)
	}
}

// drift says since when a setting was off, when it last was, and when it was
// found on again, if somebody else than the person and this extension turned it on.
func (rec *Record) drift() (off, last, back int64, drifted bool) {
	n := len(rec.History)
	if n < 2 || rec.History[n-1].To != page.On || rec.History[n-1].By != Elsewhere {
		return 0, 0, 0, false
	}
	off = rec.History[n-2].At
	return off, max(off, rec.Proved), rec.History[n-1].At, true
}
