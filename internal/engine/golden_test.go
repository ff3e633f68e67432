package engine

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/tape"
	"offswitch/internal/wire"
)

var (
	update = flag.Bool("update", false, "write the golden files anew")
	tapes  = flag.String("tapes", "", "a folder into which TestRandomTapes writes its tapes")
)

// goldenHead says on top of each file what it is; package tape explains how to read it.
const goldenHead = `%s
A recorded run; "go doc ./internal/tape" says how to read it. After a change that is meant:
go test ./internal/engine -run TestGolden -update
`

// scenarios are the runs that are recorded. What a file of testdata holds beyond them, such as a tape that TestModel
// found, is played as it stands.
var scenarios = []struct {
	name, about string
	play        func(*world)
}{
	{"harden", "Everything of the level essential is turned off, and the popup asks for the view.", func(w *world) {
		w.command("choose", `"region":"us","level":"essential","mode":"automatic"`)
		w.command("harden", "")
		w.run()
		w.event(Event{Type: EventView, Zone: "Europe/Berlin"})
	}},
	{"faults", "One save is refused and flips back, one control stands on its page twice, one page shows an error.", func(w *world) {
		w.faults[aiKey] = fault{save: 500, flipsBack: 10}
		w.faults["allowConversionTrackings"] = fault{controlDoubled: true}
		w.faults["/mypreferences/d/settings/ads-beyond-linkedin"] = fault{page500: true}
		w.command("choose", `"region":"us","level":"essential"`)
		w.command("harden", "")
		w.command("harden", "")
		w.run()
	}},
	{"guide", "In guide mode the person turns each switch that is marked.", func(w *world) {
		w.person = func(key string, d *document) { w.flip(d, key); w.tell(d) }
		w.command("choose", `"region":"uk","level":"essential","mode":"guide"`)
		w.command("harden", "")
		w.run()
	}},
	{"signed-out", "The session ends at the third page.", func(w *world) {
		w.expelAt, w.expelTo = 3, "/uas/login"
		w.command("choose", `"region":"designated","level":"essential"`)
		w.command("harden", "")
		w.run()
	}},
	{"signs-in", "The session ends at the third page, and the person signs in after ten minutes, in which the background was killed.", func(w *world) {
		w.expelAt, w.expelTo = 3, "/uas/login"
		w.meets = func(d *document) {
			w.after(9*memory.Minute, w.killBackground)
			w.after(10*memory.Minute, func() { w.letIn(d.tab, "/feed/") })
		}
		w.command("choose", `"region":"designated","level":"essential"`)
		w.command("harden", "")
		w.run()
	}},
	{"killed", "The background is killed again and again in the middle of a run.", func(w *world) {
		w.command("choose", `"region":"us","level":"essential"`)
		w.killAt, w.again = w.effects+20, 30
		w.command("harden", "")
		w.run()
	}},
	{"damaged", "What is stored is no run, then of a later version.", func(w *world) {
		w.stored = []byte(`{"version":1,"choices":{"region":"us","level":"strict","mode":"guide"},"run":{"purpose":"rob"},"settings":{"ai-training":{"outcome":"turned-off","state":"off","proved":1790000000000}}}`)
		w.boot()
		w.stored = []byte(`{"version":99,"choices":{"region":"us"}}`)
		w.boot()
	}},
}

// The scenarios go as they are recorded in testdata.
func TestGolden(t *testing.T) {
	for _, s := range scenarios {
		t.Run(s.name, func(t *testing.T) {
			w := newWorld(t)
			w.tape = &tape.Recorder{}
			w.tape.Comment(fmt.Sprintf(goldenHead, s.about))
			w.boot()
			s.play(w)
			w.checkServer()
			keepOrCompare(t, filepath.Join("testdata", s.name+".golden"), w.tape.String())
		})
	}
}

// A new engine answers the events of every golden file as the file has it, through the JSON edge.
func TestGoldenFilesReplay(t *testing.T) {
	files, err := filepath.Glob("testdata/*.golden")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			want, err := os.ReadFile(file)
			require.NoError(t, err)
			keepOrCompare(t, file, replay(t, string(want)))
		})
	}
}

func keepOrCompare(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err, "go test ./internal/engine -run TestGolden -update writes it")
	if at := tape.Differ(string(want), got); at != "" {
		require.FailNow(t, "the engine does something else now", "%s", at)
	}
}

// replay gives a tape's events to new engines and returns the tape with their answers.
func replay(t testingT, text string) string {
	got, err := tape.Play(text, func() tape.Handle { return New().Handle })
	require.NoError(t, err)
	return got
}

// Tapes of random worlds. The built engine.wasm is compared with the Go engine on them.
func TestRandomTapes(t *testing.T) {
	worlds := rapid.Custom(func(t *rapid.T) string {
		w := newWorld(t)
		w.tape = &tape.Recorder{}
		w.boot()
		playRandomly(t, w)
		return w.tape.String()
	})
	for i := range 10 {
		text := worlds.Example(i)
		if at := tape.Differ(text, replay(t, text)); at != "" {
			require.FailNow(t, "played again, a tape goes another way", "%s", at)
		}
		if *tapes != "" {
			require.NoError(t, os.WriteFile(filepath.Join(*tapes, fmt.Sprintf("random-%d", i)), []byte(text), 0o644))
		}
	}
}

