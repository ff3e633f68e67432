package engine

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/page"
)

// sharePage is the page that comes after that of AI training, in a run of level essential.
const sharePage = "/mypreferences/d/settings/share-data-with-select-partners"

// What was clicked is this extension's, even if the run stopped before the
// proof and another one came later.
func TestWhatWasClickedBeforeAStopIsOurs(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"essential"`)
	w.faults[sharePage] = fault{pageSlow: 30_000}
	w.stopAfter(8000, "harden", "")
	delete(w.faults, sharePage)
	require.Len(t, w.saves, 1)
	rec := w.eng.state.Settings["ai-training"]
	assert.Equal(t, []any{memory.Unchecked, memory.WhyNotProved, false}, []any{rec.Outcome, rec.Why, rec.Ours}, "not yet proved")
	stopped := w.stored
	proofs := map[string]func(){
		"by a run":         func() { w.command("harden", ""); w.run() },
		"as one passes by": func() { w.visit(aiPage) },
	}
	for name, prove := range proofs {
		w.stored = stopped
		w.boot()
		prove()
		rec = w.eng.state.Settings["ai-training"]
		assert.Equal(t, []any{memory.AlreadyOff, true}, []any{rec.Outcome, rec.Ours}, name)
		assert.Equal(t,
			[]memory.Change{{At: began, To: page.On, By: memory.Elsewhere}, {At: rec.Clicked, To: page.Off, By: memory.Us}},
			[]memory.Change{{At: began, To: rec.History[0].To, By: rec.History[0].By}, rec.History[1]}, name)
	}
	w.undoing = true
	w.command("undo", `"settings":["ai-training"]`)
	w.run()
	assert.True(t, w.server[aiKey])

	t.Run("but not if the click changed nothing", func(t *testing.T) {
		w := newWorld(t)
		w.faults[aiKey] = fault{save: 500, flipsBack: 10}
		w.command("choose", `"region":"us","level":"essential"`)
		w.faults[sharePage] = fault{pageSlow: 30_000}
		w.stopAfter(7000, "harden", "")
		require.Len(t, w.saves, 1)
		w.faults = map[string]fault{}
		w.visit(aiPage)
		rec := w.eng.state.Settings["ai-training"]
		_, _, _, drifted := rec.Drift()
		assert.False(t, drifted, "it was never off")
		w.server[aiKey] = false
		w.visit(aiPage)
		rec = w.eng.state.Settings["ai-training"]
		assert.Equal(t, []any{memory.AlreadyOff, false}, []any{rec.Outcome, rec.Ours})
	})
}

func TestResume(t *testing.T) {
	cases := []struct {
		name string
		stop func(w *world)
		why  string
	}{
		{"the person stopped it", func(w *world) { w.command("stop", "") }, memory.ByPerson},
		{"the tab was closed", func(w *world) { delete(w.tabs, 1); w.event(Event{Type: EventClosed, Tab: 1}) }, memory.ByClosing},
		{"the browser was closed", func(w *world) { w.restart() }, memory.ByRestart},
		{"the session ended", func(w *world) { w.expelAt, w.expelTo = w.visits+1, "/uas/login" }, memory.BySignOut},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			for at := int64(100); at < 9000; at += 400 {
				w := newWorld(t)
				w.command("choose", `"region":"us","level":"essential"`)
				w.command("harden", "")
				w.after(at, func() {
					if w.eng.state.Run.Going() {
						c.stop(w)
					}
				})
				w.run()
				if w.eng.state.Run.Phase == memory.Ended {
					continue
				}
				require.Equal(t, c.why, w.eng.state.Run.Why)
				w.checkServer()
				w.expelAt = 0
				w.now += hour
				require.True(t, w.eng.resumable())
				w.command("resume", "")
				require.Empty(t, w.eng.refusal)
				w.run()
				require.Equal(t, memory.Ended, w.eng.state.Run.Phase, "stopped after %d ms", at)
				for id, o := range w.outcomes() {
					if en := w.eng.state.Run.Entry(id); en != nil {
						require.True(t, o.Proved(), "%s is %s, stopped after %d ms", id, o, at)
					}
				}
				w.checkServer()
			}
		})
	}
}

// A rule that is gone, or has become another kind of rule, damages nothing and leaves nothing to resume.
func TestRulesThatChangeAfterARun(t *testing.T) {
	w := newWorld(t)
	const key = "labBrandNewSwitch"
	w.extra[aiPage] = []string{key}
	w.server[key] = true
	w.command("choose", `"region":"us","level":"essential"`)
	w.visit(aiPage)
	w.command("keep", `"page":"`+aiPage+`","key":"`+key+`"`)
	require.Empty(t, w.eng.refusal)
	w.command("harden", "")
	w.command("stop", "")
	w.run()
	require.True(t, w.eng.resumable())
	id := "local:" + aiPage + ":" + key
	w.command("forget", `"id":"`+id+`"`)
	for range 2 {
		assert.Empty(t, w.eng.state.Notices)
		require.NotNil(t, w.eng.state.Run)
		for _, en := range w.eng.unfinished() {
			assert.NotEqual(t, id, en.ID)
		}
		w.boot()
	}
	assert.Zero(t, w.aside)
	w.command("resume", "")
	w.run()
	assert.Equal(t, memory.Ended, w.eng.state.Run.Phase)
	assert.True(t, w.server[key])

	w.command("export", "")
	state := w.eng.state
	w.command("restore", `"state":`+string(memory.Encode(&state)))
	assert.Empty(t, w.eng.refusal, "and a backup of it is one")
}

// A page that asks to sign in says nothing about what was proved before.
func TestSignOutKeepsWhatWasProved(t *testing.T) {
	for _, to := range []string{"/uas/login", "/checkpoint/challenge/x"} {
		w := hardened(t, `"level":"essential"`)
		w.eng.state.Settings["research"] = memory.Record{Outcome: memory.StillOn, State: page.On}
		w.expelAt, w.expelTo = w.visits+1, to
		w.command("choose", `"level":"recommended"`)
		w.command("check", "")
		w.run()
		require.Equal(t, memory.Stopped, w.eng.state.Run.Phase)
		assert.Equal(t, memory.TurnedOff, w.eng.state.Settings["ai-training"].Outcome)
		assert.Contains(t, []memory.Outcome{memory.SignedOut, memory.Challenged}, w.eng.state.Settings["research"].Outcome)
		assert.True(t, w.eng.resumable())
		run := w.seen()["run"].(map[string]any)
		assert.Equal(t, []any{0.0, float64(len(w.eng.state.Run.Ledger))}, []any{run["done"], run["total"]}, "nothing was done")
	}
}

// What a run saw on no longer counts as proved off, however the run stopped.
func TestStoppedRunDropsTheProofOfWhatItSawOn(t *testing.T) {
	seen := 0
	for at := int64(110); at < 12_000; at += 40 {
		w := hardened(t, `"level":"essential"`)
		w.now += memory.Day
		w.server[aiKey] = true
		w.stopAfter(at, "harden", "")
		if !w.server[aiKey] {
			break // turned off again by then
		}
		if w.eng.state.Settings["ai-training"].State == page.On {
			seen++
			assert.Equal(t, "1", w.badge.Text, "stopped after %d ms", at)
		}
	}
	require.Greater(t, seen, 5)
}

func TestResumeIsOfferedForADay(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us"`)
	w.command("resume", "")
	assert.Equal(t, NothingToResume, w.eng.refusal)
	w.command("harden", "")
	w.command("stop", "")
	w.now += memory.Day - 1
	w.event(Event{Type: EventTime, Granted: true})
	assert.True(t, w.eng.resumable())
	w.now++
	w.command("resume", "")
	assert.Equal(t, NothingToResume, w.eng.refusal)

	w.now -= 3 * memory.Day
	w.boot()
	assert.True(t, w.eng.resumable())
	w.now += memory.Day
	assert.False(t, (&Engine{state: w.eng.state, now: w.now}).resumable(), "a day, by a clock that was put right too")
}

