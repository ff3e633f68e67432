package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// What of the list of what was found is asked about: what each thing is believed to be and why, where it stands in the
// question, and whether it is ticked there at first.

// rowOf returns the row of the table that something on the list is believed to be: what its page or the person's rule names,
// or, of a switch, the one whose page was seen with exactly one that no rule names.
func (e *Engine) rowOf(u *memory.Unknown) (rules.Setting, bool) {
	switch {
	case !u.Lasting():
		return rules.Setting{}, false
	case u.Key == "":
		return e.find(e.state.RowOn(memory.Local{Page: u.Page, Match: u.Match}, e.table))
	case u.Was != "":
		for _, x := range e.state.Local {
			if x.Page == u.Page && x.Key == u.Key {
				return e.find(x.Setting)
			}
		}
		return rules.Setting{}, false
	}
	n := 0
	for i := range e.state.Unknown {
		if other := &e.state.Unknown[i]; other.Account == u.Account && other.Page == u.Page && len(other.Parts) == 0 && other.More == 0 {
			n++
		}
	}
	if n != 1 {
		return rules.Setting{}, false
	}
	for _, s := range e.table {
		if s.Key == "" && s.Control == rules.Switch && s.Act != rules.Never && page.Same(e.state.PageOf(s), u.Page) {
			return s, true
		}
	}
	return rules.Setting{}, false
}

// idOf is what something on the list is called between the engine and its pages: the setting's id, or its page and key.
func (e *Engine) idOf(u *memory.Unknown) string {
	s, _ := e.rowOf(u)
	if !u.Lasting() {
		return foundID("", u.Page, u.Label)
	}
	return foundID(s.ID, u.Page, u.Key)
}

func foundID(setting, page, key string) string {
	if setting != "" {
		return setting
	}
	return page + " " + key
}

// theirs reports whether something on the list was seen in the account at hand, as far as that is known.
func (e *Engine) theirs(u *memory.Unknown) bool {
	return u.Account == "" || u.Account == e.state.Account
}

// waits reports whether something on the list waits for the person's word: it is on, in their account, and was not left alone under
// this label.
func (e *Engine) waits(u *memory.Unknown) bool {
	left, ok := e.state.Leaves(e.idOf(u))
	return e.theirs(u) && (u.State == page.On || u.More > 0) && (!ok || left.Label != "" && left.Label != u.Toggle())
}

// Place is where something stands in the question.
type Place string

// The places.
const (
	Asked  Place = "asked"   // it is asked about: the person's choices cover it
	Beyond Place = "beyond"  // their level leaves it alone
	NoRule Place = "unknown" // no rule knows it
	OfFile Place = "file"    // a rule from a file is about it
)

// placeOf returns where something on the list stands in the question.
func (e *Engine) placeOf(u *memory.Unknown) Place {
	s, ok := e.rowOf(u)
	switch {
	case u.Was != "" || e.ticked(u):
		return Asked
	case !ok || e.knownBy(u) == ByNothing:
		return NoRule
	case e.stand(s) == rules.BelowLevel:
		return Beyond
	}
	return Asked
}

// questions counts what the question is about: what the person's choices cover, or else all of which a rule can be made.
func (e *Engine) questions() int {
	covered, rest := e.asks()
	if covered > 0 {
		return covered
	}
	return rest + len(e.state.Offered)
}

// asks counts what waits for the person's word and can be made a rule of: what their choices cover, and the rest.
func (e *Engine) asks() (covered, rest int) {
	for i := range e.state.Unknown {
		switch u := &e.state.Unknown[i]; {
		case !e.waits(u) || !u.Lasting():
		case e.placeOf(u) == Asked:
			covered++
		default:
			rest++
		}
	}
	return covered, rest
}

// staleAfter is how long what a page showed can be asked about, before it is looked at again.
const staleAfter = 7 * memory.Day

// stale reports whether what was seen of something on the list is too long ago.
func (e *Engine) stale(u *memory.Unknown) bool {
	return e.now >= max(u.Seen, memory.TimeOf(e.state.Looked, u.Page))+staleAfter
}

// knownBy says how it is known what something on the list is.
func (e *Engine) knownBy(u *memory.Unknown) Knowledge {
	s, ok := e.rowOf(u)
	named, _ := rules.ByLabel(u.Lang, u.Label)
	switch {
	case u.Was != "" && u.Key != "":
		return ByKey
	case ok && len(u.Parts) > 0:
		return ByAddress
	case ok && named.ID == s.ID:
		return ByItsLabel
	case ok:
		return ByPage
	}
	return ByNothing
}

// Knowledge is how it is known which setting something is.
type Knowledge string

// The kinds of knowledge, from most to none.
const (
	ByKey      Knowledge = "key"   // the person confirmed it by its key
	ByItsLabel Knowledge = "label" // its label is known
	ByAddress  Knowledge = "page"  // its boxes or options stand on its page
	ByPage     Knowledge = "only"  // it is alone on its page
	ByNothing  Knowledge = "none"  // no rule knows it
	ByFile     Knowledge = "file"  // a rule from a file says so
)

// recognised is the label of the option that a setting's rule would choose, "" where none is.
func recognised(s rules.Setting, u *memory.Unknown) string {
	for _, p := range u.Parts {
		if u.Match == rules.Option && s.OptionMeans(u.Lang, p.Label) == page.Off {
			return p.Label
		}
	}
	return ""
}

// ticked reports whether something on the list is what the person's choices want off, so that it is ticked at first.
func (e *Engine) ticked(u *memory.Unknown) bool {
	s, ok := e.rowOf(u)
	if !ok || (u.Match == rules.Option && recognised(s, u) == "") {
		return false
	}
	standing := e.standing(s)
	return standing == rules.Planned || standing == rules.ByHand
}
