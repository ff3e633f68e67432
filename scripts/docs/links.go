package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"offswitch/internal/regions"
	"offswitch/internal/rules"
)

// address finds what can be a link in a text: an address, and the number by which an article of LinkedIn's help is
// named. The numbers of its learning site look alike and lead elsewhere.
var address = regexp.MustCompile(`https://[^\s;)]*[^\s;),.]|\blinkedin\.com/[\w/-]+|(lms )?\ba\d{6,8}\b`)

// part is a piece of a text, a link where it has an address.
type part struct{ words, url string }

// linked returns the parts of a text.
func linked(text string) []part {
	var parts []part
	end := 0
	add := func(p part) {
		if p.words != "" {
			parts = append(parts, p)
		}
	}
	for _, at := range address.FindAllStringIndex(text, -1) {
		if found := text[at[0]:at[1]]; !strings.HasPrefix(found, "lms ") {
			add(part{words: text[end:at[0]]})
			add(part{found, urlOf(found)})
			end = at[1]
		}
	}
	add(part{words: text[end:]})
	return parts
}

func urlOf(found string) string {
	switch {
	case strings.HasPrefix(found, "https:"):
		return found
	case strings.HasPrefix(found, "linkedin.com"):
		return "https://www." + found
	}
	return "https://www.linkedin.com/help/linkedin/answer/" + found
}

// writeLinks writes the texts that hold a link, each once, in parts. They are found by the text itself, because a page
// has some of them from the engine.
func writeLinks(b *strings.Builder) {
	seen := map[string]bool{}
	for _, text := range texts() {
		parts := linked(text)
		if seen[text] || !slices.ContainsFunc(parts, func(p part) bool { return p.url != "" }) {
			continue
		}
		seen[text] = true
		var all []string
		for _, p := range parts {
			if p.url == "" {
				all = append(all, literal(p.words))
			} else {
				all = append(all, fmt.Sprintf("{words: %s, url: %s}", literal(p.words), literal(p.url)))
			}
		}
		fmt.Fprintf(b, "  %s: [%s],\n", literal(text), strings.Join(all, ", "))
	}
}

// texts are all of the table that a page shows in English and with links.
func texts() []string {
	var all []string
	for _, p := range rules.AllProse() {
		all = append(all, p.Toggle, p.Effect, p.Caution, p.Desktop, p.Phone)
		for _, src := range p.Sources {
			all = append(all, src.Where, src.Note)
		}
	}
	for _, s := range rules.Table() {
		for _, o := range s.Offers {
			all = append(all, o.Basis, o.Note, o.Source)
		}
	}
	for _, p := range rules.AllFollowUpProse() {
		all = append(all, p.Source)
	}
	for _, r := range regions.All() {
		all = append(all, r.Basis)
	}
	return all
}
