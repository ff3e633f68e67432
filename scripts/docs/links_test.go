package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestLinked(t *testing.T) {
	help := "https://www.linkedin.com/help/linkedin/answer/"
	tests := map[string]struct {
		text string
		want []part
	}{
		"nothing to link": {"Brave psst-component, src/linkedin/user.ts", []part{{"Brave psst-component, src/linkedin/user.ts", ""}}},
		"no text":         {"", nil},
		"help articles":   {"LinkedIn help a548106, a518980", []part{{"LinkedIn help ", ""}, {"a548106", help + "a548106"}, {", ", ""}, {"a518980", help + "a518980"}}},
		"an article of the learning site": {"LinkedIn help a7152512, lms a1444756",
			[]part{{"LinkedIn help ", ""}, {"a7152512", help + "a7152512"}, {", lms a1444756", ""}}},
		"an address within a sentence": {"quoted by https://example.org/a-b.html; and others.",
			[]part{{"quoted by ", ""}, {"https://example.org/a-b.html", "https://example.org/a-b.html"}, {"; and others.", ""}}},
		"an address that ends a sentence": {"See (https://example.org/a).",
			[]part{{"See (", ""}, {"https://example.org/a", "https://example.org/a"}, {").", ""}}},
		"LinkedIn's own, as people write it": {"linkedin.com/legal/privacy/usa",
			[]part{{"linkedin.com/legal/privacy/usa", "https://www.linkedin.com/legal/privacy/usa"}}},
		"a number within a word": {"data1234567 a12345678x", []part{{"data1234567 a12345678x", ""}}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, tt.want, linked(tt.text))
		})
	}
}

// A page finds a text's links by the text, and shows them in its place: they must say the same.
func TestLinkedSaysWhatTheTextSays(t *testing.T) {
	for _, text := range texts() {
		var b strings.Builder
		for _, p := range linked(text) {
			b.WriteString(p.words)
		}
		assert.Equal(t, text, b.String())
	}
}
