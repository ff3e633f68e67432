package memory

import (
	"offswitch/internal/ascii"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// Learned is the key under which the control of a row without one was found, by its address and its label. Where the key
// lasts, the row is told by it from then on, in any language. Of boxes and options it is the names of all of them. It is LinkedIn's own and the same for every account.
type Learned struct {
	Setting string
	Key     string
}

// maxLearned is more than there are rows without a key.
const maxLearned = 100

// LearnKey remembers the key of a row's control if it can be one that lasts, and reports whether that is news.
func (s *State) LearnKey(id, key string) bool {
	x, at := Learned{id, key}, len(s.Learned)
	for i := range s.Learned {
		if s.Learned[i].Setting == id {
			at = i
		}
	}
	switch news := at == len(s.Learned); {
	case !news && s.Learned[at].Key == key, at == maxLearned, s.vetLearned(x) != nil:
		return false
	case news:
		s.Learned = append(s.Learned, x)
	default:
		s.Learned[at] = x
	}
	for _, name := range ascii.Words(key) {
		s.forgetUnknown(name)
	}
	return true
}

// forgetUnknown takes a switch off the list of those that no rule names.
func (s *State) forgetUnknown(key string) {
	for i, u := range s.Unknown {
		if u.Key == key {
			s.Unknown = append(s.Unknown[:i], s.Unknown[i+1:]...)
			return
		}
	}
}

// vetLearned reports why a key must not stand for a row: it would not last, the row has its own, or another rule has it.
func (s *State) vetLearned(x Learned) error {
	names := ascii.Words(x.Key)
	for _, name := range names {
		if !Lasting(name) {
			return wire.Error("want a key that lasts, found " + x.Key)
		}
	}
	known := false
	for _, row := range s.Table() {
		if row.ID == x.Setting {
			known = row.ByParts() || row.Match == rules.Sole && len(names) == 1
			continue
		}
		for _, name := range names {
			if borne(row.Key, name) {
				return wire.Error("want a key that no other rule has, found that of " + row.ID)
			}
		}
	}
	if !known || len(names) == 0 || len(names) > maxParts {
		return wire.Error("want a row without a key, found " + x.Setting)
	}
	return nil
}

// learnAll takes stored keys in, each of them only if it could have been learned, and reports what was wrong with the last
// that could not.
func (s *State) learnAll(stored []Learned) error {
	if len(stored) > maxLearned {
		return tooMany("learned keys", maxLearned)
	}
	var bad error
	for _, x := range stored {
		if err := s.vetLearned(x); err != nil {
			bad = err
			continue
		}
		s.LearnKey(x.Setting, x.Key)
	}
	return bad
}
