package engine

import (
	"fmt"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/regions"
	"offswitch/internal/rules"
)

const (
	aiKey  = "allowDataForGenerativeAI"
	aiPage = "/mypreferences/d/settings/data-for-ai-improvement"
)

// clickable are the rows that are clicked; the model asks for them with every step. Nothing in the list may be changed.
var clickable = sync.OnceValue(func() []rules.Setting {
	var all []rules.Setting
	for _, s := range ofTheSite() {
		if s.Act == rules.Click {
			all = append(all, s)
		}
	}
	return all
})

func TestHardenTurnsEverythingOff(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"strict","mode":"automatic"`)
	w.command("harden", "")
	assert.Equal(t, fmt.Sprintf("0/%d", len(clickable())), w.badge.Text)
	w.run()
	for _, s := range clickable() {
		assert.Equal(t, memory.TurnedOff, w.eng.state.Settings[s.ID].Outcome, s.ID)
		assert.False(t, w.server[s.Key], s.Key)
	}
	assert.Equal(t, memory.Ended, w.eng.state.Run.Phase)
	assert.Equal(t, []string{"report"}, w.shown)
	assert.Empty(t, w.tabs, "the run closes its tab")
	assert.Len(t, w.saves, controls(clickable()), "one save each")
	assert.Equal(t, "", w.badge.Text)
	assert.Equal(t, TipOff, w.badge.Tip)
	w.checkServer()

	before := len(w.saves)
	w.command("harden", "")
	w.run()
	for _, s := range clickable() {
		assert.Equal(t, memory.AlreadyOff, w.eng.state.Settings[s.ID].Outcome, s.ID)
	}
	assert.Len(t, w.saves, before, "nothing is clicked again")
}

func TestFaultsGiveTrueOutcomes(t *testing.T) {
	cases := []struct {
		name    string
		at      string
		fault   fault
		outcome memory.Outcome
		why     string
		on      bool // on the server afterwards
	}{
		{"save refused and the switch flips back", aiKey, fault{save: 500, flipsBack: 10}, memory.NotSaved, memory.WhyRefused, true},
		{"save refused and the switch flips back later", aiKey, fault{save: 500, flipsBack: 2000}, memory.NotSaved, memory.WhyRefused, true},
		{"save refused once", aiKey, fault{save: 500, flipsBack: 10, times: 1}, memory.TurnedOff, "", false},
		{"save refused and the switch stays off until a reload", aiKey, fault{save: 500}, memory.NotSaved, memory.WhyRefused, true},
		{"save answered and not kept", aiKey, fault{saveNotKept: true}, memory.NotSaved, "", true},
		{"control appears late", aiKey, fault{controlLate: 8000}, memory.TurnedOff, "", false},
		{"control never appears", aiKey, fault{controlMissing: true}, memory.NotFound, "", true},
		{"control is there twice", aiKey, fault{controlDoubled: true}, memory.NeedsYou, "two-controls", true},
		{"control is disabled", aiKey, fault{controlDisabled: true}, memory.Locked, "", true},
		{"control does not say whether it is on", aiKey, fault{controlUnclear: true}, memory.NeedsYou, memory.WhyUnclear, true},
		{"control cannot be seen", aiKey, fault{controlInDialog: true}, memory.NeedsYou, "hidden", true},
		{"control is dead at first", aiKey, fault{hydratesLate: 700}, memory.TurnedOff, "", false},
		{"control is replaced all the time", aiKey, fault{controlReplaced: true}, memory.TurnedOff, "", false},
		{"control is drawn wrong at first", aiKey, fault{drawnWrong: 1000}, memory.TurnedOff, "", false},
		{"control is drawn wrong for longer", aiKey, fault{drawnWrong: 2500}, memory.TurnedOff, "", false},
		{"control is drawn wrong for long", aiKey, fault{drawnWrong: 4800}, memory.TurnedOff, "", false},
		{"control is drawn off until its data comes", aiKey, fault{dataLate: 2500}, memory.TurnedOff, "", false},
		{"control is drawn off until its data comes late", aiKey, fault{dataLate: 4500}, memory.TurnedOff, "", false},
		{"control appears late and its data later", aiKey, fault{controlLate: 1000, dataLate: 1600}, memory.TurnedOff, "", false},
		{"control is another one at every click", aiKey, fault{controlSlips: true}, memory.NeedsYou, memory.WhyUnstable, true},
		{"control is a link", aiKey, fault{objects: "link"}, memory.NeedsYou, "other-control", true},
		{"control submits a form", aiKey, fault{objects: "submits"}, memory.NeedsYou, "other-control", true},
		{"control shares a click with another", aiKey, fault{objects: "shared"}, memory.NeedsYou, "other-control", true},
		{"dialog lies over the page", aiPage, fault{dialogOnLoad: true}, memory.NeedsYou, memory.WhyDialog, true},
		{"control lies under something", aiKey, fault{objects: "covered"}, memory.NeedsYou, memory.WhyCovered, true},
		{"click opens a question", aiKey, fault{asks: true}, memory.NeedsYou, memory.WhyDialog, true},
		{"control stays dead", aiKey, fault{hydratesLate: 1 << 40}, memory.StillOn, memory.WhyNoReaction, true},
		{"page leads to its category", aiPage, fault{pageElsewhere: "/mypreferences/d/categories/privacy"}, memory.Unreachable, memory.WhyRedirected, true},
		{"page leads elsewhere", aiPage, fault{pageElsewhere: "/feed/"}, memory.Unreachable, memory.WhyElsewhere, true},
		{"page shows an error", aiPage, fault{page500: true}, memory.Unreachable, memory.WhyErrorPage, true},
		{"page shows an error once", aiPage, fault{page500: true, times: 1}, memory.TurnedOff, "", false},
		{"page takes twenty seconds", aiPage, fault{pageSlow: 20_000}, memory.TurnedOff, "", false},
		{"page never answers", aiPage, fault{pageReset: true}, memory.Unreachable, memory.WhyNoAnswer, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			w.faults[c.at] = c.fault
			w.command("choose", `"region":"us","level":"strict"`)
			w.command("harden", "")
			w.run()
			rec := w.eng.state.Settings["ai-training"]
			assert.Equal(t, c.outcome, rec.Outcome)
			assert.Equal(t, c.why, rec.Why)
			assert.Equal(t, c.on, w.server[aiKey])
			assert.Equal(t, memory.Ended, w.eng.state.Run.Phase)
			for _, s := range clickable() {
				if s.ID != "ai-training" {
					assert.Equal(t, memory.TurnedOff, w.eng.state.Settings[s.ID].Outcome, s.ID)
				}
			}
			w.checkServer()
		})
	}
}

func TestSessionEnds(t *testing.T) {
	cases := []struct {
		name, to string
		outcome  memory.Outcome
		why      string
	}{
		{"signed out", "/uas/login", memory.SignedOut, memory.BySignOut},
		{"challenged", "/checkpoint/challenge/x", memory.Challenged, memory.ByChallenge},
	}
	for _, c := range cases {
		for at := 1; at <= 18; at++ {
			w := newWorld(t)
			w.expelAt, w.expelTo = at, c.to
			w.command("choose", `"region":"us","level":"strict"`)
			w.command("harden", "")
			w.run()
			r := w.eng.state.Run
			require.Equal(t, memory.Stopped, r.Phase)
			require.Equal(t, c.why, r.Why)
			require.Equal(t, at, w.visits, "the run stops at once")
			n := 0
			for _, o := range w.outcomes() {
				if o == c.outcome {
					n++
				} else {
					require.Equal(t, memory.TurnedOff, o)
				}
			}
			require.Positive(t, n)
			require.Len(t, w.tabs, 1, "the tab stays, so that the person can sign in")
			w.checkServer()
		}
	}
}

func TestBackgroundKilled(t *testing.T) {
	run := func(t *testing.T, w *world, level string) {
		w.command("choose", `"region":"us","level":"`+level+`"`)
		w.killAt += w.effects
		w.command("harden", "")
		w.run()
		n := 0
		for _, s := range clickable() {
			if !rules.Level(level).Includes(s.Level) {
				continue
			}
			n++
			require.Equal(t, memory.TurnedOff, w.eng.state.Settings[s.ID].Outcome, s.ID)
		}
		require.Len(t, w.saves, n, "one save each")
		w.checkServer()
	}
	t.Run("once, after each effect", func(t *testing.T) {
		for at := 1; ; at++ {
			w := newWorld(t)
			w.killAt = at
			run(t, w, "essential")
			if w.killed == 0 {
				require.Greater(t, at, 100, "a run has more effects than this")
				return
			}
		}
	})
	t.Run("again and again", func(t *testing.T) {
		for again := 12; again <= 60; again += 4 {
			w := newWorld(t)
			w.killAt, w.again = again, again
			run(t, w, "recommended")
			require.NotZero(t, w.killed)
		}
	})
	t.Run("after each effect, in one run", func(t *testing.T) {
		for _, opening := range []int64{20, 150, 300} {
			for _, gone := range []int64{50, 200, 1000} {
				t.Run(fmt.Sprintf("a tab opens within %d ms, the background is gone for %d ms", opening, gone), func(t *testing.T) {
					w := newWorld(t)
					w.opening, w.gone, w.places = opening, gone, map[string]bool{}
					run(t, w, "recommended")
					require.Greater(t, w.killed, 100)
				})
			}
		}
	})
}

func TestRefusals(t *testing.T) {
	w := newWorld(t)
	w.command("harden", "")
	assert.Equal(t, NoChoices, w.eng.refusal)
	w.command("choose", `"region":"us"`)
	w.event(Event{Type: EventCommand, Command: "harden"})
	assert.Equal(t, NoPermission, w.eng.refusal)
	w.command("choose", `"region":"atlantis"`)
	assert.Equal(t, NotAChoice, w.eng.refusal)
	w.command("harden", "")
	assert.Empty(t, w.eng.refusal)
	w.command("harden", "")
	assert.Equal(t, AlreadyRunning, w.eng.refusal)
	assert.Len(t, w.tabs, 1)
}

// Only the person's click can bring anything new, so no snapshot is asked for.
func TestGuideModeIsQuietWhileItWaits(t *testing.T) {
	w := newWorld(t)
	waited := 0
	w.person = func(string, *document) {
		waited++
		before := w.effects
		w.event(Event{Type: EventTime, Granted: true})
		assert.Equal(t, before, w.effects)
	}
	w.command("choose", `"region":"us","level":"essential","mode":"guide"`)
	w.command("harden", "")
	w.run()
	assert.Greater(t, waited, 3)
}

func TestGuideModeMarksAndWaits(t *testing.T) {
	w := newWorld(t)
	w.server["allowAdsByAge"] = false
	w.command("choose", `"region":"us","level":"strict","mode":"guide"`)
	w.command("harden", "")
	skipped := false
	w.person = func(key string, d *document) {
		if key == aiKey && !skipped {
			skipped = true
			w.command("skip", `"setting":"`+w.eng.doc.marked+`"`)
			return
		}
		w.flip(d, key)
		w.tell(d)
	}
	w.run()
	assert.Equal(t, memory.Ended, w.eng.state.Run.Phase)
	for _, s := range clickable() {
		want := memory.TurnedOff
		switch s.ID {
		case "ai-training":
			want = memory.Skipped
		case "ads-age":
			want = memory.AlreadyOff
		}
		assert.Equal(t, want, w.eng.state.Settings[s.ID].Outcome, s.ID)
	}
	assert.Zero(t, w.clicks, "guide mode never clicks")
	assert.Empty(t, w.marks, "no mark is left behind")
	assert.Equal(t, "1", w.badge.Text, "what was skipped is on")
	w.checkServer()
}

func TestCheckOnlyLooks(t *testing.T) {
	w := newWorld(t)
	w.server[aiKey] = false
	w.command("choose", `"region":"us","level":"essential"`)
	w.command("check", "")
	w.run()
	assert.Equal(t, memory.AlreadyOff, w.eng.state.Settings["ai-training"].Outcome)
	assert.Equal(t, memory.StillOn, w.eng.state.Settings["ads-off-linkedin"].Outcome)
	assert.Zero(t, w.clicks)
	assert.Equal(t, Badge{Text: "4", Alarm: true, Tip: "badge_on", Args: []string{"4"}}, w.badge)
}

func TestRegionDecidesWhatIsVisited(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"designated","level":"strict"`)
	w.command("harden", "")
	w.run()
	share, _ := rules.Find("ads-share-with-partners")
	assert.NotContains(t, w.opened, share.Page)
	assert.Equal(t, memory.NotOffered, w.eng.state.Settings[share.ID].Outcome)
	assert.Equal(t, "", w.badge.Text)
}

