package memory

import (
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// maxStateWords is how many words are remembered.
const maxStateWords = 40

// Word is what LinkedIn's lists call a position of a setting, in one language. It was learned: it stood in a list beside
// a setting whose own page showed that position.
type Word struct {
	Lang  string
	Text  string
	Means page.State
}

// Meaning returns the position that a word was learned to mean, Unknown for any other.
func (s *State) Meaning(lang, text string) page.State {
	for _, w := range s.Words {
		if w.Lang == lang && w.Text == text {
			return w.Means
		}
	}
	return page.Unknown
}

// Hearsay returns the position that a word was learned to mean, or else is published to mean.
func (s *State) Hearsay(lang, text string) page.State {
	if means := s.Meaning(lang, text); means != page.Unknown {
		return means
	}
	return rules.StateWord(lang, text)
}

// Learn remembers what a word means, unless another one is known that means the same: one of them was misunderstood, and
// nobody knows which.
func (s *State) Learn(lang, text string, means page.State) bool {
	for _, w := range s.Words {
		if w.Lang == lang && w.Means == means {
			return w.Text == text
		}
	}
	s.Words = append(s.Words[max(0, len(s.Words)-maxStateWords+1):], Word{Lang: lang, Text: text, Means: means})
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
