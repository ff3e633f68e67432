package engine

import (
	"offswitch/internal/page"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// How long a run waits, in milliseconds, and how often it tries.
const (
	openPatience    = 15_000      // for the browser to open a tab
	loadPatience    = 45_000      // for a page to say anything
	silentPatience  = 6_000       // for an agent on a page that the browser calls loaded
	runPatience     = 45 * minute // for a whole run in which nobody has to be waited for
	maxLooks        = 20          // Looks in a row that an agent does not answer, before the page counts as dead
	lookPatience    = 500         // for an agent to answer a Look
	resumePatience  = 3_000       // for an agent to speak again after the background was restarted
	controlPatience = 20_000      // for a control to appear; others have seen LinkedIn take that long
	maxLoads        = 4           // loads of one page in one visit, LinkedIn's own included
	maxOrders       = 2           // loads of one page in one visit that the run orders
	maxRefused      = 3           // settings in a row whose save is refused, before the run gives up
)

func (e *Engine) start(p Purpose, granted bool, ids []wire.Value) {
	if !e.mayBegin(granted) {
		return
	}
	c := e.state.Choices
	r := &Run{Purpose: p, Phase: Running, Mode: c.Mode, Region: c.Region, Level: c.Level, Started: e.now}
	if p == Undo {
		e.planUndo(r, ids)
		if len(r.Ledger) == 0 {
			e.refusal = "nothing-to-undo"
			return
		}
	} else {
		e.planRun(r)
	}
	e.begin(r)
}

// mayBegin reports whether a run may begin now, and notes why not.
func (e *Engine) mayBegin(granted bool) bool {
	switch {
	case e.state.Run.on():
		e.refusal = "already-running"
	case !granted:
		e.refusal = "no-permission"
	case e.state.Choices.Region == "":
		e.refusal = "no-choices"
	default:
		return true
	}
	return false
}

func (e *Engine) begin(r *Run) {
	e.state.Run = r
	e.state.Tried = e.now
	if len(r.Visits) == 0 {
		e.finish()
		return
	}
	e.open()
}

func (r *Run) entry(id string) *Entry {
	for i := range r.Ledger {
		if r.Ledger[i].ID == id {
			return &r.Ledger[i]
		}
	}
	return nil
}

// open loads the visit's page in a fresh tab, in place of the one before.
func (e *Engine) open() {
	r := e.state.Run
	old := r.Tab
	e.loading()
	r.Tab = 0
	e.waiting = nil
	e.do(Open{URL: page.Origin + r.visit().Page, Close: old})
}

// load loads the visit's page in the run's tab.
func (e *Engine) load() {
	r := e.state.Run
	reload := e.snap != nil && page.Same(e.snap.Path, r.visit().Page)
	e.loading()
	e.do(Go{Tab: r.Tab, URL: page.Origin + r.visit().Page, Reload: reload})
}

// loadAgain loads a page that was lost with the background, which is not the
// page's fault and so not counted.
func (e *Engine) loadAgain() {
	e.state.Run.visit().Loads--
	e.load()
}

// loading says goodbye to the document that is there.
func (e *Engine) loading() {
	r := e.state.Run
	if r.Doc != "" {
		r.Past = r.Doc
	}
	r.visit().Loads++
	r.visit().Read = false
	e.begun = false
	r.Doc, r.Ordered, r.Landed = "", e.now, 0
	e.forget()
}

// forget drops what was remembered of a document.
func (e *Engine) forget() {
	e.snap, e.readyAt, e.loadedAt, e.asked, e.looks, e.marked, e.declined = nil, 0, 0, 0, 0, "", ""
	e.sights, e.owned = nil, false
}

// advance goes as far as it can without waiting. When the time for a decision
// has come it asks for a fresh snapshot first: what a page does to a control's
// state without an event or a mutation would go unseen otherwise.
func (e *Engine) advance(timed bool) {
	if r := e.state.Run; timed && r.Doc != "" && e.snap != nil && e.asked == 0 {
		if e.due == 0 || !e.by(e.due) {
			return
		}
		e.asked = e.now
		e.do(Look{Tab: r.Tab})
	}
	if e.asked != 0 {
		if !e.by(e.asked + lookPatience) {
			return
		}
		// Nothing is concluded from what may no longer be so.
		if e.looks++; e.looks < maxLooks {
			e.asked = e.now
			e.do(Look{Tab: e.state.Run.Tab})
			e.by(e.asked + lookPatience)
			return
		}
		e.asked = 0
	}
	for e.state.Run.on() && e.turn() {
	}
	e.due = e.wake
}

// turn does one thing, and reports whether there may be another to do at once.
func (e *Engine) turn() bool {
	r := e.state.Run
	switch {
	case r.Tab == 0:
		return e.awaitTab()
	case r.Doc == "":
		return e.awaitPage()
	case e.snap == nil:
		if !e.by(e.resumed + resumePatience) {
			return false
		}
		e.loadAgain()
		return true
	case e.looks >= maxLooks:
		e.looks = 0
		if r.visit().Loads < maxOrders {
			e.load()
		} else {
			e.giveUpPage(Unreachable, WhyNoAnswer)
		}
		return true
	}
	return e.read()
}

// read reads the page that is there.
func (e *Engine) read() bool {
	r := e.state.Run
	v := r.visit()
	if !r.guided() {
		e.by(e.now + minute) // a longer silence would be taken for a sleep
	}
	switch kind := page.KindOf(e.snap.Path); {
	case !r.guided() && e.by(r.Started+r.Slept+runPatience):
		e.stop(ByLength)
	case kind == page.SignIn:
		e.stop(BySignOut)
	case kind == page.Challenge:
		e.stop(ByChallenge)
	case v.Loads > maxLoads:
		e.giveUpPage(Unreachable, WhyLoop)
	case !page.Same(e.snap.Path, v.Page):
		if v.Read {
			e.stop(ByLeaving)
			return false
		}
		// A page may still be on its way to the address that was asked for.
		if !e.snap.Ready && !e.by(r.Landed+controlPatience) {
			return false
		}
		if kind == page.Category {
			e.giveUpPage(NotOffered, WhyRedirected)
		} else {
			e.giveUpPage(Unreachable, WhyElsewhere)
		}
	case e.snap.Status >= 400:
		if !e.snap.Ready && !e.by(r.Landed+controlPatience) {
			return false
		}
		if e.snap.Status == tooMany && !e.by(r.Landed+holdOff) {
			return false
		}
		if v.Loads < maxOrders {
			e.load()
		} else {
			e.giveUpPage(Unreachable, WhyErrorPage)
		}
	case v.Rows:
		v.Read = true
		return e.readCategory()
	default:
		v.Read = true
		return e.attributed() && e.readControls()
	}
	return true
}

// giveUpPage gives every open setting of the page the same outcome and goes on.
// What was changed there is not proved, whatever the page has become.
func (e *Engine) giveUpPage(o Outcome, why string) {
	r := e.state.Run
	for i := range r.Ledger {
		if en := &r.Ledger[i]; en.Page == r.visit().Page && en.Outcome == "" {
			if en.touched() {
				e.conclude(en, Unchecked, r.notProved())
			} else {
				e.conclude(en, o, why)
			}
		}
	}
	e.leave()
}

// leave goes on to the next page, or ends the run.
func (e *Engine) leave() {
	r := e.state.Run
	e.unmark()
	if r.changedOn(r.visit().Page) && !r.provesLater(r.visit().Page) {
		r.Visits = append(r.Visits, Visit{Page: r.visit().Page, Proving: true})
	}
	if r.Refused >= maxRefused {
		// What was changed is still proved; nothing new is begun.
		for r.At+1 < len(r.Visits) && !r.Visits[r.At+1].Proving {
			r.Visits = append(r.Visits[:r.At+1], r.Visits[r.At+2:]...)
		}
	}
	if r.At+1 == len(r.Visits) {
		if r.Refused >= maxRefused || r.anyOpen() {
			e.stop(ByRefusal)
		} else {
			e.finish()
		}
		return
	}
	r.At++
	e.load()
}

// anyOpen reports whether there are settings left of which nothing is known:
// their pages were struck out when LinkedIn refused too much.
func (r *Run) anyOpen() bool {
	for _, en := range r.Ledger {
		if en.Outcome == "" {
			return true
		}
	}
	return false
}

func (r *Run) changedOn(path string) bool {
	for _, en := range r.Ledger {
		if en.Page == path && en.Changed && en.Outcome == "" {
			return true
		}
	}
	return false
}

func (r *Run) provesLater(path string) bool {
	for _, v := range r.Visits[r.At+1:] {
		if v.Page == path && v.Proving {
			return true
		}
	}
	return false
}

func (e *Engine) skip() {
	r := e.state.Run
	if !r.on() || e.marked == "" {
		return
	}
	if en := r.entry(e.marked); en != nil {
		e.conclude(en, Skipped, "")
	}
}

// conclude gives a setting its outcome in this run, and remembers it.
func (e *Engine) conclude(en *Entry, o Outcome, why string) {
	en.Outcome, en.Why = o, why
	rec := e.record(en.ID)
	clicked := rec.unproved()
	if n := len(rec.History); en.Tries > 0 && (n == 0 || rec.History[n-1].To == page.On) {
		clicked = en.Clicked
	}
	rec.Outcome, rec.Why = o, why
	if en.Clicked > rec.Clicked {
		rec.Clicked = en.Clicked
	}
	switch {
	case o == AlreadyOff || (o == TurnedOff && why == ""):
		e.proved(en, &rec, clicked)
	case o == StillOn && why == WhyUndone:
		rec.changed(e.now, page.On, Us)
	case o == NotSaved:
		e.refused(en, 0)
	}
	e.state.Settings[en.ID] = rec
}

// proved notes that a fresh load showed the setting off, after this extension
// clicked it at a moment, or at 0 if it did not.
func (e *Engine) proved(en *Entry, rec *Record, clicked int64) {
	by, at := Elsewhere, e.now
	switch {
	case clicked != 0:
		by, at = Us, clicked
		rec.Ours = true
	case en.Looked:
		by = Person
	}
	rec.changed(at, page.Off, by)
	rec.State, rec.Seen, rec.Proved = page.Off, e.now, e.snap.Born
	e.state.Run.Refused = 0
	for _, id := range rules.Coupled(en.ID) {
		if en.touched() {
			e.readAgain(id)
		}
	}
}

// readAgain forgets what was concluded about a setting that another one's
// change may have changed.
func (e *Engine) readAgain(id string) {
	r := e.state.Run
	en := r.entry(id)
	switch rec, known := e.state.Settings[id]; {
	case en != nil && en.Outcome != "" && en.Outcome != Skipped && en.Outcome != NotOffered:
		en.Outcome, en.Why = "", ""
		r.Visits = append(r.Visits, Visit{Page: en.Page, Proving: true})
	case en == nil && known && rec.Outcome != NotOffered:
		rec.Outcome, rec.Why = Unchecked, WhyCoupled
		e.state.Settings[id] = rec
	}
}

// finish ends a run that came to its end.
func (e *Engine) finish() { e.close(Ended, "") }

// stop ends a run before its end. What was proved stays proved; nothing else
// is called done.
func (e *Engine) stop(why string) {
	e.unmark()
	r := e.state.Run
	outcome := Unchecked
	switch why {
	case BySignOut:
		outcome = SignedOut
	case ByChallenge:
		outcome = Challenged
	}
	for i := range r.Ledger {
		en := &r.Ledger[i]
		if en.Outcome != "" {
			continue
		}
		o, rest := outcome, ""
		known := e.state.Settings[en.ID]
		proved := known.Outcome.Proved()
		switch {
		case en.touched():
			rest = r.notProved()
		case r.Purpose == Undo, proved && known.State != page.On, !proved && known.Outcome != "" && o == Unchecked && en.FromIn == "":
			en.Outcome, en.Why = o, WhyStopped // and what is known stays known
			continue
		case o == Unchecked:
			rest = WhyStopped
			if en.FromIn != "" {
				o = StillOn
			}
		}
		e.conclude(en, o, rest)
	}
	e.close(Stopped, why)
}

func (e *Engine) close(p Phase, why string) {
	r := e.state.Run
	r.Phase, r.Why, r.Ended = p, why, e.now
	if p == Ended {
		e.state.Checked = e.now
	}
	e.do(Watch{0})
	switch why {
	case ByClosing, ByLeaving, ByRestart:
		// The person has turned to something else.
	case BySignOut, ByChallenge, ByAccount:
		e.do(Show{"report"})
	default:
		e.do(Show{"report"})
		if r.Tab != 0 {
			e.do(Close{r.Tab})
		}
	}
	e.forget()
}
