package engine

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/regions"
	"offswitch/internal/rules"
)

// seen is the view as the extension's pages get it.
func (w *world) seen() map[string]any {
	var view map[string]any
	for _, x := range w.eng.Step(Event{Type: EventView, Now: w.now}).Effects {
		if x, ok := x.(View); ok {
			require.NoError(w.t, json.Unmarshal(x.View, &view))
		}
	}
	require.NotNil(w.t, view)
	return view
}

func setting(t *testing.T, view map[string]any, id string) map[string]any {
	for _, s := range view["settings"].([]any) {
		if s := s.(map[string]any); s["id"] == id {
			return s
		}
	}
	require.FailNow(t, "the view has no such setting", id)
	return nil
}

// A browser that hides its time zone says Atlantic/Reykjavik to everybody; what is chosen without a region is then not for Iceland.
func TestHiddenZoneSuggestsNoRegion(t *testing.T) {
	w := newWorld(t)
	w.event(Event{Type: EventCommand, Command: CommandView, Zone: "Atlantic/Reykjavik", Languages: []string{"en-US", "en"}})
	v := w.seen()
	assert.Nil(t, v["suggestion"])
	assert.Equal(t, "other", v["choices"].(map[string]any)["region"])
	w.command("choose", `"level":"strict"`)
	assert.Equal(t, regions.Other, w.eng.state.Choices.Region)

	w = newWorld(t)
	w.event(Event{Type: EventCommand, Command: CommandView, Zone: "Atlantic/Reykjavik", Languages: []string{"en", "is-IS"}})
	assert.Equal(t, map[string]any{"region": "designated", "country": "IS", "zone": "Atlantic/Reykjavik"}, w.seen()["suggestion"])
	w.command("choose", `"level":"strict"`)
	assert.Equal(t, regions.Designated, w.eng.state.Choices.Region)
}

func TestView(t *testing.T) {
	w := newWorld(t)
	w.event(Event{Type: EventCommand, Command: "view", Zone: "Europe/Zurich"})
	v := w.seen()
	assert.Equal(t, map[string]any{"region": "designated", "level": "recommended", "mode": "automatic", "chosen": false, "checks": "remind", "every": 30.0, "again": false, "gentle": false}, v["choices"])
	assert.Equal(t, map[string]any{"region": "designated", "country": "CH", "zone": "Europe/Zurich"}, v["suggestion"])
	assert.Equal(t, "fadp", v["ground"])
	assert.Nil(t, v["run"])
	assert.Len(t, v["settings"], len(rules.Table()))

	ai := setting(t, v, "ai-training")
	assert.Equal(t, "2025-11-03", ai["offer"].(map[string]any)["processing"])
	assert.Equal(t, "unchecked", ai["outcome"])
	assert.Equal(t, page.Origin+aiPage, ai["url"])
	assert.Equal(t, "not-offered", setting(t, v, "ads-share-with-partners")["outcome"])
	assert.Nil(t, setting(t, v, "ads-share-with-partners")["offer"])
	assert.Equal(t, "destructive", setting(t, v, "profile-viewing")["why"])
	assert.Equal(t, "", setting(t, v, "profile-viewing")["url"], "what is never opened has no link")
	receipts := setting(t, v, "read-receipts")
	assert.Equal(t, []any{"unchecked", "below-level", page.Origin + receiptsPage}, []any{receipts["outcome"], receipts["why"], receipts["url"]})
	inbox := setting(t, v, "sponsored-messages")
	assert.Equal(t, []any{"", page.Origin + "/mypreferences/d/categories/privacy"}, []any{inbox["url"], inbox["categoryUrl"]})

	w.command("choose", `"level":"strict"`)
	receipts = setting(t, w.seen(), "read-receipts")
	assert.Equal(t, []any{"needs-you", "by-hand"}, []any{receipts["outcome"], receipts["why"]})
	w.command("choose", `"level":"recommended"`)

	w.command("harden", "")
	v = w.seen()
	assert.Equal(t, true, v["choices"].(map[string]any)["chosen"])
	run := v["run"].(map[string]any)
	assert.Equal(t, []any{"running", "listing", "", "/mypreferences/d/categories/privacy"}, []any{run["phase"], run["step"], run["setting"], run["page"]})
}

