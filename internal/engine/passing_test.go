package engine

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
)

func TestPagesVisitedByHand(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"essential"`)
	assert.Equal(t, "?", w.badge.Text)
	look := func() *document {
		d := &document{tab: 9, path: aiPage}
		w.tabs[9] = d
		w.born(d, fault{})
		w.run()
		return d
	}
	d := look()
	assert.Equal(t, "1", w.badge.Text, "one setting is known to be on")
	w.flip(d, aiKey)
	w.tell(d)
	rec := w.eng.state.Settings["ai-training"]
	assert.Equal(t, memory.Unchecked, rec.Outcome, "a change by hand is not proved by the page that it was made on")
	assert.Equal(t, memory.WhySeenOff, rec.Why)
	assert.Equal(t, "?", w.badge.Text)
	w.run()
	look()
	assert.Equal(t, memory.AlreadyOff, w.eng.state.Settings["ai-training"].Outcome, "a fresh load is")
	w.server[aiKey] = true
	look()
	assert.Equal(t, memory.StillOn, w.eng.state.Settings["ai-training"].Outcome)
	assert.Equal(t, "1", w.badge.Text)
}

// A tab that was left open shows what was so when it was loaded.
func TestOldTabProvesNothingNew(t *testing.T) {
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
	// Set to its right time, the clock calls all earlier than what the tab says.
	t.Run("off, undone since, by a clock that was set back meanwhile", func(t *testing.T) {
		for _, back := range []int64{memory.Minute, 6 * hour, 400 * memory.Day} {
			w := hardened(t, `"level":"essential"`)
			w.now += memory.Day
			old := w.visit(aiPage)
			require.Equal(t, memory.TurnedOff, w.eng.state.Settings["ai-training"].Outcome)
			w.jump(-back)
			w.now += hour
			w.undoing = true
			w.command("undo", "")
			w.run()
			require.True(t, w.server[aiKey])
			w.now += back + memory.Day
			w.tell(old)
			w.run()
			w.checkServer()
			assert.Equal(t, memory.StillOn, w.eng.state.Settings["ai-training"].Outcome, "set back by %d ms", back)
		}
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
