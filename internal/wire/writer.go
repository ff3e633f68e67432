package wire

import "offswitch/internal/ascii"

// Writer writes one JSON value, members in the order of the calls. The zero
// Writer is ready to use.
type Writer struct {
	buf []byte
}

// NewWriter returns a Writer with room for so many bytes.
func NewWriter(size int) *Writer { return &Writer{buf: make([]byte, 0, size)} }

// Bytes returns what was written.
func (w *Writer) Bytes() []byte { return w.buf }

// name begins a value: with a comma where one stands before it, and with the
// member's name inside an object. Names are the program's own words, which need
// no escapes; one that comes from elsewhere is for Keyed.
func (w *Writer) name(s string) {
	b := w.buf
	if n := len(b); n > 0 && b[n-1] != '{' && b[n-1] != '[' {
		b = append(b, ',')
	}
	if s != "" {
		b = append(b, '"')
		b = append(b, s...)
		b = append(b, '"', ':')
	}
	w.buf = b
}

// Object writes an object whose members f writes. The name is the member's name
// inside an object, and "" inside a list or at the top.
func (w *Writer) Object(name string, f func()) {
	w.name(name)
	w.buf = append(w.buf, '{')
	f()
	w.buf = append(w.buf, '}')
}

// Keyed writes an object, inside another, under a name that may be any text.
func (w *Writer) Keyed(key string, f func()) {
	w.name("")
	w.buf = append(appendQuoted(w.buf, key), ':', '{')
	f()
	w.buf = append(w.buf, '}')
}

// List writes a list whose items f writes.
func (w *Writer) List(name string, f func()) {
	w.name(name)
	w.buf = append(w.buf, '[')
	f()
	w.buf = append(w.buf, ']')
}

// Text writes a string.
func (w *Writer) Text(name, s string) {
	w.name(name)
	w.buf = appendQuoted(w.buf, s)
}

// Int writes a whole number.
func (w *Writer) Int(name string, n int64) {
	w.name(name)
	w.buf = ascii.AppendInt(w.buf, n)
}

// Bool writes a boolean.
func (w *Writer) Bool(name string, b bool) {
	w.name(name)
	if b {
		w.buf = append(w.buf, "true"...)
	} else {
		w.buf = append(w.buf, "false"...)
	}
}

// Null writes null.
func (w *Writer) Null(name string) {
	w.name(name)
	w.buf = append(w.buf, "null"...)
}

// Raw writes a value that is JSON already.
func (w *Writer) Raw(name string, b []byte) {
	w.name(name)
	w.buf = append(w.buf, b...)
}
