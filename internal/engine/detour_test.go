package engine

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// everyPage gives every page of a setting the same fault.
func (w *world) everyPage(f fault) {
	for _, s := range clickable() {
		w.faults[s.Page] = f
	}
}

// When LinkedIn has had enough, or the session is over, a run stops and says why.
func TestRunsThatStopBeforeTheyAnnoy(t *testing.T) {
	const lists = 3 // of the data privacy, of the advertising data, of visibility

	cases := map[string]struct {
		set   func(w *world)
		why   string
		loads int // at most
	}{
		"the status for robots":          {func(w *world) { w.everyPage(fault{status: 999}) }, memory.ByDenial, lists + 1},
		"every page refused":             {func(w *world) { w.everyPage(fault{status: 429}) }, memory.ByTooMany, lists + 2 + 1},
		"every page forbidden":           {func(w *world) { w.everyPage(fault{status: 403}) }, memory.ByTooMany, lists + 2 + 1},
		"no page comes":                  {func(w *world) { w.everyPage(fault{pageReset: true}) }, memory.ByMissing, lists + 3*2},
		"every page an error":            {func(w *world) { w.everyPage(fault{page500: true}) }, memory.ByMissing, lists + 3*2},
		"pages lead to the same place":   {func(w *world) { w.everyPage(fault{pageElsewhere: "/feed/"}) }, memory.ByDetour, lists + 3},
		"an address for signing in":      {func(w *world) { w.everyPage(fault{pageElsewhere: "/uas/authenticate"}) }, memory.BySignOut, lists + 1},
		"a sign-in under the checkpoint": {func(w *world) { w.everyPage(fault{pageElsewhere: "/checkpoint/lg/login"}) }, memory.BySignOut, lists + 1},
		"the start page":                 {func(w *world) { w.everyPage(fault{pageElsewhere: "/"}) }, memory.BySignOut, lists + 1},
		"access is withdrawn":            {func(w *world) { w.after(3000, func() { w.event(Event{Type: EventTime}) }) }, memory.ByAccess, 6},
		"the browser opens no tab":       {func(w *world) { w.refuses = 2 }, memory.ByBrowser, 2},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			c.set(w)
			w.command("choose", `"region":"us","level":"strict"`)
			w.command("harden", "")
			w.run()
			r := w.eng.state.Run
			require.Equal(t, []any{memory.Stopped, c.why}, []any{r.Phase, r.Why})
			assert.LessOrEqual(t, len(w.opened), c.loads)
			w.checkServer()
			w.everySettingHasAnOutcome()
		})
	}
}

// One page that is refused, and a browser that opens no tab at first, are no reason to stop.
func TestRunsThatGoOnAllTheSame(t *testing.T) {
	for name, set := range map[string]func(w *world){
		"one page refused":    func(w *world) { w.faults[aiPage] = fault{status: 429} },
		"one page leads away": func(w *world) { w.faults[aiPage] = fault{pageElsewhere: "/feed/"} },
		"no tab at first":     func(w *world) { w.refuses = 1 },
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			set(w)
			w.command("choose", `"region":"us","level":"strict"`)
			w.command("harden", "")
			w.run()
			assert.Equal(t, memory.Ended, w.eng.state.Run.Phase, w.eng.state.Run.Why)
			assert.Equal(t, memory.TurnedOff, w.eng.state.Settings["ads-age"].Outcome)
		})
	}
}

// LinkedIn's own program leads on to another address, without a load: that is not the person who leaves.
func TestLinkedInsOwnDetours(t *testing.T) {
	for _, to := range []string{rules.CategoryPage(rules.DataPrivacy), "/mypreferences/page-not-found", "/feed/"} {
		w := newWorld(t)
		w.faults[aiPage] = fault{led: 300, ledTo: to}
		w.command("choose", `"region":"us","level":"strict"`)
		w.command("harden", "")
		w.run()
		require.Equal(t, memory.Ended, w.eng.state.Run.Phase, to)
		assert.Equal(t, memory.Unreachable, w.eng.state.Settings["ai-training"].Outcome, to)
		assert.Equal(t, memory.TurnedOff, w.eng.state.Settings["ads-age"].Outcome, to)
	}
}