// The view says of each setting that is proved off what showed it.
func TestTheViewSaysWhatTheProofWas(t *testing.T) {
	v := hardened(t, `"level":"strict"`).seen()
	shown := map[any]int{}
	for _, s := range v["settings"].([]any) {
		s := s.(map[string]any)
		shown[s["proof"]]++
		assert.Equal(t, s["proved"] != 0.0, s["proof"] != "", s["id"])
	}
	assert.Positive(t, shown["reloaded"])
	assert.Positive(t, shown["listed"])
	assert.Len(t, shown, 3)
}

// What a page says can be somebody's name: nothing of it leaves but what the
// table knows as LinkedIn's own words.
func TestExportedPageIsScrubbed(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us"`)
	w.event(Event{Type: EventSnapshot, Tab: 5, Snapshot: page.Snapshot{
		Doc: "secret-doc", Path: aiPage, Lang: "en", Ready: true,
		Controls: []page.Control{
			{Ref: 1, Kind: "switch", Key: aiKey, Label: "Use my data for training content creation AI models", Heading: "Jane Doe", State: page.On, Visible: true},
			{Ref: 2, Kind: "switch", Key: "jane.doe@example.com", ID: "ember12", Label: "Hello Jane", State: page.Off},
		},
		Rows: []page.Row{{Path: "/in/jane-doe/", Title: "Jane"}},
	}})
	assert.Nil(t, w.seen()["page"], "only when asked for")
	w.command("page", "")
	got, err := json.Marshal(w.seen()["page"])
	require.NoError(t, err)
	assert.NotContains(t, string(got), "ane")
	assert.NotContains(t, string(got), "secret")
	assert.Contains(t, string(got), "Use my data for training content creation AI models")
	assert.Contains(t, string(got), aiKey)
	w.command("view", "")
	assert.Nil(t, w.seen()["page"])
}

// What the view says of a setting fits the level that is chosen now.
func TestLevelThatWasChanged(t *testing.T) {
	w := hardened(t, `"level":"recommended"`)
	why := func(id string) any {
		for _, s := range w.seen()["settings"].([]any) {
			if s := s.(map[string]any); s["id"] == id {
				return s["why"]
			}
		}
		return nil
	}
	assert.Equal(t, memory.WhyBelowLevel, why("promotion-emails"))
	w.command("choose", `"level":"strict"`)
	assert.Equal(t, "", why("promotion-emails"))
	w.server["allowAnonymizedDataResearch"] = true
	w.now += hour
	w.visit("/mypreferences/d/settings/policy-and-academic-research")
	assert.Equal(t, "", why("research"))
	w.command("choose", `"level":"essential"`)
	assert.Equal(t, memory.WhyBelowLevel, why("research"))
	assert.Equal(t, "", why("ads-age"), "it is proved off, whatever the level")
}

// In guide mode the person is told what the mark is about, even when the page
// holds another setting that waits for its save.
func TestTheMarkedSettingIsNamed(t *testing.T) {
	w := newWorld(t)
	w.server["allowProfileAndActivityDataForMarketingAds"] = true
	var named []any
	w.person = func(key string, d *document) {
		run := w.seen()["run"].(map[string]any)
		named = append(named, run["step"], run["setting"], key)
		w.flip(d, key)
		w.tell(d)
	}
	w.command("choose", `"region":"us","level":"strict","mode":"guide"`)
	w.command("harden", "")
	w.run()
	assert.Equal(t, []any{
		"marking", "promotions", "allowProfileAndActivityDataForMarketingAds",
		"marking", "promotion-emails", "tipsForUsingLinkedinViaEmail",
	}, named[6:12])
}
