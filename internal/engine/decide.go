package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/regions"
	"offswitch/internal/rules"
)

// How often a setting is clicked, and how long is waited for what follows, in milliseconds.
const (
	doublePatience  = 2_000 // for the second of two controls to go away
	lockPatience    = 3_000 // for a disabled control to become enabled
	reactPatience   = 5_000 // for a control to turn after a click
	sendPatience    = 1_000 // for the agent to say that it has clicked
	backOff         = 2_000 // after a save that did not hold, once for each try
	maxSends        = 6     // how often one click is sent to an agent that does not carry it out
	maxTries        = 3     // clicks on one setting in one run
	maxRefusedTries = 2     // the same, when LinkedIn refused a save; and clicks in one document
)

// activity is how a setting stands in the visit that is on.
type activity int

const (
	done    activity = iota // nothing more to do in this document
	waiting                 // the page has to show more; others may go first
	busy                    // a click or its save is on its way; others have to wait
)

// readControls looks after the settings of the page, one change at a time, and reports whether it went on to another
// page.
func (e *Engine) readControls() bool {
	r := e.state.Run
	doc, left := r.Doc, false
	for i := range r.Ledger {
		en := &r.Ledger[i]
		if stage := en.Stage(doc); en.Page != r.Visit().Page || stage == memory.Decided || stage == memory.ToProve {
			continue
		}
		a := e.readEntry(en)
		if r.Doc != doc {
			return true // the page is being loaded again
		}
		if a == busy {
			return false
		}
		left = left || a == waiting
	}
	if left {
		return false
	}
	e.leave()
	return true
}

// readEntry decides what is to be done about one setting, from what its page shows now: whether its control is there
// and alone (readMissing), whether it shows what the run wants (readWanted: believe it, or wait for the save) or not
// (readUnwanted: click, wait, or give up).
func (e *Engine) readEntry(en *memory.Entry) activity {
	s, _ := e.find(en.ID)
	if en.ByHand {
		return e.readByHand(en, s)
	}
	c, verdict := rules.Locate(s, *e.doc.snap, e.table)
	if verdict != rules.Found {
		*e.doc.sightOf(en.ID) = sight{id: en.ID}
		return e.readMissing(en, s, verdict)
	}
	si := e.sight(en.ID, c)
	rec := e.record(en.ID)
	if e.outdated(en, rec, c) {
		en.UnwantedIn, en.AwaitsProof = e.state.Run.Doc, true
		return done
	}
	rec.Saw(c.State, e.now)
	e.state.Settings[en.ID] = rec
	switch c.State {
	case page.Unknown:
		return e.readUnclear(en, si)
	case e.state.Run.Wanted():
		return e.readWanted(en, s, c, si)
	}
	return e.readUnwanted(en, s, c, si)
}

// outdated reports whether another tab has shown the setting in another position since this document was loaded.
func (e *Engine) outdated(en *memory.Entry, rec memory.Record, c page.Control) bool {
	return en.Untouched(e.state.Run.Doc) && c.Moved == 0 &&
		rec.State != page.Unknown && rec.State != c.State && rec.Seen > e.doc.snap.Born
}

// decide gives a setting its outcome and is done with it.
func (e *Engine) decide(en *memory.Entry, o memory.Outcome, why string) activity {
	e.conclude(en, o, why)
	return done
}

// readMissing is about a setting whose control is not there, or not alone.
func (e *Engine) readMissing(en *memory.Entry, s rules.Setting, v rules.Verdict) activity {
	r := e.state.Run
	patience := int64(controlPatience)
	if v == rules.Several {
		patience = doublePatience
	}
	since := r.Landed
	if en.ClickIn == r.Doc {
		since = max(since, en.Clicked)
	}
	if !e.reached(since + patience) {
		return waiting
	}
	switch {
	case en.Stage(r.Doc) != memory.Unread && en.Touched():
		en.AwaitsProof = true // it went away after the click; a fresh load tells
		return done
	case v != rules.None:
		return e.decide(en, memory.NeedsYou, string(v))
	case len(e.doc.snap.Controls) == 0 && r.Visit().Loads < maxOrders:
		// LinkedIn's pages can stay a skeleton for ever in a tab that saw many;
		// a fresh one cures it.
		e.open()
		return busy
	}
	if _, ok := e.likely(s); ok {
		return e.decide(en, memory.NeedsYou, memory.WhyLabelOnly)
	}
	if e.absenceIsNormal(s) {
		return e.decide(en, memory.NotOffered, memory.WhyRedirected)
	}
	return e.decide(en, memory.NotFound, "")
}

