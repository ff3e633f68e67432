package engine

import (
	"offswitch/internal/ascii"
	"offswitch/internal/page"
	"offswitch/internal/regions"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// What is kept of what the pages show, at most.
const (
	maxLocal     = 100
	maxUnknown   = 60
	maxStrangers = 60
	maxWords     = 1000 // bytes of a rule's label and heading; what a page shows is shorter
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

// tableWith returns the rule table together with the person's own rules.
func tableWith(local []Local) []rules.Setting {
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
var anywhere = []regions.Offer{{
	Regions: []regions.Region{regions.Designated, regions.UK, regions.US, regions.Canada, regions.HongKong, regions.China, regions.Other},
	Default: regions.Unknown,
}}

// learnable reports why a switch must never become a rule, whoever asks for it.
// What destroys something, or stands on a page that is not to be opened, cannot
// be learned; nor can what a rule names already.
func learnable(path, key string, m rules.Match, table []rules.Setting) error {
	switch {
	case page.Canonical(path) != path || page.KindOf(path) != page.Setting || rules.Denied(path):
		return wire.Error("want a settings page that may be opened, found " + path)
	case m != rules.LabelledBy && m != rules.ElementID:
		return wire.Error("want a key in aria-labelledby or id, found " + string(m))
	case !lasting(key):
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

// vet reports why a rule must not be taken in beside others, wherever it comes from.
func (x *Local) vet(others []Local) error {
	if len(others) >= maxLocal {
		return wire.Error("want at most " + ascii.Itoa(maxLocal) + " rules")
	}
	if len(x.Label)+len(x.Heading) > maxWords {
		return wire.Error("want a label and a heading that a switch could have")
	}
	table := tableWith(others)
	if err := learnable(x.Page, x.Key, x.Match, table); err != nil || x.Setting == "" {
		return err
	}
	for _, s := range table {
		if s.ID == x.Setting && s.Key == "" && s.Control == rules.Switch && s.Act != rules.Never {
			return nil
		}
	}
	return wire.Error("want a setting whose key is not known, found " + x.Setting)
}

// lasting reports whether a key looks like a name that somebody gave, and not
// like one that the page's program makes up on every load.
func lasting(key string) bool {
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

// keyOf is what a control can be told by, and where that stands.
func keyOf(c page.Control) (string, rules.Match) {
	if c.Key != "" {
		return c.Key, rules.LabelledBy
	}
	return c.ID, rules.ElementID
}

// unknownSwitches are the switches of a page that no rule names.
func (e *Engine) unknownSwitches(snap page.Snapshot) []page.Control {
	var found []page.Control
	for _, c := range snap.Controls {
		if !c.Visible || (c.Kind != "switch" && c.Kind != "button") {
			continue
		}
		named := false
		for _, s := range e.table {
			named = named || s.Matches(c)
		}
		if !named {
			found = append(found, c)
		}
	}
	return found
}

// note lists the switches of a page that no rule names.
func (e *Engine) note(snap page.Snapshot) {
	path := page.Canonical(snap.Path)
	if !snap.Ready {
		return
	}
	for _, c := range e.unknownSwitches(snap) {
		key, m := keyOf(c)
		if learnable(path, key, m, e.table) != nil {
			continue
		}
		u := Unknown{Page: path, Key: key, Match: m, Label: c.Label, Heading: c.Heading, State: c.State, Seen: e.now}
		i := e.unknown(path, key)
		switch {
		case i < 0:
			e.state.Unknown = append(e.state.Unknown, u)
			if len(e.state.Unknown) > maxUnknown {
				e.state.Unknown = e.state.Unknown[1:]
			}
		case e.state.Unknown[i].State != u.State || e.state.Unknown[i].Label != u.Label:
			e.state.Unknown[i] = u
		}
	}
}

func (e *Engine) unknown(path, key string) int {
	for i, u := range e.state.Unknown {
		if u.Page == path && u.Key == key {
			return i
		}
	}
	return -1
}

// rowOf returns the row of the table that a page belongs to and whose key is
// not known, if the page was seen with exactly one switch that no rule names.
func (e *Engine) rowOf(path string) string {
	n := 0
	for _, u := range e.state.Unknown {
		if u.Page == path {
			n++
		}
	}
	if n != 1 {
		return ""
	}
	for _, s := range e.table {
		if s.Key == "" && s.Control == rules.Switch && s.Act != rules.Never && page.Same(e.state.pageOf(s), path) {
			return s.ID
		}
	}
	return ""
}

// keep makes a rule of a switch that was seen, because the person said so.
func (e *Engine) keep(args wire.Value) {
	path, key := args.Get("page").Text(), args.Get("key").Text()
	i := e.unknown(path, key)
	if i < 0 {
		e.refusal = "not-a-switch"
		return
	}
	u := e.state.Unknown[i]
	x := Local{Page: u.Page, Key: u.Key, Match: u.Match, Label: u.Label, Heading: u.Heading, Setting: args.Get("setting").Text(), Added: e.now}
	if x.Setting != "" && x.Setting != e.rowOf(path) {
		e.refusal = "not-a-switch"
		return
	}
	if e.add(x) != nil {
		e.refusal = "not-a-switch"
		return
	}
	id := x.Setting
	if id == "" {
		id = localID(x)
	}
	rec := Record{Outcome: Unchecked, State: u.State, Seen: u.Seen}
	if u.State == page.On {
		rec.Outcome = StillOn
	}
	e.state.Settings[id] = rec
	e.state.Unknown = append(e.state.Unknown[:i], e.state.Unknown[i+1:]...)
}

func localID(x Local) string { return "local:" + x.Page + ":" + x.Key }

// add takes a rule in if nothing speaks against it.
func (e *Engine) add(x Local) error {
	if e.state.Run.on() {
		return wire.Error("want no run to be on")
	}
	if err := x.vet(e.state.Local); err != nil {
		return err
	}
	x.ID = localID(x)
	e.state.Local = append(e.state.Local, x)
	e.table = tableWith(e.state.Local)
	return nil
}

func (e *Engine) forgetRule(id string) {
	if e.state.Run.on() {
		e.refusal = "already-running"
		return
	}
	for i, x := range e.state.Local {
		if x.ID == id {
			e.state.Local = append(e.state.Local[:i], e.state.Local[i+1:]...)
			delete(e.state.Settings, x.ID)
			delete(e.state.Settings, x.Setting)
			e.table = tableWith(e.state.Local)
			return
		}
	}
}

// importRules takes in rules that were exported elsewhere, each of them only if
// it could have been learned here.
func (e *Engine) importRules(list []wire.Value) {
	if e.state.Run.on() {
		e.refusal = "already-running"
		return
	}
	bad := len(list) == 0
	for _, v := range list {
		var x Local
		wire.Read(v, x.fields)
		x.Added = e.now
		if e.add(x) != nil {
			bad = true
		}
	}
	if bad {
		e.refusal = "not-all-rules"
	}
}

// vet drops what a stored state must not hold, and says so.
func (s *State) vet() error {
	var bad error
	stored := s.Local
	s.Local = nil
	for _, x := range stored {
		if err := x.vet(s.Local); err != nil {
			bad = err
			continue
		}
		x.ID = localID(x)
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
