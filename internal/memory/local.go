package memory

import (
	"offswitch/internal/ascii"
	"offswitch/internal/page"
	"offswitch/internal/regions"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// What is kept of what the pages show, at most.
const (
	MaxRules     = 100
	MaxUnknown   = 60
	MaxStrangers = 60
	MaxWords     = 1000 // bytes of a rule's label and heading; what a page shows is shorter
)

// Local is a rule of the person's own: a switch on a page that is to be kept
// off. With Setting it is the control of a row of the table whose key nobody
// knew, confirmed by the person.
type Local struct {
	ID      string
	Page    string
	Key     string
	Match   rules.Match
	Label   string
	Heading string
	Setting string
	Added   int64
}

// Unknown is a switch on a visited page that no rule names.
type Unknown struct {
	Page    string
	Key     string
	Match   rules.Match
	Label   string
	Heading string
	State   page.State
	Seen    int64
}

// TableWith returns the rule table together with the person's own rules.
func TableWith(local []Local) []rules.Setting {
	if len(local) == 0 {
		return rules.Table()
	}
	all := append([]rules.Setting(nil), rules.Table()...)
	for _, x := range local {
		if x.Setting != "" {
			for i := range all {
				if all[i].ID == x.Setting {
					all[i].Key, all[i].Match, all[i].Page, all[i].Act = x.Key, x.Match, x.Page, rules.Click
					all[i].Toggle = x.Label
				}
			}
			continue
		}
		all = append(all, rules.Setting{
			ID: x.ID, Key: x.Key, Match: x.Match, Page: x.Page, Title: x.Heading, Toggle: x.Label,
			Control: rules.Switch, Level: rules.Essential, Act: rules.Click, Offers: anywhere,
		})
	}
	return all
}

// anywhere is the offer of a person's own rule: wherever the person is.
var anywhere = []regions.Offer{{Regions: regions.Everywhere(), Default: regions.Unknown}}

// Learnable reports why a switch must never become a rule, whoever asks for it.
// What destroys something, or stands on a page that is not to be opened, cannot
// be learned; nor can what a rule names already.
func Learnable(path, key string, m rules.Match, table []rules.Setting) error {
	switch {
	case page.Canonical(path) != path || page.KindOf(path) != page.Setting || rules.Denied(path):
		return wire.Error("want a settings page that may be opened, found " + path)
	case m != rules.LabelledBy && m != rules.ElementID:
		return wire.Error("want a key in aria-labelledby or id, found " + string(m))
	case !Lasting(key):
		return wire.Error("want a key that lasts, found " + key)
	}
	as := page.Control{Key: key}
	if m == rules.ElementID {
		as = page.Control{ID: key}
	}
	for _, s := range table {
		if s.Matches(as) || (s.Act == rules.Never && (page.Same(s.Page, path) || ascii.HasPrefix(key, s.Key+"__") && s.Key != "")) {
			return wire.Error("want a switch that no rule names, found that of " + s.ID)
		}
	}
	return nil
}

// Vet reports why a rule must not be taken in beside others, wherever it comes from.
func (x *Local) Vet(others []Local) error {
	if len(others) >= MaxRules {
		return wire.Error("want at most " + ascii.Itoa(MaxRules) + " rules")
	}
	if len(x.Label)+len(x.Heading) > MaxWords {
		return wire.Error("want a label and a heading that a switch could have")
	}
	table := TableWith(others)
	if err := Learnable(x.Page, x.Key, x.Match, table); err != nil || x.Setting == "" {
		return err
	}
	for _, s := range table {
		if s.ID == x.Setting && s.Key == "" && s.Control == rules.Switch && s.Act != rules.Never {
			return nil
		}
	}
	return wire.Error("want a setting whose key is not known, found " + x.Setting)
}

// Lasting reports whether a key looks like a name that somebody gave, and not
// like one that the page's program makes up on every load.
func Lasting(key string) bool {
	if len(key) < 3 || len(key) > 120 || ascii.HasPrefix(key, "ember") {
		return false
	}
	letters := 0
	for i := range len(key) {
		switch c := key[i]; {
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			letters++
		case c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.':
		default:
			return false
		}
	}
	return letters >= 3 && (key[0] < '0' || key[0] > '9')
}

// KeyOf is what a control can be told by, and where that stands.
func KeyOf(c page.Control) (string, rules.Match) {
	if c.Key != "" {
		return c.Key, rules.LabelledBy
	}
	return c.ID, rules.ElementID
}

// LocalID returns the id of a rule that names a switch and no row of the table.
func LocalID(x Local) string { return "local:" + x.Page + ":" + x.Key }

// vet drops what a stored state must not hold, and says so.
func (s *State) vet() error {
	var bad error
	stored := s.Local
	s.Local = nil
	for _, x := range stored {
		if err := x.Vet(s.Local); err != nil {
			bad = err
			continue
		}
		x.ID = LocalID(x)
		s.Local = append(s.Local, x)
	}
	kept := s.Addresses[:0]
	for _, a := range s.Addresses {
		if page.KindOf(a.Page) != page.Setting || rules.Denied(a.Page) {
			bad = wire.Error("want the address of a settings page, found " + a.Page)
			continue
		}
		kept = append(kept, a)
	}
	s.Addresses = kept
	return bad
}
