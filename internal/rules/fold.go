package rules

import (
	"unicode/utf8"
)

// Fold writes a label so that two renderings of the same words are equal: case,
// runs of white space, typographic quotes and dashes, and characters nobody can
// see make no difference. The text is expected in Unicode's form NFC; nothing
// is composed or decomposed here. Folding twice is folding once.
//
// Case is folded for the Latin, Greek and Cyrillic letters of LinkedIn's
// languages by the rules of their blocks, because Unicode's own tables would
// cost the engine more than this file.
func Fold(s string) string {
	b := make([]byte, 0, len(s))
	space := false
	for _, r := range s {
		switch {
		case isSpace(r):
			space = len(b) > 0
			continue
		case isInvisible(r):
			continue
		}
		if space {
			b = append(b, ' ')
			space = false
		}
		b = utf8.AppendRune(b, lower(mark(r)))
	}
	return string(b)
}

func isSpace(r rune) bool {
	switch {
	case r == ' ', r >= '\t' && r <= '\r', r == 0x85, r == 0xA0, r == 0x1680, r == 0x3000:
		return true
	case r >= 0x2000 && r <= 0x200A, r == 0x2028, r == 0x2029, r == 0x202F, r == 0x205F:
		return true
	}
	return false
}

// isInvisible covers soft hyphens, zero-width characters and the marks that
// steer the direction of text.
func isInvisible(r rune) bool {
	switch {
	case r == 0xAD, r == 0x061C, r == 0xFEFF:
		return true
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x2069:
		return true
	}
	return false
}

// mark folds quotes and dashes to the ones on a keyboard.
func mark(r rune) rune {
	switch r {
	case '‘', '’', '‚', '‛', '‹', '›', '`', '´', 'ʼ', '′':
		return '\''
	case '“', '”', '„', '‟', '«', '»', '″', '「', '」':
		return '"'
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return '-'
	}
	return r
}

func lower(r rune) rune {
	switch {
	case r < 'A':
		return r
	case r <= 'Z':
		return r + 32
	case r < 0xC0:
		return r
	case r <= 0xDE && r != 0xD7:
		return r + 32
	case r < 0x100:
		return r
	case r < 0x250:
		return lowerLatin(r)
	case r >= 0x386 && r < 0x3D0:
		return lowerGreek(r)
	case r >= 0x400 && r < 0x410:
		return r + 80
	case r >= 0x410 && r < 0x430:
		return r + 32
	case r >= 0x490 && r < 0x4C0, r >= 0x4D0 && r < 0x530:
		return r | 1
	case r == 'ẞ':
		return 'ß'
	case r >= 0x1E00 && r < 0x1E96, r >= 0x1EA0 && r < 0x1F00:
		return r | 1
	}
	return r
}

// lowerLatin knows the block Extended-A and, of Extended-B, Vietnamese letters
// and those that come in neighbouring pairs.
func lowerLatin(r rune) rune {
	switch {
	case r == 'İ':
		return 'i'
	case r == 'Ÿ':
		return 'ÿ'
	case r == 'Ơ', r == 'Ư':
		return r + 1
	case r < 0x138, r >= 0x14A && r < 0x178, r >= 0x1DE && r < 0x1F0, r >= 0x1F8 && r < 0x220, r >= 0x222 && r < 0x234:
		return r | 1
	case r >= 0x139 && r < 0x149, r >= 0x179 && r < 0x17F, r >= 0x1CD && r < 0x1DD:
		return r + r&1
	}
	return r
}

func lowerGreek(r rune) rune {
	switch {
	case r == 'Ά':
		return 'ά'
	case r >= 'Έ' && r <= 'Ί':
		return r + 37
	case r == 'Ό':
		return 'ό'
	case r == 'Ύ' || r == 'Ώ':
		return r + 63
	case r >= 'Α' && r <= 'Ϋ' && r != 0x3A2:
		return r + 32
	case r == 'ς':
		return 'σ'
	}
	return r
}
