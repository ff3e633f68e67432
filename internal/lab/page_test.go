package lab_test

import (
	"crypto/sha256"
	"crypto/tls"
	"encoding/base64"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/lab"
)

// handshake returns the hash of the server's key, as Chromium's switch wants it, and the status of its front page.
func handshake(t *testing.T, server *lab.Server) (spki string, status int) {
	t.Helper()
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true, ServerName: lab.Host}}}
	response, err := client.Get(server.URL + "/feed/")
	require.NoError(t, err)
	defer response.Body.Close()
	leaf := response.TLS.PeerCertificates[0]
	require.NoError(t, leaf.VerifyHostname(lab.Host))
	sum := sha256.Sum256(leaf.RawSubjectPublicKeyInfo)
	return base64.StdEncoding.EncodeToString(sum[:]), response.StatusCode
}

// addresses are the public ones, each with something that its page must hold.
var addresses = map[string]string{
	"/mypreferences/d/settings/data-for-ai-improvement":         `aria-labelledby="allowDataForGenerativeAI"`,
	"/mypreferences/d/settings/policy-and-academic-research":    `aria-labelledby="allowAnonymizedDataResearch"`,
	"/mypreferences/d/settings/linkedin-promotions":             `aria-labelledby="tipsForUsingLinkedinViaEmail"`,
	"/mypreferences/d/member-cookies":                           `id="nonEssentialCookieConsent"`,
	"/mypreferences/d/settings/ads-beyond-linkedin":             `aria-labelledby="allowLinkedInAudienceNetwork"`,
	"/mypreferences/d/settings/ads-interactions-with-business":  `aria-labelledby="allowUseOfThirdPartyData"`,
	"/mypreferences/d/settings/ads-related-actions":             `aria-labelledby="allowConversionTrackings"`,
	"/mypreferences/d/settings/share-data-with-select-partners": `aria-labelledby="shareDataWithTrustedPartners"`,
	"/mypreferences/d/settings/ads-inferred-location":           `aria-labelledby="allowIpToPersonalizeAds"`,
	"/mypreferences/d/interest-categories":                      `aria-labelledby="adsPrivacyAllowInterestsAndBehaviors"`,
	"/mypreferences/d/settings/ads-by-age":                      `aria-labelledby="allowAdsByAge"`,
	"/mypreferences/d/settings/ads-by-gender":                   `aria-labelledby="allowAdsByGender"`,
	"/mypreferences/d/settings/linked-in-activity-data":         `role="switch"`,
	"/mypreferences/d/settings/ads-location":                    `role="switch"`,
	"/mypreferences/d/settings/ads-connections":                 `Use connections data`,
	"/mypreferences/d/settings/ads-based-on-groups":             `role="switch"`,
	"/jobs/application-settings/":                               `Save resumes and application data`,
	"/psettings/permitted-services":                             `Other applications`,
	"/help/linkedin/answer/a1338610":                            `Data Processing Objection Form`,
	"/mypreferences/d/profile-viewing-options":                  `id="discloseAsProfileViewer__HIDE"`,
	"/mypreferences/d/settings/data-export-by-page-admins":      `Allow Page owners to export your data`,
	"/mypreferences/d/settings/profile-visibility-for-partners": `role="switch"`,
	"/mypreferences/d/settings/discover-me-by-email-address":    `type="radio"`,
	"/mypreferences/d/settings/discover-me-by-phone-number":     `type="radio"`,
	"/mypreferences/d/settings/notify-network-for-updates":      `Share key profile updates`,
	"/mypreferences/d/demographic-info-copy":                    `Personal demographic information`,
	"/mypreferences/d/connected-microsoft-accounts":             `Connected Microsoft accounts`,
	"/mypreferences/d/download-my-data":                         `class="settings-iframe--frame"`,
	"/mypreferences/d/categories/account":                       `Connected Microsoft accounts`,
	"/mypreferences/d/categories/sign-in-and-security":          `href="/mypreferences/d/change-password"`,
	"/mypreferences/d/categories/profile-visibility":            `href="/mypreferences/d/settings/lab-mentions"`,
	"/mypreferences/d/categories/privacy":                       `Social, economic, and workplace research`,
	"/mypreferences/d/categories/ads":                           `href="/mypreferences/d/interest-categories"`,
	"/mypreferences/d/categories/notifications":                 `Lab row notification`,
	"/login":                    `Lab: signed out`,
	"/uas/login":                `Lab: signed out`,
	"/authwall":                 `Lab: signed out`,
	"/checkpoint/challenge/any": `Lab: challenge`,
	"/feed/":                    `Lab: elsewhere`,
}

