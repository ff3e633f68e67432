package engine

import "offswitch/internal/memory"

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
