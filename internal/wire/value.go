// Package wire reads and writes the engine's JSON.
//
// Reading is forgiving about content and strict about form: a text that is not
// one JSON value is an error, while a member that is missing or of the wrong
// type reads as its zero value. What comes from a page or from storage is
// judged by the packages that know what it should mean.
//
// [Parse] reads a [Value], a [Writer] writes one. What is both stored and read
// back lists its members once, in a function over [Fields], for [Read] and [Write].
//
// It is its own because of its size: encoding/json would add 1.3 MB to a module
// that a browser has to start cold, and jsontext a quarter of one.
package wire

// MaxDepth is how deep values may nest. Nothing the engine reads comes close.
const MaxDepth = 32

// Kind is the type of a JSON value. The zero Kind is of a Value that is not there.
type Kind byte

// The types of JSON values.
const (
	Missing Kind = iota
	Null
	Bool
	Number
	Text
	List
	Object
)

// Value is one JSON value. The zero Value is missing, and reads as zero all the way down.
type Value struct{ n *node }

type node struct {
	kind  Kind
	truth bool
	text  string // a string's text, a number's digits
	items []Value
	names []string
}

var missing = &node{}

func (v Value) node() *node {
	if v.n == nil {
		return missing
	}
	return v.n
}

// Parse reads exactly one JSON value. Malformed UTF-8 and lone surrogates, which a
// page may put into any label, are read as U+FFFD.
func Parse(b []byte) (Value, error) {
	s := scanner{src: b}
	v, err := s.value(0)
	if err != nil {
		return Value{}, err
	}
	s.peek()
	if s.at < len(b) {
		return Value{}, s.fail("nothing more")
	}
	return v, nil
}

// Kind returns the value's type.
func (v Value) Kind() Kind { return v.node().kind }

// Get returns a member of an object, and a missing Value where there is none.
func (v Value) Get(name string) Value {
	n := v.node()
	for i := range n.names {
		if n.names[i] == name {
			return n.items[i]
		}
	}
	return Value{}
}

// Items returns the items of a list, and nothing for any other value.
func (v Value) Items() []Value {
	if v.Kind() != List {
		return nil
	}
	return v.node().items
}

// Text returns a string's text, and "" for any other value.
func (v Value) Text() string {
	if v.Kind() != Text {
		return ""
	}
	return v.node().text
}

// Bool returns a boolean, and false for any other value.
func (v Value) Bool() bool { return v.node().truth }

// Int returns a number without its fraction, and 0 for any other value, for a
// number with an exponent, and for one of more digits than a double holds exactly.
func (v Value) Int() int64 {
	if v.Kind() != Number {
		return 0
	}
	const exact = 1 << 53
	n, sign := int64(0), int64(1)
	for i, c := range []byte(v.node().text) {
		switch {
		case i == 0 && c == '-':
			sign = -1
		case c >= '0' && c <= '9' && n <= exact/10:
			n = n*10 + int64(c-'0')
		case c == '.':
			if exponent(v.node().text[i:]) {
				return 0
			}
			return sign * n
		default:
			return 0
		}
	}
	return sign * n
}

func exponent(s string) bool {
	for i := range len(s) {
		if s[i] == 'e' || s[i] == 'E' {
			return true
		}
	}
	return false
}

// Names returns the names of an object's members, in order.
func (v Value) Names() []string { return v.node().names }
