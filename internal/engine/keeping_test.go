package engine

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/page"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

const hour = 60 * minute

// hardened is a world in which a run has turned off what a level asks for.
func hardened(t testingT, choices string) *world {
	w := newWorld(t)
	w.command("choose", `"region":"us",`+choices)
	w.command("harden", "")
	w.run()
	require.Equal(t, Ended, w.eng.state.Run.Phase)
	return w
}

func TestUndo(t *testing.T) {
	w := newWorld(t)
	w.server["allowAdsByAge"] = false
	w.command("choose", `"region":"us","level":"recommended"`)
	w.command("harden", "")
	w.run()
	w.undoing = true

	w.command("undo", `"settings":["research","ads-age"]`)
	w.run()
	assert.True(t, w.server["allowAnonymizedDataResearch"])
	assert.False(t, w.server["allowAdsByAge"], "what this extension did not turn off is not turned on")
	rec := w.eng.state.Settings["research"]
	assert.Equal(t, []any{StillOn, WhyUndone, false}, []any{rec.Outcome, rec.Why, rec.Ours})
	assert.Equal(t, "1", w.badge.Text)

	w.command("undo", "")
	w.run()
	for _, s := range clickable() {
		if s.ID == "ads-age" || s.ID == "promotion-emails" {
			continue
		}
		assert.True(t, w.server[s.Key], s.ID)
	}
	assert.False(t, w.server["allowAdsByAge"])
	w.command("undo", "")
	assert.Equal(t, "nothing-to-undo", w.eng.refusal)
	assert.Equal(t, Ended, w.eng.state.Run.Phase)
}

func TestUndoThatDoesNotHold(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	w.undoing = true
	w.faults[aiKey] = fault{unkept: true}
	w.command("undo", `"settings":["ai-training"]`)
	w.run()
	rec := w.eng.state.Settings["ai-training"]
	assert.Equal(t, []any{TurnedOff, WhyNotUndone}, []any{rec.Outcome, rec.Why})
	assert.False(t, w.server[aiKey])
}

func TestDrift(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	off := w.eng.state.Settings["ai-training"].History[1].At
	w.now += 20 * day
	w.command("check", "")
	w.run()
	checked := w.eng.state.Settings["ai-training"].Proved
	w.server[aiKey] = true
	w.now += 5 * day
	w.visit(aiPage)
	rec := w.eng.state.Settings["ai-training"]
	assert.Equal(t, StillOn, rec.Outcome)
	from, last, back, drifted := rec.drift()
	require.True(t, drifted)
	assert.Equal(t, []int64{off, checked, rec.Seen}, []int64{from, last, back})
	assert.Equal(t, []Who{Elsewhere, Us, Elsewhere}, []Who{rec.History[0].By, rec.History[1].By, rec.History[2].By})
	assert.Equal(t, "1", w.badge.Text)
	assert.True(t, w.badge.Alarm)
	assert.True(t, w.server[aiKey], "it is turned off again only when the person wants it")

	w.command("harden", "")
	w.run()
	assert.False(t, w.server[aiKey])
	_, _, _, drifted = (&rec).drift()
	assert.True(t, drifted)
	rec = w.eng.state.Settings["ai-training"]
	_, _, _, drifted = rec.drift()
	assert.False(t, drifted)
}

func TestWhatThePersonTurnsOnIsNoDrift(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	d := w.visit(aiPage)
	w.flip(d, aiKey)
	w.tell(d)
	rec := w.eng.state.Settings["ai-training"]
	_, _, _, drifted := rec.drift()
	assert.False(t, drifted)
	assert.Equal(t, Person, rec.History[len(rec.History)-1].By)
	assert.False(t, rec.Ours)
	assert.Equal(t, "1", w.badge.Text)
}

