package engine

import (
	"offswitch/internal/ascii"
	"offswitch/internal/memory"
	"offswitch/internal/rules"
)

// Summary counts by group what the person's choices want off: the badge, the headline's colour and the view go by it.
type Summary struct {
	On      int   // known to be on, what waits for the person's word included
	Off     int   // proved off
	Unknown int   // neither
	Total   int   // all of them; not those that only the person can turn off
	Proved  int64 // the oldest proof among those off that a run looks at; 0 where there is none
}

func (e *Engine) summary(all []grouped) Summary {
	var s Summary
	for _, p := range all {
		switch p.group {
		case IsOff:
			s.Off++
			if at := p.record.Proved; e.standing(p.setting) == rules.Planned && (s.Proved == 0 || at < s.Proved) {
				s.Proved = at
			}
		case IsFailed:
			if p.record.On() {
				s.On++
			} else {
				s.Unknown++
			}
		case IsOn:
			s.On++
		case IsOpen, IsUnseen:
			s.Unknown++
		}
	}
	wanted, _ := e.asks()
	s.On += wanted
	s.Total = s.On + s.Off + s.Unknown
	return s
}

func (e *Engine) badgeNow() Badge {
	r := e.state.Run
	if !r.Going() {
		return e.restingBadge(e.grouped())
	}
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

// restingBadge is the badge while no run is on.
func (e *Engine) restingBadge(all []grouped) Badge {
	s := e.summary(all)
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