// What the browser still says about the page before, when the next one was ordered, is nothing that the next one did.
func TestLateWordsOfThePageBefore(t *testing.T) {
	for to, f := range map[string]fault{
		"page-not-found, without a load": {led: 50, ledTo: "/mypreferences/page-not-found"},
		"page-not-found":                 {pageElsewhere: "/mypreferences/page-not-found"},
		"a category, without a load":     {led: 50, ledTo: rules.CategoryPage(rules.DataPrivacy)},
		"a category":                     {pageElsewhere: rules.CategoryPage(rules.DataPrivacy)},
		"elsewhere":                      {pageElsewhere: "/feed/"},
	} {
		w := newWorld(t)
		w.lateWords = true
		w.faults[aiPage] = f
		w.command("choose", `"region":"us","level":"strict"`)
		w.command("harden", "")
		w.run()
		assert.Equal(t, memory.Ended, w.eng.state.Run.Phase, to+": "+w.eng.state.Run.Why)
		for _, s := range clickable() {
			if s.ID != "ai-training" {
				assert.Equal(t, memory.TurnedOff, w.eng.state.Settings[s.ID].Outcome, "%s after %s", s.ID, to)
			}
		}
	}
}

// underWay is an engine whose run over the essential settings has just got its tab, and what tells it something.
func underWay(t *testing.T, now *int64) (*Engine, func(Event)) {
	e := New()
	step := func(ev Event) {
		ev.Now = *now
		e.Step(ev)
	}
	step(Event{Type: EventRestore})
	choices, err := wire.Parse([]byte(`{"region":"us","level":"essential"}`))
	require.NoError(t, err)
	step(Event{Type: EventCommand, Command: CommandChoose, Args: choices})
	step(Event{Type: EventCommand, Command: CommandHarden, Granted: true})
	step(Event{Type: EventOpened, Tab: 1})
	return e, step
}

// A page from before the order, that is at another address than was asked for, was not led there from what was asked for.
func TestPageOfAnEarlierOrderIsNoDetour(t *testing.T) {
	now := began
	e, step := underWay(t, &now)
	asked := e.state.Run.At
	now += 5
	step(Event{Type: EventSnapshot, Tab: 1, Snapshot: page.Snapshot{Doc: "old", Path: "/mypreferences/page-not-found", Born: began - 5, Ready: true}})
	now += 5_000
	step(Event{Type: EventTime, Granted: true})
	assert.Equal(t, asked, e.state.Run.At)
	assert.Empty(t, e.state.Run.Doc)
	step(Event{Type: EventSnapshot, Tab: 1, Snapshot: page.Snapshot{Doc: "new", Path: "/mypreferences/page-not-found", Born: began + 5, Ready: true}})
	assert.NotEqual(t, asked, e.state.Run.At, "a page that was born of the order is one")
}

// A page that loads itself again after the next one was asked for takes its place. That one is asked for once more.
func TestThePageBeforeThatLoadsItselfAgain(t *testing.T) {
	now := began
	e, step := underWay(t, &now)
	r := e.state.Run
	tab := 1
	shows := func(path string) {
		now += 1_000
		step(Event{Type: EventSnapshot, Tab: tab, Snapshot: page.Snapshot{Doc: strconv.FormatInt(now, 10), Path: path, Born: now, Ready: true}})
	}
	for r.At == 0 || page.KindOf(r.Visits[r.At-1].Page) != page.Setting {
		shows("/mypreferences/page-not-found")
	}
	asked, before := r.At, r.Visits[r.At-1].Page
	shows(before)
	assert.Equal(t, asked, r.At)
	assert.Equal(t, 2, r.Visit().Loads)
	tab = 2
	step(Event{Type: EventOpened, Tab: tab})
	shows(before)
	assert.Equal(t, asked+1, r.At, "that it does so each time is no reason to try for ever")
}

// Only what the table says may be missing, and was never seen, is called not offered.
func TestAbsenceOfWhatWasSeen(t *testing.T) {
	w := hardened(t, `"level":"strict"`)
	w.server["allowProfileAndActivityDataForMarketingAds"] = true
	w.visit("/mypreferences/d/settings/linkedin-promotions")
	require.Equal(t, "1", w.badge.Text)
	w.faults["/mypreferences/d/settings/linkedin-promotions"] = fault{pageElsewhere: rules.CategoryPage(rules.DataPrivacy)}
	w.now += memory.Day
	w.command("check", "")
	w.run()
	assert.Equal(t, memory.Unreachable, w.eng.state.Settings["promotions"].Outcome)
	assert.Equal(t, "1", w.badge.Text, "it is still known to be on")
	assert.Equal(t, page.On, w.eng.state.Settings["promotions"].State)
}
