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
	w.now += hour
	w.faults[aiKey] = fault{drawnWrong: 700}
	w.visit(aiPage)
	rec := w.eng.state.Settings["ai-training"]
	assert.Equal(t, before.History, rec.History)
	assert.True(t, rec.Ours)
	w.command("undo", `"settings":["ai-training"]`)
	assert.Empty(t, w.eng.refusal)
}
