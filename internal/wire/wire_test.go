package wire

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// oracle reads a value with jsontext, which is the judge of what JSON is.
func oracle(d *jsontext.Decoder, depth int) (Value, bool) {
	t, err := d.ReadToken()
	if err != nil || depth > MaxDepth {
		return Value{}, false
	}
	n := &node{}
	switch t.Kind() {
	case 'n':
		n.kind = Null
	case 't', 'f':
		n.kind, n.truth = Bool, t.Kind() == 't'
	case '"':
		n.kind, n.text = Text, t.String()
	case '0':
		n.kind, n.text = Number, t.String()
	case '[', '{':
		n.kind = List
		if t.Kind() == '{' {
			n.kind = Object
		}
		for d.PeekKind() != ']' && d.PeekKind() != '}' {
			if n.kind == Object {
				name, err := d.ReadToken()
				if err != nil {
					return Value{}, false
				}
				n.names = append(n.names, name.String())
			}
			x, ok := oracle(d, depth+1)
			if !ok {
				return Value{}, false
			}
			n.items = append(n.items, x)
		}
		if _, err := d.ReadToken(); err != nil {
			return Value{}, false
		}
	default:
		return Value{}, false
	}
	return Value{n}, true
}

func agree(t require.TestingT, src []byte) {
	got, err := Parse(src)
	d := jsontext.NewDecoder(bytes.NewReader(src), jsontext.AllowInvalidUTF8(true))
	want, ok := oracle(d, 0)
	if ok {
		_, end := d.ReadToken()
		ok = end == io.EOF
	}
	require.Equal(t, ok, err == nil, "%q: %v", src, err)
	if ok {
		require.Equal(t, want, got, "%q", src)
	}
}

func TestParseAgreesWithJsontext(t *testing.T) {
	for _, src := range seeds {
		agree(t, []byte(src))
	}
	piece := rapid.SampledFrom(append([]string{
		"{", "}", "[", "]", ",", ":", `"`, `\`, `\u00`, `\ud83d\ude00`, `\ud800`, `"a"`, `"b":`, "1", "-", ".5", "e9", "true", "nul", "null", " ", "\t", "\x00", "\xff", "é",
	}, seeds...))
	rapid.Check(t, func(t *rapid.T) {
		agree(t, []byte(strings.Join(rapid.SliceOfN(piece, 0, 12).Draw(t, "pieces"), "")))
	})
}

var seeds = []string{
	``, ` `, `null`, `{"a":1,"b":[true,false,null],"c":{"d":"e"}}`, `{"a":1,"a":2}`, `[1,]`, `{"a"}`, `01`, `-`, `-0`, `1.5e+10`, `1.`,
	`"\u0041\n\"\/"`, `"\ud83d\ude00"`, `"\ud83d"`, `"\ud83d\u0041"`, `"\udc00\ud800"`, "\"\x01\"", "\"\xff\xfe\"", `"\x"`, `"\u12"`, `"open`, `tru`, `{}{}`, `[]x`,
	strings.Repeat("[", 33) + strings.Repeat("]", 33), strings.Repeat("[", 34) + strings.Repeat("]", 34), `{"\ud800":1,"\udfff":2}`,
}

func FuzzParse(f *testing.F) {
	for _, src := range seeds {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) { agree(t, src) })
}

func TestValuesOfTheWrongTypeReadAsZero(t *testing.T) {
	v, err := Parse([]byte(`{"text":"x","int":12,"minus":-3,"part":1.9,"huge":1e300,"big":12345678901234567890,"exp":1.5e3,"bool":true,"list":[1],"object":{"list":1},"null":null}`))
	require.NoError(t, err)
	for _, name := range []string{"int", "minus", "part", "huge", "big", "bool", "list", "object", "null", "none"} {
		assert.Empty(t, v.Get(name).Text(), name)
	}
	for _, name := range []string{"text", "huge", "big", "exp", "bool", "list", "object", "null", "none"} {
		assert.Zero(t, v.Get(name).Int(), name)
	}
	assert.Equal(t, []int64{12, -3, 1}, []int64{v.Get("int").Int(), v.Get("minus").Int(), v.Get("part").Int()})
	for _, name := range []string{"text", "int", "object", "none"} {
		assert.Empty(t, v.Get(name).Items(), name)
		assert.False(t, v.Get(name).Bool(), name)
		assert.Equal(t, Missing, v.Get(name).Get("deeper").Get("still").Kind(), name)
	}
}

func TestWriterWritesWhatParseReads(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text, name := rapid.String().Draw(t, "text"), rapid.StringN(1, 5, -1).Draw(t, "name")
		n := rapid.Int64Range(-1<<53, 1<<53).Draw(t, "n")
		truth := rapid.Bool().Draw(t, "truth")
		w := &Writer{}
		w.Object("", func() {
			w.Keyed(name, func() {
				w.List("list", func() {
					w.Text("", text)
					w.Int("", n)
					w.Bool("", truth)
					w.Null("")
					w.Object("", func() {})
				})
				w.Raw("raw", []byte(`[1]`))
			})
			w.Keyed(name+"2", func() {})
		})
		require.True(t, jsontext.Value(w.Bytes()).IsValid(), "%s", w.Bytes())
		v, err := Parse(w.Bytes())
		require.NoError(t, err)
		items := v.Get(name).Get("list").Items()
		require.Len(t, items, 5)
		assert.Equal(t, text, items[0].Text())
		assert.Equal(t, n, items[1].Int())
		assert.Equal(t, truth, items[2].Bool())
		assert.Equal(t, Null, items[3].Kind())
		assert.Len(t, v.Get(name).Get("raw").Items(), 1)
		assert.Equal(t, Object, v.Get(name+"2").Kind())
	})
}

func TestWriterMendsMalformedText(t *testing.T) {
	w := &Writer{}
	w.Text("", "a\xffb")
	assert.Equal(t, `"a`+"\uFFFD"+`b"`, string(w.Bytes()))
}

func TestFieldsReadWhatTheyWrite(t *testing.T) {
	type part struct{ name string }
	type whole struct {
		text  string
		n     int64
		count int
		truth bool
		parts []part
	}
	fields := func(x *whole) func(*Fields) {
		return func(f *Fields) {
			f.Text("text", &x.text)
			f.Int("n", &x.n)
			f.Count("count", &x.count)
			f.Bool("truth", &x.truth)
			f.Each("parts", len(x.parts), func(n int) { x.parts = make([]part, n) }, func(i int, f *Fields) { f.Text("name", &x.parts[i].name) })
		}
	}
	in := whole{"a", -5, 7, true, []part{{"b"}, {"c"}}}
	w := &Writer{}
	Write(w, "", fields(&in))
	v, err := Parse(w.Bytes())
	require.NoError(t, err)
	var out whole
	Read(v, fields(&out))
	assert.Equal(t, in, out)

	v, err = Parse([]byte(`{"text":1,"n":"x","count":-1,"truth":"yes","parts":[{"name":1},5]}`))
	require.NoError(t, err)
	Read(v, fields(&out))
	assert.Equal(t, whole{parts: []part{{}, {}}}, out)
}