// A tab that was left open shows what was so when it was loaded.
func TestAnOldTabTellsNothingNew(t *testing.T) {
	t.Run("off, and on again since", func(t *testing.T) {
		w := hardened(t, `"level":"essential"`)
		old := w.visit(aiPage)
		proved := w.eng.state.Settings["ai-training"].Proved
		require.Equal(t, old.born, proved)
		w.now += 20 * day
		w.server[aiKey] = true
		for range 3 {
			w.tell(old)
			w.run()
			w.boot()
		}
		assert.Equal(t, proved, w.eng.state.Settings["ai-training"].Proved)
		w.visit(aiPage)
		w.tell(old)
		w.run()
		assert.Equal(t, StillOn, w.eng.state.Settings["ai-training"].Outcome)
	})
	t.Run("on, and turned off since", func(t *testing.T) {
		w := newWorld(t)
		w.command("choose", `"region":"us","level":"essential"`)
		old := w.visit(aiPage)
		w.command("harden", "")
		w.run()
		w.tell(old)
		w.run()
		assert.Equal(t, TurnedOff, w.eng.state.Settings["ai-training"].Outcome)
		assert.Equal(t, "", w.badge.Text)
	})
	t.Run("turned on by the person, and turned off since", func(t *testing.T) {
		w := hardened(t, `"level":"essential"`)
		old := w.visit(aiPage)
		w.flip(old, aiKey)
		w.run()
		require.Equal(t, StillOn, w.eng.state.Settings["ai-training"].Outcome)
		w.command("harden", "")
		w.run()
		w.tell(old)
		w.run()
		assert.Equal(t, TurnedOff, w.eng.state.Settings["ai-training"].Outcome)
		w.flip(old, aiKey) // its page still thinks that it is on
		w.flip(old, aiKey)
		w.run()
		rec := w.eng.state.Settings["ai-training"]
		assert.Equal(t, []any{StillOn, Person}, []any{rec.Outcome, rec.History[len(rec.History)-1].By})
	})
}

