package engine

import (
	"slices"

	"offswitch/internal/ascii"
	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// When all that may be turned off is done with, a run looks at pages that may hold more, and clicks nothing there: those of
// rows whose control no label tells apart, and those that LinkedIn's own lists show and no rule knows.

// maxLookedAt is how many pages a run looks at, and lookEvery how long what it saw there is good for.
const (
	maxLookedAt = 40
	lookEvery   = 30 * memory.Day
)

// unlooked are the pages that are still to be looked at.
func (e *Engine) unlooked() []string {
	var paths []string
	add := func(path string) {
		if path != "" && !slices.Contains(paths, path) && e.now-memory.TimeOf(e.state.Looked, path) >= lookEvery {
			paths = append(paths, path)
		}
	}
	for _, s := range e.table {
		if (s.Act == rules.Mark || s.ByParts()) && e.standing(s) == rules.ByHand {
			add(e.state.PageOf(s))
		}
	}
	for _, x := range e.state.Strangers {
		if x.Category != rules.Account {
			add(x.Page)
		}
	}
	return paths
}

// planLooks adds the pages that the run is to look at when all else is done.
func (e *Engine) planLooks() {
	r := e.state.Run
	if r.Purpose != memory.Harden || r.Only {
		return
	}
	addLooks(r, e.unlooked())
}

// addLooks adds pages to look at, as far as one run may.
func addLooks(r *memory.Run, paths []string) {
	_, n := r.Looks()
	for _, path := range paths {
		if n < maxLookedAt && !r.Seen(path) {
			r.Visits = append(r.Visits, memory.Visit{Page: path, Look: true})
			n++
		}
	}
}

// startLooks begins a run that looks at what was not looked at yet, or again at what is asked about and was seen long ago, and
// does nothing else.
func (e *Engine) startLooks(again, granted bool) {
	if !e.mayBegin(granted) {
		return
	}
	r := e.newRun(memory.Check)
	r.Only = true
	if again {
		addLooks(r, e.stalePages())
	} else {
		addLooks(r, e.unlooked())
	}
	if len(r.Visits) == 0 {
		e.refusal = NothingToResume
		return
	}
	e.begin(r)
}

// stalePages are the pages of what is asked about and was seen long ago.
func (e *Engine) stalePages() []string {
	var paths []string
	for i := range e.state.Unknown {
		if u := &e.state.Unknown[i]; e.waits(u) && e.stale(u) && e.state.MayLook(u.Page) {
			paths = append(paths, u.Page)
		}
	}
	return paths
}

// startShow begins a guided run that marks a switch of which no rule can be made.
func (e *Engine) startShow(id string, granted bool) {
	if !e.mayBegin(granted) {
		return
	}
	for i := range e.state.Unknown {
		if u := &e.state.Unknown[i]; e.waits(u) && !u.Lasting() && u.More == 0 && e.idOf(u) == id {
			r := e.newRun(memory.Harden)
			r.Mode, r.Only = memory.Guided, true
			r.Visits = []memory.Visit{{Page: u.Page, Look: true, Show: u.Label}}
			e.begin(r)
			return
		}
	}
	e.refusal = NotASwitch
}

// startOnly begins a run about these settings, whatever the level says.
func (e *Engine) startOnly(ids []string) {
	r := e.newRun(memory.Harden)
	r.Only = true
	var about []rules.Setting
	for _, id := range ids {
		if s, ok := e.find(id); ok && s.Act == rules.Click && s.Openable() {
			e.state.Unleave(id)
			e.addCoupled(r, s)
			r.AddOnce(s)
			about = append(about, s)
		}
	}
	if len(about) == 0 {
		e.refusal = NotASwitch
		return
	}
	e.planLists(r, about)
	e.begin(r)
}

// readLook is a visit to a page that is only looked at. It is over when what the page shows has stood still for a while, or
// does not come; what it no longer shows is taken off the list.
func (e *Engine) readLook() bool {
	r := e.state.Run
	if r.Visit().Show != "" {
		return e.readShow(r.Visit().Show)
	}
	said := ""
	for _, c := range e.doc.snap.Controls {
		if c.Visible {
			said += c.Kind + c.Key + c.ID + c.Label + string(c.State) + "\n"
		}
	}
	patience := int64(agreePatience)
	if said == "" {
		patience = beliefPatience
	}
	if !e.usable(e.saidSince("look", said), patience) {
		return false
	}
	e.forgetGone(*e.doc.snap)
	e.looked(r.Visit().Page)
	e.leave()
	return true
}

// readShow marks the switch of a label, if just one that no rule names bears it, until it is off.
func (e *Engine) readShow(label string) bool {
	var c page.Control
	n := 0
	for _, x := range e.unknownSwitches(*e.doc.snap) {
		if rules.Fold(x.Label) == rules.Fold(label) {
			c = x
			n++
		}
	}
	si := e.saidSince("show", string(c.State)+ascii.Itoa(n))
	switch {
	case n != 1:
		e.unmark()
		if !e.reached(e.state.Run.Landed + controlPatience) {
			return false
		}
	case c.State == page.Off:
		e.unmark()
		if !e.usable(si, savePatience) { // the page may still be saving it
			return false
		}
	default:
		if e.usable(si, clickPatience) {
			e.markShown(c)
		}
		return false
	}
	e.leave()
	return true
}

// looked notes that a page was looked at, or could not be.
func (e *Engine) looked(path string) {
	e.state.Looked = memory.SetTime(e.state.Looked, path, e.now)
}

// forgetGone takes what a page does not show any more off the list of what pages showed.
func (e *Engine) forgetGone(snap page.Snapshot) {
	kept := e.state.Unknown[:0]
	for _, u := range e.state.Unknown {
		shown := !page.Same(u.Page, snap.Path) || (u.Key == "" && u.Lasting()) || (u.More > 0 && snap.More > 0)
		for _, c := range snap.Controls {
			key, _ := memory.KeyOf(c)
			named := u.Key != "" && (key == u.Key || slices.Contains(ascii.Words(c.Key), u.Key))
			shown = shown || named || (!u.Lasting() && u.More == 0 && c.Label == u.Label)
		}
		if shown {
			kept = append(kept, u)
		}
	}
	e.state.Unknown = kept
}