func TestClockJumpsDuringARun(t *testing.T) {
	for _, jump := range []int64{8 * hour, -8 * hour, 400 * memory.Day, -400 * memory.Day} {
		for at := int64(50); at < 8000; at += 350 {
			w := newWorld(t)
			w.command("choose", `"region":"us","level":"essential"`)
			w.command("harden", "")
			w.after(at, func() { w.jump(jump) })
			w.run()
			allTurnedOff(t, w, jump, at)
		}
	}
}

// The same while the browser has stopped the background.
func TestClockJumpsWhileTheBackgroundIsStopped(t *testing.T) {
	for _, jump := range []int64{8 * hour, -8 * hour, 400 * memory.Day, -400 * memory.Day} {
		for at := int64(50); at < 8000; at += 350 {
			w := newWorld(t)
			w.command("choose", `"region":"us","level":"essential"`)
			w.command("harden", "")
			w.after(at, func() {
				w.killBackground()
				w.jump(jump)
			})
			w.run()
			allTurnedOff(t, w, jump, at)
			// Twice what a run takes, and what is waited for a page that was lost with the background.
			require.Less(t, w.now-began-jump, int64(loadPatience+20_000), "%d h at %d ms", jump/hour, at)
		}
	}
}

func allTurnedOff(t *testing.T, w *world, jump, at int64) {
	for _, s := range clickable() {
		if en := w.eng.state.Run.Entry(s.ID); en != nil {
			require.Equal(t, memory.TurnedOff, en.Outcome, "%s, %d h at %d ms", s.ID, jump/hour, at)
		}
	}
	require.Len(t, w.saves, 5)
	w.checkServer()
}

