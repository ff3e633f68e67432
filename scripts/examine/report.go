package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"text/tabwriter"

	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// findings is what the rules make of a page.
type findings struct {
	settings []finding // of the table, on this page
	controls []finding // one for each control, in the page's order
}

// finding is about a setting, or about a control and the setting it belongs to, if any.
type finding struct {
	rules.Finding
	id  string
	act rules.Act
}

func examine(snap page.Snapshot, where place) findings {
	var f findings
	for _, s := range rules.Table() {
		if !s.Openable() || !page.Same(s.Page, snap.Path) {
			continue
		}
		found := rules.Explain(s, snap, rules.Table())
		if _, offered := rules.Offered(s, where.region, where.day); !offered {
			found.Does, found.Why = "", fmt.Sprintf("it is not offered in %s on %s", where.region, where.day)
		}
		f.settings = append(f.settings, finding{found, s.ID, s.Act})
	}
	for _, c := range snap.Controls {
		f.controls = append(f.controls, f.about(c, snap.Path))
	}
	return f
}

// about says whose a control is: of a setting of this page by its rule, of one by its key alone, or nobody's.
func (f findings) about(c page.Control, path string) finding {
	for _, s := range f.settings {
		if s.Control == c {
			return s
		}
	}
	if claimant, ok := rules.Claimant(c, rules.Table()); ok {
		for _, s := range f.settings {
			if s.id == claimant.ID {
				why := s.Why
				if s.Control != (page.Control{}) {
					why = "another control is the setting's: this one is hidden"
				}
				return finding{rules.Finding{Control: c, Why: why}, s.id, s.act}
			}
		}
		return finding{rules.Finding{Control: c, Why: "it has the key of a setting whose page is another"}, claimant.ID, claimant.Act}
	}
	why := "no rule names it"
	if page.KindOf(path) == page.Setting && !rules.Denied(path) && c.Visible && (c.Kind == "switch" || c.Kind == "button") {
		why = "unknown switch: no rule names it"
	}
	return finding{Finding: rules.Finding{Control: c, Why: why}}
}

// leads says what a row of a category page is good for.
func leads(snap page.Snapshot, row page.Row) string {
	category, ok := rules.CategoryOf(page.Canonical(snap.Path))
	path := page.Canonical(row.Path)
	if !ok || page.KindOf(path) != page.Setting || rules.Denied(path) {
		return "nothing that is used"
	}
	var ids []string
	for _, s := range rules.Table() {
		if s.Page != "" && page.Same(s.Page, path) {
			ids = append(ids, s.ID)
		}
	}
	s, named := rules.ByTitle(category, snap.Lang, row.Title)
	switch {
	case len(ids) > 0:
		return strings.Join(ids, ", ")
	case !named:
		return "a stranger: no rule names it"
	case s.Page == "" && s.Act != rules.Never:
		return s.ID + ", whose address is read here"
	}
	return "nothing that is used: it has the title of " + s.ID + ", whose page the table has elsewhere"
}

// write prints all that is found on a page.
func write(out io.Writer, snap page.Snapshot, where place) error {
	f := examine(snap, where)
	path := page.Canonical(snap.Path)
	if kind := page.KindOf(path); kind != page.Setting && kind != page.Category {
		path = "none that Offswitch looks at"
	}
	fmt.Fprintf(out, "page: %s\n\n", path)
	w := table{tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)}
	switch {
	case len(f.settings) > 0:
		w.row("setting", "the most it may", "run", "why")
		for _, s := range f.settings {
			w.row(s.id, string(s.act), does(s), s.Why)
		}
		w.row()
	case len(snap.Rows) == 0:
		w.row("No setting of the table is on this page: no run opens it.")
		w.row()
	}
	if len(f.controls) == 0 {
		w.row("No controls.")
	} else {
		w.row("ref", "kind", "key or id", "label", "is", "visible", "enabled", "setting", "run", "why")
	}
	for i, c := range snap.Controls {
		found := f.controls[i]
		w.row(strconv.Itoa(c.Ref), c.Kind, either(c.Key, c.ID), short(either(c.Label, c.Heading)), string(c.State),
			yes(c.Visible), yes(c.Enabled), either(found.id, "-"), does(found), found.Why)
	}
	if len(snap.Rows) > 0 {
		w.row()
		w.row("row", "title", "leads to")
	}
	for _, row := range snap.Rows {
		w.row(either(row.Path, "?"), short(row.Title), leads(snap, row))
	}
	return w.Flush()
}

// table is a writer of lines whose cells stand below each other. An empty line ends what is aligned together.
type table struct{ *tabwriter.Writer }

func (t table) row(cells ...string) { fmt.Fprintln(t, strings.Join(cells, "\t")) }

func does(f finding) string { return either(string(f.Does), "nothing") }

func either(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

func yes(is bool) string {
	if is {
		return "yes"
	}
	return "no"
}

// short keeps a label from making every line long. Line breaks and tabs would break the table.
func short(text string) string {
	r := []rune(strings.Join(strings.Fields(text), " "))
	if len(r) > 40 {
		return string(r[:39]) + "…"
	}
	return string(r)
}
