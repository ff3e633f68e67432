package memory

import (
	"offswitch/internal/ascii"
	"offswitch/internal/page"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// What is kept of what the person left alone, at most.
const maxLeft = 200

// Unknown is what a visited page showed that no rule may act on: a switch, or boxes or options that are a setting's by their
// page, under labels that nobody knows in its language.
type Unknown struct {
	Account string // whose page showed it, as Account in State; "" where it did not say
	Page    string
	Key     string      // that lasts; "" for what is told by its page
	Match   rules.Match // where the key stands; of what has none Sole, Boxes or Option
	Lang    string      // of the page
	Label   string      // of a switch
	Heading string
	Parts   []Part // the boxes or options
	More    int    // how many controls of its page could not be read, where it stands for these
	Was     string // the label under which the person confirmed it, if LinkedIn shows another one now
	State   page.State
	Seen    int64
}

// Part is a box or an option as its page showed it.
type Part struct {
	Label  string
	Chosen bool
}

// Toggle is what a rule says of the labels.
func (u *Unknown) Toggle() string {
	if len(u.Parts) == 0 {
		return u.Label
	}
	labels := make([]string, len(u.Parts))
	for i, p := range u.Parts {
		labels[i] = p.Label
	}
	return rules.Toggle(labels)
}

// Lasting reports whether it can be told again, and so be made a rule.
func (u *Unknown) Lasting() bool { return u.Key != "" || u.Match != "" }

// Same reports whether it is the same thing that was seen before.
func (u *Unknown) Same(other *Unknown) bool {
	return u.Account == other.Account && u.Page == other.Page && u.Key == other.Key && (u.Key != "" || u.Match == other.Match && (u.Lasting() || u.Label == other.Label))
}

// Left is what the person wants to be left alone: a setting, or a switch that no rule names.
type Left struct {
	ID    string // of the setting, or "<page> <key>"
	Label string // LinkedIn's own, under which it was left
	Title string // LinkedIn's English title of the setting
}

// Leaves reports whether the person left something alone, and as what.
func (s *State) Leaves(id string) (Left, bool) {
	for _, x := range s.Left {
		if x.ID == id {
			return x, true
		}
	}
	return Left{}, false
}

// Leave notes that the person wants something to be left alone.
func (s *State) Leave(x Left) {
	s.Unleave(x.ID)
	if len(s.Left) < maxLeft {
		s.Left = append(s.Left, x)
	}
}

// Unleave takes that back.
func (s *State) Unleave(id string) {
	for i := range s.Left {
		if s.Left[i].ID == id {
			s.Left = append(s.Left[:i:i], s.Left[i+1:]...)
			return
		}
	}
}

// MayLook reports whether a run may open a page only to look at it: a row of the table may be marked or clicked there, or
// LinkedIn's own list shows it, or it has shown what no rule may act on.
func (s *State) MayLook(path string) bool {
	for _, row := range rules.Table() {
		if row.Act != rules.Never && s.PageOf(row) == path {
			return true
		}
	}
	for _, x := range s.Strangers {
		if x.Page == path {
			return true
		}
	}
	for _, u := range s.Unknown {
		if u.Page == path {
			return true
		}
	}
	return false
}

// vetFound drops what must not be among what pages showed, and reports what was wrong with the last.
func (s *State) vetFound() error {
	var bad error
	if len(s.Unknown) > MaxUnknown {
		s.Unknown, bad = nil, tooMany("unknown switches", MaxUnknown)
	}
	table := s.Table()
	kept := s.Unknown[:0]
	for _, u := range s.Unknown {
		x := Local{Page: u.Page, Key: u.Key, Match: u.Match, Label: u.Toggle(), Heading: u.Heading}
		_, openable := rules.SettingAddress(u.Page)
		told := openable && (!u.Lasting() || u.Key == "" && s.RowOn(x, table) != "")
		if !spelled(u.Page) || len(u.Parts) > maxParts || len(x.Label)+len(x.Heading)+len(u.Was)+len(u.Lang)+len(u.Account) > MaxWords || !(told || Lasting(u.Key)) {
			bad = wire.Error("want an unknown switch of a settings page, found " + u.Key + " on " + u.Page)
			continue
		}
		if told || u.Was != "" || Learnable(u.Page, u.Key, u.Match, table) == nil {
			kept = append(kept, u)
		}
	}
	s.Unknown = kept
	return bad
}

// vetLeft drops what the person cannot have left alone.
func (s *State) vetLeft() error {
	var bad error
	if len(s.Left) > maxLeft {
		s.Left, bad = nil, tooMany("settings left alone", maxLeft)
	}
	left := s.Left[:0]
	for _, x := range s.Left {
		if len(x.ID)+len(x.Label)+len(x.Title) > MaxWords {
			bad = wire.Error("want the name of a setting, found " + ascii.Itoa(len(x.ID)) + " letters")
			continue
		}
		left = append(left, x)
	}
	s.Left = left
	return bad
}

// RowOn returns the id of the row of a table that boxes, options or a switch without a key can be by their page, "" for none.
func (s *State) RowOn(x Local, table []rules.Setting) string {
	for _, row := range table {
		alike := row.Match == x.Match || (x.Match == rules.Sole && row.Act == rules.Mark && row.Control == rules.Switch)
		// Most rows are of other pages; whether theirs may be opened is much to find out.
		near := x.Page != "" && (row.Page == "" || row.Page == x.Page)
		if alike && near && row.Act != rules.Never && s.PageOf(row) == x.Page {
			return row.ID
		}
	}
	return ""
}
