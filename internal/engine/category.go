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
		path, ok := rules.SettingAddress(row.Path)
		if !ok || e.named(path) {
			continue
		}
		if s, ok := rules.ByTitle(category, snap.Lang, row.Title); ok {
			if s.Page == "" && s.Act != rules.Never && !e.ruled(s.ID) {
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

// ruled reports whether the person has said which switch a row of the table is. It stays where it was seen.
func (e *Engine) ruled(id string) bool {
	for i := range e.state.Local {
		if e.state.Local[i].Setting == id {
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
