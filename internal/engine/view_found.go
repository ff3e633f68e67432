package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/page"
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
		for _, x := range e.state.Offered {
			w.Object("", func() { e.writeOffered(w, x) })
		}
	})
	w.Int("asked", int64(e.questions()))
	w.Int("apart", int64(e.apart()))
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
	w.Text("kind", kindOf(u.Match))
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
	w.Text("place", string(e.placeOf(u)))
	w.Bool("lasting", u.Lasting())
	w.Int("more", int64(u.More))
	w.Bool("stale", e.stale(u))
	w.Text("state", string(u.State))
	w.Text("value", recognised(s, u))
	w.Int("seen", u.Seen)
}

// kindOf names what something is made of, by how it is told.
func kindOf(m rules.Match) string {
	if m == rules.Boxes || m == rules.Option {
		return string(m)
	}
	return "switch"
}

// writeOffered writes a rule from a file. What it is about was not seen here, or in another position.
func (e *Engine) writeOffered(w *wire.Writer, x memory.Local) {
	s, _ := e.find(x.Setting)
	w.Text("id", offeredID(x))
	w.Text("category", string(s.Category))
	kind := kindOf(x.Match)
	w.Text("kind", kind)
	w.Text("page", x.Page)
	writeURL(w, "url", x.Page)
	label := x.Label
	if kind != "switch" {
		label = ""
	}
	w.Text("label", label)
	w.Text("heading", x.Heading)
	w.List("options", func() {
		if kind == "switch" {
			return
		}
		for _, label := range rules.Parts(x.Label) {
			w.Object("", func() {
				w.Text("label", label)
				w.Bool("chosen", false)
			})
		}
	})
	w.Text("was", "")
	w.Text("setting", s.ID)
	w.Text("title", s.Title)
	w.Text("how", string(ByFile))
	w.Bool("ticked", false)
	w.Text("place", string(OfFile))
	w.Bool("lasting", true)
	w.Int("more", 0)
	w.Bool("stale", false)
	w.Text("state", string(page.Unknown))
	w.Text("value", x.Want)
	w.Int("seen", x.Added)
}

// apart counts the rules of the person's own that belong to other accounts than the one at hand.
func (e *Engine) apart() int {
	n := 0
	for _, other := range e.state.Others {
		n += len(other.Local)
	}
	return n
}
