package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/page"
)

// passing is a document that no run works on.
type passing struct {
	tab   int
	doc   string
	since int64  // when it was first heard to be ready
	still int64  // when something last changed in it
	rows  string // what its rows say, if it is a list
	owned bool   // it says whose account it shows
	looks int    // how often it was looked at again
}

// shift moves all moments by a jump of the clock.
func (p *passing) shift(gap int64) { memory.Shift(gap, &p.since, &p.still) }

// settledAt is since when nothing has changed in it.
func (p *passing) settledAt() int64 { return max(p.since, p.still) }

// maxPassing is how many of them are remembered.
const maxPassing = 8

// passBy remembers a document, and reports whether it is known whose it is.
func (e *Engine) passBy(tab int, account string, snap page.Snapshot) (p passing, attributed bool) {
	p = passing{tab: tab, doc: snap.Doc, since: e.now, rows: rowsSay(snap), owned: account != ""}
	for _, c := range snap.Controls {
		p.still = max(p.still, min(e.now, max(c.Moved, c.Changed)))
	}
	if snap.Ready {
		p = *e.passingOf(p)
	}
	return p, e.now >= e.attributable(p.owned, p.since)
}

// passingOf is what is remembered of a document, with what was newly heard of it.
func (e *Engine) passingOf(heard passing) *passing {
	for i := range e.passing {
		if p := &e.passing[i]; p.doc == heard.doc {
			p.owned = p.owned || heard.owned
			if heard.rows != p.rows {
				p.rows, heard.still = heard.rows, e.now
			}
			if heard.still > p.still {
				p.still, p.looks = heard.still, min(p.looks, 1)
			}
			return p
		}
	}
	e.passing = append(e.passing[max(0, len(e.passing)-maxPassing+1):], heard)
	return &e.passing[len(e.passing)-1]
}

// lookAtPassing looks once more at each document that was too young to be believed: when it can be believed that
// something is on, and when it can be believed that something is off.
func (e *Engine) lookAtPassing() {
	for i := range e.passing {
		p := &e.passing[i]
		if r := e.state.Run; r.Going() && r.Tab == p.tab {
			continue // the run looks itself
		}
		at := e.attributable(p.owned, p.since)
		switch p.looks {
		case 0:
			at = max(at, p.settledAt()+agreePatience)
		case 1:
			at = max(at, p.settledAt()+beliefPatience)
		default:
			continue
		}
		if e.reached(at) {
			p.looks++
			e.do(Look{Tab: p.tab})
		}
	}
}
