package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/page"
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
	if e.cached() && !r.ClickedIn(doc) && e.reloadOnce() {
		return true // what a cache kept says nothing of today, neither that it is off nor that it is on
	}
	for i := range r.Ledger {
		if en := &r.Ledger[i]; en.Page == r.Visit().Page && e.lookAgain(en) == waiting {
			left = true
		}
	}
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

// lookAgain takes a proof back, of this run or from before, that the page shows to be no longer true, as soon as that can
// be believed: nothing is concluded once and for all.
func (e *Engine) lookAgain(en *memory.Entry) activity {
	rec := e.record(en.ID)
	if !rec.Outcome.Proved() || en.ByHand || e.cached() {
		return done
	}
	s, _ := e.find(en.ID)
	c, verdict := rules.Locate(s, *e.doc.snap, e.table)
	if verdict != rules.Found || (e.doc.snap.Born < rec.Proved && c.Moved <= rec.Proved) {
		return done
	}
	// What an undo looks for among options is not what the rule looks for, and is timed apart.
	si := e.sight("again "+en.ID, c)
	if c.State != page.On {
		return done
	}
	by := rec.Turner()
	if c.Moved != 0 && c.ByHand {
		by = memory.Person
	}
	switch undo := e.state.Run.Purpose == memory.Undo; {
	case by == memory.Person && en.Outcome != "":
	case undo && !e.usable(si, beliefPatience):
		return done // it waits for that itself
	case !undo && !e.usable(si, e.unwantedPatience(en)):
		return waiting
	}
	rec.NoteChange(e.now, page.On, by)
	rec.Saw(page.On, e.now)
	rec.Outcome, rec.Why = memory.StillOn, ""
	e.state.Settings[en.ID] = rec
	switch {
	case en.Outcome == "":
	case by == memory.Person:
		en.Reopen()
		e.conclude(en, memory.StillOn, "") // the person wants it on
	default:
		e.takeBack(en)
	}
	return done
}

// readEntry decides what is to be done about one setting, from what its page shows now: whether its control is there
// and alone (readMissing), whether it shows what the run wants (readWanted: believe it, or wait for the save) or not
// (readUnwanted: click, wait, or give up).
func (e *Engine) readEntry(en *memory.Entry) activity {
	s, _ := e.find(en.ID)
	if en.ByHand {
		return e.readByHand(en, s)
	}
	c, verdict := e.locate(en, s)
	switch {
	case verdict == rules.Unnamed && e.state.Run.Purpose != memory.Undo && !en.Touched():
		return e.readUnnamed(en, s)
	case verdict != rules.Found:
		*e.doc.sightOf(en.ID) = sight{id: en.ID}
		return e.readMissing(en, s, verdict)
	}
	si := e.sight(en.ID, c)
	rec := e.record(en.ID)
	if e.outdated(en, rec, c) {
		en.UnwantedIn, en.AwaitsProof = e.state.Run.Doc, true
		return done
	}
	if !e.cached() || c.Moved != 0 {
		rec.Saw(c.State, max(e.doc.snap.Born, c.Moved))
	}
	rec.Chosen = rules.Chosen(s, *e.doc.snap)
	e.state.Settings[en.ID] = rec
	if en.ClickIn == e.state.Run.Doc && c.Clicks >= en.Clicks {
		en.Carried = true
	}
	switch c.State {
	case page.Unknown:
		return e.readUnclear(en, si, rec)
	case e.state.Run.Wanted():
		return e.readWanted(en, s, c, si)
	}
	return e.readUnwanted(en, s, c, si)
}

// locate finds the control of a setting on the page that is open.
func (e *Engine) locate(en *memory.Entry, s rules.Setting) (page.Control, rules.Verdict) {
	aim := rules.Aim{Name: en.Name}
	if e.state.Run.Purpose == memory.Undo {
		aim.Former = e.record(en.ID).Before
	}
	return rules.LocateFor(aim, s, *e.doc.snap, e.table)
}

