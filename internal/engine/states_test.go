package engine

import (
	"encoding/json"
	"flag"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

var states = flag.String("states", "", "write what the pages are shown in each state into this file")

// pictured is what a page is told: a view, or that there is a fault, and whether the browser lets Offswitch open LinkedIn.
type pictured struct {
	View    json.RawMessage `json:"view,omitempty"`
	Fault   string          `json:"fault,omitempty"`
	Refused bool            `json:"refused,omitempty"`
}

// conditions are the states in which the pages are pictured and measured. What each is about holds when it is over.
var conditions = []struct {
	name  string
	play  func(w *world)
	holds func(v map[string]any) bool
}{
	{"fresh", func(w *world) { w.zone("Europe/Berlin") }, func(v map[string]any) bool { return v["suggestion"] != nil && !chosen(v) }},
	{"fresh-no-region", func(w *world) { w.zone("UTC") }, func(v map[string]any) bool { return v["suggestion"] == nil && !chosen(v) }},
	{"chosen", func(w *world) { w.command("choose", `"region":"us","level":"recommended"`) }, func(v map[string]any) bool { return chosen(v) && v["run"] == nil }},
	{"working", func(w *world) {
		w.begin(`"region":"us","level":"recommended"`)
		w.until(func() bool { n, _ := w.eng.state.Run.Progress(); return n == 3 })
	}, goingOn("clicking", "opening", "reading", "saving", "proving")},
	{"looking", func(w *world) {
		w.begin(`"region":"designated","level":"strict"`)
		w.until(func() bool { return w.eng.state.Run.Visit().Look })
	}, goingOn("looking", "opening")},
	{"guide", func(w *world) {
		w.person = func(key string, d *document) { w.flip(d, key); w.tell(d) }
		w.begin(`"region":"us","level":"recommended","mode":"guide"`)
		w.until(func() bool { n, _ := w.eng.state.Run.Progress(); return n == 2 && w.eng.doc.marked != "" })
	}, goingOn("marking")},
	{"all-off", func(w *world) { w.harden(`"region":"us","level":"essential"`) }, outcomes(5, "turned-off", "already-off")},
	{"all-off-strict", func(w *world) { w.harden(`"region":"designated","level":"strict"`) }, outcomes(20, "turned-off", "already-off")},
	{"two-failures", func(w *world) {
		w.faults[aiKey] = fault{saveNotKept: true}
		w.faults["allowConversionTrackings"] = fault{controlMissing: true}
		w.harden(`"region":"us","level":"recommended"`)
	}, outcomes(2, "not-saved", "not-found")},
	{"four-failures", func(w *world) {
		w.faults[aiKey] = fault{controlDisabled: true}
		w.faults["allowConversionTrackings"] = fault{controlDoubled: true}
		w.faults[promotions] = fault{saveNotKept: true}
		w.faults["/mypreferences/d/settings/ads-beyond-linkedin"] = fault{controlMissing: true}
		w.harden(`"region":"us","level":"recommended"`)
	}, outcomes(2, "locked", "not-saved", "not-found")},
	{"drift", func(w *world) {
		w.harden(`"region":"us","level":"recommended"`)
		w.now += 20 * memory.Day
		w.server[aiKey] = true
		w.visit(aiPage)
	}, func(v map[string]any) bool {
		return count(v, func(s map[string]any) bool { return s["drift"] != nil }) == 1
	}},
	{"stale", func(w *world) {
		w.harden(`"region":"us","level":"essential"`)
		w.now += 40 * memory.Day
	}, func(v map[string]any) bool { return v["badge"].(map[string]any)["tip"] == string(TipStale) }},
	{"signed-out", func(w *world) { w.expelled("/uas/login") }, stopped(memory.BySignOut)},
	{"challenged", func(w *world) { w.expelled("/checkpoint/challenge/x") }, stopped(memory.ByChallenge)},
	{"stopped", func(w *world) {
		w.begin(`"region":"us","level":"recommended"`)
		w.until(func() bool { return w.clicks == 3 })
		w.command("stop", "")
	}, stopped(memory.ByPerson)},
	{"unknown", func(w *world) {
		rows := w.rowsOf(rules.Visibility, func(int, string) bool { return true })
		for _, name := range []string{"one", "two", "three"} {
			rows = append(rows, page.Row{Path: "/mypreferences/d/settings/lab-" + name, Title: "Lab " + name})
			w.extra["/mypreferences/d/settings/lab-"+name] = []string{"labSwitch" + name}
			w.server["labSwitch"+name] = true
		}
		w.rows[rules.CategoryPage(rules.Visibility)] = rows
		w.harden(`"region":"us","level":"strict"`)
	}, func(v map[string]any) bool { return len(v["found"].([]any)) == 3 }},
	{"question", func(w *world) {
		w.lang = "pl"
		w.harden(`"region":"designated","level":"strict"`)
	}, func(v map[string]any) bool { return len(v["found"].([]any)) > 10 }},
	{"two-accounts", func(w *world) {
		w.harden(`"region":"us","level":"essential"`)
		w.signIn("two")
		w.visit(aiPage)
		w.visit(promotionsPage)
	}, noticed(AccountChanged)},
	{"undone", func(w *world) {
		w.harden(`"region":"us","level":"essential"`)
		w.undoing = true
		w.command("undo", "")
		w.run()
	}, func(v map[string]any) bool {
		return count(v, func(s map[string]any) bool { return s["why"] == memory.WhyUndone }) > 3
	}},
	{"damaged", func(w *world) {
		w.stored = []byte(`{"version":1,"choices":"none","settings":7}`)
		w.boot()
	}, noticed(StateDamaged)},
	{"newer", func(w *world) {
		w.stored = []byte(`{"version":99}`)
		w.boot()
	}, noticed(StateNewer)},
}

// Each state that the pages are pictured in is what its name says.
func TestStates(t *testing.T) {
	told := map[string]pictured{"storage-full": {Fault: "storage: QuotaExceededError: no room on the disk"}}
	for _, c := range conditions {
		t.Run(c.name, func(t *testing.T) {
			w := newWorld(t)
			c.play(w)
			require.True(t, c.holds(w.seen()), "%s", c.name)
			raw, err := json.Marshal(w.seen())
			require.NoError(t, err)
			told[c.name] = pictured{View: raw}
		})
	}
	told["no-permission"] = pictured{View: told["chosen"].View, Refused: true}
	if *states == "" {
		return
	}
	text, err := json.Marshal(told)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(*states, text, 0o644))
}

