package engine

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/page"
)

// An order that the agent declined changed nothing: what went off meanwhile is not this extension's, whether the run then
// came to its end or was stopped.
func TestWhatAnAgentDeclinedIsNotOurs(t *testing.T) {
	for _, stopped := range []bool{false, true} {
		w := onlyOn(t, aiKey)
		w.lists.none = true
		w.faults[aiKey] = fault{objects: "other-position"}
		w.command("choose", `"region":"us","level":"essential"`)
		w.command("harden", "")
		for w.clicks == 0 {
			w.pass(50)
		}
		w.server[aiKey] = false // by other hands
		if stopped {
			w.pass(50)
			w.command("stop", "")
		}
		w.run()
		w.faults = map[string]fault{}
		w.now += hour
		w.visit(aiPage)
		rec := w.eng.state.Settings["ai-training"]
		require.Equal(t, memory.AlreadyOff, rec.Outcome)
		assert.False(t, rec.Ours)
		assert.NotEqual(t, memory.Us, rec.History[len(rec.History)-1].By)
	}
}

// Nor is it when the very page that declined the order shows it off.
func TestWhatWentOffAfterADeclinedOrderIsNotOurs(t *testing.T) {
	w := onlyOn(t, aiKey)
	w.lists.none = true
	w.faults[aiKey] = fault{objects: "other-position"}
	w.command("choose", `"region":"us","level":"essential"`)
	w.command("harden", "")
	for w.clicks == 0 {
		w.pass(50)
	}
	w.server[aiKey] = false // by other hands, and the page hears of it
	d := w.tabs[w.eng.state.Run.Tab]
	d.on[aiKey], d.moved[aiKey] = false, w.now
	w.tell(d)
	w.run()
	rec := w.eng.state.Settings["ai-training"]
	require.True(t, rec.Outcome.Proved())
	assert.False(t, rec.Ours)
	assert.NotEqual(t, memory.Us, rec.History[len(rec.History)-1].By)
}

// What goes off with another setting that this extension turned off is its own too, says so, and is undone with it.
func TestWhatGoesOffWithAnotherIsOurs(t *testing.T) {
	w := newWorld(t)
	ads, partners := keyOf("ads-off-linkedin"), keyOf("ads-share-with-partners")
	w.coupled = map[string]string{ads: partners}
	w.faults[partners] = fault{objects: "covered"} // so that no click of its own turns it off
	w.command("choose", `"region":"us","level":"essential"`)
	w.command("harden", "")
	w.run()
	require.False(t, w.server[partners])
	assert.Equal(t, "ads-off-linkedin", setting(t, w.seen(), "ads-share-with-partners")["with"])
	assert.Equal(t, "", setting(t, w.seen(), "ads-off-linkedin")["with"])
	w.faults = map[string]fault{}
	w.command("harden", "")
	w.run()
	rec := w.eng.state.Settings["ads-share-with-partners"]
	assert.True(t, rec.Outcome.Proved() && rec.Ours, "%+v", rec)
	w.undoing = true
	w.command("undo", "")
	w.run()
	assert.Equal(t, []bool{true, true}, []bool{w.server[ads], w.server[partners]})
}

// A run about one setting alone knows what goes off with it too, and the undo of that run brings both back.
func TestARunAboutOneSettingKnowsWhatGoesOffWithIt(t *testing.T) {
	w := newWorld(t)
	ads, partners := keyOf("ads-off-linkedin"), keyOf("ads-share-with-partners")
	w.coupled = map[string]string{ads: partners}
	w.command("choose", `"region":"us","level":"essential"`)
	w.command("only", `"setting":"ads-off-linkedin"`)
	w.run()
	require.Equal(t, []bool{false, false}, []bool{w.server[ads], w.server[partners]})
	assert.True(t, w.eng.state.Settings["ads-share-with-partners"].Ours)
	w.undoing = true
	w.command("undo", "")
	w.run()
	assert.Equal(t, []bool{true, true}, []bool{w.server[ads], w.server[partners]})
}

// Where an account is known, nothing is turned on on a page that does not say whose it is.
func TestUndoNeedsAPageThatNamesTheAccount(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"essential"`)
	w.command("harden", "")
	w.run()
	w.undoing, w.named = true, 1<<40
	saved := len(w.saves)
	w.command("undo", "")
	w.run()
	assert.Len(t, w.saves, saved)
	for _, en := range w.eng.state.Run.Ledger {
		assert.Equal(t, memory.WhyNobody, en.Why, en.ID)
	}
}

// A stopped run goes on by the choices of today.
func TestResumeByTodaysLevel(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"strict"`)
	w.stopAfter(6500, "harden", "")
	saved := len(w.saves)
	w.command("choose", `"region":"us","level":"essential"`)
	w.command("resume", "")
	w.run()
	for _, x := range w.saves[saved:] {
		for _, s := range clickable() {
			assert.True(t, s.Key != x.key || s.Level == "essential", "%s is above the level of today", s.ID)
		}
	}
	assert.NotEmpty(t, w.saves[saved:])
}

