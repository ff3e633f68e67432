package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/rules"
)

// resumeFor is how long an unfinished run can be resumed.
const resumeFor = memory.Day

// resumable reports whether the last run was left unfinished, not long ago.
func (e *Engine) resumable() bool {
	r := e.state.Run
	return r != nil && r.Phase == memory.Stopped && !r.Foreign && e.now-r.Ended < resumeFor && len(e.unfinished()) > 0
}

// unfinished are the settings that the run did not get to. Left out are those whose rule is gone and, in an undo, those that
// this extension no longer owns. Every entry of a run that is over is decided, so its outcome and reason say what it stopped
// before.
func (e *Engine) unfinished() []*memory.Entry {
	var list []*memory.Entry
	r := e.state.Run
	for i := range r.Ledger {
		switch en := &r.Ledger[i]; {
		case !e.state.Names(e.table, *en), r.Purpose == memory.Undo && !e.state.Settings[en.ID].Ours:
		case r.Purpose != memory.Undo && !e.wanted(en.ID): // the choices of today count
		case en.Outcome == memory.SignedOut, en.Outcome == memory.Challenged, en.Outcome == memory.Unchecked, en.Why == memory.WhyStopped, en.Why == memory.WhyNotProved:
			list = append(list, en)
		}
	}
	return list
}

// wanted reports whether a setting is to be off by the choices of today.
func (e *Engine) wanted(id string) bool {
	s, ok := e.find(id)
	standing := e.standing(s)
	return ok && (standing == rules.Planned || standing == rules.ByHand)
}

// resume goes on with the settings that the last run stopped before. What was
// changed without proof is proved by the load that comes first anyway.
func (e *Engine) resume(granted bool) {
	if !e.mayBegin(granted) {
		return
	}
	if !e.resumable() {
		e.refusal = NothingToResume
		return
	}
	r := e.state.Run
	open := e.unfinished()
	r.Phase, r.Why, r.Ended = memory.Running, "", 0
	c := e.choices()
	r.Mode, r.Region, r.Level = c.Mode, c.Region, c.Level
	r.Distrusted, r.TurnedAway, r.NotCome, r.LedTo, r.OpenFailed, r.SignIns = nil, 0, 0, "", 0, 0
	r.Visits, r.At, r.Tab, r.RefusedSaves, r.Hold = nil, 0, 0, 0, 0
	r.Started, r.Slept = e.now, 0
	r.Resumed++
	for _, en := range open {
		en.Outcome, en.Why = "", ""
		en.Tries = min(en.Tries, 1)
		en.AwaitsProof, en.Agreed = false, false
		en.Listed, en.Word, en.WordBefore = 0, "", "" // lists are compared within one run
		r.VisitOnce(en.Page)
	}
	if r.Purpose != memory.Undo {
		e.planLists(r, e.plan(r.Region, r.Level))
	}
	e.begin(r)
}
