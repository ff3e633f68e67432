package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/page"
)

// How long, in milliseconds, a control has to be the same before what it shows counts. A page may show anything for a
// while: a default, what it kept from last time, a server's drawing; nothing in it says when that while is over. So off
// is believed late, and so is on where it would be bad news: after a change, of what was proved, or as what a check found.
// Else on counts soon, because a click that was not needed does nothing.
const (
	clickPatience   = 400    // on, before it is clicked
	agreePatience   = 1_100  // where LinkedIn's list says so too; and on, on a page that is passed by, of what was not proved
	beliefPatience  = 5_000  // on its page alone or in a list alone
	unreadyPatience = 10_000 // for a page to finish loading, before its controls are used anyway
	restPatience    = 40_000 // for what is around a control to stand still
)

// openDoc is what is known of the document that is open in the run's tab. It is lost with the background, and then
// read again; the next document begins with nothing.
type openDoc struct {
	snap      *page.Snapshot // the newest
	sights    []sight
	readyAt   int64  // when it was first heard to be ready
	shownAt   int64  // when the browser began to load it again because the person shows its tab, after it had put it away
	loadedAt  int64  // when the browser said that the load was complete
	gone      int64  // when the browser said that its tab shows another page; 0 when it has not, or the agent has spoken since
	asked     int64  // when a Look was ordered that is not answered yet
	looks     int    // Looks in a row that were not answered in time
	marked    string // the setting that is marked
	markedRef int
	declined  string    // the setting whose last click an agent did not carry out
	objection Objection // why
	owned     bool      // it has said whose account it shows
}

// sight is how long a control has been as it is.
type sight struct {
	id    string // of the setting, or of what else is timed of it; "" for the rows of a category page
	ref   int
	state page.State
	since int64
	quiet bool   // it was enabled, and the page was not at work on it
	said  string // what the rows of a category page say
}

// shift moves all moments by a jump of the clock.
func (d *openDoc) shift(gap int64) {
	memory.Shift(gap, &d.readyAt, &d.shownAt, &d.loadedAt, &d.gone, &d.asked)
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

// sight tells how long the control has shown what it shows. That its node is replaced by an equal one is no change.
func (e *Engine) sight(id string, c page.Control) sight {
	si := e.doc.sightOf(id)
	quiet := c.Enabled && !c.Busy
	if si.since == 0 || si.state != c.State || si.quiet != quiet {
		*si = sight{id: id, state: c.State, since: e.now, quiet: quiet}
	}
	si.ref = c.Ref
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

// settledAt is since when a control has shown what it shows, on a page that has loaded, with nothing changed around it. On
// a page that has not loaded that is not yet.
func (e *Engine) settledAt(si sight, c page.Control) int64 {
	if e.doc.readyAt == 0 {
		return e.now
	}
	return max(si.since, e.doc.readyAt, min(c.Changed, e.now))
}

// unwantedPatience is how long a setting has to be shown as it is not wanted until that counts. A click may follow soon. What
// makes a failure of a success, takes a proof back, or is what a check was for, has to be believed.
func (e *Engine) unwantedPatience(en *memory.Entry) int64 {
	purpose, unwanted := e.state.Run.Purpose, page.On
	if purpose == memory.Undo {
		unwanted = page.Off
	}
	switch {
	case !en.AwaitsProof && purpose != memory.Check && !(unwanted == page.On && e.record(en.ID).Outcome.Proved()):
		return clickPatience
	case e.listSays(en, true) == unwanted:
		return agreePatience
	}
	return beliefPatience
}

// misdrawn reports whether a setting that shows off was off all the time, as far as can be told, and only drawn on: nothing
// of it was saved, and the page's own program moved its control in a document in which nothing was clicked, or a list called
// it off before it was touched.
func (e *Engine) misdrawn(en *memory.Entry, c page.Control) bool {
	r := e.state.Run
	if en.Acked {
		return false
	}
	clicked := r.ClickedIn(r.Doc)
	s, _ := e.find(en.ID)
	return c.Moved != 0 && !c.ByHand && !clicked || e.state.Hearsay(r.Lang, s, en.WordBefore) == page.Off
}

// outdated reports whether another tab has shown the setting in another position since this document was loaded.
func (e *Engine) outdated(en *memory.Entry, rec memory.Record, c page.Control) bool {
	return en.Untouched(e.state.Run.Doc) && c.Moved == 0 &&
		rec.State != page.Unknown && rec.State != c.State && rec.Seen > e.doc.snap.Born
}

// touchedAt returns when something was last clicked in a document, by this extension or by hand; 0 for never. What a click
// changes beside its own control may be drawn and never stored.
func (e *Engine) touchedAt(snap page.Snapshot) int64 {
	at := int64(0)
	if r := e.state.Run; r != nil {
		at = r.ClickedAt(snap.Doc)
	}
	for _, c := range snap.Controls {
		if c.Clicks > 0 || c.Moved != 0 && c.ByHand {
			at = max(at, snap.Born, c.Moved)
		}
	}
	return at
}

// cached reports whether the run's document did not come from the server, so that it says nothing of what is stored there.
func (e *Engine) cached() bool { return kept(*e.doc.snap) }

// decideByCopy gives its outcome to a setting of which only a copy that a cache kept could be had, whatever that shows.
func (e *Engine) decideByCopy(en *memory.Entry) activity {
	return e.decideUnproved(en, memory.Unreachable, memory.WhyCached)
}

// kept reports whether a document was kept by a cache.
func kept(snap page.Snapshot) bool {
	return snap.Source == page.FromCache || snap.Source == page.FromWorker
}
