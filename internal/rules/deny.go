package rules

import (
	"offswitch/internal/ascii"
)

// denied are page names that a run never opens, touches or learns from, at any
// depth and in every variant of the settings site: pages that close, lock or
// pay for an account, and pages where turning a setting destroys something.
var denied = []string{
	"close-accounts",
	"hibernate-account",
	"change-password",
	"two-factor-authentication",
	"verifications",
	"unfollowed",
	"premium-manage-account",
	"profile-viewing-options",
	"application-settings",
}

// DenyList returns the page names that Denied refuses. It is shared: nothing in
// it may be changed.
func DenyList() []string { return denied }

// Denied reports whether an address or path is on the deny-list, however it is
// written: with a host, a query, a trailing slash, a sub-path, capitals, doubled
// slashes or percent signs. What is encoded too deep to be read is denied.
func Denied(path string) bool {
	const depth = 4
	for range depth {
		next, changed := decode(path)
		if !changed {
			break
		}
		path = next
	}
	if _, more := decode(path); more {
		return true
	}
	start := 0
	for i := 0; i <= len(path); i++ {
		if i < len(path) && !separates(path[i]) {
			continue
		}
		for _, name := range denied {
			if equalASCII(path[start:i], name) {
				return true
			}
		}
		start = i + 1
	}
	return false
}

// separates also cuts at what begins a query or fragment, at what separates path
// parameters and at white space, so that a denied name is found wherever a
// server might read it.
func separates(c byte) bool {
	switch c {
	case '/', '\\', '?', '#', ';', '&', '=':
		return true
	}
	return c <= ' '
}

// decode undoes one layer of percent-encoding, and says whether there was one.
func decode(s string) (string, bool) {
	if !ascii.Contains(s, "%") {
		return s, false
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+2 < len(s) && hex(s[i+1]) >= 0 && hex(s[i+2]) >= 0 {
			b = append(b, byte(hex(s[i+1])<<4|hex(s[i+2])))
			i += 2
			continue
		}
		b = append(b, s[i])
	}
	return string(b), len(b) != len(s)
}

func hex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

func equalASCII(s, lower string) bool {
	if len(s) != len(lower) {
		return false
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != lower[i] {
			return false
		}
	}
	return true
}

// settingsSite is the part of LinkedIn that the extension works on.
const settingsSite = "/mypreferences/"

// Openable reports whether a run may open the setting's page by itself: there
// is an address, it lies in the settings site, and neither the deny-list nor
// the row forbids it.
func (s Setting) Openable() bool {
	return s.Act != Never && ascii.HasPrefix(s.Page, settingsSite) && !Denied(s.Page)
}
