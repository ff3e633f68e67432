package engine

import "offswitch/internal/wire"

// Answer is what the shell has to do about an event: first what concerns
// storage, and nothing else before that has succeeded; then the effects.
type Answer struct {
	SetAside string   // why stored content that this engine cannot read has to be kept under another key first; "" for no need
	Store    []byte   // the state, to be written to storage; nil where it is as it was
	Effects  []Effect // to be carried out in this order
}

// Effect is something that can be seen from outside the extension's storage.
type Effect interface {
	write(w *wire.Writer)
}

// Open opens an address in a new foreground tab, and closes another tab if one
// is named. It is answered by an opened or a failed event.
type Open struct {
	URL   string
	Close int
}

// Go loads an address in a tab. Reload asks for the same address again, past all caches.
type Go struct {
	Tab    int
	URL    string
	Reload bool
}

// Close closes a tab.
type Close struct{ Tab int }

// Watch asks for tab events of one tab from now on, beginning with its present
// state; 0 ends that.
type Watch struct{ Tab int }

// Look asks an agent for a snapshot, changed or not.
type Look struct{ Tab int }

// Click asks an agent to click one control, if it still is what it was.
type Click struct {
	Tab  int
	Doc  string
	Path string
	Ref  int
	Key  string // the control's aria-labelledby or id, whichever the rule matched
	N    int    // the ordinal of this click on this key in this document; an agent carries out each at most once
	On   bool   // the position the control must have before the click
}

// Mark asks an agent to mark one control; a Ref of 0 takes all marks away.
type Mark struct {
	Tab int
	Doc string
	Ref int
	// Setting is whose control it is, which the person knows by our own name. "" where no rule names it.
	Setting string
	Text    Message  // "" where marks are taken away
	Args    []string // its substitutions, the first of them LinkedIn's name
}

// Badge is what the toolbar button shows.
type Badge struct {
	Text  string
	Alarm bool // red: something is on
	Tip   Message
	Args  []string // its substitutions
}

// Wake asks for a time event.
type Wake struct{ At int64 }

// Show opens one of the extension's own pages, or brings it to the front.
type Show struct{ Page string }

// Reset removes all that the extension has stored.
type Reset struct{}

// View is what the extension's pages show, ready encoded.
type View struct{ View []byte }

func (x Open) write(w *wire.Writer) {
	w.Text("do", "open")
	w.Text("url", x.URL)
	if x.Close != 0 {
		w.Int("close", int64(x.Close))
	}
}

func (x Go) write(w *wire.Writer) {
	w.Text("do", "go")
	w.Int("tab", int64(x.Tab))
	w.Text("url", x.URL)
	w.Bool("reload", x.Reload)
}

func (x Close) write(w *wire.Writer) { w.Text("do", "close"); w.Int("tab", int64(x.Tab)) }

func (x Watch) write(w *wire.Writer) { w.Text("do", "watch"); w.Int("tab", int64(x.Tab)) }

func (x Look) write(w *wire.Writer) { w.Text("do", "look"); w.Int("tab", int64(x.Tab)) }

func (x Click) write(w *wire.Writer) {
	w.Text("do", "click")
	w.Int("tab", int64(x.Tab))
	w.Text("doc", x.Doc)
	w.Text("path", x.Path)
	w.Int("ref", int64(x.Ref))
	w.Text("key", x.Key)
	w.Int("n", int64(x.N))
	w.Bool("on", x.On)
}

func (x Mark) write(w *wire.Writer) {
	w.Text("do", "mark")
	w.Int("tab", int64(x.Tab))
	w.Text("doc", x.Doc)
	w.Int("ref", int64(x.Ref))
	w.Text("setting", x.Setting)
	w.Text("text", string(x.Text))
	writeTexts(w, "args", x.Args)
}

func (x Badge) write(w *wire.Writer) {
	w.Text("do", "badge")
	w.Bool("alarm", x.Alarm)
	x.members(w)
}

func (x Badge) members(w *wire.Writer) {
	w.Text("text", x.Text)
	w.Text("tip", string(x.Tip))
	writeTexts(w, "args", x.Args)
}

func (x Wake) write(w *wire.Writer) { w.Text("do", "wake"); w.Int("at", x.At) }

func (x Show) write(w *wire.Writer) { w.Text("do", "show"); w.Text("page", x.Page) }

func (x Reset) write(w *wire.Writer) { w.Text("do", "reset") }

func (x View) write(w *wire.Writer) { w.Text("do", "view"); w.Raw("view", x.View) }

// Encode writes the answer as JSON.
func (a Answer) Encode() []byte {
	w := &wire.Writer{}
	w.Object("", func() {
		if a.SetAside != "" {
			w.Text("setAside", a.SetAside)
		}
		if a.Store != nil {
			w.Raw("store", a.Store)
		}
		w.List("effects", func() {
			for _, x := range a.Effects {
				w.Object("", func() { x.write(w) })
			}
		})
	})
	return w.Bytes()
}

func encode(x Effect) []byte {
	w := &wire.Writer{}
	w.Object("", func() { x.write(w) })
	return w.Bytes()
}
