package rules

import (
	"slices"

	"offswitch/internal/ascii"
	"offswitch/internal/page"
)

// Settings that are boxes or options instead of one switch. All boxes of a page are one setting, which is off when none of
// them is ticked; all options of a page are one, which is off when the one that the rule names is chosen.

// Aim is what a run knows beyond the rule of the boxes or options that it operates.
type Aim struct {
	Former []Pick // in an undo: what was chosen before; nil otherwise
	Name   string // by which the agent was last told one of them: it stays the target while it is not as wanted
}

// Pick is a box that is ticked, or an option that is chosen, as its page showed it.
type Pick struct {
	Label string
	Name  string // "" where it had none
}

// Parts splits a toggle that names several boxes or options.
func Parts(toggle string) []string {
	var all []string
	for rest, more := toggle, true; more; {
		var choice string
		choice, rest, more = ascii.Cut(rest, " | ")
		if choice != "" {
			all = append(all, choice)
		}
	}
	return all
}

// Toggle is how Parts reads several labels.
func Toggle(parts []string) string { return ascii.Join(parts, " | ") }

// Chosen returns the boxes that are ticked or the option that is chosen.
func Chosen(s Setting, snap page.Snapshot) []Pick {
	var all []Pick
	for _, c := range s.PartsOn(snap) {
		if c.State == page.On {
			all = append(all, Pick{c.Label, NameOf(c, snap)})
		}
	}
	return all
}

// former returns where those stand on a page that were chosen before: by their labels, or, in another language, by their
// names, if these are the ones that were learned; nil where one is missing.
func (a Aim) former(all []page.Control, names []string, keyed bool) []int {
	var byLabel, byName []int
	for _, p := range a.Former {
		if i := slices.IndexFunc(all, func(c page.Control) bool { return Fold(c.Label) == Fold(p.Label) }); i >= 0 {
			byLabel = append(byLabel, i)
		}
		if i := slices.Index(names, p.Name); keyed && i >= 0 {
			byName = append(byName, i)
		}
	}
	switch len(a.Former) {
	case len(byLabel):
		return byLabel
	case len(byName):
		return byName
	}
	return nil
}

// OptionMeans returns the position in which an option is, by its label, that a setting of options has in a language.
func (s Setting) OptionMeans(lang, label string) page.State {
	for _, l := range s.Labels {
		switch {
		case !speaks(plainLang(lang), plainLang(l.Lang)) || indexOf(Parts(l.Toggle), label) < 0:
		case Fold(label) == Fold(l.Want):
			return page.Off
		default:
			return page.On
		}
	}
	return page.Unknown
}

// ByParts reports whether the setting is boxes or options.
func (s Setting) ByParts() bool { return s.Match == Boxes || s.Match == Option }

// Alone reports whether the setting is told by its page, so that all that is saved there is its own.
func (s Setting) Alone() bool { return s.Match == Sole || s.ByParts() }

// part is the kind of control that the setting is made of.
func (s Setting) part() string {
	if s.Match == Option {
		return "radio"
	}
	return "checkbox"
}

// PartsOn returns the visible boxes or options of a page.
func (s Setting) PartsOn(snap page.Snapshot) []page.Control {
	var all []page.Control
	for _, c := range snap.Controls {
		if c.Visible && c.Kind == s.part() {
			all = append(all, c)
		}
	}
	return all
}

// locateParts finds the boxes or options of a setting and returns them as one control, whose place, name and clicks are those
// of the one that is to be operated next: all that are visible on exactly its page, under exactly the labels that are known
// for the page's language. One more, or one that is not known, and none of them may be clicked.
func locateParts(s Setting, snap page.Snapshot, table []Setting, aim Aim) (page.Control, Verdict) {
	all := s.PartsOn(snap)
	others, hidden := 0, 0
	for _, c := range snap.Controls {
		switch {
		case c.Kind == s.part() && !c.Visible:
			hidden++
		case c.Kind != s.part() && c.Visible:
			others++
		}
	}
	switch {
	case !page.Same(s.Page, snap.Path):
		return page.Control{}, None
	case snap.More > 0:
		return page.Control{}, TooMany
	case others > 0 && !s.Beside:
		return page.Control{}, Crowded
	case len(all) == 0 && hidden > 0:
		return page.Control{}, Hidden
	case len(all) == 0:
		return page.Control{}, None
	}
	names := make([]string, len(all))
	for i, c := range all {
		names[i] = NameOf(c, snap)
		if names[i] == "" {
			return page.Control{}, Unnamed
		}
		for _, other := range table {
			if other.ID != s.ID && other.Matches(c) {
				return page.Control{}, Ambiguous
			}
		}
	}
	want, keyed := s.keyed(names)
	if !keyed {
		known, ok := s.partsIn(snap.Lang, all)
		switch {
		case !ok:
			return page.Control{}, Unnamed
		case len(all) < len(Parts(known.Toggle)):
			return page.Control{}, None // the rest may be on its way
		}
		want = known.wanted(all)
	}
	var former []int
	if len(aim.Former) > 0 {
		if former = aim.former(all, names, keyed); former == nil {
			return page.Control{}, Unnamed
		}
	}
	if s.Match == Option {
		return option(all, want, former)
	}
	return boxes(all, names, former, aim.Name)
}

