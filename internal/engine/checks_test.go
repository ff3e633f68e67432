package engine

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
)

func TestWhenTheNextCheckIs(t *testing.T) {
	checking := func(w *world) [3]any {
		v := w.seen()["checking"].(map[string]any)
		return [3]any{int64(v["due"].(float64)), v["every"], v["again"]}
	}
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"essential"`)
	assert.Equal(t, [3]any{int64(0), true, false}, checking(w), "nothing was proved yet")
	w.command("choose", `"checks":"automatic"`)
	assert.Equal(t, [3]any{int64(0), true, true}, checking(w), "nobody began a run yet")
	for name, test := range map[string]struct {
		choices string
		due     func(e *Engine) int64
		again   bool
	}{
		"a reminder, from the oldest proof": {`"checks":"remind"`, func(e *Engine) int64 { return e.summary(e.grouped()).Proved + 7*memory.Day }, false},
		"a check, from the last run":        {`"checks":"automatic"`, func(e *Engine) int64 { return e.state.Tried + 7*memory.Day }, true},
		"a check in guide mode":             {`"checks":"automatic","mode":"guide"`, func(e *Engine) int64 { return e.state.Tried + 7*memory.Day }, false},
	} {
		t.Run(name, func(t *testing.T) {
			w := hardened(t, `"level":"essential","every":7`)
			w.command("choose", test.choices)
			assert.Equal(t, [3]any{test.due(w.eng), true, test.again}, checking(w))
			w.command("choose", `"checks":"off"`)
			assert.Equal(t, [3]any{int64(0), false, false}, checking(w))
			w.command("choose", test.choices)
			w.event(Event{Type: EventManaged, Managed: policy(t, `{"every":7,"locked":["every"]}`)})
			assert.Equal(t, [3]any{test.due(w.eng), false, test.again}, checking(w), "locked")
		})
	}
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
