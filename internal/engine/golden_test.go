package engine

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/page"
	"offswitch/internal/wire"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The golden files in testdata are lists of events, lines that begin with "> ",
// each followed by the effects that the engine gives, a line that begins with
// "< ". The built engine.wasm is held against the same files.
func TestGolden(t *testing.T) {
	cases := map[string]func(*world){
		"harden": func(w *world) {
			w.command("choose", `"region":"us","level":"essential","mode":"automatic"`)
			w.command("harden", "")
			w.run()
			w.event(Event{Type: EventView, Zone: "Europe/Berlin"})
		},
		"faults": func(w *world) {
			w.faults[aiKey] = fault{status: 500, back: 10}
			w.faults["allowConversionTrackings"] = fault{twice: true}
			w.faults["/mypreferences/d/settings/ads-beyond-linkedin"] = fault{error: true}
			w.command("choose", `"region":"us","level":"essential"`)
			w.command("harden", "")
			w.command("harden", "")
			w.run()
		},
		"guide": func(w *world) {
			w.person = func(key string, d *document) { w.flip(d, key); w.tell(d) }
			w.command("choose", `"region":"uk","level":"essential","mode":"guide"`)
			w.command("harden", "")
			w.run()
		},
		"signed-out": func(w *world) {
			w.expelAt, w.expelTo = 3, "/uas/login"
			w.command("choose", `"region":"designated","level":"essential"`)
			w.command("harden", "")
			w.run()
		},
		"killed": func(w *world) {
			w.command("choose", `"region":"us","level":"essential"`)
			w.killAt, w.again = w.effects+20, 30
			w.command("harden", "")
			w.run()
		},
		"damaged": func(w *world) {
			w.stored = []byte(`{"version":1,"choices":{"region":"us","level":"strict","mode":"guide"},"run":{"purpose":"rob"},"settings":{"ai-training":{"outcome":"turned-off","state":"off","proved":1790000000000}}}`)
			w.boot()
			w.stored = []byte(`{"version":99,"choices":{"region":"us"}}`)
			w.boot()
		},
	}
	for name, play := range cases {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.tape = &bytes.Buffer{}
			w.boot()
			play(w)
			w.checkServer()
			file := filepath.Join("testdata", name+".golden")
			if *update {
				require.NoError(t, os.WriteFile(file, w.tape.Bytes(), 0o644))
			}
			want, err := os.ReadFile(file)
			require.NoError(t, err, "go test ./internal/engine -run TestGolden -update writes it")
			sameLines(t, string(want), w.tape.String())
			replay(t, string(want))
		})
	}
}

// sameLines names the first line in which two tapes differ, and no more: tapes are long.
func sameLines(t *testing.T, want, got string) {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] == b[i] {
			continue
		}
		at := 0
		for at < min(len(a[i]), len(b[i])) && a[i][at] == b[i][at] {
			at++
		}
		from := max(0, at-60)
		require.FailNow(t, "the engine does something else now", "line %d, byte %d\nwant ...%.200s\ngot  ...%.200s", i+1, at, a[i][from:], b[i][from:])
	}
	require.Len(t, b, len(a))
}

// replay gives a tape's events to a new engine, through the JSON edge.
func replay(t *testing.T, tape string) {
	var e *Engine
	var got []byte
	for _, line := range strings.Split(strings.TrimSpace(tape), "\n") {
		kind, text := line[:2], line[2:]
		if kind == "< " {
			assert.Equal(t, text, string(got))
			continue
		}
		if strings.HasPrefix(text, `{"type":"restore"`) {
			e = New()
		}
		var err error
		got, err = e.Handle([]byte(text))
		require.NoError(t, err)
	}
}

// encodeEvent writes an event as the shell does.
func encodeEvent(ev Event) []byte {
	w := &wire.Writer{}
	w.Object("", func() {
		w.Text("type", string(ev.Type))
		w.Int("now", ev.Now)
		if ev.Zone != "" {
			w.Text("zone", ev.Zone)
		}
		switch ev.Type {
		case EventRestore:
			writeValue(w, "stored", ev.Stored)
			if ev.Fresh {
				w.Bool("fresh", true)
			}
		case EventCommand:
			w.Text("command", string(ev.Command))
			w.Bool("granted", ev.Granted)
			for _, name := range ev.Args.Names() {
				writeValue(w, name, ev.Args.Get(name))
			}
		case EventOpened, EventClosed:
			w.Int("tab", int64(ev.Tab))
		case EventTab:
			w.Int("tab", int64(ev.Tab))
			w.Text("url", ev.URL)
			w.Text("status", ev.Status)
		case EventSnapshot:
			w.Int("tab", int64(ev.Tab))
			if ev.Account != "" {
				w.Text("account", ev.Account)
			}
			w.Object("snapshot", func() { writeSnapshot(w, ev.Snapshot) })
		case EventClicked:
			w.Int("tab", int64(ev.Tab))
			w.Text("doc", ev.Click.Doc)
			w.Text("key", ev.Click.Key)
			w.Int("n", int64(ev.Click.N))
			w.Bool("done", ev.Click.Done)
		}
	})
	return w.Bytes()
}

func writeValue(w *wire.Writer, name string, v wire.Value) {
	switch v.Kind() {
	case wire.Object:
		w.Object(name, func() {
			for _, n := range v.Names() {
				writeValue(w, n, v.Get(n))
			}
		})
	case wire.List:
		w.List(name, func() {
			for _, x := range v.Items() {
				writeValue(w, "", x)
			}
		})
	case wire.Text:
		w.Text(name, v.Text())
	case wire.Number:
		w.Int(name, v.Int())
	case wire.Bool:
		w.Bool(name, v.Bool())
	default:
		w.Null(name)
	}
}

func writeSnapshot(w *wire.Writer, s page.Snapshot) {
	w.Text("doc", s.Doc)
	w.Int("born", s.Born)
	w.Text("path", s.Path)
	w.Text("lang", s.Lang)
	w.Bool("ready", s.Ready)
	w.Int("status", int64(s.Status))
	w.List("controls", func() {
		for _, c := range s.Controls {
			w.Object("", func() {
				w.Int("ref", int64(c.Ref))
				w.Text("kind", c.Kind)
				w.Text("key", c.Key)
				w.Text("id", c.ID)
				w.Text("label", c.Label)
				if c.State == page.Unknown {
					w.Null("on")
				} else {
					w.Bool("on", c.State == page.On)
				}
				w.Int("moved", c.Moved)
				w.Int("clicks", int64(c.Clicks))
				w.Bool("enabled", c.Enabled)
				w.Bool("visible", c.Visible)
			})
		}
	})
	w.List("rows", func() {
		for _, x := range s.Rows {
			w.Object("", func() {
				w.Text("path", x.Path)
				w.Text("title", x.Title)
				w.Text("state", x.State)
			})
		}
	})
	w.List("saves", func() {
		for _, x := range s.Saves {
			w.Object("", func() {
				w.Text("key", x.Key)
				w.Int("status", int64(x.Status))
			})
		}
	})
}
