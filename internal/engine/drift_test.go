package engine

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
)

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

func TestTurnedOnByThePersonIsNoDrift(t *testing.T) {
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

// A server may draw a switch on that is off: that is no drift.
func TestDrawnWrongIsNoDrift(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	before := w.eng.state.Settings["ai-training"]
	for wrong := int64(100); wrong < beliefPatience; wrong += 700 {
		w.now += hour
		w.faults[aiKey] = fault{drawnWrong: wrong}
		clicks := w.clicks
		w.visit(aiPage)
		for _, command := range []string{"check", "harden"} {
			w.command(command, "")
			w.run()
		}
		rec := w.eng.state.Settings["ai-training"]
		assert.Equal(t, before.History, rec.History, wrong)
		assert.Equal(t, clicks, w.clicks, "drawn on for %d", wrong)
		assert.True(t, rec.Ours)
		assert.True(t, rec.Outcome.Proved())
	}
	w.command("undo", `"settings":["ai-training"]`)
	assert.Empty(t, w.eng.refusal)
}

// A page that draws a switch wrong for a while, each time that it is loaded, costs no truth and no second click: neither of what
// is off on the server nor of what is turned off.
func TestDrawnWrongForAnyTime(t *testing.T) {
	for _, lists := range []listing{{}, {none: true}} {
		for wrong := int64(100); wrong < beliefPatience; wrong += 400 {
			w := newWorld(t)
			w.lists = lists
			for i, s := range clickable() {
				w.faults[s.Key] = fault{drawnWrong: wrong}
				if i%2 == 0 {
					w.server[s.Key] = false
				}
			}
			w.command("choose", `"region":"us","level":"strict"`)
			w.command("harden", "")
			w.run()
			for id, o := range w.outcomes() {
				assert.True(t, o.Proved(), "%s is %s, drawn wrong for %d", id, o, wrong)
			}
			assert.LessOrEqual(t, w.clicks, controls(clickable()), "drawn wrong for %d", wrong)
			w.checkServer()

			w.undoing = true
			w.command("undo", "")
			w.run()
			for i, s := range clickable() {
				assert.Equal(t, i%2 == 1, w.server[s.Key], "%s after an undo, drawn wrong for %d", s.ID, wrong)
			}
		}
	}
}

// A list that says on until its data has come is no alarm, whoever looks at it.
func TestListThatIsLateIsNoDrift(t *testing.T) {
	for late := int64(100); late < beliefPatience; late += 700 {
		w := hardened(t, `"level":"strict"`)
		before := w.outcomes()
		w.lists = listing{late: late, lateOn: true}
		w.now += hour
		w.visit(adsList)
		require.Equal(t, before, w.outcomes(), "in passing, late by %d", late)
		w.command("check", "")
		w.run()
		for id, o := range w.outcomes() {
			rec := w.eng.state.Settings[id]
			_, _, _, drifted := rec.Drift()
			assert.True(t, o.Proved() && !drifted, "%s is %s, late by %d", id, o, late)
		}
	}
}

// What the person has just turned off may not be saved yet when the run's page is served, or never be. That it is on there is
// no drift.
func TestOnBeforeAnyLoadShowedItOffIsNoDrift(t *testing.T) {
	for name, f := range map[string]fault{"saved late": {saveSlow: 15_000}, "never saved": {saveNotKept: true}} {
		t.Run(name, func(t *testing.T) {
			w := onlyOn(t, aiKey)
			w.faults[aiKey] = f
			w.lists.none = true
			w.command("choose", `"region":"us","level":"essential"`)
			d := w.openByHand(aiPage)
			w.pass(2000)
			w.flip(d, aiKey)
			w.tell(d)
			require.Equal(t, memory.WhySeenOff, w.eng.state.Settings["ai-training"].Why)
			w.command("check", "")
			w.run()
			rec := w.eng.state.Settings["ai-training"]
			assert.Equal(t, memory.StillOn, rec.Outcome)
			_, _, _, drifted := rec.Drift()
			assert.False(t, drifted, "%+v", rec.History)
			w.checkServer()
		})
	}
}
