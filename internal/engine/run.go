package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/wire"
)

// How long a run waits, in milliseconds, and how often it tries.
const (
	openPatience    = 15_000             // for the browser to open a tab
	loadPatience    = 45_000             // for a page to say anything
	silentPatience  = 6_000              // for an agent on a page that the browser calls loaded
	runPatience     = 45 * memory.Minute // for a whole run in which nobody has to be waited for
	maxLooks        = 20                 // Looks in a row that an agent does not answer, before the page counts as dead
	gonePatience    = 2_000              // for an agent to say that its document is still there
	lookPatience    = 500                // for an agent to answer a Look
	resumePatience  = 3_000              // for an agent to speak again after the background was restarted
	controlPatience = 20_000             // for a control to appear; others have seen LinkedIn take that long
	gentlePause     = 6_000              // before each page but the first, at the gentle pace
	maxLoads        = 4                  // loads of one page in one visit, LinkedIn's own included
	maxOrders       = 2                  // loads of one page in one visit that the run orders
	maxRefused      = 3                  // settings in a row whose save is refused, before the run gives up
)

func (e *Engine) start(p memory.Purpose, granted bool, ids []wire.Value) {
	if !e.mayBegin(granted) {
		return
	}
	if p == memory.Undo {
		var named []string
		for _, id := range ids {
			named = append(named, id.Text())
		}
		e.startUndo(named)
		return
	}
	r := e.newRun(p)
	e.planRun(r)
	e.begin(r)
}

// startUndo begins a run that turns on again what this extension turned off: the settings named, or all of them.
func (e *Engine) startUndo(ids []string) {
	r := e.newRun(memory.Undo)
	e.planUndo(r, ids)
	if len(r.Ledger) == 0 {
		e.refusal = NothingToUndo
		return
	}
	e.begin(r)
}

// newRun is a run by the choices of today, with nothing to do yet.
func (e *Engine) newRun(p memory.Purpose) *memory.Run {
	c := e.choices()
	return &memory.Run{Purpose: p, Phase: memory.Running, Mode: c.Mode, Region: c.Region, Level: c.Level, Started: e.now}
}

// mayBegin reports whether a run may begin now, and notes why not.
func (e *Engine) mayBegin(granted bool) bool {
	switch {
	case e.state.Run.Going():
		e.refusal = AlreadyRunning
	case !granted:
		e.refusal = NoPermission
	case e.state.Choices.Region == "":
		e.refusal = NoChoices
	default:
		return true
	}
	return false
}

func (e *Engine) begin(r *memory.Run) {
	e.state.Run = r
	e.state.Tried = e.now
	for i := range r.Ledger {
		r.Ledger[i].Known = e.state.Settings[r.Ledger[i].ID].Seen != 0
	}
	if len(r.Visits) == 0 {
		e.planLooks()
	}
	if len(r.Visits) == 0 {
		e.finish()
		return
	}
	e.open()
}

// next goes on to the next visit: at once, or at the gentle pace after a rest on the page that is there.
func (e *Engine) next() {
	r := e.state.Run
	r.At++
	if e.state.Choices.Gentle {
		r.Rest = e.now + gentlePause
	} else {
		e.load()
	}
}

// rest waits until the rest is over, and then loads the visit's page.
func (e *Engine) rest() bool {
	r := e.state.Run
	if !e.reached(r.Rest) {
		return false
	}
	e.load()
	return true
}

// open loads the visit's page in a fresh tab, in place of the one before.
func (e *Engine) open() {
	if !e.mayOpen() {
		return
	}
	r := e.state.Run
	old := r.Tab
	e.loading()
	r.Tab = 0
	e.do(Open{URL: page.Origin + r.Visit().Page, Close: old})
}

// load loads the visit's page in the run's tab.
func (e *Engine) load() {
	if !e.mayOpen() {
		return
	}
	r := e.state.Run
	reload := e.doc.snap != nil && page.Same(e.doc.snap.Path, r.Visit().Page)
	e.loading()
	e.do(Go{Tab: r.Tab, URL: page.Origin + r.Visit().Page, Reload: reload})
}

// reloadOnce loads the page of the visit again, past all caches, unless that was tried.
func (e *Engine) reloadOnce() bool {
	v := e.state.Run.Visit()
	if v.Fresh {
		return false
	}
	v.Fresh = true
	e.load()
	return true
}

// loadAgain loads a page that was lost with the background, which is not the
// page's fault and so not counted.
func (e *Engine) loadAgain() {
	e.state.Run.Visit().Loads--
	e.load()
}

