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
	receiptsPage = "/mypreferences/d/settings/read-receipts"
	receiptsKey  = "labReadReceipts"
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
	assert.Equal(t, memory.Unknown{Account: "one", Page: aiPage, Key: "labBrandNewSwitch", Match: rules.LabelledBy, Lang: "en", Label: "Label of labBrandNewSwitch", State: page.On, Seen: u.Seen}, u)

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
	w.extra[receiptsPage] = []string{receiptsKey}
	w.server[receiptsKey] = true
	w.command("choose", `"region":"us","level":"strict"`)
	w.visit(receiptsPage)
	assert.Equal(t, "read-receipts", w.rowOn(receiptsPage))
	w.command("keep", `"page":"`+receiptsPage+`","key":"`+receiptsKey+`","setting":"research"`)
	assert.Equal(t, NotASwitch, w.eng.refusal, "it is not that row's page")
	w.command("keep", `"page":"`+receiptsPage+`","key":"","setting":"read-receipts"`)
	require.Empty(t, w.eng.refusal)
	w.command("harden", "")
	w.run()
	assert.Equal(t, memory.TurnedOff, w.eng.state.Settings["read-receipts"].Outcome)
	assert.False(t, w.server[receiptsKey])
	w.checkServer()
}

func TestRowIsNotLearnedWhereAPageHasTwoSwitches(t *testing.T) {
	w := newWorld(t)
	w.extra[receiptsPage] = []string{receiptsKey, "labAnother"}
	w.command("choose", `"region":"us"`)
	w.visit(receiptsPage)
	assert.Empty(t, w.rowOn(receiptsPage))
	w.command("keep", `"page":"`+receiptsPage+`","key":"`+receiptsKey+`","setting":"read-receipts"`)
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
	require.Len(t, w.eng.state.Offered, 1)
	assert.Equal(t, "someSwitch", w.eng.state.Offered[0].Key)
}

func TestStoredRulesAreVetted(t *testing.T) {
	v, err := wire.Parse([]byte(`{"version":1,"local":[{"id":"x","page":"/mypreferences/d/hibernate-account","key":"hibernate","match":"id"}],"addresses":[{"id":"read-receipts","page":"/mypreferences/d/close-accounts"}]}`))
	require.NoError(t, err)
	s, err := memory.Decode(v)
	assert.Error(t, err)
	assert.Empty(t, s.Local)
	assert.Empty(t, s.Addresses)

	for _, setting := range []string{"profile-viewing", "resume-data", "ai-training", "ads-job-information", "none"} {
		v, err := wire.Parse([]byte(`{"version":2,"local":[{"page":"` + receiptsPage + `","key":"labOther","match":"id","setting":"` + setting + `"}]}`))
		require.NoError(t, err)
		s, err := memory.Decode(v)
		assert.Error(t, err, setting)
		assert.Empty(t, s.Local, setting)
	}
}

func TestCategoryPagesShowWhereSettingsAre(t *testing.T) {
	w := newWorld(t)
	privacy := rules.CategoryPage(rules.DataPrivacy)
	w.rows[privacy] = []page.Row{
		{Path: "/mypreferences/m/settings/lab-inbox/", Title: "Inbox layout with ads", State: "On"},
		{Path: receiptsPage, Title: "Read receipts and typing indicators"},
		{Path: "/mypreferences/d/settings/lab-new", Title: "Something new"},
		{Path: "/mypreferences/d/close-accounts", Title: "Close account"},
		{Path: "/feed/", Title: "Research invites"},
	}
	w.lang = "en-us"
	w.person = func(key string, d *document) { w.flip(d, key); w.tell(d) }
	w.command("choose", `"region":"us","level":"strict","mode":"guide"`)
	w.command("harden", "")
	w.run()
	assert.Contains(t, w.opened, privacy)
	assert.Equal(t, []memory.Address{{ID: "sponsored-messages", Page: "/mypreferences/d/settings/lab-inbox"}}, w.eng.state.Addresses)
	assert.Equal(t, []memory.Stranger{{Page: "/mypreferences/d/settings/lab-new", Title: "Something new", Category: rules.DataPrivacy}}, w.eng.state.Strangers)
	assert.Equal(t, memory.NotOffered, w.eng.state.Settings["sponsored-messages"].Outcome, "a state word proves nothing")

	w.opened = nil
	w.command("harden", "")
	w.run()
	assert.NotContains(t, w.opened, rules.CategoryPage(rules.Account), "what was read lately is not read again")
}

func TestGuideModeMarksSwitchesWithoutAKey(t *testing.T) {
	w := newWorld(t)
	for key := range w.server {
		w.server[key] = false
	}
	w.lang = "xx" // in which no label is known
	const visits = "/mypreferences/d/settings/page-visit-visibility"
	w.server["keyOf-page-visit-visibility"] = true
	w.extra[receiptsPage] = []string{receiptsKey}
	w.server[receiptsKey] = true
	w.extra["/mypreferences/d/settings/linked-in-activity-data"] = []string{"labOne", "labTwo"}
	w.command("choose", `"region":"other","level":"strict","mode":"guide"`)
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
	assert.Contains(t, w.opened, visits)
	assert.False(t, w.server["keyOf-page-visit-visibility"])
	assert.False(t, w.server[receiptsKey])
	for id, why := range map[string]string{"page-visit-visibility": memory.WhyLooksOff, "read-receipts": memory.WhyLooksOff, "ads-linkedin-activity": memory.WhyWhichOne} {
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

// rowOn is the row that a switch of a page is believed to be.
func (w *world) rowOn(path string) string {
	for i := range w.eng.state.Unknown {
		if u := &w.eng.state.Unknown[i]; u.Page == path {
			s, _ := w.eng.rowOf(u)
			return s.ID
		}
	}
	return ""
}
