package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/rules"
)

// mayOpen reports whether the visit's page may be opened. All that leads here has asked the same before; this is the last
// gate, for whatever forgot to. A run that comes here with any other page stops, and nothing is opened.
func (e *Engine) mayOpen() bool {
	if openable(e.state.Run.Visit().Page) {
		return true
	}
	e.stop(memory.ByAddress)
	return false
}

// openable reports whether a path is the address of a page that may be opened, in its one spelling.
func openable(path string) bool {
	clean, ok := rules.Address(path)
	return ok && clean == path
}
