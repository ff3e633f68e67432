package engine

import (
	"slices"

	"offswitch/internal/ascii"
	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// What pages show that no rule may act on is noted, and offered to the person, who says what of it is to be off: that is
// stored as rules of theirs, and the rest as left alone.

// note lists what a page shows that no rule may act on, and takes off the list what one may.
func (e *Engine) note(account string, snap page.Snapshot) {
	path, ok := rules.SettingAddress(snap.Path)
	if !ok || !snap.Ready {
		return
	}
	for _, c := range e.unknownSwitches(snap) {
		u := memory.Unknown{Account: account, Page: path, Lang: snap.Lang, Label: c.Label, Heading: c.Heading, State: c.State}
		u.Key, u.Match = memory.KeyOf(c)
		switch {
		case c.Label != "" && e.aloneOn(snap, path):
			e.forgetSwitches(account, path) // its key may be another one with every load: page and label tell it
			u.Key, u.Match = "", rules.Sole
			e.found(u)
		case memory.Learnable(path, u.Key, u.Match, e.table) == nil:
			e.found(u)
		}
	}
	for _, s := range e.table {
		if s.Act != rules.Click || !page.Same(s.Page, snap.Path) {
			continue
		}
		c, verdict := rules.Locate(s, snap, e.table)
		switch {
		case verdict == rules.Unnamed && s.ByParts():
			e.found(partsOfPage(s, account, snap, path))
		case verdict == rules.Unnamed && s.Own:
			e.found(memory.Unknown{Account: account, Page: path, Key: s.Key, Match: s.Match, Lang: snap.Lang, Label: c.Label, Heading: c.Heading, Was: s.Toggle, State: c.State})
		case verdict == rules.Found:
			e.forgetFound(&memory.Unknown{Account: account, Page: path, Key: "", Match: s.Match})
			e.forgetFound(&memory.Unknown{Account: account, Page: path, Key: s.Key, Match: s.Match})
		}
	}
}

// aloneOn reports whether a page is that of a row, and shows one control and nothing beside it.
func (e *Engine) aloneOn(snap page.Snapshot, path string) bool {
	s, ok := e.find(e.state.RowOn(memory.Local{Page: path, Match: rules.Sole}, e.table))
	n := 0
	for _, c := range snap.Controls {
		if c.Visible && (rules.IsSwitch(c) || !s.Beside) {
			n++
		}
	}
	return ok && n == 1 && snap.More == 0
}

// forgetSwitches takes the switches of a page that have keys off the list.
func (e *Engine) forgetSwitches(account, path string) {
	kept := e.state.Unknown[:0]
	for _, u := range e.state.Unknown {
		if u.Account != account || u.Page != path || u.Key == "" {
			kept = append(kept, u)
		}
	}
	e.state.Unknown = kept
}

// partsOfPage are the boxes or options of a setting, as its page shows them. They are on as long as nobody knows better.
func partsOfPage(s rules.Setting, account string, snap page.Snapshot, path string) memory.Unknown {
	u := memory.Unknown{Account: account, Page: path, Match: s.Match, Lang: snap.Lang, State: page.Off}
	for _, c := range s.PartsOn(snap) {
		u.Heading = c.Heading
		u.Parts = append(u.Parts, memory.Part{Label: c.Label, Chosen: c.State == page.On})
		if c.State == page.On && s.OptionMeans(snap.Lang, c.Label) != page.Off {
			u.State = page.On
		}
	}
	return u
}

// calledBefore is the label under which the person confirmed what has no key, in the language of a page.
func (e *Engine) calledBefore(u *memory.Unknown) string {
	for _, x := range e.state.Local {
		if x.Key == "" && x.Page == u.Page && x.Match == u.Match && x.Lang == u.Lang {
			return x.Label
		}
	}
	return ""
}

// found enters into the list what a page shows.
func (e *Engine) found(u memory.Unknown) {
	u.Seen = e.now
	if u.Key == "" {
		u.Was = e.calledBefore(&u)
	}
	for i := range e.state.Unknown {
		old := &e.state.Unknown[i]
		if !old.Same(&u) {
			continue
		}
		if old.State != u.State || old.Toggle() != u.Toggle() || old.Was != u.Was {
			*old = u
		}
		return
	}
	e.state.Unknown = append(e.state.Unknown, u)
	if len(e.state.Unknown) > memory.MaxUnknown {
		e.state.Unknown = e.state.Unknown[1:]
	}
}

// forgetFound takes something off the list.
func (e *Engine) forgetFound(u *memory.Unknown) {
	for i := range e.state.Unknown {
		if e.state.Unknown[i].Same(u) {
			e.state.Unknown = append(e.state.Unknown[:i:i], e.state.Unknown[i+1:]...)
			return
		}
	}
}

// rowOf returns the row of the table that something on the list is believed to be: what its page or the person's rule names,
// or, of a switch, the one whose page was seen with exactly one that no rule names.
func (e *Engine) rowOf(u *memory.Unknown) (rules.Setting, bool) {
	switch {
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
		if other := &e.state.Unknown[i]; other.Account == u.Account && other.Page == u.Page && len(other.Parts) == 0 {
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
	return e.theirs(u) && u.State == page.On && (!ok || left.Label != "" && left.Label != u.Toggle())
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

// confirm makes rules of what the person wants off and leaves alone what they do not, and begins a run about the first.
func (e *Engine) confirm(args wire.Value, granted bool) {
	if !e.mayBegin(granted) {
		return
	}
	var ids []string
	bad := false
	for _, v := range args.Get("take").Items() {
		id, ok := e.accept(v.Get("id").Text(), v.Get("value").Text(), v.Get("seen").Int())
		if ok {
			ids = append(ids, id)
		}
		bad = bad || !ok
	}
	for _, v := range args.Get("leave").Items() {
		e.leaveAlone(v.Text())
	}
	if len(ids) > 0 {
		e.startOnly(ids)
	}
	if bad {
		e.refusal = NotAllRules
	}
}

// accept makes a rule of something on the list, if it is still as the person saw it, and returns the id of the setting that it is
// about. A command may come twice.
func (e *Engine) accept(id, value string, seen int64) (string, bool) {
	for i := range e.state.Unknown {
		u := e.state.Unknown[i]
		if e.idOf(&u) != id || !e.theirs(&u) {
			continue
		}
		if u.Seen != seen {
			return "", false
		}
		s, _ := e.rowOf(&u)
		about, ok := e.makeRule(u, s.ID, value)
		if ok {
			e.state.Unleave(id)
		}
		return about, ok
	}
	for _, x := range e.state.Local {
		if foundID(x.Setting, x.Page, x.Key) == id {
			return x.About(), true
		}
	}
	return "", false
}

// makeRule makes a rule of something on the list, in the position in which it was seen, and returns the id of the setting that it
// is about.
func (e *Engine) makeRule(u memory.Unknown, setting, want string) (string, bool) {
	x := memory.Local{Page: u.Page, Key: u.Key, Match: u.Match, Lang: u.Lang, Label: u.Toggle(), Want: want, Heading: u.Heading, Setting: setting, Added: e.now}
	if e.add(x) != nil {
		return "", false
	}
	rec := memory.Record{Outcome: memory.Unchecked, State: u.State, Seen: u.Seen}
	if u.State == page.On {
		rec.Outcome = memory.StillOn
	}
	e.state.Settings[x.About()] = rec
	e.forgetFound(&u)
	return x.About(), true
}

// leaveAlone notes that the person wants a setting, or something on the list, to stay as it is.
func (e *Engine) leaveAlone(id string) {
	x := memory.Left{ID: id}
	for i := range e.state.Unknown {
		if u := &e.state.Unknown[i]; e.idOf(u) == id {
			x.Label = u.Toggle()
		}
	}
	s, ok := e.find(id)
	x.Title = s.Title
	if ok || x.Label != "" {
		e.state.Leave(x)
	} else {
		e.refusal = NotASwitch
	}
}

// fresh counts the settings that the table has gained since a run last came to its end, and that are offered.
func (e *Engine) fresh() int {
	if e.state.Rows == "" {
		return 0
	}
	n, known := 0, ascii.Words(e.state.Rows)
	for _, s := range rules.Table() {
		if !slices.Contains(known, s.ID) && e.standing(s) != rules.Unoffered {
			n++
		}
	}
	return n
}

// knowRows remembers which rows the table has.
func (e *Engine) knowRows() {
	var ids []string
	for _, s := range rules.Table() {
		ids = append(ids, s.ID)
	}
	e.state.Rows = ascii.Join(ids, " ")
}

// disown ends the rule that the person made of something that is not what they took it for. What it turned off is turned on again
// first.
func (e *Engine) disown(id string, granted bool) {
	for _, x := range e.state.Local {
		switch {
		case x.About() != id:
		case e.state.Settings[id].Ours:
			if e.mayBegin(granted) {
				e.startUndo([]string{id})
			}
			return
		default:
			if e.forgetRule(x.ID); e.refusal == "" {
				e.leaveRuled(x)
			}
			return
		}
	}
	e.refusal = NotASwitch
}

// leaveRuled leaves alone what a rule was about that has ended.
func (e *Engine) leaveRuled(x memory.Local) {
	s, _ := e.find(x.Setting)
	e.state.Leave(memory.Left{ID: foundID(x.Setting, x.Page, x.Key), Label: x.Label, Title: s.Title})
}

// endUndone ends the rules of the person's own whose settings a run has turned on again because they asked for it: what they
// named is left alone from then on.
func (e *Engine) endUndone() {
	var kept []memory.Local
	for _, x := range e.state.Local {
		en := e.state.Run.Entry(x.About())
		if en == nil || en.Why != memory.WhyUndone {
			kept = append(kept, x)
			continue
		}
		if x.Setting == "" {
			e.state.ForgetSetting(x.ID)
		}
		e.leaveRuled(x)
	}
	if len(kept) < len(e.state.Local) {
		e.state.Local = kept
		e.table = e.state.Table()
	}
}
