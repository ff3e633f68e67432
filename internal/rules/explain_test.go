package rules

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/page"
)

func TestExplain(t *testing.T) {
	const age, byHand = "ads-age", "ads-linkedin-activity"
	good := page.Control{Ref: 1, Kind: "switch", Key: "allowAdsByAge", Label: "Use your age range for ads", Visible: true, Enabled: true, State: page.On}
	with := func(change func(*page.Control)) page.Control {
		c := good
		change(&c)
		return c
	}
	foreign := with(func(c *page.Control) { c.Key = "somethingElse" })
	unlike := with(func(c *page.Control) { c.Key, c.Label = "brandNew", "What?" })
	cases := []struct {
		name, setting string
		snap          page.Snapshot
		does          Act
		ref           int
		why           string
	}{
		{"on", age, page.Snapshot{Controls: []page.Control{unlike, good}}, Click, 1, "it is on, and it alone has the key"},
		{"off", age, page.Snapshot{Controls: []page.Control{with(func(c *page.Control) { c.State = page.Off })}}, "", 1, "it is off already"},
		{"neither", age, page.Snapshot{Controls: []page.Control{with(func(c *page.Control) { c.State = page.Unknown })}}, "", 1, "it does not say whether it is on"},
		{"disabled", age, page.Snapshot{Controls: []page.Control{with(func(c *page.Control) { c.Enabled = false })}}, "", 1, "disabled"},
		{"behind a dialog", age, page.Snapshot{Dialog: true, Controls: []page.Control{good}}, "", 1, "a dialog is in front of it"},
		{"twice", age, page.Snapshot{Controls: []page.Control{good, good}}, "", 0, "more than one visible control has its key"},
		{"hidden", age, page.Snapshot{Controls: []page.Control{with(func(c *page.Control) { c.Visible = false })}}, "", 0, "nobody can see"},
		{"cut off", age, page.Snapshot{More: 1, Controls: []page.Control{good}}, "", 0, "more controls than were looked at"},
		{"nothing", age, page.Snapshot{}, "", 0, "no control has its key"},
		{"its label on another key", age, page.Snapshot{Controls: []page.Control{foreign}}, "", 1, "a label alone is never enough"},
		{"its label on two others", age, page.Snapshot{Controls: []page.Control{foreign, foreign}}, "", 0, "no control has its key"},
		{"no key, one switch", byHand, page.Snapshot{Controls: []page.Control{unlike}}, Mark, 1, "a guided run shows it"},
		{"no key, one switch that is off", byHand, page.Snapshot{Controls: []page.Control{with(func(c *page.Control) { c.Key, c.State = "brandNew", page.Off })}}, "", 1, "looks off"},
		{"no key, one switch that is neither", byHand, page.Snapshot{Controls: []page.Control{with(func(c *page.Control) { c.Key, c.State = "brandNew", page.Unknown })}}, "", 1, "does not say"},
		{"no key, two switches", byHand, page.Snapshot{Controls: []page.Control{unlike, unlike}}, "", 0, "cannot be told"},
		{"no key, a switch of another rule", byHand, page.Snapshot{Controls: []page.Control{good}}, "", 0, "cannot be told"},
		{"no key, cut off", byHand, page.Snapshot{More: 1, Controls: []page.Control{unlike}}, "", 0, "cannot be told"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s, ok := Find(c.setting)
			require.True(t, ok)
			c.snap.Path, c.snap.Lang = s.Page, "en"
			got := Explain(s, c.snap, Table())
			assert.Equal(t, c.does, got.Does)
			assert.Equal(t, c.ref, got.Control.Ref)
			assert.Contains(t, got.Why, c.why)
		})
	}
}

func TestExplainLeavesOtherPagesAlone(t *testing.T) {
	for _, s := range Table() {
		found := Explain(s, page.Snapshot{Path: "/mypreferences/d/settings/brand-new"}, Table())
		assert.Empty(t, found.Does, s.ID)
		assert.Zero(t, found.Control, s.ID)
		if s.Act == Never {
			assert.Contains(t, found.Why, "never opened", s.ID)
		} else {
			assert.Equal(t, "this is not its page", found.Why, s.ID)
		}
	}
}

func TestEveryVerdictIsExplained(t *testing.T) {
	for _, verdict := range []Verdict{None, Hidden, Several, Ambiguous, WrongKind, TooMany} {
		assert.NotEmpty(t, because(verdict), verdict)
	}
}
