package engine

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"offswitch/internal/memory"
	"offswitch/internal/rules"
)

// byParts are the settings of the site that are boxes or options.
func byParts() []rules.Setting {
	var all []rules.Setting
	for _, s := range clickable() {
		if s.ByParts() {
			all = append(all, s)
		}
	}
	return all
}

// Whatever is ticked or chosen, wherever the background is killed: a run unticks all and chooses the wanted, and an undo goes
// back to the very boxes and the very option that were.
func TestUndoGoesBackToWhatWasChosen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := onlyOn(t)
		all := []rules.Setting{rapid.SampledFrom(byParts()).Draw(t, "setting")}
		before := map[string][]int{}
		wasOn := map[string]bool{}
		for _, s := range all {
			n, _ := partsOf(s)
			if s.Match == rules.Option {
				w.server.turn(partKey(s, rapid.IntRange(0, n-1).Draw(t, s.ID)), true)
			} else {
				for i := range n {
					w.server.turn(partKey(s, i), rapid.Bool().Draw(t, s.ID))
				}
			}
			before[s.ID], wasOn[s.ID] = w.server.chosen(s), w.server[s.Key]
		}
		w.command("choose", `"region":"us","level":"strict","mode":"automatic"`)
		if rapid.Bool().Draw(t, "killed") {
			w.killAt = w.effects + rapid.IntRange(1, 60).Draw(t, "killed after")
		}
		w.command("only", `"setting":"`+all[0].ID+`"`)
		w.run()
		for _, s := range all {
			if s.Match == rules.Option {
				_, wanted := partsOf(s)
				assert.Equal(t, []int{wanted}, w.server.chosen(s), s.ID)
			} else {
				assert.Empty(t, w.server.chosen(s), s.ID)
			}
			rec := w.eng.state.Settings[s.ID]
			want := memory.AlreadyOff
			if wasOn[s.ID] {
				want = memory.TurnedOff
			}
			assert.Equal(t, []any{want, wasOn[s.ID]}, []any{rec.Outcome, rec.Ours}, s.ID)
		}
		w.undoing = true
		w.command("undo", "")
		w.run()
		for _, s := range all {
			assert.Equal(t, before[s.ID], w.server.chosen(s), "%s %+v", s.ID, w.eng.state.Settings[s.ID])
		}
	})
}

func TestBoxesThatMisbehave(t *testing.T) {
	skills := "keyOf-ads-education-skills"
	cases := map[string]struct {
		fault   fault
		outcome memory.Outcome
		why     string
		left    int // boxes still ticked at the server
	}{
		"nothing":                       {fault{}, memory.TurnedOff, "", 0},
		"no save is kept":               {fault{saveNotKept: true}, memory.NotSaved, "", 5},
		"the first save is not kept":    {fault{saveNotKept: true, times: 1}, memory.TurnedOff, "", 0},
		"the first save fails":          {fault{save: 500, times: 1}, memory.TurnedOff, "", 0},
		"all saves fail":                {fault{save: 500}, memory.NotSaved, memory.WhyRefused, 5},
		"they flip back":                {fault{save: 500, flipsBack: 2000}, memory.NotSaved, memory.WhyRefused, 5},
		"they flip back although saved": {fault{saveNotKept: true, flipsBack: 700}, memory.NotSaved, "", 5},
		"saves are slow":                {fault{saveSlow: 7000}, memory.TurnedOff, "", 0},
		"they turn when they are saved": {fault{pessimistic: 2000}, memory.TurnedOff, "", 0},
		"a click asks a question":       {fault{asks: true}, memory.NeedsYou, memory.WhyDialog, 5},
		"they say off at first":         {fault{dataLate: 2500}, memory.TurnedOff, "", 0},
		"they are there twice":          {fault{controlDoubled: true}, memory.NeedsYou, string(rules.Unnamed), 5},
		"they are replaced":             {fault{controlReplaced: true}, memory.TurnedOff, "", 0},
		"something lies over them":      {fault{objects: "covered"}, memory.NeedsYou, memory.WhyCovered, 5},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			w := onlyOn(t, skills)
			w.faults[skills] = c.fault
			w.command("choose", `"region":"us","level":"strict","mode":"automatic"`)
			w.command("harden", "")
			w.run()
			s, _ := settingOf(skills)
			rec := w.eng.state.Settings[s.ID]
			assert.Equal(t, []any{c.outcome, c.why}, []any{rec.Outcome, rec.Why})
			assert.Len(t, w.server.chosen(s), c.left)
			assert.LessOrEqual(t, w.clicks, 5*maxRefusedTries*maxTries, "they are not clicked for ever")
			w.checkServer()
		})
	}
}

