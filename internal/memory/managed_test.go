package memory

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"offswitch/internal/regions"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

func managed(t require.TestingT, policy string) Managed {
	v, err := wire.Parse([]byte(policy))
	require.NoError(t, err, policy)
	return ReadManaged(v)
}

func TestWhatAnOrganisationSets(t *testing.T) {
	fresh := New().Choices
	with := func(change func(*Choices)) Choices {
		c := fresh
		change(&c)
		return c
	}
	for name, test := range map[string]struct {
		policy    string
		holds     Choices // of a person who has chosen nothing yet
		locked    []string
		suggested []string
		ignored   []string
	}{
		"nothing":               {`null`, fresh, nil, nil, nil},
		"an empty policy":       {`{}`, fresh, nil, nil, nil},
		"suggested":             {`{"level":"strict"}`, with(func(c *Choices) { c.Level = rules.Strict }), nil, []string{"level"}, nil},
		"locked":                {`{"mode":"guide","locked":["mode"]}`, with(func(c *Choices) { c.Mode = Guided }), []string{"mode"}, nil, nil},
		"all":                   {`{"region":"uk","level":"essential","mode":"guide","checks":"off","every":7,"locked":["every","region"],"welcome":false}`, Choices{Region: regions.UK, Level: rules.Essential, Mode: Guided, Checks: NoChecks, Every: 7}, []string{"region", "every"}, []string{"level", "mode", "checks"}, nil},
		"a bad value":           {`{"level":"hard","mode":"guide"}`, with(func(c *Choices) { c.Mode = Guided }), nil, []string{"mode"}, []string{"level"}},
		"a value of no kind":    {`{"level":3,"every":"7","welcome":"no","locked":"level"}`, fresh, nil, nil, []string{"level", "every", "welcome", "locked"}},
		"an empty text":         {`{"region":""}`, fresh, nil, nil, []string{"region"}},
		"days without end":      {`{"every":367}`, fresh, nil, nil, []string{"every"}},
		"an unknown name":       {`{"colour":"red"}`, fresh, nil, nil, []string{"colour"}},
		"turning off by itself": {`{"again":true,"locked":["again"]}`, fresh, nil, nil, []string{"again", "locked: again"}},
		"locked, not set":       {`{"locked":["level"]}`, fresh, nil, nil, []string{"locked: level"}},
		"locked, and bad":       {`{"level":"hard","locked":["level"]}`, fresh, nil, nil, []string{"level", "locked: level"}},
		"a name that misleads":  {`{"a\u202eb` + strings.Repeat("x", 60) + `":1}`, fresh, nil, nil, []string{"ab" + strings.Repeat("x", 38)}},
		"no policy at all":      {`["level"]`, fresh, nil, nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			m := managed(t, test.policy)
			assert.Equal(t, test.holds, m.Over(fresh))
			assert.Equal(t, test.locked, m.Locked)
			assert.Equal(t, test.suggested, m.Suggested())
			assert.Equal(t, test.ignored, m.Ignored)
		})
	}
	assert.True(t, managed(t, `{"welcome":false}`).NoWelcome)
	assert.False(t, managed(t, `{"welcome":true}`).NoWelcome)
	many := managed(t, `{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1,"h":1,"i":1,"j":1,"k":1}`)
	assert.Len(t, many.Ignored, 10, "what is told of a policy has an end")
}

// Whatever a person chooses and an organisation sets: what is locked holds, what the person chose besides holds too, and
// it is theirs again when the policy is gone.
func TestLockedChoicesHoldAndTheOthersArePersonal(t *testing.T) {
	pick := func(t *rapid.T, label string, of ...string) string { return rapid.SampledFrom(of).Draw(t, label) }
	members := func(t *rapid.T, label string) string {
		return `"region":"` + pick(t, label+" region", "us", "uk", "designated") + `","level":"` + pick(t, label+" level", "essential", "strict") +
			`","mode":"` + pick(t, label+" mode", "automatic", "guide") + `","checks":"` + pick(t, label+" checks", "off", "remind", "automatic") +
			`","every":` + pick(t, label+" every", "1", "30", "366")
	}
	rapid.Check(t, func(t *rapid.T) {
		locked := rapid.SliceOfDistinct(rapid.SampledFrom(managedNames), rapid.ID).Draw(t, "locked")
		list := ""
		if len(locked) > 0 {
			list = `"` + strings.Join(locked, `","`) + `"`
		}
		m := managed(t, `{`+members(t, "policy")+`,"locked":[`+list+`]}`)
		parse := func(label string) Choices {
			c := New().Choices
			v, err := wire.Parse([]byte(`{` + members(t, label) + `}`))
			require.NoError(t, err)
			require.NoError(t, c.Choose(v))
			return c
		}
		before, wanted := parse("before"), parse("wanted")
		for _, name := range locked {
			wanted.take(name, &m.value)
		}
		require.True(t, m.Allows(wanted))
		stored := m.Own(wanted, before)
		require.Equal(t, wanted, m.Over(stored), "what was chosen holds")
		for _, name := range managedNames {
			theirs := stored
			theirs.take(name, &before)
			if strings.Contains(list, `"`+name+`"`) {
				require.Equal(t, stored, theirs, "%s was theirs before", name)
			}
			other := wanted
			other.take(name, &before)
			if other != wanted {
				require.Equal(t, strings.Contains(list, `"`+name+`"`), !m.Allows(other), name)
			}
		}
	})
}
