package page

import "offswitch/internal/ascii"

// How long an address may be.
const (
	maxAddress  = 300 // bytes
	maxSegments = 12
)

// Address returns the one spelling of the path of a settings or category page, and false for any other text. A browser
// takes out tabs, resolves dots, turns backslashes round and decodes what is encoded before it asks for a page, so that
// what was compared would not be what is loaded. A text with anything of that kind is no address: what is one is loaded as
// it stands.
func Address(path string) (clean string, ok bool) {
	if len(path) > maxAddress || endsInSlash(path) && endsInSlash(path[:len(path)-1]) {
		return "", false
	}
	path = Canonical(path)
	rest, ok := ascii.CutPrefix(path, "/mypreferences/d/")
	segments := 2
	for more := true; ok && more; segments++ {
		var segment string
		segment, rest, more = ascii.Cut(rest, "/")
		ok = names(segment)
	}
	if !ok || segments > maxSegments {
		return "", false
	}
	return path, true
}

func endsInSlash(path string) bool { return path != "" && path[len(path)-1] == '/' }

// names reports whether a segment of a path is a name and stands for itself.
func names(segment string) bool {
	if segment == "" || segment == "." || segment == ".." {
		return false
	}
	for i := range len(segment) {
		switch c := segment[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '-', c == '_', c == '.':
		default:
			return false
		}
	}
	return true
}
