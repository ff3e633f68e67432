package engine

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// onTheList are the settings of the run that the list of the advertising data shows a word for.
func (w *world) onTheList() []string {
	var ids []string
	for _, en := range w.eng.state.Run.Ledger {
		if s, _ := w.eng.find(en.ID); s.Category == rules.AdvertisingData && w.eng.alone(s) {
			ids = append(ids, en.ID)
		}
	}
	return ids
}

func keyOf(id string) string {
	all := ofTheSite()
	return all[slices.IndexFunc(all, func(s rules.Setting) bool { return s.ID == id })].Key
}

// calledOff are the settings of these that are called off and are on at the server.
func (w *world) calledOff(ids ...string) []string {
	var wrong []string
	for _, id := range ids {
		if w.eng.state.Settings[id].Outcome.Proved() && w.server[keyOf(id)] {
			wrong = append(wrong, id)
		}
	}
	return wrong
}

// A word that one page teaches must not vouch for the list that it stood in: the list was stale for that one row.
func TestOneCoincidenceTeachesAndVouchesForNothing(t *testing.T) {
	w := newWorld(t)
	for key := range w.server {
		w.server[key] = false
	}
	w.command("choose", `"region":"us","level":"strict"`)
	w.command("check", "")
	w.run()
	ids := w.onTheList()
	w.now += memory.Day
	for _, id := range ids[1:4] {
		w.server[keyOf(id)] = true
	}
	w.rows[adsList] = w.rowsOf(rules.AdvertisingData, func(i int, key string) bool { return key == keyOf(ids[0]) || w.server[key] })
	w.command("harden", "")
	w.run()
	assert.Empty(t, w.calledOff(ids...))
}

// What a list proved is open again when it turns out to lie.
func TestProofsOfAListThatLiesAreTakenBack(t *testing.T) {
	w := listed(t, "en", listing{})
	ids := w.onTheList()
	w.now += memory.Day
	agrees, disagrees, lied := ids[0], ids[1], ids[3]
	w.server[keyOf(agrees)], w.server[keyOf(lied)] = true, true
	w.rows[adsList] = w.rowsOf(rules.AdvertisingData, func(i int, key string) bool { return key == keyOf(agrees) || key == keyOf(disagrees) })
	w.command("harden", "")
	w.run()
	assert.NotEmpty(t, w.eng.state.Run.Distrusted)
	assert.Empty(t, w.calledOff(ids...))
	assert.Equal(t, memory.TurnedOff, w.eng.state.Settings[lied].Outcome)
}

// A page that contradicts the list after a click is heard like one before it.
func TestAListThatShowsWhatWasNotKeptIsNotBelieved(t *testing.T) {
	w := newWorld(t)
	w.lists.acks = true
	w.rows[rules.CategoryPage(rules.DataPrivacy)] = []page.Row{}
	w.command("choose", `"region":"us","level":"strict"`)
	for _, id := range []string{"ads-share-with-partners", "ads-age"} {
		w.faults[keyOf(id)] = fault{saveNotKept: true}
	}
	w.command("harden", "")
	w.run()
	assert.Empty(t, w.calledOff(w.onTheList()...))
}

// A list that only a cache has says nothing, however often it is loaded.
func TestListsOfACacheSayNothing(t *testing.T) {
	w := listed(t, "en", listing{})
	ids := w.onTheList()
	w.now += memory.Day
	w.server[keyOf(ids[3])] = true
	w.lists.worker = true
	w.rows[adsList] = w.rowsOf(rules.AdvertisingData, func(int, string) bool { return false })
	w.command("check", "")
	w.run()
	assert.Empty(t, w.calledOff(ids...))
	w.rows[adsList] = w.rowsOf(rules.AdvertisingData, func(int, string) bool { return true })
	w.now += hour
	d := &document{tab: ownTab, path: adsList, source: page.FromCache}
	w.tabs[ownTab] = d
	w.born(d, fault{})
	w.run()
	for _, id := range ids {
		assert.NotEqual(t, memory.WhyListedOn, w.eng.state.Settings[id].Why, "%s: what a cache kept is no alarm", id)
	}
	d.id, d.source, d.born = "loaded-again", page.FromServer, w.now
	w.tell(d)
	w.run()
	assert.Equal(t, memory.WhyListedOn, w.eng.state.Settings[ids[0]].Why, "what the server says is one")
}

// What was seen here is not called absent, however often LinkedIn does not show it.
func TestWhatWasSeenIsNotCalledAbsent(t *testing.T) {
	row, _ := rules.Find("promotions")
	for name, set := range map[string]func(*world){
		"the control is missing": func(w *world) { w.faults[row.Key] = fault{controlMissing: true} },
		"the page leads away":    func(w *world) { w.faults[row.Page] = fault{led: 300, ledTo: "/mypreferences/page-not-found"} },
	} {
		t.Run(name, func(t *testing.T) {
			w := onlyOn(t, row.Key)
			w.lists.none = true
			w.command("choose", `"region":"us","level":"strict"`)
			w.command("check", "")
			w.run()
			require.Equal(t, memory.StillOn, w.eng.state.Settings[row.ID].Outcome)
			w.now += memory.Day
			set(w)
			w.command("check", "")
			w.run()
			assert.NotEqual(t, memory.NotOffered, w.eng.state.Settings[row.ID].Outcome)
			assert.NotEmpty(t, w.badge.Text)
		})
	}
}

