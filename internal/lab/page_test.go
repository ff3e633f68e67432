package lab_test

import (
	"cmp"
	"crypto/sha256"
	"crypto/tls"
	"encoding/base64"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/lab"
	"offswitch/internal/regions"
	"offswitch/internal/rules"
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

// addresses are the public ones that are offered in the United States, each with what its page must hold: those of the rule
// table, and those beside it.
func addresses() map[string][]string {
	all := map[string][]string{
		"/mypreferences/d/download-my-data":                {`class="settings-iframe--frame"`},
		"/mypreferences/d/categories/account":              {`Connected Microsoft accounts`},
		"/mypreferences/d/categories/sign-in-and-security": {`href="/mypreferences/d/change-password"`},
		"/mypreferences/d/categories/profile-visibility":   {`href="/mypreferences/d/settings/notify-me-when-mentioned"`},
		"/mypreferences/d/categories/privacy":              {`Social, economic, and workplace research`},
		"/mypreferences/d/categories/ads":                  {`href="/mypreferences/d/interest-categories"`},
		"/mypreferences/d/categories/notifications":        {`Lab row notification`},
		"/login":                    {`Lab: signed out`},
		"/uas/login":                {`Lab: signed out`},
		"/authwall":                 {`Lab: signed out`},
		"/checkpoint/challenge/any": {`Lab: challenge`},
		"/checkpoint/lg/any":        {`Lab: signed out`},
		"/feed/":                    {`Lab: elsewhere`},
	}
	for _, s := range rules.Table() {
		if _, offered := rules.Offered(s, regions.US, regions.DateOf(time.Now().UnixMilli())); s.Page == "" || !offered {
			continue
		}
		heading := "<h1>" + cmp.Or(english(s).Heading, s.Title) + "</h1>"
		holds := map[rules.Match]string{
			rules.LabelledBy: `aria-labelledby="` + s.Key + `"`, rules.ElementID: `id="` + s.Key + `"`, rules.RadioID: `id="` + s.Key + `__`,
			rules.NoKey: heading, rules.Sole: english(s).Toggle,
		}
		all[s.Page] = append(all[s.Page], holds[s.Match])
	}
	return all
}

func TestEveryAddressIsServed(t *testing.T) {
	for _, skin := range []string{"ember", "react"} {
		b := browse(t, lab.Config{Skin: skin})
		for path, wants := range addresses() {
			t.Run(skin+" "+path, func(t *testing.T) {
				got := b.get(path)
				assert.Equal(t, http.StatusOK, got.status)
				for _, want := range wants {
					assert.Contains(t, got.body, want)
					if phone, ok := strings.CutPrefix(path, "/mypreferences/d/"); ok {
						assert.Contains(t, b.get("/mypreferences/m/"+phone).body, want)
					}
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
				unlisted := region == "us" && row.ID == "non-essential-cookies"
				assert.Equal(t, row.Category != "" && !unlisted, listed)
				for _, key := range append([]string{row.Key}, row.Items...) {
					assert.Contains(t, page.body, key)
				}
			})
		}
	}
}

// A key or an address that the rule table does not have is the lab's invention, and called so.
func TestInventionsAreNamedSo(t *testing.T) {
	for _, row := range lab.Rows {
		s, known := rules.Find(row.ID)
		for _, key := range append([]string{row.Key}, row.Items...) {
			assert.True(t, key == "" || key == s.Key || strings.HasPrefix(key, "lab"), key)
		}
		last := row.Path[strings.LastIndex(strings.TrimSuffix(row.Path, "/"), "/")+1:]
		switch {
		case s.Page != "":
			assert.Equal(t, s.Page, row.Path)
		case known:
			assert.Equal(t, "lab-"+row.ID, last)
		default:
			assert.True(t, row.Danger != "" || row.ID == "download-my-data" || strings.HasPrefix(last, "lab-"), row.Path)
		}
	}
}

func TestRowsHaveTheFactsOfTheTable(t *testing.T) {
	rows := map[string]lab.Row{}
	for _, row := range lab.Rows {
		rows[row.ID] = row
	}
	for _, s := range rules.Table() {
		row, ok := rows[s.ID]
		require.True(t, ok, s.ID)
		if s.Key != "" {
			assert.Equal(t, s.Key, row.Key)
		}
		assert.Equal(t, rules.CategoryPage(s.Category) != "" && s.ID != "objection-form", row.Category != "", s.ID)
		for _, region := range regions.All() {
			_, offered := rules.Offered(s, region.ID, regions.DateOf(time.Now().UnixMilli()))
			assert.Equal(t, offered, row.Offered(string(region.ID)), "%s in %s", s.ID, region.ID)
		}
	}
}

// english is what LinkedIn's own English interface shows for a setting, empty where that is not known.
func english(s rules.Setting) rules.Label {
	for _, l := range s.Labels {
		if l.Lang == "en" {
			return l
		}
	}
	return rules.Label{}
}

func TestRowsHaveTheWordsOfTheTable(t *testing.T) {
	for _, row := range lab.Rows {
		s, known := rules.Find(row.ID)
		if !known {
			continue
		}
		l := english(s)
		assert.Equal(t, l.Heading, row.Heading, row.ID)
		switch words := strings.Split(l.Toggle, " | "); {
		case len(words) > 1:
			assert.ElementsMatch(t, words, row.Words, row.ID)
		case l.Toggle != "":
			assert.Equal(t, l.Toggle, row.Toggle)
		case row.Control != lab.Form:
			assert.Equal(t, row.Title, row.Toggle)
			for _, word := range row.Words {
				assert.Regexp(t, "^Lab ", word, row.ID)
			}
		}
		if row.Control == lab.List {
			assert.Len(t, row.Items, len(row.Words), row.ID)
		}
		if row.Control == lab.Radio {
			assert.Len(t, row.Values, len(row.Words), row.ID)
		}
	}
}

// A page of several settings has the controls of all of them.
func TestSettingsThatShareAPage(t *testing.T) {
	for _, skin := range []string{"ember", "react"} {
		b := browse(t, lab.Config{Skin: skin})
		body := b.get("/mypreferences/d/settings/email-address-visibility").body
		assert.Contains(t, body, "<h1>Email visibility</h1>")
		assert.Equal(t, 4, strings.Count(body, `type="radio"`))
		assert.Equal(t, 1, strings.Count(body, `role="switch"`))
		assert.Contains(t, body, `aria-labelledby="labEmailExport"`)

		body = b.get("/jobs/application-settings/").body
		assert.Equal(t, 3, strings.Count(body, `role="switch"`))
		for _, key := range []string{"labResumeData", "labShareResume", "labSaveSelfId"} {
			assert.Contains(t, body, `aria-labelledby="`+key+`"`)
		}
	}
}

func TestListsHaveTheirBoxes(t *testing.T) {
	b := browse(t, lab.Config{})
	body := b.get("/mypreferences/d/settings/ads-education").body
	for i, label := range []string{"Schools", "Field of study", "Degrees", "Skills", "Last graduation year"} {
		assert.Contains(t, body, fmt.Sprintf(`<label for="labAdsEducationSkillsItem%d">%s</label>`, i+1, label))
	}
	assert.NotContains(t, body, `role="switch"`)
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
		"activity in the US":     {"us", "/mypreferences/d/settings/linked-in-activity-data", "/mypreferences/d/categories/ads"},
		"demographics elsewhere": {"ca", "/mypreferences/d/demographic-info", "/mypreferences/d/categories/account"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got := browse(t, lab.Config{Region: c.region}).get(c.from)
			assert.Equal(t, http.StatusFound, got.status)
			assert.Equal(t, c.to, got.header.Get("Location"))
		})
	}
}

