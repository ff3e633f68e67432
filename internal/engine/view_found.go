package engine

import (
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// writeFound writes what waits for the person's word, by category and with what no rule knows last, and what they left alone.
func (e *Engine) writeFound(w *wire.Writer) {
	w.List("found", func() {
		for _, c := range []rules.Category{rules.DataPrivacy, rules.AdvertisingData, rules.Visibility, rules.Account, ""} {
			for i := range e.state.Unknown {
				u := &e.state.Unknown[i]
				if s, _ := e.rowOf(u); s.Category == c && e.waits(u) {
					w.Object("", func() { e.writeWaiting(w, i) })
				}
			}
		}
	})
	w.List("left", func() {
		for i := range e.state.Left {
			wire.Write(w, "", e.state.Left[i].Fields)
		}
	})
}

func (e *Engine) writeWaiting(w *wire.Writer, i int) {
	u := &e.state.Unknown[i]
	s, _ := e.rowOf(u)
	w.Text("id", e.idOf(u))
	w.Text("category", string(s.Category))
	kind := "switch"
	if len(u.Parts) > 0 {
		kind = string(u.Match)
	}
	w.Text("kind", kind)
	w.Text("page", u.Page)
	writeURL(w, "url", u.Page)
	w.Text("label", u.Label)
	w.Text("heading", u.Heading)
	w.List("options", func() {
		for _, p := range u.Parts {
			w.Object("", func() {
				w.Text("label", p.Label)
				w.Bool("chosen", p.Chosen)
			})
		}
	})
	w.Text("was", u.Was)
	w.Text("setting", s.ID)
	w.Text("title", s.Title)
	w.Text("how", string(e.knownBy(u)))
	w.Bool("ticked", e.ticked(u))
	w.Bool("lasting", true)
	w.Text("state", string(u.State))
	w.Text("value", recognised(s, u))
	w.Int("seen", u.Seen)
}
