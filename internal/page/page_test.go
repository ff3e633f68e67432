package page

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"offswitch/internal/wire"
)

func TestKindOf(t *testing.T) {
	cases := map[string]Kind{
		"/mypreferences/d/settings/data-for-ai-improvement":  Setting,
		"/mypreferences/m/settings/data-for-ai-improvement/": Setting,
		"/mypreferences/d/member-cookies":                    Setting,
		"/mypreferences/d":                                   Category,
		"/mypreferences/d/":                                  Category,
		"/mypreferences/d/categories/privacy":                Category,
		"/mypreferences/m/categories/ads":                    Category,
		"/login":                                             SignIn,
		"/login/de":                                          SignIn,
		"/uas/login":                                         SignIn,
		"/authwall":                                          SignIn,
		"/checkpoint/challenge/AbC":                          Challenge,
		"/loginhelp":                                         Elsewhere,
		"/feed/":                                             Elsewhere,
		"/mypreferences":                                     Elsewhere,
		"/mypreferences/dx/settings":                         Elsewhere,
		"":                                                   Elsewhere,
	}
	for path, kind := range cases {
		assert.Equal(t, kind, KindOf(path), path)
	}
}

func TestSame(t *testing.T) {
	assert.True(t, Same("/mypreferences/d/member-cookies", "/mypreferences/m/member-cookies/"))
	assert.False(t, Same("/mypreferences/d/member-cookies", "/mypreferences/d/member-cookies/more"))
	assert.False(t, Same("/mypreferences/d/member-cookies", "/mypreferences/d/Member-cookies"))
}

func TestPathOf(t *testing.T) {
	cases := []struct {
		address, path string
		linkedin      bool
	}{
		{"https://www.linkedin.com/feed/?a=b#c", "/feed/", true},
		{"https://www.linkedin.com", "/", true},
		{"https://www.linkedin.com?x", "/", true},
		{"https://www.linkedin.com.example/feed/", "", false},
		{"http://www.linkedin.com/feed/", "", false},
		{"https://linkedin.com/feed/", "", false},
		{"about:blank", "", false},
		{"", "", false},
	}
	for _, c := range cases {
		path, ok := PathOf(c.address)
		assert.Equal(t, c.linkedin, ok, c.address)
		assert.Equal(t, c.path, path, c.address)
	}
}

func decode(t require.TestingT, src string) Snapshot {
	v, err := wire.Parse([]byte(src))
	require.NoError(t, err)
	return Decode(v)
}

func TestDecode(t *testing.T) {
	got := decode(t, `{"doc":"d","born":1700000000000,"path":"/p","lang":"de","frontEnd":"ember","ready":true,"status":200,"dialog":true,"more":2,
		"controls":[{"ref":3,"kind":"switch","key":"k","id":"i","label":"l","heading":"h","on":true,"moved":1700000000001,"clicks":1,"enabled":true,"visible":true},
		            {"on":false},{"on":null},{"on":"yes","ref":-4,"kind":7,"visible":1},5],
		"rows":[{"path":"/x","title":"t","state":"On"}],"saves":[{"key":"k","status":204}],"extra":{}}`)
	want := Snapshot{
		Doc: "d", Born: 1_700_000_000_000, Path: "/p", Lang: "de", FrontEnd: "ember", Ready: true, Status: 200, Dialog: true, More: 2,
		Controls: []Control{
			{Ref: 3, Kind: "switch", Key: "k", ID: "i", Label: "l", Heading: "h", State: On, Moved: 1_700_000_000_001, Clicks: 1, Enabled: true, Visible: true},
			{State: Off}, {State: Unknown}, {State: Unknown}, {State: Unknown},
		},
		Rows:  []Row{{Path: "/x", Title: "t", State: "On"}},
		Saves: []Save{{Key: "k", Status: 204}},
	}
	assert.Equal(t, want, got)
}

func TestDecodeOfNothing(t *testing.T) {
	for _, src := range []string{`null`, `[]`, `{}`, `"x"`, `{"controls":{},"rows":1,"saves":"x","more":-1,"status":1e99}`} {
		assert.Equal(t, Snapshot{}, decode(t, src), src)
	}
}

func TestDecodeCutsOff(t *testing.T) {
	src := `{"doc":"` + strings.Repeat("é", 300) + `","more":1,"controls":[` + strings.Repeat(`{},`, MaxControls+9) + `{}]}`
	got := decode(t, src)
	assert.Len(t, got.Controls, MaxControls)
	assert.Equal(t, 11, got.More)
	assert.LessOrEqual(t, len(got.Doc), maxText)
	assert.True(t, utf8.ValidString(got.Doc))
	assert.Len(t, got.Doc, maxText)
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"doc":"d","controls":[{"ref":1,"on":true,"label":"é"}],"rows":[{}],"saves":[{"status":200}]}`))
	f.Add([]byte(`{"controls":[null,{"on":1}],"more":1e400}`))
	f.Fuzz(func(t *testing.T, src []byte) {
		v, err := wire.Parse(src)
		if err != nil {
			return
		}
		s := Decode(v)
		assert.LessOrEqual(t, len(s.Controls), MaxControls)
		assert.GreaterOrEqual(t, s.More, 0)
		for _, c := range s.Controls {
			assert.Contains(t, []State{On, Off, Unknown}, c.State)
			assert.True(t, utf8.ValidString(c.Label))
			assertPlain(t, c.Label, c.Heading)
			assert.LessOrEqual(t, len(c.Label), maxText)
		}
		for _, r := range s.Rows {
			assertPlain(t, r.Title, r.State)
		}
	})
}

// assertPlain wants nothing in a text that is not to be seen, by Unicode's own tables.
func assertPlain(t assert.TestingT, texts ...string) {
	for _, text := range texts {
		for _, r := range text {
			assert.False(t, unicode.In(r, unicode.Cc, unicode.Bidi_Control, unicode.Zl, unicode.Zp), "%q", text)
		}
	}
}

func TestWhatIsShownIsPlain(t *testing.T) {
	got := decode(t, `{"controls":[{"key":"a\u202eb","id":"c\u200fd","label":"Share \u202egnihton\u202c","heading":"\u2067x\u2069\u0007y"}],
		"rows":[{"path":"/x\u202e","title":"A\u200e\u2028\u0085B","state":"\u061cOn"}]}`)
	assert.Equal(t, Control{Key: "a\u202eb", ID: "c\u200fd", Label: "Share gnihton", Heading: "xy", State: Unknown}, got.Controls[0], "keys stay what they are")
	assert.Equal(t, Row{Path: "/x\u202e", Title: "AB", State: "On"}, got.Rows[0])
	assert.Equal(t, "שלום – 日本 🙂", Plain("שלום – 日本 🙂"))
}

func TestPlainLeavesOutNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.RuneFrom(nil, unicode.Bidi_Control, unicode.Cc, unicode.Zl, unicode.Latin))).Draw(t, "text")
		want := strings.Map(func(r rune) rune {
			if unicode.In(r, unicode.Cc, unicode.Bidi_Control, unicode.Zl, unicode.Zp) {
				return -1
			}
			return r
		}, text)
		assert.Equal(t, want, Plain(text))
	})
}