// What was clicked is this extension's, even if the run stopped before the
// proof and another one came later.
func TestWhatWasClickedBeforeAStopIsOurs(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"essential"`)
	w.command("harden", "")
	w.after(1000, func() { w.command("stop", "") })
	w.run()
	require.Len(t, w.saves, 1)
	rec := w.eng.state.Settings["ai-training"]
	assert.Equal(t, []any{Unchecked, WhyNotProved, false}, []any{rec.Outcome, rec.Why, rec.Ours}, "not yet proved")
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
		assert.Equal(t, []any{AlreadyOff, true}, []any{rec.Outcome, rec.Ours}, name)
		assert.Equal(t, []Change{{began, page.On, Elsewhere}, {rec.Clicked, page.Off, Us}}, []Change{{began, rec.History[0].To, rec.History[0].By}, rec.History[1]}, name)
	}
	w.undoing = true
	w.command("undo", `"settings":["ai-training"]`)
	w.run()
	assert.True(t, w.server[aiKey])

	t.Run("but not if the click changed nothing", func(t *testing.T) {
		w := newWorld(t)
		w.faults[aiKey] = fault{status: 500, back: 10}
		w.command("choose", `"region":"us","level":"essential"`)
		w.command("harden", "")
		w.after(1000, func() { w.command("stop", "") })
		w.run()
		require.Len(t, w.saves, 1)
		delete(w.faults, aiKey)
		w.visit(aiPage)
		rec := w.eng.state.Settings["ai-training"]
		_, _, _, drifted := rec.drift()
		assert.False(t, drifted, "it was never off")
		w.server[aiKey] = false
		w.visit(aiPage)
		rec = w.eng.state.Settings["ai-training"]
		assert.Equal(t, []any{AlreadyOff, false}, []any{rec.Outcome, rec.Ours})
	})
}

func TestHistoryIsBounded(t *testing.T) {
	var rec Record
	for i := range int64(500) {
		to := page.On
		if i%2 == 1 {
			to = page.Off
		}
		rec.changed(i, to, Elsewhere)
		rec.changed(i, to, Elsewhere)
	}
	require.Len(t, rec.History, 1+100)
	assert.Equal(t, int64(0), rec.History[0].At, "the first is kept")
	assert.Equal(t, int64(499), rec.History[100].At)
	assert.Equal(t, int64(400), rec.History[1].At, "and the newest hundred")

	stored := &State{Settings: map[string]Record{"ai-training": {Outcome: StillOn, State: page.On, History: append(rec.History, rec.History...)}}}
	v, err := wire.Parse(encodeState(stored))
	require.NoError(t, err)
	read := newState()
	require.NoError(t, readRecords(v, rules.Table(), read.Settings))
	assert.Len(t, read.Settings["ai-training"].History, 1+100, "whatever was stored")
}

func TestChecksAtIntervals(t *testing.T) {
	t.Run("reminder", func(t *testing.T) {
		w := hardened(t, `"level":"essential","every":7`)
		w.now += 7 * day
		w.event(Event{Type: EventTime, Granted: true})
		assert.Equal(t, "badge_stale", w.badge.Tip)
		assert.False(t, w.eng.state.Run.on())
	})
	t.Run("off", func(t *testing.T) {
		w := hardened(t, `"level":"essential","checks":"off"`)
		w.now += 300 * day
		w.event(Event{Type: EventTime, Granted: true})
		assert.Equal(t, "badge_off", w.badge.Tip)
	})
	t.Run("automatic", func(t *testing.T) {
		w := hardened(t, `"level":"essential","checks":"automatic","every":7`)
		w.server[aiKey] = true
		w.visit(aiPage)
		require.Equal(t, "1", w.badge.Text)
		assert.Equal(t, w.eng.nextCheck(), w.wakeAt, "it asks to be woken, whatever the badge says")
		w.now = w.eng.state.Tried + 7*day - 1
		w.event(Event{Type: EventTime, Granted: true})
		require.False(t, w.eng.state.Run.on(), "not before its time")
		w.now += hour
		w.event(Event{Type: EventTime})
		require.False(t, w.eng.state.Run.on(), "not without permission")
		w.event(Event{Type: EventTime, Granted: true})
		require.True(t, w.eng.state.Run.on())
		w.run()
		assert.Equal(t, Check, w.eng.state.Run.Purpose)
		assert.True(t, w.server[aiKey])
		assert.Equal(t, StillOn, w.eng.state.Settings["ai-training"].Outcome)
	})
	t.Run("automatic, and turning off again", func(t *testing.T) {
		w := hardened(t, `"level":"essential","checks":"automatic","every":7,"again":true`)
		w.server[aiKey] = true
		w.now += 7*day + hour
		w.event(Event{Type: EventTime, Granted: true})
		w.run()
		assert.False(t, w.server[aiKey])
	})
	t.Run("a check that cannot be made is not tried again at once", func(t *testing.T) {
		w := hardened(t, `"level":"essential","checks":"automatic","every":7`)
		w.expelAt, w.expelTo = 1, "/uas/login"
		w.now += 7*day + hour
		w.event(Event{Type: EventTime, Granted: true})
		w.run()
		require.Equal(t, BySignOut, w.eng.state.Run.Why)
		w.now += hour
		w.event(Event{Type: EventTime, Granted: true})
		assert.False(t, w.eng.state.Run.on())
	})
}

func TestResume(t *testing.T) {
	cases := []struct {
		name string
		stop func(w *world)
		why  string
	}{
		{"the person stopped it", func(w *world) { w.command("stop", "") }, ByPerson},
		{"the tab was closed", func(w *world) { delete(w.tabs, 1); w.event(Event{Type: EventClosed, Tab: 1}) }, ByClosing},
		{"the browser was closed", func(w *world) { w.restart() }, ByRestart},
		{"the session ended", func(w *world) { w.expelAt, w.expelTo = w.visits+1, "/uas/login" }, BySignOut},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			for at := int64(100); at < 9000; at += 400 {
				w := newWorld(t)
				w.command("choose", `"region":"us","level":"essential"`)
				w.command("harden", "")
				w.after(at, func() {
					if w.eng.state.Run.on() {
						c.stop(w)
					}
				})
				w.run()
				if w.eng.state.Run.Phase == Ended {
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
				require.Equal(t, Ended, w.eng.state.Run.Phase, "stopped after %d ms", at)
				for id, o := range w.outcomes() {
					if en := w.eng.state.Run.entry(id); en != nil {
						require.True(t, o.Proved(), "%s is %s, stopped after %d ms", id, o, at)
					}
				}
				w.checkServer()
			}
		})
	}
}

// A rule that is gone, or has become another kind of rule, makes nothing
// damaged and leaves nothing to go on with.
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
	assert.Equal(t, Ended, w.eng.state.Run.Phase)
	assert.True(t, w.server[key])

	w.command("export", "")
	state := w.eng.state
	w.command("restore", `"state":`+string(encodeState(&state)))
	assert.Empty(t, w.eng.refusal, "and a backup of it is one")
}

// A page that asks to sign in says nothing about what was proved before.
func TestSignOutKeepsWhatWasProved(t *testing.T) {
	for _, to := range []string{"/uas/login", "/checkpoint/challenge/x"} {
		w := hardened(t, `"level":"essential"`)
		w.eng.state.Settings["research"] = Record{Outcome: StillOn, State: page.On}
		w.expelAt, w.expelTo = w.visits+1, to
		w.command("choose", `"level":"recommended"`)
		w.command("check", "")
		w.run()
		require.Equal(t, Stopped, w.eng.state.Run.Phase)
		assert.Equal(t, TurnedOff, w.eng.state.Settings["ai-training"].Outcome)
		assert.Contains(t, []Outcome{SignedOut, Challenged}, w.eng.state.Settings["research"].Outcome)
		assert.True(t, w.eng.resumable())
		run := w.seen()["run"].(map[string]any)
		assert.Equal(t, []any{0.0, 12.0}, []any{run["done"], run["total"]}, "nothing was done")
	}
}

// What a run saw on is not proved off any more, however the run stopped.
func TestStopKeepsNoProofOfWhatIsOn(t *testing.T) {
	for at := int64(110); at < 550; at += 40 {
		w := hardened(t, `"level":"essential"`)
		w.now += day
		w.server[aiKey] = true
		w.command("harden", "")
		w.after(at, func() { w.command("stop", "") })
		w.run()
		require.True(t, w.server[aiKey])
		assert.Equal(t, "1", w.badge.Text, "stopped after %d ms", at)
	}
}

func TestBadgeAfterARunThatProvedNothing(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"essential"`)
	assert.Equal(t, "badge_unchecked", w.badge.Tip)
	w.expelAt, w.expelTo = 1, "/uas/login"
	w.command("harden", "")
	w.run()
	assert.Equal(t, Badge{Text: "?", Tip: "badge_unsure", Args: []string{"5"}}, w.badge)
}