// absenceIsNormal reports whether LinkedIn may well not show the setting here.
func (e *Engine) absenceIsNormal(s rules.Setting) bool {
	o, ok := rules.Offered(s, e.state.Run.Region, regions.DateOf(e.now))
	return !ok || o.Uncertain
}

// readUnclear is about a control that does not say whether it is on.
func (e *Engine) readUnclear(en *memory.Entry, si sight) activity {
	r := e.state.Run
	switch {
	case e.reached(max(r.Landed, si.since, en.Clicked, r.Hold) + controlPatience):
		return e.decide(en, memory.NeedsYou, memory.WhyUnclear)
	case en.ClickIn == r.Doc:
		return busy // it may be on its way
	}
	return waiting
}

// readWanted is about a control that is as the run wants it: off, or on when it undoes.
func (e *Engine) readWanted(en *memory.Entry, s rules.Setting, c page.Control, si sight) activity {
	doc := e.state.Run.Doc
	if c.Moved != 0 && en.Untouched(doc) {
		// It was turned in this very document before it was read, by the person or
		// by the page's program when it took over what a server had drawn wrong.
		en.UnwantedIn = doc
		if c.Moved <= e.doc.readyAt+beliefPatience {
			en.AwaitsProof = true
			return done
		}
	}
	if en.Stage(doc) == memory.Unread {
		return e.prove(en, si)
	}
	return e.awaitSave(en, s)
}

// prove is about a control that shows what the run wants in a document in which it was never otherwise: that is proof,
// as soon as the document can be believed.
func (e *Engine) prove(en *memory.Entry, si sight) activity {
	switch {
	case !e.believable(si):
		return waiting
	case e.state.Run.Purpose == memory.Undo:
		return e.decide(en, memory.StillOn, memory.WhyUndone)
	case en.Touched():
		return e.decide(en, memory.TurnedOff, "")
	}
	return e.decide(en, memory.AlreadyOff, "")
}

// awaitSave is about a control that was turned in this very document: the page is left when the save has answered, and
// a later load proves it.
func (e *Engine) awaitSave(en *memory.Entry, s rules.Setting) activity {
	e.unmark()
	if !en.Looked {
		en.Looked, en.Turned = true, e.now
	}
	switch status, answered := e.answer(en, s); {
	case answered && status >= 200 && status < 300:
		en.Acked = true
		e.state.Run.RefusedSaves = 0
	case answered:
		if !e.reached(en.Turned + clickPatience) {
			return busy // it may flip back
		}
		e.noteRefusedSave(en, status)
	case !e.reached(en.Turned + savePatience):
		return busy
	}
	en.AwaitsProof = true
	return done
}

// readUnwanted is about a control that is not yet as the run wants it: still on, or, in an undo, still off.
func (e *Engine) readUnwanted(en *memory.Entry, s rules.Setting, c page.Control, si sight) activity {
	r := e.state.Run
	if en.Stage(r.Doc) == memory.Unread {
		if a, over := e.readAfresh(en, si); over {
			return a
		}
	}
	stage := en.Stage(r.Doc)
	clicked := en.ClickIn == r.Doc
	switch {
	case r.Purpose == memory.Check:
		return e.decide(en, memory.StillOn, memory.WhyChecked)
	case r.Purpose == memory.Undo && !e.record(en.ID).Ours:
		en.Outcome = memory.Skipped // the person turned it meanwhile, and what is known of it stays known
		return done
	case e.doc.marked == en.ID:
		e.mark(en, c) // it is the person's turn
		return busy
	case !c.Enabled && !clicked:
		if !e.reached(si.since + lockPatience) {
			return waiting
		}
		return e.decide(en, memory.Locked, "")
	case e.doc.snap.Dialog:
		if !e.reached(r.Landed + controlPatience) {
			return waiting
		}
		return e.decide(en, memory.NeedsYou, memory.WhyDialog)
	case !e.reached(r.Hold):
		return busy
	case r.Guided():
		en.Looked, en.Saves = false, e.saves(s)
		e.mark(en, c)
		return busy
	case stage == memory.Seen:
		return e.click(en, s, c)
	case clicked && c.Clicks < en.Clicks:
		return e.sendAgain(en, s, c, si)
	}
	return e.clickedInVain(en, s, c, si) // it was ordered and did not turn, or it turned and is back
}

