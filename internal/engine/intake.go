package engine

import (
	"slices"

	"offswitch/internal/ascii"
	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// arrival is a snapshot from a tab.
type arrival struct {
	tab     int
	account string
	snap    page.Snapshot
}

// maxArrivals is how many snapshots are kept until it is known which tab is the run's.
const maxArrivals = 8

// openPause is how long, in milliseconds, a browser is given that refused to open a tab, or to load a page in it, before
// it is asked again.
const openPause = 1_000

// notLoaded takes in that the browser refused to open a tab, or to load a page in the one that is named. It is asked once
// more.
func (e *Engine) notLoaded(tab int) {
	r := e.state.Run
	switch {
	case !r.Going() || r.Tab != tab || r.Doc != "":
	case r.OpenFailed != 0:
		e.stop(memory.ByBrowser)
	default:
		r.OpenFailed = e.now
	}
}

func (e *Engine) opened(tab int) {
	r := e.state.Run
	if !r.Going() || r.Tab != 0 || tab == 0 {
		return
	}
	r.Tab, r.OpenFailed = tab, 0
	e.loadBegun = true
	e.do(Watch{tab})
	e.takeWaiting()
}

// takeWaiting takes in what pages said while it was not known which tab is the run's.
func (e *Engine) takeWaiting() {
	arrived := e.waiting
	e.waiting = nil
	for _, a := range arrived {
		e.received(a.tab, a.account, a.snap)
	}
}

// refusedLoad reports whether the browser refused the load that was ordered last.
func (e *Engine) refusedLoad() bool {
	r := e.state.Run
	return r.OpenFailed != 0 && r.OpenFailed >= r.Ordered
}

// replaced follows the run's tab, which goes on under another number.
func (e *Engine) replaced(tab, to int) {
	r := e.state.Run
	if !r.Going() || r.Tab != tab || tab == 0 || to == 0 {
		return
	}
	r.Tab = to
	e.putAway()
	e.do(Watch{to})
}

// putAway forgets the document of the run's tab, which the browser has thrown away to save memory. It comes back as a new
// one when the person shows the tab again, and that is no load of the run's.
func (e *Engine) putAway() {
	r := e.state.Run
	if r.Doc != "" {
		r.Past = r.Doc
	}
	r.Doc, r.Landed = "", 0
	e.doc = openDoc{}
	e.unloaded = true
}

// received takes in a snapshot, of the run's tab or of a page the person is on.
func (e *Engine) received(tab int, account string, snap page.Snapshot) {
	r := e.state.Run
	if page.KindOf(snap.Path) == page.SignIn {
		e.signedOut = true
	}
	snap.Controls = ofThePage(snap.Controls)
	switch {
	case snap.Doc == "" || tab == 0: // no browser gives a tab that number, and a run without a tab would wait for it for ever
		return
	case r.Going() && r.Tab == 0:
		// The agent can be faster than the browser's word that the tab is open.
		e.waiting = append(e.waiting[max(0, len(e.waiting)-maxArrivals):], arrival{tab, account, snap})
		return
	case r.Going() && r.SignIn != 0 && e.letIn(snap):
		e.signedIn()
		return
	case r.Going() && r.SignIn != 0 && tab == r.Tab:
		return
	case !e.attribute(tab, account, snap.Doc):
		return
	case !r.Going() || tab != r.Tab:
		e.observe(tab, account, snap)
		return
	}
	switch snap.Doc {
	case r.Past:
		e.observe(tab, account, snap) // the person may have turned something there since the run left it
		if e.resumed > r.Ordered && r.Rest == 0 {
			e.loadAgain() // the background was stopped before it could order the load
		}
		return
	case r.Doc:
	default:
		asked := page.Same(snap.Path, r.Visit().Page)
		if snap.Born != 0 && (snap.Born < r.Ordered-clockError || (snap.Born < r.Ordered && !asked)) {
			// A document from before the load that was ordered: kept by the browser, there before the run, or where the
			// page before was led. It says nothing of the page that was asked for.
			e.observe(tab, account, snap)
			return
		}
		if r.Doc != "" {
			if r.Rest == 0 {
				r.Visit().Loads++
			}
			r.Past = r.Doc
			e.doc = openDoc{}
		}
		r.Doc, r.Landed = snap.Doc, e.now
		r.OpenFailed = 0
	}
	if snap.Born == 0 || snap.Born > e.now {
		snap.Born = e.now
	}
	e.doc.snap, e.doc.asked, e.doc.looks, e.doc.gone = &snap, 0, 0, 0
	if account != "" {
		e.doc.owned = true
	}
	if snap.Ready && e.doc.readyAt == 0 {
		e.doc.readyAt = e.now
	}
	e.observe(tab, account, snap)
}

func (e *Engine) tabChanged(ev Event) {
	r := e.state.Run
	if !r.Going() || ev.Tab != r.Tab {
		return
	}
	path, linkedin := page.PathOf(ev.URL)
	kind := page.KindOf(path)
	switch {
	case r.SignIn != 0:
		if linkedin && ev.Status == "complete" && ledIn(path) {
			e.signedIn()
		}
	case linkedin && kind == page.SignIn:
		e.awaitSignIn()
	case linkedin && kind == page.Challenge:
		e.stop(memory.ByChallenge)
	case ev.Status == Unloaded:
		if r.Doc != "" || e.doc.shownAt != 0 {
			e.putAway()
		}
	case ev.Status != "complete":
		if e.unloaded {
			e.unloaded, e.doc.shownAt = false, e.now
		}
		e.loadBegun = true
		e.doc.loadedAt = 0
	case !e.loadBegun:
		// Late word of the page before.
	case r.Doc != "" && !(linkedin && (kind == page.Setting || kind == page.Category)):
		// If its document is still there, its agent knows who led away from the page.
		e.doc.gone = e.now
		e.do(Look{Tab: r.Tab})
	case linkedin && kind == page.Elsewhere && r.Rest == 0:
		e.ledAway(kind, path) // no agent is there to say more; of all other pages one is, and knows of which load they are
	case linkedin && e.doc.loadedAt == 0:
		e.doc.loadedAt = e.now
	}
}

func (e *Engine) awaitTab() bool {
	r := e.state.Run
	if e.resumed > r.Ordered {
		// The background was stopped while the tab was opening: take the tab up
		// if its agent speaks, else open one.
		for _, a := range e.waiting {
			if page.Same(a.snap.Path, r.Visit().Page) && a.snap.Born >= r.Ordered-clockError {
				e.opened(a.tab)
				return true
			}
		}
		if !e.reached(e.resumed + resumePatience) {
			return false
		}
		r.Visit().Loads--
		e.open()
		return true
	}
	if e.refusedLoad() {
		if e.reached(r.OpenFailed + openPause) {
			r.Visit().Loads--
			e.open()
		}
		return false
	}
	if e.reached(r.Ordered + openPatience) {
		e.stop(memory.ByBrowser)
	}
	return false
}

func (e *Engine) awaitPage() bool {
	r := e.state.Run
	if e.refusedLoad() {
		if e.reached(r.OpenFailed + openPause) {
			e.loadAgain()
		}
		return false
	}
	if e.unloaded && r.Guided() {
		return false // until the person shows the tab again
	}
	late := e.reached(max(r.Ordered, e.doc.shownAt) + loadPatience)
	if e.doc.loadedAt != 0 && e.reached(e.doc.loadedAt+silentPatience) {
		late = true
	}
	if !late {
		return false
	}
	switch {
	case e.resumed > r.Ordered:
		e.loadAgain() // nobody knows whether the load was ordered, or who was to hear of it
	case r.Visit().Loads < maxOrders:
		e.load()
	default:
		e.giveUpPage(memory.Unreachable, memory.WhyNoAnswer)
	}
	return true
}

// ofThePage leaves out the controls that stand, at any depth, in a frame whose address may not be opened.
func ofThePage(controls []page.Control) []page.Control {
	var kept []page.Control
	for _, c := range controls {
		if !slices.ContainsFunc(ascii.Words(c.Frame), foreign) {
			kept = append(kept, c)
		}
	}
	return kept
}

func foreign(path string) bool {
	_, ok := rules.SettingAddress(path)
	return !ok
}
