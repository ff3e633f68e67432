package rules

import "offswitch/internal/page"

// StateWord returns the position that LinkedIn's category pages are known to call by a word, in some languages. It may
// confirm what was seen, and never stands alone.
func StateWord(lang, text string) page.State {
	lang, text = plainLang(lang), Fold(text)
	if text == "" {
		return page.Unknown
	}
	for _, w := range stateWords {
		if !speaks(lang, w.lang) {
			continue
		}
		switch text {
		case w.on:
			return page.On
		case w.off:
			return page.Off
		}
	}
	return page.Unknown
}

// stateWords are from pictures of live pages (en) and from public copies of settings pages (the others, medium
// confidence). What no source gives is empty.
var stateWords = []struct{ lang, on, off string }{
	{"en", Fold("On"), Fold("Off")},
	{"de", Fold("Ein"), Fold("Aus")},
	{"fr", "", Fold("Désactivé")},
	{"it", Fold("Sì"), Fold("No")},
	{"pt-br", Fold("Ativado"), Fold("Desativado")},
}
