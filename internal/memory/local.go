package memory

import (
	"slices"

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
// off. With Setting it is the control of a row of the table whose key, or whose labels in a language, nobody
// knew, confirmed by the person.
type Local struct {
	ID      string
	Page    string
	Key     string
	Match   rules.Match
	Lang    string // of the page that showed the label; "" where that was not written down
	Label   string // of boxes and options all of them, as rules.Parts reads them
	Want    string // the option that the person chose
	Heading string
	Setting string
	Added   int64
}

// Table returns the rule table together with the person's own rules and the keys that were learned.
func (s *State) Table() []rules.Setting { return s.Own.table(s.Learned) }

func (o *Own) table(learned []Learned) []rules.Setting {
	if len(o.Local) == 0 && len(learned) == 0 {
		return rules.Table()
	}
	all := append([]rules.Setting(nil), rules.Table()...)
	for _, x := range learned {
		for i := range all {
			if all[i].ID == x.Setting {
				all[i].Key = x.Key
			}
		}
	}
	for _, x := range o.Local {
		if x.Setting != "" {
			for i := range all {
				if all[i].ID == x.Setting {
					confirmed(&all[i], x)
				}
			}
			continue
		}
		all = append(all, rules.Setting{
			ID: x.ID, Key: x.Key, Match: x.Match, Page: x.Page, Title: x.Heading, Toggle: x.Label, Lang: x.Lang,
			Control: rules.Switch, Level: rules.Essential, Act: rules.Click, Offers: anywhere, Own: true,
		})
	}
	return all
}

// confirmed makes a row one that the person has confirmed, and wants off at any level.
func confirmed(row *rules.Setting, x Local) {
	row.Match, row.Page, row.Act, row.Kept = x.Match, x.Page, rules.Click, true
	row.Toggle, row.Lang = x.Label, x.Lang
	if x.Key != "" {
		row.Key, row.Own = x.Key, true
		return
	}
	row.Labels = append([]rules.Label{{Lang: x.Lang, Toggle: x.Label, Want: x.Want}}, row.Labels...)
}

// anywhere is the offer of a person's own rule: wherever the person is.
var anywhere = []regions.Offer{{Regions: regions.Everywhere(), Default: regions.Unknown}}

// Learnable reports why a switch must never become a rule, whoever asks for it.
// What destroys something, or stands on a page that is not to be opened, cannot
// be learned; nor can what a rule names already, in whichever place its key stands.
func Learnable(path, key string, m rules.Match, table []rules.Setting) error {
	clean, ok := rules.SettingAddress(path)
	switch {
	case !ok || clean != path:
		return wire.Error("want a settings page that may be opened, found " + path)
	case m != rules.LabelledBy && m != rules.ElementID:
		return wire.Error("want a key in aria-labelledby or id, found " + string(m))
	case !Lasting(key):
		return wire.Error("want a key that lasts, found " + key)
	}
	for _, s := range table {
		if borne(s.Key, key) || s.Act == rules.Never && page.Same(s.Page, path) {
			return wire.Error("want a switch that no rule names, found that of " + s.ID)
		}
	}
	return nil
}

// borne reports whether a key is a rule's, or that of one of its options.
func borne(ruled, key string) bool {
	for _, name := range ascii.Words(ruled) {
		if key == name || ascii.HasPrefix(key, name+"__") {
			return true
		}
	}
	return false
}

// Admit takes a rule in beside the others, as it stands then, or reports why not, wherever it comes from.
func (s *State) Admit(x Local) (Local, error) {
	if len(s.Local) >= MaxRules {
		return x, wire.Error("want at most " + ascii.Itoa(MaxRules) + " rules")
	}
	if err := s.vetRule(x); err != nil {
		return x, err
	}
	s.withdraw(x)
	x.ID = LocalID(x)
	s.Local = append(s.Local, x)
	return x, nil
}

// Offer puts a rule before the person that comes from a file, or reports why it could be none. One that is theirs already is
// not asked about.
func (s *State) Offer(x Local) error {
	if s.Rules(&x) {
		return nil
	}
	if len(s.Offered) >= MaxRules {
		return wire.Error("want at most " + ascii.Itoa(MaxRules) + " rules from a file")
	}
	if err := s.vetRule(x); err != nil {
		return err
	}
	x.ID = LocalID(x)
	s.Withdraw(x.ID)
	s.Offered = append(s.Offered, x)
	return nil
}

// Withdraw takes an offer off the list.
func (s *State) Withdraw(id string) {
	s.Offered = slices.DeleteFunc(slices.Clone(s.Offered), func(x Local) bool { return x.ID == id })
}

// Rules reports whether the person has made a rule that says the same.
func (s *State) Rules(x *Local) bool {
	for _, old := range s.Local {
		old.ID, old.Heading, old.Added = x.ID, x.Heading, x.Added
		if old == *x {
			return true
		}
	}
	return false
}

// withdraw takes a rule back that another one is to replace: of the same switch, or of the same boxes or options in the same
// language.
func (s *State) withdraw(x Local) {
	for i, old := range s.Local {
		if old.Page == x.Page && old.Key == x.Key && old.Match == x.Match && old.Setting == x.Setting && (x.Key != "" || old.Lang == x.Lang) {
			s.Local = append(s.Local[:i:i], s.Local[i+1:]...)
			return
		}
	}
}

// vetRule reports why a rule must not stand beside the others, but for the one that it would replace.
func (s *State) vetRule(x Local) error {
	if len(x.Label)+len(x.Heading) > MaxWords {
		return wire.Error("want a label and a heading that a switch could have")
	}
	without := *s
	without.withdraw(x)
	table := without.Table()
	if x.Key == "" {
		return s.vetTold(x, table)
	}
	if err := Learnable(x.Page, x.Key, x.Match, table); err != nil {
		return err
	}
	return s.vetRow(x, table)
}

// vetTold reports why what has no key must not stand for the row that it names: it is on another page, is told in another
// way, or says not what is to be chosen.
func (s *State) vetTold(x Local, table []rules.Setting) error {
	parts := rules.Parts(x.Label)
	switch {
	case x.Setting == "" || s.RowOn(x, table) != x.Setting:
		return wire.Error("want what a page shows of " + x.Setting + ", found something on " + x.Page)
	case len(parts) == 0 || len(parts) > maxParts || x.Lang == "":
		return wire.Error("want labels in a language, found " + x.Label)
	case slices.Contains(parts, x.Want) != (x.Match == rules.Option):
		return wire.Error("want one of the options, found " + x.Want)
	}
	return nil
}

// vetRow reports why a rule must not stand for the row of the table that it names: the row says already which switch it is,
// or it is on another page.
func (s *State) vetRow(x Local, table []rules.Setting) error {
	if x.Setting == "" {
		return nil
	}
	for _, row := range table {
		if row.ID != x.Setting || (row.Key != "" && row.Match != rules.Sole) || row.Control != rules.Switch || row.Act == rules.Never {
			continue
		}
		if s.PageOf(row) != x.Page {
			return wire.Error("want a switch on the page of " + row.ID + ", found one on " + x.Page)
		}
		return nil
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
func LocalID(x Local) string {
	if x.Key == "" {
		return "local:" + x.Page + ":" + string(x.Match) + ":" + x.Lang
	}
	return "local:" + x.Page + ":" + x.Key
}

// About returns the id of the setting that a rule is about: the row of the table that it names, or itself.
func (x *Local) About() string {
	if x.Setting != "" {
		return x.Setting
	}
	return LocalID(*x)
}
