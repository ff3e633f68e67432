package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// record returns what is remembered of a setting, ready to be changed.
func (e *Engine) record(id string) memory.Record {
	rec := e.state.Settings[id]
	if rec.Outcome == "" {
		rec.Outcome = memory.Unchecked
	}
	if rec.State == "" {
		rec.State = page.Unknown
	}
	return rec
}

// conclude gives a setting its outcome in this run, and remembers it.
func (e *Engine) conclude(en *memory.Entry, o memory.Outcome, why string) {
	en.Outcome, en.Why = o, why
	rec := e.record(en.ID)
	clicked := rec.ClickedUnproved()
	if n := len(rec.History); en.Tries > 0 && (n == 0 || rec.History[n-1].To == page.On) {
		clicked = en.Clicked
	}
	rec.Outcome, rec.Why = o, why
	if en.Clicked > rec.Clicked {
		rec.Clicked = en.Clicked
	}
	switch {
	case o == memory.AlreadyOff || (o == memory.TurnedOff && why == ""):
		e.proved(en, &rec, clicked)
	case o == memory.StillOn && why == memory.WhyUndone:
		rec.NoteChange(e.now, page.On, memory.Us)
	case o == memory.NotSaved:
		e.noteRefusedSave(en, 0)
	}
	e.state.Settings[en.ID] = rec
}

// proved notes that a fresh load showed the setting off, after this extension
// clicked it at a moment, or at 0 if it did not.
func (e *Engine) proved(en *memory.Entry, rec *memory.Record, clicked int64) {
	by, at := memory.Elsewhere, e.now
	switch {
	case clicked != 0:
		by, at = memory.Us, clicked
		rec.Ours = true
	case en.Looked:
		by = memory.Person
	}
	rec.NoteChange(at, page.Off, by)
	rec.State, rec.Seen, rec.Proved = page.Off, e.now, e.doc.snap.Born
	e.state.Run.RefusedSaves = 0
	for _, id := range rules.Coupled(en.ID) {
		if en.Touched() {
			e.readAgain(id)
		}
	}
}

// readAgain forgets what was concluded about a setting that another one's
// change may have changed.
func (e *Engine) readAgain(id string) {
	r := e.state.Run
	en := r.Entry(id)
	switch rec, known := e.state.Settings[id]; {
	case en != nil && en.Outcome != "" && en.Outcome != memory.Skipped && en.Outcome != memory.NotOffered:
		en.Outcome, en.Why = "", ""
		r.Visits = append(r.Visits, memory.Visit{Page: en.Page, Proving: true})
	case en == nil && known && rec.Outcome != memory.NotOffered:
		rec.Outcome, rec.Why = memory.Unchecked, memory.WhyCoupled
		e.state.Settings[id] = rec
	}
}
