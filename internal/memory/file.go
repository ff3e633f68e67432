package memory

import (
	"offswitch/internal/wire"
)

// FromFile reads a state from a file, which anybody may have written, in the place of the one at hand. All of it has to
// make sense, or nothing is taken. It brings choices, what was known of the settings, and rules, which it offers to the person
// where they are not theirs already. What only this browser can know stays as it is here: whose account is at hand, what is
// known of others, what pages showed, where LinkedIn's lists say that settings are, what their words mean, and which keys
// were learned. It brings no run, no notices, nothing that an undo would turn on, and no moment that is still to come.
func FromFile(v wire.Value, at *State, now int64) (State, error) {
	if v.Kind() != wire.Object {
		return State{}, wire.Error("want a file to hold an object")
	}
	if err := withinBounds(v); err != nil {
		return State{}, err
	}
	s, err := decode(v, at)
	if err != nil {
		return State{}, err
	}
	s.Run, s.Notices = nil, nil
	s.Account, s.Others = at.Account, at.Others
	if err := s.offerAll(at.Own); err != nil {
		return State{}, err
	}
	s.CategoriesRead, s.Words = at.CategoriesRead, at.Words
	s.Unknown, s.Looked = at.Unknown, at.Looked
	for _, row := range s.Table() {
		if rec, ok := s.Settings[row.ID]; ok {
			rec.disown()
			s.Settings[row.ID] = rec
		}
	}
	if s.Tried != 0 {
		s.Tried = now // so that no check begins by itself at once
	}
	if len(Encode(&s)) > MaxStored {
		return State{}, wire.Error("want a file that can be stored")
	}
	s.NotAfter(now)
	return s, nil
}

// withinBounds reports a list of a file that is longer than any that is written.
func withinBounds(v wire.Value) error {
	settings := v.Get("settings")
	for _, id := range settings.Names() {
		if len(settings.Get(id).Get("history").Items()) > MaxHistory+1 {
			return tooMany("changes of "+id, MaxHistory+1)
		}
	}
	if len(v.Get("done").Items()) > maxDone {
		return tooMany("follow-ups", maxDone)
	}
	return nil
}

// maxDone is more than there are follow-ups.
const maxDone = 50

// disown takes away what makes an undo, or a later page, take the setting for one that this extension turned off here, and
// what nobody but LinkedIn is to say.
func (rec *Record) disown() {
	rec.Ours, rec.Word = false, ""
	switch rec.Why {
	case WhyNotProved, WhyUndoStopped:
		rec.Outcome, rec.Why = Unchecked, ""
	}
}

// offerAll puts the rules that a file brought before the person, but for those that are theirs already.
func (s *State) offerAll(own Own) error {
	brought := append(s.Local, s.Offered...)
	s.Local, s.Offered = nil, nil
	for _, x := range brought {
		if at := (State{Own: own}); at.Rules(&x) {
			s.Local = append(s.Local, x)
			continue
		}
		if x.Setting == "" {
			delete(s.Settings, x.ID)
		}
		if err := s.Offer(x); err != nil {
			return err
		}
	}
	return nil
}
