package memory

import (
	"offswitch/internal/ascii"
	"offswitch/internal/regions"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// MaxEvery is the longest time between two checks, in days.
const MaxEvery = 366

// Choices are the person's own.
type Choices struct {
	Region regions.Region // "" until the person has chosen
	Level  rules.Level
	Mode   Mode
	Checks Checks
	Every  int  // days between checks
	Again  bool // an automatic check turns off what LinkedIn turned on again
	Gentle bool // a run rests before each page but the first
}

// Checks is what happens when the last look is Every days ago.
type Checks string

// The kinds of checks.
const (
	NoChecks Checks = "off"
	Remind   Checks = "remind"
	Auto     Checks = "automatic" // a run, in a tab of its own
)

// Mode is who turns the switches off.
type Mode string

// The modes.
const (
	Automatic Mode = "automatic" // Offswitch clicks
	Guided    Mode = "guide"     // Offswitch marks, the person clicks
)

// Choose takes over the members of v that are there. One that is no choice is
// an error, and then nothing is taken over.
func (c *Choices) Choose(v wire.Value) error {
	n := *c
	for _, member := range []struct {
		name  string
		value wire.Value
	}{
		{"region", v.Get("region")},
		{"level", v.Get("level")},
		{"mode", v.Get("mode")},
		{"checks", v.Get("checks")},
		{"every", v.Get("every")},
		{"again", v.Get("again")},
		{"gentle", v.Get("gentle")},
	} {
		if !given(member.name, member.value) {
			continue
		}
		if err := n.set(member.name, member.value); err != nil {
			return err
		}
	}
	*c = n
	return nil
}

// given reports whether a member of choices says anything. What was never chosen is stored as an empty text.
func given(name string, x wire.Value) bool {
	switch name {
	case "every":
		return x.Kind() != wire.Missing
	case "again", "gentle":
		return x.Kind() == wire.Bool
	}
	return x.Text() != ""
}

// set takes over one member.
func (c *Choices) set(name string, x wire.Value) error {
	text := x.Text()
	switch name {
	case "region":
		if !regions.Known(regions.Region(text)) {
			return wire.Error("want a region, found " + text)
		}
		c.Region = regions.Region(text)
	case "level":
		if !rules.Level(text).Includes(rules.Essential) {
			return wire.Error("want a level, found " + text)
		}
		c.Level = rules.Level(text)
	case "mode":
		if m := Mode(text); m != Automatic && m != Guided {
			return wire.Error("want a mode, found " + text)
		}
		c.Mode = Mode(text)
	case "checks":
		if k := Checks(text); k != NoChecks && k != Remind && k != Auto {
			return wire.Error("want a kind of checks, found " + text)
		}
		c.Checks = Checks(text)
	case "every":
		if x.Int() < 1 || x.Int() > MaxEvery {
			return wire.Error("want 1 to " + ascii.Itoa(MaxEvery) + " days between checks, found " + ascii.Itoa(int(x.Int())))
		}
		c.Every = int(x.Int())
	case "again":
		c.Again = x.Bool()
	case "gentle":
		c.Gentle = x.Bool()
	}
	return nil
}

// take takes over one member of other choices.
func (c *Choices) take(name string, from *Choices) {
	switch name {
	case "region":
		c.Region = from.Region
	case "level":
		c.Level = from.Level
	case "mode":
		c.Mode = from.Mode
	case "checks":
		c.Checks = from.Checks
	case "every":
		c.Every = from.Every
	}
}
