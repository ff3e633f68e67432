package rules

import (
	"offswitch/internal/ascii"
)

// ByLabel returns the setting whose title or switch label, as LinkedIn itself shows it in the page's language, is this
// text. It returns none where two settings share the text. What it finds may be marked, never clicked, and not even
// marked where the setting's Act is Never.
func ByLabel(lang, text string) (Setting, bool) {
	return only(lang, Fold(text), func(w wording) bool { return w.label })
}

// ByTitle returns the setting of a category that a row of its category page
// names. English titles of the whole table count, and those of labels in other
// languages.
func ByTitle(c Category, lang, title string) (Setting, bool) {
	return only(lang, Fold(title), func(w wording) bool { return w.title && table[w.row].Category == c })
}

// wording is a text of the table, folded, ready to be compared.
type wording struct {
	lang, text string
	row        int
	title      bool
	label      bool // comes from a label, so that it was seen in LinkedIn's own interface
}

var wordings = collect(table)

func collect(rows []Setting) []wording {
	var all []wording
	for i, s := range rows {
		all = append(all, wording{lang: "en", text: Fold(s.Title), row: i, title: true})
		for _, l := range s.Labels {
			lang := plainLang(l.Lang)
			if l.Title != "" {
				all = append(all, wording{lang: lang, text: Fold(l.Title), row: i, title: true, label: true})
			}
			if l.Heading != "" {
				all = append(all, wording{lang: lang, text: Fold(l.Heading), row: i, label: true})
			}
			for choice, rest, _ := ascii.Cut(l.Toggle, "|"); choice != ""; choice, rest, _ = ascii.Cut(rest, "|") {
				all = append(all, wording{lang: lang, text: Fold(choice), row: i, label: true})
			}
		}
	}
	return all
}

func only(lang, text string, counts func(wording) bool) (Setting, bool) {
	lang = plainLang(lang)
	hit := -1
	for _, w := range wordings {
		if w.text != text || !counts(w) || !speaks(lang, w.lang) {
			continue
		}
		if hit >= 0 && hit != w.row {
			return Setting{}, false
		}
		hit = w.row
	}
	if hit < 0 {
		return Setting{}, false
	}
	return table[hit], true
}

// speaks reports whether a page in one language shows labels of another: the
// same one, or a region or script of it. Brazilian labels do not count in Portugal.
func speaks(page, label string) bool {
	return page == label || ascii.HasPrefix(page, label+"-")
}

// plainLang writes de_DE and DE-de alike.
func plainLang(lang string) string {
	if before, after, ok := ascii.Cut(lang, "_"); ok {
		lang = before + "-" + after
	}
	return Fold(lang)
}
