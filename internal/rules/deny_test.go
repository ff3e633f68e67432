package rules_test

import (
	"fmt"
	"net/url"
	"path"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"offswitch/internal/page"
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
		"/mypreferences/d/hiber\tnate-account",
		"/mypreferences/d/application\r-\nsettings",
		"/mypreferences/d/close-\r\naccounts",
		"/mypreferences/d/close%0a-accounts",
	} {
		assert.True(t, rules.Denied(path), path)
	}
}

// What public sources say that nobody should open by a program, and what LinkedIn might call such pages otherwise.
func TestKindsOfPagesAreDenied(t *testing.T) {
	for _, name := range []string{
		"close-accounts", "hibernate-account", "change-password", "two-factor-authentication", "two-factor-authentication/enroll", "verifications",
		"unfollowed", "premium-manage-account", "passkey", "user-sessions", "remember-me", "manage-email-addresses", "manage-phone-numbers",
		"manage-by-blocked-list", "search-history", "settings/followed",

		"close-account", "close-accounts-confirm", "account-closure", "delete-account", "settings/account_deletion", "deactivate", "hibernate-accounts",
		"merge-accounts", "merge-account", "passkeys", "settings/password", "reset-password-now", "two-step-verification", "settings/two.step", "sessions",
		"active-sessions", "verify-identity", "my-verifications", "settings/blocked", "settings/blocking", "block-list", "unblock-somebody", "unfollow",
		"settings/unfollowed-pages", "remember-me-on-this-device", "manage-email", "manage-phone", "clear-search-history", "premium", "purchase-history",
		"payment-methods", "subscriptions", "logout", "m/logout", "sign-out", "signout-everywhere", "Settings/Delete-Account", "SETTINGS/PREMIUM",
	} {
		for _, path := range []string{"/mypreferences/d/" + name, "/mypreferences/m/" + name + "/", "/psettings/" + name + "?x"} {
			assert.True(t, rules.Denied(path), path)
			_, ok := rules.Address(path)
			assert.False(t, ok, path)
		}
	}
}

func TestAWordIsDeniedAsAWholeOnly(t *testing.T) {
	for _, name := range []string{
		"data-for-ai-improvement", "disclosed-name", "closeness", "deleted", "unblocked-x", "blockchain", "passwordless", "verified-badge", "sessional", "emerge",
		"premiums", "two-factories", "factor-two", "email-manage", "remembering-me", "history-search", "ads-companies-followed", "followed-topics", "payroll", "logouts",
	} {
		clean, ok := rules.SettingAddress("/mypreferences/d/settings/" + name)
		assert.True(t, ok, name)
		assert.Equal(t, "/mypreferences/d/settings/"+name, clean)
	}
	assert.False(t, rules.Denied("/"), "no word is empty")
	for _, words := range rules.DeniedWords() {
		assert.Regexp(t, `^[a-z0-9]+( [a-z]+)?$`, words)
	}
}

// settingsPages are the pages of settings that public sources know, beside those of the table.
var settingsPages = []string{
	"settings/ads-education", "settings/ads-job-information", "settings/ads-employer", "settings/ads-companies-followed", "settings/research-invitations",
	"settings/read-receipts", "settings/suggest-replies", "job-seeker/share-profile-with-job-applications", "data-sharing-for-permitted-services",
	"settings/page-visit-visibility", "settings/connections-visibility", "settings/email-address-visibility", "settings/follower-insight-visibility",
	"settings/organization-and-interests", "settings/manage-my-active-status", "settings/notify-me-when-mentioned", "demographic-info",
	"settings/ads-personalization", "settings/use-linkedin-data-in-microsoft-word", "job-seeker/signal-recruiter-for-job-alerts",
	"settings/notify-network-about-my-mentions", "last-name-visibility",
}

func TestNoPageThatIsNeededIsDenied(t *testing.T) {
	for _, name := range settingsPages {
		clean, ok := rules.SettingAddress("/mypreferences/d/" + name)
		assert.True(t, ok, name)
		assert.Equal(t, "/mypreferences/d/"+name, clean)
	}
	openable := 0
	for _, s := range rules.Table() {
		clean, ok := rules.SettingAddress(s.Page)
		switch {
		case s.Act == rules.Never:
			assert.False(t, ok, s.ID)
		case strings.HasPrefix(s.Page, "/mypreferences/"):
			assert.True(t, ok && s.Openable(), s.ID)
			assert.Equal(t, s.Page, clean, s.ID)
			openable++
		}
		if list := rules.CategoryPage(s.Category); list != "" {
			clean, ok := rules.Address(list)
			assert.True(t, ok && clean == list, list)
			_, ok = rules.SettingAddress(list)
			assert.False(t, ok, list)
		}
	}
	assert.Greater(t, openable, 20)
}

// What is an address is asked for as it stands, and is not denied however a server might read it.
func TestAddressIsNeverDenied(t *testing.T) {
	found := 0
	rapid.Check(t, func(t *rapid.T) {
		b := rapid.SampledFrom([]string{"/mypreferences/d", "/mypreferences/m"}).Draw(t, "site")
		for range rapid.IntRange(1, 3).Draw(t, "segments") {
			b += "/" + rapid.OneOf(rapid.SampledFrom(rules.DenyList()), rapid.SampledFrom(settingsPages), rapid.StringMatching(`[a-z%\\.-]{1,6}`)).Draw(t, "name")
			b += rapid.SampledFrom([]string{"", "", "-x", "\t", "%2e", "/.."}).Draw(t, "tail")
		}
		clean, ok := rules.Address(b)
		if !ok {
			return
		}
		found++
		u, err := url.Parse(page.Origin + clean)
		require.NoError(t, err)
		assert.Equal(t, clean, path.Clean(u.EscapedPath()))
		assert.Equal(t, "www.linkedin.com", u.Host)
		assert.False(t, rules.Denied(clean) || rules.Denied(u.String()) || rules.Denied(u.Path))
	})
	assert.Positive(t, found)
}

func TestNotDenied(t *testing.T) {
	for _, path := range []string{
		"", "/", "%", "%zz", "/mypreferences/d/", "/mypreferences/d/100%", "/mypreferences/d/categories/account",
		"/jobs/", "/mypreferences/d/settings/ads%2Dlocation",
	} {
		assert.False(t, rules.Denied(path), path)
	}
	denied := map[string]bool{}
	for _, s := range rules.Table() {
		if s.Act == rules.Never {
			denied[s.Page] = true
		}
	}
	for _, s := range rules.Table() {
		assert.Equal(t, denied[s.Page], rules.Denied(s.Page), "%s: only what shares a page with something destructive is denied with it", s.ID)
	}
}

func TestDeniedNamesInEverySpelling(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.OneOf(rapid.SampledFrom(rules.DenyList()), rapid.Map(rapid.SampledFrom(rules.DeniedWords()), func(words string) string {
			return "my-" + strings.ReplaceAll(words, " ", "_") + "-page"
		})).Draw(t, "name")
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
