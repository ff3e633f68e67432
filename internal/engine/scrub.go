package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// writePage writes the newest snapshot of a settings page, scrubbed, when the
// person asked for it: to be looked at, saved, and sent in by hand because the
// page did not work. It holds the page's structure and the texts that the rule
// table knows as LinkedIn's own; any other text could be somebody's name and is
// left out. Paths are kept only of settings and category pages.
func (e *Engine) writePage(w *wire.Writer) {
	if !e.exporting || e.last == nil {
		w.Null("page")
		return
	}
	s := e.last
	w.Object("page", func() {
		w.Int("version", memory.Version)
		w.Text("path", settingsPath(s.Path))
		w.Text("lang", s.Lang)
		w.Text("frontEnd", s.FrontEnd)
		w.Bool("ready", s.Ready)
		w.Int("status", int64(s.Status))
		w.Bool("dialog", s.Dialog)
		w.Int("more", int64(s.More))
		w.List("controls", func() {
			for _, c := range s.Controls {
				w.Object("", func() {
					w.Int("ref", int64(c.Ref))
					w.Text("kind", c.Kind)
					w.Text("key", settingKey(c.Key))
					w.Text("id", settingKey(c.ID))
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
					w.Text("path", settingsPath(r.Path))
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

// settingsPath keeps a path that says no more than which settings page it is.
func settingsPath(path string) string {
	switch page.KindOf(path) {
	case page.Setting, page.Category:
		return page.Canonical(path)
	}
	return ""
}

// settingKey keeps what looks like a name that a programmer gave. What does not
// is only said to have been there.
func settingKey(key string) string {
	if key == "" || memory.Lasting(key) {
		return key
	}
	return "?"
}

// knownText keeps a text that LinkedIn itself shows for a setting of the table.
func knownText(lang, text string) string {
	if _, ok := rules.ByLabel(lang, text); ok {
		return text
	}
	if text == "" {
		return ""
	}
	return "?"
}
