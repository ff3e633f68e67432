package engine

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/wire"
)

const (
	promotions, promotionEmails = "allowProfileAndActivityDataForMarketingAds", "tipsForUsingLinkedinViaEmail" // two switches of one page
	promotionsPage              = "/mypreferences/d/settings/linkedin-promotions"
)

// What the person turns off before the run has read it is proved by another load, like everything else.
func TestSwitchTurnedBeforeItWasRead(t *testing.T) {
	t.Run("in guide mode", func(t *testing.T) {
		w := onlyOn(t, promotions, promotionEmails)
		w.faults[promotionEmails] = fault{save: 500}
		w.command("choose", `"region":"us","level":"strict","mode":"guide"`)
		w.person = func(key string, d *document) {
			if key == promotions {
				w.flip(d, promotionEmails)
				w.tell(d)
				w.after(2000, func() { w.flip(d, promotions); w.tell(d) })
			}
		}
		w.command("harden", "")
		w.run()
		assert.True(t, w.server[promotionEmails])
		w.checkServer()
	})
	t.Run("in automatic mode, while another one is saved", func(t *testing.T) {
		w := onlyOn(t, promotions, promotionEmails)
		w.faults[promotionEmails] = fault{save: 500, times: 1}
		w.command("choose", `"region":"us","level":"strict"`)
		w.command("harden", "")
		done := false
		var watch func()
		watch = func() {
			for _, d := range w.tabs {
				if d.path == promotionsPage && d.id != "" && !done && d.on[promotions] != w.server[promotions] {
					done = true
					w.flip(d, promotionEmails)
					w.tell(d)
				}
			}
			if !done {
				w.after(5, watch)
			}
		}
		w.after(5, watch)
		w.run()
		require.True(t, done)
		w.checkServer()
	})
	t.Run("by the page's program, which a server had drawn wrong", func(t *testing.T) {
		w := onlyOn(t)
		w.faults[aiKey] = fault{drawnWrong: 300}
		w.command("choose", `"region":"us","level":"essential"`)
		w.command("harden", "")
		w.run()
		rec := w.eng.state.Settings["ai-training"]
		assert.Equal(t, memory.AlreadyOff, rec.Outcome)
		assert.Equal(t, []memory.Change{{At: rec.History[0].At, To: page.Off, By: memory.Elsewhere}}, rec.History, "nobody turned it")
	})
}

// A switch that the person turns as soon as it is marked counts as turned by the person.
func TestQuickClickOfThePersonIsTheirs(t *testing.T) {
	w := onlyOn(t, aiKey)
	w.command("choose", `"region":"us","level":"essential","mode":"guide"`)
	w.command("harden", "")
	var watch func()
	watch = func() {
		if len(w.marks) == 0 {
			w.after(5, watch)
			return
		}
		w.flip(w.tabs[1], aiKey)
		w.tell(w.tabs[1])
	}
	w.after(5, watch)
	w.run()
	rec := w.eng.state.Settings["ai-training"]
	assert.Equal(t, []any{memory.TurnedOff, memory.Person}, []any{rec.Outcome, rec.History[len(rec.History)-1].By})
}

// What another tab has shown since the run's page was loaded is newer, and counts.
func TestNewerStateFromAnotherTab(t *testing.T) {
	for _, mode := range []string{"automatic", "guide"} {
		for _, off := range []bool{true, false} {
			w := onlyOn(t, aiKey)
			w.server[aiKey] = off // and the person turns it the other way
			w.command("choose", `"region":"us","level":"essential","mode":"`+mode+`"`)
			w.person = func(key string, d *document) { w.flip(d, key); w.tell(d) }
			w.command("harden", "")
			w.after(150, func() {
				d := w.openByHand(aiPage)
				w.after(30, func() { w.flip(d, aiKey); w.tell(d) })
			})
			w.run()
			require.Equal(t, memory.Ended, w.eng.state.Run.Phase)
			rec := w.eng.state.Settings["ai-training"]
			assert.False(t, w.server[aiKey])
			assert.Equal(t, map[bool]memory.Outcome{true: memory.AlreadyOff, false: memory.TurnedOff}[off], rec.Outcome, "%s %v", mode, off)
			assert.Equal(t, mode == "automatic" && !off, rec.Ours)
		}
	}
}

