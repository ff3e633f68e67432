package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// stale is how long what a category page showed is good for.
const stale = 30 * memory.Day

// readRows learns from a category page where settings are, and which ones no
// rule names. The state words beside them are LinkedIn's to show, in the page's
// language; nothing is concluded from them.
func (e *Engine) readRows(snap page.Snapshot) {
	category, ok := rules.CategoryOf(page.Canonical(snap.Path))
	if !ok || !snap.Ready || len(snap.Rows) == 0 {
		return
	}
	kept := e.state.Strangers[:0]
	for _, x := range e.state.Strangers {
		if x.Category != category {
			kept = append(kept, x)
		}
	}
	e.state.Strangers = kept
	for _, row := range snap.Rows {
		path := page.Canonical(row.Path)
		if page.KindOf(path) != page.Setting || rules.Denied(path) || e.named(path) {
			continue
		}
		if s, ok := rules.ByTitle(category, snap.Lang, row.Title); ok {
			if s.Page == "" && s.Act != rules.Never {
				e.setAddress(s.ID, path)
			}
			continue
		}
		if len(e.state.Strangers) < memory.MaxStrangers {
			e.state.Strangers = append(e.state.Strangers, memory.Stranger{Page: path, Title: row.Title, Category: category})
		}
	}
	if at := memory.TimeOf(e.state.CategoriesRead, string(category)); e.now-at > memory.Minute {
		e.state.CategoriesRead = memory.SetTime(e.state.CategoriesRead, string(category), e.now)
	}
}

// named reports whether a rule says what is on a page.
func (e *Engine) named(path string) bool {
	for _, s := range e.table {
		if s.Page != "" && page.Same(s.Page, path) {
			return true
		}
	}
	return false
}

func (e *Engine) setAddress(id, path string) {
	if r := e.state.Run; r.Going() && r.Entry(id) != nil {
		return // it goes on where it was going
	}
	for i := range e.state.Addresses {
		if e.state.Addresses[i].ID == id {
			e.state.Addresses[i].Page = path
			return
		}
	}
	e.state.Addresses = append(e.state.Addresses, memory.Address{ID: id, Page: path})
}

// categoriesToRead are the pages that may show where planned settings are.
func (e *Engine) categoriesToRead(plan []rules.Setting) []string {
	var paths []string
	for _, s := range plan {
		path := rules.CategoryPage(s.Category)
		if e.state.PageOf(s) != "" || s.Page != "" || path == "" || e.now-memory.TimeOf(e.state.CategoriesRead, string(s.Category)) < stale {
			continue
		}
		known := false
		for _, p := range paths {
			known = known || p == path
		}
		if !known {
			paths = append(paths, path)
		}
	}
	return paths
}

// readCategory is a visit to a category page, which is over when its rows have
// been there for a while, or do not come.
func (e *Engine) readCategory() bool {
	r := e.state.Run
	rows := len(e.doc.snap.Rows)
	si := e.rowsSight(rows)
	switch {
	case rows > 0 && e.doc.snap.Ready:
		if !e.reached(si + clickPatience) {
			return false
		}
	case !e.reached(r.Landed + controlPatience):
		return false
	}
	e.readRows(*e.doc.snap)
	e.planByHand(r)
	e.leave()
	return true
}

// rowsSight returns since when the page has had that many rows.
func (e *Engine) rowsSight(n int) int64 {
	si := e.doc.sightOf("")
	if si.since == 0 || si.ref != n {
		*si = sight{ref: n, since: e.now}
	}
	return si.since
}
