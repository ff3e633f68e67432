package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// maxReopened is how often a proof that was taken back is sought again in one run.
const maxReopened = 2

// leave goes on: to the next page to read, to a list or a page that proves what was changed, or to the end of the run.
func (e *Engine) leave() {
	r := e.state.Run
	e.unmark()
	e.believeLists()
	r.DropRead(r.RefusedSaves >= maxRefused)
	e.deferListed()
	if r.At+1 == len(r.Visits) {
		e.planProof()
	}
	if r.At+1 == len(r.Visits) {
		if r.RefusedSaves >= maxRefused || r.AnyOpen() {
			e.stop(memory.ByRefusal)
			return
		}
		e.planLooks()
	}
	if r.At+1 == len(r.Visits) {
		e.finish()
		return
	}
	e.next()
}

// deferListed puts the pages last that a list calls off: as soon as the list has agreed with another page, they need not
// be read.
func (e *Engine) deferListed() {
	r := e.state.Run
	var first, last []memory.Visit
	for _, v := range r.Visits[r.At+1:] {
		if !v.Rows && !v.Look && !v.Proving && e.listedOff(v.Page) {
			last = append(last, v)
		} else {
			first = append(first, v)
		}
	}
	r.Visits = append(append(r.Visits[:r.At+1], first...), last...)
}

// listedOff reports whether a list calls all that is open on a page off.
func (e *Engine) listedOff(path string) bool {
	for i := range e.state.Run.Ledger {
		en := &e.state.Run.Ledger[i]
		if en.Page == path && en.Outcome == "" && !(en.Steady && !en.Touched() && e.listSays(en, e.isOption(en)) == page.Off) {
			return false
		}
	}
	return true
}

// planProof adds what is still to be loaded, when every page has been read once: lists, where one load can prove what
// would take several, else one page after the other, as each may teach the words by which a list proves the rest.
func (e *Engine) planProof() {
	r := e.state.Run
	for _, c := range []rules.Category{rules.DataPrivacy, rules.AdvertisingData, rules.Visibility, rules.Account} {
		n := 0
		for i := range r.Ledger {
			if e.provable(&r.Ledger[i], c) {
				n++
			}
		}
		if n >= worthProving {
			r.Visits = append(r.Visits, memory.Visit{Page: rules.CategoryPage(c), Rows: true, Proving: true})
		}
	}
	if r.At+1 < len(r.Visits) {
		return
	}
	best := -1
	for i := range r.Ledger {
		en := &r.Ledger[i]
		if en.Outcome != "" || (!en.AwaitsProof && en.Reopened == 0) {
			continue
		}
		// What a list shows teaches the list's word for off.
		if best < 0 || (e.teaches(en) && !e.teaches(&r.Ledger[best])) {
			best = i
		}
	}
	if best >= 0 {
		r.Visits = append(r.Visits, memory.Visit{Page: r.Ledger[best].Page, Proving: true})
	}
}

// provable reports whether a list of a category, loaded now, could prove a change.
func (e *Engine) provable(en *memory.Entry, c rules.Category) bool {
	return en.Outcome == "" && en.List == c && e.state.Run.Purpose != memory.Undo && en.AwaitsProof && en.Acked && en.Listed <= en.ChangedAt() &&
		!e.state.Run.Distrusts(c) && e.means(en, en.WordBefore) == page.On
}

// teaches reports whether the page of a setting would tell what a word of its list means.
func (e *Engine) teaches(en *memory.Entry) bool {
	return en.Listed > en.ChangedAt() && !e.state.Run.Distrusts(en.List) && e.listSays(en, false) == page.Unknown
}
