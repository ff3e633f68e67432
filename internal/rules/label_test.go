package rules_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"offswitch/internal/rules"
)

func TestByLabel(t *testing.T) {
	tests := map[string]struct{ lang, text, want string }{
		"title":                       {"en", "Data for Generative AI Improvement", "ai-training"},
		"toggle":                      {"en", "Use my data for training content creation AI models", "ai-training"},
		"region of a language":        {"de-DE", "Daten zur Verbesserung generativer KI", "ai-training"},
		"language in capitals":        {"DE", "Daten zur Verbesserung generativer KI", "ai-training"},
		"underscore":                  {"en_US", "Age range", "ads-age"},
		"Brazil, lower case":          {"pt-br", "Usar meus dados para treinar modelos de IA para criar conteúdos", "ai-training"},
		"Brazil, underscore":          {"pt_BR", "Dados para aprimoramento da IA generativa", "ai-training"},
		"French, straight apostrophe": {"fr", "Utiliser mes données pour entraîner des modèles d'IA de création de contenu", "ai-training"},
		"French, no-break space":      {"fr-FR", "Données pour\u00a0l’amélioration de l’IA générative", "ai-training"},
		"Italian title":               {"it", "Dati per migliorare l'IA generativa", "ai-training"},
		"Finnish title":               {"fi", "TIEDOT GENERATIIVISEN TEKOÄLYN PARANTAMISEEN", "ai-training"},
		"Czech toggle":                {"cs", "Použít moje data pro trénování modelů umělé inteligence k tvorbě obsahu", "ai-training"},
		"Polish toggle":               {"pl", "Użyj moich danych do trenowania modeli AI służących do tworzenia treści", "ai-training"},
		"Dutch toggle":                {"nl", "Mijn gegevens gebruiken voor training van AI-modellen waarmee content wordt gemaakt", "ai-training"},
		"German sharing":              {"de", "Daten mit verbundenen Unternehmen und Partnern teilen", "ads-share-with-partners"},
		"title and toggle the same":   {"en", "interests and traits", "ads-interests"},
		"one choice of a radio group": {"en", "Private mode", "profile-viewing"},
		"one box of a list":           {"en", "Field of study", "ads-education-skills"},
		"the heading of a page":       {"en", "Delivery indicators", "read-receipts"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s, ok := rules.ByLabel(tt.lang, tt.text)
			assert.True(t, ok)
			assert.Equal(t, tt.want, s.ID)
		})
	}
}

func TestByLabelSaysNo(t *testing.T) {
	tests := map[string]struct{ lang, text string }{
		"nothing":                          {"en", ""},
		"only white space":                 {"en", " \u00a0 "},
		"no language":                      {"", "Age range"},
		"another language":                 {"fr", "Age range"},
		"a language that begins alike":     {"eng", "Age range"},
		"Portugal":                         {"pt-PT", "Dados para aprimoramento da IA generativa"},
		"Portuguese of nowhere":            {"pt", "Dados para aprimoramento da IA generativa"},
		"a translation, not the label":     {"ja", "生成AI改善のためのデータ"},
		"a variant that others disagree":   {"fr", "Utiliser mes données pour entraîner les modèles d’IA de création de contenu"},
		"a superseded wording":             {"en", "Ads outside of LinkedIn"},
		"a title never verified":           {"en", "Permitted services"},
		"a title of two settings":          {"en", "LinkedIn promotions"},
		"a choice of two settings":         {"en", "Only visible to me"},
		"an older title":                   {"en", "Share profile updates with your network"},
		"part of a label":                  {"en", "Age"},
		"the radio group's choices in one": {"en", "Your name and headline | Private profile characteristics | Private mode"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s, ok := rules.ByLabel(tt.lang, tt.text)
			assert.False(t, ok)
			assert.Zero(t, s)
		})
	}
}

