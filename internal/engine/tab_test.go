package engine

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/wire"
)

// awaitMark lets a guided run come so far that it waits for the person, and gives the document of its mark.
func awaitMark(t testingT, w *world) *document {
	w.command("choose", `"region":"us","level":"essential","mode":"guide"`)
	w.command("harden", "")
	for range 1000 {
		if len(w.marks) > 0 {
			return w.tabs[w.eng.state.Run.Tab]
		}
		w.pass(100)
	}
	require.FailNow(t, "nothing is marked")
	return nil
}

// pass lets so much time pass, and all happen that is due in it.
func (w *world) pass(ms int64) {
	over := false
	w.after(ms, func() { over = true })
	for !over {
		next := 0
		for i, other := range w.todo {
			if other.at < w.todo[next].at || (other.at == w.todo[next].at && other.n < w.todo[next].n) {
				next = i
			}
		}
		if w.wakeAt != 0 && w.wakeAt < w.todo[next].at {
			w.now, w.wakeAt = max(w.now, w.wakeAt), 0
			w.event(Event{Type: EventTime, Granted: true})
			continue
		}
		do := w.todo[next]
		w.todo = append(w.todo[:next], w.todo[next+1:]...)
		w.now = max(w.now, do.at)
		do.do()
	}
}

// A browser that is short of memory throws the page of a tab away, gives the tab another number or keeps it, and loads the
// page when the person shows the tab again. That costs the page none of its loads, however often it happens.
func TestGuidedRunFollowsItsTab(t *testing.T) {
	for name, putAway := range map[string]func(w *world, from, to int){
		"under another number": func(w *world, from, to int) {
			w.event(Event{Type: EventReplaced, Tab: from, To: to})
		},
		"under its own": func(w *world, from, to int) {
			w.event(Event{Type: EventTab, Tab: from, URL: page.Origin + aiPage, Status: Unloaded})
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := onlyOn(t, aiKey)
			d := awaitMark(t, w)
			loads := len(w.opened)
			for n := range 2 * maxLoads {
				from, to, old := d.tab, d.tab, d.id
				if name == "under another number" {
					to = 70 + n
				}
				delete(w.tabs, from)
				w.marks = nil
				d = &document{tab: to, path: aiPage}
				w.tabs[to] = d
				putAway(w, from, to)
				assert.Equal(t, to, w.eng.state.Run.Tab)
				assert.Equal(t, to, w.watched)
				w.event(Event{Type: EventSnapshot, Tab: to, Snapshot: page.Snapshot{Doc: old, Path: aiPage, Born: w.now}})
				assert.Empty(t, w.eng.state.Run.Doc, "a late word of the page that is gone")
				w.pass(10 * memory.Minute)
				require.Len(t, w.opened, loads, "nothing is loaded while nobody looks")
				w.born(d, fault{})
				w.pass(5_000)
				require.NotEmpty(t, w.marks, "shown again, it is marked again")
			}
			w.flip(d, aiKey)
			w.tell(d)
			w.run()
			assert.Equal(t, memory.Ended, w.eng.state.Run.Phase)
			assert.Equal(t, memory.TurnedOff, w.eng.state.Settings["ai-training"].Outcome)
			w.checkServer()
		})
	}
}

