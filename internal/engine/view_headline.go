package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// Saying is what the headline says.
type Saying string

// The sayings of the headline, and of the line below it.
const (
	SayWorking   Saying = "working"   // a run is through with N of Of
	SaySignIn    Saying = "sign-in"   // a run waits for the person to sign in
	SayUnchecked Saying = "unchecked" // nobody has looked
	SayStale     Saying = "stale"     // N days since the last proof
	SayChanged   Saying = "changed"   // N changed, not proved
	SayAllOff    Saying = "all-off"   // all N are off
	SayPartOff   Saying = "part-off"  // N of Of are off
	SayOn        Saying = "on"        // N are on
	SayAttention Saying = "attention" // N need attention
	SayMore      Saying = "more-on"   // N more are on
	SayUnseen    Saying = "unseen"    // N not looked at
	SayByHand    Saying = "by-hand"   // N by hand
	SayToDo      Saying = "to-do"     // N to turn off
)

// Drawn is how the switch beside the headline is drawn.
type Drawn string

// The drawings.
const (
	DrawnOn      Drawn = "on"      // something planned is on
	DrawnOff     Drawn = "off"     // all that is planned was looked at, and nothing of it is on
	DrawnUnknown Drawn = "unknown" // nothing is known to be on, and not all was looked at
	DrawnCalm    Drawn = "calm"    // a run is at work
)

// Said is one thing that is said with its numbers.
type Said struct {
	Say   Saying
	N, Of int
}

// Headline is the state of all settings in one sentence, and what is said below it.
type Headline struct {
	Said
	Drawn Drawn
	More  []Said
}

// tally counts the settings by group.
func tally(all []grouped) map[Group]int {
	n := map[Group]int{}
	for _, p := range all {
		n[p.group]++
	}
	return n
}

// headline says how it stands with what the person's choices want off.
func (e *Engine) headline(all []grouped) Headline {
	n := tally(all)
	wanted, rest := e.asks()
	more := n[IsOn] + wanted
	if wanted == 0 {
		more += rest // what no rule knows is on too
	}
	total := n[IsOff] + n[IsFailed] + n[IsAsked] + n[IsOn] + n[IsOpen] + n[IsUnseen] + n[InHand]
	h := Headline{Drawn: DrawnUnknown}
	sum := e.summary(all)
	if sum.On > 0 {
		h.Drawn = DrawnOn
	}
	switch r := e.state.Run; {
	case r.Going() && r.SignIn != 0:
		return Headline{Said: Said{Say: SaySignIn}, Drawn: DrawnCalm}
	case r.Going():
		n, of := r.Progress()
		if of == 0 || r.Visit().Look {
			n, of = r.Looks()
		}
		return Headline{Said: Said{SayWorking, n, of}, Drawn: DrawnCalm}
	case e.restingBadge(all).Tip == TipStale:
		h.Said = Said{SayStale, int((e.now - sum.Proved) / memory.Day), 0}
		h.more(SayPartOff, n[IsOff], total)
	case n[IsOff]+n[IsFailed]+n[IsOpen]+more == 0:
		h.Said = Said{Say: SayUnchecked}
		h.more(SayToDo, n[IsUnseen], 0)
		h.more(SayByHand, n[InHand], 0)
		return h
	case n[IsOpen] > 0:
		h.Said = Said{SayChanged, n[IsOpen], 0}
		h.more(SayPartOff, n[IsOff], total)
	case n[IsOff] == total:
		h.Said = Said{SayAllOff, total, 0}
	case n[IsOff] > 0:
		h.Said = Said{SayPartOff, n[IsOff], total}
	case more > 0:
		h.Said = Said{SayOn, more, 0}
		more = 0
	default:
		h.Said = Said{SayAttention, n[IsFailed], 0}
		n[IsFailed] = 0
	}
	if h.Drawn == DrawnUnknown && h.Say != SayStale && rest == 0 && n[IsOff] > 0 && n[IsFailed]+n[IsOpen]+n[IsUnseen] == 0 {
		h.Drawn = DrawnOff
	}
	h.more(SayAttention, n[IsFailed], 0)
	h.more(SayMore, more, 0)
	h.more(SayUnseen, n[IsUnseen], 0)
	h.more(SayByHand, n[InHand], 0)
	return h
}

// more adds to what is said below the headline, unless it is about none.
func (h *Headline) more(say Saying, n, of int) {
	if n > 0 {
		h.More = append(h.More, Said{say, n, of})
	}
}

// Deed is what the main button does.
type Deed string

// The deeds.
const (
	DoHarden  Deed = "harden"  // a run over all that is planned
	DoAgain   Deed = "again"   // the same, where nothing is left to turn off
	DoRetry   Deed = "retry"   // the same, where all that is left has failed before
	DoSignIn  Deed = "sign-in" // go on with the run that was signed out
	DoResume  Deed = "resume"  // go on with the run that stopped
	DoConfirm Deed = "confirm" // look at the question about what was found
)

// deed decides what the main button does now, and about how many settings.
func (e *Engine) deed(all []grouped) (Deed, int) {
	r := e.state.Run
	left, failed := 0, 0
	for _, p := range all {
		switch {
		case e.standing(p.setting) != rules.Planned:
		case p.group == IsOn, p.group == IsOpen, p.group == IsUnseen:
			left++
		case p.group == IsFailed && remedy(clauseOf(p.record)) == RunAgain:
			failed++
		}
	}
	switch {
	case e.resumable() && r.Why == memory.BySignOut:
		return DoSignIn, len(e.unfinished())
	case e.resumable():
		return DoResume, len(e.unfinished())
	case e.choices().Region == "" && e.suggested.Region == "":
		return DoHarden, 0 // how many, nobody can say before the person says where they live
	case left > 0, e.state.Tried == 0:
		return DoHarden, left + failed
	case failed > 0:
		return DoRetry, failed
	}
	if wanted, _ := e.asks(); wanted > 0 {
		return DoConfirm, wanted
	}
	return DoAgain, 0
}

// writeHeadline writes the state in one sentence, the main button, and what needs attention.
func (e *Engine) writeHeadline(w *wire.Writer, h Headline, all []grouped) {
	w.Object("headline", func() {
		h.Said.members(w)
		w.Text("drawn", string(h.Drawn))
		w.List("more", func() {
			for _, said := range h.More {
				w.Object("", func() { said.members(w) })
			}
		})
	})
	deed, n := e.deed(all)
	w.Object("main", func() {
		w.Text("deed", string(deed))
		w.Int("n", int64(n))
	})
	w.List("attention", func() {
		for _, p := range all {
			if p.group == IsFailed {
				w.Object("", func() {
					w.Text("id", p.setting.ID)
					w.Text("clause", string(clauseOf(p.record)))
					w.Text("remedy", string(remedy(clauseOf(p.record))))
				})
			}
		}
	})
}

func (s Said) members(w *wire.Writer) {
	w.Text("say", string(s.Say))
	w.Int("n", int64(s.N))
	w.Int("of", int64(s.Of))
}
