package engine

// How long an unfinished run can be resumed, and how long nothing may happen
// before it is clear that the computer was asleep.
const (
	resumeFor = day
	asleep    = 90_000
)

// resumable reports whether the last run was left unfinished, not long ago.
func (e *Engine) resumable() bool {
	r := e.state.Run
	return r != nil && r.Phase == Stopped && !r.Foreign && e.now-r.Ended < resumeFor && len(e.unfinished()) > 0
}

// unfinished are the settings that the run stopped before, that there still is a
// rule for and, when it undoes, that are still this extension's to turn on.
func (e *Engine) unfinished() []*Entry {
	var list []*Entry
	r := e.state.Run
	for i := range r.Ledger {
		switch en := &r.Ledger[i]; {
		case !e.state.names(e.table, *en), r.Purpose == Undo && !e.state.Settings[en.ID].Ours:
		case en.Outcome == SignedOut, en.Outcome == Challenged, en.Outcome == Unchecked, en.Why == WhyStopped, en.Why == WhyNotProved:
			list = append(list, en)
		}
	}
	return list
}

// resume goes on with the settings that the last run stopped before. What was
// changed without proof is proved by the load that comes first anyway.
func (e *Engine) resume(granted bool) {
	if !e.mayBegin(granted) {
		return
	}
	if !e.resumable() {
		e.refusal = "nothing-to-resume"
		return
	}
	r := e.state.Run
	open := e.unfinished()
	r.Phase, r.Why, r.Ended, r.Mode = Running, "", 0, e.state.Choices.Mode
	r.Visits, r.At, r.Tab, r.Refused, r.Hold = nil, 0, 0, 0, 0
	r.Started, r.Slept = e.now, 0
	r.Again++
	for _, en := range open {
		en.Outcome, en.Why = "", ""
		en.Tries = min(en.Tries, 1)
		en.Changed = false
		r.visitOnce(en.Page)
	}
	e.begin(r)
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
	e.state.notAfter(now)
	for i := range e.passing {
		e.passing[i].since += gap
	}
	r := e.state.Run
	if !r.on() {
		return
	}
	r.Slept += gap
	for _, t := range []*int64{&r.Ordered, &r.Landed, &r.Hold, &e.readyAt, &e.loadedAt, &e.asked, &e.due, &e.resumed} {
		if *t != 0 {
			*t += gap
		}
	}
	for i := range r.Ledger {
		en := &r.Ledger[i]
		if en.Clicked != 0 {
			en.Clicked += gap
		}
		if en.Turned != 0 {
			en.Turned += gap
		}
	}
	for i := range e.sights {
		e.sights[i].since += gap
	}
	e.set = 0
}

// newest is the newest moment that a run remembers.
func (r *Run) newest() int64 {
	at := max(r.Started+r.Slept, r.Ordered, r.Landed)
	for _, en := range r.Ledger {
		at = max(at, en.Clicked, en.Turned)
	}
	return at
}

// notAfter makes now of every moment that is still to come: the clock was set
// back since.
func (s *State) notAfter(now int64) {
	s.Tried = min(s.Tried, now)
	if s.Run != nil {
		s.Run.Ended = min(s.Run.Ended, now)
	}
	for _, row := range tableWith(s.Local) {
		if rec, ok := s.Settings[row.ID]; ok {
			rec.Seen, rec.Clicked, rec.Proved = min(rec.Seen, now), min(rec.Clicked, now), min(rec.Proved, now)
			s.Settings[row.ID] = rec
		}
	}
}

// checkIfDue begins a check when the person asked for one at intervals.
func (e *Engine) checkIfDue(granted bool) {
	if !granted || !e.checksItself() || e.now < e.nextCheck() {
		return
	}
	if c := e.state.Choices; c.Again && c.Mode == Automatic {
		e.start(Harden, granted, nil)
	} else {
		e.start(Check, granted, nil)
	}
}

// checksItself reports whether the person asked for checks at intervals, and
// there was a run from which to count.
func (e *Engine) checksItself() bool {
	c := e.state.Choices
	return c.Checks == Auto && c.Region != "" && !e.state.Run.on() && e.state.Tried != 0
}

func (e *Engine) nextCheck() int64 { return e.state.Tried + e.state.Choices.interval() }

func (c *Choices) interval() int64 { return int64(c.Every) * day }
