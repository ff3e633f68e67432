package rules

import (
	"offswitch/internal/ascii"
	"offswitch/internal/page"
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
	"followed",
	"premium-manage-account",
	"profile-viewing-options",
	"application-settings",
	"passkey",
	"user-sessions",
	"remember-me",
	"manage-email-addresses",
	"manage-phone-numbers",
	"manage-by-blocked-list",
	"search-history",
}

// deniedWords tell the kinds of such pages: LinkedIn may give one another name, or add one. A word of a page's name counts
// as a whole; where there are two, they follow each other. What is denied too much costs one switch that nobody can turn
// off with a rule of their own; what is denied too little can cost an account.
var deniedWords = []string{
	"close", "closing", "closure", "delete", "deleting", "deletion", "erase", "deactivate", "deactivation", "hibernate", "hibernation",
	"merge", "merging", "password", "passwords", "passkey", "passkeys", "two factor", "two step", "multi factor", "2fa", "mfa",
	"session", "sessions", "remember me", "trusted devices", "verify", "verification", "verifications",
	"block", "blocked", "blocking", "blocklist", "unblock", "unfollow", "unfollowed", "unfollowing",
	"manage email", "manage emails", "manage phone", "manage phones", "search history",
	"premium", "pay", "payment", "payments", "billing", "purchase", "purchases", "subscribe", "subscription", "subscriptions",
	"logout", "log out", "logoff", "signout", "sign out", "signoff",
}

// DenyList returns the page names that Denied refuses whatever they mean. It is shared: nothing in
// it may be changed.
func DenyList() []string { return denied }

// DeniedWords returns the words that no page's name may hold. It is shared likewise.
func DeniedWords() []string { return deniedWords }

// Address returns the one spelling of the path of a page that may be opened, and false for any other text. Every path that
// may lead to a page, a rule or a link goes through it.
func Address(path string) (clean string, ok bool) {
	clean, ok = page.Address(path)
	if !ok || Denied(clean) {
		return "", false
	}
	return clean, true
}

// SettingAddress is Address for pages of settings alone.
func SettingAddress(path string) (clean string, ok bool) {
	clean, ok = Address(path)
	if !ok || page.KindOf(clean) != page.Setting {
		return "", false
	}
	return clean, true
}

// Denied reports whether an address or path is on the deny-list or of a kind that is denied, however it is
// written: with a host, a query, a trailing slash, a sub-path, capitals, doubled
// slashes, percent signs or line breaks. What is encoded too deep to be read is denied.
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
	if deniedIn(path) {
		return true
	}
	unbroken := withoutBreaks(path)
	return len(unbroken) < len(path) && deniedIn(unbroken)
}

// deniedIn reports whether a part of a path is denied.
func deniedIn(path string) bool {
	start := 0
	for i := 0; i <= len(path); i++ {
		if i < len(path) && !separates(path[i]) {
			continue
		}
		if deniedName(path[start:i]) {
			return true
		}
		start = i + 1
	}
	return false
}

// deniedName reports whether a page's name is denied, or one of its words.
func deniedName(name string) bool {
	for _, d := range denied {
		if equalASCII(name, d) {
			return true
		}
	}
	for start := 0; start < len(name); start++ {
		if start > 0 && !parts(name[start-1]) {
			continue
		}
		for _, words := range deniedWords {
			if begins(name[start:], words) {
				return true
			}
		}
	}
	return false
}

// parts reports whether a character stands between two words of a page's name.
func parts(c byte) bool { return c == '-' || c == '_' || c == '.' || c == '+' || c == ',' }

// begins reports whether a name begins with words of the deny-list, whatever stands between them, and ends with them or goes
// on with another word. It looks at most names' first letter alone: every page that the engine thinks of is asked about.
func begins(name, words string) bool {
	if len(name) < len(words) {
		return false
	}
	for i := range len(words) {
		c := name[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != words[i] && (words[i] != ' ' || !parts(c)) {
			return false
		}
	}
	return len(name) == len(words) || parts(name[len(words)])
}

// withoutBreaks returns a path without what browsers take out of an address before they read it.
func withoutBreaks(path string) string {
	b := make([]byte, 0, len(path))
	for i := range len(path) {
		if c := path[i]; c != '\t' && c != '\n' && c != '\r' {
			b = append(b, c)
		}
	}
	return string(b)
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
	clean, ok := SettingAddress(s.Page)
	return s.Act != Never && ok && clean == s.Page
}
