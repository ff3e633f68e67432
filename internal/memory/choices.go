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

// Interval is the time between two checks, in milliseconds.
func (c *Choices) Interval() int64 { return int64(c.Every) * Day }

// Choose takes over the members of v that are there. One that is no choice is
// an error, and then nothing is taken over.
func (c *Choices) Choose(v wire.Value) error {
	n := *c
	if x := v.Get("region").Text(); x != "" {
		n.Region = regions.Region(x)
		if !regions.Known(n.Region) {
			return wire.Error("want a region, found " + x)
		}
	}
	if x := v.Get("level").Text(); x != "" {
		n.Level = rules.Level(x)
		if !n.Level.Includes(rules.Essential) {
			return wire.Error("want a level, found " + x)
		}
	}
	if x := v.Get("mode").Text(); x != "" {
		n.Mode = Mode(x)
		if n.Mode != Automatic && n.Mode != Guided {
			return wire.Error("want a mode, found " + x)
		}
	}
	if x := v.Get("checks").Text(); x != "" {
		n.Checks = Checks(x)
		if n.Checks != NoChecks && n.Checks != Remind && n.Checks != Auto {
			return wire.Error("want a kind of checks, found " + x)
		}
	}
	if x := v.Get("every"); x.Kind() != wire.Missing {
		if x.Int() < 1 || x.Int() > MaxEvery {
			return wire.Error("want 1 to " + ascii.Itoa(MaxEvery) + " days between checks, found " + ascii.Itoa(int(x.Int())))
		}
		n.Every = int(x.Int())
	}
	if x := v.Get("again"); x.Kind() == wire.Bool {
		n.Again = x.Bool()
	}
	if x := v.Get("gentle"); x.Kind() == wire.Bool {
		n.Gentle = x.Bool()
	}
	*c = n
	return nil
}