// decide gives a setting its outcome and is done with it.
func (e *Engine) decide(en *memory.Entry, o memory.Outcome, why string) activity {
	e.conclude(en, o, why)
	return done
}

// readWanted is about a control that is as the run wants it: off, or on when it undoes.
func (e *Engine) readWanted(en *memory.Entry, s rules.Setting, c page.Control, si sight) activity {
	doc := e.state.Run.Doc
	if c.Moved != 0 && c.ByHand && en.Untouched(doc) {
		en.UnwantedIn = doc // the person turned it in this very document, and another load proves it
	}
	if en.Stage(doc) != memory.Unread {
		return e.awaitSave(en, s)
	}
	if touched := e.touchedAt(*e.doc.snap); touched != 0 && si.since >= touched {
		en.AwaitsProof = true // a click on something else may have drawn it so, and another load tells
		return done
	}
	return e.prove(en, c, si)
}

// prove is about a control that shows what the run wants in a document in which it was never otherwise. That is proof
// when the document came from the server after the last change, and as soon as it can be believed: soon where LinkedIn's
// list agrees, late on the page alone. Where the list says the contrary, the page is looked at once more.
func (e *Engine) prove(en *memory.Entry, c page.Control, si sight) activity {
	r := e.state.Run
	if r.Purpose == memory.Undo {
		patience := int64(beliefPatience)
		if en.Acked {
			patience = agreePatience
		}
		switch {
		case !e.usable(si, patience):
			return waiting
		case e.cached():
			return e.decideByCopy(en)
		case !en.Touched():
			return e.decide(en, memory.StillOn, "") // somebody else had turned it on
		}
		return e.decide(en, memory.StillOn, memory.WhyUndone)
	}
	listed := e.listSays(en, true)
	patience := int64(beliefPatience)
	if listed == page.Off && en.Steady {
		patience = agreePatience
	}
	switch {
	case !si.quiet:
		if !e.reached(max(r.Landed, si.since) + controlPatience) {
			return waiting // it may not know yet
		}
		return e.decideUnproved(en, memory.Locked, "")
	case !e.reached(e.settledAt(si, c) + patience):
		return e.awaitRest(en, si)
	case e.outrun(en, e.doc.snap.Born):
		return e.loadStored(en)
	case e.cached() || e.doc.snap.Born <= en.ChangedAt():
		if e.reloadOnce() {
			return busy
		}
		return e.decideByCopy(en)
	case listed == page.On && !en.Redoubted:
		e.distrust(en.List)
		en.Redoubted = true
		e.load()
		return busy
	}
	e.hearPage(en, page.Off)
	en.Leant = e.now < e.settledAt(si, c)+beliefPatience
	if e.misdrawn(en, c) {
		e.forgetDrawn(en)
	}
	if en.Carried || en.Looked {
		e.concludeProved(en, memory.TurnedOff, memory.SawReloaded, e.doc.snap.Born)
	} else {
		e.concludeProved(en, memory.AlreadyOff, memory.SawReloaded, e.doc.snap.Born)
	}
	return done
}

// awaitRest is about a control that has not stood still for long enough.
func (e *Engine) awaitRest(en *memory.Entry, si sight) activity {
	if !e.reached(max(e.state.Run.Landed, si.since) + restPatience) {
		return waiting
	}
	return e.decideUnproved(en, memory.NeedsYou, memory.WhyRestless)
}

// decideUnproved gives a setting an outcome that says why it could not be proved to be off. One that the run changed is
// not called anything else.
func (e *Engine) decideUnproved(en *memory.Entry, o memory.Outcome, why string) activity {
	if en.Touched() {
		o, why = memory.Unchecked, e.state.Run.NotProved()
	}
	return e.decide(en, o, why)
}

