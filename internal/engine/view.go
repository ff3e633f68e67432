package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/regions"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// shown is how many of a setting's changes the pages are told.
const shown = 10

// typicalView is about how many bytes that takes.
const typicalView = 56 << 10

// view writes what the extension's pages show.
func (e *Engine) view() []byte {
	w := wire.NewWriter(typicalView)
	all := e.grouped()
	headline := e.headline(all)
	w.Object("", func() {
		w.Int("now", e.now)
		w.Object("choices", func() {
			w.Text("region", string(e.region()))
			c := e.choices()
			w.Text("level", string(c.Level))
			w.Text("mode", string(c.Mode))
			w.Text("checks", string(c.Checks))
			w.Int("every", int64(c.Every))
			w.Bool("again", c.Again)
			w.Bool("gentle", c.Gentle)
			w.Bool("chosen", e.state.Choices.Region != "")
		})
		if s := e.suggested; s.Region != "" {
			w.Object("suggestion", func() {
				w.Text("region", string(s.Region))
				w.Text("country", s.Country)
				w.Text("zone", s.Zone)
			})
		} else {
			w.Null("suggestion")
		}
		w.Object("badge", func() { e.badgeNow().members(w) })
		e.writeChecking(w, all)
		e.writeManaged(w)
		e.writeSummary(w, all)
		e.writeHeadline(w, headline, all)
		e.writeReport(w, headline, all)
		if r := e.state.Run; r == nil || (r.Foreign && r.Why != memory.ByAccount) {
			w.Null("run")
		} else {
			w.Object("run", func() { e.writeRun(w) })
		}
		w.List("settings", func() { e.writeSettings(w, all) })
		e.writeLearning(w)
		e.writeFound(w)
		w.Int("unlooked", int64(len(e.unlooked())))
		w.Int("fresh", int64(e.fresh()))
		e.writeFollowUps(w)
		e.writePage(w)
		e.writeBackup(w)
		w.List("notices", func() {
			for _, n := range e.state.Notices {
				w.Object("", func() { w.Text("id", n) })
			}
		})
		w.Text("refusal", string(e.refusal))
	})
	return w.Bytes()
}

func (e *Engine) writeSummary(w *wire.Writer, all []grouped) {
	s := e.summary(all)
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
	n, of := r.Progress()
	if !r.Going() {
		n = of - len(e.unfinished())
	}
	w.Text("purpose", string(r.Purpose))
	w.Text("phase", string(r.Phase))
	w.Text("why", r.Why)
	w.Text("mode", string(r.Mode))
	w.Text("region", string(r.Region))
	w.Text("level", string(r.Level))
	w.Int("started", r.Started)
	w.Int("ended", r.Ended)
	w.Int("done", int64(n))
	w.Int("total", int64(of))
	w.Bool("resumable", e.resumable())
	turned, already := did(r)
	w.Int("turned", int64(turned))
	w.Int("already", int64(already))
	w.Object("looks", func() {
		done, of := r.Looks()
		w.Int("done", int64(done))
		w.Int("of", int64(of))
	})
	if !r.Going() {
		return
	}
	step, setting := e.doing()
	w.Text("step", string(step))
	w.Text("setting", setting)
	w.Text("page", r.Visit().Page)
}

// doing names what the run is doing, and about which setting, if it is about one.
func (e *Engine) doing() (step Action, setting string) {
	r := e.state.Run
	if e.doc.marked != "" {
		return Marking, e.doc.marked
	}
	switch {
	case r.SignIn != 0:
		return Signing, ""
	case r.Visit().Look:
		return Looking, ""
	case r.Visit().Rows:
		return Listing, ""
	}
	for _, en := range r.Ledger {
		stage := en.Stage(r.Doc)
		if en.Page != r.Visit().Page || stage == memory.Decided {
			continue
		}
		clicked := r.Doc != "" && en.ClickIn == r.Doc
		switch {
		case r.Visit().Proving && !clicked:
			return Proving, en.ID
		case r.Doc == "":
			return Opening, en.ID
		}
		switch stage {
		case memory.Unread:
			return Reading, en.ID
		case memory.Turned, memory.Acknowledged:
			return Saving, en.ID
		case memory.ToProve:
			if en.Looked {
				return Saving, en.ID
			}
		}
		return Clicking, en.ID
	}
	return Opening, ""
}

func (e *Engine) writeSettings(w *wire.Writer, all []grouped) {
	for _, p := range all {
		w.Object("", func() { e.writeSetting(w, p) })
	}
}

