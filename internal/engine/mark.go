package engine

import (
	"offswitch/internal/ascii"
	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// mark marks the control of a setting for the person, unless it is marked already.
func (e *Engine) mark(en *memory.Entry, s rules.Setting, c page.Control) {
	if e.doc.marked == en.ID && e.doc.markedRef == c.Ref {
		return
	}
	e.doc.marked, e.doc.markedRef = en.ID, c.Ref
	text := TurnOffHere
	switch {
	case en.ByHand:
		text = ProbablyHere
	case s.Match == rules.Boxes:
		text = UntickHere
	case s.Match == rules.Option:
		text = ChooseHere
	}
	name := s.Title
	if name == "" {
		name = s.Toggle
	}
	r := e.state.Run
	n, of := e.number()
	e.do(Mark{Tab: r.Tab, Doc: r.Doc, Ref: c.Ref, Setting: s.ID, Text: text, Args: []string{name, ascii.Itoa(n), ascii.Itoa(of)}})
}

// number is the how-manieth of how many settings it is that a run has at hand.
func (e *Engine) number() (n, of int) {
	done, of := e.state.Run.Progress()
	return min(done+1, of), of
}

// markShown marks a switch that no rule names, because the person asked where it is.
func (e *Engine) markShown(c page.Control) {
	if e.doc.marked == shownMark && e.doc.markedRef == c.Ref {
		return
	}
	e.doc.marked, e.doc.markedRef = shownMark, c.Ref
	r := e.state.Run
	e.do(Mark{Tab: r.Tab, Doc: r.Doc, Ref: c.Ref, Text: TurnOffHere, Args: []string{c.Label, "1", "1"}})
}

// shownMark stands for the id of a setting where what is marked is none.
const shownMark = "shown"

// unmark takes the mark away.
func (e *Engine) unmark() {
	if e.doc.marked == "" {
		return
	}
	e.doc.marked = ""
	r := e.state.Run
	e.do(Mark{Tab: r.Tab, Doc: r.Doc})
}

// skip passes over a setting, if it is the one that is marked. A key that is pressed names none, and means what the person
// sees marked.
func (e *Engine) skip(id string) {
	r := e.state.Run
	if !r.Going() || e.doc.marked == "" || (id != "" && e.doc.marked != id) {
		return
	}
	if e.doc.marked == shownMark {
		e.unmark()
		e.leave()
	} else if en := r.Entry(e.doc.marked); en != nil {
		e.conclude(en, memory.Skipped, "")
	}
}
