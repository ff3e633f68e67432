package engine

import "offswitch/internal/page"

// finish ends a run that came to its end.
func (e *Engine) finish() { e.close(Ended, "") }

// stop ends a run before its end. What was proved stays proved; nothing else is called done.
func (e *Engine) stop(why string) {
	e.unmark()
	r := e.state.Run
	outcome := Unchecked
	switch why {
	case BySignOut:
		outcome = SignedOut
	case ByChallenge:
		outcome = Challenged
	}
	for i := range r.Ledger {
		en := &r.Ledger[i]
		switch {
		case en.Stage(r.Doc) == Decided:
		case en.Evidence() != NoEvidence:
			e.conclude(en, outcome, r.notProved())
		case e.knownWithout(en, outcome):
			en.Outcome, en.Why = outcome, WhyStopped
		case outcome != Unchecked:
			e.conclude(en, outcome, "")
		case en.UnwantedIn != "":
			e.conclude(en, StillOn, WhyStopped)
		default:
			e.conclude(en, Unchecked, WhyStopped)
		}
	}
	e.close(Stopped, why)
}

// knownWithout reports whether what is known of a setting that a stopped run has not changed stays known.
func (e *Engine) knownWithout(en *Entry, outcome Outcome) bool {
	known := e.state.Settings[en.ID]
	switch {
	case e.state.Run.Purpose == Undo:
		return true // it stands as it was before the person thought of undoing
	case known.Outcome.Proved():
		return known.State != page.On // unless the run has just seen it on
	}
	// What an earlier run found out says more than that this one did not get there.
	return known.Outcome != "" && outcome == Unchecked && en.UnwantedIn == ""
}

func (e *Engine) close(p Phase, why string) {
	r := e.state.Run
	r.Phase, r.Why, r.Ended = p, why, e.now
	if p == Ended {
		e.state.Checked = e.now
	}
	e.do(Watch{0})
	switch why {
	case ByClosing, ByLeaving, ByRestart:
		// The person has turned to something else.
	case BySignOut, ByChallenge, ByAccount:
		e.do(Show{"report"})
	default:
		e.do(Show{"report"})
		if r.Tab != 0 {
			e.do(Close{r.Tab})
		}
	}
	e.doc = openDoc{}
}
