package engine

import (
	"offswitch/internal/ascii"
	"offswitch/internal/memory"
	"offswitch/internal/rules"
)

// Summary counts the settings that the choices plan to turn off.
type Summary struct {
	On      int   // known to be on
	Off     int   // proved off
	Unknown int   // neither
	Total   int   // all of them
	Proved  int64 // the oldest proof among those off; 0 where there is none
}

func (e *Engine) summary() Summary {
	var s Summary
	for _, row := range e.table {
		if e.standing(row) != rules.Planned {
			continue
		}
		rec := e.state.Settings[row.ID]
		switch {
		case rec.Outcome == memory.NotOffered && rec.Why != memory.WhyRegion:
			continue // LinkedIn does not offer it to this person
		case rec.Outcome.Proved():
			s.Off++
			if s.Proved == 0 || rec.Proved < s.Proved {
				s.Proved = rec.Proved
			}
		case rec.On():
			s.On++
		default:
			s.Unknown++
		}
		s.Total++
	}
	return s
}

func (e *Engine) badgeNow() Badge {
	if r := e.state.Run; r.Going() {
		if r.SignIn != 0 {
			return Badge{Text: "!", Tip: TipSignIn}
		}
		n, of := r.Progress()
		switch {
		case of == 0:
			n, of = r.Looks()
		case r.Guided():
			n, of = e.number() // as the note beside the mark says
		}
		return Badge{Text: ascii.Itoa(n) + "/" + ascii.Itoa(of), Tip: TipRunning, Args: []string{ascii.Itoa(n), ascii.Itoa(of)}}
	}
	s := e.summary()
	switch {
	case s.On > 0:
		return Badge{Text: ascii.Itoa(s.On), Alarm: true, Tip: TipOn, Args: []string{ascii.Itoa(s.On)}}
	case s.Off == 0 && (s.Unknown == 0 || e.state.Tried == 0):
		return Badge{Text: "?", Tip: TipUnchecked}
	case e.fresh() > 0:
		b := Badge{Tip: TipFresh, Args: []string{ascii.Itoa(e.fresh())}}
		if s.Unknown > 0 {
			b.Text = "?"
		}
		return b
	case s.Unknown > 0:
		return Badge{Text: "?", Tip: TipUnsure, Args: []string{ascii.Itoa(s.Unknown)}}
	case e.choices().Checks != memory.NoChecks && e.reached(s.Proved+e.interval()):
		return Badge{Text: "?", Tip: TipStale}
	}
	if _, due := e.awaited(); due {
		return Badge{Tip: TipAnswer}
	}
	return Badge{Tip: TipOff}
}
