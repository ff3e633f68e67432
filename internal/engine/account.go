package engine

import "offswitch/internal/memory"

// ownerPatience is how long, in milliseconds, a page is given to say whose
// account it shows before it is taken for that of the account at hand.
const ownerPatience = 5_000

// attribute reports whether a page is about the account at hand, and notes whose settings it shows: when another account
// than before has signed in, that one is at hand from now on. A tab that an account before left open says nothing while
// a run is on.
func (e *Engine) attribute(tab int, hash string) bool {
	r := e.state.Run
	switch {
	case hash == "" || hash == e.state.Account:
		return true
	case r.Going() && tab != r.Tab:
		return false
	case e.state.Account == "":
		e.state.Account = hash
		return true
	case r.Going():
		e.stop(memory.ByAccount)
	}
	e.switchAccount(hash)
	return true
}

// switchAccount puts what is known of the account at hand aside, and takes up what is known of another. What is known
// of one says nothing about the other.
func (e *Engine) switchAccount(hash string) {
	if r := e.state.Run; r != nil {
		r.Foreign = true
	}
	old := memory.Account{ID: e.state.Account, Settings: e.state.Settings, Checked: e.state.Checked}
	for _, s := range e.table {
		if rec, ok := old.Settings[s.ID]; ok {
			rec.Forget(memory.MaxOthers)
			old.Settings[s.ID] = rec
		}
	}
	e.state.Account, e.state.Settings, e.state.Checked = hash, map[string]memory.Record{}, 0
	kept := []memory.Account{old}
	for _, other := range e.state.Others {
		switch {
		case other.ID == hash:
			e.state.Settings, e.state.Checked = other.Settings, other.Checked
		case len(kept) < memory.MaxAccounts:
			kept = append(kept, other)
		}
	}
	e.state.Others = kept
	e.notice(AccountChanged)
}

// attributed reports whether it is known whose the run's page is, as far as
// pages say it at all. Until then nothing is concluded from it.
func (e *Engine) attributed() bool {
	if !e.reached(e.attributable(e.doc.owned, e.state.Run.Landed)) {
		return false
	}
	e.ownerless = e.ownerless || !e.doc.owned
	return true
}

// attributable is when a document that was first heard of at a moment can be
// taken for that of the account at hand: at once where it has said whose it is,
// or where no page ever did.
func (e *Engine) attributable(owned bool, since int64) int64 {
	if owned || (e.ownerless && e.state.Account == "") {
		return since
	}
	return since + ownerPatience
}