// A page is not left before a save has answered, however long the switch waits for the answer.
func TestPagesAreNotLeftBeforeTheSaveHasAnswered(t *testing.T) {
	for _, f := range []fault{{saveSlow: 7000}, {saveSlow: 15_000}, {pessimistic: 1000}, {pessimistic: 6000}, {pessimistic: 7000}, {pessimistic: 11_000}} {
		w := onlyOn(t, aiKey)
		w.faults[aiKey] = f
		w.command("choose", `"region":"us","level":"essential"`)
		w.command("harden", "")
		w.run()
		assert.Equal(t, memory.TurnedOff, w.eng.state.Settings["ai-training"].Outcome, "%+v", f)
		assert.False(t, w.server[aiKey], "%+v", f)
	}
}

// LinkedIn's word to robots counts as such when a save is answered by it, too.
func TestSaveThatIsAnsweredAsARobots(t *testing.T) {
	w := newWorld(t)
	for _, s := range clickable() {
		w.faults[s.Key] = fault{save: 999, flipsBack: 10}
	}
	w.command("choose", `"region":"us","level":"strict"`)
	w.command("harden", "")
	w.run()
	assert.Equal(t, []any{memory.Stopped, memory.ByDenial}, []any{w.eng.state.Run.Phase, w.eng.state.Run.Why})
	assert.Len(t, w.saves, 1)
}

// A page that loads LinkedIn's page for what it does not have has not been left by the person.
func TestLoadOfThePageForWhatIsMissing(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"essential"`)
	w.command("harden", "")
	for w.eng.state.Run.Doc == "" || !page.Same(w.eng.state.Run.Visit().Page, aiPage) || !w.eng.state.Run.Visit().Reached {
		w.pass(10)
	}
	tab := w.eng.state.Run.Tab
	d := &document{tab: tab, path: "/mypreferences/page-not-found", source: page.FromServer}
	w.tabs[tab] = d
	w.born(d, fault{})
	w.run()
	assert.Equal(t, memory.Ended, w.eng.state.Run.Phase)
}

// After a click that opened a question nothing more is clicked on that page.
func TestNothingIsClickedAfterAQuestion(t *testing.T) {
	w := newWorld(t)
	w.faults[keyOf("promotions")] = fault{asks: true}
	w.command("choose", `"region":"us","level":"strict"`)
	w.command("harden", "")
	w.run()
	for _, id := range []string{"promotions", "promotion-emails"} {
		rec := w.eng.state.Settings[id]
		assert.Equal(t, []any{memory.NeedsYou, memory.WhyDialog}, []any{rec.Outcome, rec.Why}, id)
		assert.True(t, w.server[keyOf(id)], id)
	}
}

// A switch that is on and that its page is still at work on, or that lies under something for a moment, is waited for.
func TestWhatIsInTheWayForAMoment(t *testing.T) {
	for name, set := range map[string]func(w *world){
		"busy": func(w *world) { w.faults[aiKey] = fault{busy: 6000} },
		"covered": func(w *world) {
			w.faults[aiKey] = fault{objects: "covered"}
			w.after(9000, func() { delete(w.faults, aiKey) })
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := onlyOn(t, aiKey)
			set(w)
			w.command("choose", `"region":"us","level":"essential"`)
			w.command("harden", "")
			w.run()
			assert.Equal(t, memory.TurnedOff, w.eng.state.Settings["ai-training"].Outcome)
		})
	}
}

// Controls in frames that may not be opened are not those of the page.
func TestFramesOfOtherPages(t *testing.T) {
	for frame, clicked := range map[string]int{"/mypreferences/d/close-accounts": 0, "/feed/": 0, aiPage + "/frame": 1, "/mypreferences/d/%63lose-accounts": 0} {
		w := onlyOn(t, aiKey)
		w.faults[aiKey] = fault{frame: frame}
		w.command("choose", `"region":"us","level":"essential"`)
		w.command("harden", "")
		w.run()
		assert.Equal(t, clicked, w.clicks, frame)
	}
}
