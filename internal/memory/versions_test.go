package memory

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/page"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// stored reads a state as an engine of a version stored it, not one that was written for a test. Such a state is made once,
// when a version is new, and stays as it is.
func stored(t *testing.T, name string) State {
	text, err := os.ReadFile(filepath.Join("testdata", name))
	require.NoError(t, err, "every version has a state that its own engine stored")
	v, err := wire.Parse(text)
	require.NoError(t, err)
	s, err := Decode(v)
	require.NoError(t, err)
	return s
}

func TestEveryVersionIsRead(t *testing.T) {
	for n := 1; n <= Version; n++ {
		t.Run(fmt.Sprint("version ", n), func(t *testing.T) {
			s := stored(t, fmt.Sprintf("version-%d.json", n))
			assert.Equal(t, []any{"us", rules.Strict, Automatic}, []any{string(s.Choices.Region), s.Choices.Level, s.Choices.Mode})
			assert.Equal(t, Ended, s.Run.Phase)
			assert.True(t, s.Settings["ai-training"].Outcome.Proved())
			assert.NotZero(t, s.Settings["ai-training"].Proved)
			assert.NotZero(t, s.Settings["ai-training"].Clicked)
			assert.Equal(t, NotSaved, s.Settings["ads-age"].Outcome)
			assert.Equal(t, page.On, s.Settings["ads-age"].State)
			require.Len(t, s.Local, 1, "the person's own rule is kept")
			assert.Equal(t, TurnedOff, s.Settings[s.Local[0].ID].Outcome)

			again, err := wire.Parse(Encode(&s))
			require.NoError(t, err)
			read, err := Decode(again)
			require.NoError(t, err)
			assert.Equal(t, string(Encode(&s)), string(Encode(&read)), "what is carried over once stays")
			assert.Equal(t, int64(Version), again.Get("version").Int())
		})
		t.Run(fmt.Sprint("version ", n, ", in a run"), func(t *testing.T) {
			s := stored(t, fmt.Sprintf("version-%d-running.json", n))
			assert.True(t, s.Run.Going())
			assert.NotEmpty(t, s.Run.Ledger)
			assert.Empty(t, s.Local)
		})
	}
}
