package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/page"
)

// mark marks the control of a setting for the person, unless it is marked already.
func (e *Engine) mark(en *memory.Entry, c page.Control) {
	if e.doc.marked == en.ID && e.doc.markedRef == c.Ref {
		return
	}
	e.doc.marked, e.doc.markedRef = en.ID, c.Ref
	e.do(Mark{Tab: e.state.Run.Tab, Doc: e.state.Run.Doc, Ref: c.Ref, Text: TurnOffHere})
}

// unmark takes the mark away.
func (e *Engine) unmark() {
	if e.doc.marked == "" {
		return
	}
	e.doc.marked = ""
	r := e.state.Run
	e.do(Mark{Tab: r.Tab, Doc: r.Doc})
}

// skip passes over a setting, if it is the one that is marked.
func (e *Engine) skip(id string) {
	r := e.state.Run
	if !r.Going() || e.doc.marked == "" || e.doc.marked != id {
		return
	}
	if en := r.Entry(e.doc.marked); en != nil {
		e.conclude(en, memory.Skipped, "")
	}
}
