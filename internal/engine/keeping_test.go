package engine

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/page"
)

const hour = 60 * memory.Minute

// hardened is a world in which a run has turned off what a level asks for.
func hardened(t testingT, choices string) *world {
	w := newWorld(t)
	w.command("choose", `"region":"us",`+choices)
	w.command("harden", "")
	w.run()
	require.Equal(t, memory.Ended, w.eng.state.Run.Phase)
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
	assert.Equal(t, []any{memory.StillOn, memory.WhyUndone, false}, []any{rec.Outcome, rec.Why, rec.Ours})
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
	assert.Equal(t, NothingToUndo, w.eng.refusal)
	assert.Equal(t, memory.Ended, w.eng.state.Run.Phase)
}

func TestUndoThatDoesNotHold(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	w.undoing = true
	w.faults[aiKey] = fault{saveNotKept: true}
	w.command("undo", `"settings":["ai-training"]`)
	w.run()
	rec := w.eng.state.Settings["ai-training"]
	assert.Equal(t, []any{memory.TurnedOff, memory.WhyNotUndone}, []any{rec.Outcome, rec.Why})
	assert.False(t, w.server[aiKey])
}

func TestDrift(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	off := w.eng.state.Settings["ai-training"].History[1].At
	w.now += 20 * memory.Day
	w.command("check", "")
	w.run()
	checked := w.eng.state.Settings["ai-training"].Proved
	w.server[aiKey] = true
	w.now += 5 * memory.Day
	w.visit(aiPage)
	rec := w.eng.state.Settings["ai-training"]
	assert.Equal(t, memory.StillOn, rec.Outcome)
	from, last, back, drifted := rec.Drift()
	require.True(t, drifted)
	assert.Equal(t, []int64{off, checked, rec.Seen}, []int64{from, last, back})
	assert.Equal(t, []memory.Who{memory.Elsewhere, memory.Us, memory.Elsewhere}, []memory.Who{rec.History[0].By, rec.History[1].By, rec.History[2].By})
	assert.Equal(t, "1", w.badge.Text)
	assert.True(t, w.badge.Alarm)
	assert.True(t, w.server[aiKey], "it is turned off again only when the person wants it")

	w.command("harden", "")
	w.run()
	assert.False(t, w.server[aiKey])
	_, _, _, drifted = (&rec).Drift()
	assert.True(t, drifted)
	rec = w.eng.state.Settings["ai-training"]
	_, _, _, drifted = rec.Drift()
	assert.False(t, drifted)
}

func TestWhatThePersonTurnsOnIsNoDrift(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	d := w.visit(aiPage)
	w.flip(d, aiKey)
	w.tell(d)
	rec := w.eng.state.Settings["ai-training"]
	_, _, _, drifted := rec.Drift()
	assert.False(t, drifted)
	assert.Equal(t, memory.Person, rec.History[len(rec.History)-1].By)
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
		w.now += 20 * memory.Day
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
		assert.Equal(t, memory.StillOn, w.eng.state.Settings["ai-training"].Outcome)
	})
	t.Run("on, and turned off since", func(t *testing.T) {
		w := newWorld(t)
		w.command("choose", `"region":"us","level":"essential"`)
		old := w.visit(aiPage)
		w.command("harden", "")
		w.run()
		w.tell(old)
		w.run()
		assert.Equal(t, memory.TurnedOff, w.eng.state.Settings["ai-training"].Outcome)
		assert.Equal(t, "", w.badge.Text)
	})
	t.Run("turned on by the person, and turned off since", func(t *testing.T) {
		w := hardened(t, `"level":"essential"`)
		old := w.visit(aiPage)
		w.flip(old, aiKey)
		w.run()
		require.Equal(t, memory.StillOn, w.eng.state.Settings["ai-training"].Outcome)
		w.command("harden", "")
		w.run()
		w.tell(old)
		w.run()
		assert.Equal(t, memory.TurnedOff, w.eng.state.Settings["ai-training"].Outcome)
		w.flip(old, aiKey) // its page still thinks that it is on
		w.flip(old, aiKey)
		w.run()
		rec := w.eng.state.Settings["ai-training"]
		assert.Equal(t, []any{memory.StillOn, memory.Person}, []any{rec.Outcome, rec.History[len(rec.History)-1].By})
	})
}

