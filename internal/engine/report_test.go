package engine

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/regions"
	"offswitch/internal/rules"
)

func (w *world) reported() map[string]any { return w.seen()["report"].(map[string]any) }

func TestNothingIsListedBeforeAnythingWasLookedAt(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"essential"`)
	assert.Equal(t, false, w.reported()["looked"])
	w.command("harden", "")
	w.run()
	assert.Equal(t, true, w.reported()["looked"])

	t.Run("a page that the level leaves alone was looked at too", func(t *testing.T) {
		w := newWorld(t)
		w.command("choose", `"region":"us","level":"essential"`)
		w.visit("/mypreferences/d/settings/policy-and-academic-research")
		assert.Equal(t, true, w.reported()["looked"])
	})
}

func TestTheRunIsToldInNumbers(t *testing.T) {
	w := newWorld(t)
	w.server[aiKey] = false
	w.command("choose", `"region":"us","level":"essential"`)
	run := func(command string) []any {
		w.command(command, "")
		w.run()
		r := w.seen()["run"].(map[string]any)
		return []any{r["turned"], r["already"], r["total"]}
	}
	assert.Equal(t, []any{4.0, 1.0, 5.0}, run("harden"))
	assert.Equal(t, []any{5.0, 0.0, 5.0}, run("check"))
	w.undoing = true
	assert.Equal(t, []any{4.0, 0.0, 4.0}, run("undo"))
}

// Every setting stands on the report once at most, and none that needs attention, is asked about or was left alone is folded away.
func TestEverySettingIsFoldedOnceAtMost(t *testing.T) {
	w := newWorld(t)
	rapid.Check(t, func(t *rapid.T) {
		level := rapid.SampledFrom([]string{"essential", "recommended", "strict"}).Draw(t, "level")
		w.command("choose", `"region":"us","level":"`+level+`"`)
		for _, s := range w.eng.table {
			w.eng.state.Settings[s.ID] = memory.Record{
				Outcome: rapid.SampledFrom([]memory.Outcome{memory.TurnedOff, memory.StillOn, memory.NotSaved, memory.NotFound, memory.NeedsYou, memory.Unchecked}).Draw(t, s.ID),
				State:   rapid.SampledFrom([]page.State{page.On, page.Off, page.Unknown}).Draw(t, "state"),
			}
		}
		var ids []string
		for _, g := range w.eng.grouped() {
			if fold := foldOf(g); fold != "" {
				ids = append(ids, g.setting.ID)
				if got := fold == FoldOff; got != (g.group == IsOff) || got && !g.record.Outcome.Proved() {
					t.Fatalf("%s is folded among %s", g.setting.ID, fold)
				}
			} else if g.group != IsFailed && g.group != IsAsked && g.group != IsLeft {
				t.Fatalf("%s of %s is nowhere", g.setting.ID, g.group)
			}
		}
		slices.Sort(ids)
		if len(slices.Compact(slices.Clone(ids))) != len(ids) {
			t.Fatal("a setting stands twice")
		}
	})
}

func TestTurnsOfAllSettings(t *testing.T) {
	w := newWorld(t)
	w.eng.state.Settings["ads-age"] = memory.Record{History: []memory.Change{
		{At: 1, To: page.On, By: memory.Elsewhere}, // first seen so
		{At: 20, To: page.Off, By: memory.Us},
		{At: 30, To: page.On, By: memory.Elsewhere},
		{At: 50, To: page.Off, By: memory.Person},
	}}
	w.eng.state.Settings["ads-gender"] = memory.Record{History: []memory.Change{
		{At: 10, To: page.Off, By: memory.Person},
		{At: 40, To: page.On, By: memory.Us},
		{At: 60, To: page.Off, By: memory.Elsewhere},
		{At: 70, To: page.On, By: memory.Person},
	}}
	assert.Equal(t, []turned{
		{10, WentOffByPerson}, {20, WentOffByUs}, {30, WentOn}, {40, WentOnByUs}, {50, WentOffByPerson}, {60, WentOff}, {70, WentOnByPerson},
	}, w.eng.turns())
}

// An answer is asked after for thirty days, until the person says that it came, or that nothing was sent; a law is named only
// where one binds LinkedIn.
func TestAnswerToTheObjection(t *testing.T) {
	for region, law := range map[regions.Region]bool{regions.Designated: true, regions.UK: true, regions.US: false} {
		w := newWorld(t)
		w.command("choose", `"level":"essential","checks":"off","region":"`+string(region)+`"`)
		w.command("harden", "")
		w.run()
		assert.Nil(t, w.reported()["answer"])
		w.command("done", `"followup":"objection-answer","done":true`)
		require.Empty(t, w.eng.state.Done, "there is no answer to what was not sent")
		w.command("done", `"followup":"objection-form","done":true`)
		sent := w.now
		assert.Equal(t, map[string]any{"sent": float64(sent), "due": false, "law": law}, w.reported()["answer"])
		w.now += rules.AnswerDays*memory.Day - 1
		assert.Equal(t, false, w.reported()["answer"].(map[string]any)["due"])
		w.now++
		assert.Equal(t, true, w.reported()["answer"].(map[string]any)["due"])
		assert.Equal(t, TipAnswer, w.eng.badgeNow().Tip)
		w.command("done", `"followup":"objection-answer","done":true`)
		assert.Nil(t, w.reported()["answer"])
		assert.Equal(t, TipOff, w.eng.badgeNow().Tip)
		w.command("done", `"followup":"objection-form","done":false`)
		assert.Empty(t, w.eng.state.Done, "with what was sent its answer goes too")
	}
}
