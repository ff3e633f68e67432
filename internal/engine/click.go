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
		return maxRefusedTries
	}
	return maxTries
}

// click orders a click. The state that says so is stored before the agent is told.
func (e *Engine) click(en *memory.Entry, s rules.Setting, c page.Control) activity {
	if doc := e.state.Run.Doc; en.ClickIn != doc {
		en.ClickIn, en.Clicks = doc, 0
	}
	en.Clicks++
	en.Tries++
	en.Sent = 1
	en.Clicked = e.now
	en.Acked, en.Carried = false, false
	en.Saves = e.saves(s)
	if e.state.Run.Purpose == memory.Undo {
		rec := e.record(en.ID)
		rec.Outcome, rec.Why = memory.Unchecked, memory.WhyUndoStopped // it is not off any more, and not proved to be on
		e.state.Settings[en.ID] = rec
	}
	e.order(en, s, c)
	e.reached(en.Clicked + sendPatience)
	return busy
}

// nameFor is the name by which the agent is to know a setting's control again.
func nameFor(s rules.Setting, c page.Control) string {
	if s.Matches(c) {
		return s.Key
	}
	return nameOf(c)
}

func (e *Engine) order(en *memory.Entry, s rules.Setting, c page.Control) {
	r := e.state.Run
	e.do(Click{Tab: r.Tab, Doc: r.Doc, Path: e.doc.snap.Path, Ref: c.Ref, Key: nameFor(s, c), N: en.Clicks, On: r.Wanted() == page.Off})
}

// answered takes in what an agent did about a click. That it clicked shows in its next snapshot; that it did not is
// cause to look again at once.
func (e *Engine) answered(ev Event) {
	r := e.state.Run
	if !r.Going() || ev.Tab != r.Tab || ev.Click.Doc != r.Doc || ev.Click.Done {
		return
	}
	for _, en := range r.Ledger {
		s, _ := e.find(en.ID)
		meant := s.Key == ev.Click.Key || (s.Match == rules.Sole && en.ClickIn == r.Doc)
		if meant && en.Clicks == ev.Click.N {
			e.doc.declined, e.doc.objection = en.ID, ev.Click.Why
		}
	}
}