// loading leaves the document that is there.
func (e *Engine) loading() {
	r := e.state.Run
	if r.Doc != "" {
		r.Past = r.Doc
	}
	r.Visit().Loads++
	r.Visit().Reached = false
	e.loadBegun, e.unloaded = false, false
	r.Doc, r.Ordered, r.Landed, r.Rest = "", e.now, 0, 0
	e.doc = openDoc{}
}

// advance goes as far as it can without waiting. When the time for a decision
// has come it asks for a fresh snapshot first: what a page does to a control's
// state without an event or a mutation would go unseen otherwise.
func (e *Engine) advance(timed bool) {
	if r := e.state.Run; timed && r.SignIn == 0 && r.Rest == 0 && r.Doc != "" && e.doc.snap != nil && e.doc.asked == 0 && e.doc.gone == 0 {
		if e.due == 0 || !e.reached(e.due) {
			return
		}
		e.doc.asked = e.now
		e.do(Look{Tab: r.Tab})
	}
	if e.doc.asked != 0 && e.doc.gone == 0 {
		if !e.reached(e.doc.asked + lookPatience) {
			return
		}
		// Nothing is concluded from what may no longer be so.
		if e.doc.looks++; e.doc.looks < maxLooks {
			e.doc.asked = e.now
			e.do(Look{Tab: e.state.Run.Tab})
			e.reached(e.doc.asked + lookPatience)
			return
		}
		e.doc.asked = 0
	}
	for e.state.Run.Going() && e.turn() {
	}
	e.due = e.wake
}

// turn does one thing, and reports whether there may be another to do at once.
func (e *Engine) turn() bool {
	r := e.state.Run
	switch {
	case r.SignIn != 0:
		return !e.signsIn()
	case r.Tab == 0:
		return e.awaitTab()
	case r.Rest != 0 && (e.doc.gone == 0 || e.doc.snap == nil):
		return e.rest()
	case r.Doc == "":
		return e.awaitPage()
	case e.doc.snap == nil:
		if !e.reached(e.resumed + resumePatience) {
			return false
		}
		e.loadAgain()
		return true
	case e.doc.gone != 0:
		if e.reached(e.doc.gone + gonePatience) {
			e.stop(memory.ByLeaving)
		}
		return false
	case e.doc.looks >= maxLooks:
		e.doc.looks = 0
		if r.Visit().Loads < maxOrders {
			e.load()
		} else {
			e.giveUpPage(memory.Unreachable, memory.WhyNoAnswer)
		}
		return true
	}
	return e.read()
}

// read reads the page that is there.
func (e *Engine) read() bool {
	r := e.state.Run
	v := r.Visit()
	if !r.Guided() {
		e.reached(e.now + memory.Minute) // a longer silence would be taken for a sleep
	}
	switch kind := page.KindOf(e.doc.snap.Path); {
	case !r.Guided() && e.reached(r.Started+r.Slept+runPatience):
		e.stop(memory.ByLength)
	case kind == page.SignIn:
		e.awaitSignIn()
	case kind == page.Challenge:
		e.stop(memory.ByChallenge)
	case e.denied():
		e.stop(memory.ByDenial)
	case v.Loads > maxLoads:
		e.giveUpPage(memory.Unreachable, memory.WhyLoop)
	case !page.Same(e.doc.snap.Path, v.Page):
		if v.Reached && kind != page.Missing && (e.doc.snap.Went == 0 || e.doc.snap.ByHand) {
			e.stop(memory.ByLeaving)
			return false
		}
		// A page may still be on its way to the address that was asked for.
		if !e.doc.snap.Ready && !e.reached(r.Landed+controlPatience) {
			return false
		}
		e.ledAway(kind, e.doc.snap.Path)
	case e.doc.snap.Status >= 400:
		if !e.doc.snap.Ready && !e.reached(r.Landed+controlPatience) {
			return false
		}
		ends := e.refused() && r.TurnedAway == maxTurnedAway-1
		if !ends && e.doc.snap.Status == tooMany && !e.reached(r.Landed+holdOff) {
			return false
		}
		if !ends && v.Loads < maxOrders {
			e.load()
		} else {
			e.giveUpPage(memory.Unreachable, memory.WhyErrorPage)
		}
	case v.Look:
		e.arrived()
		return e.readLook()
	case v.Rows:
		e.arrived()
		return e.attributed() && e.readList()
	case e.unnamed():
		if !e.reached(r.Landed + controlPatience) {
			return false
		}
		e.giveUpPage(memory.Unchecked, memory.WhyNobody)
	default:
		e.arrived()
		return e.attributed() && e.readControls()
	}
	return true
}