// A label that several rows have finds none of them.
func TestEveryLabelFindsItsRow(t *testing.T) {
	type wording struct{ lang, text string }
	rows := map[wording]map[string]bool{}
	for _, s := range rules.Table() {
		for _, l := range s.Labels {
			for _, text := range append(strings.Split(l.Toggle, "|"), l.Title, l.Heading) {
				w := wording{l.Lang, rules.Fold(text)}
				if rows[w] == nil {
					rows[w] = map[string]bool{}
				}
				rows[w][s.ID] = true
			}
		}
	}
	found := 0
	for w, ids := range rows {
		if w.text == "" {
			continue
		}
		got, ok := rules.ByLabel(w.lang, w.text)
		assert.Equal(t, len(ids) == 1, ok, "%s: %s", w.lang, w.text)
		assert.Equal(t, ok, ids[got.ID], "%s: %s", w.lang, w.text)
		if ok {
			found++
		}
	}
	assert.Greater(t, found, 30)
}

// Every control that a label alone tells apart has one that no other row of the table has.
func TestLabelsOfSoleSwitchesAreTheirOwn(t *testing.T) {
	for _, s := range rules.Table() {
		if s.Match != rules.Sole {
			continue
		}
		for _, l := range s.Labels {
			got, ok := rules.ByLabel(l.Lang, l.Toggle)
			assert.True(t, ok && got.ID == s.ID, "%s: %s", l.Lang, l.Toggle)
			assert.NotContains(t, l.Toggle, "|", s.ID)
		}
	}
}

func TestByTitle(t *testing.T) {
	tests := map[string]struct {
		category          rules.Category
		lang, title, want string
	}{
		"a guide row":                {rules.DataPrivacy, "en", "Research invites", "research-invites"},
		"in lower case":              {rules.DataPrivacy, "en-us", "inbox layout with ads", "sponsored-messages"},
		"a heading is no title":      {rules.DataPrivacy, "en", "Delivery indicators", ""},
		"three settings, one title":  {rules.DataPrivacy, "en", "Job application settings", ""},
		"its category only":          {rules.AdvertisingData, "en", "Connections", "ads-connections"},
		"not in another category":    {rules.Visibility, "en", "Connections", ""},
		"a verified German title":    {rules.DataPrivacy, "de", "Daten zur Verbesserung generativer KI", "ai-training"},
		"an English one in German":   {rules.DataPrivacy, "de", "Research invites", ""},
		"a toggle is no title":       {rules.AdvertisingData, "en", "Use your gender for ads", ""},
		"two settings, one title":    {rules.DataPrivacy, "en", "LinkedIn promotions", ""},
		"account":                    {rules.Account, "en", "Sync contacts / calendar", "sync-contacts"},
		"an empty title":             {rules.Account, "en", "", ""},
		"no category":                {"", "en", "Gender", ""},
		"a destructive row is named": {rules.Visibility, "en", "Profile viewing options", "profile-viewing"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s, ok := rules.ByTitle(tt.category, tt.lang, tt.title)
			assert.Equal(t, tt.want != "", ok)
			assert.Equal(t, tt.want, s.ID)
		})
	}
}

func TestCategories(t *testing.T) {
	pages := map[rules.Category]string{
		rules.DataPrivacy:     "/mypreferences/d/categories/privacy",
		rules.AdvertisingData: "/mypreferences/d/categories/ads",
		rules.Visibility:      "/mypreferences/d/categories/profile-visibility",
		rules.Account:         "/mypreferences/d/categories/account",
	}
	for c, page := range pages {
		assert.Equal(t, page, rules.CategoryPage(c))
		for _, path := range []string{page, page + "/", strings.Replace(page, "/d/", "/m/", 1)} {
			got, ok := rules.CategoryOf(path)
			assert.True(t, ok, path)
			assert.Equal(t, c, got)
		}
	}
	for _, s := range rules.Table() {
		assert.NotEmpty(t, rules.CategoryPage(s.Category), s.ID)
	}
	assert.Empty(t, rules.CategoryPage("notifications"))
	for _, path := range []string{
		"", "/mypreferences/d/", "/mypreferences/d/categories/", "/mypreferences/d/categories/notifications", "/mypreferences/x/categories/ads",
		"/mypreferences/d/categories/ads/x", "/mypreferences/d/settings/ads-location", "/categories/ads",
	} {
		_, ok := rules.CategoryOf(path)
		assert.False(t, ok, path)
	}
}
