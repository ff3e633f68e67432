package engine

import (
	"offswitch/internal/ascii"
	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// writePage writes the newest snapshot of a settings page, scrubbed, when the
// person asked for it: to be looked at, saved, and sent in by hand because the
// page did not work. It holds the page's structure, and of its paths, keys and texts those that the rule
// table knows as LinkedIn's own, or a rule of the person's; any other could be somebody's name and is
// left out.
func (e *Engine) writePage(w *wire.Writer) {
	if !e.exporting || e.last == nil {
		w.Null("page")
		return
	}
	s := e.last
	w.Object("page", func() {
		w.Int("version", memory.Version)
		w.Text("path", e.knownPath(s.Path))
		w.Text("lang", plainTag(s.Lang))
		w.Text("frontEnd", oneOf(s.FrontEnd, "ember", "react"))
		w.Bool("ready", s.Ready)
		w.Int("status", int64(s.Status))
		w.Bool("dialog", s.Dialog)
		w.Int("more", int64(s.More))
		w.List("controls", func() {
			for _, c := range s.Controls {
				w.Object("", func() {
					w.Int("ref", int64(c.Ref))
					w.Text("kind", oneOf(c.Kind, "switch", "checkbox", "radio", "button", "toggle"))
					w.Text("key", e.knownKey(c.Key))
					w.Text("id", e.knownKey(c.ID))
					w.Text("label", knownText(s.Lang, c.Label))
					w.Text("heading", knownText(s.Lang, c.Heading))
					if c.State == page.Unknown {
						w.Null("on")
					} else {
						w.Bool("on", c.State == page.On)
					}
					w.Bool("enabled", c.Enabled)
					w.Bool("visible", c.Visible)
				})
			}
		})
		w.List("rows", func() {
			for _, r := range s.Rows {
				w.Object("", func() {
					w.Text("path", e.knownPath(r.Path))
					category, _ := rules.CategoryOf(page.Canonical(s.Path))
					title := ""
					if _, ok := rules.ByTitle(category, s.Lang, r.Title); ok {
						title = r.Title
					}
					w.Text("title", title)
				})
			}
		})
	})
}

// knownPath keeps a path that says no more than which page it is: a category's, or that of a rule of the table or the
// person's own. Of any other settings page it is only said that it is one, for what comes after could be a name.
func (e *Engine) knownPath(path string) string {
	clean, ok := page.Address(path)
	switch _, category := rules.CategoryOf(clean); {
	case category || ok && e.named(clean):
		return clean
	case ok || page.KindOf(path) == page.Setting || page.KindOf(path) == page.Category:
		return unnamed
	}
	return ""
}

// unnamed stands for what is there and could tell whose page it is.
const unnamed = "?"

// knownKey keeps the keys of rules, and of the options of one. Of any other it is only said that it was there.
func (e *Engine) knownKey(key string) string {
	names := ascii.Words(key)
	kept := ""
	for i, name := range names {
		if i > 0 {
			kept += " "
		}
		kept += e.knownName(name)
	}
	return kept
}

func (e *Engine) knownName(name string) string {
	for _, s := range e.table {
		if s.Key == "" {
			continue
		}
		if name == s.Key {
			return name
		}
		if s.Match == rules.RadioID && ascii.HasPrefix(name, s.Key+"__") {
			return s.Key + "__" + unnamed
		}
	}
	return unnamed
}

// knownText keeps a text that LinkedIn itself shows for a setting of the table.
func knownText(lang, text string) string {
	if _, ok := rules.ByLabel(lang, text); ok {
		return text
	}
	if text == "" {
		return ""
	}
	return unnamed
}

// plainTag keeps a language with its script and region, as pages name theirs.
func plainTag(lang string) string {
	const most = 3
	rest, more := lang, true
	for n := 0; more; n++ {
		var part string
		part, rest, more = ascii.Cut(rest, "-")
		if n == most || len(part) < 2 || len(part) > 4 || n == 0 && len(part) > 3 || !memory.Code(part) {
			return ""
		}
	}
	return lang
}

// oneOf keeps a word that is one of those that agents use.
func oneOf(word string, words ...string) string {
	for _, w := range words {
		if w == word {
			return word
		}
	}
	return ""
}
