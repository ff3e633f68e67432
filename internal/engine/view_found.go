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

// writeWaiting writes something on the list of what pages showed.
func (e *Engine) writeWaiting(w *wire.Writer, i int) {
	u := &e.state.Unknown[i]
	s, _ := e.rowOf(u)
	questionRow{id: e.idOf(u), row: s, u: *u, how: e.knownBy(u), place: e.placeOf(u), ticked: e.ticked(u), stale: e.stale(u), value: recognised(s, u)}.members(w)
}

// writeOffered writes a rule from a file. What it is about was not seen here, or in another position.
func (e *Engine) writeOffered(w *wire.Writer, x memory.Local) {
	s, _ := e.find(x.Setting)
	u := memory.Unknown{Page: x.Page, Key: x.Key, Match: x.Match, Label: x.Label, Heading: x.Heading, State: page.Unknown, Seen: x.Added}
	if kindOf(x.Match) != "switch" {
		u.Label = ""
		for _, label := range rules.Parts(x.Label) {
			u.Parts = append(u.Parts, memory.Part{Label: label})
		}
	}
	questionRow{id: offeredID(x), row: s, u: u, how: ByFile, place: OfFile, value: x.Want}.members(w)
}

// questionRow is a row of the question.
type questionRow struct {
	id            string
	row           rules.Setting
	u             memory.Unknown
	how           Knowledge
	place         Place
	ticked, stale bool
	value         string // the option that is the wanted one
}

func (x questionRow) members(w *wire.Writer) {
	w.Text("id", x.id)
	w.Text("category", string(x.row.Category))
	w.Text("kind", kindOf(x.u.Match))
	w.Text("page", x.u.Page)
	writeURL(w, "url", x.u.Page)
	w.Text("label", x.u.Label)
	w.Text("heading", x.u.Heading)
	w.List("options", func() {
		for _, p := range x.u.Parts {
			w.Object("", func() {
				w.Text("label", p.Label)
				w.Bool("chosen", p.Chosen)
			})
		}
	})
	w.Text("was", x.u.Was)
	w.Text("setting", x.row.ID)
	w.Text("title", x.row.Title)
	w.Text("how", string(x.how))
	w.Bool("ticked", x.ticked)
	w.Text("place", string(x.place))
	w.Bool("lasting", x.u.Lasting())
	w.Int("more", int64(x.u.More))
	w.Bool("stale", x.stale)
	w.Text("state", string(x.u.State))
	w.Text("value", x.value)
	w.Int("seen", x.u.Seen)
}

// kindOf names what something is made of, by how it is told.
func kindOf(m rules.Match) string {
	if m == rules.Boxes || m == rules.Option {
		return string(m)
	}
	return "switch"
}

// apart counts the rules of the person's own that belong to other accounts than the one at hand.
func (e *Engine) apart() int {
	n := 0
	for _, other := range e.state.Others {
		n += len(other.Local)
	}
	return n
}
