package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/page"
	"offswitch/internal/regions"
	"offswitch/internal/rules"
)

const age = "/mypreferences/d/settings/ads-by-age"

var us = place{regions.US, 20261001}

// control is a known switch that is on, unless it is changed.
func control(changes ...func(*page.Control)) page.Control {
	c := page.Control{
		Ref: 1, Kind: "switch", Key: "allowAdsByAge", Label: "Use your age range for ads", Heading: "Age range",
		State: page.On, Enabled: true, Visible: true,
	}
	for _, change := range changes {
		change(&c)
	}
	return c
}

func ref(n int) func(*page.Control)      { return func(c *page.Control) { c.Ref = n } }
func key(k string) func(*page.Control)   { return func(c *page.Control) { c.Key = k } }
func label(l string) func(*page.Control) { return func(c *page.Control) { c.Label = l } }
func hidden(c *page.Control)             { c.Visible = false }

func TestWhoseAControlIs(t *testing.T) {
	type verdict struct {
		id   string
		does rules.Act
		why  string
	}
	const alone = "it is on, and it alone has the key"
	cases := []struct {
		name, path string
		controls   []page.Control
		want       []verdict
	}{
		{"a known switch", age, []page.Control{control()}, []verdict{{"ads-age", rules.Click, alone}}},
		{"two with one key", age, []page.Control{control(), control(ref(2))}, []verdict{
			{"ads-age", "", "more than one visible control has its key"}, {"ads-age", "", "more than one visible control has its key"},
		}},
		{"a hidden copy", age, []page.Control{control(), control(ref(2), hidden)}, []verdict{
			{"ads-age", rules.Click, alone}, {"ads-age", "", "another control is the setting's: this one is hidden"},
		}},
		{"a label without the key", age, []page.Control{control(key("somethingElse"))}, []verdict{
			{"ads-age", "", "the label is its own, but not the key, and a label alone is never enough"},
		}},
		{"an unknown switch", age, []page.Control{control(), control(ref(2), key("brandNewSwitch"), label("What?"))}, []verdict{
			{"ads-age", rules.Click, alone}, {"", "", "unknown switch: no rule names it"},
		}},
		{"the key of another page", age, []page.Control{control(key("allowAdsByGender"), label("What?"))}, []verdict{
			{"ads-gender", "", "it has the key of a setting whose page is another"},
		}},
		{"one whose key is not known", "/mypreferences/d/settings/ads-connections", []page.Control{control(key("whoKnows"))}, []verdict{
			{"ads-connections", rules.Mark, "its switch has a label that is not known in the page's language"},
		}},
		{"two settings on one page", "/mypreferences/m/settings/linkedin-promotions/", []page.Control{
			control(key("allowProfileAndActivityDataForMarketingAds")), control(ref(2), key("tipsForUsingLinkedinViaEmail")),
		}, []verdict{{"promotions", rules.Click, alone}, {"promotion-emails", rules.Click, alone}}},
		{"no settings page", "/feed/", []page.Control{control(key("whoKnows"))}, []verdict{{"", "", "no rule names it"}}},
		{"a page that destroys something", "/mypreferences/d/close-accounts", []page.Control{control(key("closeMyAccount"))}, []verdict{{"", "", "no rule names it"}}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []verdict
			for _, f := range examine(page.Snapshot{Path: c.path, Lang: "en", Controls: c.controls}, us).controls {
				got = append(got, verdict{f.id, f.Does, f.Why})
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestWhatIsNotOfferedIsLeftAlone(t *testing.T) {
	snap := page.Snapshot{Path: "/mypreferences/d/settings/share-data-with-select-partners", Controls: []page.Control{control(key("shareDataWithTrustedPartners"))}}
	assert.Equal(t, rules.Click, examine(snap, us).controls[0].Does)
	elsewhere := examine(snap, place{regions.Designated, 20261001}).controls[0]
	assert.Empty(t, elsewhere.Does)
	assert.Equal(t, "it is not offered in designated on 2026-10-01", elsewhere.Why)
}

func TestWhereRowsLead(t *testing.T) {
	snap := page.Snapshot{Path: "/mypreferences/d/categories/ads", Lang: "en"}
	for _, c := range []struct{ path, title, want string }{
		{age, "Age range", "ads-age"},
		{"/mypreferences/d/settings/moved", "Age range", "nothing that is used: it has the title of ads-age, whose page the table has elsewhere"},
		{"/mypreferences/d/settings/brand-new", "What?", "a stranger: no rule names it"},
		{"/mypreferences/d/close-accounts", "What?", "nothing that is used"},
		{"/in/somebody/", "Somebody", "nothing that is used"},
	} {
		assert.Equal(t, c.want, leads(snap, page.Row{Path: c.path, Title: c.title}), c.path)
	}
}

func TestWhatIsPrinted(t *testing.T) {
	var out strings.Builder
	snap := page.Snapshot{Path: age, Lang: "en", Controls: []page.Control{control(label("Use your age range\nfor ads, and " + strings.Repeat("ü", 40)))}}
	require.NoError(t, write(&out, snap, us))
	assert.Equal(t, `page: /mypreferences/d/settings/ads-by-age

setting  the most it may  run    why
ads-age  click            click  it is on, and it alone has the key

ref  kind    key or id      label                                     is  visible  enabled  setting  run    why
1    switch  allowAdsByAge  Use your age range for ads, and üüüüüüü…  on  yes      yes      ads-age  click  it is on, and it alone has the key
`, out.String())

	out.Reset()
	require.NoError(t, write(&out, page.Snapshot{Path: "/feed/"}, us))
	assert.Equal(t, "page: none that Offswitch looks at\n\nNo setting of the table is on this page: no run opens it.\n\nNo controls.\n", out.String())
}

func TestParse(t *testing.T) {
	for _, content := range []string{`{"version":1}`, `[]`, `{"path":"/x"}`, `{`, ``} {
		_, err := parsePage([]byte(content))
		assert.Error(t, err, content)
	}
	snap, err := parsePage(fmt.Appendf(nil, `{"path":%q,"controls":[{"ref":7,"on":true}]}`, age))
	require.NoError(t, err)
	assert.Equal(t, page.Snapshot{Path: age, Controls: []page.Control{{Ref: 7, State: page.On}}}, snap)

	where, err := parsePlace("us", "2026-10-01")
	require.NoError(t, err)
	assert.Equal(t, us, where)
	for _, wrong := range [][2]string{{"us", "2026-13-01"}, {"us", "soon"}, {"mars", "2026-10-01"}} {
		_, err := parsePlace(wrong[0], wrong[1])
		assert.Error(t, err, wrong)
	}
}
