package memory

import (
	"slices"

	"offswitch/internal/page"
	"offswitch/internal/wire"
)

// Managed is what an organisation sets by its policy for this extension: some of the choices, each suggested or locked. It
// is never stored; the browser says it anew to every instance.
type Managed struct {
	Locked    []string // names of the choices that the person cannot change, in the order of choices
	Ignored   []string // names of what makes no sense, and so sets nothing
	NoWelcome bool     // the welcome page does not open by itself
	Heard     bool     // it says anything at all

	set   []string // names of the choices that are set at all
	value Choices
}

// managedNames are the choices that an organisation may set. Whether Offswitch clicks again by itself what came back on is
// not among them: only a person can want that.
var managedNames = []string{"region", "level", "mode", "checks", "every"}

// The members of a policy beside the choices.
const (
	managedLocked  = "locked"
	managedWelcome = "welcome"
)

// Bounds of what is told of a policy that makes no sense.
const (
	maxIgnored     = 10
	maxIgnoredName = 40
)

// ReadManaged reads what the browser's managed storage holds. Each member counts for itself: one that makes no sense is
// ignored and named, and the rest holds.
func ReadManaged(v wire.Value) Managed {
	m := Managed{Heard: len(v.Names()) > 0}
	for _, name := range v.Names() {
		x := v.Get(name)
		switch {
		case slices.Contains(managedNames, name):
			if !fitting(name, x) || m.value.set(name, x) != nil {
				m.ignore(name)
			} else {
				m.set = append(m.set, name)
			}
		case name == managedWelcome && x.Kind() == wire.Bool:
			m.NoWelcome = !x.Bool()
		case name == managedLocked && x.Kind() == wire.List: // read below, when it is known what is set
		default:
			m.ignore(name)
		}
	}
	m.readLocked(v.Get(managedLocked).Items())
	return m
}

// readLocked reads which choices are locked. What is not set cannot be locked.
func (m *Managed) readLocked(items []wire.Value) {
	asked := make([]string, 0, len(managedNames))
	for _, item := range items {
		if name := item.Text(); slices.Contains(m.set, name) {
			asked = append(asked, name)
		} else {
			m.ignore(managedLocked + ": " + name)
		}
	}
	for _, name := range managedNames {
		if slices.Contains(asked, name) {
			m.Locked = append(m.Locked, name)
		}
	}
}

// fitting reports whether a value is of the kind that a choice is told in.
func fitting(name string, x wire.Value) bool {
	if name == "every" {
		return x.Kind() == wire.Number
	}
	return x.Kind() == wire.Text
}

func (m *Managed) ignore(name string) {
	name = page.Plain(name)
	if runes := []rune(name); len(runes) > maxIgnoredName {
		name = string(runes[:maxIgnoredName])
	}
	if len(m.Ignored) < maxIgnored {
		m.Ignored = append(m.Ignored, name)
	}
}

// Locks reports whether the person cannot change a choice.
func (m *Managed) Locks(name string) bool { return slices.Contains(m.Locked, name) }

// Suggested returns the names of the choices that are set and not locked.
func (m *Managed) Suggested() []string {
	var names []string
	for _, name := range managedNames {
		if slices.Contains(m.set, name) && !m.Locks(name) {
			names = append(names, name)
		}
	}
	return names
}

// Over returns the choices that hold: the person's own, but what is locked, and until they have chosen also what is suggested.
func (m *Managed) Over(own Choices) Choices {
	c := own
	for _, name := range m.set {
		if own.Region == "" || m.Locks(name) {
			c.take(name, &m.value)
		}
	}
	return c
}

// Allows reports whether choices leave alone what is locked.
func (m *Managed) Allows(c Choices) bool {
	for _, name := range m.Locked {
		want := c
		if want.take(name, &m.value); want != c {
			return false
		}
	}
	return true
}

// Own returns what to store of choices that hold: not what is locked, of which the person's own before stays for the day on
// which it is unlocked. That a region was chosen at all is theirs in any case.
func (m *Managed) Own(c, before Choices) Choices {
	for _, name := range m.Locked {
		if name != "region" || before.Region != "" {
			c.take(name, &before)
		}
	}
	return c
}
