package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/wire"
)

// checkIfDue begins a check when the person asked for one at intervals.
func (e *Engine) checkIfDue(granted bool) {
	if !granted || !e.checksItself() || e.now < e.nextCheck() {
		return
	}
	if c := e.choices(); c.Again && c.Mode == memory.Automatic {
		e.start(memory.Harden, granted, nil)
	} else {
		e.start(memory.Check, granted, nil)
	}
}

// checksItself reports whether the person asked for checks at intervals, and
// there was a run from which to count.
func (e *Engine) checksItself() bool {
	return e.choices().Checks == memory.Auto && e.state.Choices.Region != "" && !e.state.Run.Going() && e.state.Tried != 0
}

func (e *Engine) nextCheck() int64 { return e.state.Tried + e.interval() }

// interval is the time between two checks, in milliseconds.
func (e *Engine) interval() int64 { return int64(e.choices().Every) * memory.Day }

// writeChecking writes what comes of the choice of checks: when the next reminder or check is due, 0 while that is not known,
// and which of the choices that go with it count.
func (e *Engine) writeChecking(w *wire.Writer, all []grouped) {
	c := e.choices()
	due := int64(0)
	switch proved := e.summary(all).Proved; {
	case c.Checks == memory.Auto && e.state.Tried != 0:
		due = e.nextCheck()
	case c.Checks == memory.Remind && proved != 0:
		due = proved + e.interval()
	}
	w.Object("checking", func() {
		w.Int("due", due)
		w.Bool("every", c.Checks != memory.NoChecks && !e.managed.Locks("every"))
		w.Bool("again", c.Checks == memory.Auto && c.Mode == memory.Automatic)
	})
}
