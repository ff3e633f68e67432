package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/page"
)

// arrival is a snapshot from a tab.
type arrival struct {
	tab     int
	account string
	snap    page.Snapshot
}

// maxArrivals is how many snapshots are kept until it is known which tab is the run's.
const maxArrivals = 8

func (e *Engine) opened(tab int) {
	r := e.state.Run
	if !r.Going() || r.Tab != 0 || tab == 0 {
		return
	}
	r.Tab = tab
	e.loadBegun = true
	e.do(Watch{tab})
	arrived := e.waiting
	e.waiting = nil
	for _, a := range arrived {
		if a.tab == tab {
			e.received(tab, a.account, a.snap)
		}
	}
}

// received takes in a snapshot, of the run's tab or of a page the person is on.
func (e *Engine) received(tab int, account string, snap page.Snapshot) {
	r := e.state.Run
	switch {
	case snap.Doc == "":
		return
	case r.Going() && r.Tab == 0:
		// The agent can be faster than the browser's word that the tab is open.
		e.waiting = append(e.waiting[max(0, len(e.waiting)-maxArrivals):], arrival{tab, account, snap})
		return
	case !e.attribute(tab, account):
		return
	case !r.Going() || tab != r.Tab:
		e.observe(tab, account, snap)
		return
	}
	switch snap.Doc {
	case r.Past:
		if e.resumed > r.Ordered {
			e.loadAgain() // the background was stopped before it could order the load
		}
		return
	case r.Doc:
	default:
		if r.Doc != "" {
			r.Visit().Loads++
			r.Past = r.Doc
			e.doc = openDoc{}
		}
		r.Doc, r.Landed = snap.Doc, e.now
	}
	if snap.Born == 0 || snap.Born > e.now {
		snap.Born = e.now
	}
	e.doc.snap, e.doc.asked, e.doc.looks = &snap, 0, 0
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
	case linkedin && kind == page.SignIn:
		e.stop(memory.BySignOut)
	case linkedin && kind == page.Challenge:
		e.stop(memory.ByChallenge)
	case ev.Status != "complete":
		e.loadBegun = true
		e.doc.loadedAt = 0
	case !e.loadBegun:
		// Late word of the page before.
	case r.Doc != "" && !(linkedin && (kind == page.Setting || kind == page.Category)):
		e.stop(memory.ByLeaving)
	case linkedin && kind == page.Elsewhere:
		e.giveUpPage(memory.Unreachable, memory.WhyElsewhere)
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
			if page.Same(a.snap.Path, r.Visit().Page) {
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
	if e.reached(r.Ordered + openPatience) {
		e.stop(memory.ByClosing)
	}
	return false
}

func (e *Engine) awaitPage() bool {
	r := e.state.Run
	late := e.reached(r.Ordered + loadPatience)
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
