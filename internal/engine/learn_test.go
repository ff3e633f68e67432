package engine

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

const (
	exportPage = "/mypreferences/d/settings/data-export-by-page-admins"
	exportKey  = "labExportByPageAdmins"
)

// visit lets the person open a page by hand.
func (w *world) visit(path string) *document {
	d := w.openByHand(path)
	w.run()
	return d
}

func TestUnknownSwitchIsKeptOffOnceThePersonSaysSo(t *testing.T) {
	w := newWorld(t)
	w.extra[aiPage] = []string{"labBrandNewSwitch"}
	w.server["labBrandNewSwitch"] = true
	w.command("choose", `"region":"us","level":"essential"`)
	w.command("harden", "")
	w.run()
	assert.True(t, w.server["labBrandNewSwitch"], "a switch that nobody named is not clicked")
	require.Len(t, w.eng.state.Unknown, 1)
	u := w.eng.state.Unknown[0]
	assert.Equal(t, memory.Unknown{Page: aiPage, Key: "labBrandNewSwitch", Match: rules.LabelledBy, Label: "Label of labBrandNewSwitch", State: page.On, Seen: u.Seen}, u)

	w.command("keep", `"page":"`+aiPage+`","key":"labBrandNewSwitch"`)
	require.Empty(t, w.eng.refusal)
	assert.Empty(t, w.eng.state.Unknown)
	assert.Equal(t, "1", w.badge.Text, "it is known to be on")
	w.command("harden", "")
	w.run()
	id := w.eng.state.Local[0].ID
	assert.Equal(t, memory.TurnedOff, w.eng.state.Settings[id].Outcome)
	assert.False(t, w.server["labBrandNewSwitch"])
	w.checkServer()

	w.boot()
	assert.Equal(t, memory.TurnedOff, w.eng.state.Settings[id].Outcome, "it is remembered")
	w.command("forget", `"id":"`+id+`"`)
	assert.Empty(t, w.eng.state.Local)
	assert.NotContains(t, w.eng.state.Settings, id)
}

func TestRowWithoutKeyIsLearnedFromTheOneSwitchOfItsPage(t *testing.T) {
	w := newWorld(t)
	w.extra[exportPage] = []string{exportKey}
	w.server[exportKey] = true
	w.command("choose", `"region":"us","level":"recommended"`)
	w.visit(exportPage)
	assert.Equal(t, "export-by-page-owners", w.eng.rowOf(exportPage))
	w.command("keep", `"page":"`+exportPage+`","key":"`+exportKey+`","setting":"research"`)
	assert.Equal(t, NotASwitch, w.eng.refusal, "it is not that row's page")
	w.command("keep", `"page":"`+exportPage+`","key":"`+exportKey+`","setting":"export-by-page-owners"`)
	require.Empty(t, w.eng.refusal)
	w.command("harden", "")
	w.run()
	assert.Equal(t, memory.TurnedOff, w.eng.state.Settings["export-by-page-owners"].Outcome)
	assert.False(t, w.server[exportKey])
	w.checkServer()
}

func TestRowIsNotLearnedWhereAPageHasTwoSwitches(t *testing.T) {
	w := newWorld(t)
	w.extra[exportPage] = []string{exportKey, "labAnother"}
	w.command("choose", `"region":"us"`)
	w.visit(exportPage)
	assert.Empty(t, w.eng.rowOf(exportPage))
	w.command("keep", `"page":"`+exportPage+`","key":"`+exportKey+`","setting":"export-by-page-owners"`)
	assert.Equal(t, NotASwitch, w.eng.refusal)
	assert.Empty(t, w.eng.state.Local)
}

func TestWhatCannotBeLearned(t *testing.T) {
	cases := []struct{ name, path, key string }{
		{"a deny-listed page", "/mypreferences/d/close-accounts", "closeAccount"},
		{"a deny-listed page by its phone address", "/mypreferences/m/close-accounts", "closeAccount"},
		{"the page of a destructive setting", "/mypreferences/d/profile-viewing-options", "somethingElse"},
		{"a destructive setting on another page", aiPage, "discloseAsProfileViewer__HIDE"},
		{"a page that is no settings page", "/feed/", "someSwitch"},
		{"a category page", "/mypreferences/d/categories/privacy", "someSwitch"},
		{"another spelling of a page", aiPage + "/", "someSwitch"},
		{"a key that a rule names", aiPage, aiKey},
		{"a key that Ember made up", aiPage, "ember260"},
		{"a key that React made up", aiPage, ":r1:"},
		{"no key", aiPage, ""},
		{"two keys", aiPage, "one two"},
	}
	for _, c := range cases {
		assert.Error(t, memory.Learnable(c.path, c.key, rules.LabelledBy, rules.Table()), c.name)
	}
	assert.Error(t, memory.Learnable(aiPage, "someSwitch", rules.RadioID, rules.Table()))
	assert.NoError(t, memory.Learnable(aiPage, "someSwitch", rules.LabelledBy, rules.Table()))
}

func TestImport(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us"`)
	w.command("import", `"rules":[{"page":"`+aiPage+`","key":"someSwitch","match":"aria-labelledby","label":"L"},{"page":"/mypreferences/d/close-accounts","key":"closeAccount","match":"id"}]`)
	assert.Equal(t, NotAllRules, w.eng.refusal)
	require.Len(t, w.eng.state.Local, 1)
	assert.Equal(t, "someSwitch", w.eng.state.Local[0].Key)
}

