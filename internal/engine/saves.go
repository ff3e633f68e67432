package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// How long LinkedIn's answers are waited for, in milliseconds.
const (
	savePatience = 20_000 // for the answer to a save, as far as the browser shows it
	holdOff      = 30_000 // after LinkedIn said that there were too many requests
)

// HTTP statuses by which a server refuses: asking to be left alone for a while, and for good.
const (
	tooMany   = 429
	forbidden = 403
)

// answer is the status of the newest save since the click, as far as the browser shows it.
func (e *Engine) answer(en *memory.Entry, s rules.Setting) (status int, answered bool) {
	n := 0
	for _, x := range e.doc.snap.Saves {
		if !savedBy(s, x) {
			continue
		}
		if n++; n > en.Saves && x.Status != 0 {
			status, answered = x.Status, true
		}
	}
	return status, answered
}

// storedAt is from when a load shows what is stored of a setting that the person or an undo has turned on: until then the
// save may be on its way, and off is what was so before. 0 if it was not turned on.
func storedAt(rec memory.Record) int64 {
	at := rec.TurnedOn()
	if at == 0 {
		return 0
	}
	return at + savePatience
}

// outrun reports whether what was loaded at a moment may be older than the save by which the person or an undo turned a
// setting on, which this run has not clicked since.
func (e *Engine) outrun(en *memory.Entry, loaded int64) bool {
	rec := e.record(en.ID)
	return rec.TurnedOn() > en.ChangedAt() && loaded < storedAt(rec)
}

// loadStored loads the page again when it can show what that save has stored.
func (e *Engine) loadStored(en *memory.Entry) activity {
	if !e.reached(storedAt(e.record(en.ID)) + clockError) {
		return waiting
	}
	e.load()
	return busy
}

// saves counts the saves of a setting that the document has seen.
func (e *Engine) saves(s rules.Setting) int {
	n := 0
	for _, x := range e.doc.snap.Saves {
		if savedBy(s, x) {
			n++
		}
	}
	return n
}

// savedBy reports whether a save is a setting's. What is told by its page has all of that page's.
func savedBy(s rules.Setting, x page.Save) bool { return x.Key == s.Key || s.Alone() }

// noteRefusedSave notes that LinkedIn refused a save of the setting, once for each setting. If it says that there were
// too many requests, nothing is clicked for a while; how long it wants is in a header that an agent cannot see.
func (e *Engine) noteRefusedSave(en *memory.Entry, status int) {
	if en.SaveRefused {
		return
	}
	en.SaveRefused = true
	r := e.state.Run
	r.RefusedSaves++
	if status == tooMany {
		r.Hold = e.now + holdOff
	}
}
