package engine

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
)

// resting is a world in which a run at the gentle pace rests before its second page.
func resting(t *testing.T) *world {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"essential","gentle":true`)
	w.command("harden", "")
	for w.eng.state.Run.Rest == 0 {
		w.pass(100)
	}
	require.True(t, w.eng.state.Run.Going())
	require.Len(t, w.opened, 1)
	return w
}

func TestGentlePace(t *testing.T) {
	t.Run("rests before each page but the first, and finds the same", func(t *testing.T) {
		quick := hardened(t, `"level":"essential"`)
		gentle := hardened(t, `"level":"essential","gentle":true`)
		assert.Equal(t, quick.opened, gentle.opened)
		assert.Equal(t, quick.outcomes(), gentle.outcomes())
		rests := int64(len(gentle.opened)-1) * gentlePause
		longer := (gentle.eng.state.Run.Ended - gentle.eng.state.Run.Started) - (quick.eng.state.Run.Ended - quick.eng.state.Run.Started)
		assert.InDelta(t, rests, longer, float64(rests)/10)
		assert.Positive(t, rests)
	})
	t.Run("nothing is asked for while it rests", func(t *testing.T) {
		w := resting(t)
		over := w.eng.state.Run.Rest
		w.pass(over - w.now - 1)
		assert.Len(t, w.opened, 1)
		w.run()
		assert.Equal(t, memory.Ended, w.eng.state.Run.Phase)
	})
	t.Run("a stop ends it at once", func(t *testing.T) {
		w := resting(t)
		w.command("stop", "")
		w.run()
		assert.Equal(t, memory.ByPerson, w.eng.state.Run.Why)
		assert.Len(t, w.opened, 1)
	})
	t.Run("a background that was stopped while it rested goes on after it, and loads the page once", func(t *testing.T) {
		w := resting(t)
		w.killBackground()
		w.run()
		quick := hardened(t, `"level":"essential"`)
		assert.Equal(t, quick.opened, w.opened)
		assert.Equal(t, quick.outcomes(), w.outcomes())
	})
	t.Run("a person who goes elsewhere while it rests is left alone", func(t *testing.T) {
		w := resting(t)
		w.tabs[1] = &document{tab: 1, path: "/feed/"}
		w.event(Event{Type: EventTab, Tab: 1, URL: "", Status: "loading"})
		w.event(Event{Type: EventTab, Tab: 1, URL: "", Status: "complete"})
		w.run()
		assert.Equal(t, memory.ByLeaving, w.eng.state.Run.Why)
		assert.Len(t, w.opened, 1)
	})
}
