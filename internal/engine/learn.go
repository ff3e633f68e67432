package engine

import (
	"offswitch/internal/ascii"
	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// unknownSwitches are the switches of a page that no rule names.
func (e *Engine) unknownSwitches(snap page.Snapshot) []page.Control {
	var found []page.Control
	for _, c := range snap.Controls {
		if !c.Visible || !rules.IsSwitch(c) {
			continue
		}
		if _, named := rules.Claimant(c, e.table); !named {
			found = append(found, c)
		}
	}
	return found
}

// learnKeys remembers the keys of controls that a page shows under their rows' labels.
func (e *Engine) learnKeys(snap page.Snapshot) {
	if !snap.Ready {
		return
	}
	for _, s := range e.table {
		if !s.Alone() || !page.Same(s.Page, snap.Path) {
			continue
		}
		c, verdict := rules.Locate(s, snap, e.table)
		if verdict != rules.Found || s.Matches(c) {
			continue
		}
		key := nameOf(c)
		if s.ByParts() {
			key = rules.PartKeys(s, snap)
		}
		if e.state.LearnKey(s.ID, key) {
			e.table = e.state.Table()
			return
		}
	}
}

// nameOf is the name by which an agent knows a control again in its document; "" for one that has none.
func nameOf(c page.Control) string {
	if names := ascii.Words(c.Key); len(names) > 0 {
		return names[0]
	}
	return c.ID
}

// keep makes a rule of a switch that was seen, because the person said so.
func (e *Engine) keep(args wire.Value) {
	path, key := args.Get("page").Text(), args.Get("key").Text()
	i := e.unknown(path, key)
	if i < 0 {
		if !e.kept(memory.Local{Page: path, Key: key, Match: rules.Sole}) { // a command may come twice
			e.refusal = NotASwitch
		}
		return
	}
	u := e.state.Unknown[i]
	setting := args.Get("setting").Text()
	if s, _ := e.rowOf(&u); setting != "" && setting != s.ID {
		e.refusal = NotASwitch
		return
	}
	if _, ok := e.makeRule(u, setting, ""); !ok {
		e.refusal = NotASwitch
	}
}

// unknown returns where on the list a switch stands, -1 where it does not.
func (e *Engine) unknown(path, key string) int {
	for i, u := range e.state.Unknown {
		if e.theirs(&e.state.Unknown[i]) && u.Page == path && u.Key == key && len(u.Parts) == 0 {
			return i
		}
	}
	return -1
}

// kept reports whether the person has made a rule of a switch, or of what has no key.
func (e *Engine) kept(of memory.Local) bool {
	for _, x := range e.state.Local {
		if x.Page == of.Page && x.Key == of.Key && (x.Key != "" || x.Match == of.Match && (of.Lang == "" || x.Lang == of.Lang)) {
			return true
		}
	}
	return false
}

// add takes a rule in if nothing speaks against it.
func (e *Engine) add(x memory.Local) error {
	if e.state.Run.Going() {
		return wire.Error("want no run to be on")
	}
	admitted, err := e.state.Admit(x)
	if err != nil {
		return err
	}
	delete(e.state.Settings, admitted.About()) // of another switch
	e.table = e.state.Table()
	return nil
}

func (e *Engine) forgetRule(id string) {
	if e.state.Run.Going() {
		e.refusal = AlreadyRunning
		return
	}
	for i, x := range e.state.Local {
		if x.ID == id {
			e.state.Local = append(e.state.Local[:i], e.state.Local[i+1:]...)
			delete(e.state.Settings, x.ID)
			delete(e.state.Settings, x.Setting)
			e.table = e.state.Table()
			return
		}
	}
}

// importRules puts rules before the person that were exported elsewhere, each of them only if it could have been learned here.
func (e *Engine) importRules(list []wire.Value) {
	if e.state.Run.Going() {
		e.refusal = AlreadyRunning
		return
	}
	bad := len(list) == 0
	for _, v := range list {
		var x memory.Local
		wire.Read(v, x.Fields)
		x.Added = e.now
		if e.state.Offer(x) != nil {
			bad = true
		}
	}
	if bad {
		e.refusal = NotAllRules
	}
}
