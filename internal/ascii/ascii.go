// Package ascii has the few functions of packages strings and strconv that the
// engine needs.
//
// The engine does not import strings or bytes, because with them come package
// unicode's tables and their initialisation: 24 KB of a module that every cold
// start has to load. The functions work on bytes and are exact for any text.
package ascii

// HasPrefix reports whether s begins with prefix.
func HasPrefix(s, prefix string) bool {
	return len(s) >= len(prefix) && s[:len(prefix)] == prefix
}

// CutPrefix returns s without prefix, and whether it began with it.
func CutPrefix(s, prefix string) (rest string, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// Index returns where sep first stands in s, and -1 where it does not.
func Index(s, sep string) int {
	for i := 0; i+len(sep) <= len(s); i++ {
		if s[i:i+len(sep)] == sep {
			return i
		}
	}
	return -1
}

// Contains reports whether sep stands in s.
func Contains(s, sep string) bool { return Index(s, sep) >= 0 }

// Cut returns what stands before and after the first sep in s, and all of s and
// nothing where there is none.
func Cut(s, sep string) (before, after string, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// Join is the parts with sep between two.
func Join(parts []string, sep string) string {
	all := ""
	for i, part := range parts {
		if i > 0 {
			all += sep
		}
		all += part
	}
	return all
}

// Words returns the parts of s between single blanks.
func Words(s string) []string {
	var words []string
	for found := s != ""; found; {
		var word string
		word, s, found = Cut(s, " ")
		words = append(words, word)
	}
	return words
}

// Itoa writes a whole number in decimal digits.
func Itoa(n int) string { return string(AppendInt(nil, int64(n))) }

// AppendInt appends a whole number in decimal digits.
func AppendInt(b []byte, n int64) []byte {
	if n < 0 {
		return appendDigits(append(b, '-'), -uint64(n))
	}
	return appendDigits(b, uint64(n))
}

func appendDigits(b []byte, n uint64) []byte {
	if n >= 10 {
		b = appendDigits(b, n/10)
	}
	return append(b, byte('0'+n%10))
}
