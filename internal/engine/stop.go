package engine

import (
	"slices"

	"offswitch/internal/memory"
	"offswitch/internal/page"
)

// finish ends a run that came to its end.
func (e *Engine) finish() { e.close(memory.Ended, "") }

// stop ends a run before its end. What was proved stays proved; nothing else is called done.
func (e *Engine) stop(why string) {
	e.unmark()
	r := e.state.Run
	outcome := memory.Unchecked
	switch why {
	case memory.BySignOut:
		outcome = memory.SignedOut
	case memory.ByChallenge:
		outcome = memory.Challenged
	}
	for i := range r.Ledger {
		en := &r.Ledger[i]
		switch {
		case en.Stage(r.Doc) == memory.Decided:
		case en.Evidence() != memory.NoEvidence:
			e.conclude(en, outcome, r.NotProved())
		case e.knownWithout(en, outcome):
			en.Outcome, en.Why = outcome, memory.WhyStopped
		case outcome != memory.Unchecked:
			e.conclude(en, outcome, "")
		case en.UnwantedIn != "":
			e.conclude(en, memory.StillOn, memory.WhyStopped)
		default:
			e.conclude(en, memory.Unchecked, memory.WhyStopped)
		}
	}
	e.close(memory.Stopped, why)
}

// knownWithout reports whether a setting that a stopped run has not changed keeps the outcome that it had before.
func (e *Engine) knownWithout(en *memory.Entry, outcome memory.Outcome) bool {
	known := e.state.Settings[en.ID]
	switch {
	case e.state.Run.Purpose == memory.Undo:
		return true // it stands as it was before the person thought of undoing
	case known.Outcome.Proved():
		return known.State != page.On // unless the run has just seen it on
	}
	// What an earlier run found out says more than that this one did not get there.
	return known.Outcome != "" && outcome == memory.Unchecked && en.UnwantedIn == ""
}

func (e *Engine) close(p memory.Phase, why string) {
	r := e.state.Run
	e.out.Effects = slices.DeleteFunc(e.out.Effects, forRun)
	r.Phase, r.Why, r.Ended, r.SignIn = p, why, e.now, 0
	if p == memory.Ended && !r.Only {
		e.knowRows()
		e.state.Checked = e.now
	}
	e.endUndone()
	e.do(Watch{0})
	switch why {
	case memory.ByClosing, memory.ByLeaving, memory.ByRestart:
		// The person has turned to something else.
	case memory.BySignOut, memory.ByChallenge, memory.ByAccount:
		e.do(Show{"report"})
	default:
		e.do(Show{"report"})
		if r.Tab != 0 {
			e.do(Close{r.Tab})
		}
	}
	e.doc = openDoc{}
}

// forRun reports whether an effect makes sense only while a run goes on. What several pages say can reach the engine in one
// step, and the last of them can end the run that the ones before led on.
func forRun(x Effect) bool {
	switch x.(type) {
	case Open, Go, Click:
		return true
	}
	return false
}
