package engine

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
)

// A click may draw another control off that nothing is saved of, when that is not there yet, or much later.
func TestWhatARunsClickDrawsBesideItselfIsNoProof(t *testing.T) {
	for _, keys := range [][]string{{promotions, promotionEmails}, {promotionEmails, promotions}} {
		for _, drawn := range []int64{0, 700, 3000} {
			for late := int64(0); late < 8000; late += 200 {
				w := onlyOn(t, keys...)
				w.lists.none = true
				w.faults[keys[0]] = fault{controlDraws: keys[1], drawsLate: drawn}
				w.faults[keys[1]] = fault{controlLate: late}
				w.harden(`"region":"us","level":"strict"`)
				w.checkServer()
				for id, outcome := range w.outcomesOfRun() {
					require.True(t, outcome.Proved() && !w.server[keyOf(id)], "%s is %s, %s drawn after %d ms, there after %d ms", id, outcome, keys[1], drawn, late)
				}
			}
		}
	}
}

// Nor is it when the person clicks, in a tab of their own, and what they click is turned so late that no hand is seen in it.
func TestWhatFollowsAHandIsNoProof(t *testing.T) {
	for name, f := range map[string]fault{
		"another at once":           {controlDraws: promotionEmails},
		"another late":              {controlDraws: promotionEmails, drawsLate: 3000},
		"both late":                 {controlDraws: promotionEmails, pessimistic: 3000},
		"both late, and never kept": {controlDraws: promotionEmails, pessimistic: 3000, saveNotKept: true},
		"never kept":                {saveNotKept: true},
		"refused":                   {save: 500},
	} {
		for _, late := range []int64{0, 20_000} {
			t.Run(name+" "+strconv.FormatInt(late, 10), func(t *testing.T) {
				w := onlyOn(t, promotions, promotionEmails)
				w.faults[promotions] = f
				w.faults[promotionEmails] = fault{controlLate: late}
				d := w.openByHand(promotionsPage)
				w.pass(10_000)
				w.flip(d, promotions)
				w.pass(60_000)
				for _, id := range []string{"promotions", "promotion-emails"} {
					assert.False(t, w.eng.record(id).Outcome.Proved(), id)
				}
				w.checkServer()
				w.faults = map[string]fault{}
				w.openByHand(promotionsPage)
				w.pass(10_000)
				for _, id := range []string{"promotions", "promotion-emails"} {
					want := memory.AlreadyOff
					if w.server[keyOf(id)] {
						want = memory.StillOn
					}
					assert.Equal(t, want, w.eng.record(id).Outcome, id)
				}
			})
		}
	}
}

// Nor is it a sign of being on, when the run is stopped before another load.
func TestWhatARunsClickDrawsBesideItselfIsNotCalledOn(t *testing.T) {
	w := onlyOn(t, promotions, promotionEmails)
	w.lists.none = true
	w.faults[promotions] = fault{controlDraws: promotionEmails}
	w.faults[promotionEmails] = fault{controlLate: 3000}
	w.begin(`"region":"us","level":"strict"`)
	w.until(func() bool { return w.eng.state.Run.Entry("promotion-emails").AwaitsProof })
	w.command("stop", "")
	w.run()
	assert.Equal(t, memory.Unchecked, w.eng.record("promotion-emails").Outcome)
}
