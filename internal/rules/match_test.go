package rules

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"offswitch/internal/page"
)

// A rule of the person's own, learned or from a file, cannot keep a rule of the table from its control; itself it stands back.
func TestOwnRulesStandBack(t *testing.T) {
	table := []Setting{
		{ID: "built-in", Key: "builtIn", Match: LabelledBy},
		{ID: "own", Key: "el7", Match: ElementID, Own: true},
		{ID: "own-too", Key: "el7", Match: ElementID, Own: true},
	}
	snap := page.Snapshot{Controls: []page.Control{{Ref: 1, Kind: "switch", Key: "builtIn", ID: "el7", Visible: true, Enabled: true}}}
	for i, want := range []Verdict{Found, Ambiguous, Ambiguous} {
		_, verdict := Locate(table[i], snap, table)
		assert.Equal(t, want, verdict, table[i].ID)
	}
}

func TestLocate(t *testing.T) {
	ai, ok := Find("ai-training")
	require.True(t, ok)
	cookies, ok := Find("non-essential-cookies")
	require.True(t, ok)
	research, ok := Find("research")
	require.True(t, ok)
	good := page.Control{Ref: 1, Kind: "switch", Key: ai.Key, Visible: true, Enabled: true, State: page.On}
	with := func(change func(*page.Control)) page.Control {
		c := good
		change(&c)
		return c
	}
	cases := []struct {
		name     string
		setting  Setting
		more     int
		controls []page.Control
		verdict  Verdict
	}{
		{"the one control", ai, 0, []page.Control{{Key: "other", Visible: true}, good}, Found},
		{"a hidden copy beside it", ai, 0, []page.Control{with(func(c *page.Control) { c.Visible = false }), good}, Found},
		{"nothing", ai, 0, nil, None},
		{"the key as an id, where the rule wants a label", ai, 0, []page.Control{{Kind: "switch", ID: ai.Key, Visible: true}}, None},
		{"the key as an id, where the rule wants an id", cookies, 0, []page.Control{{Kind: "checkbox", ID: cookies.Key, Visible: true}}, Found},
		{"the right label with no key", ai, 0, []page.Control{{Kind: "switch", Label: ai.Toggle, Heading: ai.Title, Visible: true}}, None},
		{"the key among others", ai, 0, []page.Control{with(func(c *page.Control) { c.Key = "a " + c.Key + " more" })}, Found},
		{"the key as part of another", ai, 0, []page.Control{with(func(c *page.Control) { c.Key += "More more-" + c.Key })}, None},
		{"the keys of two rules", ai, 0, []page.Control{with(func(c *page.Control) { c.Key += " " + research.Key })}, Ambiguous},
		{"a toggle that is no switch", ai, 0, []page.Control{with(func(c *page.Control) { c.Kind = "toggle" })}, WrongKind},
		{"the key in another case", ai, 0, []page.Control{with(func(c *page.Control) { c.Key = "ALLOWDATAFORGENERATIVEAI" })}, None},
		{"only a hidden one", ai, 0, []page.Control{with(func(c *page.Control) { c.Visible = false })}, Hidden},
		{"two visible ones", ai, 0, []page.Control{good, good}, Several},
		{"a control that two rules claim", ai, 0, []page.Control{with(func(c *page.Control) { c.ID = cookies.Key })}, Ambiguous},
		{"a radio", ai, 0, []page.Control{with(func(c *page.Control) { c.Kind = "radio" })}, WrongKind},
		{"something that is no control", ai, 0, []page.Control{with(func(c *page.Control) { c.Kind = "link" })}, WrongKind},
		{"a cut-off list", ai, 1, []page.Control{good}, TooMany},
		{"a cut-off list without it", ai, 1, nil, TooMany},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			hit, verdict := Locate(c.setting, page.Snapshot{More: c.more, Controls: c.controls}, Table())
			assert.Equal(t, c.verdict, verdict)
			if verdict != Found {
				assert.Zero(t, hit)
			}
		})
	}
}

// Whatever a page holds: what is found carries the rule's key, is visible, is
// the only visible one, and is claimed by no other rule.
func TestFoundIsTheOnlyVisibleControlWithTheKey(t *testing.T) {
	keys := []string{"", "something"}
	for _, s := range Table() {
		if s.Key != "" {
			keys = append(keys, s.Key, s.Key+"__HIDE")
		}
	}
	control := rapid.Custom(func(t *rapid.T) page.Control {
		return page.Control{
			Ref:     rapid.IntRange(0, 5).Draw(t, "ref"),
			Kind:    rapid.SampledFrom([]string{"switch", "checkbox", "radio", "button", ""}).Draw(t, "kind"),
			Key:     rapid.SampledFrom(keys).Draw(t, "key"),
			ID:      rapid.SampledFrom(keys).Draw(t, "id"),
			Visible: rapid.Bool().Draw(t, "visible"),
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		snap := page.Snapshot{Controls: rapid.SliceOfN(control, 0, 6).Draw(t, "controls"), More: rapid.SampledFrom([]int{0, 0, 0, 3}).Draw(t, "more")}
		for _, s := range Table() {
			hit, verdict := Locate(s, snap, Table())
			if verdict != Found {
				continue
			}
			require.NotEmpty(t, s.Key)
			require.Zero(t, snap.More)
			require.True(t, hit.Visible)
			visible := 0
			for _, c := range snap.Controls {
				if s.Matches(c) && c.Visible {
					visible++
				}
			}
			require.Equal(t, 1, visible)
			for _, other := range Table() {
				require.True(t, other.ID == s.ID || !other.Matches(hit), "%s and %s", s.ID, other.ID)
			}
		}
	})
}