// An undo that stops before the proof: nobody else turned the setting on.
func TestUndoThatStops(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	w.undoing = true
	w.command("undo", "")
	w.after(1000, func() { w.command("stop", "") })
	w.run()
	require.True(t, w.server[aiKey])
	rec := w.eng.state.Settings["ai-training"]
	assert.Equal(t, []any{Unchecked, WhyUndoStopped}, []any{rec.Outcome, rec.Why})
	assert.Equal(t, TurnedOff, w.eng.state.Settings["ads-data-from-others"].Outcome, "what the undo did not come to is as it was")
	stopped := w.stored
	for name, see := range map[string]func(){
		"a check":    func() { w.command("check", ""); w.run() },
		"passing by": func() { w.visit(aiPage) },
	} {
		w.stored = stopped
		w.boot()
		see()
		rec = w.eng.state.Settings["ai-training"]
		_, _, _, drifted := rec.drift()
		assert.False(t, drifted, name)
		assert.Equal(t, []any{page.On, Us, false}, []any{rec.State, rec.History[len(rec.History)-1].By, rec.Ours}, name)
	}
}

func TestResumeIsOfferedForADay(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us"`)
	w.command("resume", "")
	assert.Equal(t, "nothing-to-resume", w.eng.refusal)
	w.command("harden", "")
	w.command("stop", "")
	w.now += day - 1
	w.event(Event{Type: EventTime})
	assert.True(t, w.eng.resumable())
	w.now++
	w.command("resume", "")
	assert.Equal(t, "nothing-to-resume", w.eng.refusal)

	w.now -= 3 * day
	w.boot()
	assert.True(t, w.eng.resumable())
	w.now += day
	assert.False(t, (&Engine{state: w.eng.state, now: w.now}).resumable(), "a day, by a clock that was put right too")
}

