package engine

import "offswitch/internal/memory"

// ownerPatience is how long, in milliseconds, a page is given to say whose
// account it shows before it is taken for that of the account at hand.
const ownerPatience = 5_000

// attribute reports whether a page is about the account at hand, and notes whose settings it shows. Another account is
// only at hand when a second page names it too, or when a sign-in page was seen before: one link to somebody else's
// profile concludes nothing. A tab that an account before left open says nothing while a run is on.
func (e *Engine) attribute(tab int, hash string, doc string) bool {
	r := e.state.Run
	switch {
	case hash == "":
		return true
	case hash == e.state.Account:
		e.suspect, e.signedOut = suspect{}, false
		return true
	case r.Going() && tab != r.Tab:
		return false
	case e.state.Account == "":
		e.state.Account = hash
		return true
	case e.suspect.hash != hash && !e.signedOut:
		e.suspect = suspect{hash: hash, doc: doc}
		if r.Going() && r.Visit().Loads <= maxLoads {
			e.load() // another page may name another one
		}
		return false
	case e.suspect.doc == doc:
		return false
	case r.Going():
		e.stop(memory.ByAccount)
	}
	e.suspect, e.signedOut = suspect{}, false
	e.switchAccount(hash)
	return true
}

// suspect is an account that one page has named, and no other yet.
type suspect struct{ hash, doc string }

// switchAccount puts what is known of the account at hand aside, and takes up what is known of another. What is known
// of one says nothing about the other.
func (e *Engine) switchAccount(hash string) {
	if r := e.state.Run; r != nil {
		r.Foreign = true
	}
	old := memory.Account{ID: e.state.Account, Settings: e.state.Settings, Words: e.state.Words, Checked: e.state.Checked, Own: e.state.Own}
	for _, s := range e.table {
		if rec, ok := old.Settings[s.ID]; ok {
			rec.Forget(memory.MaxOthers)
			old.Settings[s.ID] = rec
		}
	}
	e.state.Account, e.state.Settings, e.state.Words, e.state.Checked, e.state.Own = hash, map[string]memory.Record{}, nil, 0, memory.Own{}
	kept := []memory.Account{old}
	for _, other := range e.state.Others {
		switch {
		case other.ID == hash:
			e.state.Settings, e.state.Words, e.state.Checked, e.state.Own = other.Settings, other.Words, other.Checked, other.Own
		case len(kept) < memory.MaxAccounts:
			kept = append(kept, other)
		}
	}
	e.state.Others = kept
	e.table = e.state.Table()
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

// unnamed reports whether the page of an undo does not say whose account it shows, though one is known: what is turned on
// must be known to be the right account's.
func (e *Engine) unnamed() bool {
	r := e.state.Run
	return r.Purpose == memory.Undo && e.state.Account != "" && !e.doc.owned
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