// awaitSave is about a control that was turned in this very document: the page is left when the save has answered, and
// a later load proves it.
func (e *Engine) awaitSave(en *memory.Entry, s rules.Setting) activity {
	e.unmark()
	if e.doc.snap.Dialog && en.ClickIn == e.state.Run.Doc {
		en.Asked = true
	}
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
		if a, over := e.readAfresh(en, c, si); over {
			return a
		}
	}
	if a, over := e.nextBox(en, s, c); over {
		return a
	}
	stage := en.Stage(r.Doc)
	clicked := en.ClickIn == r.Doc
	switch {
	case r.Purpose == memory.Check && e.cached():
		return e.decideByCopy(en)
	case r.Purpose == memory.Check:
		return e.decide(en, memory.StillOn, memory.WhyChecked)
	case r.Purpose == memory.Undo && !e.record(en.ID).Ours:
		en.Outcome = memory.Skipped // the person turned it meanwhile, and what is known of it stays known
		return done
	case e.doc.marked == en.ID:
		if c.Ref != e.doc.markedRef {
			en.Saves++ // the box before was turned: one answer is that one's
		}
		e.mark(en, s, c) // it is the person's turn
		return busy
	case !si.quiet && !clicked:
		patience := int64(controlPatience)
		if !c.Enabled {
			patience = lockPatience
		}
		if !e.reached(si.since + patience) {
			return waiting
		}
		return e.decide(en, memory.Locked, "")
	case e.doc.snap.Dialog && clicked, e.asked():
		en.Asked = en.Asked || clicked
		return e.decide(en, memory.NeedsYou, memory.WhyDialog) // a click opened a question, and only the person answers it
	case e.doc.snap.Dialog:
		if !e.reached(r.Landed + controlPatience) {
			return waiting
		}
		return e.decide(en, memory.NeedsYou, memory.WhyDialog)
	case !e.reached(r.Hold):
		return busy
	case r.Guided():
		en.Looked, en.Saves = false, e.saves(s)
		e.mark(en, s, c)
		return busy
	case stage == memory.Seen:
		return e.click(en, s, c)
	case clicked && c.Clicks < en.Clicks:
		return e.sendAgain(en, s, c, si)
	}
	return e.clickedInVain(en, s, c, si) // it was ordered and did not turn, or it turned and is back
}

// asked reports whether a click of this run has opened a question in this document.
func (e *Engine) asked() bool {
	r := e.state.Run
	for i := range r.Ledger {
		if en := &r.Ledger[i]; en.Asked && en.ClickIn == r.Doc {
			return true
		}
	}
	return false
}

// readAfresh takes in that a document shows the setting as it is not wanted, as soon as the document can be believed,
// and reports whether there is nothing more to do about it now. If the run had turned the setting, it did not hold.
func (e *Engine) readAfresh(en *memory.Entry, c page.Control, si sight) (a activity, over bool) {
	r := e.state.Run
	if !e.usable(si, e.unwantedPatience(en)) {
		return waiting, true
	}
	if c.Moved == 0 && !e.cached() {
		e.hearPage(en, page.On)
	}
	if en.AwaitsProof && en.Touched() && (r.Guided() || en.Tries >= mostTries(en)) {
		if r.Purpose == memory.Undo && !e.reached(e.settledAt(si, c)+beliefPatience) { // to be called off, it has to be believed
			return e.awaitRest(en, si), true
		}
		return e.giveUp(en), true
	}
	if r.Purpose != memory.Undo && !en.Touched() && !e.cached() {
		rec := e.record(en.ID)
		rec.NoteChange(e.now, page.On, rec.Turner())
		if rec.Outcome.Proved() {
			rec.Outcome, rec.Why = memory.StillOn, ""
		}
		e.state.Settings[en.ID] = rec
	}
	en.UnwantedIn, en.Looked, en.AwaitsProof = r.Doc, false, false
	return done, false
}

// giveUp is about a setting that was turned as often as is allowed, and that a fresh load shows as it was before.
func (e *Engine) giveUp(en *memory.Entry) activity {
	switch {
	case e.cached():
		return e.decideByCopy(en)
	case e.state.Run.Purpose == memory.Undo:
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
