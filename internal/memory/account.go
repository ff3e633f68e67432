package memory

import "offswitch/internal/wire"

// MaxAccounts is how many other accounts are remembered.
const MaxAccounts = 4

// Account is what is remembered of an account that is not the one last seen.
type Account struct {
	ID       string
	Settings map[string]Record
	Words    []Word
	Checked  int64
	Own
}

// write writes the members of an account.
func (a *Account) write(w *wire.Writer, learned []Learned) {
	w.Text("id", a.ID)
	w.Int("checked", a.Checked)
	writeRecords(w, a.table(learned), a.Settings)
	words(wire.Writing(w), &a.Words)
	a.Own.lists(wire.Writing(w))
}

// readAccount reads what is remembered of another account, and returns what was wrong with it. What the person said was of
// all accounts in what earlier versions stored.
func (s *State) readAccount(v wire.Value) (Account, error) {
	a := Account{ID: v.Get("id").Text(), Settings: map[string]Record{}, Checked: v.Get("checked").Int()}
	own := State{Own: s.Own, Learned: s.Learned, Addresses: s.Addresses}
	var bad error
	if v.Get("local").Kind() != wire.Missing {
		own.Own = Own{}
		wire.Read(v, own.Own.lists)
		bad = own.vetOwn()
	}
	a.Own = own.Own
	if err := readRecords(v, a.table(s.Learned), a.Settings); err != nil {
		bad = err
	}
	wire.Read(v, func(f *wire.Fields) { words(f, &a.Words) })
	if err := vetWords(&a.Words); err != nil {
		bad = err
	}
	return a, bad
}
