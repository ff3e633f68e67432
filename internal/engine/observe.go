package engine

import (
	"slices"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// observe learns from a page that no run is working on: one the person opened,
// or the settings of a run's page that the run leaves alone.
func (e *Engine) observe(tab int, account string, snap page.Snapshot) {
	if k := page.KindOf(snap.Path); k == page.Setting || k == page.Category {
		e.last = &snap
	}
	e.readRows(snap)
	e.learnKeys(snap)
	e.note(account, snap)
	p, attributed := e.passBy(tab, account, snap)
	if !attributed {
		return
	}
	if snap.Ready && e.now >= p.settledAt()+beliefPatience {
		e.alarm(snap)
	}
	for _, s := range e.table {
		if s.Act != rules.Click || !page.Same(snap.Path, s.Page) {
			continue
		}
		if r := e.state.Run; r.Going() && r.Entry(s.ID) != nil && r.Doc == snap.Doc {
			continue
		}
		c, verdict := rules.Locate(s, snap, e.table)
		if verdict != rules.Found || c.State == page.Unknown {
			continue
		}
		rec := e.record(s.ID)
		proved := rec.Outcome.Proved()
		rec = e.observed(rec, s, c, snap, p)
		e.state.Settings[s.ID] = rec
		if proved && !rec.Outcome.Proved() {
			e.doubt(s.ID)
		}
	}
}

// observed is what a control tells of a setting: what was so when its document was loaded, or when the person turned it
// there. Of a tab that was left open that is long ago, and proves nothing about today. Off is believed only of a page that
// came from the server and has stood still for long, and so is on of what was proved to be off.
func (e *Engine) observed(rec memory.Record, s rules.Setting, c page.Control, snap page.Snapshot, p passing) memory.Record {
	same := rec.State == c.State
	byHand := c.Moved != 0 && c.ByHand
	at, by := snap.Born, rec.Turner()
	if byHand {
		at, by = c.Moved, memory.Person
	}
	still := max(p.since, c.Moved, c.Changed)
	switch {
	case at == 0 || at < rec.KnownAt() || at > e.now+clockError:
		return rec
	case !byHand && (!snap.Ready || e.now < still+agreePatience):
		return rec
	case !byHand && (c.State == page.Off || rec.Outcome.Proved()) && (kept(snap) || e.now < still+beliefPatience):
		return rec
	case !byHand && c.State == page.Off && (!c.Enabled || c.Busy || e.stirred(snap) || at < storedAt(rec)):
		return rec
	case c.State == page.On:
		if same && rec.Outcome != memory.Unchecked && !rec.Outcome.Proved() {
			return rec // what a run found out says more
		}
		rec.NoteChange(at, page.On, by)
		rec.Outcome, rec.Why = memory.StillOn, ""
		if e.standing(s) == rules.BelowLevel {
			rec.Why = memory.WhyBelowLevel
		}
	case byHand:
		if n := len(rec.History); n > 0 && rec.History[n-1].At == at {
			return rec // that is known
		}
		if same {
			rec.NoteChange(at, page.On, rec.Turner()) // it was on before somebody turned it off
		}
		rec.NoteChange(at, page.Off, by)
		rec.Outcome, rec.Why, rec.Ours = memory.Unchecked, memory.WhySeenOff, false
	default:
		since, by := at, memory.Elsewhere
		if clicked := rec.ClickedUnproved(); clicked != 0 {
			since, by, rec.Ours = clicked, memory.Us, true
		}
		rec.NoteChange(since, page.Off, by)
		if !rec.Outcome.Proved() {
			rec.Outcome, rec.Why = memory.AlreadyOff, ""
		}
		rec.Proved, rec.Proof = at, memory.SawReloaded
	}
	rec.Saw(c.State, at)
	return rec
}

// stirred reports whether a document may show something else than was loaded with it: something in it has moved or was
// clicked. Who made it move is not always to be told, because a page may be slow to follow a hand.
func (e *Engine) stirred(snap page.Snapshot) bool {
	return e.touchedAt(snap) != 0 || slices.ContainsFunc(snap.Controls, func(c page.Control) bool { return c.Moved != 0 })
}

// clockError is how far apart, in milliseconds, a page's clock and the engine's can be. A page time later than that
// means that the clock has been set back since.
const clockError = 1_000
