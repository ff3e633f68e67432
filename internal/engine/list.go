package engine

import (
	"slices"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// LinkedIn's category pages are lists: beside most settings stands LinkedIn's word for its position. A list is a second
// witness beside the settings' own pages. What it says counts like this, and no further:
//
//   - A word means off (or on) when it stood beside a setting whose own page showed off (or on), with nothing changed in
//     between (hearPage). What is published of LinkedIn's words may only confirm.
//   - A list that once disagreed with a page of the same run is not believed for the rest of it, its words are forgotten,
//     and what rested on it is open again (distrust).
//   - It proves a change when it called the setting on before and off after the save was acknowledged, and agreed with
//     the page of another setting (provedByList).
//   - It answers a check when it calls a setting off and agreed with the page of another one in the same run
//     (answeredByList).
//   - A page agrees with it by a word that was known before: one coincidence must not teach a word and vouch by it.
//   - A list and a page that both show off prove it sooner than the page alone (prove).
//   - It raises an alarm whenever it calls a setting on that was proved off (alarm).

// worthAList is how many settings of a category have to be read, or to be proved, before its list saves loads.
const (
	worthReading = 3
	worthProving = 2
)

// rowsPatience is how long, in milliseconds, a list has to show its first row.
const rowsPatience = 10_000

// listPages are the lists that a run begins with: those that may spare the loads of pages, and, where the person turns
// the switches, those that say where planned settings are.
func (e *Engine) listPages(r *memory.Run, plan []rules.Setting) []string {
	var paths []string
	if r.Guided() {
		paths = e.categoriesToRead(plan)
	}
	for _, s := range plan {
		path := rules.CategoryPage(s.Category)
		if path == "" || slices.Contains(paths, path) {
			continue
		}
		n := 0
		for _, en := range r.Ledger {
			if other, _ := e.find(en.ID); other.Category == s.Category && en.Outcome == "" && e.alone(other) {
				n++
			}
		}
		if n >= worthReading {
			paths = append(paths, path)
		}
	}
	return paths
}

// alone reports whether no other rule has the setting's page, so that a row that leads there can only mean this one. No word
// says how several boxes are.
func (e *Engine) alone(s rules.Setting) bool {
	if s.Match == rules.Boxes {
		return false
	}
	for _, other := range e.table {
		if other.ID != s.ID && other.Page != "" && page.Same(other.Page, s.Page) {
			return false
		}
	}
	return s.Page != ""
}

// readList is a visit to a category page, which is over when its rows have stood still for a while, or do not come.
func (e *Engine) readList() bool {
	r := e.state.Run
	si := e.saidSince("", rowsSay(*e.doc.snap))
	switch {
	case len(e.doc.snap.Rows) > 0 && e.doc.readyAt != 0:
		if !e.reached(max(si.since, e.doc.readyAt) + e.listPatience()) {
			return false
		}
		if e.cached() && e.reloadOnce() {
			return true
		}
	case !e.reached(r.Landed + rowsPatience):
		return false
	}
	e.readRows(*e.doc.snap)
	if !e.cached() {
		e.takeWords(e.doc.readyAt != 0 && e.now >= max(si.since, e.doc.readyAt)+beliefPatience)
	}
	e.planByHand(r)
	e.leave()
	return true
}

// listPatience is how long a list has to stand still. One that only says what is known to mean on may say it soon, unless
// it is bad news, or tells whether a click on one setting turned another off.
func (e *Engine) listPatience() int64 {
	planned := func(id string) bool { return e.state.Run.Entry(id) != nil }
	for i := range e.state.Run.Ledger {
		en := &e.state.Run.Ledger[i]
		row, ok := e.rowOfEntry(en)
		if !ok {
			continue
		}
		s, _ := e.find(en.ID)
		on := e.state.Hearsay(e.doc.snap.Lang, s, row.State) == page.On
		switch {
		case on && e.record(en.ID).Outcome.Proved():
			return beliefPatience
		case en.Outcome != "":
		case !on, en.AwaitsProof, slices.ContainsFunc(rules.CoupledTo(en.ID), planned):
			return beliefPatience
		}
	}
	return clickPatience
}

// rowsSay is all that the rows of a list say.
func rowsSay(snap page.Snapshot) string {
	said := ""
	for _, row := range snap.Rows {
		said += row.Path + " " + row.State + "\n"
	}
	return said
}

// saidSince is since when a page has said what it says.
func (e *Engine) saidSince(id, said string) sight {
	si := e.doc.sightOf(id)
	if si.since == 0 || si.said != said {
		*si = sight{id: id, since: e.now, said: said}
	}
	return *si
}

// rowOfEntry returns the row of the list that is open that says how a setting is.
func (e *Engine) rowOfEntry(en *memory.Entry) (page.Row, bool) {
	s, ok := e.find(en.ID)
	if !ok || !e.alone(s) {
		return page.Row{}, false
	}
	return rowFor(*e.doc.snap, en.Page)
}

// rowFor returns the one row of a list that leads to a page and shows a word.
func rowFor(snap page.Snapshot, path string) (page.Row, bool) {
	var hit page.Row
	n := 0
	for _, row := range snap.Rows {
		if page.Same(row.Path, path) {
			hit = row
			n++
		}
	}
	return hit, n == 1 && hit.State != ""
}

// takeWords takes the words of the list that is open into the ledger.
func (e *Engine) takeWords(steady bool) {
	r := e.state.Run
	category, _ := rules.CategoryOf(page.Canonical(r.Visit().Page))
	for i := range r.Ledger {
		en := &r.Ledger[i]
		if r.Lang != e.doc.snap.Lang {
			en.Listed, en.Word, en.WordBefore = 0, "", ""
		}
		row, ok := e.rowOfEntry(en)
		if !ok {
			continue
		}
		en.List, en.Listed, en.Word, en.Steady = category, e.doc.snap.Born, row.State, steady
		if !en.Touched() {
			en.WordBefore = row.State
		}
	}
	r.Lang = e.doc.snap.Lang
	if steady {
		e.alarm(*e.doc.snap)
	}
}

// listSays returns what the newest list of this run says of a setting that was not changed since: Unknown where it says
// nothing, or is not believed, or its word is not known. A word that only is published counts when the page is there to
// agree.
func (e *Engine) listSays(en *memory.Entry, published bool) page.State {
	if en.Listed == 0 || en.Listed <= en.ChangedAt() || e.state.Run.Distrusts(en.List) {
		return page.Unknown
	}
	if s, _ := e.find(en.ID); published {
		return e.state.Hearsay(e.state.Run.Lang, s, en.Word)
	}
	return e.means(en, en.Word)
}

// means is the position of a setting that a word of the run's lists was learned to mean.
func (e *Engine) means(en *memory.Entry, word string) page.State {
	s, _ := e.find(en.ID)
	return e.state.Meaning(e.state.Run.Lang, s, word)
}

// hearPage compares what a page shows, at its first reading, with what the list said.
func (e *Engine) hearPage(en *memory.Entry, shows page.State) {
	if en.Listed == 0 || en.Listed <= en.ChangedAt() || e.state.Run.Distrusts(en.List) {
		return
	}
	rec := e.record(en.ID)
	if n := len(rec.History); n > 0 && rec.History[n-1].At > en.Listed {
		return // it was turned since
	}
	lang := e.state.Run.Lang
	s, _ := e.find(en.ID)
	known := e.state.Hearsay(lang, s, en.Word)
	switch {
	case known != page.Unknown && known != shows:
		e.distrust(en.List)
	case known == page.Unknown && !en.Steady:
		// It may have said so only at first.
	case !e.state.Learn(lang, s, en.Word, shows):
		e.distrust(en.List)
	default:
		en.Agreed = known == shows
	}
}

// distrust stops believing a list for the rest of the run, forgets what its words meant, and opens again what would not
// have been concluded without it.
func (e *Engine) distrust(list rules.Category) {
	r := e.state.Run
	if !r.Distrusts(list) {
		r.Distrusted = append(r.Distrusted, list)
	}
	e.state.Unlearn(r.Lang)
	for i := range r.Ledger {
		en := &r.Ledger[i]
		if en.List != list || !en.Leant {
			continue
		}
		rec := e.record(en.ID)
		if rec.Outcome.Proved() {
			rec.TakeBack(r.Started, r.NotProved())
			e.state.Settings[en.ID] = rec
		}
		e.reopen(en)
	}
}

// provedByList reports whether the lists of this run prove that a setting was turned off.
func (e *Engine) provedByList(en *memory.Entry) bool {
	return e.state.Run.Purpose != memory.Undo && en.AwaitsProof && en.Acked && en.Steady &&
		e.means(en, en.WordBefore) == page.On && e.listSays(en, e.isOption(en)) == page.Off && e.state.Run.Vouched(en)
}

// isOption reports whether a setting is options. What a list calls the one that is chosen is LinkedIn's own label of it, by which
// the rule tells it on its page too, and has not to be learned.
func (e *Engine) isOption(en *memory.Entry) bool {
	s, _ := e.find(en.ID)
	return s.Match == rules.Option
}

// answeredByList reports whether a list of this run says for certain that a setting that was not touched is off.
func (e *Engine) answeredByList(en *memory.Entry) bool {
	return e.state.Run.Purpose != memory.Undo && !en.Touched() && !en.AwaitsProof && en.Reopened == 0 && en.Steady &&
		e.listSays(en, e.isOption(en)) == page.Off && e.state.Run.Vouched(en)
}

// believeLists concludes what the lists of this run prove.
func (e *Engine) believeLists() {
	r := e.state.Run
	for i := range r.Ledger {
		en := &r.Ledger[i]
		rec := e.record(en.ID)
		switch {
		case en.Outcome != "" || en.ByHand:
		case rec.State == page.On && rec.Seen > en.Listed:
			// A page has shown it on since.
		case e.outrun(en, en.Listed):
			// It was turned on just before, and the list did not know yet.
		case e.provedByList(en):
			e.concludeProved(en, memory.TurnedOff, memory.SawListed, en.Listed)
			en.Leant = true
		case e.answeredByList(en):
			e.concludeProved(en, memory.AlreadyOff, memory.SawListed, en.Listed)
			en.Leant = true
		}
	}
}

// alarm takes proofs back that a list, loaded since, shows to be no longer true. It has to have stood still for as long as
// a list that is believed to say off.
func (e *Engine) alarm(snap page.Snapshot) {
	if _, category := rules.CategoryOf(page.Canonical(snap.Path)); !category || snap.Born == 0 || kept(snap) {
		return
	}
	for _, s := range e.table {
		row, ok := rowFor(snap, s.Page)
		if !ok || !e.alone(s) || e.state.Meaning(snap.Lang, s, row.State) != page.On {
			continue
		}
		rec := e.record(s.ID)
		if !rec.Outcome.Proved() || snap.Born <= rec.KnownAt() {
			continue
		}
		rec.NoteChange(snap.Born, page.On, rec.Turner())
		rec.Outcome, rec.Why, rec.Word = memory.StillOn, memory.WhyListedOn, row.State
		rec.Saw(page.On, snap.Born)
		e.state.Settings[s.ID] = rec
		e.doubt(s.ID)
	}
}

// doubt opens a setting of the run again whose proof was taken back.
func (e *Engine) doubt(id string) {
	r := e.state.Run
	if !r.Going() {
		return
	}
	if en := r.Entry(id); en != nil && en.Outcome.Proved() && r.Purpose != memory.Undo {
		e.takeBack(en)
	}
}

// takeBack opens an entry again whose setting was seen on since it was proved to be off. If a list had said so, nothing of
// that list counts any more.
func (e *Engine) takeBack(en *memory.Entry) {
	leant := en.Leant
	e.reopen(en)
	if leant {
		e.distrust(en.List)
	}
}

// reopen opens an entry again, or says that it does not stay off.
func (e *Engine) reopen(en *memory.Entry) {
	en.Reopen()
	if en.Reopened > maxReopened {
		e.conclude(en, memory.StillOn, memory.WhyUnstable)
	}
}