// When the person shows the tab again, the browser loads its page, and from then on the run is as patient with it as with a
// page that it has ordered itself: a page that is silent then is loaded anew, and does not keep the run for ever.
func TestPageThatIsSilentWhenItsTabIsShownAgain(t *testing.T) {
	loading := func(w *world, tab int) {
		w.event(Event{Type: EventTab, Tab: tab, URL: page.Origin + aiPage, Status: "loading"})
	}
	complete := func(w *world, tab int) {
		w.event(Event{Type: EventTab, Tab: tab, URL: page.Origin + aiPage, Status: "complete"})
	}
	for name, c := range map[string]struct {
		shown    func(w *world, tab int)
		patience int64
	}{
		"it says nothing": {func(w *world, tab int) { loading(w, tab); complete(w, tab) }, silentPatience},
		"it never comes":  {loading, loadPatience},
		"it is thrown away again before it speaks": {func(w *world, tab int) {
			loading(w, tab)
			w.event(Event{Type: EventTab, Tab: tab, URL: page.Origin + aiPage, Status: Unloaded})
			loads := len(w.opened)
			w.pass(10 * memory.Minute)
			require.Len(w.t, w.opened, loads, "nothing is loaded while nobody looks")
			loading(w, tab)
			complete(w, tab)
		}, silentPatience},
	} {
		t.Run(name, func(t *testing.T) {
			w := onlyOn(t, aiKey)
			d := awaitMark(t, w)
			delete(w.tabs, d.tab)
			w.tabs[70] = &document{tab: 70, path: aiPage}
			w.event(Event{Type: EventReplaced, Tab: d.tab, To: 70})
			w.pass(10 * memory.Minute)
			loads := len(w.opened)
			c.shown(w, 70)
			w.pass(c.patience - 1)
			require.Len(t, w.opened, loads, "it has its time")
			w.pass(1_000)
			require.Len(t, w.opened, loads+1, "and is loaded anew")
			w.pass(5_000)
			d = w.tabs[70]
			w.flip(d, aiKey)
			w.tell(d)
			w.run()
			assert.Equal(t, memory.TurnedOff, w.eng.state.Settings["ai-training"].Outcome)
			w.checkServer()
		})
	}
}

func TestReplacedTabOfSomebodyElse(t *testing.T) {
	w := onlyOn(t, aiKey)
	d := awaitMark(t, w)
	w.event(Event{Type: EventReplaced, Tab: 900, To: 901})
	w.event(Event{Type: EventReplaced, Tab: d.tab})
	assert.Equal(t, d.tab, w.eng.state.Run.Tab)
	assert.NotEmpty(t, w.eng.state.Run.Doc)
	w.command("stop", "")
	w.event(Event{Type: EventReplaced, Tab: d.tab, To: 70})
	assert.Equal(t, d.tab, w.eng.state.Run.Tab, "no run is on")
}

// A run in automatic mode loads the page again, as one that does not come.
func TestRunLoadsAPageThatWasThrownAway(t *testing.T) {
	w := onlyOn(t, aiKey)
	w.command("choose", `"region":"us","level":"essential"`)
	w.command("harden", "")
	w.pass(150)
	require.NotEmpty(t, w.eng.state.Run.Doc)
	d := w.tabs[w.eng.state.Run.Tab]
	delete(w.tabs, d.tab)
	w.tabs[70] = &document{tab: 70, path: d.path}
	w.event(Event{Type: EventReplaced, Tab: d.tab, To: 70})
	w.run()
	assert.Equal(t, memory.Ended, w.eng.state.Run.Phase)
	w.checkServer()
}

func (w *world) close(tab int) {
	if !w.clings {
		delete(w.tabs, tab)
	}
}

