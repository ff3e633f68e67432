package engine

import (
	"offswitch/internal/page"
	"offswitch/internal/regions"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// view writes what the extension's pages show.
func (e *Engine) view() []byte {
	w := &wire.Writer{}
	w.Object("", func() {
		w.Int("now", e.now)
		w.Object("choices", func() {
			w.Text("region", string(e.region()))
			w.Text("level", string(e.state.Choices.Level))
			w.Text("mode", string(e.state.Choices.Mode))
			w.Bool("chosen", e.state.Choices.Region != "")
		})
		if s, ok := regions.Suggest(e.zone); ok {
			w.Object("suggestion", func() {
				w.Text("region", string(s.Region))
				w.Text("country", s.Country)
				w.Text("zone", s.Zone)
			})
		} else {
			w.Null("suggestion")
		}
		w.Object("badge", func() { e.badgeNow().members(w) })
		e.writeSummary(w)
		if e.state.Run == nil {
			w.Null("run")
		} else {
			w.Object("run", func() { e.writeRun(w) })
		}
		w.List("settings", func() { e.writeSettings(w) })
		w.List("notices", func() {
			for _, n := range e.state.Notices {
				w.Object("", func() { w.Text("id", n) })
			}
		})
		w.Text("refused", e.refusal)
	})
	return w.Bytes()
}

func (e *Engine) writeSummary(w *wire.Writer) {
	s := e.summary()
	w.Object("summary", func() {
		w.Int("on", int64(s.On))
		w.Int("off", int64(s.Off))
		w.Int("unknown", int64(s.Unknown))
		w.Int("total", int64(s.Total))
		w.Int("proved", s.Proved)
	})
}

func (e *Engine) writeRun(w *wire.Writer) {
	r := e.state.Run
	n, of := r.progress()
	w.Text("purpose", string(r.Purpose))
	w.Text("phase", string(r.Phase))
	w.Text("why", r.Why)
	w.Text("mode", string(r.Mode))
	w.Int("started", r.Started)
	w.Int("ended", r.Ended)
	w.Int("done", int64(n))
	w.Int("total", int64(of))
	if !r.on() {
		return
	}
	step, setting := e.doing()
	w.Text("step", step)
	w.Text("setting", setting)
	w.Text("page", r.visit().Page)
}

// doing names what the run is doing, and about which setting.
func (e *Engine) doing() (step, setting string) {
	r := e.state.Run
	for _, en := range r.Ledger {
		if en.Page != r.visit().Page || en.Outcome != "" {
			continue
		}
		switch {
		case r.visit().Proving && !(en.ClickIn == r.Doc && r.Doc != ""):
			return "proving", en.ID
		case r.Doc == "":
			return "opening", en.ID
		case e.marked == en.ID:
			return "marking", en.ID
		case en.OnIn == r.Doc && en.LookedOff:
			return "saving", en.ID
		case en.OnIn == r.Doc:
			return "clicking", en.ID
		}
		return "reading", en.ID
	}
	return "opening", ""
}

func (e *Engine) writeSettings(w *wire.Writer) {
	today := regions.DateOf(e.now)
	for _, s := range e.table {
		if s.Act != rules.Click {
			continue
		}
		_, offered := rules.Offered(s, e.region(), today)
		rec := e.state.Settings[s.ID]
		if !offered {
			rec.Outcome, rec.Why = NotOffered, WhyRegion
		} else if rec.Outcome == "" || (rec.Outcome == NotOffered && rec.Why == WhyRegion) {
			rec.Outcome, rec.Why = Unchecked, ""
		}
		w.Object("", func() {
			w.Text("id", s.ID)
			w.Text("key", s.Key)
			w.Text("category", string(s.Category))
			w.Text("title", s.Title)
			w.Text("toggle", s.Toggle)
			w.Text("does", s.Does)
			w.Text("effect", s.Effect)
			w.Text("caution", s.Caution)
			w.Text("level", string(s.Level))
			w.Text("act", string(s.Act))
			w.Text("page", s.Page)
			w.Text("url", page.Origin+s.Page)
			w.Bool("planned", offered && e.state.Choices.Level.Includes(s.Level))
			w.Bool("offered", offered)
			w.Text("outcome", string(rec.Outcome))
			w.Text("why", rec.Why)
			w.Int("seen", rec.Seen)
			w.Int("clicked", rec.Clicked)
			w.Int("proved", rec.Proved)
		})
	}
}