// A document that has stood there for an hour proves what was so an hour ago.
func TestProofIsAsOldAsItsDocument(t *testing.T) {
	w := onlyOn(t, promotions)
	w.command("choose", `"region":"us","level":"strict","mode":"guide"`)
	w.person = func(_ string, d *document) {
		w.after(10*memory.Minute, func() { w.server[promotionEmails], w.drifted[w.member+promotionEmails] = true, w.now })
		w.after(60*memory.Minute, func() { w.flip(d, promotions); w.tell(d) })
	}
	w.command("harden", "")
	w.run()
	w.checkServer()
}

// byHand is an engine that a test drives step by step.
type byHand struct {
	e   *Engine
	now int64
}

func beginByHand(t *testing.T, choices string) *byHand {
	h := &byHand{New(), began}
	h.step(0, Event{Type: EventRestore})
	v, err := wire.Parse([]byte("{" + choices + "}"))
	require.NoError(t, err)
	h.step(0, Event{Type: EventCommand, Command: "harden", Granted: true, Args: v})
	withoutLists(h.e)
	h.step(10, Event{Type: EventOpened, Tab: 1})
	return h
}

// withoutLists lets a run begin with the pages of settings.
func withoutLists(e *Engine) {
	r := e.state.Run
	for r.Visits[0].Rows {
		r.Visits = r.Visits[1:]
	}
}

func (h *byHand) step(ms int64, ev Event) []Effect {
	h.now += ms
	ev.Now = h.now
	return h.e.Step(ev).Effects
}

// shows is the run's page with the switch on.
func (h *byHand) shows(ms int64, enabled, dialog bool, clicks int) []Effect {
	return h.step(ms, Event{Type: EventSnapshot, Tab: 1, Account: "one", Snapshot: page.Snapshot{
		Doc: "d", Born: began, Path: aiPage, Ready: true, Dialog: dialog,
		Controls: []page.Control{{Ref: 1, Kind: "switch", Key: aiKey, State: page.On, Enabled: enabled, Visible: true, Clicks: clicks}},
	}})
}

// While it saves what the person did, the page may disable the switch or ask in a dialog.
func TestGuideModeWaitsWhileThePageIsBusy(t *testing.T) {
	for name, dialog := range map[string]bool{"disabled": false, "dialog": true} {
		h := beginByHand(t, `"region":"us","level":"essential","mode":"guide"`)
		h.shows(100, true, false, 0)
		h.step(600, Event{Type: EventTime, Granted: true})
		h.shows(5, true, false, 0)
		require.Equal(t, "ai-training", h.e.doc.marked)
		h.shows(30_000, dialog, dialog, 0)
		assert.Empty(t, h.e.state.Run.Ledger[0].Outcome, name)
		assert.Equal(t, aiPage, h.e.state.Run.Visit().Page)
	}
}

// A control that its page disables after the click and never enables again.
func TestDisabledByTheClick(t *testing.T) {
	h := beginByHand(t, `"region":"us","level":"essential","mode":"automatic"`)
	h.shows(100, true, false, 0)
	enabled, clicks := true, 0
	for h.e.state.Run.Doc == "d" {
		require.Less(t, h.now, began+2*memory.Minute, "the page is left and loaded again")
		effects := h.step(h.e.wakeSet-h.now, Event{Type: EventTime, Granted: true})
		for again := true; again && h.e.state.Run.Doc == "d"; {
			again = false
			for _, x := range effects {
				switch x := x.(type) {
				case Look:
					again = true
				case Click:
					enabled, clicks, again = false, x.N, true
				}
			}
			if again {
				effects = h.shows(5, enabled, false, clicks)
			}
		}
	}
	assert.Equal(t, 1, clicks)
}

// A run that waits for something that never comes ends at its own limit of time.
func TestWaitingIsNotTakenForSleep(t *testing.T) {
	h := beginByHand(t, `"region":"us","level":"essential","mode":"automatic"`)
	for h.e.state.Run.Going() {
		require.Less(t, h.now, began+2*runPatience)
		require.LessOrEqual(t, h.e.wakeSet-h.now, int64(memory.Minute))
		h.step(max(1, h.e.wakeSet-h.now), Event{Type: EventTime, Granted: true})
		if h.e.state.Run.Going() {
			h.shows(1, true, true, 0)
		}
	}
}