// What a word means was learned in one account and says nothing in another, and comes back with its own.
func TestWordsAreAnAccountsOwn(t *testing.T) {
	w := listed(t, "", listing{})
	words := w.eng.state.Words
	require.NotEmpty(t, words)
	w.eng.switchAccount("two")
	assert.Empty(t, w.eng.state.Words)
	w.stored = memory.Encode(&w.eng.state)
	w.boot()
	w.eng.switchAccount("one")
	assert.Equal(t, words, w.eng.state.Words)
}

// A list that is late to say whose it is says nothing about the account before.
func TestListOfAnAccountThatIsNotNamedYet(t *testing.T) {
	w := listed(t, "en", listing{})
	w.now += memory.Day
	w.signIn("two")
	w.named = 3000
	w.command("check", "")
	w.run()
	all := []map[string]memory.Record{w.eng.state.Settings}
	for _, other := range w.eng.state.Others {
		all = append(all, other.Settings)
	}
	for _, records := range all {
		for id, rec := range records {
			assert.NotEqual(t, memory.WhyListedOn, rec.Why, id)
		}
	}
}

// off is a control that is off, of the page of the AI training.
var off = page.Control{Ref: 1, Kind: "switch", Key: aiKey, State: page.Off, Enabled: true, Visible: true}

// lookingAt reports what becomes of the AI training in a check whose page shows in each second what look makes of a control
// that is off: after so many seconds.
func lookingAt(seconds int, look func(second int, snap *page.Snapshot)) (*Engine, memory.Record) {
	e := New()
	now := began
	step := func(ms int64, ev Event) {
		now += ms
		ev.Now = now
		e.Step(ev)
	}
	step(0, Event{Type: EventRestore})
	e.state.Choices.Region, e.state.Choices.Level = "us", rules.Essential
	step(0, Event{Type: EventCommand, Command: CommandCheck, Granted: true})
	withoutLists(e)
	step(10, Event{Type: EventOpened, Tab: 1})
	born := now
	for second := range seconds {
		snap := page.Snapshot{Doc: "d", Born: born, Path: aiPage, Ready: true, Source: page.FromServer, Controls: []page.Control{off}}
		look(second, &snap)
		step(1000, Event{Type: EventSnapshot, Tab: 1, Account: "one", Snapshot: snap})
	}
	return e, e.state.Settings["ai-training"]
}

// Off is believed of a page that has loaded, of a control that a person could use, that has stood still with all that is
// around it for five seconds; and not a moment before.
func TestWhenOffIsBelieved(t *testing.T) {
	for _, c := range []struct {
		name    string
		look    func(second int, snap *page.Snapshot)
		outcome memory.Outcome // after nineteen seconds
		soonest int            // the second in which it can be called off
	}{
		{"at rest", func(int, *page.Snapshot) {}, memory.AlreadyOff, 5},
		{"never loaded", func(_ int, snap *page.Snapshot) { snap.Ready = false }, memory.Unchecked, 99},
		{"disabled", func(_ int, snap *page.Snapshot) { snap.Controls[0].Enabled = false }, memory.Unchecked, 99},
		{"busy", func(_ int, snap *page.Snapshot) { snap.Controls[0].Busy = true }, memory.Unchecked, 99},
		{"busy at first", func(s int, snap *page.Snapshot) { snap.Controls[0].Busy = s < 4 }, memory.AlreadyOff, 9},
		{"something changes beside it", func(s int, snap *page.Snapshot) { snap.Controls[0].Changed = snap.Born + int64(min(s, 4))*1000 }, memory.AlreadyOff, 8},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, rec := lookingAt(19, c.look)
			assert.Equal(t, c.outcome, rec.Outcome)
			_, rec = lookingAt(min(c.soonest, 19), c.look)
			assert.False(t, rec.Outcome.Proved(), "too soon")
		})
	}
}

