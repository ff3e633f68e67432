package wire

// Fields reads or writes the members of one object, so that one list of members
// serves both ways and neither can forget one. Reading leaves at zero what is
// missing or of the wrong type.
type Fields struct {
	w *Writer // nil when reading
	v Value
}

// Write writes an object whose members f lists.
func Write(w *Writer, name string, f func(*Fields)) {
	w.Object(name, func() { f(&Fields{w: w}) })
}

// WriteKeyed writes an object, inside another, under a name that may be any text.
func WriteKeyed(w *Writer, key string, f func(*Fields)) {
	w.Keyed(key, func() { f(&Fields{w: w}) })
}

// Read reads the members that f lists from an object.
func Read(v Value, f func(*Fields)) { f(&Fields{v: v}) }

// Text is a member that is a string. A named string type is passed as (*string)(&x).
func (f *Fields) Text(name string, p *string) {
	if f.w != nil {
		f.w.Text(name, *p)
		return
	}
	*p = f.v.Get(name).Text()
}

// Int is a member that is a whole number.
func (f *Fields) Int(name string, p *int64) {
	if f.w != nil {
		f.w.Int(name, *p)
		return
	}
	*p = f.v.Get(name).Int()
}

// Count is a member that is a small whole number, not negative.
func (f *Fields) Count(name string, p *int) {
	if f.w != nil {
		f.w.Int(name, int64(*p))
		return
	}
	*p = 0
	if n := f.v.Get(name).Int(); n > 0 && n < 1<<31 {
		*p = int(n)
	}
}

// Bool is a member that is a boolean.
func (f *Fields) Bool(name string, p *bool) {
	if f.w != nil {
		f.w.Bool(name, *p)
		return
	}
	*p = f.v.Get(name).Bool()
}

// Each is a member that is a list of objects. It has n of them when writing;
// when reading, resize is called with the number that is there, if any. Then each lists
// the members of the one at i. (A type parameter would say it better, and cost
// the engine 3 KB for every type it is used with.)
func (f *Fields) Each(name string, n int, resize func(n int), each func(i int, f *Fields)) {
	if f.w != nil {
		f.w.List(name, func() {
			for i := range n {
				Write(f.w, "", func(g *Fields) { each(i, g) })
			}
		})
		return
	}
	items := f.v.Get(name).Items()
	if len(items) > 0 {
		resize(len(items))
	}
	for i, v := range items {
		each(i, &Fields{v: v})
	}
}

// Writing returns Fields that write members of the object that w is in.
func Writing(w *Writer) *Fields { return &Fields{w: w} }
