package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/page"
)

// How long a control is given, in milliseconds, before what it shows counts.
const (
	clickPatience   = 400    // a control that came with the page has to be the same for this long before it is clicked
	beliefPatience  = 1_100  // and for this long before it is believed to be off
	unreadyPatience = 10_000 // for a page to finish loading, before its controls are used anyway
)

// openDoc is what is known of the document that is open in the run's tab. It is lost with the background, and then
// read again; the next document begins with nothing.
type openDoc struct {
	snap      *page.Snapshot // the newest
	sights    []sight
	readyAt   int64  // when it was first heard to be ready
	loadedAt  int64  // when the browser said that the load was complete
	asked     int64  // when a Look was ordered that is not answered yet
	looks     int    // Looks in a row that were not answered in time
	marked    string // the setting that is marked
	markedRef int
	declined  string // the setting whose last click an agent did not carry out
	owned     bool   // it has said whose account it shows
}

// sight is how long a control has been as it is.
type sight struct {
	id    string // of the setting; "" for the rows of a category page
	ref   int
	state page.State
	since int64
	late  bool // it appeared when the document was already ready, so it is no server's drawing
}

// shift moves all moments by a jump of the clock.
func (d *openDoc) shift(gap int64) {
	memory.Shift(gap, &d.readyAt, &d.loadedAt, &d.asked)
	for i := range d.sights {
		d.sights[i].since += gap
	}
}

// sightOf returns what is remembered of a setting's control; since is 0 if that is nothing.
func (d *openDoc) sightOf(id string) *sight {
	for i := range d.sights {
		if d.sights[i].id == id {
			return &d.sights[i]
		}
	}
	d.sights = append(d.sights, sight{id: id})
	return &d.sights[len(d.sights)-1]
}

// sight tells how long the control has shown what it shows. That its node is replaced by an equal one is no change, but
// a sign that the page is alive.
func (e *Engine) sight(id string, c page.Control) sight {
	si := e.doc.sightOf(id)
	alive := e.doc.readyAt != 0 && e.now > e.doc.readyAt
	switch {
	case si.since == 0 || si.state != c.State:
		*si = sight{id: id, ref: c.Ref, state: c.State, since: e.now, late: alive}
	case si.ref != c.Ref:
		si.ref = c.Ref
		si.late = si.late || alive
	}
	return *si
}

// usable reports whether the control is alive as far as can be told: the page has loaded, and the control has been the
// same for a while. A control that a server drew can be dead, or show the wrong state, until the page's own program
// takes it over.
func (e *Engine) usable(si sight, patience int64) bool {
	if e.doc.readyAt == 0 {
		return e.reached(e.state.Run.Landed + unreadyPatience)
	}
	return e.reached(max(si.since, e.doc.readyAt) + patience)
}

// believable reports whether a control that shows what the run wants can be believed. Nothing is lost by waiting, and
// too much is said by being wrong.
func (e *Engine) believable(si sight) bool {
	if si.late {
		return e.usable(si, clickPatience)
	}
	return e.usable(si, beliefPatience)
}
