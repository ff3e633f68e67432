package rules_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"

	"offswitch/internal/rules"
)

func TestDenied(t *testing.T) {
	for _, path := range []string{
		"/mypreferences/d/close-accounts",
		"/mypreferences/d/hibernate-account",
		"/mypreferences/d/change-password",
		"/mypreferences/d/two-factor-authentication",
		"/mypreferences/d/verifications",
		"/mypreferences/d/unfollowed",
		"/mypreferences/d/premium-manage-account",
		"/mypreferences/d/profile-viewing-options",
		"/mypreferences/m/close-accounts",
		"/mypreferences/m/profile-viewing-options/",
		"/mypreferences/d/close-accounts/",
		"/mypreferences/d/close-accounts/confirm",
		"/mypreferences/d/settings/close-accounts",
		"/mypreferences//d//close-accounts",
		"/mypreferences/d/../d/close-accounts",
		"/MyPreferences/D/Close-Accounts",
		"/mypreferences/d/close%2Daccounts",
		"/mypreferences/d/close%252daccounts",
		"/mypreferences/d%2Fclose-accounts",
		"/mypreferences/d/close-accounts?li_theme=dark",
		"/mypreferences/d/close-accounts#top",
		"/mypreferences/d/close-accounts;v=1",
		"https://www.linkedin.com/mypreferences/d/close-accounts",
		"/uas/login?session_redirect=%2Fmypreferences%2Fd%2Fclose-accounts",
		`\mypreferences\d\close-accounts`,
		" /mypreferences/d/close-accounts ",
		"/jobs/application-settings",
		"/jobs/application-settings/",
		"/jobs/application-settings/resumes",
		"/mypreferences/d/%25252525252525252541",
	} {
		assert.True(t, rules.Denied(path), path)
	}
}

func TestNotDenied(t *testing.T) {
	for _, path := range []string{
		"", "/", "%", "%zz", "/mypreferences/d/", "/mypreferences/d/100%", "/mypreferences/d/categories/account",
		"/mypreferences/d/settings/unfollowed-pages", "/mypreferences/d/my-verifications", "/jobs/", "/mypreferences/d/settings/ads%2Dlocation",
	} {
		assert.False(t, rules.Denied(path), path)
	}
	for _, s := range rules.Table() {
		if s.Act != rules.Never {
			assert.False(t, rules.Denied(s.Page), s.Page)
		}
	}
}

func TestDeniedNamesInEverySpelling(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom(rules.DenyList()).Draw(t, "name")
		site := rapid.SampledFrom([]string{"/mypreferences/d", "/mypreferences/m", "/mypreferences/d/settings", "/psettings", "/jobs", ""}).Draw(t, "site")
		tail := rapid.SampledFrom([]string{"", "/", "//", "/x", "/settings/ads-location", "?a=b", "#c", "%2F"}).Draw(t, "tail")
		var b strings.Builder
		for i := range len(name) {
			switch rapid.IntRange(0, 5).Draw(t, "how") {
			case 0:
				b.WriteString(strings.ToUpper(name[i : i+1]))
			case 1:
				fmt.Fprintf(&b, "%%%02x", name[i])
			case 2:
				fmt.Fprintf(&b, "%%25%02X", name[i])
			default:
				b.WriteByte(name[i])
			}
		}
		assert.True(t, rules.Denied(site+"/"+b.String()+tail))
	})
}

func TestDeniedAcceptsAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rules.Denied(rapid.OneOf(rapid.String(), rapid.StringMatching(`[%0-9a-fA-F/]{0,60}`)).Draw(t, "path"))
	})
	// Each layer takes one more pass: the number of passes must not grow with the text.
	assert.True(t, rules.Denied("/"+"%"+strings.Repeat("25", 100_000)+"41"))
}

func FuzzDenied(f *testing.F) {
	f.Add("/mypreferences/d/close-accounts")
	f.Add("/%6d%79preferences/d/%25")
	f.Fuzz(func(t *testing.T, path string) {
		assert.True(t, rules.Denied(path+"/close-accounts"), "%q", path)
		assert.True(t, rules.Denied("/close-accounts/"+path), "%q", path)
	})
}
