package rules

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"offswitch/internal/page"
)

func TestLocateSole(t *testing.T) {
	mentions, ok := Find("mentions")
	require.True(t, ok)
	export, ok := Find("email-export")
	require.True(t, ok)
	good := page.Control{Ref: 1, Kind: "switch", Key: "someKey", Label: "Allow mentions", Visible: true, Enabled: true, State: page.On}
	with := func(change func(*page.Control)) page.Control {
		c := good
		change(&c)
		return c
	}
	hidden := with(func(c *page.Control) { c.Visible = false })
	box, radio := page.Control{Ref: 2, Kind: "checkbox", Visible: true}, page.Control{Ref: 3, Kind: "radio", Visible: true}
	exports := with(func(c *page.Control) { c.Label = "Allow connection to export emails" })
	for _, c := range []struct {
		name     string
		setting  Setting
		snap     page.Snapshot
		verdict  Verdict
		learned  string
		controls []page.Control
	}{
		{name: "the only switch, under its label", verdict: Found, controls: []page.Control{good}},
		{name: "a key made up on each load", verdict: Found, controls: []page.Control{with(func(c *page.Control) { c.Key, c.ID = "", "ember260" })}},
		{name: "a button that is a switch", verdict: Found, controls: []page.Control{with(func(c *page.Control) { c.Kind = "button" })}},
		{name: "hidden copies beside it", verdict: Found, controls: []page.Control{hidden, good, hidden}},
		{name: "the label in other white space and case", verdict: Found, controls: []page.Control{with(func(c *page.Control) { c.Label = "allow  Mentions" })}},
		{name: "another label", verdict: Unnamed, controls: []page.Control{with(func(c *page.Control) { c.Label = "Allow mentions of others" })}},
		{name: "no label", verdict: Unnamed, controls: []page.Control{with(func(c *page.Control) { c.Label = "" })}},
		{name: "its title as a label", verdict: Unnamed, controls: []page.Control{with(func(c *page.Control) { c.Label = mentions.Title })}},
		{name: "another language", snap: page.Snapshot{Lang: "de"}, verdict: Unnamed, controls: []page.Control{good}},
		{name: "nothing to hold it by", verdict: Unnamed, controls: []page.Control{with(func(c *page.Control) { c.Key = "" })}},
		{name: "another page", snap: page.Snapshot{Path: "/mypreferences/d/settings/notify-me"}, verdict: None, controls: []page.Control{good}},
		{name: "a second switch", verdict: Crowded, controls: []page.Control{good, with(func(c *page.Control) { c.Label = "What?" })}},
		{name: "a box more", verdict: Crowded, controls: []page.Control{good, box}},
		{name: "an option more", verdict: Crowded, controls: []page.Control{good, radio}},
		{name: "a box alone", verdict: None, controls: []page.Control{box}},
		{name: "only a hidden one", verdict: Hidden, controls: []page.Control{hidden}},
		{name: "a page that is cut off", snap: page.Snapshot{More: 1}, verdict: TooMany, controls: []page.Control{good}},
		{name: "the key of another rule", verdict: Ambiguous, controls: []page.Control{with(func(c *page.Control) { c.Key = "allowAdsByAge" })}},
		{name: "options that belong beside it", setting: export, snap: page.Snapshot{Path: export.Page}, verdict: Found, controls: []page.Control{radio, radio, exports, radio, radio}},
		{name: "a second switch beside options", setting: export, snap: page.Snapshot{Path: export.Page}, verdict: Crowded, controls: []page.Control{radio, exports, exports}},
		{name: "a key that was learned, in another language", learned: "someKey", snap: page.Snapshot{Lang: "de"}, verdict: Found, controls: []page.Control{good, box}},
		{name: "a learned key that is gone", learned: "oldKey", verdict: Found, controls: []page.Control{good}},
		{name: "a learned key twice", learned: "someKey", verdict: Several, controls: []page.Control{good, good}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := c.setting
			if s.ID == "" {
				s = mentions
			}
			s.Key = c.learned
			c.snap.Controls = c.controls
			if c.snap.Path == "" {
				c.snap.Path = mentions.Page
			}
			if c.snap.Lang == "" {
				c.snap.Lang = "en-us"
			}
			hit, verdict := Locate(s, c.snap, Table())
			assert.Equal(t, c.verdict, verdict)
			if verdict != Found {
				assert.Empty(t, hit)
			}
		})
	}
}

// Whatever a page shows: a switch without a key is found only on exactly its page, where it is the one visible switch, and
// nothing else that can be turned is beside it unless the rule says so, under a label of the rule in the page's language.
func TestSoleSwitchIsFoundOnlyAlone(t *testing.T) {
	var rows []Setting
	labels := []string{"", "What?"}
	paths := []string{"/mypreferences/d/settings/x", "/feed/"}
	for _, s := range Table() {
		if s.Match == Sole {
			rows = append(rows, s)
			labels = append(labels, s.Labels[0].Toggle)
			paths = append(paths, s.Page)
		}
	}
	found := 0
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom(rows).Draw(t, "setting")
		snap := page.Snapshot{
			Path: rapid.SampledFrom([]string{s.Page, s.Page, s.Page, rapid.SampledFrom(paths).Draw(t, "page")}).Draw(t, "path"),
			Lang: rapid.SampledFrom([]string{"en", "en", "en-us", "de", ""}).Draw(t, "lang"),
			More: rapid.SampledFrom([]int{0, 0, 0, 1}).Draw(t, "more"),
		}
		snap.Controls = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) page.Control {
			return page.Control{
				Kind:    rapid.SampledFrom([]string{"switch", "switch", "button", "checkbox", "radio", "toggle"}).Draw(t, "kind"),
				Key:     rapid.SampledFrom([]string{"", "someKey", "allowAdsByAge", "two names"}).Draw(t, "key"),
				ID:      rapid.SampledFrom([]string{"", "ember7"}).Draw(t, "id"),
				Label:   rapid.SampledFrom([]string{s.Labels[0].Toggle, s.Labels[0].Toggle, rapid.SampledFrom(labels).Draw(t, "text")}).Draw(t, "label"),
				Visible: rapid.SampledFrom([]bool{true, true, false}).Draw(t, "visible"),
			}
		}), 0, 4).Draw(t, "controls")
		if rapid.Bool().Draw(t, "as it should be") {
			snap.Path, snap.Lang, snap.More = s.Page, "en", 0
			for i := range snap.Controls {
				snap.Controls[i].Visible = rapid.IntRange(0, 3).Draw(t, "shown") == 0
			}
			snap.Controls = append(snap.Controls, page.Control{Kind: "switch", Key: "someKey", Label: s.Labels[0].Toggle, Visible: true})
		}
		hit, verdict := Locate(s, snap, Table())
		if verdict != Found {
			require.Empty(t, hit)
			return
		}
		found++
		switches, others := 0, 0
		for _, c := range snap.Controls {
			switch {
			case !c.Visible:
			case c.Kind == "switch" || c.Kind == "button":
				switches++
			default:
				others++
			}
		}
		require.Equal(t, 1, switches)
		require.True(t, others == 0 || s.Beside)
		require.Equal(t, []any{s.Page, 0, s.Labels[0].Toggle, true}, []any{snap.Path, snap.More, hit.Label, hit.Visible})
		require.Contains(t, []string{"en", "en-us"}, snap.Lang)
		require.NotEqual(t, "allowAdsByAge", hit.Key)
	})
	assert.Positive(t, found)
}
