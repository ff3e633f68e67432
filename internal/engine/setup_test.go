package engine

import (
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
)

const hour = 60 * memory.Minute

// hardened is a world in which a run has turned off what a level asks for.
func hardened(t testingT, choices string) *world {
	w := newWorld(t)
	w.command("choose", `"region":"us",`+choices)
	w.command("harden", "")
	w.run()
	require.Equal(t, memory.Ended, w.eng.state.Run.Phase)
	return w
}

// onlyOn is a world in which nothing is on but the switches named.
func onlyOn(t testingT, keys ...string) *world {
	w := newWorld(t)
	for key := range w.server {
		w.server[key] = false
	}
	for _, key := range keys {
		w.server[key] = true
	}
	return w
}
