package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/regions"
	"offswitch/internal/rules"
)

// readMissing is about a setting whose control is not there, or not alone.
func (e *Engine) readMissing(en *memory.Entry, s rules.Setting, v rules.Verdict) activity {
	r := e.state.Run
	patience := int64(controlPatience)
	if v == rules.Several || v == rules.Crowded {
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
	case e.skeleton() && r.Visit().Loads < maxOrders:
		// LinkedIn's pages can stay a skeleton for ever in a tab that saw many;
		// a fresh one cures it.
		e.open()
		return busy
	}
	if _, ok := e.likely(s); ok {
		return e.decide(en, memory.NeedsYou, memory.WhyLabelOnly)
	}
	if e.absenceIsNormal(en, s) {
		return e.decide(en, memory.NotOffered, memory.WhyRedirected)
	}
	return e.decide(en, memory.NotFound, "")
}

// skeleton reports whether the page shows nothing that a setting could be.
func (e *Engine) skeleton() bool {
	for _, c := range e.doc.snap.Controls {
		if c.Kind != "toggle" {
			return false
		}
	}
	return true
}

// absenceIsNormal reports whether LinkedIn may well not show the setting here: the table says so, and it was never seen.
func (e *Engine) absenceIsNormal(en *memory.Entry, s rules.Setting) bool {
	o, ok := rules.Offered(s, e.state.Run.Region, regions.DateOf(e.now))
	return !en.Known && (!ok || o.Uncertain)
}

// readUnclear is about a control that does not say whether it is on.
func (e *Engine) readUnclear(en *memory.Entry, si sight, rec memory.Record) activity {
	r := e.state.Run
	switch {
	case r.Purpose == memory.Undo && !rec.Ours && !en.Touched():
		en.Outcome = memory.Skipped // somebody has chosen another option meanwhile
		return done
	case e.reached(max(r.Landed, si.since, en.Clicked, r.Hold) + controlPatience):
		return e.decide(en, memory.NeedsYou, memory.WhyUnclear)
	case en.ClickIn == r.Doc:
		return busy // it may be on its way
	}
	return waiting
}
