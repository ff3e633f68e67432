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
		s.Rows = append(s.Rows, Row{Path: text(r.Get("path")), Title: text(r.Get("title")), State: text(r.Get("state"))})
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
		Label:   text(v.Get("label")),
		Heading: text(v.Get("heading")),
		State:   Unknown,
		Enabled: v.Get("enabled").Bool(),
		Visible: v.Get("visible").Bool(),
		Moved:   v.Get("moved").Int(),
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

func count(v wire.Value) int {
	const most = 1 << 30
	n := v.Int()
	if n < 0 || n > most {
		return 0
	}
	return int(n)
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