// A browser that refuses to open a tab, or to load a page in it, is asked once more after a moment; if it stays so, the run
// says that the browser gives it no tab.
func TestBrowserThatRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		tab  int
	}{{"to open", 0}, {"to load", 1}} {
		t.Run(c.name, func(t *testing.T) {
			e, now := New(), began
			orders := func(x []Effect) (n int) {
				for _, x := range x {
					switch x.(type) {
					case Open, Go:
						n++
					}
				}
				return n
			}
			step := func(ev Event) int {
				ev.Now = now
				return orders(e.Step(ev).Effects)
			}
			refuse := func() int { return step(Event{Type: EventFailed, Tab: c.tab}) }
			wait := func(ms int64) int {
				now += ms
				return step(Event{Type: EventTime, Granted: true})
			}
			start := func() {
				e, now = New(), began
				step(Event{Type: EventRestore})
				choices, err := wire.Parse([]byte(`{"region":"us","level":"essential"}`))
				require.NoError(t, err)
				step(Event{Type: EventCommand, Command: CommandChoose, Args: choices})
				require.Equal(t, 1, step(Event{Type: EventCommand, Command: CommandHarden, Granted: true}))
				if c.tab != 0 {
					step(Event{Type: EventOpened, Tab: c.tab})
					require.Equal(t, 1, wait(loadPatience), "the page does not come")
				}
			}
			start()
			require.Zero(t, step(Event{Type: EventFailed, Tab: 7}), "of a tab that is not the run's")
			require.Zero(t, wait(openPause))

			start()
			loads := e.state.Run.Visit().Loads
			require.Zero(t, refuse())
			require.Zero(t, wait(999))
			require.Equal(t, 1, wait(1))
			require.Equal(t, loads, e.state.Run.Visit().Loads, "the page cannot help it")
			require.Zero(t, refuse())
			require.Equal(t, []any{memory.Stopped, memory.ByBrowser}, []any{e.state.Run.Phase, e.state.Run.Why})

			start()
			refuse()
			require.Equal(t, 1, wait(openPause))
			if c.tab == 0 {
				step(Event{Type: EventOpened, Tab: 1})
			}
			step(Event{Type: EventSnapshot, Tab: 1, Snapshot: page.Snapshot{Doc: "one", Path: e.state.Run.Visit().Page, Born: now}})
			require.Equal(t, "one", e.state.Run.Doc)
			require.Zero(t, e.state.Run.OpenFailed, "it counts no longer for the pages to come")
		})
	}
}

// While the run's tab is being opened the run has no tab, and that is the number 0. No browser gives a tab that number: what
// bears it is not taken for the run's, neither a page nor the word that the tab is open.
func TestNoTabHasTheNumberZero(t *testing.T) {
	e := New()
	step := func(ev Event) []Effect {
		ev.Now = began
		return e.Step(ev).Effects
	}
	step(Event{Type: EventRestore})
	choices, err := wire.Parse([]byte(`{"region":"us","level":"essential"}`))
	require.NoError(t, err)
	step(Event{Type: EventCommand, Command: CommandChoose, Args: choices})
	step(Event{Type: EventCommand, Command: CommandHarden, Granted: true})
	require.True(t, e.state.Run.Going())

	step(Event{Type: EventSnapshot, Snapshot: page.Snapshot{Doc: "stray", Path: aiPage, Born: began}})
	step(Event{Type: EventOpened})
	assert.Zero(t, e.state.Run.Tab)
	assert.Empty(t, e.waiting, "what would be taken up once more with each tab of this number")

	step(Event{Type: EventOpened, Tab: 7})
	assert.Equal(t, 7, e.state.Run.Tab)
	assert.Empty(t, e.state.Run.Doc, "the stray page is not the run's")
}

// What a page of the person's own says while the run's tab is being opened is news all the same, whether that is refused at
// first, or never comes to pass.
func TestNothingIsLostWhileATabIsBeingOpened(t *testing.T) {
	for name, then := range map[string]func(w *world){
		"it is asked for again": func(w *world) {
			w.event(Event{Type: EventFailed})
			w.pass(2 * openPause)
			require.NotZero(t, w.eng.state.Run.Tab)
		},
		"the person stops the run": func(w *world) { w.command("stop", "") },
	} {
		t.Run(name, func(t *testing.T) {
			w := hardened(t, `"level":"essential"`)
			w.now += memory.Day
			w.server[aiKey] = true
			w.command("only", `"setting":"ads-data-from-others"`)
			w.todo = nil // the browser opens no tab
			w.openByHand(aiPage)
			w.pass(200)
			require.Zero(t, w.eng.state.Run.Tab)
			then(w)
			w.pass(2 * beliefPatience)
			assert.Equal(t, memory.StillOn, w.eng.state.Settings["ai-training"].Outcome)
		})
	}
}
