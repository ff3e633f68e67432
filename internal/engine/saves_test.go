package engine

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"offswitch/internal/memory"
	"offswitch/internal/rules"
)

func TestTooManyRequests(t *testing.T) {
	w := newWorld(t)
	w.faults[aiKey] = fault{save: 429, flipsBack: 10, times: 1}
	w.command("choose", `"region":"us","level":"essential"`)
	w.command("harden", "")
	w.run()
	assert.Equal(t, memory.TurnedOff, w.eng.state.Settings["ai-training"].Outcome)
	assert.GreaterOrEqual(t, w.savedAt[1]-w.savedAt[0], int64(holdOff), "LinkedIn is left alone for a while")
}

func TestRepeatedlyRefusedSavesEndTheRun(t *testing.T) {
	w := newWorld(t)
	for _, s := range clickable() {
		w.faults[s.Key] = fault{save: 429, flipsBack: 10}
	}
	w.command("choose", `"region":"us","level":"strict"`)
	w.command("harden", "")
	w.run()
	assert.Equal(t, memory.Stopped, w.eng.state.Run.Phase)
	assert.Equal(t, memory.ByRefusal, w.eng.state.Run.Why)
	assert.LessOrEqual(t, len(w.saves), 8, "it does not go on asking")
	w.checkServer()
}

// What was changed before the refusals is still proved after them; the run counts as stopped all the same.
func TestRefusedSavesAreNotForgottenWhileProving(t *testing.T) {
	w := newWorld(t)
	for _, id := range []string{"ads-data-from-others", "ads-measure-success", "ads-inferred-location"} {
		s, _ := rules.Find(id)
		w.faults[s.Key] = fault{save: 500, flipsBack: 10}
	}
	w.command("choose", `"region":"us","level":"strict"`)
	w.command("harden", "")
	w.run()
	assert.Equal(t, []any{memory.Stopped, memory.ByRefusal}, []any{w.eng.state.Run.Phase, w.eng.state.Run.Why})
	assert.Equal(t, memory.TurnedOff, w.eng.state.Settings["ai-training"].Outcome)
	w.everySettingHasAnOutcome()
	assert.True(t, w.eng.resumable())
}
