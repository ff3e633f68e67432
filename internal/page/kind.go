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
	Elsewhere Kind = "elsewhere"
)

// KindOf tells the kind of page from its path, by the addresses in LinkedIn's
// settings that are known from public sources. A path it does not know is elsewhere.
func KindOf(path string) Kind {
	p := Canonical(path)
	switch {
	case under(p, "/login") || under(p, "/uas/login") || under(p, "/authwall"):
		return SignIn
	case under(p, "/checkpoint"):
		return Challenge
	case p == "/mypreferences/d" || under(p, "/mypreferences/d/categories"):
		return Category
	case under(p, "/mypreferences/d"):
		return Setting
	}
	return Elsewhere
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