func TestStoredRulesAreVetted(t *testing.T) {
	v, err := wire.Parse([]byte(`{"version":1,"local":[{"id":"x","page":"/mypreferences/d/hibernate-account","key":"hibernate","match":"id"}],"addresses":[{"id":"read-receipts","page":"/mypreferences/d/close-accounts"}]}`))
	require.NoError(t, err)
	s, err := memory.Decode(v)
	assert.Error(t, err)
	assert.Empty(t, s.Local)
	assert.Empty(t, s.Addresses)

	for _, setting := range []string{"profile-viewing", "resume-data", "ai-training", "ads-job-information", "none"} {
		v, err := wire.Parse([]byte(`{"version":2,"local":[{"page":"` + exportPage + `","key":"labOther","match":"id","setting":"` + setting + `"}]}`))
		require.NoError(t, err)
		s, err := memory.Decode(v)
		assert.Error(t, err, setting)
		assert.Empty(t, s.Local, setting)
	}
}

func TestCategoryPagesShowWhereSettingsAre(t *testing.T) {
	w := newWorld(t)
	visibility := rules.CategoryPage(rules.Visibility)
	w.rows[visibility] = []page.Row{
		{Path: "/mypreferences/d/settings/lab-page-visits", Title: "Page visit visibility", State: "On"},
		{Path: "/mypreferences/m/settings/lab-mentions/", Title: "Mentions, tags"},
		{Path: exportPage, Title: "Page owners exporting your data"},
		{Path: "/mypreferences/d/settings/lab-new", Title: "Something new"},
		{Path: "/mypreferences/d/close-accounts", Title: "Close account"},
		{Path: "/feed/", Title: "Who can see your connections"},
	}
	w.lang = "en-us"
	w.person = func(key string, d *document) { w.flip(d, key); w.tell(d) }
	w.command("choose", `"region":"us","level":"strict","mode":"guide"`)
	w.command("harden", "")
	w.run()
	assert.Contains(t, w.opened, visibility)
	assert.ElementsMatch(t, []memory.Address{
		{ID: "page-visit-visibility", Page: "/mypreferences/d/settings/lab-page-visits"},
		{ID: "mentions", Page: "/mypreferences/d/settings/lab-mentions"},
	}, w.eng.state.Addresses)
	assert.Equal(t, []memory.Stranger{{Page: "/mypreferences/d/settings/lab-new", Title: "Something new", Category: rules.Visibility}}, w.eng.state.Strangers)
	assert.Equal(t, memory.NeedsYou, w.eng.state.Settings["page-visit-visibility"].Outcome, "a state word proves nothing")

	w.opened = nil
	w.command("harden", "")
	w.run()
	assert.NotContains(t, w.opened, visibility, "what was read lately is not read again")
}

func TestGuideModeMarksSwitchesWithoutAKey(t *testing.T) {
	w := newWorld(t)
	for key := range w.server {
		w.server[key] = false
	}
	found := "/mypreferences/d/settings/lab-page-visits"
	w.rows[rules.CategoryPage(rules.Visibility)] = []page.Row{{Path: found, Title: "Page visit visibility"}}
	w.lang = "en"
	w.extra[found] = []string{"labPageVisits"}
	w.extra[exportPage] = []string{exportKey}
	w.extra["/mypreferences/d/settings/profile-visibility-for-partners"] = []string{"labOne", "labTwo"}
	w.server["labPageVisits"], w.server[exportKey] = true, true
	w.command("choose", `"region":"us","level":"recommended","mode":"guide"`)
	w.person = func(key string, d *document) {
		v, err := wire.Parse(w.stored)
		require.NoError(t, err)
		_, err = memory.Decode(v)
		require.NoError(t, err, "what is stored while a mark waits can be read again")
		w.flip(d, key)
		w.tell(d)
	}
	w.command("harden", "")
	w.run()
	assert.False(t, w.server["labPageVisits"])
	assert.False(t, w.server[exportKey])
	for id, why := range map[string]string{"page-visit-visibility": memory.WhyLooksOff, "export-by-page-owners": memory.WhyLooksOff, "profile-off-linkedin": memory.WhyWhichOne} {
		assert.Equal(t, memory.NeedsYou, w.eng.state.Settings[id].Outcome, id)
		assert.Equal(t, why, w.eng.state.Settings[id].Why, id)
	}
	assert.Zero(t, w.clicks)
	assert.Empty(t, w.marks)
}

func TestFollowUpsAreMarkedAsDone(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us"`)
	w.command("done", `"followup":"objection-form","done":true`)
	w.command("done", `"followup":"not-retroactive","done":true`)
	require.Len(t, w.eng.state.Done, 1)
	assert.Equal(t, memory.Moment{ID: "objection-form", At: began}, w.eng.state.Done[0])
	w.command("done", `"followup":"objection-form","done":false`)
	assert.Empty(t, w.eng.state.Done)
}

// LinkedIn's list may show a row elsewhere than where the person said which switch it is. The rule stays with its switch.
func TestRuleForARowStaysOnItsPage(t *testing.T) {
	const there = "/mypreferences/d/settings/lab-mentions"
	w := newWorld(t)
	w.lang = "en"
	list := rules.CategoryPage(rules.Visibility)
	w.rows[list] = []page.Row{{Path: there, Title: "Mentions, tags"}}
	w.extra[there] = []string{"labMentions"}
	w.command("choose", `"region":"us","level":"strict"`)
	w.visit(list)
	w.visit(there)
	w.command("keep", `"page":"`+there+`","key":"labMentions","setting":"mentions"`)
	require.Empty(t, w.eng.refusal)
	w.rows[list] = []page.Row{{Path: "/mypreferences/d/settings/lab-elsewhere", Title: "Mentions, tags"}}
	w.visit(list)
	w.boot()
	assert.Zero(t, w.aside, "what is stored makes sense")
	require.Len(t, w.eng.state.Local, 1)
	assert.Equal(t, []string{"mentions", there}, []string{w.eng.state.Local[0].Setting, w.eng.state.Local[0].Page})
}
