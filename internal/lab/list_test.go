package lab_test

import (
	"fmt"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"

	"offswitch/internal/lab"
)

const (
	adsList     = "/mypreferences/d/categories/ads"
	privacyList = "/mypreferences/d/categories/privacy"
)

var valueOfRow = regexp.MustCompile(`<a href="([^"]+)" class="ember-view _row_\w+"><span[^>]*>[^<]*</span>(?: <span[^>]*?( data-lab-word="[^"]*")?>([^<]*)</span>)?</a>`)

// values are the values of a list's rows by their addresses, "" for a row without one.
func (b *browser) values(list string) map[string]string {
	b.t.Helper()
	all := map[string]string{}
	for _, row := range valueOfRow.FindAllStringSubmatch(b.get(list).body, -1) {
		all[row[1]] = row[3] + row[2]
	}
	return all
}

func TestListsShowWhatPicturesOfLiveOnesShow(t *testing.T) {
	b := browse(t, lab.Config{Settings: map[string]bool{"allowAdsByGender": false}})
	ads, privacy, visibility := b.values(adsList), b.values(privacyList), b.values("/mypreferences/d/categories/profile-visibility")
	assert.Equal(t, "On", ads[agePage])
	assert.Equal(t, "Off", ads["/mypreferences/d/settings/ads-by-gender"])
	assert.Equal(t, "On", privacy["/mypreferences/d/settings/data-for-ai-improvement"])
	assert.Equal(t, "Your name and headline", visibility["/mypreferences/d/profile-viewing-options"], "the option that is chosen")
	for _, row := range lab.Rows {
		switch row.ID {
		case "promotions", "read-receipts":
			assert.Contains(t, privacy, row.Path)
			assert.Empty(t, privacy[row.Path], row.ID)
		case "profile-off-linkedin":
			assert.Contains(t, visibility, row.Path)
			assert.Empty(t, visibility[row.Path], row.ID)
		}
	}
	assert.NotContains(t, privacy, "/mypreferences/d/member-cookies")
	assert.Contains(t, browse(t, lab.Config{Region: "uk"}).values(privacyList), "/mypreferences/d/member-cookies")
}

func TestWordsOfTenLanguages(t *testing.T) {
	seen := map[string]bool{}
	for lang, want := range map[string][2]string{
		"en": {"On", "Off"}, "de": {"Ein", "Aus"}, "it": {"Sì", "No"}, "pt-BR": {"Ativado", "Desativado"}, "fr": {"Lab on fr", "Désactivé"},
		"es": {"Lab on es", "Lab off es"}, "nl": {"Lab on nl", "Lab off nl"}, "pl": {"Lab on pl", "Lab off pl"},
		"ja": {"Lab on ja", "Lab off ja"}, "ar": {"Lab on ar", "Lab off ar"},
	} {
		rows := browse(t, lab.Config{Lang: lang, Settings: map[string]bool{"allowAdsByGender": false}}).values(adsList)
		assert.Equal(t, want, [2]string{rows[agePage], rows["/mypreferences/d/settings/ads-by-gender"]}, lang)
		assert.False(t, seen[fmt.Sprint(want)], lang)
		seen[fmt.Sprint(want)] = true
	}
}

func TestFaultsOfLists(t *testing.T) {
	const gender = "/mypreferences/d/settings/ads-by-gender"
	off := map[string]bool{"allowAdsByGender": false}
	cases := map[string]struct {
		fault       lab.Fault
		age, gender string
	}{
		"word-wrong":      {lab.Fault{Name: "word-wrong"}, "Off", "On"},
		"of one row":      {lab.Fault{Name: "word-wrong", Key: ageKey}, "Off", "Off"},
		"of a row's page": {lab.Fault{Name: "word-wrong", Page: gender}, "On", "On"},
		"of a whole list": {lab.Fault{Name: "word-wrong", Page: adsList}, "Off", "On"},
		"of another list": {lab.Fault{Name: "word-wrong", Page: privacyList}, "On", "Off"},
		"list-late-on":    {lab.Fault{Name: "list-late-on"}, `On data-lab-word="On"`, `On data-lab-word="Off"`},
		"list-late":       {lab.Fault{Name: "list-late"}, `Off data-lab-word="On"`, `Off data-lab-word="Off"`},
		"list-none":       {lab.Fault{Name: "list-none"}, "", ""},
		"list-stale":      {lab.Fault{Name: "list-stale"}, "On", "Off"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			b := browse(t, lab.Config{Settings: off, Faults: []lab.Fault{c.fault}})
			rows := b.values(adsList)
			assert.Equal(t, []string{c.age, c.gender}, []string{rows[agePage], rows[gender]})
		})
	}
}

func TestListThatShowsValuesInPart(t *testing.T) {
	right := browse(t, lab.Config{}).values(adsList)
	some := browse(t, lab.Config{Faults: []lab.Fault{{Name: "list-partial"}}}).values(adsList)
	all, shown := 0, 0
	for path, word := range right {
		if word != "" {
			all++
		}
		if some[path] != "" {
			shown++
			assert.Equal(t, word, some[path])
		}
	}
	assert.Equal(t, (all+1)/2, shown)
}

func TestListThatIsStale(t *testing.T) {
	b := browse(t, lab.Config{Faults: []lab.Fault{{Name: "list-stale", N: 2}}})
	age := func() string { return b.values(adsList)[agePage] }
	b.save(ageKey, `{"on":false}`)
	b.save("allowAdsByGender", `{"on":false}`)
	assert.Equal(t, []string{"On", "On", "Off"}, []string{age(), age(), age()})
	b.save(ageKey, `{"on":true}`)
	assert.Equal(t, []string{"Off", "Off", "On"}, []string{age(), age(), age()})
}