// A clock that was ahead and is set right makes no proof last longer and no check come later.
func TestClockSetBackBetweenRuns(t *testing.T) {
	w := hardened(t, `"level":"essential","checks":"automatic","every":30`)
	for _, restarted := range []bool{false, true} {
		w.now -= 300 * memory.Day
		if restarted {
			w.boot()
		}
		w.event(Event{Type: EventTime, Granted: true})
		assert.Equal(t, w.now, w.eng.state.Settings["ai-training"].Proved)
		assert.Equal(t, w.now+30*memory.Day, w.eng.nextCheck())
		assert.Equal(t, "", w.badge.Text)
	}
	w.server[aiKey] = true
	w.now += hour
	w.visit(aiPage)
	assert.Equal(t, "1", w.badge.Text)
}

// A click that changed nothing does not make a later change this extension's.
func TestResumedRunClaimsNoClickOfThePerson(t *testing.T) {
	w := newWorld(t)
	w.faults[aiKey] = fault{save: 500, flipsBack: 10}
	w.command("choose", `"region":"us","level":"essential"`)
	w.stopAfter(1000, "harden", "")
	delete(w.faults, aiKey)
	d := w.visit(aiPage)
	w.flip(d, aiKey)
	w.tell(d)
	w.run()
	w.now += hour
	w.visit(aiPage)
	rec := w.eng.state.Settings["ai-training"]
	require.Equal(t, memory.Person, rec.History[len(rec.History)-1].By)
	require.False(t, rec.Ours)
	w.command("resume", "")
	w.run()
	rec = w.eng.state.Settings["ai-training"]
	assert.False(t, rec.Ours)
	w.undoing = true
	w.command("undo", "")
	w.run()
	assert.False(t, w.server[aiKey])
}

// A click still counts as this extension's when the page that is to prove it fails.
func TestProvingLoadThatFails(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"essential"`)
	w.command("harden", "")
	w.after(6500, func() { w.faults[aiPage] = fault{page500: true} })
	w.run()
	rec := w.eng.state.Settings["ai-training"]
	assert.Equal(t, []any{memory.Unchecked, memory.WhyNotProved}, []any{rec.Outcome, rec.Why})
	delete(w.faults, aiPage)
	w.command("harden", "")
	w.run()
	rec = w.eng.state.Settings["ai-training"]
	assert.True(t, rec.Ours)
	assert.Equal(t, memory.Us, rec.History[len(rec.History)-1].By)
}