func TestEveryAddressIsServed(t *testing.T) {
	for _, skin := range []string{"ember", "react"} {
		b := browse(t, lab.Config{Skin: skin})
		for path, want := range addresses {
			t.Run(skin+" "+path, func(t *testing.T) {
				got := b.get(path)
				assert.Equal(t, http.StatusOK, got.status)
				assert.Contains(t, got.body, want)
				if phone, ok := strings.CutPrefix(path, "/mypreferences/d/"); ok {
					assert.Contains(t, b.get("/mypreferences/m/"+phone).body, want)
				}
			})
		}
	}
}

func TestEveryRowIsOnItsPageAndInItsCategory(t *testing.T) {
	for _, region := range []string{"us", "designated", "uk"} {
		b := browse(t, lab.Config{Region: region})
		lists := map[string]string{"": ""}
		for _, category := range lab.Categories {
			lists[category] = b.get("/mypreferences/d/categories/" + category).body
		}
		for _, row := range lab.Rows {
			t.Run(region+" "+row.ID, func(t *testing.T) {
				page := b.get(row.Path)
				listed := strings.Contains(lists[row.Category], `href="`+row.Path+`"`)
				if !row.Offered(region) {
					assert.Equal(t, "/mypreferences/d/categories/"+row.Category, page.header.Get("Location"))
					assert.False(t, listed)
					return
				}
				assert.Equal(t, http.StatusOK, page.status)
				assert.Equal(t, row.Category != "", listed)
				for _, key := range append([]string{row.Key}, row.Items...) {
					assert.Contains(t, page.body, key)
				}
			})
		}
	}
}

func TestInventionsAreNamedSo(t *testing.T) {
	for _, row := range lab.Rows {
		for _, item := range row.Items {
			assert.True(t, strings.HasPrefix(item, "lab"), item)
		}
		_, public := addresses[row.Path]
		last := row.Path[strings.LastIndex(strings.TrimSuffix(row.Path, "/"), "/")+1:]
		assert.True(t, public || row.Danger != "" || strings.HasPrefix(last, "lab-"), row.Path)
	}
}

func TestRedirects(t *testing.T) {
	cases := map[string]struct{ region, from, to string }{
		"root":                   {"us", "/mypreferences/d/", "/mypreferences/d/categories/account"},
		"root without slash":     {"us", "/mypreferences/d", "/mypreferences/d/categories/account"},
		"root on a phone":        {"us", "/mypreferences/m/", "/mypreferences/m/categories/account"},
		"unknown setting":        {"us", "/mypreferences/d/settings/no-such", "/mypreferences/d/categories/account"},
		"old address":            {"us", "/psettings/advertising", "/mypreferences/d/categories/account"},
		"partners in the EEA":    {"designated", "/mypreferences/d/settings/share-data-with-select-partners", "/mypreferences/d/categories/ads"},
		"partners in the UK":     {"uk", "/mypreferences/d/settings/share-data-with-select-partners", "/mypreferences/d/categories/ads"},
		"partners on a phone":    {"uk", "/mypreferences/m/settings/share-data-with-select-partners", "/mypreferences/m/categories/ads"},
		"demographics elsewhere": {"ca", "/mypreferences/d/demographic-info-copy", "/mypreferences/d/categories/account"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got := browse(t, lab.Config{Region: c.region}).get(c.from)
			assert.Equal(t, http.StatusFound, got.status)
			assert.Equal(t, c.to, got.header.Get("Location"))
		})
	}
}

func TestDangerousPagesAreServedAndToldOf(t *testing.T) {
	cases := map[string]string{"/jobs/application-settings/": "destructive", "/mypreferences/m/profile-viewing-options": "destructive"}
	for _, slug := range []string{"close-accounts", "hibernate-account", "change-password", "two-factor-authentication", "verifications", "unfollowed", "premium-manage-account"} {
		cases["/mypreferences/d/"+slug] = "deny-listed"
	}
	for path, kind := range cases {
		t.Run(path, func(t *testing.T) {
			b := browse(t, lab.Config{})
			assert.Equal(t, http.StatusOK, b.get(path).status)
			violations := b.site.State().Violations
			require.Len(t, violations, 1)
			assert.Equal(t, kind, violations[0].Kind)
			assert.Equal(t, path, violations[0].Detail)
		})
	}
}

