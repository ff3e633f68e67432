package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/page"
)

// When pages do not come as they should, a run stops before it looks like a machine that does not take no for an answer.
const (
	robot         = 999 // LinkedIn's HTTP status for robots
	maxTurnedAway = 2   // pages in a row that LinkedIn refuses; the last of them is asked for once
	maxNotCome    = 3   // pages in a row that do not come
)

// denied reports whether LinkedIn answered the page, or a save of it, as it answers robots.
func (e *Engine) denied() bool {
	for _, x := range e.doc.snap.Saves {
		if x.Status == robot {
			return true
		}
	}
	return e.doc.snap.Status == robot
}

// refused reports whether LinkedIn refuses the page to whoever asks so often.
func (e *Engine) refused() bool {
	return e.doc.snap.Status == tooMany || e.doc.snap.Status == forbidden
}

// arrived notes that the page that was asked for is there.
func (e *Engine) arrived() {
	r := e.state.Run
	r.Visit().Reached = true
	r.TurnedAway, r.NotCome, r.LedTo = 0, 0, ""
}

// ledAway is about a page that led elsewhere.
func (e *Engine) ledAway(kind page.Kind, path string) {
	r := e.state.Run
	switch {
	case r.Visit().Look:
		e.giveUpPage(memory.Unreachable, memory.WhyElsewhere)
	case kind == page.Category || kind == page.Missing:
		e.notShown()
	case (r.LedTo == path || r.CameFrom(path)) && r.Visit().Loads < maxOrders:
		// A load that failed can leave the address of the page before in its tab; a fresh one has none. And a page that loads
		// itself again can do so after the next one was asked for, which then never comes.
		e.open()
	case r.LedTo == path:
		e.stop(memory.ByDetour)
	default:
		r.LedTo = path
		e.giveUpPage(memory.Unreachable, memory.WhyElsewhere)
	}
}

// notShown is about a page that LinkedIn leads away from as if it did not have it. That is what the table may say of a
// setting that was never seen here; of any other nothing is known.
func (e *Engine) notShown() {
	r := e.state.Run
	for i := range r.Ledger {
		en := &r.Ledger[i]
		if en.Page != r.Visit().Page || en.Outcome != "" {
			continue
		}
		s, _ := e.find(en.ID)
		switch {
		case en.Touched():
			e.turnedAndGone(en)
		case e.absenceIsNormal(en, s):
			e.conclude(en, memory.NotOffered, memory.WhyRedirected)
		default:
			e.conclude(en, memory.Unreachable, memory.WhyRedirected)
		}
	}
	e.leave()
}

// turnedAndGone is about a setting that was turned and whose page then went away: another load can still prove it, but
// when that has failed too nobody knows.
func (e *Engine) turnedAndGone(en *memory.Entry) {
	if e.state.Run.Visit().Proving {
		e.conclude(en, memory.Unchecked, e.state.Run.NotProved())
	} else {
		en.AwaitsProof = true
	}
}

// giveUpPage gives every open setting of the page the same outcome and goes on, or stops the run when too many pages in a
// row did not come.
func (e *Engine) giveUpPage(o memory.Outcome, why string) {
	r := e.state.Run
	if r.Visit().Look {
		e.looked(r.Visit().Page)
	}
	for i := range r.Ledger {
		en := &r.Ledger[i]
		switch {
		case en.Page != r.Visit().Page || en.Outcome != "":
		case en.Touched():
			e.turnedAndGone(en)
		default:
			e.conclude(en, o, why)
		}
	}
	if why == memory.WhyNoAnswer || why == memory.WhyErrorPage {
		r.NotCome++
	}
	if e.doc.snap != nil && e.refused() {
		r.TurnedAway++
	}
	switch {
	case r.TurnedAway >= maxTurnedAway:
		e.stop(memory.ByTooMany)
	case r.NotCome >= maxNotCome:
		e.stop(memory.ByMissing)
	default:
		e.leave()
	}
}
