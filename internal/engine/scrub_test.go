package engine

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// Whatever a page shows, the one that is saved holds no word but those of the table, of the person's rules and of agents.
func TestScrubbedPageHoldsKnownWordsOnly(t *testing.T) {
	names := []string{"jane-doe", "Jane Doe", "janeDoe", "unblock-jane-doe", "ember260", "jane.doe@example.com"}
	kept := 0
	rapid.Check(t, func(t *rapid.T) {
		w := newWorld(t)
		w.command("choose", `"region":"us"`)
		w.command("import", `"rules":[{"page":"/mypreferences/d/settings/own-page","key":"labOwn","match":"id"}]`)
		require.Empty(t, w.eng.refusal)
		aPath := rapid.OneOf(rapid.SampledFrom(somePaths), rapid.SampledFrom(append([]string{
			aiPage, aiPage + "/", "/mypreferences/m/member-cookies", "/mypreferences/d/settings/own-page", "/mypreferences/d/categories/ads", "/mypreferences/d/categories/ads/jane-doe", "/mypreferences/d",
			"/mypreferences/d/settings/blocked/jane-doe-42", aiPage + "/jane-doe", "/in/jane-doe/", "/mypreferences/d/settings/jane-doe", "/mypreferences/d/settings/%6aane",
		}, noPages...)))
		aText := rapid.OneOf(rapid.SampledFrom(someKeys), rapid.SampledFrom(names), rapid.SampledFrom([]string{aiKey, aiKey + " jane-doe", "discloseAsProfileViewer__HIDE", "discloseAsProfileViewer__jane", "labOwn", "switch", "LinkedIn promotions"}))
		path := aPath.Draw(t, "path")
		snap := page.Snapshot{Doc: "jane", Path: path, Ready: true, Lang: rapid.SampledFrom([]string{"en", "de-ch", "zh-hant-tw", "jane-doe", "x-jane", "en-jane-doe-x", "janedoe", ""}).Draw(t, "lang"), FrontEnd: aText.Draw(t, "front end")}
		for range rapid.IntRange(0, 3).Draw(t, "controls") {
			snap.Controls = append(snap.Controls, page.Control{Ref: 1, Kind: aText.Draw(t, "kind"), Key: aText.Draw(t, "key"), ID: aText.Draw(t, "id"), Label: aText.Draw(t, "label"), Heading: aText.Draw(t, "heading")})
		}
		for range rapid.IntRange(0, 3).Draw(t, "rows") {
			snap.Rows = append(snap.Rows, page.Row{Path: aPath.Draw(t, "row"), Title: aText.Draw(t, "title"), State: "jane"})
		}
		w.event(Event{Type: EventSnapshot, Tab: 5, Snapshot: snap})
		w.command("page", "")
		shown, _ := w.seen()["page"].(map[string]any)
		if shown == nil {
			return
		}
		kept++
		text, err := json.Marshal(shown)
		require.NoError(t, err)
		require.NotContains(t, strings.ToLower(string(text)), "jane", "%+v", snap)
		paths := []any{shown["path"]}
		for _, r := range shown["rows"].([]any) {
			paths = append(paths, r.(map[string]any)["path"])
		}
		for _, p := range paths {
			_, category := rules.CategoryOf(p.(string))
			require.True(t, p == "" || p == "?" || category || w.eng.named(p.(string)), "%q", p)
		}
		for _, c := range shown["controls"].([]any) {
			for _, member := range []string{"key", "id"} {
				for _, name := range strings.Fields(c.(map[string]any)[member].(string)) {
					require.True(t, name == "?" || known(w.eng.table, strings.TrimSuffix(name, "__?")), "%q", name)
				}
			}
		}
	})
	assert.Positive(t, kept)
}

func known(table []rules.Setting, key string) bool {
	for _, s := range table {
		if s.Key == key {
			return true
		}
	}
	return false
}

func TestScrubbedPageStillSaysWhatItIs(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us"`)
	w.event(Event{Type: EventSnapshot, Tab: 5, Snapshot: page.Snapshot{
		Doc: "d", Path: "/mypreferences/m/settings/data-for-ai-improvement/", Lang: "pt-br", FrontEnd: "ember", Ready: true,
		Controls: []page.Control{{Ref: 1, Kind: "switch", Key: aiKey + " ember77", ID: "discloseAsProfileViewer__HIDE"}, {Ref: 2, Kind: "marquee", ID: "someNewSwitch"}},
		Rows:     []page.Row{{Path: "/mypreferences/d/member-cookies"}, {Path: "/mypreferences/d/settings/blocked/jane-doe-42"}, {Path: "/in/jane-doe"}},
	}})
	w.command("page", "")
	shown := w.seen()["page"].(map[string]any)
	assert.Equal(t, []any{aiPage, "pt-br", "ember", float64(memory.Version)}, []any{shown["path"], shown["lang"], shown["frontEnd"], shown["version"]})
	one, two := shown["controls"].([]any)[0].(map[string]any), shown["controls"].([]any)[1].(map[string]any)
	assert.Equal(t, []any{"switch", aiKey + " ?", "discloseAsProfileViewer__?"}, []any{one["kind"], one["key"], one["id"]})
	assert.Equal(t, []any{"", "", "?"}, []any{two["kind"], two["key"], two["id"]})
	var paths []any
	for _, r := range shown["rows"].([]any) {
		paths = append(paths, r.(map[string]any)["path"])
	}
	assert.Equal(t, []any{"/mypreferences/d/member-cookies", "?", ""}, paths)
}
