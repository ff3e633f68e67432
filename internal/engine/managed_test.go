package engine

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/regions"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

func policy(t testingT, text string) wire.Value {
	v, err := wire.Parse([]byte(text))
	require.NoError(t, err)
	return v
}

// managedWorld is a world whose organisation sets something.
func managedWorld(t testingT, text string) *world {
	w := newWorld(t)
	w.event(Event{Type: EventManaged, Managed: policy(t, text)})
	return w
}

func TestChoicesOfAnOrganisation(t *testing.T) {
	t.Run("locked, they hold against the person, whose own come back with the policy gone", func(t *testing.T) {
		w := newWorld(t)
		w.command("choose", `"region":"us","level":"essential","mode":"automatic"`)
		w.event(Event{Type: EventManaged, Managed: policy(t, `{"level":"strict","mode":"guide","locked":["level","mode"]}`)})
		w.command("choose", `"level":"recommended"`)
		assert.Equal(t, SetByOrganisation, w.eng.refusal)
		w.command("choose", `"region":"uk","level":"strict","mode":"guide"`)
		require.Empty(t, w.eng.refusal, "what is shown is sent along, and is no change")
		assert.Equal(t, memory.Choices{Region: regions.UK, Level: rules.Strict, Mode: memory.Guided, Checks: memory.Remind, Every: 30}, w.eng.choices())
		w.event(Event{Type: EventManaged})
		assert.Equal(t, memory.Choices{Region: regions.UK, Level: rules.Essential, Mode: memory.Automatic, Checks: memory.Remind, Every: 30}, w.eng.choices())
	})
	t.Run("a run goes by what is locked", func(t *testing.T) {
		w := managedWorld(t, `{"level":"essential","mode":"guide","locked":["level","mode"]}`)
		w.command("harden", `"region":"us","level":"strict","mode":"automatic"`)
		assert.Equal(t, SetByOrganisation, w.eng.refusal)
		assert.False(t, w.eng.state.Run.Going())
		w.command("harden", `"region":"us"`)
		require.True(t, w.eng.state.Run.Going())
		assert.Equal(t, memory.Guided, w.eng.state.Run.Mode)
		assert.Equal(t, rules.Essential, w.eng.state.Run.Level)
	})
	t.Run("suggested, they stand until the person has chosen", func(t *testing.T) {
		w := managedWorld(t, `{"region":"ca","level":"strict","checks":"off","every":90}`)
		assert.Equal(t, regions.Canada, w.eng.region())
		w.command("choose", `"mode":"guide"`)
		own := memory.Choices{Region: regions.Canada, Level: rules.Strict, Mode: memory.Guided, Checks: memory.NoChecks, Every: 90}
		assert.Equal(t, own, w.eng.state.Choices, "what was shown was chosen with it")
		w.event(Event{Type: EventManaged, Managed: policy(t, `{"level":"essential"}`)})
		assert.Equal(t, own, w.eng.choices())
	})
	t.Run("a locked region is still no start", func(t *testing.T) {
		w := managedWorld(t, `{"region":"ca","locked":["region"]}`)
		w.command("harden", "")
		assert.Equal(t, NoChoices, w.eng.refusal)
	})
	t.Run("checks by themselves come only after a run that the person began, and only look", func(t *testing.T) {
		w := managedWorld(t, `{"region":"us","level":"essential","checks":"automatic","every":7,"locked":["region","checks","every"]}`)
		w.now += 30 * memory.Day
		w.event(Event{Type: EventTime, Granted: true})
		require.False(t, w.eng.state.Run.Going())
		w.command("harden", `"region":"us"`)
		w.run()
		w.server[aiKey] = true
		w.now += 7*memory.Day + hour
		w.event(Event{Type: EventTime, Granted: true})
		require.True(t, w.eng.state.Run.Going())
		w.run()
		assert.Equal(t, memory.Check, w.eng.state.Run.Purpose)
		assert.True(t, w.server[aiKey], "nothing was clicked")
	})
	t.Run("what is stored does not hold them, and a new background hears them first", func(t *testing.T) {
		eng := New()
		eng.Step(Event{Type: EventRestore, Now: 1, Managed: policy(t, `{"level":"strict","locked":["level"]}`)})
		assert.Equal(t, rules.Strict, eng.choices().Level)
		answer := eng.Step(Event{Type: EventCommand, Now: 2, Command: CommandChoose, Args: policy(t, `{"region":"us"}`)})
		assert.NotContains(t, string(answer.Store), "strict")
	})
}

func TestTheWelcomePage(t *testing.T) {
	shown := func(a Answer) bool {
		for _, x := range a.Effects {
			if x == (Effect)(Show{"welcome"}) {
				return true
			}
		}
		return false
	}
	for name, test := range map[string]struct {
		restore string // the policy that is known at once
		admin   bool
		then    *string // the policy that is heard a moment later
		at      []bool  // whether it opens at installation, at the policy, and when the wait is over
	}{
		"of a person":                         {"{}", false, nil, []bool{true, false, false}},
		"of an organisation without a word":   {"{}", true, nil, []bool{false, false, true}},
		"of one that is heard":                {"{}", true, ptr(`{"level":"strict"}`), []bool{false, true, false}},
		"of one that does not want it":        {"{}", true, ptr(`{"welcome":false}`), []bool{false, false, false}},
		"of one that said so before":          {`{"welcome":false}`, true, nil, []bool{false, false, false}},
		"of one that said something else":     {`{"level":"strict"}`, true, nil, []bool{true, false, false}},
		"of a person, in a managed browser":   {`{"welcome":false}`, false, nil, []bool{false, false, false}},
		"of a person, and the policy is late": {"{}", false, ptr(`{"welcome":false}`), []bool{true, false, false}},
	} {
		t.Run(name, func(t *testing.T) {
			eng := New()
			require.False(t, shown(eng.Step(Event{Type: EventRestore, Now: 1000, Managed: policy(t, test.restore)})))
			got := []bool{shown(eng.Step(Event{Type: EventInstalled, Now: 1000, Admin: test.admin})), false, false}
			if test.then != nil {
				got[1] = shown(eng.Step(Event{Type: EventManaged, Now: 2000, Managed: policy(t, *test.then)}))
			}
			require.False(t, shown(eng.Step(Event{Type: EventTime, Now: 3000})))
			got[2] = shown(eng.Step(Event{Type: EventTime, Now: 1000 + policyPatience}))
			assert.Equal(t, test.at, got)
			assert.False(t, shown(eng.Step(Event{Type: EventTime, Now: 2000 + policyPatience})), "twice")
		})
	}
	eng := New()
	eng.Step(Event{Type: EventRestore, Now: 1000})
	assert.Contains(t, eng.Step(Event{Type: EventInstalled, Now: 1000, Admin: true}).Effects, (Effect)(Wake{1000 + policyPatience}))
}

func ptr(text string) *string { return &text }
