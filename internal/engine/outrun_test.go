package engine

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/rules"
)

// A page that is loaded while the save of a click is on its way shows what was so before the click.
func TestAPageThatWasFasterThanTheSave(t *testing.T) {
	clicking := func(how fault, after int64) *world {
		w := hardened(t, `"level":"essential"`)
		w.undoing = true
		w.faults[aiKey] = how
		was := w.clicks
		w.command("undo", `"settings":["ai-training"]`)
		w.until(func() bool { return w.clicks > was })
		w.pass(after)
		return w
	}
	early := 0
	for after := int64(6); after < 80; after += 3 {
		w := clicking(fault{}, after)
		w.openByHand(aiPage)
		if !w.server[aiKey] {
			early++
		}
		w.command("stop", "")
		w.run()
		w.pass(memory.Minute)
		w.checkServer()
		require.True(t, w.server[aiKey])
		assert.False(t, w.eng.state.Settings["ai-training"].Outcome.Proved(), "opened %d ms after the click", after)

		w.visit(aiPage)
		w.checkServer()
		assert.Equal(t, memory.StillOn, w.eng.state.Settings["ai-training"].Outcome)
	}
	assert.NotZero(t, early)

	w := clicking(fault{saveSlow: 15_000}, 6)
	w.openByHand(aiPage)
	w.pass(10_000)
	assert.False(t, w.eng.state.Settings["ai-training"].Outcome.Proved(), "nor while the undo goes on")
}

// What the person has just turned on is not called off by a run that begins before that is saved.
func TestARunThatWasFasterThanTheSave(t *testing.T) {
	for _, id := range []string{"ai-training", "ads-age"} {
		s, _ := rules.Find(id)
		for slow := int64(0); slow < savePatience-1_000; slow += 900 {
			for command, want := range map[string]memory.Outcome{"check": memory.StillOn, "harden": memory.TurnedOff} {
				w := newWorld(t)
				w.command("choose", `"region":"us","level":"recommended"`)
				w.command("harden", "")
				w.run()
				w.now += memory.Day
				w.faults[s.Key] = fault{saveSlow: slow, times: 1}
				w.flip(w.visit(s.Page), s.Key)
				w.tell(w.tabs[ownTab])
				w.command(command, "")
				w.run()
				w.checkServer()
				assert.Equal(t, want, w.eng.state.Settings[id].Outcome, "%s: %s, saved after %d ms", command, id, slow)
			}
		}
	}
}