// keyed returns which option is to be chosen, if these are the names that were learned, all of them and no other. The first
// of those that were learned is its.
func (s Setting) keyed(names []string) (want int, ok bool) {
	learned := ascii.Words(s.Key)
	if len(learned) != len(names) {
		return 0, false
	}
	for i, name := range names {
		if !slices.Contains(learned, name) {
			return 0, false
		}
		if name == learned[0] {
			want = i
		}
	}
	return want, true
}

// wanted returns which of the options that a page shows is to be chosen.
func (l Label) wanted(shown []page.Control) int {
	for i, c := range shown {
		if Fold(c.Label) == Fold(l.Want) {
			return i
		}
	}
	return -1
}

// PartKeys returns what may be learned of the boxes or options of a setting that a page shows under their known labels: the
// names by which they are told in any language, that of the option to be chosen first; "" where they cannot be told by names.
func PartKeys(s Setting, snap page.Snapshot) string {
	all := s.PartsOn(snap)
	known, ok := s.partsIn(snap.Lang, all)
	if !ok || len(all) < len(Parts(known.Toggle)) {
		return ""
	}
	first, rest := "", ""
	want := known.wanted(all)
	for i, c := range all {
		name := NameOf(c, snap)
		if name == "" {
			return ""
		}
		if i == want {
			first = name
		} else {
			rest += " " + name
		}
	}
	if first == "" {
		return rest[1:]
	}
	return first + rest
}

// partsIn returns the label whose parts, in the language of a page, a page shows, or some of them and no other.
func (s Setting) partsIn(lang string, shown []page.Control) (Label, bool) {
	for _, l := range s.Labels {
		if !speaks(plainLang(lang), plainLang(l.Lang)) {
			continue
		}
		left := Parts(l.Toggle)
		missed := false
		for _, c := range shown {
			i := indexOf(left, c.Label)
			if missed = i < 0; missed {
				break
			}
			left = append(left[:i], left[i+1:]...)
		}
		if !missed {
			return l, true
		}
	}
	return Label{}, false
}

// indexOf returns where a label stands among others, -1 where it does not.
func indexOf(labels []string, label string) int {
	for i, l := range labels {
		if Fold(l) == Fold(label) {
			return i
		}
	}
	return -1
}

// option is the option that is to be chosen, in the position off when it is: the rule's own, or, in an undo, the one that was
// chosen before, which is on when it is.
func option(all []page.Control, want int, former []int) (page.Control, Verdict) {
	at, chosen := want, -1
	wanted, undone := page.Off, page.On
	if len(former) > 0 {
		at, wanted, undone = former[0], page.On, page.Off
	}
	for i, c := range all {
		switch {
		case c.State != page.On:
		case chosen >= 0:
			return page.Control{}, Several
		default:
			chosen = i
		}
	}
	if at < 0 {
		return page.Control{}, Unnamed
	}
	c := joined(all, all[at])
	switch {
	case all[at].State == page.On:
		c.State = wanted
	case chosen < 0 || all[at].State == page.Unknown:
		c.State = page.Unknown
	case len(former) > 0 && chosen != want:
		c.State = page.Unknown // somebody has chosen a third one
	default:
		c.State = undone
	}
	return c, Found
}

// boxes are all boxes, on while one is ticked; or, in an undo, those that were ticked before, on when all of them are.
func boxes(all []page.Control, names []string, former []int, told string) (page.Control, Verdict) {
	unwanted, state := page.On, page.Off
	if len(former) > 0 {
		unwanted, state = page.Off, page.On
		var those []page.Control
		var theirs []string
		for i, c := range all {
			if slices.Contains(former, i) {
				those, theirs = append(those, c), append(theirs, names[i])
			}
		}
		all, names = those, theirs
	}
	var next, last *page.Control
	for i := range all {
		c := &all[i]
		if c.State == page.Unknown {
			return joined(all, *c), Found
		}
		named := names[i] == told
		if named {
			last = c
		}
		if c.State == unwanted && (next == nil || named) {
			next = c
		}
	}
	target := all[0]
	switch {
	case next != nil:
		target, state = *next, unwanted
	case last != nil:
		target = *last
	}
	c := joined(all, target)
	c.State = state
	return c, Found
}

// joined is one of several controls, with what is said of them all.
func joined(all []page.Control, one page.Control) page.Control {
	for _, c := range all {
		if c.Moved > one.Moved {
			one.Moved, one.ByHand = c.Moved, c.ByHand
		}
		one.Changed = max(one.Changed, c.Changed)
		one.Busy = one.Busy || c.Busy
	}
	return one
}

// NameOf returns a name of a control, by which an agent knows it again in its document, that no other visible one bears; ""
// where it has none.
func NameOf(c page.Control, snap page.Snapshot) string {
	for _, name := range append(ascii.Words(c.ID), ascii.Words(c.Key)...) {
		n := 0
		for _, other := range snap.Controls {
			if other.Visible && (other.ID == name || bears(other, name)) {
				n++
			}
		}
		if n == 1 {
			return name
		}
	}
	return ""
}