// readAfresh takes in that a document shows the setting as it is not wanted, as soon as the document can be believed,
// and reports whether there is nothing more to do about it now. If the run had turned the setting, it did not hold.
func (e *Engine) readAfresh(en *memory.Entry, si sight) (a activity, over bool) {
	r := e.state.Run
	ready := si.late || e.usable(si, clickPatience)
	if en.AwaitsProof {
		ready = e.believable(si) // a page that is not alive yet must not make a failure of a success
	}
	if !ready {
		return waiting, true
	}
	if en.AwaitsProof && en.Touched() && (r.Guided() || en.Tries >= mostTries(en)) {
		return e.giveUp(en), true
	}
	if r.Purpose != memory.Undo && !en.Touched() {
		rec := e.record(en.ID)
		rec.NoteChange(e.now, page.On, rec.Turner())
		e.state.Settings[en.ID] = rec
	}
	en.UnwantedIn, en.Looked, en.AwaitsProof = r.Doc, false, false
	return done, false
}

// giveUp is about a setting that was turned as often as is allowed, and that a fresh load shows as it was before.
func (e *Engine) giveUp(en *memory.Entry) activity {
	if e.state.Run.Purpose == memory.Undo {
		return e.decide(en, memory.TurnedOff, memory.WhyNotUndone)
	}
	switch en.Evidence() {
	case memory.SawTurned, memory.SawAcknowledged:
		why := ""
		if en.SaveRefused {
			why = memory.WhyRefused
		}
		return e.decide(en, memory.NotSaved, why)
	}
	return e.decide(en, memory.StillOn, memory.WhyNoReaction)
}

// sendAgain is about a click that the agent has not carried out.
func (e *Engine) sendAgain(en *memory.Entry, s rules.Setting, c page.Control, si sight) activity {
	if e.doc.declined != en.ID && !e.reached(en.Clicked+sendPatience*int64(en.Sent)) {
		return busy
	}
	e.doc.declined = ""
	switch {
	case !c.Enabled:
		if !e.reached(si.since + lockPatience) {
			return busy
		}
		return e.decide(en, memory.Locked, "")
	case en.Sent >= maxSends:
		return e.decide(en, memory.NeedsYou, memory.WhyUnstable)
	}
	en.Sent++
	e.order(en, s, c)
	return busy
}

// clickedInVain is about a control that was clicked in this document and has not turned, or has turned back.
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
	if en.Tries >= mostTries(en) || en.Clicks >= maxRefusedTries || (!c.Enabled && e.reached(since+controlPatience)) {
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
	en.Clicked, en.Acked = e.now, false
	en.Saves = e.saves(s)
	e.order(en, s, c)
	e.reached(en.Clicked + sendPatience)
	return busy
}

func (e *Engine) order(en *memory.Entry, s rules.Setting, c page.Control) {
	r := e.state.Run
	e.do(Click{Tab: r.Tab, Doc: r.Doc, Path: e.doc.snap.Path, Ref: c.Ref, Key: s.Key, N: en.Clicks, On: r.Wanted() == page.Off})
}

// answered takes in what an agent did about a click. That it clicked shows in its next snapshot; that it did not is
// cause to look again at once.
func (e *Engine) answered(ev Event) {
	r := e.state.Run
	if !r.Going() || ev.Tab != r.Tab || ev.Click.Doc != r.Doc || ev.Click.Done {
		return
	}
	for _, en := range r.Ledger {
		if s, _ := e.find(en.ID); s.Key == ev.Click.Key && en.Clicks == ev.Click.N {
			e.doc.declined = en.ID
		}
	}
}
