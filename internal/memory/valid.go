package memory

import (
	"offswitch/internal/ascii"
	"offswitch/internal/page"
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
	table := s.Table()
	for _, en := range r.Ledger {
		if clean, ok := rules.SettingAddress(en.Page); !ok || clean != en.Page {
			return wire.Error("want a page that may be opened in the run's ledger, found " + en.Page)
		}
		if (r.Going() && !s.Names(table, en)) || (en.Outcome != "" && !en.Outcome.Known()) {
			return wire.Error("want a setting of the table in the run's ledger, found " + en.ID)
		}
	}
	for _, v := range r.Visits {
		if clean, ok := rules.Address(v.Page); !ok || clean != v.Page {
			return wire.Error("want a page that may be opened in the run's visits, found " + v.Page)
		}
	}
	if !r.Going() {
		return nil
	}
	for _, v := range r.Visits {
		if _, category := rules.CategoryOf(v.Page); !r.has(v.Page) && !(v.Rows && category) && !(v.Look && s.MayLook(v.Page)) {
			return wire.Error("want the page of a setting in the run's visits, found " + v.Page)
		}
	}
	return nil
}

// Names reports whether an entry of a ledger is about a setting of the table
// that a run may open, and its page is that setting's. One that may be clicked only under a known label can be by hand.
func (s *State) Names(table []rules.Setting, en Entry) bool {
	for _, row := range table {
		if row.ID == en.ID {
			return row.Act != rules.Never && s.PageOf(row) == en.Page && (row.Alone() || en.ByHand == (row.Act != rules.Click))
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

// vet drops what a stored state must not hold, and says so.
func (s *State) vet() error {
	bad := s.vetAddresses()
	learned := s.Learned
	s.Learned = nil
	if err := s.vetOwn(); err != nil {
		bad = err
	}
	if err := s.learnAll(learned); err != nil {
		bad = err
	}
	if err := s.vetFound(); err != nil {
		bad = err
	}
	if err := s.vetSeen(); err != nil {
		bad = err
	}
	if err := vetWords(&s.Words); err != nil {
		bad = err
	}
	return bad
}

// vetOwn drops what the person cannot have said of an account.
func (s *State) vetOwn() error {
	var bad error
	stored, offered := s.Local, s.Offered
	s.Local, s.Offered = nil, nil
	for _, x := range stored {
		if _, err := s.Admit(x); err != nil {
			bad = err
		}
	}
	for _, x := range offered {
		if err := s.Offer(x); err != nil {
			bad = err
		}
	}
	if err := s.vetLeft(); err != nil {
		bad = err
	}
	return bad
}

// vetWords drops all words of an account when one cannot have been learned: they are learned again soon.
func vetWords(list *[]Word) error {
	words := *list
	if len(words) > maxStateWords {
		*list = nil
		return tooMany("words", maxStateWords)
	}
	for _, w := range words {
		if w.Means != page.On && w.Means != page.Off || len(w.Lang)+len(w.Of)+len(w.Text) > MaxWords {
			*list = nil
			return wire.Error("want a word that means on or off, found " + w.Text)
		}
	}
	return nil
}

func tooMany(what string, most int) error {
	return wire.Error("want at most " + ascii.Itoa(most) + " " + what)
}

// vetAddresses keeps the addresses of settings whose page the table does not know. Those that it has come to know since
// are of no use any more, nor those that it has come to deny.
func (s *State) vetAddresses() error {
	var bad error
	kept := s.Addresses[:0]
	seen := map[string]bool{}
	for _, a := range s.Addresses {
		row, ok := rules.Find(a.ID)
		switch {
		case !spelled(a.Page):
			bad = wire.Error("want the address of a settings page, found " + a.Page)
		case !ok || row.Act == rules.Never || seen[a.ID]:
			bad = wire.Error("want one address of a setting of the table, found that of " + a.ID)
		case row.Page == "" && !rules.Denied(a.Page):
			kept = append(kept, a)
			seen[a.ID] = true
		}
	}
	s.Addresses = kept
	return bad
}

// spelled reports whether a path is the address of a settings page, in its one spelling.
func spelled(path string) bool {
	clean, ok := page.Address(path)
	return ok && clean == path && page.KindOf(path) == page.Setting
}

// vetSeen keeps what pages can have shown, but not what the table has come to name or to deny since.
func (s *State) vetSeen() error {
	var bad error
	if len(s.Strangers) > MaxStrangers {
		s.Strangers, bad = nil, tooMany("strange rows", MaxStrangers)
	}
	strangers := s.Strangers[:0]
	for _, x := range s.Strangers {
		if !spelled(x.Page) || len(x.Title) > MaxWords || rules.CategoryPage(x.Category) == "" {
			bad = wire.Error("want the row of a settings page, found " + x.Page)
			continue
		}
		if !rules.Denied(x.Page) {
			strangers = append(strangers, x)
		}
	}
	s.Strangers = strangers
	return bad
}

// Code reports whether a text can be one of the words that the engine and its pages use between them, and so no sentence
// and no link.
func Code(text string) bool {
	for i := range len(text) {
		if c := text[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return len(text) <= maxCode
}

const maxCode = 40

// maxParts is more than a page has boxes that one setting is made of.
const maxParts = 60

// vet drops what a record must not say, and reports what makes it unusable.
func (rec *Record) vet(id string) error {
	if rec.State != page.On && rec.State != page.Off {
		rec.State = page.Unknown
	}
	if !Code(rec.Why) {
		rec.Why = ""
	}
	if rec.Proof != SawReloaded && rec.Proof != SawListed {
		rec.Proof = NoEvidence
	}
	if len(rec.Word) > MaxWords {
		rec.Word = ""
	}
	for _, all := range []*[]rules.Pick{&rec.Chosen, &rec.Before} {
		if len(*all) > maxParts {
			*all = nil
		}
		for _, p := range *all {
			if len(p.Label)+len(p.Name) > MaxWords {
				*all = nil
				break
			}
		}
	}
	if !rec.Outcome.Known() {
		return wire.Error("want an outcome for " + id + ", found " + string(rec.Outcome))
	}
	for _, c := range rec.History {
		if c.To != page.On && c.To != page.Off || c.By != Us && c.By != Person && c.By != Elsewhere {
			return wire.Error("want a change of " + id + " to on or off, found " + string(c.To) + " by " + string(c.By))
		}
	}
	return nil
}
