package engine

import (
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// listing is how LinkedIn's category pages behave; the zero listing is right, at once.
type listing struct {
	none    bool  // no row shows a value
	partial bool  // every second row shows one
	lies    bool  // every third row says the contrary
	stale   int   // so many loads still show what was so before
	late    int64 // all say off until their data has come, so long after the page
	lateOn  bool  // all say on until then
	then    map[string]bool
	more    map[rules.Category]page.Row // a row that no rule knows
	worker  bool                        // lists come from a service worker
	acks    bool                        // the list shows what was last saved, kept or not
}

// misleads reports whether the list tells what is not so, so that what rests on it may be wrong.
func (l *listing) misleads() bool { return l.lies || l.acks || l.stale > 0 || l.then != nil }

// words are what the list calls on and off, by language.
var words = map[string][2]string{"": {"An", "Aus"}, "en": {"On", "Off"}, "de": {"Ein", "Aus"}}

// listOf is what a category page shows, loaded now: LinkedIn's word beside each setting that has a page to itself.
func (w *world) listOf(d *document) []page.Row {
	if _, list := rules.CategoryOf(d.path); list && w.lists.worker {
		d.source = page.FromWorker
	}
	if rows, ok := w.rows[d.path]; ok {
		return rows
	}
	category, ok := rules.CategoryOf(d.path)
	if !ok {
		return nil
	}
	on := w.server
	if w.lists.acks {
		on = map[string]bool{}
		for k, v := range w.server {
			on[k] = v
		}
		for _, s := range w.saves {
			on[s.key] = s.on
		}
	}
	switch {
	case w.lists.stale > 0 && w.lists.then != nil:
		w.lists.stale--
		on = w.lists.then
	case w.lists.stale > 0:
		w.lists.then = map[string]bool{}
		for key, value := range w.server {
			w.lists.then[key] = value
		}
	}
	rows := w.rowsOf(category, func(i int, key string) bool { return on[key] != (w.lists.lies && i%3 == 0) })
	if w.lists.late == 0 {
		return rows
	}
	w.after(w.lists.late, func() { d.rows = rows; w.tell(d) })
	return w.rowsOf(category, func(int, string) bool { return w.lists.lateOn })
}

func (w *world) rowsOf(category rules.Category, on func(i int, key string) bool) []page.Row {
	var rows []page.Row
	for i, s := range ofTheSite() {
		if s.Category != category || s.Act != rules.Click {
			continue
		}
		if s.ID == "non-essential-cookies" {
			continue // pictures of the live list show no row for it
		}
		row := page.Row{Path: s.Page, Title: s.Title}
		if w.eng.alone(s) && !w.lists.none && !(w.lists.partial && i%2 == 0) {
			row.State = words[w.lang][1]
			if on(i, s.Key) {
				row.State = words[w.lang][0]
			}
			if s.Match == rules.Option {
				row.State = w.optionOf(s, on(i, s.Key))
			}
		}
		rows = append(rows, row)
	}
	if row, there := w.lists.more[category]; there {
		rows = append(rows, row)
	}
	return rows
}
