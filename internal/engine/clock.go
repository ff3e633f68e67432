package engine

import "offswitch/internal/memory"

// asleep is how long nothing may happen, in milliseconds, before it is clear that the computer was asleep.
const asleep = 90_000

// reached reports whether a moment has come. If not, the engine is woken then, or earlier if something else asks for
// it.
func (e *Engine) reached(at int64) bool {
	if e.now >= at {
		return true
	}
	if e.wake == 0 || at < e.wake {
		e.wake = at
	}
	return false
}

// keepTime makes waiting count only time that really passed: not the hours that the computer slept, and not a jump of a
// clock that was set back.
func (e *Engine) keepTime(now int64) {
	before := e.before
	e.before = now
	gap := now - before
	if before == 0 || (gap >= 0 && gap < asleep) {
		return
	}
	e.state.NotAfter(now)
	for i := range e.passing {
		e.passing[i].shift(gap)
	}
	if r := e.state.Run; r.Going() {
		r.Shift(gap)
		e.doc.shift(gap)
		memory.Shift(gap, &e.due, &e.resumed)
		e.wakeSet = 0
	}
}
