package tape_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"offswitch/internal/tape"
)

// recorded is the tape of some steps, each an event and its answer.
func recorded(t *testing.T, steps ...[2]string) string {
	t.Helper()
	var r tape.Recorder
	for _, s := range steps {
		require.NoError(t, r.Step([]byte(s[0]), []byte(`{`+s[1]+`]}`)))
	}
	return r.String()
}

const (
	none    = `"effects":[`
	restore = `{"type":"restore","now":1790000000000}`
	tick    = `{"type":"time","now":1790000000500}`
)

func store(state string) string { return `"store":` + state + `,"effects":[` }

func TestTapeCanBeRead(t *testing.T) {
	got := recorded(t,
		[2]string{restore, `"setAside":"newer","effects":[{"do":"badge","alarm":false,"text":"?","args":[]}`},
		[2]string{`{"type":"snapshot","now":1790000000585,"tab":1,"snapshot":{"doc":"doc1","ready":false,"controls":[{"key":"a b","on":true}]}}`,
			store(`{"version":2,"run":null,"ledger":[{"id":"ai-training","tries":0}],"settings":{"one":{"on":true},"two":{"on":true},"three":{}}}`)},
		[2]string{`{"type":"snapshot","now":1790000000600,"tab":1,"snapshot":{"doc":"doc1","ready":false,"controls":[{"key":"a b","on":true}]}}`,
			store(`{"version":2,"run":{"at":1790000000600},"ledger":[{"id":"ai-training","tries":1}],"settings":{"one":{"on":false},"three":{}}}`) + `{"do":"click","n":1,"on":true}`},
		[2]string{tick, store(`{"version":2,"run":null,"ledger":[{"id":"ai-training","tries":2}],"settings":{"one":{"on":false},"three":{}}}`)},
		[2]string{`{"type":"restore","now":1790000000700,"stored":{"version":2,"run":null,"ledger":[{"id":"ai-training","tries":2}],"settings":{"one":{"on":false},"three":{}}}}`, none},
	)
	assert.Equal(t, `> @0 restore
< set-aside newer
< badge text="?"
> @585 snapshot tab=1 snapshot={doc=doc1 !ready controls=[{key="a b" on}]}
< store
<   version=2
<   ledger.ai-training: id=ai-training
<   settings.(one two): on
> @600 snapshot tab=1 snapshot=last
< store
<   run: at=@600
<   ledger.ai-training: tries=1
<   settings.one: on true->false
<   settings.two gone
< click n=1 on
> @500 time
< store
<   run gone
<   ledger.ai-training: tries 1->2
> @700 restore stored=last
`, got)
}

// A member that is new and zero, or that is no longer written while it is zero, changes no tape.
func TestZeroMembersChangeNothing(t *testing.T) {
	state := `{"a":1,"list":[{"id":"x","n":1}]}`
	for _, more := range []string{
		`{"a":1,"list":[{"id":"x","n":1,"m":0}]}`, `{"a":1,"new":"","list":[{"id":"x","n":1}]}`, `{"a":1,"new":{"deep":[]},"list":[{"id":"x","n":1}]}`,
		`{"new":false,"a":1,"list":[{"id":"x","n":1}],"other":null}`,
	} {
		steps := func(state string) string {
			return recorded(t, [2]string{restore, store(state)}, [2]string{tick, store(strings.Replace(state, `"a":1`, `"a":2`, 1))})
		}
		assert.Equal(t, steps(state), steps(more))
	}
}

func TestAChangeOfAnyValueIsSeen(t *testing.T) {
	values := []string{`0`, `1`, `"x"`, `true`, `["x"]`, `["x","y"]`, `{"b":1}`, `[{"b":1}]`, `[{"id":"b"}]`, `[{"b":1},{"b":2}]`}
	for _, a := range values {
		for _, b := range values {
			got := recorded(t, [2]string{restore, store(`{"a":` + a + `}`)}, [2]string{tick, store(`{"a":` + b + `}`)})
			_, after, _ := strings.Cut(got, "time\n")
			assert.Equal(t, a != b, strings.Contains(after, "<   "), "%s to %s:\n%s", a, b, got)
		}
	}
}

// What was recorded is played with the same events, whatever they hold.
func TestEventsLoseNothing(t *testing.T) {
	texts := rapid.OneOf(rapid.SampledFrom([]string{"", "true", "null", "last", "@5", "5", "-", "a b", `"`, "=", "!x", "/a/b?c=d#e", "ü", "{", "<&>"}), rapid.String())
	var value func(depth int) *rapid.Generator[any]
	value = func(depth int) *rapid.Generator[any] {
		plain := []*rapid.Generator[any]{
			texts.AsAny(), rapid.Bool().AsAny(), rapid.Int64Range(-1<<52, 1<<52).AsAny(), rapid.Just[any](nil),
		}
		if depth == 0 {
			return rapid.OneOf(plain...)
		}
		return rapid.OneOf(append(plain, rapid.MapOfN(texts, value(depth-1), 0, 3).AsAny(), rapid.SliceOfN(value(depth-1), 0, 3).AsAny())...)
	}
	rapid.Check(t, func(t *rapid.T) {
		event := map[string]any{"type": "restore", "now": rapid.Int64Range(0, 1<<52).Draw(t, "now")}
		for _, name := range []string{"stored", "snapshot", "tab"} {
			event[name] = value(3).Draw(t, name)
		}
		given, err := json.Marshal(event)
		require.NoError(t, err)
		var r tape.Recorder
		for range 2 {
			require.NoError(t, r.Step(given, []byte(`{"store":{"x":1},"effects":[]}`)))
		}
		again, err := tape.Play(r.String(), func() tape.Handle {
			return func(played []byte) ([]byte, error) {
				require.JSONEq(t, string(given), string(played))
				return []byte(`{"store":{"x":1},"effects":[]}`), nil
			}
		})
		require.NoError(t, err)
		require.Equal(t, r.String(), again)
	})
}

func TestPlayRefuses(t *testing.T) {
	fine := func() tape.Handle { return func([]byte) ([]byte, error) { return []byte(`{}`), nil } }
	cases := map[string]struct {
		text  string
		start func() tape.Handle
		want  string
	}{
		"what does not begin with a restore": {"> @0 time\n", fine, "line 1: want a restore first"},
		"what is no value":                   {"# x\n> @0 restore\n> @1 tab url=(\n", fine, "line 3: want a word or a text"},
		"what has no end":                    {"> @0 restore stored={a=[1\n", fine, "line 1: want"},
		"what has no moment":                 {"> restore\n", fine, "line 1:"},
		"what the engine refuses": {"> @0 restore\n", func() tape.Handle {
			return func([]byte) ([]byte, error) { return nil, errors.New("no such thing") }
		}, "line 1: no such thing"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := tape.Play(c.text, c.start)
			assert.ErrorContains(t, err, c.want)
		})
	}
}

func TestDifferNamesTheStep(t *testing.T) {
	const want = "> @0 restore\n< badge\n> @1 time\n< wake at=@2\n> @2 time\n"
	assert.Empty(t, tape.Differ(want, want))
	assert.Equal(t, "line 4, after\n> @1 time\nwant\n< wake at=@2\ngot\n< wake at=@3\n", tape.Differ(want, strings.Replace(want, "at=@2", "at=@3", 1)))
	assert.NotEmpty(t, tape.Differ(want, want+"< badge\n"))
}