// A failing list of events can be kept as a golden file: a new engine answers it the same way.
func TestModelMakesGoldenFiles(t *testing.T) {
	w := newWorld(t)
	w.watcher = &watcher{t: t, w: w}
	w.boot()
	w.command("choose", `"region":"us","level":"essential"`)
	w.killAt, w.again = 20, 30
	w.command("harden", "")
	w.run()
	w.restart()
	text := w.watcher.tape()
	require.Empty(t, tape.Differ(text, replay(t, text)))
	require.Contains(t, text, "# Found by TestModel")
	require.GreaterOrEqual(t, strings.Count(text, "\n< click "), w.clicks)
}

// tape is the events, and what the engine says to them, as a golden file.
func (c *watcher) tape() string {
	var r tape.Recorder
	r.Comment(fmt.Sprintf(goldenHead, "Found by TestModel."))
	var e *Engine
	for _, ev := range c.events {
		if ev.Type == EventRestore {
			e = New()
		}
		require.NoError(c.t, r.Step(encodeEvent(ev), e.Step(ev).Encode()))
	}
	return r.String()
}

// encodeEvent writes an event as the shell does, without what is zero.
func encodeEvent(ev Event) []byte {
	w := members{&wire.Writer{}}
	w.Object("", func() {
		w.text("type", string(ev.Type))
		w.int("now", ev.Now)
		w.text("zone", ev.Zone)
		if len(ev.Languages) > 0 {
			w.List("languages", func() {
				for _, tag := range ev.Languages {
					w.Text("", tag)
				}
			})
		}
		w.int("tab", int64(ev.Tab))
		w.int("to", int64(ev.To))
		w.text("url", ev.URL)
		w.text("status", ev.Status)
		w.text("account", ev.Account)
		w.bool("fresh", ev.Fresh)
		w.value("stored", ev.Stored)
		w.text("command", string(ev.Command))
		w.bool("granted", ev.Granted)
		for _, name := range ev.Args.Names() {
			w.value(name, ev.Args.Get(name))
		}
		switch ev.Type {
		case EventSnapshot:
			w.Object("snapshot", func() { w.snapshot(ev.Snapshot) })
		case EventClicked:
			w.text("doc", ev.Click.Doc)
			w.text("key", ev.Click.Key)
			w.int("n", int64(ev.Click.N))
			w.bool("done", ev.Click.Done)
			w.text("why", string(ev.Click.Why))
		}
	})
	return w.Bytes()
}

// members writes members of an object, those only that say something.
type members struct{ *wire.Writer }

func (w members) text(name, x string) {
	if x != "" {
		w.Text(name, x)
	}
}

func (w members) int(name string, x int64) {
	if x != 0 {
		w.Int(name, x)
	}
}

func (w members) bool(name string, x bool) {
	if x {
		w.Bool(name, x)
	}
}

func (w members) value(name string, v wire.Value) {
	switch v.Kind() {
	case wire.Object:
		w.Object(name, func() {
			for _, n := range v.Names() {
				w.value(n, v.Get(n))
			}
		})
	case wire.List:
		w.List(name, func() {
			for _, x := range v.Items() {
				w.value("", x)
			}
		})
	case wire.Text:
		w.Text(name, v.Text())
	case wire.Number:
		w.Int(name, v.Int())
	case wire.Bool:
		w.Bool(name, v.Bool())
	case wire.Null:
		w.Null(name)
	}
}

func (w members) snapshot(s page.Snapshot) {
	w.text("doc", s.Doc)
	w.int("born", s.Born)
	w.text("path", s.Path)
	w.text("lang", s.Lang)
	w.bool("ready", s.Ready)
	w.text("source", string(s.Source))
	w.int("went", s.Went)
	w.bool("byHand", s.ByHand)
	w.int("status", int64(s.Status))
	w.bool("dialog", s.Dialog)
	w.int("more", int64(s.More))
	each(w, "controls", s.Controls, func(c page.Control) {
		w.int("ref", int64(c.Ref))
		w.text("kind", c.Kind)
		w.text("key", c.Key)
		w.text("id", c.ID)
		w.text("label", c.Label)
		if c.State != page.Unknown {
			w.Bool("on", c.State == page.On)
		}
		w.int("changed", c.Changed)
		w.int("moved", c.Moved)
		w.bool("byHand", c.ByHand)
		w.int("clicks", int64(c.Clicks))
		w.bool("enabled", c.Enabled)
		w.bool("busy", c.Busy)
		w.bool("visible", c.Visible)
		w.text("frame", c.Frame)
	})
	each(w, "rows", s.Rows, func(x page.Row) {
		w.text("path", x.Path)
		w.text("title", x.Title)
		w.text("state", x.State)
	})
	each(w, "saves", s.Saves, func(x page.Save) {
		w.text("key", x.Key)
		w.int("status", int64(x.Status))
	})
}

// each writes a list of objects, if there are any.
func each[T any](w members, name string, list []T, one func(T)) {
	if len(list) == 0 {
		return
	}
	w.List(name, func() {
		for _, x := range list {
			w.Object("", func() { one(x) })
		}
	})
}
