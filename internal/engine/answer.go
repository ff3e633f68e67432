package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/wire"
)

// What becomes of the person's answer: rules of theirs, and what is left alone.

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
	for _, x := range e.state.Offered {
		if offeredID(x) == id {
			return e.acceptOffered(x, value, seen)
		}
	}
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
		if foundID(x.Setting, x.Page, x.Key) == id || offeredID(x) == id {
			return x.About(), true
		}
	}
	return "", false
}

// offeredID is what a rule from a file is called between the engine and its pages.
func offeredID(x memory.Local) string { return "file " + x.ID }

// acceptOffered makes a rule of one from a file. Nothing is known yet of what it is about.
func (e *Engine) acceptOffered(x memory.Local, want string, seen int64) (string, bool) {
	if x.Added != seen {
		return "", false
	}
	id := x.ID
	x.Want, x.Added = want, e.now
	if e.add(x) != nil {
		return "", false
	}
	e.state.Withdraw(id)
	e.state.Unleave(foundID(x.Setting, x.Page, x.Key))
	e.state.Settings[x.About()] = memory.Record{Outcome: memory.Unchecked, State: page.Unknown}
	e.forgetFound(&memory.Unknown{Account: e.state.Account, Page: x.Page, Key: x.Key, Match: x.Match})
	return x.About(), true
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
	for _, x := range e.state.Offered {
		if offeredID(x) == id {
			e.state.Withdraw(x.ID)
			return
		}
	}
	s, known := e.find(id)
	x := memory.Left{ID: id, Title: s.Title}
	for i := range e.state.Unknown {
		if u := &e.state.Unknown[i]; e.idOf(u) == id {
			x.Label, known = u.Toggle(), true
		}
	}
	if known {
		e.state.Leave(x)
	} else {
		e.refusal = NotASwitch
	}
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
			delete(e.state.Settings, x.ID)
		}
		e.leaveRuled(x)
	}
	if len(kept) < len(e.state.Local) {
		e.state.Local = kept
		e.table = e.state.Table()
	}
}
