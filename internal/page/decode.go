package page

import (
	"unicode/utf8"

	"offswitch/internal/wire"
)

// What an agent may send at most. More is cut off; cut-off controls are counted
// in More, because a control that nobody looked at might be a second match.
const (
	MaxControls = 500
	MaxRows     = 300
	MaxSaves    = 100
	maxText     = 400
)

// Decode reads a snapshot. It never fails: what is missing or absurd reads as
// unknown, and unknown is never acted on.
func Decode(v wire.Value) Snapshot {
	s := Snapshot{
		Doc:      text(v.Get("doc")),
		Born:     v.Get("born").Int(),
		Path:     text(v.Get("path")),
		Lang:     text(v.Get("lang")),
		FrontEnd: text(v.Get("frontEnd")),
		Ready:    v.Get("ready").Bool(),
		Source:   source(v.Get("source")),
		Went:     v.Get("went").Int(),
		ByHand:   v.Get("byHand").Bool(),
		Status:   count(v.Get("status")),
		Dialog:   v.Get("dialog").Bool(),
		More:     count(v.Get("more")),
	}
	for i, c := range v.Get("controls").Items() {
		if i == MaxControls {
			s.More += len(v.Get("controls").Items()) - MaxControls
			break
		}
		s.Controls = append(s.Controls, control(c))
	}
	for i, r := range v.Get("rows").Items() {
		if i == MaxRows {
			break
		}
		s.Rows = append(s.Rows, Row{Path: text(r.Get("path")), Title: shown(r.Get("title")), State: shown(r.Get("state"))})
	}
	for i, x := range v.Get("saves").Items() {
		if i == MaxSaves {
			break
		}
		s.Saves = append(s.Saves, Save{Key: text(x.Get("key")), Status: count(x.Get("status"))})
	}
	return s
}

func control(v wire.Value) Control {
	c := Control{
		Ref:     count(v.Get("ref")),
		Kind:    text(v.Get("kind")),
		Key:     text(v.Get("key")),
		ID:      text(v.Get("id")),
		Label:   shown(v.Get("label")),
		Heading: shown(v.Get("heading")),
		State:   Unknown,
		Enabled: v.Get("enabled").Bool(),
		Busy:    v.Get("busy").Bool(),
		Visible: v.Get("visible").Bool(),
		Frame:   text(v.Get("frame")),
		Changed: v.Get("changed").Int(),
		Moved:   v.Get("moved").Int(),
		ByHand:  v.Get("byHand").Bool(),
		Clicks:  count(v.Get("clicks")),
	}
	if on := v.Get("on"); on.Kind() == wire.Bool {
		c.State = Off
		if on.Bool() {
			c.State = On
		}
	}
	return c
}

func source(v wire.Value) Source {
	switch s := Source(v.Text()); s {
	case FromServer, FromCache, FromWorker:
		return s
	}
	return Untold
}

func count(v wire.Value) int {
	const most = 1 << 30
	n := v.Int()
	if n < 0 || n > most {
		return 0
	}
	return int(n)
}

// shown reads a text that a person may be shown.
func shown(v wire.Value) string { return Plain(text(v)) }

// Plain returns a text without what cannot be seen and changes how what stands around it is read: control characters and
// the marks of direction. A key is never made plain, for then it could become another one.
func Plain(text string) string {
	var b []byte
	kept := 0
	for i, r := range text {
		if !unseen(r) {
			continue
		}
		b = append(b, text[kept:i]...)
		kept = i + utf8.RuneLen(r)
	}
	if kept == 0 {
		return text
	}
	return string(append(b, text[kept:]...))
}

func unseen(r rune) bool {
	switch {
	case r < ' ', r >= 0x7f && r < 0xa0: // control characters
	case r == 0x061c, r == 0x200e, r == 0x200f: // marks
	case r >= 0x2028 && r <= 0x202e: // separators of lines and paragraphs, embeddings and overrides
	case r >= 0x2066 && r <= 0x2069: // isolates
	default:
		return false
	}
	return true
}

func text(v wire.Value) string {
	s := v.Text()
	if len(s) <= maxText {
		return s
	}
	end := maxText
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end]
}
