package page

import "offswitch/internal/ascii"

// Origin is the only origin whose pages are opened or read.
const Origin = "https://www.linkedin.com"

// Kind is what sort of page an address belongs to.
type Kind string

// The kinds of page.
const (
	Setting   Kind = "setting"
	Category  Kind = "category"
	SignIn    Kind = "sign-in"
	Challenge Kind = "challenge"
	Missing   Kind = "missing" // where LinkedIn leads for an address that it does not know
	Elsewhere Kind = "elsewhere"
)

// signIns are the addresses where LinkedIn asks who is there, with all that lies under them. Those under /checkpoint are
// sign-ins that went wrong or were asked for again, and no security checks.
var signIns = []string{
	"/login", "/m/login", "/uas/login", "/uas/authenticate", "/authwall", "/signup", "/checkpoint/lg", "/checkpoint/rm",
}

// KindOf tells the kind of page from its path, by the addresses in LinkedIn's
// settings that are known from public sources. A path it does not know is elsewhere.
func KindOf(path string) Kind {
	p := Canonical(path)
	if kind := guards(lower(p)); kind != Elsewhere {
		return kind
	}
	switch {
	case p == "/mypreferences/page-not-found":
		return Missing
	case p == "/mypreferences/d" || under(p, "/mypreferences/d/categories"):
		return Category
	case under(p, "/mypreferences/d"):
		return Setting
	}
	return Elsewhere
}

// guards tells the pages that LinkedIn puts before others. A run stops there, so they are known in any spelling.
func guards(p string) Kind {
	if p == "/" {
		return SignIn
	}
	for _, dir := range signIns {
		if under(p, dir) {
			return SignIn
		}
	}
	if under(p, "/checkpoint") {
		return Challenge
	}
	return Elsewhere
}

// lower returns a text with small letters for ASCII's capitals.
func lower(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
	return string(b)
}

// Canonical returns the one spelling of a settings path: without a trailing
// slash, and with the phone's /mypreferences/m/ written as /mypreferences/d/.
func Canonical(path string) string {
	for len(path) > 1 && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	if path == "/mypreferences/m" || ascii.HasPrefix(path, "/mypreferences/m/") {
		return "/mypreferences/d" + path[len("/mypreferences/m"):]
	}
	return path
}

// Same reports whether two paths are the same settings page.
func Same(a, b string) bool { return Canonical(a) == Canonical(b) }

// PathOf returns the path of an address on LinkedIn, and false for any other address.
func PathOf(address string) (string, bool) {
	rest, ok := ascii.CutPrefix(address, Origin)
	if !ok || (rest != "" && rest[0] != '/' && rest[0] != '?' && rest[0] != '#') {
		return "", false
	}
	rest, _, _ = ascii.Cut(rest, "?")
	rest, _, _ = ascii.Cut(rest, "#")
	if rest == "" {
		rest = "/"
	}
	return rest, true
}

func under(path, dir string) bool { return path == dir || ascii.HasPrefix(path, dir+"/") }
