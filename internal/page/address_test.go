package page

import (
	"net/url"
	"path"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"pgregory.net/rapid"
)

func TestAddress(t *testing.T) {
	for given, want := range map[string]string{
		"/mypreferences/d/settings/ads-by-age":         "/mypreferences/d/settings/ads-by-age",
		"/mypreferences/d/settings/ads-by-age/":        "/mypreferences/d/settings/ads-by-age",
		"/mypreferences/m/settings/ads-by-age/":        "/mypreferences/d/settings/ads-by-age",
		"/mypreferences/d/member-cookies":              "/mypreferences/d/member-cookies",
		"/mypreferences/d/a/b_c/v1.2/...":              "/mypreferences/d/a/b_c/v1.2/...",
		"/mypreferences/d/a/b/c/d/e/f/g/h/i/j":         "/mypreferences/d/a/b/c/d/e/f/g/h/i/j",
		"/mypreferences/d/" + strings.Repeat("x", 283): "/mypreferences/d/" + strings.Repeat("x", 283),
	} {
		clean, ok := Address(given)
		assert.True(t, ok, given)
		assert.Equal(t, want, clean)
	}
	for _, given := range []string{
		"", "/", "x", "mypreferences/d/x", "//www.example.com/x", "@example.com/x", ".example.com/x",
		"/mypreferences/d", "/mypreferences/d/", "/mypreferences/m", "/mypreferences/x/y", "/mypreferences/page-not-found", "/feed/", "/m/logout", "/mypreferences/D/x",
		"/mypreferences/d//x", "/mypreferences/d/x//", "/mypreferences/d/./x", "/mypreferences/d/x/..", "/mypreferences/d/../../m/logout", "/mypreferences/d/.", "/mypreferences/d/../",
		"/mypreferences/d/x?redirect=y", "/mypreferences/d/x#top", "/mypreferences/d/x;v=1", "/mypreferences/d/%2e%2e/x", "/mypreferences/d/x%20y", "/mypreferences/d/x y",
		`/mypreferences/d/..\..\m\logout`, `/mypreferences/d\x`, "/mypreferences/d/close-acc\tounts", "/mypreferences/d/close-acc\nounts", "\t/mypreferences/d/x", "/mypreferences/d/x\r", "/mypreferences/d/x\x00",
		"/mypreferences/d/x\u202ey", "/mypreferences/d/é", "/mypreferences/d/x\xff", "https://www.linkedin.com/mypreferences/d/x", "/mypreferences/d/x:80", "/mypreferences/d/x@y",
		"/mypreferences/d/a/b/c/d/e/f/g/h/i/j/k", "/mypreferences/d/" + strings.Repeat("x", 284),
	} {
		clean, ok := Address(given)
		assert.False(t, ok, "%q", given)
		assert.Empty(t, clean)
	}
}

// asBrowsersRead returns the path that a browser asks for when it is told an address, and where. Go's parser is stricter
// than theirs in what it takes, and does not resolve by itself; the rest is as the URL Standard has it.
func asBrowsersRead(address string) (host, asked string) {
	address = strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(strings.Trim(address, " \x00"))
	u, err := url.Parse(strings.ReplaceAll(address, `\`, "/"))
	if err != nil {
		return "", ""
	}
	asked = path.Clean(u.EscapedPath())
	if u.RawQuery != "" || u.Fragment != "" || u.ForceQuery {
		asked += "?"
	}
	return u.Host, asked
}

// anyPath is nearly an address, often with something in it that a browser would read otherwise.
var anyPath = rapid.Custom(func(t *rapid.T) string {
	var b strings.Builder
	b.WriteString(rapid.SampledFrom([]string{"/mypreferences/d/", "/mypreferences/m/", "/mypreferences/d", "/", "", "@", "."}).Draw(t, "site"))
	for range rapid.IntRange(0, 5).Draw(t, "parts") {
		b.WriteString(rapid.SampledFrom([]string{
			"settings", "ads-by-age", "/", "/", "//", ".", "..", "/../", `\`, `\..\`, "%2e", "%2F", "%", "?", "#", ";", ":", "@", "\t", "\n", "\r", "\x00", " ", "\u202e", "é", "\xff", "A", "_", "9",
		}).Draw(t, "part"))
	}
	return b.String()
})

// plainPath is an address, so that the test sees some.
var plainPath = rapid.StringMatching(`/mypreferences/[dm](/[a-z]+(-[a-z]+)?){1,2}`)

func TestAddressIsWhatABrowserReads(t *testing.T) {
	found := 0
	rapid.Check(t, func(t *rapid.T) {
		if readsAsItStands(t, rapid.OneOf(anyPath, plainPath, rapid.String()).Draw(t, "path")) {
			found++
		}
	})
	assert.Positive(t, found, "the test sees addresses at all")
}

func readsAsItStands(t assert.TestingT, given string) bool {
	clean, ok := Address(given)
	if !ok {
		assert.Empty(t, clean)
		return false
	}
	host, asked := asBrowsersRead(Origin + clean)
	assert.Equal(t, []string{"www.linkedin.com", clean}, []string{host, asked}, "%q", given)
	assert.Contains(t, []Kind{Setting, Category}, KindOf(clean), "%q", given)
	assert.True(t, Same(given, clean))
	again, ok := Address(clean)
	assert.True(t, ok && again == clean, "%q", given)
	return true
}

func FuzzAddress(f *testing.F) {
	for _, path := range []string{"/mypreferences/d/settings/x", "/mypreferences/m/x/", "/mypreferences/d/../../m/logout", `/mypreferences/d/..\x`, "/mypreferences/d/a\tb", "/mypreferences/d/%2e%2e"} {
		f.Add(path)
	}
	f.Fuzz(func(t *testing.T, path string) { readsAsItStands(t, path) })
}

func TestSignInsInEverySpelling(t *testing.T) {
	for kind, paths := range map[Kind][]string{
		SignIn:    {"/login", "/m/login", "/uas/login", "/uas/authenticate", "/authwall", "/signup", "/checkpoint/lg", "/checkpoint/rm"},
		Challenge: {"/checkpoint", "/checkpoint/challenge", "/checkpoint/lgx"},
	} {
		for _, path := range paths {
			for _, tail := range []string{"", "/", "//", "/de", "/sign-in-another-account", "/x/y/"} {
				assert.Equal(t, kind, KindOf(path+tail), path+tail)
				assert.Equal(t, kind, KindOf(strings.ToUpper(path+tail)), path+tail)
			}
		}
	}
	assert.Equal(t, SignIn, KindOf("/"))
	for _, path := range []string{"/loginhelp", "/m/loginx", "/uas", "/uas/logout", "/authwalls", "/signup-now", "/m", "/checkpoints", "/in/login", "/mypreferences/d/login", "/mypreferences/D/x"} {
		assert.NotContains(t, []Kind{SignIn, Challenge}, KindOf(path), path)
	}
}