func TestLanguages(t *testing.T) {
	const page = "/mypreferences/d/settings/data-for-ai-improvement"
	cases := map[string]struct{ title, toggle, state string }{
		"en":    {"Data for Generative AI Improvement", "Use my data for training content creation AI models", "On"},
		"de":    {"Daten zur Verbesserung generativer KI", "Ihre Daten zum Schulen von KI-Modellen verwenden, um Inhalte zu erstellen", "Ein"},
		"fr":    {"Données pour l’amélioration de l’IA générative", "Utiliser mes données pour entraîner des modèles d’IA de création de contenu", "On"},
		"nl":    {"Gegevens voor verbetering van generatieve AI", "Mijn gegevens gebruiken voor training van AI-modellen waarmee content wordt gemaakt", "On"},
		"pt-BR": {"Dados para aprimoramento da IA generativa", "Usar meus dados para treinar modelos de IA para criar conteúdos", "Ativado"},
		"pl":    {"Dane na potrzeby ulepszania generatywnej sztucznej inteligencji", "Użyj moich danych do trenowania modeli AI służących do tworzenia treści", "On"},
		"cs":    {"Data pro zdokonalování generativní umělé inteligence", "Použít moje data pro trénování modelů umělé inteligence k tvorbě obsahu", "On"},
		"ja":    {"生成AI改善のためのデータ", "コンテンツ作成AIモデルのトレーニングにデータを使用する", "On"},
		"it":    {"Dati per migliorare l’IA generativa", "Use my data for training content creation AI models", "Sì"},
		"xx":    {"Data for Generative AI Improvement", "Use my data for training content creation AI models", "On"},
	}
	for lang, c := range cases {
		t.Run(lang, func(t *testing.T) {
			b := browse(t, lab.Config{Lang: lang})
			body := b.get(page).body
			assert.Contains(t, body, `<html lang="`+lang+`">`)
			assert.Contains(t, body, ">"+c.title+"</h4>")
			assert.Contains(t, body, ">"+c.toggle+"</label>")
			list := b.get("/mypreferences/d/categories/privacy").body
			assert.Regexp(t, ">"+c.title+`</span> <span class="_rowState_\w+">`+c.state+"<", list)
		})
	}
}

func TestTextsAreEscaped(t *testing.T) {
	b := browse(t, lab.Config{Lang: `"><b>`, Account: lab.Account{Name: `"<i>`, Slug: "a b"}})
	body := b.get(agePage).body
	assert.NotContains(t, body, "<b>")
	assert.NotContains(t, body, "<i>")
	assert.Contains(t, body, `href="/in/a%20b/"`)
}

func TestPolicies(t *testing.T) {
	header := browse(t, lab.Config{}).get(agePage).header
	enforced, reported := header.Get("Content-Security-Policy"), header.Get("Content-Security-Policy-Report-Only")
	assert.Contains(t, enforced, "default-src 'self'; script-src 'self'; style-src 'self'")
	assert.NotContains(t, enforced, "eval")
	assert.NotContains(t, enforced, "report-uri")
	assert.Equal(t, enforced+"; report-uri /csp-report", reported)
}

func TestClassNamesAreHashedPerBuild(t *testing.T) {
	one := browse(t, lab.Config{Skin: "react", Build: "1"})
	two := browse(t, lab.Config{Skin: "react", Build: "2"})
	assert.NotEqual(t, one.get(agePage).body, two.get(agePage).body)
	assert.Equal(t, one.get(agePage).body, browse(t, lab.Config{Skin: "react", Build: "1"}).get(agePage).body)
	ember := browse(t, lab.Config{})
	assert.NotEqual(t, ember.get(agePage).body, ember.get(agePage).body, "Ember's ids change with every load")
	assert.Regexp(t, `<div class="_switch_\w+"><input type="checkbox" role="switch" id="ember\d+"`, ember.get(agePage).body)
	for _, asset := range []string{"app.js", "control.js", "save.js", "trace.js", "avatar.svg", "style.css?skin=ember&build=1"} {
		assert.Equal(t, http.StatusOK, ember.get("/lab/"+asset).status, asset)
	}
	assert.Equal(t, http.StatusNotFound, ember.get("/lab/layout.html").status)
}

func TestLogKnowsKinds(t *testing.T) {
	b := browse(t, lab.Config{Places: map[string]string{ageKey: "frame"}})
	b.get(agePage)
	b.get(agePage + "?lab-frame=1")
	_, err := b.do(t.Context(), http.MethodGet, agePage, "", map[string]string{"X-Lab-Fragment": "1"})
	require.NoError(t, err)
	b.get("/lab/app.js")
	b.get("/feed/")
	b.save(ageKey, `{"on":false}`)
	var kinds []string
	for i, line := range b.site.State().Log {
		assert.Equal(t, i+1, line.N)
		assert.Equal(t, http.StatusOK, line.Status)
		kinds = append(kinds, line.Kind)
	}
	assert.Equal(t, []string{"page", "frame", "fragment", "asset", "other", "save"}, kinds)
	assert.Equal(t, 2, b.site.State().Pages)
}
