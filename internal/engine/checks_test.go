package engine

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
)

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