func (w *world) zone(name string) {
	w.event(Event{Type: EventCommand, Command: CommandView, Zone: name, Languages: []string{"en"}, Granted: true})
}

func (w *world) begin(choices string) {
	w.command("choose", choices)
	w.command("harden", "")
}

func (w *world) harden(choices string) {
	w.begin(choices)
	w.run()
}

func (w *world) until(reached func() bool) {
	for range 100_000 {
		if reached() {
			return
		}
		require.True(w.t, w.eng.state.Run.Going(), "the run ended before")
		step(w)
	}
	require.FailNow(w.t, "it is never so")
}

func (w *world) expelled(to string) {
	w.expelAt, w.expelTo = 6, to
	w.harden(`"region":"us","level":"recommended"`)
}

func chosen(v map[string]any) bool { return v["choices"].(map[string]any)["chosen"].(bool) }

func count(v map[string]any, is func(s map[string]any) bool) int {
	n := 0
	for _, s := range v["settings"].([]any) {
		if is(s.(map[string]any)) {
			n++
		}
	}
	return n
}

// outcomes holds where at least so many settings have one of these outcomes.
func outcomes(least int, of ...string) func(v map[string]any) bool {
	return func(v map[string]any) bool {
		return count(v, func(s map[string]any) bool {
			for _, outcome := range of {
				if s["outcome"] == outcome {
					return true
				}
			}
			return false
		}) >= least
	}
}

func goingOn(steps ...string) func(v map[string]any) bool {
	return func(v map[string]any) bool {
		r := v["run"].(map[string]any)
		for _, s := range steps {
			if r["phase"] == "running" && r["step"] == s {
				return true
			}
		}
		return false
	}
}

func stopped(why string) func(v map[string]any) bool {
	return func(v map[string]any) bool {
		r := v["run"].(map[string]any)
		return r["phase"] == "stopped" && r["why"] == why
	}
}

func noticed(n Notice) func(v map[string]any) bool {
	return func(v map[string]any) bool {
		for _, x := range v["notices"].([]any) {
			if x.(map[string]any)["id"] == string(n) {
				return true
			}
		}
		return false
	}
}