func TestTimeThatDidNotPass(t *testing.T) {
	for _, jump := range []int64{8 * hour, -8 * hour, 400 * day, -400 * day} {
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

// The same, when the browser stops the background for as long.
func TestTimeThatDidNotPassForAStoppedBackground(t *testing.T) {
	for _, jump := range []int64{8 * hour, -8 * hour, 400 * day, -400 * day} {
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
		if en := w.eng.state.Run.entry(s.ID); en != nil {
			require.Equal(t, TurnedOff, en.Outcome, "%s, %d h at %d ms", s.ID, jump/hour, at)
		}
	}
	require.Len(t, w.saves, 5)
	w.checkServer()
}

// A clock that was ahead and was put right makes no proof last longer, and no
// check come later.
func TestClockThatWasAhead(t *testing.T) {
	w := hardened(t, `"level":"essential","checks":"automatic","every":30`)
	for _, restarted := range []bool{false, true} {
		w.now -= 300 * day
		if restarted {
			w.boot()
		}
		w.event(Event{Type: EventTime, Granted: true})
		assert.Equal(t, w.now, w.eng.state.Settings["ai-training"].Proved)
		assert.Equal(t, w.now+30*day, w.eng.nextCheck())
		assert.Equal(t, "", w.badge.Text)
	}
	w.server[aiKey] = true
	w.now += hour
	w.visit(aiPage)
	assert.Equal(t, "1", w.badge.Text)
}

func TestTooManyRequests(t *testing.T) {
	w := newWorld(t)
	w.faults[aiKey] = fault{status: 429, back: 10, times: 1}
	w.command("choose", `"region":"us","level":"essential"`)
	w.command("harden", "")
	w.run()
	assert.Equal(t, TurnedOff, w.eng.state.Settings["ai-training"].Outcome)
	assert.GreaterOrEqual(t, w.savedAt[1]-w.savedAt[0], int64(holdOff), "LinkedIn is left alone for a while")
}

func TestCoupledSettingIsReadAgain(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	share := "shareDataWithTrustedPartners"
	w.undoing = true
	w.coupled = map[string]string{"allowLinkedInAudienceNetwork": share}
	w.server["allowLinkedInAudienceNetwork"], w.server[share] = true, true
	w.opened = nil
	w.command("harden", "")
	w.run()
	assert.False(t, w.server[share])
	assert.Equal(t, AlreadyOff, w.eng.state.Settings["ads-share-with-partners"].Outcome, "it went off with the other one, and was looked at")
	w.checkServer()

	w.eng.state.Settings["ads-share-with-partners"] = Record{Outcome: StillOn, State: page.On}
	d := w.visit("/mypreferences/d/settings/ads-beyond-linkedin")
	assert.NotNil(t, d)
}

func TestAccountsAreKeptApart(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	look := func(account string, on bool) {
		born := w.now
		for range 4 {
			w.event(Event{Type: EventSnapshot, Tab: 7, Account: account, Snapshot: page.Snapshot{
				Doc: "doc of " + account, Born: born, Path: aiPage, Ready: true,
				Controls: []page.Control{{Ref: 1, Kind: "switch", Key: aiKey, State: map[bool]page.State{true: page.On, false: page.Off}[on], Enabled: true, Visible: true}},
			}})
			w.now += 2000
		}
	}
	look("one", false)
	assert.Equal(t, "", w.badge.Text)
	assert.Empty(t, w.eng.state.Notices, "the first account seen is the one that was checked")
	look("two", true)
	assert.Equal(t, "1", w.badge.Text)
	assert.Equal(t, []string{"account-changed"}, w.eng.state.Notices)
	assert.Len(t, w.eng.state.Settings, 1, "nothing else is known of this account")
	w.boot()
	look("one", false)
	assert.Equal(t, "", w.badge.Text, "what was known of the first account is known again")
	assert.Equal(t, TurnedOff, w.eng.state.Settings["ads-off-linkedin"].Outcome)
	look("", true)
	assert.Equal(t, "1", w.badge.Text, "a page that does not show an account is the last one's")

	w.command("export", "")
	assert.NotContains(t, string(w.eng.view()), `"account":"one"`)
	assert.NotContains(t, string(w.eng.view()), `"two"`)
}

func TestAnotherAccountStopsTheRun(t *testing.T) {
	w := newWorld(t)
	w.eng.state.Account = "one"
	w.command("choose", `"region":"us"`)
	w.command("harden", "")
	w.after(1000, func() {
		w.event(Event{Type: EventSnapshot, Tab: 1, Account: "two", Snapshot: page.Snapshot{Doc: "x", Path: aiPage}})
	})
	w.run()
	assert.Equal(t, ByAccount, w.eng.state.Run.Why)
}

// What an account's run did says nothing about another account.
func TestARunOfAnotherAccountIsOver(t *testing.T) {
	w := newWorld(t)
	w.member = "one"
	w.command("choose", `"region":"us","level":"essential"`)
	w.command("harden", "")
	w.after(2500, func() { w.signIn("two") })
	w.run()
	require.Equal(t, ByAccount, w.eng.state.Run.Why)
	require.Equal(t, "two", w.eng.state.Account)
	assert.False(t, w.eng.resumable())
	w.command("resume", "")
	assert.Equal(t, "nothing-to-resume", w.eng.refusal)
	w.checkServer()

	w.command("harden", "")
	w.run()
	require.Equal(t, Ended, w.eng.state.Run.Phase, "the next run is the other account's")
	w.checkServer()
	w.signIn("one")
	w.visit(aiPage)
	assert.Nil(t, w.seen()["run"], "the run was not this account's")
}

// A tab that still shows the account before says nothing about the run.
func TestAnOldTabOfAnotherAccount(t *testing.T) {
	w := newWorld(t)
	w.member = "two"
	old := w.visit(aiPage)
	w.signIn("one")
	w.command("choose", `"region":"us","level":"essential"`)
	w.visit(aiPage)
	require.Equal(t, "one", w.eng.state.Account)
	w.command("harden", "")
	for at := int64(10); at < 9000; at += 70 {
		w.after(at, func() { w.tabs[old.tab] = old; w.tell(old) })
	}
	w.run()
	require.Equal(t, Ended, w.eng.state.Run.Phase, w.eng.state.Run.Why)
	require.Equal(t, "one", w.eng.state.Account)
	w.checkServer()
}

// A page may say whose it is only after it shows the switch. Nothing is
// concluded before, and nothing is clicked.
func TestPageThatNamesItsAccountLate(t *testing.T) {
	w := newWorld(t)
	w.member = "one"
	w.command("choose", `"region":"us","level":"essential"`)
	w.command("harden", "")
	w.run()
	w.signIn("two")
	w.server[aiKey] = false // by that person
	w.named = 3000
	saves := len(w.saves)
	for _, command := range []string{"harden", "check", "undo"} {
		w.eng.state.Account, w.eng.state.Others = "one", nil
		w.command(command, "")
		w.undoing = command == "undo"
		w.run()
		require.Equal(t, ByAccount, w.eng.state.Run.Why, command)
		assert.Len(t, w.saves, saves, command)
		w.signIn("one")
		w.visit(aiPage)
		w.signIn("two")
		w.checkServer()
	}
	t.Run("passing by", func(t *testing.T) {
		w.signIn("one")
		w.visit(aiPage)
		before := w.eng.state.Settings["ai-training"]
		w.signIn("two")
		w.server[aiKey] = true
		w.visit(aiPage)
		require.Equal(t, "two", w.eng.state.Account)
		w.signIn("one")
		w.visit(aiPage)
		assert.Equal(t, before.History, w.eng.state.Settings["ai-training"].History)
	})
}

func TestPagesThatNeverNameAnAccount(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"strict"`)
	w.eng.state.Account = "one"
	w.command("harden", "")
	w.run()
	require.Equal(t, Ended, w.eng.state.Run.Phase)
	assert.Len(t, w.saves, 13)
	assert.Less(t, w.now-began, int64(2*minute), "it is waited for once, not on every page")
}

// What the person turned off after an undo was stopped stays off.
func TestResumedUndoIsForOurs(t *testing.T) {
	for at := int64(100); at < 4000; at += 300 {
		w := hardened(t, `"level":"essential"`)
		w.undoing = true
		w.command("undo", `"settings":["ai-training"]`)
		w.after(at, func() { w.command("stop", "") })
		w.run()
		if w.eng.state.Run.Phase == Ended {
			continue
		}
		d := w.visit(aiPage)
		if !d.on[aiKey] {
			w.flip(d, aiKey)
			w.tell(d)
			w.run()
			w.now += 1000
		}
		w.flip(d, aiKey)
		w.tell(d)
		w.run()
		w.now += hour
		w.visit(aiPage)
		rec := w.eng.state.Settings["ai-training"]
		require.False(t, w.server[aiKey])
		require.False(t, rec.Ours)
		w.command("resume", "")
		w.run()
		assert.False(t, w.server[aiKey], "stopped after %d: turned on what the person turned off", at)
	}
}

// A click that came to nothing makes nothing this extension's.
func TestResumedRunTakesNoCredit(t *testing.T) {
	w := newWorld(t)
	w.faults[aiKey] = fault{status: 500, back: 10}
	w.command("choose", `"region":"us","level":"essential"`)
	w.command("harden", "")
	w.after(1000, func() { w.command("stop", "") })
	w.run()
	delete(w.faults, aiKey)
	d := w.visit(aiPage)
	w.flip(d, aiKey)
	w.tell(d)
	w.run()
	w.now += hour
	w.visit(aiPage)
	rec := w.eng.state.Settings["ai-training"]
	require.Equal(t, Person, rec.History[len(rec.History)-1].By)
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

// A server may draw a switch on that is off: that is no drift.
func TestDrawnWrongAsOnePassesBy(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	before := w.eng.state.Settings["ai-training"]
	w.now += hour
	w.faults[aiKey] = fault{wrong: 700}
	w.visit(aiPage)
	rec := w.eng.state.Settings["ai-training"]
	assert.Equal(t, before.History, rec.History)
	assert.True(t, rec.Ours)
	w.command("undo", `"settings":["ai-training"]`)
	assert.Empty(t, w.eng.refusal)
}

// A page that fails when it is to prove takes no click away.
func TestProvingLoadThatFails(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"essential"`)
	w.command("harden", "")
	w.after(1500, func() { w.faults[aiPage] = fault{error: true} })
	w.run()
	rec := w.eng.state.Settings["ai-training"]
	assert.Equal(t, []any{Unchecked, WhyNotProved}, []any{rec.Outcome, rec.Why})
	delete(w.faults, aiPage)
	w.command("harden", "")
	w.run()
	rec = w.eng.state.Settings["ai-training"]
	assert.True(t, rec.Ours)
	assert.Equal(t, Us, rec.History[len(rec.History)-1].By)
}

// A backup can be made at any moment.
func TestBackupOfARunThatIsOn(t *testing.T) {
	for at := int64(300); at < 4000; at += 300 {
		w := newWorld(t)
		w.command("choose", `"region":"us","level":"essential"`)
		w.command("harden", "")
		var backup []byte
		w.after(at, func() { s := w.eng.state; s.Account, s.Others = "", nil; backup = encodeState(&s) })
		w.run()
		fresh := newWorld(t)
		fresh.command("restore", `"state":`+string(backup))
		require.Empty(t, fresh.eng.refusal)
		assert.True(t, fresh.eng.resumable())
		fresh.everySettingHasAnOutcome()
	}
}

func TestImportedLabelHasALimit(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	w.command("import", `"rules":[{"page":"`+aiPage+`","key":"someSwitch","match":"id","label":"`+strings.Repeat("x", maxWords+1)+`"}]`)
	assert.Equal(t, "not-all-rules", w.eng.refusal)
	assert.Empty(t, w.eng.state.Local)
}

func TestBackup(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	assert.Nil(t, w.seen()["backup"])
	w.command("export", "")
	s := w.eng.state
	backup := encodeState(&s)
	fresh := newWorld(t)
	fresh.command("restore", `"state":`+string(backup))
	require.Empty(t, fresh.eng.refusal)
	assert.Equal(t, w.eng.state.Settings, fresh.eng.state.Settings)
	assert.Equal(t, "", fresh.badge.Text)
	fresh.command("restore", `"state":{"version":1,"choices":{"region":"moon"}}`)
	assert.Equal(t, "not-a-backup", fresh.eng.refusal)
	fresh.command("restore", ``)
	assert.Equal(t, "not-a-backup", fresh.eng.refusal)
	assert.Equal(t, w.eng.state.Settings, fresh.eng.state.Settings, "a bad backup changes nothing")

	large := w.eng.state
	for range 20_000 {
		large.Strangers = append(large.Strangers, Stranger{aiPage, "a title that is long", "data-privacy"})
	}
	fresh.command("restore", `"state":`+string(encodeState(&large)))
	assert.Equal(t, "not-a-backup", fresh.eng.refusal, "one that could not be stored")
	many := newState()
	for i := range maxLocal + 1 {
		many.Local = append(many.Local, Local{Page: aiPage, Key: "labSwitch" + string(rune('a'+i%26)) + string(rune('a'+i/26)), Match: "id"})
	}
	fresh.command("restore", `"state":`+string(encodeState(&many)))
	assert.Equal(t, "not-a-backup", fresh.eng.refusal, "one with more rules than are kept")
	assert.Equal(t, w.eng.state.Settings, fresh.eng.state.Settings)
}

func TestResetForgetsEverything(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	w.command("reset", "")
	assert.True(t, w.resets)
	fresh := New()
	fresh.Step(Event{Type: EventRestore, Now: w.now})
	assert.Equal(t, string(encodeState(&fresh.state)), string(encodeState(&w.eng.state)))
	assert.Equal(t, "?", w.badge.Text)
}

func TestStoredStateStaysSmall(t *testing.T) {
	w := hardened(t, `"level":"strict"`)
	for id, rec := range w.eng.state.Settings {
		for i := range int64(maxHistory) {
			rec.changed(began+i, []page.State{page.On, page.Off}[i%2], Elsewhere)
		}
		w.eng.state.Settings[id] = rec
	}
	for i := range maxLocal {
		x := Local{Page: aiPage, Key: "labSwitch" + string(rune('a'+i%26)) + string(rune('a'+i/26)), Match: "id"}
		for range 40 {
			x.Label += "a label that is long "
		}
		require.NoError(t, w.eng.add(x))
		rec := Record{Outcome: StillOn, State: page.On}
		for i := range int64(maxHistory) {
			rec.changed(began+i, []page.State{page.On, page.Off}[i%2], Elsewhere)
		}
		w.eng.state.Settings[localID(x)] = rec
	}
	w.event(Event{Type: EventTime})
	assert.Less(t, len(w.stored), 1<<20)
	v, err := wire.Parse(w.stored)
	require.NoError(t, err)
	_, err = decodeState(v)
	assert.NoError(t, err)
}
