package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// readByHand is about a setting whose control no rule names. The most likely one
// is shown to the person; it is never clicked, and what it shows is never
// called proof.
func (e *Engine) readByHand(en *memory.Entry, s rules.Setting) activity {
	r := e.state.Run
	c, ok := e.likely(s)
	if !ok {
		if !e.reached(r.Landed + controlPatience) {
			return waiting
		}
		return e.decide(en, memory.NeedsYou, memory.WhyWhichOne)
	}
	si, patience := e.sight(en.ID, c), int64(clickPatience)
	if c.State == page.Off && en.UnwantedIn == r.Doc {
		e.unmark()
		patience = savePatience // which save is the switch's is not known
	}
	if !e.usable(si, patience) {
		return waiting
	}
	rec := e.record(en.ID)
	rec.Saw(c.State, e.now)
	e.state.Settings[en.ID] = rec
	switch {
	case c.State == page.Off:
		return e.decide(en, memory.NeedsYou, memory.WhyLooksOff)
	case c.State == page.On && r.Guided():
		en.UnwantedIn = r.Doc
		e.mark(en, s, c)
		return busy
	case c.State == page.On:
		return e.decide(en, memory.NeedsYou, memory.WhyLooksOn)
	case e.reached(r.Landed + controlPatience):
		return e.decide(en, memory.NeedsYou, memory.WhyUnclear)
	}
	return waiting
}

// readUnnamed is about the only switch of a setting's page, under a label that nobody knows in the page's language. It is
// the person's to say whether that is it.
func (e *Engine) readUnnamed(en *memory.Entry, s rules.Setting) activity {
	drawn := e.doc.readyAt
	if drawn == 0 {
		drawn = e.state.Run.Landed + unreadyPatience
	}
	if !e.reached(drawn + labelPatience) {
		return waiting
	}
	if s.ByParts() {
		return e.decide(en, memory.NeedsYou, string(rules.Unnamed))
	}
	en.ByHand = true
	return e.readByHand(en, s)
}

// labelPatience is how long, in milliseconds, a label may take to be drawn once the page is ready.
const labelPatience = 1_100

// likely returns the only switch of the page that no rule names. If there are several, it returns the one whose label or
// heading LinkedIn is known to use for the setting, or the person confirmed.
func (e *Engine) likely(s rules.Setting) (page.Control, bool) {
	found := e.unknownSwitches(*e.doc.snap)
	if len(found) == 1 && e.doc.snap.More == 0 && s.Key == "" {
		return found[0], true
	}
	var hit page.Control
	n := 0
	for _, c := range found {
		for _, text := range []string{c.Label, c.Heading} {
			x, ok := rules.ByLabel(e.doc.snap.Lang, text)
			confirmed := s.Toggle != "" && rules.Fold(text) == rules.Fold(s.Toggle)
			if confirmed || (ok && x.ID == s.ID) {
				hit = c
				n++
				break
			}
		}
	}
	return hit, n == 1 && e.doc.snap.More == 0
}
