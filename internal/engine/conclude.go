package engine

import (
	"slices"

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

// conclude gives a setting an outcome in this run that is no proof of its being off, and remembers it.
func (e *Engine) conclude(en *memory.Entry, o memory.Outcome, why string) {
	en.Outcome, en.Why = o, why
	rec := e.record(en.ID)
	rec.Outcome, rec.Why = o, why
	en.Booked(&rec)
	switch {
	case o == memory.StillOn && why == "" && e.state.Run.Purpose == memory.Undo:
		rec.NoteChange(e.now, page.On, rec.Turner())
	case o == memory.StillOn && why == memory.WhyUndone:
		en.Proof = memory.SawReloaded
		rec.NoteChange(e.now, page.On, memory.Us)
	case o == memory.NotSaved && en.Acked:
		e.noteRefusedSave(en, 0) // what got no answer is not called refused
	}
	e.state.Settings[en.ID] = rec
}

// concludeProved gives a setting an outcome that says it is off, proved by what was loaded at a moment.
func (e *Engine) concludeProved(en *memory.Entry, o memory.Outcome, proof memory.Evidence, loaded int64) {
	rec := e.record(en.ID)
	by, at := e.turnedOffBy(en, &rec)
	if by == memory.Us {
		rec.Ours = true
	}
	why := ""
	if by == memory.Us && !en.Carried && rec.ClickedUnproved() == 0 {
		o, why = memory.TurnedOff, memory.WhyCoupled
	}
	en.Outcome, en.Why, en.Proof = o, why, proof
	rec.Outcome, rec.Why = o, why
	en.Booked(&rec)
	rec.NoteChange(at, page.Off, by)
	rec.State, rec.Seen, rec.Proved, rec.Proof = page.Off, max(rec.Seen, loaded), loaded, proof
	rec.Word = ""
	if proof == memory.SawListed {
		rec.Word = en.Word
	}
	e.state.Settings[en.ID] = rec
	e.state.Run.RefusedSaves = 0
	if en.Touched() {
		for _, id := range rules.Coupled(en.ID) {
			if e.state.Settings[id].Proved <= en.ChangedAt() {
				e.readAgain(id)
			}
		}
	}
}

// forgetDrawn is about a setting that was off all the time, and only drawn on: nothing was saved, so a click turned nothing.
func (e *Engine) forgetDrawn(en *memory.Entry) {
	en.Carried, en.Looked = false, false
	rec := e.record(en.ID)
	if n := len(rec.History); n > 0 && rec.History[n-1].To == page.On && rec.History[n-1].At >= e.state.Run.Started {
		rec.History = rec.History[:n-1]
	}
	e.state.Settings[en.ID] = rec
}

// turnedOffBy is who turned a setting off that is proved to be off now, and when.
func (e *Engine) turnedOffBy(en *memory.Entry, rec *memory.Record) (memory.Who, int64) {
	n := len(rec.History)
	wasOn := n == 0 || rec.History[n-1].To == page.On
	switch clicked := rec.ClickedUnproved(); {
	case en.Tries > 0 && en.Carried && wasOn:
		return memory.Us, en.Clicked
	case clicked != 0:
		return memory.Us, clicked
	case en.Looked:
		return memory.Person, e.now
	}
	for i := range e.state.Run.Ledger {
		cause := &e.state.Run.Ledger[i]
		if cause.Carried && slices.Contains(rules.Coupled(cause.ID), en.ID) && (n > 0 && wasOn || e.means(en, en.WordBefore) == page.On) {
			return memory.Us, cause.Clicked // what went off by our click on another is ours too
		}
	}
	return memory.Elsewhere, e.now
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
