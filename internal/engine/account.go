package engine

// account notes whose settings a page shows. What is known of one account says
// nothing about another, so their records are kept apart.
func (e *Engine) account(tab int, hash string) {
	if hash == "" || hash == e.state.Account {
		return
	}
	if e.state.Account == "" {
		e.state.Account = hash
		return
	}
	if r := e.state.Run; r.on() && (r.Tab == tab || r.Tab == 0) {
		e.stop(ByAccount)
	}
	old := Account{ID: e.state.Account, Settings: e.state.Settings, Checked: e.state.Checked}
	for _, s := range e.table {
		if rec, ok := old.Settings[s.ID]; ok {
			rec.History = rec.History[max(0, len(rec.History)-2):]
			old.Settings[s.ID] = rec
		}
	}
	e.state.Account, e.state.Settings, e.state.Checked = hash, map[string]Record{}, 0
	kept := []Account{old}
	for _, other := range e.state.Others {
		switch {
		case other.ID == hash:
			e.state.Settings, e.state.Checked = other.Settings, other.Checked
		case len(kept) < maxAccounts:
			kept = append(kept, other)
		}
	}
	e.state.Others = kept
	e.notice("account-changed")
}

// maxAccounts is how many other accounts are remembered.
const maxAccounts = 4

// Account is what is remembered of an account that is not the one last seen.
type Account struct {
	ID       string
	Settings map[string]Record
	Checked  int64
}