func (e *Engine) writeSetting(w *wire.Writer, p grouped) {
	s, rec := p.setting, p.record
	offer, status := rules.Applies(s, e.region(), regions.DateOf(e.now))
	standing := e.standing(s)
	offered := standing != rules.Unoffered
	w.Text("id", s.ID)
	w.Text("group", string(p.group))
	w.Text("key", s.Key)
	w.Text("category", string(s.Category))
	w.Text("title", s.Title)
	w.Text("level", string(s.Level))
	w.Text("act", string(s.Act))
	w.Text("control", string(s.Control))
	path := e.state.PageOf(s)
	w.Text("page", path)
	writeURL(w, "url", path)
	writeURL(w, "categoryUrl", rules.CategoryPage(s.Category))
	w.Bool("planned", standing == rules.Planned || standing == rules.ByHand)
	w.Bool("offered", offered)
	w.Text("outcome", string(rec.Outcome))
	w.Text("why", rec.Why)
	w.Text("state", string(rec.State))
	w.Int("seen", rec.Seen)
	w.Int("clicked", rec.Clicked)
	w.Int("proved", rec.Proved)
	w.Text("proof", string(rec.Proof))
	w.Text("word", rec.Word)
	w.Bool("ours", rec.Ours)
	w.Text("with", wentWith(s.ID, rec))
	_, left := e.state.Leaves(s.ID)
	w.Bool("left", left)
	writePicks(w, "picked", rec.Chosen)
	writePicks(w, "former", rec.Before)
	if off, last, back, drifted := rec.Drift(); drifted {
		w.Object("drift", func() {
			w.Int("off", off)
			w.Int("last", last)
			w.Int("back", back)
		})
	} else {
		w.Null("drift")
	}
	w.List("history", func() {
		for i := max(0, len(rec.History)-shown); i < len(rec.History); i++ {
			wire.Write(w, "", rec.History[i].Fields)
		}
	})
	if !offered {
		w.Null("offer")
	} else {
		w.Object("offer", func() {
			w.Text("since", offer.Since.String())
			w.Text("processing", offer.Processing.String())
			w.Text("status", string(status))
			w.Text("default", string(offer.Default))
			w.Text("basis", offer.Basis)
			w.Text("source", offer.Source)
			w.Text("note", offer.Note)
		})
	}
	w.Text("label", s.Toggle)
	w.Bool("local", s.Category == "")
	learned := false
	for i := range e.state.Local {
		learned = learned || e.state.Local[i].Setting == s.ID
	}
	w.Bool("learned", learned)
}

// wentWith is the setting by whose turning another one went off, "" where it did not go off so.
func wentWith(id string, rec memory.Record) string {
	if causes := rules.CoupledTo(id); len(causes) > 0 && rec.Outcome == memory.TurnedOff && rec.Why == memory.WhyCoupled {
		return causes[0]
	}
	return ""
}

// writeURL writes the address of a path on LinkedIn, and "" for what is no page that a link may lead to.
func writeURL(w *wire.Writer, name, path string) {
	url := ""
	if openable(path) {
		url = page.Origin + path
	}
	w.Text(name, url)
}

// writeLearning writes what the pages showed and no rule names, and the rules
// that the person made of it.
func (e *Engine) writeLearning(w *wire.Writer) {
	w.List("unknown", func() {
		for i := range e.state.Unknown {
			u := &e.state.Unknown[i]
			if !e.theirs(u) {
				continue
			}
			wire.Write(w, "", func(f *wire.Fields) {
				u.Fields(f)
				writeURL(w, "url", u.Page)
				s, _ := e.rowOf(u)
				w.Text("setting", s.ID)
				w.Text("settingTitle", s.Title)
			})
		}
	})
	w.List("rules", func() {
		for i := range e.state.Local {
			wire.Write(w, "", e.state.Local[i].Fields)
		}
	})
	w.List("strangers", func() {
		for i := range e.state.Strangers {
			wire.Write(w, "", func(f *wire.Fields) {
				e.state.Strangers[i].Fields(f)
				writeURL(w, "url", e.state.Strangers[i].Page)
			})
		}
	})
}

func writeTexts(w *wire.Writer, name string, all []string) {
	w.List(name, func() {
		for _, text := range all {
			w.Text("", text)
		}
	})
}

// writePicks writes the labels of boxes or options.
func writePicks(w *wire.Writer, name string, all []rules.Pick) {
	w.List(name, func() {
		for _, p := range all {
			w.Text("", p.Label)
		}
	})
}

// writeFollowUps writes what only the person can do, in this region.
func (e *Engine) writeFollowUps(w *wire.Writer) {
	w.List("followups", func() {
		for _, f := range rules.FollowUps(e.region(), regions.DateOf(e.now)) {
			w.Object("", func() {
				w.Text("id", f.ID)
				w.Bool("todo", f.Todo)
				w.Int("done", memory.TimeOf(e.state.Done, f.ID))
			})
		}
	})
	w.Text("ground", string(e.ground()))
	w.List("grounds", func() {
		for _, g := range rules.Grounds(e.region()) {
			w.Text("", string(g))
		}
	})
}

// ground is the usual ground of an objection, for a person whose country is known or not.
func (e *Engine) ground() rules.Ground {
	country := ""
	if s := e.suggested; s.Region == e.region() {
		country = s.Country
	}
	return rules.GroundOf(e.region(), country)
}
