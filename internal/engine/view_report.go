package engine

import (
	"cmp"
	"slices"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// Folded is a closed group of settings on the report.
type Folded string

// The folded groups, in the order in which they are shown. What needs attention, what the question is about and what the
// person left alone stand apart.
const (
	FoldOpen   Folded = "open"    // wanted off, and not proved off: on, changed, or not looked at
	FoldByHand Folded = "by-hand" // only the person can turn them off
	FoldOff    Folded = "off"     // proved off
	FoldOut    Folded = "out"     // the choices leave them alone, or they are not offered
)

var folds = []Folded{FoldOpen, FoldByHand, FoldOff, FoldOut}

// foldOf is the folded group in which a setting is reported, "" where it stands apart.
func foldOf(g grouped) Folded {
	switch g.group {
	case IsOn, IsOpen, IsUnseen:
		return FoldOpen
	case InHand:
		return FoldByHand
	case IsOff:
		return FoldOff
	case IsOut:
		return FoldOut
	}
	return ""
}

// Turn is what happened to a setting, for the line of time.
type Turn string

// The events.
const (
	WentOffByUs     Turn = "turned-off"
	WentOffByPerson Turn = "off-by-you"
	WentOff         Turn = "went-off"
	WentOnByUs      Turn = "undone"
	WentOnByPerson  Turn = "on-by-you"
	WentOn          Turn = "came-back"
)

// turnOf is what a change of a setting was.
func turnOf(c memory.Change) Turn {
	byUs, byPerson, elsewhere := WentOnByUs, WentOnByPerson, WentOn
	if c.To == page.Off {
		byUs, byPerson, elsewhere = WentOffByUs, WentOffByPerson, WentOff
	}
	switch c.By {
	case memory.Us:
		return byUs
	case memory.Person:
		return byPerson
	}
	return elsewhere
}

// mostTurns is how many of the newest changes of all settings the report is told.
const mostTurns = 200

type turned struct {
	at int64
	of Turn
}

// turns are the changes of all settings, oldest first. What was first seen of a setting is no change, unless somebody made it so.
func (e *Engine) turns() []turned {
	var all []turned
	for _, s := range e.table {
		for i, c := range e.state.Settings[s.ID].History {
			if i > 0 || c.By != memory.Elsewhere {
				all = append(all, turned{c.At, turnOf(c)})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b turned) int { return cmp.Compare(a.at, b.at) })
	return all[max(0, len(all)-mostTurns):]
}

// did is what the last run came to: how many settings it turned, or for a check read, and how many were off already.
func did(r *memory.Run) (count, already int) {
	for i := range r.Ledger {
		switch en := &r.Ledger[i]; {
		case r.Purpose == memory.Undo && en.Outcome == memory.StillOn && en.Why == memory.WhyUndone,
			r.Purpose == memory.Harden && en.Outcome == memory.TurnedOff,
			r.Purpose == memory.Check && (en.Outcome.Proved() || en.Outcome == memory.StillOn):
			count++
		case r.Purpose == memory.Harden && en.Outcome == memory.AlreadyOff:
			already++
		}
	}
	return count, already
}

// writeReport writes what the report shows beside the settings themselves, and in what order.
func (e *Engine) writeReport(w *wire.Writer, h Headline, all []grouped) {
	w.Object("report", func() {
		// Before anything was looked at there is nothing to list.
		w.Bool("looked", e.state.Run != nil || len(e.state.Settings) > 0 || h.Say != SayUnchecked)
		w.List("folds", func() {
			for _, fold := range folds {
				e.writeFold(w, fold, all)
			}
		})
		w.List("turns", func() {
			for _, t := range e.turns() {
				w.Object("", func() {
					w.Int("at", t.at)
					w.Text("of", string(t.of))
				})
			}
		})
		e.writeAnswer(w)
	})
}

func (e *Engine) writeFold(w *wire.Writer, fold Folded, all []grouped) {
	var ids []string
	for _, g := range all {
		if foldOf(g) == fold {
			ids = append(ids, g.setting.ID)
		}
	}
	if len(ids) == 0 {
		return
	}
	w.Object("", func() {
		w.Text("fold", string(fold))
		writeTexts(w, "settings", ids)
	})
}

// writeAnswer writes when the objection was sent, and whether its answer is due, as long as the person waits for one.
func (e *Engine) writeAnswer(w *wire.Writer) {
	sent, due := e.awaited()
	if sent == 0 {
		w.Null("answer")
		return
	}
	w.Object("answer", func() {
		w.Int("sent", sent)
		w.Bool("due", due)
		w.Bool("law", rules.MustAnswer(e.ground()))
	})
}

// awaited is when the objection was sent, 0 where no answer is waited for, and whether it is time to ask after it.
func (e *Engine) awaited() (sent int64, due bool) {
	if memory.TimeOf(e.state.Done, rules.ObjectionAnswer) == 0 {
		sent = memory.TimeOf(e.state.Done, rules.ObjectionForm)
	}
	return sent, sent != 0 && e.reached(sent+rules.AnswerDays*memory.Day)
}
