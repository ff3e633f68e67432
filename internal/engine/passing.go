package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/page"
)

// passing is a document that no run works on.
type passing struct {
	tab    int
	doc    string
	since  int64 // when it was first heard to be ready
	owned  bool  // it says whose account it shows
	looked bool
}

// shift moves all moments by a jump of the clock.
func (p *passing) shift(gap int64) { memory.Shift(gap, &p.since) }

// maxPassing is how many of them are remembered.
const maxPassing = 8

// passBy remembers a document, and reports whether it is known whose it is, and
// whether it has been ready for so long that what it shows can be believed.
func (e *Engine) passBy(tab int, account string, snap page.Snapshot) (attributed, alive bool) {
	p := passing{tab: tab, doc: snap.Doc, since: e.now, owned: account != ""}
	if snap.Ready {
		p = *e.passingOf(p)
	}
	return e.now >= e.attributable(p.owned, p.since), snap.Ready && e.now >= p.since+beliefPatience
}

// passingOf is what is remembered of a document, with what was newly heard of it.
func (e *Engine) passingOf(heard passing) *passing {
	for i := range e.passing {
		if p := &e.passing[i]; p.doc == heard.doc {
			p.owned = p.owned || heard.owned
			return p
		}
	}
	e.passing = append(e.passing[max(0, len(e.passing)-maxPassing+1):], heard)
	return &e.passing[len(e.passing)-1]
}

// lookAtPassing looks once more at each document that was too young to be believed.
func (e *Engine) lookAtPassing() {
	for i := range e.passing {
		if p := &e.passing[i]; !p.looked && e.reached(max(p.since+beliefPatience, e.attributable(p.owned, p.since))) {
			p.looked = true
			e.do(Look{Tab: p.tab})
		}
	}
}
