package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// How a click is ordered, and what becomes of one that changed nothing.

// sendAgain is about a click that the agent has not carried out.
func (e *Engine) sendAgain(en *memory.Entry, s rules.Setting, c page.Control, si sight) activity {
	// What replaced a control is there at once; what lies over it, or works on it, may take a while to go away.
	if (e.doc.declined != en.ID || e.doc.objection != Gone) && !e.reached(en.Clicked+sendPatience*int64(en.Sent)) {
		return busy
	}
	e.doc.declined = ""
	switch {
	case e.doc.objection == IsLink || e.doc.objection == IsSubmit || e.doc.objection == IsShared:
		return e.decide(en, memory.NeedsYou, string(rules.WrongKind))
	case !si.quiet:
		if !e.reached(si.since + lockPatience) {
			return busy
		}
		return e.decide(en, memory.Locked, "")
	case en.Sent >= maxSends && e.doc.objection == Covered:
		return e.decide(en, memory.NeedsYou, memory.WhyCovered)
	case en.Sent >= maxSends:
		return e.decide(en, memory.NeedsYou, memory.WhyUnstable)
	}
	en.Sent++
	e.order(en, s, c)
	return busy
}

// clickedInVain is about a control that was clicked in this document and is, or is again, as it was.
func (e *Engine) clickedInVain(en *memory.Entry, s rules.Setting, c page.Control, si sight) activity {
	if status, answered := e.answer(en, s); answered && (status < 200 || status > 299) {
		e.noteRefusedSave(en, status)
	}
	since := en.Clicked + reactPatience
	if en.Looked { // it flipped back
		if en.Turned < en.Clicked || si.since > en.Turned {
			en.Turned = si.since
		}
		since = en.Turned + backOff*int64(en.Tries)
	}
	if spent := en.Tries >= mostTries(en) || en.Clicks >= maxRefusedTries; spent || (!c.Enabled && e.reached(since+controlPatience)) {
		if _, answered := e.answer(en, s); spent && !answered && !e.reached(en.Clicked+savePatience) {
			return busy // the switch may turn only when the save is answered
		}
		en.AwaitsProof = true // a fresh load tells
		return done
	}
	if !e.reached(max(since, e.state.Run.Hold)) || !c.Enabled {
		return busy
	}
	return e.click(en, s, c)
}

// mostTries is how often a setting may be clicked in the whole run.
func mostTries(en *memory.Entry) int {
	if en.SaveRefused {
		return maxRefusedTries + en.Further
	}
	return maxTries + en.Further
}

// nextBox is about a list of which one box was clicked in this document and turned, while another is not yet as the run
// wants it. That one is clicked when the save of the first has answered. It reports whether there was such a box.
func (e *Engine) nextBox(en *memory.Entry, s rules.Setting, c page.Control) (activity, bool) {
	doc := e.state.Run.Doc
	if s.Match != rules.Boxes || en.ClickIn != doc || en.AwaitsProof || nameFor(s, c, *e.doc.snap) == en.Name {
		return done, false
	}
	for _, box := range e.doc.snap.Controls {
		if box.Visible && nameFor(s, box, *e.doc.snap) == en.Name && box.Clicks >= en.Clicks {
			en.Carried = true
		}
	}
	// Whatever stops the run now, this box was turned, and an undo has to know.
	rec := e.record(en.ID)
	en.Booked(&rec)
	e.state.Settings[en.ID] = rec
	switch a := e.awaitSave(en, s); {
	case a == busy || en.Asked || (en.SaveRefused && !en.Acked):
		return a, !en.Asked
	case c.Clicks >= maxRefusedTries:
		return done, true // this one was turned as often as is allowed in one document: a fresh load tells
	}
	en.ClickIn, en.Looked, en.AwaitsProof = "", false, false
	en.Further++
	return done, false
}

// click orders a click. The state that says so is stored before the agent is told.
func (e *Engine) click(en *memory.Entry, s rules.Setting, c page.Control) activity {
	if doc := e.state.Run.Doc; en.ClickIn != doc {
		en.ClickIn, en.Clicks = doc, c.Clicks
	}
	en.Clicks++
	en.Tries++
	en.Sent = 1
	en.Clicked = e.now
	en.Acked, en.Carried = false, false
	en.Saves = e.saves(s)
	rec := e.record(en.ID)
	if e.state.Run.Purpose == memory.Undo {
		rec.Outcome, rec.Why = memory.Unchecked, memory.WhyUndoStopped // it is not off any more, and not proved to be on
		rec.Clicked = e.now
	} else if en.Tries == 1 {
		rec.NoteBefore()
	}
	e.state.Settings[en.ID] = rec
	e.order(en, s, c)
	e.reached(en.Clicked + sendPatience)
	return busy
}

// nameFor is the name by which the agent is to know a setting's control again.
func nameFor(s rules.Setting, c page.Control, snap page.Snapshot) string {
	switch {
	case s.ByParts():
		return rules.NameOf(c, snap)
	case s.Matches(c):
		return s.Key
	}
	return nameOf(c)
}

func (e *Engine) order(en *memory.Entry, s rules.Setting, c page.Control) {
	r := e.state.Run
	en.Name = nameFor(s, c, *e.doc.snap)
	isOn := r.Wanted() == page.Off && s.Match != rules.Option // an option is clicked to choose it, whatever the setting is turned to
	e.do(Click{Tab: r.Tab, Doc: r.Doc, Path: e.doc.snap.Path, Ref: c.Ref, Key: en.Name, N: en.Clicks, On: isOn})
}

// answered takes in what an agent did about a click. That it clicked shows in its next snapshot; that it did not is
// cause to look again at once.
func (e *Engine) answered(ev Event) {
	r := e.state.Run
	if !r.Going() || ev.Tab != r.Tab || ev.Click.Doc != r.Doc || ev.Click.Done {
		return
	}
	for _, en := range r.Ledger {
		if en.ClickIn == r.Doc && en.Name == ev.Click.Key && en.Clicks == ev.Click.N {
			e.doc.declined, e.doc.objection = en.ID, ev.Click.Why
		}
	}
}