func TestStop(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"strict"`)
	w.stopAfter(1500, "harden", "")
	assert.Equal(t, memory.Stopped, w.eng.state.Run.Phase)
	assert.Equal(t, memory.ByPerson, w.eng.state.Run.Why)
	assert.Empty(t, w.tabs)
	for id, o := range w.outcomes() {
		assert.Contains(t, []memory.Outcome{memory.Unchecked, memory.StillOn}, o, id)
	}
	w.checkServer()
}

func TestTabClosedOrLeft(t *testing.T) {
	t.Run("closed", func(t *testing.T) {
		w := newWorld(t)
		w.command("choose", `"region":"us"`)
		w.command("harden", "")
		w.after(900, func() {
			delete(w.tabs, 1)
			w.event(Event{Type: EventClosed, Tab: 1})
		})
		w.run()
		assert.Equal(t, memory.ByClosing, w.eng.state.Run.Why)
		assert.Empty(t, w.shown)
	})
	t.Run("left", func(t *testing.T) {
		w := newWorld(t)
		w.command("choose", `"region":"us"`)
		w.command("harden", "")
		w.after(300, func() {
			w.tabs[1] = &document{tab: 1, path: "/feed/"}
			w.event(Event{Type: EventTab, Tab: 1, URL: "", Status: "loading"})
			w.event(Event{Type: EventTab, Tab: 1, URL: "", Status: "complete"})
		})
		w.run()
		assert.Equal(t, memory.ByLeaving, w.eng.state.Run.Why)
		assert.Len(t, w.tabs, 1, "a tab that the person has taken stays")
	})
}

// The first run stores the choices that the person saw, in the same step.
func TestChoicesThatComeWithTheRun(t *testing.T) {
	w := newWorld(t)
	w.command("harden", `"region":"mars","level":"strict","mode":"automatic"`)
	assert.Equal(t, NotAChoice, w.eng.refusal)
	assert.Nil(t, w.eng.state.Run)
	w.command("harden", `"region":"uk","level":"strict","mode":"automatic"`)
	require.True(t, w.eng.state.Run.Going())
	assert.Equal(t, []any{regions.UK, rules.Strict}, []any{w.eng.state.Run.Region, w.eng.state.Choices.Level})
	w.command("harden", `"region":"us","level":"essential","mode":"guide"`)
	assert.Equal(t, AlreadyRunning, w.eng.refusal)
	assert.Equal(t, []any{regions.UK, rules.Strict, memory.Automatic}, []any{w.eng.state.Choices.Region, w.eng.state.Choices.Level, w.eng.state.Choices.Mode}, "what is refused changes nothing")
}
