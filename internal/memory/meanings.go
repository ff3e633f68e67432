package memory

import (
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// maxStateWords is how many words are remembered.
const maxStateWords = 80

// Word is what LinkedIn's lists call a position of a setting, in one language. It was learned: it stood in a list beside
// a setting whose own page showed that position. The words of options are each setting's own, as many as it has options.
type Word struct {
	Lang  string
	Of    string // the setting, where it is one of options; "" for the words that all switches share
	Text  string
	Means page.State
}

// Meaning returns the position that a word was learned to mean, Unknown for any other.
func (s *State) Meaning(lang string, of rules.Setting, text string) page.State {
	for _, w := range s.Words {
		if w.Lang == lang && w.Of == ownerOf(of) && w.Text == text {
			return w.Means
		}
	}
	return page.Unknown
}

// Hearsay returns the position that a word was learned to mean, or else is published to mean.
func (s *State) Hearsay(lang string, of rules.Setting, text string) page.State {
	switch means := s.Meaning(lang, of, text); {
	case means != page.Unknown:
		return means
	case of.Match == rules.Option:
		return of.OptionMeans(lang, text)
	}
	return rules.StateWord(lang, text)
}

// ownerOf is the setting to which a word is limited.
func ownerOf(s rules.Setting) string {
	if s.Match == rules.Option {
		return s.ID
	}
	return ""
}

// Learn remembers what a word means, unless another one is known that means the same: one of them was misunderstood, and
// nobody knows which.
func (s *State) Learn(lang string, of rules.Setting, text string, means page.State) bool {
	owner := ownerOf(of)
	for _, w := range s.Words {
		if w.Lang == lang && w.Of == owner && (w.Text == text || w.Means == means && (owner == "" || means == page.Off)) {
			return w.Text == text && w.Means == means
		}
	}
	s.Words = append(s.Words[max(0, len(s.Words)-maxStateWords+1):], Word{Lang: lang, Of: owner, Text: text, Means: means})
	return true
}

// Unlearn forgets the words of a language.
func (s *State) Unlearn(lang string) {
	kept := s.Words[:0]
	for _, w := range s.Words {
		if w.Lang != lang {
			kept = append(kept, w)
		}
	}
	s.Words = kept
}