func TestDangerousPagesAreServedAndReported(t *testing.T) {
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

// A page has the wording of the rule table in its language, and English where there is none.
func TestLanguages(t *testing.T) {
	const page = "/mypreferences/d/settings/data-for-ai-improvement"
	s, ok := rules.Find("ai-training")
	require.True(t, ok)
	english := s.Labels[0]
	require.Equal(t, "en", english.Lang)
	wordings := map[string]rules.Label{"xx": {}}
	for _, l := range s.Labels {
		wordings[l.Lang] = l
	}
	require.Empty(t, wordings["it"].Toggle, "a title can be known without its label")
	on := map[string]string{"de": "Ein", "pt-BR": "Ativado", "it": "Sì", "fr": "Lab on fr", "es": "Lab on es", "nl": "Lab on nl", "pl": "Lab on pl", "ja": "Lab on ja", "ar": "Lab on ar"}
	for lang, want := range wordings {
		t.Run(lang, func(t *testing.T) {
			title, toggle, state := cmp.Or(want.Title, english.Title), cmp.Or(want.Toggle, english.Toggle), cmp.Or(on[lang], "On")
			b := browse(t, lab.Config{Lang: lang})
			body := b.get(page).body
			assert.Contains(t, body, `<html lang="`+lang+`">`)
			assert.Contains(t, body, ">"+title+"</h4>")
			assert.Contains(t, body, ">"+toggle+"</label>")
			list := b.get("/mypreferences/d/categories/privacy").body
			assert.Regexp(t, ">"+title+`</span> <span class="_rowState_\w+">`+state+"<", list)
		})
	}
	assert.Contains(t, browse(t, lab.Config{Lang: "ja"}).get(page).body, "生成AI改善のためのデータ", "also what was translated by somebody else")
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
	for _, asset := range []string{"app.js", "control.js", "save.js", "dialog.js", "worker.js", "early.js", "trace.js", "avatar.svg", "style.css?skin=ember&build=1"} {
		got := ember.get("/lab/" + asset)
		assert.Equal(t, []any{http.StatusOK, "max-age=86400, immutable"}, []any{got.status, got.header.Get("Cache-Control")}, asset)
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
