package memory

import (
	"offswitch/internal/ascii"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// check reports what makes a stored run unusable. A run that is on goes on from
// what is stored, so nothing in it may lead to a page that the table does not
// name. One that is over may tell of rules that are gone since.
func (r *Run) check(s *State) error {
	switch {
	case r.Purpose != Harden && r.Purpose != Check && r.Purpose != Undo:
		return wire.Error("want a run's purpose, found " + string(r.Purpose))
	case r.Phase != Running && r.Phase != Ended && r.Phase != Stopped:
		return wire.Error("want a run's phase, found " + string(r.Phase))
	case r.Phase == Running && (r.At < 0 || r.At >= len(r.Visits)):
		return wire.Error("want a visit of the run, found number " + ascii.Itoa(r.At) + " of " + ascii.Itoa(len(r.Visits)))
	}
	table := TableWith(s.Local)
	for _, en := range r.Ledger {
		if (r.Going() && !s.Names(table, en)) || (en.Outcome != "" && !en.Outcome.Known()) {
			return wire.Error("want a setting of the table in the run's ledger, found " + en.ID)
		}
	}
	if !r.Going() {
		return nil
	}
	for _, v := range r.Visits {
		if _, category := rules.CategoryOf(v.Page); !r.has(v.Page) && !(v.Rows && category) {
			return wire.Error("want the page of a setting in the run's visits, found " + v.Page)
		}
	}
	return nil
}

// Names reports whether an entry of a ledger is about a setting of the table
// that a run may open, and its page is that setting's.
func (s *State) Names(table []rules.Setting, en Entry) bool {
	for _, row := range table {
		if row.ID == en.ID {
			return row.Act != rules.Never && s.PageOf(row) == en.Page && en.ByHand == (row.Act != rules.Click)
		}
	}
	return false
}

func (r *Run) has(path string) bool {
	for _, en := range r.Ledger {
		if en.Page == path {
			return true
		}
	}
	return false
}