// A page that never comes to rest, or always from a cache, proves nothing, and the person is told so.
func TestPagesThatNeverProve(t *testing.T) {
	e, rec := lookingAt(60, func(s int, snap *page.Snapshot) { snap.Controls[0].Changed = snap.Born + int64(s)*1000 })
	assert.Equal(t, []any{memory.NeedsYou, memory.WhyRestless}, []any{rec.Outcome, rec.Why})
	assert.Equal(t, memory.WhyRestless, e.state.Run.Entry("ai-training").Why)

	w := onlyOn(t)
	w.lists.none = true
	w.faults[aiPage] = fault{worker: true}
	w.command("choose", `"region":"us","level":"essential"`)
	w.command("check", "")
	w.run()
	rec = w.eng.state.Settings["ai-training"]
	assert.Equal(t, []any{memory.Unreachable, memory.WhyCached}, []any{rec.Outcome, rec.Why})

	for purpose, expected := range map[string][]any{
		"check": {memory.Unreachable, memory.WhyCached},
		"undo":  {memory.Unchecked, memory.WhyUndoStopped},
	} {
		w := newWorld(t)
		w.lists.none = true
		w.command("choose", `"region":"us","level":"essential"`)
		if purpose == "undo" {
			w.command("harden", "")
			w.run()
			w.undoing = true
		}
		w.faults[aiPage] = fault{worker: true}
		w.command(purpose, "")
		w.run()
		rec = w.eng.state.Settings["ai-training"]
		assert.Equal(t, expected, []any{rec.Outcome, rec.Why}, purpose)
	}
}

// What the person's own tab shows proves as much, under the same conditions.
func TestWhenOffIsBelievedInPassing(t *testing.T) {
	for name, c := range map[string]struct {
		fault   fault
		source  page.Source
		clicks  int // of a run that was stopped, and whose tab is still open
		outcome memory.Outcome
	}{
		"at rest":       {fault{}, page.FromServer, 0, memory.AlreadyOff},
		"busy":          {fault{busy: 1 << 40}, page.FromServer, 0, memory.Unchecked},
		"disabled":      {fault{controlDisabled: true}, page.FromServer, 0, memory.Unchecked},
		"restless":      {fault{restless: 60_000}, page.FromServer, 0, memory.Unchecked},
		"clicked by us": {fault{}, page.FromServer, 1, memory.Unchecked},
		"from a cache":  {fault{}, page.FromCache, 0, memory.Unchecked},
		"from a worker": {fault{}, page.FromWorker, 0, memory.Unchecked},
	} {
		t.Run(name, func(t *testing.T) {
			w := onlyOn(t)
			w.command("choose", `"region":"us","level":"essential"`)
			w.faults[aiKey] = c.fault
			d := &document{tab: ownTab, path: aiPage, source: c.source}
			w.tabs[ownTab] = d
			w.kept[w.member+aiPage] = map[string]bool{}
			w.born(d, fault{})
			d.clicks[aiKey] = c.clicks
			w.pass(30_000)
			assert.Equal(t, c.outcome, w.eng.record("ai-training").Outcome)
		})
	}
}

// What another tab showed after the run's page was loaded counts more than that page.
func TestNewerTabCountsMore(t *testing.T) {
	w := newWorld(t)
	for key := range w.server {
		w.server[key] = false
	}
	w.lists.none = true
	w.command("choose", `"region":"us","level":"essential"`)
	opened := false
	w.command("check", "")
	for at := int64(0); at < 100_000; at += 50 {
		w.after(at, func() {
			r := w.eng.state.Run
			if opened || r.Doc == "" || !page.Same(r.Visit().Page, aiPage) || w.now < r.Landed+4400 {
				return
			}
			opened = true
			w.server[aiKey] = true
			w.openByHand(aiPage)
		})
	}
	w.run()
	require.True(t, opened)
	assert.Equal(t, memory.StillOn, w.eng.state.Settings["ai-training"].Outcome)
}

// Bounds on what a run does to LinkedIn, and on what the person waits for, in numbers: whoever changes one says so here.
func TestBounds(t *testing.T) {
	for _, c := range []struct {
		name   string
		set    func(w *world)
		clicks int // orders for the AI training
		loads  int // of its page
		why    string
	}{
		{"a save that is not kept", func(w *world) { w.faults[aiKey] = fault{saveNotKept: true} }, 3, 4, ""},
		{"a save that is refused", func(w *world) { w.faults[aiKey] = fault{save: 403, flipsBack: 10} }, 2, 2, memory.WhyRefused},
		{"a control that is another one each time", func(w *world) { w.faults[aiKey] = fault{controlSlips: true} }, 6, 1, memory.WhyUnstable},
		{"a dead control", func(w *world) { w.faults[aiKey] = fault{hydratesLate: 1 << 40} }, 3, 3, memory.WhyNoReaction},
		{"a page that loads itself again", func(w *world) { w.faults[aiPage] = fault{pageReloads: 300} }, 0, 5, memory.WhyLoop},
		{"a page that does not answer", func(w *world) { w.faults[aiPage] = fault{pageReset: true} }, 0, 2, memory.WhyNoAnswer},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := onlyOn(t, aiKey)
			w.lists.none = true
			c.set(w)
			w.command("choose", `"region":"us","level":"essential"`)
			w.command("harden", "")
			w.run()
			loads := 0
			for _, path := range w.opened {
				if path == aiPage {
					loads++
				}
			}
			loads = max(loads, w.reloads)
			assert.Equal(t, []any{c.clicks, c.loads, c.why}, []any{w.clicks, loads, w.eng.state.Settings["ai-training"].Why})
		})
	}
}