// A page is left only when it has saved what the person did, as far as that can
// be told.
func TestGuideModeWaitsForTheSave(t *testing.T) {
	t.Run("by hand", func(t *testing.T) {
		w := onlyOn(t)
		w.extra[receiptsPage] = []string{receiptsKey}
		w.server[receiptsKey] = true
		w.command("choose", `"region":"us","level":"strict","mode":"guide"`)
		w.person = func(key string, d *document) {
			d.on[key], d.moved[key] = false, w.now
			w.tell(d)
			w.after(3000, func() {
				if w.tabs[d.tab] == d {
					w.server[key] = false
					d.saves = append(d.saves, page.Save{Key: key, Status: 200})
					w.tell(d)
				}
			})
		}
		w.command("harden", "")
		w.run()
		assert.False(t, w.server[receiptsKey])
	})
	t.Run("second try", func(t *testing.T) {
		w := newWorld(t)
		w.command("choose", `"region":"us","level":"essential","mode":"guide"`)
		n := 0
		w.person = func(key string, d *document) {
			if key != aiKey {
				w.flip(d, key)
				w.tell(d)
				return
			}
			n++
			status, took := 500, int64(60)
			if n > 1 {
				status, took = 200, 2000
			}
			d.on[key], d.moved[key] = false, w.now
			w.tell(d)
			w.after(took, func() {
				if w.tabs[d.tab] != d {
					return
				}
				d.saves = append(d.saves, page.Save{Key: key, Status: status})
				if status == 200 {
					w.server[key] = false
				} else {
					d.on[key] = true
				}
				w.tell(d)
			})
		}
		w.command("harden", "")
		w.run()
		assert.Equal(t, 2, n)
		assert.False(t, w.server[aiKey])
	})
}

func TestResumeUsesTheModeChosenByThen(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"essential"`)
	w.stopAfter(300, "harden", "")
	require.Zero(t, w.clicks)
	w.command("choose", `"mode":"guide"`)
	w.command("resume", "")
	w.after(30_000, func() { w.command("stop", "") })
	w.run()
	assert.Zero(t, w.clicks)
}

// The note beside a mark names the setting, says how far the run is as the badge does, and calls a guess one.
func TestMarkNamesItsSetting(t *testing.T) {
	w := newWorld(t)
	w.lang = "xx" // in which no label is known
	w.command("choose", `"region":"us","level":"strict","mode":"guide"`)
	w.person = func(key string, d *document) { w.flip(d, key); w.tell(d) }
	w.command("harden", "")
	said, before := map[bool]int{}, ""
	for w.eng.state.Run.Going() {
		id := w.eng.doc.marked
		if id == "" || id == before {
			step(w)
			continue
		}
		before = id
		s, _ := w.eng.find(id)
		require.Equal(t, s.Title, w.mark.Args[0])
		require.Equal(t, w.badge.Text, w.mark.Args[1]+"/"+w.mark.Args[2])
		guess := w.eng.state.Run.Entry(id).ByHand
		require.Equal(t, guess, w.mark.Text == ProbablyHere, id)
		said[guess]++
	}
	assert.Greater(t, said[false], 5)
	assert.Greater(t, said[true], 5)
}

// A key names no setting, and may be pressed at any time.
func TestKeysSkipAndStop(t *testing.T) {
	w := newWorld(t)
	for _, key := range []Command{CommandSkip, CommandStop} {
		w.command("page", "")
		stored, done := string(w.stored), w.effects
		w.command(string(key), "")
		assert.Equal(t, []any{stored, done}, []any{string(w.stored), w.effects}, "%s outside a run", key)
		assert.True(t, w.eng.exporting, "what a page asked for stands")
	}
	w.command("choose", `"region":"us","level":"essential","mode":"guide"`)
	w.command("harden", "")
	w.command("skip", "")
	require.True(t, w.eng.state.Run.Going(), "nothing is marked yet")
	for w.eng.doc.marked == "" {
		step(w)
	}
	first := w.eng.doc.marked
	w.command("skip", "")
	assert.Equal(t, memory.Skipped, w.eng.state.Run.Entry(first).Outcome)
	for w.eng.doc.marked == "" {
		step(w)
	}
	require.NotEqual(t, first, w.eng.doc.marked)
	w.command("stop", "")
	assert.Equal(t, []any{memory.Stopped, memory.ByPerson}, []any{w.eng.state.Run.Phase, w.eng.state.Run.Why})
	assert.Equal(t, memory.Skipped, w.eng.state.Settings[first].Outcome)
}