// Who unticks boxes by hand is quicker than their saves: the page is left when the last of them has answered.
func TestBoxesThatThePersonUnticksQuickly(t *testing.T) {
	skills := "keyOf-ads-education-skills"
	for _, slow := range []int64{0, 700, 2000, 7000} {
		w := onlyOn(t, skills)
		w.faults[skills] = fault{saveSlow: slow}
		w.person = func(key string, d *document) { w.flip(d, key); w.tell(d) }
		w.command("choose", `"region":"us","level":"strict","mode":"guide"`)
		w.command("only", `"setting":"ads-education-skills"`)
		w.run()
		s, _ := settingOf(skills)
		assert.Equal(t, memory.TurnedOff, w.eng.state.Settings[s.ID].Outcome, "saves take %d ms", slow)
		assert.Empty(t, w.server.chosen(s))
		w.checkServer()
	}
}

// A run that was stopped in the middle of a list has changed some of it: an undo goes back to what was before that.
func TestUndoOfAListThatTwoRunsUnticked(t *testing.T) {
	w := onlyOn(t, "keyOf-ads-education-skills")
	s, _ := settingOf("keyOf-ads-education-skills")
	w.command("choose", `"region":"us","level":"strict","mode":"automatic"`)
	var stop func()
	stop = func() {
		if len(w.saves) == 2 {
			w.command("stop", "")
		} else {
			w.after(10, stop)
		}
	}
	w.after(10, stop)
	w.command("harden", "")
	w.run()
	assert.Len(t, w.server.chosen(s), 3)
	w.command("harden", "")
	w.run()
	assert.Empty(t, w.server.chosen(s))
	w.undoing = true
	w.command("undo", "")
	w.run()
	assert.Len(t, w.server.chosen(s), 5)
}

// An option that somebody chose since is theirs: an undo leaves it.
func TestUndoLeavesAnOptionThatSomebodyChose(t *testing.T) {
	status := "keyOf-active-status"
	w := onlyOn(t, status)
	s, _ := settingOf(status)
	w.command("choose", `"region":"us","level":"strict","mode":"automatic"`)
	w.command("harden", "")
	w.run()
	assert.Equal(t, "All LinkedIn members", w.eng.state.Settings[s.ID].Before[0].Label)
	assert.Equal(t, "No one", w.eng.state.Settings[s.ID].Chosen[0].Label)
	w.server.turn(partKey(s, 1), true)
	w.command("undo", "")
	w.run()
	assert.Equal(t, []int{1}, w.server.chosen(s))
	assert.Equal(t, memory.StillOn, w.eng.state.Settings[s.ID].Outcome, "%+v %+v", w.eng.state.Run, w.eng.state.Settings[s.ID])
}

// What was turned off in one language is turned on again in another, where the names of the boxes and options last.
func TestUndoInAnotherLanguage(t *testing.T) {
	for _, s := range byParts() {
		t.Run(s.ID, func(t *testing.T) {
			w := onlyOn(t)
			n, _ := partsOf(s)
			w.server.turn(partKey(s, n-1), true)
			before := w.server.chosen(s)
			require.NotEmpty(t, before)
			w.command("choose", `"region":"us","level":"strict","mode":"automatic"`)
			w.command("only", `"setting":"`+s.ID+`"`)
			w.run()
			if !w.eng.state.Settings[s.ID].Ours {
				return // it was off
			}
			w.lang = "fi"
			w.undoing = true
			w.command("undo", "")
			w.run()
			assert.Equal(t, before, w.server.chosen(s))
			w.restart()
		})
	}
}
