package wire

import (
	"unicode/utf8"

	"offswitch/internal/ascii"
)

// Error says what was expected and what was found. It is a text so that an error can be a constant.
type Error string

func (e Error) Error() string { return string(e) }

// scanner reads JSON as RFC 8259 has it. The tests hold it against jsontext,
// which would do the same for a tenth of the engine's size.
type scanner struct {
	src []byte
	at  int
}

func (s *scanner) fail(want string) error {
	return Error("want " + want + " at byte " + ascii.Itoa(s.at))
}

// peek returns the next byte that is not white space, and 0 at the end.
func (s *scanner) peek() byte {
	for s.at < len(s.src) {
		switch c := s.src[s.at]; c {
		case ' ', '\t', '\n', '\r':
			s.at++
		default:
			return c
		}
	}
	return 0
}

func (s *scanner) take(c byte) bool {
	if s.peek() != c {
		return false
	}
	s.at++
	return true
}

func (s *scanner) word(w string) bool {
	if len(s.src)-s.at < len(w) || string(s.src[s.at:s.at+len(w)]) != w {
		return false
	}
	s.at += len(w)
	return true
}

func (s *scanner) value(depth int) (Value, error) {
	if depth > MaxDepth {
		return Value{}, s.fail("at most 32 levels")
	}
	n := &node{}
	var err error
	switch c := s.peek(); {
	case c == '{':
		n.kind = Object
		err = s.items(n, depth, '}')
	case c == '[':
		n.kind = List
		err = s.items(n, depth, ']')
	case c == '"':
		n.kind = Text
		n.text, err = s.text()
	case c == '-' || (c >= '0' && c <= '9'):
		n.kind = Number
		n.text, err = s.number()
	case s.word("true"):
		n.kind, n.truth = Bool, true
	case s.word("false"):
		n.kind = Bool
	case s.word("null"):
		n.kind = Null
	default:
		err = s.fail("a JSON value")
	}
	return Value{n}, err
}

func (s *scanner) items(n *node, depth int, end byte) error {
	s.at++
	if s.take(end) {
		return nil
	}
	for {
		if n.kind == Object {
			if s.peek() != '"' {
				return s.fail("a member's name")
			}
			name, err := s.text()
			if err != nil {
				return err
			}
			for _, known := range n.names {
				if known == name {
					return s.fail("each member once")
				}
			}
			if !s.take(':') {
				return s.fail("a colon")
			}
			n.names = append(n.names, name)
		}
		v, err := s.value(depth + 1)
		if err != nil {
			return err
		}
		n.items = append(n.items, v)
		if s.take(end) {
			return nil
		}
		if !s.take(',') {
			return s.fail("a comma")
		}
	}
}

func (s *scanner) number() (string, error) {
	start := s.at
	s.word("-")
	if !s.word("0") && !s.digits() {
		return "", s.fail("a digit")
	}
	if s.word(".") && !s.digits() {
		return "", s.fail("a digit")
	}
	if s.word("e") || s.word("E") {
		_ = s.word("+") || s.word("-")
		if !s.digits() {
			return "", s.fail("a digit")
		}
	}
	return string(s.src[start:s.at]), nil
}

func (s *scanner) digits() bool {
	start := s.at
	for s.at < len(s.src) && s.src[s.at] >= '0' && s.src[s.at] <= '9' {
		s.at++
	}
	return s.at > start
}

func (s *scanner) text() (string, error) {
	s.at++
	var b []byte
	for s.at < len(s.src) {
		switch c := s.src[s.at]; {
		case c == '"':
			s.at++
			return string(b), nil
		case c < ' ':
			return "", s.fail("no control character")
		case c == '\\':
			var err error
			if b, err = s.escape(b); err != nil {
				return "", err
			}
		case c < utf8.RuneSelf:
			b = append(b, c)
			s.at++
		default:
			r, size := utf8.DecodeRune(s.src[s.at:])
			b = utf8.AppendRune(b, r)
			s.at += size
		}
	}
	return "", s.fail("a closing quotation mark")
}

func (s *scanner) escape(b []byte) ([]byte, error) {
	s.at++
	if s.at == len(s.src) {
		return nil, s.fail("an escape")
	}
	c := s.src[s.at]
	s.at++
	switch c {
	case '"', '\\', '/':
		return append(b, c), nil
	case 'b':
		return append(b, '\b'), nil
	case 'f':
		return append(b, '\f'), nil
	case 'n':
		return append(b, '\n'), nil
	case 'r':
		return append(b, '\r'), nil
	case 't':
		return append(b, '\t'), nil
	case 'u':
		r, ok := s.hex()
		if !ok {
			return nil, s.fail("four hexadecimal digits")
		}
		if r >= 0xd800 && r < 0xdc00 && s.word(`\u`) {
			low, ok := s.hex()
			if !ok {
				return nil, s.fail("four hexadecimal digits")
			}
			if low >= 0xdc00 && low < 0xe000 {
				return utf8.AppendRune(b, (r-0xd800)<<10+(low-0xdc00)+0x10000), nil
			}
			s.at -= len(`\uXXXX`) // a lone surrogate, and then something else
		}
		return utf8.AppendRune(b, r), nil
	}
	s.at--
	return nil, s.fail("an escape")
}

func (s *scanner) hex() (r rune, ok bool) {
	if len(s.src)-s.at < 4 {
		return 0, false
	}
	for _, c := range s.src[s.at : s.at+4] {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c|0x20 >= 'a' && c|0x20 <= 'f':
			c = c | 0x20 - 'a' + 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	s.at += 4
	return r, true
}

// plain reports whether a text is itself between quotation marks, as most are.
func plain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c == '"' || c == '\\' || c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// appendQuoted appends a string in quotation marks; malformed UTF-8 is written as U+FFFD.
func appendQuoted(b []byte, text string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	if plain(text) {
		return append(append(b, text...), '"')
	}
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r < ' ':
			b = append(b, '\\', 'u', '0', '0', hex[r>>4], hex[r&15])
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return append(b, '"')
}
