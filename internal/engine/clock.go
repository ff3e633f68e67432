package engine

import "offswitch/internal/memory"

// asleep is how long nothing may happen, in milliseconds, before it is clear that the computer was asleep.
const asleep = 90_000

// reached asks to be woken at a moment, unless it is to be woken earlier anyway, and
// reports whether that moment has come.
func (e *Engine) reached(at int64) bool {
	if e.now >= at {
		return true
	}
	if e.wake == 0 || at < e.wake {
		e.wake = at
	}
	return false
}

// keepTime sees to it that patience is measured in time that really passed: not
// in hours that the computer slept, and not by a clock that was set back.
func (e *Engine) keepTime(now int64) {
	before := e.before
	e.before = now
	gap := now - before
	if before == 0 || (gap >= 0 && gap < asleep) {
		return
	}
	e.state.NotAfter(now)
	for i := range e.passing {
		e.passing[i].since += gap
	}
	if r := e.state.Run; r.Going() {
		r.Shift(gap)
		e.doc.shift(gap)
		memory.Shift(gap, &e.due, &e.resumed)
		e.wakeSet = 0
	}
}
