package memory

import (
	"offswitch/internal/ascii"
	"offswitch/internal/page"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// typicalState is about how many bytes a state takes: a writer that has to grow copies all it wrote.
const typicalState = 64 << 10

// ErrNewer says that a stored state is of a version that is not known yet.
const ErrNewer = wire.Error("newer")

// Encode writes a state as the JSON object that is stored.
func Encode(s *State) []byte {
	w := wire.NewWriter(typicalState)
	w.Object("", func() {
		w.Int("version", Version)
		w.Object("choices", func() {
			w.Text("region", string(s.Choices.Region))
			w.Text("level", string(s.Choices.Level))
			w.Text("mode", string(s.Choices.Mode))
			w.Text("checks", string(s.Choices.Checks))
			w.Int("every", int64(s.Choices.Every))
			w.Bool("again", s.Choices.Again)
			w.Bool("gentle", s.Choices.Gentle)
		})
		if s.Run == nil {
			w.Null("run")
		} else {
			wire.Write(w, "run", s.Run.fields)
		}
		writeRecords(w, s.Table(), s.Settings)
		w.List("notices", func() {
			for _, n := range s.Notices {
				w.Text("", n)
			}
		})
		w.Int("checked", s.Checked)
		w.Int("tried", s.Tried)
		w.Text("account", s.Account)
		w.List("others", func() {
			for _, a := range s.Others {
				w.Object("", func() { a.write(w, s.Learned) })
			}
		})
		s.lists(wire.Writing(w))
	})
	return w.Bytes()
}

func writeRecords(w *wire.Writer, table []rules.Setting, records map[string]Record) {
	w.Object("settings", func() {
		for i := range table {
			row := &table[i]
			if r, ok := records[row.ID]; ok {
				wire.WriteKeyed(w, row.ID, func(f *wire.Fields) {
					key := row.Key
					if row.Alone() {
						key = "" // what was learned may change, and says nothing of which switch it is
					}
					f.Text("key", &key)
					r.fields(f)
				})
			}
		}
	})
}

// readRecords reads the records of the settings that the table names, and
// returns what was wrong with the last one that was left out.
func readRecords(v wire.Value, table []rules.Setting, records map[string]Record) error {
	bad := shape(v, "settings", wire.Object)
	settings := v.Get("settings")
	for i := range table {
		id := table[i].ID
		x := settings.Get(id)
		if x.Kind() == wire.Missing {
			continue
		}
		if err := shape(settings, id, wire.Object); err != nil {
			bad = err
		}
		if key := x.Get("key").Text(); key != "" && key != table[i].Key {
			continue // of the switch that another rule named
		}
		var r Record
		wire.Read(x, r.fields)
		r.Forget(MaxHistory)
		if err := r.vet(id); err != nil {
			bad = err
			continue
		}
		records[id] = r
	}
	return bad
}

// lists are the members of the state that are lists of objects.
func (s *State) lists(f *wire.Fields) {
	s.Own.lists(f)
	f.Each("learned", len(s.Learned), func(n int) { s.Learned = make([]Learned, n) }, func(i int, f *wire.Fields) {
		f.Text("setting", &s.Learned[i].Setting)
		f.Text("key", &s.Learned[i].Key)
	})
	f.Each("unknown", len(s.Unknown), func(n int) { s.Unknown = make([]Unknown, n) }, func(i int, f *wire.Fields) { s.Unknown[i].Fields(f) })
	f.Each("addresses", len(s.Addresses), func(n int) { s.Addresses = make([]Address, n) }, func(i int, f *wire.Fields) {
		f.Text("id", &s.Addresses[i].ID)
		f.Text("page", &s.Addresses[i].Page)
	})
	f.Each("strangers", len(s.Strangers), func(n int) { s.Strangers = make([]Stranger, n) }, func(i int, f *wire.Fields) {
		s.Strangers[i].Fields(f)
	})
	moments(f, "read", &s.CategoriesRead)
	moments(f, "looked", &s.Looked)
	f.Text("rows", &s.Rows)
	moments(f, "done", &s.Done)
	words(f, &s.Words)
}

// lists are the members of what the person said of an account.
func (o *Own) lists(f *wire.Fields) {
	f.Each("local", len(o.Local), func(n int) { o.Local = make([]Local, n) }, func(i int, f *wire.Fields) { o.Local[i].Fields(f) })
	f.Each("offered", len(o.Offered), func(n int) { o.Offered = make([]Local, n) }, func(i int, f *wire.Fields) { o.Offered[i].Fields(f) })
	f.Each("left", len(o.Left), func(n int) { o.Left = make([]Left, n) }, func(i int, f *wire.Fields) { o.Left[i].Fields(f) })
}

func words(f *wire.Fields, list *[]Word) {
	f.Each("words", len(*list), func(n int) { *list = make([]Word, n) }, func(i int, f *wire.Fields) {
		f.Text("lang", &(*list)[i].Lang)
		f.Text("of", &(*list)[i].Of)
		f.Text("text", &(*list)[i].Text)
		f.Text("means", (*string)(&(*list)[i].Means))
	})
}

func moments(f *wire.Fields, name string, list *[]Moment) {
	f.Each(name, len(*list), func(n int) { *list = make([]Moment, n) }, func(i int, f *wire.Fields) {
		f.Text("id", &(*list)[i].ID)
		f.Int("at", &(*list)[i].At)
	})
}

// shown reads or writes a text that people see. Wherever it was stored, it is plain, as what pages show is.
func shown(f *wire.Fields, name string, text *string) {
	f.Text(name, text)
	*text = page.Plain(*text)
}

// Fields reads or writes the members of a stranger.
func (x *Stranger) Fields(f *wire.Fields) {
	f.Text("page", &x.Page)
	shown(f, "title", &x.Title)
	f.Text("category", (*string)(&x.Category))
}

// Fields reads or writes the members of a rule of the person's own.
func (x *Local) Fields(f *wire.Fields) {
	f.Text("id", &x.ID)
	f.Text("page", &x.Page)
	f.Text("key", &x.Key)
	f.Text("match", (*string)(&x.Match))
	f.Text("lang", &x.Lang)
	shown(f, "label", &x.Label)
	shown(f, "want", &x.Want)
	shown(f, "heading", &x.Heading)
	f.Text("setting", &x.Setting)
	f.Int("added", &x.Added)
}

// Fields reads or writes the members of what the person left alone.
func (x *Left) Fields(f *wire.Fields) {
	f.Text("id", &x.ID)
	shown(f, "label", &x.Label)
	shown(f, "title", &x.Title)
}

// Fields reads or writes the members of an unknown switch.
func (u *Unknown) Fields(f *wire.Fields) {
	f.Text("account", &u.Account)
	f.Text("page", &u.Page)
	f.Text("key", &u.Key)
	f.Text("match", (*string)(&u.Match))
	f.Text("lang", &u.Lang)
	shown(f, "label", &u.Label)
	shown(f, "heading", &u.Heading)
	f.Each("parts", len(u.Parts), func(n int) { u.Parts = make([]Part, n) }, func(i int, f *wire.Fields) {
		shown(f, "label", &u.Parts[i].Label)
		f.Bool("chosen", &u.Parts[i].Chosen)
	})
	shown(f, "was", &u.Was)
	f.Count("more", &u.More)
	f.Text("state", (*string)(&u.State))
	f.Int("seen", &u.Seen)
}

func (r *Record) fields(f *wire.Fields) {
	f.Text("outcome", (*string)(&r.Outcome))
	f.Text("why", &r.Why)
	f.Text("state", (*string)(&r.State))
	f.Int("seen", &r.Seen)
	f.Int("clicked", &r.Clicked)
	f.Int("proved", &r.Proved)
	f.Text("proof", (*string)(&r.Proof))
	shown(f, "word", &r.Word)
	f.Bool("ours", &r.Ours)
	picks(f, "chosen", &r.Chosen)
	picks(f, "before", &r.Before)
	f.Each("history", len(r.History), func(n int) { r.History = make([]Change, n) }, func(i int, f *wire.Fields) {
		r.History[i].Fields(f)
	})
}

// picks reads or writes boxes or options.
func picks(f *wire.Fields, name string, all *[]rules.Pick) {
	f.Each(name, len(*all), func(n int) { *all = make([]rules.Pick, n) }, func(i int, f *wire.Fields) {
		shown(f, "label", &(*all)[i].Label)
		f.Text("name", &(*all)[i].Name)
	})
}

// Fields reads or writes the members of a change.
func (c *Change) Fields(f *wire.Fields) {
	f.Int("at", &c.At)
	f.Text("to", (*string)(&c.To))
	f.Text("by", (*string)(&c.By))
}

func (r *Run) fields(f *wire.Fields) {
	f.Text("purpose", (*string)(&r.Purpose))
	f.Text("phase", (*string)(&r.Phase))
	f.Text("why", &r.Why)
	f.Text("mode", (*string)(&r.Mode))
	f.Text("region", (*string)(&r.Region))
	f.Text("level", (*string)(&r.Level))
	f.Int("started", &r.Started)
	f.Int("slept", &r.Slept)
	f.Int("ended", &r.Ended)
	f.Count("tab", &r.Tab)
	f.Count("at", &r.At)
	f.Text("doc", &r.Doc)
	f.Text("past", &r.Past)
	f.Int("ordered", &r.Ordered)
	f.Int("landed", &r.Landed)
	f.Count("refused", &r.RefusedSaves)
	f.Int("hold", &r.Hold)
	f.Int("rest", &r.Rest)
	f.Int("signIn", &r.SignIn)
	f.Count("signIns", &r.SignIns)
	f.Count("again", &r.Resumed)
	f.Bool("foreign", &r.Foreign)
	f.Bool("only", &r.Only)
	f.Count("turnedAway", &r.TurnedAway)
	f.Count("notCome", &r.NotCome)
	f.Text("ledTo", &r.LedTo)
	f.Int("openFailed", &r.OpenFailed)
	f.Text("lang", &r.Lang)
	f.Each("distrusted", len(r.Distrusted), func(n int) { r.Distrusted = make([]rules.Category, n) }, func(i int, f *wire.Fields) {
		f.Text("list", (*string)(&r.Distrusted[i]))
	})
	f.Each("visits", len(r.Visits), func(n int) { r.Visits = make([]Visit, n) }, func(i int, f *wire.Fields) {
		v := &r.Visits[i]
		f.Text("page", &v.Page)
		f.Bool("proving", &v.Proving)
		f.Count("loads", &v.Loads)
		f.Bool("read", &v.Reached)
		f.Bool("rows", &v.Rows)
		f.Bool("fresh", &v.Fresh)
		f.Bool("look", &v.Look)
		shown(f, "show", &v.Show)
	})
	f.Each("ledger", len(r.Ledger), func(n int) { r.Ledger = make([]Entry, n) }, func(i int, f *wire.Fields) { r.Ledger[i].fields(f) })
}

func (en *Entry) fields(f *wire.Fields) {
	f.Text("id", &en.ID)
	f.Text("page", &en.Page)
	f.Text("outcome", (*string)(&en.Outcome))
	f.Text("why", &en.Why)
	f.Text("fromIn", &en.UnwantedIn)
	f.Bool("looked", &en.Looked)
	f.Bool("changed", &en.AwaitsProof)
	f.Count("clicks", &en.Clicks)
	f.Text("clickIn", &en.ClickIn)
	f.Int("clicked", &en.Clicked)
	f.Count("sent", &en.Sent)
	f.Count("tries", &en.Tries)
	f.Count("further", &en.Further)
	f.Text("name", &en.Name)
	f.Count("saves", &en.Saves)
	f.Int("turned", &en.Turned)
	f.Bool("refused", &en.SaveRefused)
	f.Bool("acked", &en.Acked)
	f.Bool("carried", &en.Carried)
	f.Bool("asked", &en.Asked)
	f.Count("reopened", &en.Reopened)
	f.Bool("redoubted", &en.Redoubted)
	f.Text("list", (*string)(&en.List))
	f.Int("listed", &en.Listed)
	f.Text("word", &en.Word)
	f.Text("wordBefore", &en.WordBefore)
	f.Bool("steady", &en.Steady)
	f.Bool("agreed", &en.Agreed)
	f.Bool("leant", &en.Leant)
	f.Bool("known", &en.Known)
	f.Text("proof", (*string)(&en.Proof))
	f.Bool("hand", &en.ByHand)
}

// Decode reads a stored state. Missing members read as never set, so that a
// state with nothing but choices is good. Of one that contradicts itself it
// returns what makes sense, and an error that says what was expected and found.
func Decode(v wire.Value) (State, error) { return decode(v, nil) }

// decode is Decode, of a file where it is read beside a state that is at hand. What the file says of where settings are
// does not count then.
func decode(v wire.Value, at *State) (State, error) {
	s := New()
	if v.Kind() == wire.Missing || v.Kind() == wire.Null {
		return s, nil
	}
	if v.Kind() != wire.Object {
		return s, wire.Error("want the state to be an object")
	}
	switch n := v.Get("version"); {
	case n.Int() < 1:
		return s, wire.Error("want a version of at least 1, found " + ascii.Itoa(int(n.Int())))
	case n.Int() > Version:
		return s, ErrNewer
	}
	bad := shape(v, "choices", wire.Object)
	if err := s.Choices.Choose(v.Get("choices")); err != nil {
		bad = err
	}
	wire.Read(v, s.lists)
	if at != nil {
		s.Addresses = append([]Address(nil), at.Addresses...)
		s.Learned = append([]Learned(nil), at.Learned...)
	}
	if err := s.vet(); err != nil {
		bad = err
	}
	if err := readRecords(v, s.Table(), s.Settings); err != nil {
		bad = err
	}
	s.Checked, s.Tried, s.Account = v.Get("checked").Int(), v.Get("tried").Int(), v.Get("account").Text()
	for i, x := range v.Get("others").Items() {
		if i == MaxAccounts {
			bad = tooMany("other accounts", MaxAccounts)
			break
		}
		a, err := s.readAccount(x)
		if err != nil {
			bad = err
		}
		s.Others = append(s.Others, a)
	}
	if err := shape(v, "notices", wire.List); err != nil {
		bad = err
	}
	for _, n := range v.Get("notices").Items() {
		s.Notices = append(s.Notices, n.Text())
	}
	if x := v.Get("run"); x.Kind() != wire.Missing && x.Kind() != wire.Null {
		r := &Run{}
		wire.Read(x, r.fields)
		if err := r.check(&s); err != nil {
			bad = err
		} else {
			s.Run = r
		}
	}
	return s, bad
}

// shape reports a member that is there and is not of the kind that it has to be.
func shape(v wire.Value, name string, want wire.Kind) error {
	switch k := v.Get(name).Kind(); k {
	case want, wire.Missing, wire.Null:
		return nil
	}
	return wire.Error("want " + name + " to be an object or a list, found something else")
}