func TestChecksAtIntervals(t *testing.T) {
	t.Run("reminder", func(t *testing.T) {
		w := hardened(t, `"level":"essential","every":7`)
		w.now += 7 * memory.Day
		w.event(Event{Type: EventTime, Granted: true})
		assert.Equal(t, TipStale, w.badge.Tip)
		assert.False(t, w.eng.state.Run.Going())
	})
	t.Run("off", func(t *testing.T) {
		w := hardened(t, `"level":"essential","checks":"off"`)
		w.now += 300 * memory.Day
		w.event(Event{Type: EventTime, Granted: true})
		assert.Equal(t, TipOff, w.badge.Tip)
	})
	t.Run("automatic", func(t *testing.T) {
		w := hardened(t, `"level":"essential","checks":"automatic","every":7`)
		w.server[aiKey] = true
		w.visit(aiPage)
		require.Equal(t, "1", w.badge.Text)
		assert.Equal(t, w.eng.nextCheck(), w.wakeAt, "it asks to be woken, whatever the badge says")
		w.now = w.eng.state.Tried + 7*memory.Day - 1
		w.event(Event{Type: EventTime, Granted: true})
		require.False(t, w.eng.state.Run.Going(), "not before its time")
		w.now += hour
		w.event(Event{Type: EventTime})
		require.False(t, w.eng.state.Run.Going(), "not without permission")
		w.event(Event{Type: EventTime, Granted: true})
		require.True(t, w.eng.state.Run.Going())
		w.run()
		assert.Equal(t, memory.Check, w.eng.state.Run.Purpose)
		assert.True(t, w.server[aiKey])
		assert.Equal(t, memory.StillOn, w.eng.state.Settings["ai-training"].Outcome)
	})
	t.Run("automatic, and turning off again", func(t *testing.T) {
		w := hardened(t, `"level":"essential","checks":"automatic","every":7,"again":true`)
		w.server[aiKey] = true
		w.now += 7*memory.Day + hour
		w.event(Event{Type: EventTime, Granted: true})
		w.run()
		assert.False(t, w.server[aiKey])
	})
	t.Run("a check that cannot be made is not tried again at once", func(t *testing.T) {
		w := hardened(t, `"level":"essential","checks":"automatic","every":7`)
		w.expelAt, w.expelTo = 1, "/uas/login"
		w.now += 7*memory.Day + hour
		w.event(Event{Type: EventTime, Granted: true})
		w.run()
		require.Equal(t, memory.BySignOut, w.eng.state.Run.Why)
		w.now += hour
		w.event(Event{Type: EventTime, Granted: true})
		assert.False(t, w.eng.state.Run.Going())
	})
}

func TestBadgeAfterARunThatProvedNothing(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"essential"`)
	assert.Equal(t, TipUnchecked, w.badge.Tip)
	w.expelAt, w.expelTo = 1, "/uas/login"
	w.command("harden", "")
	w.run()
	assert.Equal(t, Badge{Text: "?", Tip: "badge_unsure", Args: []string{"5"}}, w.badge)
}

// An undo that stops before the proof: nobody else turned the setting on.
func TestUndoThatStops(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	w.undoing = true
	w.stopAfter(1000, "undo", "")
	require.True(t, w.server[aiKey])
	rec := w.eng.state.Settings["ai-training"]
	assert.Equal(t, []any{memory.Unchecked, memory.WhyUndoStopped}, []any{rec.Outcome, rec.Why})
	assert.Equal(t, memory.TurnedOff, w.eng.state.Settings["ads-data-from-others"].Outcome, "what the undo did not come to is as it was")
	stopped := w.stored
	for name, see := range map[string]func(){
		"a check":    func() { w.command("check", ""); w.run() },
		"passing by": func() { w.visit(aiPage) },
	} {
		w.stored = stopped
		w.boot()
		see()
		rec = w.eng.state.Settings["ai-training"]
		_, _, _, drifted := rec.Drift()
		assert.False(t, drifted, name)
		assert.Equal(t, []any{page.On, memory.Us, false}, []any{rec.State, rec.History[len(rec.History)-1].By, rec.Ours}, name)
	}
}

func TestTooManyRequests(t *testing.T) {
	w := newWorld(t)
	w.faults[aiKey] = fault{save: 429, flipsBack: 10, times: 1}
	w.command("choose", `"region":"us","level":"essential"`)
	w.command("harden", "")
	w.run()
	assert.Equal(t, memory.TurnedOff, w.eng.state.Settings["ai-training"].Outcome)
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
	assert.Equal(t, memory.AlreadyOff, w.eng.state.Settings["ads-share-with-partners"].Outcome, "it went off with the other one, and was looked at")
	w.checkServer()

	w.eng.state.Settings["ads-share-with-partners"] = memory.Record{Outcome: memory.StillOn, State: page.On}
	d := w.visit("/mypreferences/d/settings/ads-beyond-linkedin")
	assert.NotNil(t, d)
}

// What the person turned off after an undo was stopped stays off.
func TestResumedUndoIsForOurs(t *testing.T) {
	for at := int64(100); at < 4000; at += 300 {
		w := hardened(t, `"level":"essential"`)
		w.undoing = true
		w.stopAfter(at, "undo", `"settings":["ai-training"]`)
		if w.eng.state.Run.Phase == memory.Ended {
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

// A server may draw a switch on that is off: that is no drift.
func TestDrawnWrongAsOnePassesBy(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	before := w.eng.state.Settings["ai-training"]
	w.now += hour
	w.faults[aiKey] = fault{drawnWrong: 700}
	w.visit(aiPage)
	rec := w.eng.state.Settings["ai-training"]
	assert.Equal(t, before.History, rec.History)
	assert.True(t, rec.Ours)
	w.command("undo", `"settings":["ai-training"]`)
	assert.Empty(t, w.eng.refusal)
}
