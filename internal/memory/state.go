// Package memory is all that the extension remembers: the person's choices, what is known of each setting, the run that is
// on, the person's own rules. It says what may be in it, writes it as JSON, and reads it back from anywhere: an earlier
// version, damaged storage, a file.
//
// [State] is the whole; [Encode] and [Decode] carry it to storage and back. A [Run] has a ledger with an [Entry] for each
// setting: its [Stage] says how far the run is with it, its [Evidence] what that rests on. A [Record] is what is known of a
// setting beyond the run. Package engine decides with it; nothing here knows of the engine.
//
// Read state.go, then record.go, history.go and reasons.go for what is known of a setting, ledger.go and entry.go for a
// run, meanings.go for what LinkedIn's words for on and off were learned to mean, choices.go, managed.go, local.go and found.go for what is the person's own and what pages showed, learned.go for keys of rows that have none in the table, and codec.go, account.go, valid.go and
// file.go for how it is stored, read, and brought back from a file.
package memory

import (
	"offswitch/internal/rules"
)

// Lengths of time, in milliseconds.
const (
	Minute = 60_000
	Day    = 24 * 60 * Minute
)

// Version is the version of the stored state that this engine writes. It reads
// all earlier ones.
const Version = 2

// State is all that the extension remembers. It is stored as one JSON object.
type State struct {
	Choices  Choices
	Run      *Run // the run that is on, or else the last one; nil before the first
	Settings map[string]Record
	Notices  []string // what the person has to be told, by code, until dismissed

	Own                       // what the person said of the account at hand
	Learned        []Learned  // keys of rows that have none in the table
	Unknown        []Unknown  // what pages showed that no rule may act on
	Looked         []Moment   // when a page was last only looked at, by path
	Rows           string     // the ids of the table's rows when a run last came to its end, a blank between two
	Addresses      []Address  // of settings whose page the table does not know
	Strangers      []Stranger // rows of category pages that no rule names
	CategoriesRead []Moment   // when each category page was last read, by category
	Words          []Word     // what LinkedIn's lists call on and off, for the account at hand
	Done           []Moment   // when a follow-up was marked as done, by its id

	Checked int64     // when a run last came to its end
	Tried   int64     // when a run was last begun
	Account string    // the salted hash of the account that Settings is about; "" while none was seen
	Others  []Account // what is remembered of other accounts
}

// Own is what the person said of one account, beyond their choices.
type Own struct {
	Local   []Local // their rules
	Offered []Local // rules from a file, which wait for their word
	Left    []Left  // what they want to be left alone
}

// Moment is when something named happened, in milliseconds since 1970.
type Moment struct {
	ID string
	At int64
}

// Address is where LinkedIn's own category page says that a setting is.
type Address struct {
	ID   string // of the setting
	Page string
}

// Stranger is a row of a category page that no rule names.
type Stranger struct {
	Page     string
	Title    string
	Category rules.Category
}

// New returns the state of an extension that was just installed.
func New() State {
	return State{
		Choices:  Choices{Level: rules.Recommended, Mode: Automatic, Checks: Remind, Every: 30},
		Settings: map[string]Record{},
	}
}

// PageOf returns the path of a setting's page: the table's, or the one that
// LinkedIn's category page showed, or "".
func (s *State) PageOf(row rules.Setting) string {
	if row.Page != "" {
		if !row.Openable() {
			return ""
		}
		return row.Page
	}
	for _, a := range s.Addresses {
		if a.ID == row.ID {
			return a.Page
		}
	}
	return ""
}

// TimeOf returns when something named happened last, 0 for never.
func TimeOf(list []Moment, id string) int64 {
	for _, m := range list {
		if m.ID == id {
			return m.At
		}
	}
	return 0
}

// SetTime notes when something named happened.
func SetTime(list []Moment, id string, at int64) []Moment {
	for i := range list {
		if list[i].ID == id {
			list[i].At = at
			return list
		}
	}
	return append(list, Moment{id, at})
}

// NotAfter makes now of every moment that is still to come: the clock was set
// back since.
func (s *State) NotAfter(now int64) {
	s.Tried, s.Checked = min(s.Tried, now), min(s.Checked, now)
	if s.Run != nil {
		s.Run.Ended = min(s.Run.Ended, now)
	}
	notAfter(s.Table(), s.Settings, now)
	s.Own.notAfter(now)
	for i := range s.Others {
		s.Others[i].Checked = min(s.Others[i].Checked, now)
		notAfter(s.Others[i].table(s.Learned), s.Others[i].Settings, now)
		s.Others[i].Own.notAfter(now)
	}
	for i := range s.Unknown {
		s.Unknown[i].Seen = min(s.Unknown[i].Seen, now)
	}
	for _, list := range [][]Moment{s.CategoriesRead, s.Done} {
		for i := range list {
			list[i].At = min(list[i].At, now)
		}
	}
}

func (o *Own) notAfter(now int64) {
	for _, list := range [][]Local{o.Local, o.Offered} {
		for i := range list {
			list[i].Added = min(list[i].Added, now)
		}
	}
}

func notAfter(table []rules.Setting, records map[string]Record, now int64) {
	for i := range table {
		rec, ok := records[table[i].ID]
		if !ok {
			continue
		}
		rec.Seen, rec.Clicked, rec.Proved = min(rec.Seen, now), min(rec.Clicked, now), min(rec.Proved, now)
		for j := range rec.History {
			rec.History[j].At = min(rec.History[j].At, now)
		}
		records[table[i].ID] = rec
	}
}

// MaxStored is how many bytes are stored at most: below what browsers allow,
// and below what would be slow to write again and again.
const MaxStored = 800_000

// Shorten drops old history when the state has grown too large to store.
func (s *State) Shorten() {
	for _, row := range s.Table() {
		if rec, ok := s.Settings[row.ID]; ok {
			rec.Forget(fewChanges)
			s.Settings[row.ID] = rec
		}
	}
	s.Unknown, s.Strangers, s.Offered = nil, nil, nil
	for i := range s.Others {
		s.Others[i].Offered = nil
	}
}
