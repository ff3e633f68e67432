package lab

import (
	"strings"

	"offswitch/internal/rules"
)

// texts are a setting's title, the heading of its page and its control's label in one language.
type texts struct{ title, heading, toggle string }

// stateWords are the words that a category page shows for on and off, in ten languages; it is in English in all others.
var stateWords = map[string][2]string{
	"en": {"On", "Off"}, "de": {"Ein", "Aus"}, "pt-BR": {"Ativado", "Desativado"}, "it": {"Sì", "No"},
	// Only the word for off is known.
	"fr": {"Lab on fr", "Désactivé"},
	// No source gives these.
	"es": {"Lab on es", "Lab off es"}, "nl": {"Lab on nl", "Lab off nl"}, "pl": {"Lab on pl", "Lab off pl"},
	"ja": {"Lab on ja", "Lab off ja"}, "ar": {"Lab on ar", "Lab off ar"},
}

// label is a row's texts in a language. A text that the rule table has no source for is shown in English,
// because a made-up translation would teach the rules something false.
func label(r Row, lang string) texts {
	var t texts
	if s, ok := rules.Find(r.ID); ok && lang != "en" {
		for _, l := range rules.LabelRecords(s) {
			if l.Lang == lang {
				or(&t.title, l.Title)
				or(&t.heading, l.Heading)
				or(&t.toggle, l.Toggle)
			}
		}
	}
	// A control whose English label is not known was given the title; so is its translation.
	if r.Toggle == r.Title {
		or(&t.toggle, t.title)
	}
	or(&t.title, r.Title)
	or(&t.heading, r.Heading)
	or(&t.heading, t.title)
	or(&t.toggle, r.Toggle)
	return t
}

func stateWord(lang string, on bool) string {
	words, ok := stateWords[lang]
	if !ok {
		words = stateWords["en"]
	}
	if on {
		return words[0]
	}
	return words[1]
}

// categoryTitle is English everywhere: the other languages are not known.
func categoryTitle(category string) string {
	switch category {
	case "profile-visibility":
		return "Visibility"
	case "privacy":
		return "Data privacy"
	case "ads":
		return "Advertising data"
	}
	words := strings.ReplaceAll(category, "-", " ")
	return strings.ToUpper(words[:1]) + words[1:]
}
