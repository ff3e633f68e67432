// Package tape writes and reads recorded runs of the engine as text that a person can read. Only tests use it.
//
// A tape is a list of steps. A step is one line for the event, one line for each thing that the answer asks for, and below
// "store" and "view" one line for each object in which something changed:
//
//	> @585 snapshot tab=1 snapshot={doc=doc1 path=/mypreferences/d/member-cookies controls=[{ref=1 kind=switch on}]}
//	< store
//	<   run.ledger.ai-training: clicks=1 clicked=@585 tries 1->2
//	< click tab=1 doc=doc1 key=allowDataForGenerativeAI n=1 on
//
// Values are JSON without commas and, where nothing is lost, without quotes. A name alone is true, a name after "!" is
// false. Moments are milliseconds since [Epoch] and begin with "@"; the first word of an event is the moment it came.
// "name=new" was zero or missing before, "name old->new" was not. What is zero and was zero is left out, so a new member
// that stays zero changes no tape; "settings.(research promotions): ..." says the same of both. Of a state and a view, only the differences to the last one are written. In an event,
// "stored=last" is the state that was stored last, "snapshot=last" the snapshot that was reported last. Lines that begin with "#" are comments.
//
// Events lose nothing, so a tape can be played again: to another engine, or to another build of the same one.
package tape

import (
	"fmt"
	"strings"

	"offswitch/internal/wire"
)

// Epoch is the moment from which a tape counts, in milliseconds since 1970: a day in September 2026.
const Epoch = int64(1_790_000_000_000)

// Handle takes one event and answers it, both JSON, as the engine does at its edge.
type Handle func(event []byte) (answer []byte, err error)

// Recorder writes a tape, step by step. The zero Recorder is ready to use.
type Recorder struct {
	text     strings.Builder
	state    wire.Value // that was stored last
	view     wire.Value
	snapshot wire.Value
}

// last is what "=last" stands for, by the member of an event.
func (r *Recorder) last() map[string]wire.Value {
	return map[string]wire.Value{"stored": r.state, "snapshot": r.snapshot}
}

// Comment adds a text that is not played, one line of the tape for each of its lines.
func (r *Recorder) Comment(text string) {
	for line := range strings.Lines(text) {
		r.text.WriteString("# " + strings.TrimSuffix(line, "\n") + "\n")
	}
}

// String is the tape so far.
func (r *Recorder) String() string { return r.text.String() }

// Step adds one step.
func (r *Recorder) Step(event, answer []byte) error {
	e, err := wire.Parse(event)
	if err != nil {
		return fmt.Errorf("tape: event %.200s: %w", event, err)
	}
	a, err := wire.Parse(answer)
	if err != nil {
		return fmt.Errorf("tape: answer %.200s: %w", answer, err)
	}
	fmt.Fprintf(&r.text, "> %s %s%s\n", number(e.Get("now")), e.Get("type").Text(), r.eventMembers(e))
	if why := a.Get("setAside"); why.Kind() == wire.Text {
		fmt.Fprintf(&r.text, "< set-aside %s\n", valueText(why))
	}
	if state := a.Get("store"); state.Kind() == wire.Object {
		r.text.WriteString("< store\n")
		r.changes(r.state, state)
		r.state = state
	}
	for _, effect := range a.Get("effects").Items() {
		r.effect(effect)
	}
	return nil
}

func (r *Recorder) eventMembers(e wire.Value) string {
	var b strings.Builder
	last := r.last()
	for _, name := range e.Names() {
		v := e.Get(name)
		switch before := last[name]; {
		case name == "type", name == "now":
		case before.Kind() == wire.Object && valueText(v) == valueText(before):
			b.WriteString(" " + name + "=last")
		default:
			b.WriteString(" " + memberText(name, v))
		}
	}
	if v := e.Get("snapshot"); v.Kind() == wire.Object {
		r.snapshot = v
	}
	return b.String()
}

func (r *Recorder) effect(effect wire.Value) {
	do := effect.Get("do").Text()
	r.text.WriteString("< " + do)
	for _, name := range effect.Names() {
		if v := effect.Get(name); name != "do" && name != "view" && !zero(v) {
			r.text.WriteString(" " + memberText(name, v))
		}
	}
	r.text.WriteString("\n")
	if view := effect.Get("view"); do == "view" {
		r.changes(r.view, view)
		r.view = view
	}
}

func (r *Recorder) changes(old, now wire.Value) {
	for _, line := range together(differences("", old, now)) {
		r.text.WriteString("<   " + line + "\n")
	}
}

// Play gives a tape's events, one after the other, to what start makes anew for every event "restore", and returns the
// tape with the answers that it got.
func Play(text string, start func() Handle) (string, error) {
	var r Recorder
	var handle Handle
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSuffix(line, "\n")
		if !strings.HasPrefix(line, "> ") {
			if strings.HasPrefix(line, "#") {
				r.text.WriteString(line + "\n")
			}
			continue
		}
		event, restores, err := parseEvent(line[2:], r.last())
		if err != nil {
			return "", fmt.Errorf("tape: line %d: %w", n, err)
		}
		if restores {
			handle = start()
		}
		if handle == nil {
			return "", fmt.Errorf("tape: line %d: want a restore first", n)
		}
		answer, err := handle(event)
		if err != nil {
			return "", fmt.Errorf("tape: line %d: %w", n, err)
		}
		if err := r.Step(event, answer); err != nil {
			return "", fmt.Errorf("tape: line %d: %w", n, err)
		}
	}
	return r.String(), nil
}

// Differ says where two tapes first differ, with the event that led there; "" where they do not.
func Differ(want, got string) string {
	if want == got {
		return ""
	}
	a, b := strings.SplitAfter(want, "\n"), strings.SplitAfter(got, "\n")
	event, at := "", 0
	for at < len(a) && at < len(b) && a[at] == b[at] {
		if strings.HasPrefix(a[at], "> ") {
			event = a[at]
		}
		at++
	}
	return fmt.Sprintf("line %d, after\n%swant\n%sgot\n%s", at+1, event, few(a[at:]), few(b[at:]))
}

// few are the lines up to the next event, as far as a person wants to read.
func few(lines []string) string {
	var b strings.Builder
	for i, line := range lines {
		if i > 0 && (i == 8 || strings.HasPrefix(line, "> ")) {
			break
		}
		b.WriteString(line)
	}
	return b.String()
}
