package engine

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// Whatever pages show and whatever is answered: nothing is clicked that neither the table nor the person names, and nothing is
// ticked by itself that no rule wants.
func TestOnlyWhatIsNamedIsClicked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWorld(t)
		w.lang = rapid.SampledFrom([]string{"en", "de", "fr", ""}).Draw(t, "language")
		w.renames = rapid.Bool().Draw(t, "keys change")
		pages := []string{aiPage, receiptsPage, "/mypreferences/d/settings/notify-me-when-mentioned", "/mypreferences/d/settings/ads-employer", "/mypreferences/d/settings/lab-strange"}
		w.rows[rules.CategoryPage(rules.Visibility)] = append(w.rowsOf(rules.Visibility, func(int, string) bool { return true }), page.Row{Path: pages[4], Title: "Strange"})
		for _, path := range pages {
			for range rapid.IntRange(0, 2).Draw(t, "switches on "+path) {
				key := "labExtra" + string(rune('A'+len(w.extra[path]))) + strings.ReplaceAll(path, "/", "-")
				w.extra[path] = append(w.extra[path], key)
				w.server[key] = rapid.Bool().Draw(t, key)
			}
		}
		level := rapid.SampledFrom([]string{"essential", "essential", "recommended", "strict"}).Draw(t, "level")
		w.command("choose", `"region":"us","level":"`+level+`","mode":"automatic"`)
		w.command("harden", "")
		w.run()
		named := map[string]bool{}
		for range rapid.IntRange(0, 2).Draw(t, "answers") {
			take := map[string]string{}
			for id, item := range w.waiting() {
				s, row := rules.Find(id)
				if item.Get("ticked").Bool() {
					require.True(t, row && s.Act != rules.Never && rules.Level(level).Includes(s.Level), "%s is ticked", id)
				}
				if !rapid.Bool().Draw(t, "take "+id) {
					continue
				}
				value := ""
				if options := item.Get("options").Items(); item.Get("kind").Text() == "option" {
					_, wanted := partsOf(s)
					value = options[wanted].Get("label").Text()
				}
				take[id] = value
				_, key, _ := strings.Cut(id, " ")
				named[key] = true
				if row {
					for _, key := range w.extra[s.Page] {
						named[key] = true
					}
				}
			}
			w.answerQuestion(take)
			w.run()
		}
		for path, keys := range w.extra {
			for _, key := range keys {
				require.True(t, named[key] || !w.carried[w.member+key], "%s of %s was clicked", key, path)
			}
		}
		for _, s := range w.saves {
			require.False(t, s.on, "%s was turned on", s.key)
		}
	})
}
