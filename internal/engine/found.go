package engine

import (
	"slices"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// What pages show that no rule may act on is noted, and offered to the person (question.go), who says what of it is to be off
// (answer.go).

// note lists what a page shows that no rule may act on, and takes off the list what one may.
func (e *Engine) note(account string, snap page.Snapshot) {
	path, ok := rules.SettingAddress(snap.Path)
	if !ok || !snap.Ready {
		return
	}
	alone := e.aloneOn(snap, path)
	for _, c := range e.unknownSwitches(snap) {
		u := memory.Unknown{Account: account, Page: path, Lang: snap.Lang, Label: c.Label, Heading: c.Heading, State: c.State}
		u.Key, u.Match = memory.KeyOf(c)
		switch {
		case c.Label != "" && alone:
			e.forgetSwitches(account, path) // its key may be another one with every load: page and label tell it
			u.Key, u.Match = "", rules.Sole
			e.found(u)
		case memory.Learnable(path, u.Key, u.Match, e.table) == nil:
			e.found(u)
		case c.Label != "" && !memory.Lasting(u.Key) && !e.untouchable(path):
			u.Key, u.Match = "", ""
			e.found(u)
		}
	}
	if snap.More > 0 {
		e.found(memory.Unknown{Account: account, Page: path, Lang: snap.Lang, More: snap.More, State: page.Unknown})
	}
	for _, s := range e.table {
		if s.Act == rules.Never || (s.Act != rules.Click && !s.ByParts()) || !page.Same(s.Page, snap.Path) {
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

// untouchable reports whether a page is that of a setting that is never touched.
func (e *Engine) untouchable(path string) bool {
	return slices.ContainsFunc(e.table, func(s rules.Setting) bool { return s.Act == rules.Never && page.Same(s.Page, path) })
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
		if u.Account != account || u.Page != path || (u.Key == "" && u.Lasting()) {
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
		if old.State != u.State || old.Toggle() != u.Toggle() || old.Was != u.Was || e.now >= old.Seen+memory.Day {
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
