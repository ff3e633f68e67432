package engine

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/wire"
)

// What is damaged is kept, and something whole takes its place.
func TestDamagedStateIsSetAside(t *testing.T) {
	v, err := wire.Parse([]byte(`{"version":1,"choices":7}`))
	require.NoError(t, err)
	answer := New().Step(Event{Type: EventRestore, Now: began, Stored: v})
	assert.NotEmpty(t, answer.SetAside)
	assert.NotEmpty(t, answer.Store)
}

func TestStateReadsWhatItWrites(t *testing.T) {
	w := newWorld(t)
	w.faults[aiKey] = fault{save: 500, flipsBack: 10}
	w.command("choose", `"region":"us","level":"strict"`)
	w.command("harden", "")
	for range 12 {
		w.after(int64(w.serial)*37, func() {
			v, err := wire.Parse(memory.Encode(&w.eng.state))
			require.NoError(t, err)
			s, err := memory.Decode(v)
			require.NoError(t, err)
			require.Equal(t, string(memory.Encode(&w.eng.state)), string(memory.Encode(&s)))
		})
	}
	w.run()
	assert.Empty(t, w.todo)
}
