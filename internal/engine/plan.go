package engine

import (
	"slices"

	"offswitch/internal/memory"
	"offswitch/internal/rules"
)

func (e *Engine) planRun(r *memory.Run) {
	plan := e.plan(r.Region, r.Level)
	for _, s := range plan {
		e.addCoupled(r, s)
		if e.standing(s) == rules.Planned {
			r.AddOnce(s)
		}
	}
	e.planLists(r, plan)
	e.planByHand(r)
	e.recordUnplanned(r)
}

// addCoupled adds what goes off with a setting before it, so that it is known whether it was on and can be undone. Of a person
// that would only ask for one more click.
func (e *Engine) addCoupled(r *memory.Run, s rules.Setting) {
	for _, id := range rules.Coupled(s.ID) {
		if other, ok := e.find(id); ok && e.standing(other) == rules.Planned && !r.Guided() {
			r.AddOnce(other)
		}
	}
}

// planLists puts the lists first that a run about these settings begins with.
func (e *Engine) planLists(r *memory.Run, plan []rules.Setting) {
	var lists []memory.Visit
	for _, path := range e.listPages(r, plan) {
		lists = append(lists, memory.Visit{Page: path, Rows: true})
	}
	r.Visits = append(lists, r.Visits...)
}

// planUndo plans to turn on again what this extension turned off: the settings
// named, or all of them.
func (e *Engine) planUndo(r *memory.Run, ids []string) {
	for _, s := range e.table {
		if wanted := len(ids) == 0 || slices.Contains(ids, s.ID); wanted && s.Act == rules.Click && e.state.Settings[s.ID].Ours {
			r.Add(s.ID, s.Page, false)
		}
	}
}

// recordUnplanned gives every setting that the run leaves out the outcome that its standing gives it.
func (e *Engine) recordUnplanned(r *memory.Run) {
	for _, s := range e.table {
		if r.Entry(s.ID) != nil {
			continue
		}
		rec := e.state.Settings[s.ID]
		if rec.Outcome == memory.Unchecked && s.Act != rules.Click {
			rec.Outcome, rec.Why = "", "" // what stopped an earlier run does not matter any more
		}
		e.state.Settings[s.ID] = rec.Stood(e.standing(s))
	}
}

// planByHand adds to a guided run the settings whose pages have become known.
func (e *Engine) planByHand(r *memory.Run) {
	if !r.Guided() {
		return
	}
	for _, s := range e.plan(r.Region, r.Level) {
		if path := e.state.PageOf(s); path != "" && e.standing(s) == rules.ByHand && s.Control == rules.Switch && r.Entry(s.ID) == nil {
			r.Add(s.ID, path, true)
		}
	}
}
