package engine

import (
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// How long a control is given, in milliseconds, and how often it is clicked.
const (
	calm            = 400    // a control that came with the page has to be the same for this long before it is clicked
	drawn           = 1_100  // and for this long before it is believed to be off
	unreadyPatience = 10_000 // for a page to finish loading, before its controls are used anyway
	doublePatience  = 2_000  // for the second of two controls to go away
	lockPatience    = 3_000  // for a disabled control to become enabled
	savePatience    = 5_000  // for the answer to a save, as far as the browser shows it
	reactPatience   = 5_000  // for a control to turn after a click
	sendPatience    = 1_000  // for the agent to say that it has clicked
	holdOff         = 30_000 // after LinkedIn said that there were too many requests
	backOff         = 2_000  // after a save that did not hold, once for each try
	maxSends        = 6      // how often one click is sent to an agent that does not carry it out
	maxTries        = 3      // clicks on one setting in one run
	maxRefusedTries = 2      // the same, when LinkedIn refused a save
)

// tooMany is the HTTP status by which a server asks to be left alone for a while.
const tooMany = 429

// progress is how a setting stands in the visit that is on.
type progress int

const (
	done    progress = iota // nothing more to do in this document
	waiting                 // the page has to show more; others may go first
	busy                    // a click or its save is on its way; others have to wait
)

// readControls looks after the settings of the page, one change at a time, and
// reports whether it went on to another page.
func (e *Engine) readControls() bool {
	r := e.state.Run
	doc, left := r.Doc, false
	for i := range r.Ledger {
		en := &r.Ledger[i]
		if en.Page != r.visit().Page || en.Outcome != "" || (en.Changed && en.FromIn == doc) {
			continue
		}
		p := e.readEntry(en)
		if r.Doc != doc {
			return true // the page is being loaded again
		}
		if p == busy {
			return false
		}
		left = left || p == waiting
	}
	if left {
		return false
	}
	e.leave()
	return true
}

func (e *Engine) readEntry(en *Entry) progress {
	s, _ := e.find(en.ID)
	if en.Hand {
		return e.readHand(en, s)
	}
	c, verdict := rules.Locate(s, *e.snap, e.table)
	if verdict != rules.Found {
		*e.sightOf(en.ID) = sight{id: en.ID}
		return e.missing(en, verdict)
	}
	si := e.sight(en.ID, c)
	rec := e.record(en.ID)
	if c.Moved == 0 && rec.State != c.State && rec.State != page.Unknown && rec.Seen > e.snap.Born && en.unread(e.state.Run.Doc) {
		// Another tab has shown since this document was loaded that it is otherwise.
		en.FromIn, en.Changed = e.state.Run.Doc, true
		return done
	}
	rec.saw(c.State, e.now)
	e.state.Settings[en.ID] = rec
	switch c.State {
	case page.Unknown:
	case e.state.Run.wanted():
		return e.readWanted(en, s, c, si)
	default:
		return e.readUnwanted(en, s, c, si)
	}
	r := e.state.Run
	if !e.by(max(r.Landed, si.since, en.Clicked, r.Hold) + controlPatience) {
		if en.ClickIn == r.Doc {
			return busy // it may be on its way
		}
		return waiting
	}
	return e.decide(en, NeedsYou, WhyUnclear)
}

// decide gives a setting its outcome and is done with it.
func (e *Engine) decide(en *Entry, o Outcome, why string) progress {
	e.conclude(en, o, why)
	return done
}

// missing is about a setting whose control is not there, or not alone.
func (e *Engine) missing(en *Entry, v rules.Verdict) progress {
	r := e.state.Run
	patience := int64(controlPatience)
	if v == rules.Several {
		patience = doublePatience
	}
	since := r.Landed
	if en.ClickIn == r.Doc && en.Clicked > since {
		since = en.Clicked
	}
	if !e.by(since + patience) {
		return waiting
	}
	switch {
	case en.FromIn == r.Doc && en.touched():
		en.Changed = true // it went away after the click; a fresh load tells
		return done
	case v != rules.None:
		return e.decide(en, NeedsYou, string(v))
	case len(e.snap.Controls) == 0 && r.visit().Loads < maxOrders:
		// LinkedIn's pages can stay a skeleton for ever in a tab that saw many;
		// a fresh one cures it.
		e.open()
		return busy
	}
	s, _ := e.find(en.ID)
	if _, ok := e.likely(s); ok {
		return e.decide(en, NeedsYou, WhyLabelOnly)
	}
	if e.absenceIsNormal(s) {
		return e.decide(en, NotOffered, WhyRedirected)
	}
	return e.decide(en, NotFound, "")
}

// sight tells how long the control has shown what it shows. That its node is
// replaced by an equal one is no change, but a sign that the page is alive.
func (e *Engine) sight(id string, c page.Control) sight {
	si := e.sightOf(id)
	alive := e.readyAt != 0 && e.now > e.readyAt
	switch {
	case si.since == 0 || si.state != c.State:
		*si = sight{id: id, ref: c.Ref, state: c.State, since: e.now, late: alive}
	case si.ref != c.Ref:
		si.ref = c.Ref
		si.late = si.late || alive
	}
	return *si
}

// sightOf is what is remembered of a control; its since is 0 when that is nothing.
func (e *Engine) sightOf(id string) *sight {
	for i := range e.sights {
		if e.sights[i].id == id {
			return &e.sights[i]
		}
	}
	e.sights = append(e.sights, sight{id: id})
	return &e.sights[len(e.sights)-1]
}

// usable reports whether the control is alive as far as can be told: the page
// has loaded, and the control has been the same for a while. A control that a
// server drew can be dead, or show the wrong state, until the page's own program
// takes it over.
func (e *Engine) usable(si sight, patience int64) bool {
	if e.readyAt == 0 {
		return e.by(e.state.Run.Landed + unreadyPatience)
	}
	return e.by(max(si.since, e.readyAt) + patience)
}

// believable reports whether a control that shows what the run wants can be
// believed. Nothing is lost by waiting, and too much is said by being wrong.
func (e *Engine) believable(si sight) bool {
	if si.late {
		return e.usable(si, calm)
	}
	return e.usable(si, drawn)
}

// readWanted is about a control that is as the run wants it: off, or on when
// it undoes.
func (e *Engine) readWanted(en *Entry, s rules.Setting, c page.Control, si sight) progress {
	r := e.state.Run
	if c.Moved != 0 && en.unread(r.Doc) {
		// It was turned in this very document before it was read, by the person or
		// by the page's program when it took over what a server had drawn wrong.
		en.FromIn = r.Doc
		if c.Moved <= e.readyAt+drawn {
			en.Changed = true
			return done
		}
	}
	if en.FromIn != r.Doc {
		if !e.believable(si) {
			return waiting
		}
		switch {
		case r.Purpose == Undo:
			return e.decide(en, StillOn, WhyUndone)
		case en.touched():
			return e.decide(en, TurnedOff, "")
		}
		return e.decide(en, AlreadyOff, "")
	}
	// Turned in this very document: the page is left when the save has
	// answered, and a later load proves it.
	e.unmark()
	if !en.Looked {
		en.Looked, en.Turned = true, e.now
	}
	switch status, answered := e.answer(en, s); {
	case answered && status >= 200 && status < 300:
		en.Acked = true
		r.Refused = 0
	case answered:
		if !e.by(en.Turned + calm) {
			return busy // it may flip back
		}
		e.refused(en, status)
	case !e.by(en.Turned + savePatience):
		return busy
	}
	en.Changed = true
	return done
}

// answer is the status of the newest save since the click, as far as the
// browser shows it.
func (e *Engine) answer(en *Entry, s rules.Setting) (status int, answered bool) {
	n := 0
	for _, x := range e.snap.Saves {
		if x.Key != s.Key {
			continue
		}
		if n++; n > en.Saves && x.Status != 0 {
			status, answered = x.Status, true
		}
	}
	return status, answered
}

func (e *Engine) saves(s rules.Setting) int {
	n := 0
	for _, x := range e.snap.Saves {
		if x.Key == s.Key {
			n++
		}
	}
	return n
}

// readUnwanted is about a control that is to be turned: on, or off when the run undoes.
func (e *Engine) readUnwanted(en *Entry, s rules.Setting, c page.Control, si sight) progress {
	r := e.state.Run
	if en.FromIn != r.Doc {
		ready := si.late || e.usable(si, calm)
		if en.Changed {
			ready = e.believable(si) // a page that is not alive yet must not make a failure of a success
		}
		if !ready {
			return waiting
		}
		if p, decided := e.unproved(en); decided {
			return p
		}
		if r.Purpose != Undo && !en.touched() {
			rec := e.record(en.ID)
			rec.changed(e.now, page.On, rec.turner())
			e.state.Settings[en.ID] = rec
		}
		en.FromIn, en.Looked, en.Changed = r.Doc, false, false
	}
	switch {
	case r.Purpose == Check:
		return e.decide(en, StillOn, WhyChecked)
	case r.Purpose == Undo && !e.record(en.ID).Ours:
		en.Outcome = Skipped // the person turned it meanwhile, and what is known of it stays known
		return done
	case e.marked == en.ID:
		e.mark(en, c) // the person is at it
		return busy
	case !c.Enabled && en.ClickIn != r.Doc:
		if !e.by(si.since + lockPatience) {
			return waiting
		}
		return e.decide(en, Locked, "")
	case e.snap.Dialog:
		if !e.by(r.Landed + controlPatience) {
			return waiting
		}
		return e.decide(en, NeedsYou, WhyDialog)
	case !e.by(r.Hold):
		return busy
	case r.guided():
		en.Looked, en.Saves = false, e.saves(s)
		e.mark(en, c)
		return busy
	case en.ClickIn != r.Doc:
		en.ClickIn, en.Clicks = r.Doc, 0
		return e.click(en, s, c)
	}
	return e.clickedInVain(en, s, c)
}

// unproved is about a setting that was turned, and that a fresh load shows as it was.
func (e *Engine) unproved(en *Entry) (progress, bool) {
	if !en.Changed || !en.touched() {
		return done, false
	}
	r := e.state.Run
	switch {
	case !r.guided() && en.Tries < en.mostTries():
		return done, false
	case r.Purpose == Undo:
		return e.decide(en, TurnedOff, WhyNotUndone), true
	case en.Acked || en.Looked:
		why := ""
		if en.Refused {
			why = WhyRefused
		}
		return e.decide(en, NotSaved, why), true
	}
	return e.decide(en, StillOn, WhyNoReaction), true
}

func (en *Entry) mostTries() int {
	if en.Refused {
		return maxRefusedTries
	}
	return maxTries
}

// clickedInVain is about a control that was clicked in this document and is, or
// is again, as it was.
func (e *Engine) clickedInVain(en *Entry, s rules.Setting, c page.Control) progress {
	if c.Clicks < en.Clicks {
		if e.declined != en.ID && !e.by(en.Clicked+sendPatience*int64(en.Sent)) {
			return busy
		}
		e.declined = ""
		if !c.Enabled {
			if !e.by(e.sightOf(en.ID).since + lockPatience) {
				return busy
			}
			return e.decide(en, Locked, "")
		}
		if en.Sent >= maxSends {
			return e.decide(en, NeedsYou, WhyUnstable)
		}
		en.Sent++
		e.order(en, s, c)
		return busy
	}
	if status, answered := e.answer(en, s); answered && (status < 200 || status > 299) {
		e.refused(en, status)
	}
	since := en.Clicked + reactPatience
	if en.Looked { // it flipped back
		if en.Turned < en.Clicked || e.sightOf(en.ID).since > en.Turned {
			en.Turned = e.sightOf(en.ID).since
		}
		since = en.Turned + backOff*int64(en.Tries)
	}
	if en.Tries >= en.mostTries() || en.Clicks >= maxRefusedTries || (!c.Enabled && e.by(since+controlPatience)) {
		en.Changed = true // a fresh load tells
		return done
	}
	if !e.by(max(since, e.state.Run.Hold)) || !c.Enabled {
		return busy
	}
	return e.click(en, s, c)
}

func (e *Engine) click(en *Entry, s rules.Setting, c page.Control) progress {
	en.Clicks++
	en.Tries++
	en.Sent = 1
	en.Clicked = e.now
	en.Saves = e.saves(s)
	e.order(en, s, c)
	e.by(en.Clicked + sendPatience)
	return busy
}

func (e *Engine) order(en *Entry, s rules.Setting, c page.Control) {
	r := e.state.Run
	e.do(Click{Tab: r.Tab, Doc: r.Doc, Path: e.snap.Path, Ref: c.Ref, Key: s.Key, N: en.Clicks, On: r.wanted() == page.Off})
}

// answered takes in what an agent did about a click. That it clicked shows in
// its next snapshot; that it did not is cause to look again at once.
func (e *Engine) answered(ev Event) {
	r := e.state.Run
	if !r.on() || ev.Tab != r.Tab || ev.Click.Doc != r.Doc || ev.Click.Done {
		return
	}
	for _, en := range r.Ledger {
		if s, _ := e.find(en.ID); s.Key == ev.Click.Key && en.Clicks == ev.Click.N {
			e.declined = en.ID
		}
	}
}

// refused notes that LinkedIn refused a save of the setting, once for each
// setting. When it says that there were too many requests, nothing is clicked
// for a while; how long it wants is in a header that an agent cannot see.
func (e *Engine) refused(en *Entry, status int) {
	if en.Refused {
		return
	}
	en.Refused = true
	r := e.state.Run
	r.Refused++
	if status == tooMany {
		r.Hold = e.now + holdOff
	}
}

// unread reports whether nothing was concluded or done yet about a setting, in
// this document or another.
func (en *Entry) unread(doc string) bool { return en.FromIn != doc && !en.touched() && !en.Changed }

// touched reports whether the setting was changed in this run, by whomever.
func (en *Entry) touched() bool { return en.Tries > 0 || en.Looked }

func (e *Engine) mark(en *Entry, c page.Control) {
	if e.marked == en.ID && e.markedRef == c.Ref {
		return
	}
	e.marked, e.markedRef = en.ID, c.Ref
	e.do(Mark{Tab: e.state.Run.Tab, Doc: e.state.Run.Doc, Ref: c.Ref, Text: "mark_turn_off"})
}

func (e *Engine) unmark() {
	if e.marked == "" {
		return
	}
	e.marked = ""
	r := e.state.Run
	e.do(Mark{Tab: r.Tab, Doc: r.Doc})
}
