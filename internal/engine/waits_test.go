package engine

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// clockwork is an engine whose world stands still but for the clock: what was said last of a page is said again whenever
// the engine looks, unless nobody answers.
type clockwork struct {
	t        *testing.T
	e        *Engine
	now      int64
	last     *page.Snapshot
	mute     bool
	nameless bool // the page does not say whose it is
}

// atWork begins a run at the page of the AI training, whose tab is open.
func atWork(t *testing.T, command Command) *clockwork {
	c := &clockwork{t: t, e: New(), now: began}
	c.say(Event{Type: EventRestore})
	c.e.state.Choices.Region, c.e.state.Choices.Level = "us", rules.Essential
	c.say(Event{Type: EventCommand, Command: command, Granted: true})
	withoutLists(c.e)
	return c
}

func (c *clockwork) say(ev Event) Answer {
	ev.Now = c.now
	return c.e.Step(ev)
}

// sole makes the setting one that is told by being alone on its page under a known label, which the page does not show.
func (c *clockwork) sole() *clockwork {
	c.e.table = append([]rules.Setting(nil), c.e.table...)
	for i := range c.e.table {
		if s := &c.e.table[i]; s.ID == "ai-training" {
			s.Key, s.Match = "", rules.Sole
		}
	}
	return c
}

func (c *clockwork) open() *clockwork {
	c.say(Event{Type: EventOpened, Tab: 1})
	return c
}

// show lets the page say what it shows: a switch that is on, unless it is told otherwise.
func (c *clockwork) show(change func(snap *page.Snapshot)) *clockwork {
	snap := page.Snapshot{Doc: "d", Born: c.now, Path: aiPage, Ready: true, Source: page.FromServer, Controls: []page.Control{{Ref: 1, Kind: "switch", Key: aiKey, State: page.On, Enabled: true, Visible: true}}}
	if c.last != nil {
		snap = *c.last
		snap.Controls = append([]page.Control(nil), snap.Controls...)
	}
	change(&snap)
	c.last = &snap
	c.tell()
	return c
}

func (c *clockwork) tell() Answer {
	account := "one"
	if c.nameless {
		account = ""
	}
	return c.say(Event{Type: EventSnapshot, Tab: 1, Account: account, Snapshot: *c.last})
}

// until is after how many tenths of a second something is so.
func (c *clockwork) until(ok func(a Answer) bool) int {
	for tenths := range 60_000 {
		a := c.say(Event{Type: EventTime, Granted: true})
		if ok(a) {
			return tenths
		}
		for _, x := range a.Effects {
			if _, look := x.(Look); look && !c.mute && c.last != nil && ok(c.tell()) {
				return tenths
			}
		}
		c.now += 100
	}
	require.FailNow(c.t, "that never comes")
	return 0
}

// orders is an answer with an effect of one type.
func orders[T Effect](a Answer) bool {
	for _, x := range a.Effects {
		if _, ok := x.(T); ok {
			return true
		}
	}
	return false
}

func nothing(*page.Snapshot) {}

// How long everything is waited for, in tenths of a second: whoever changes one of these says so here. Where the page is
// looked at once more before the engine concludes, that adds a tenth.
func TestHowLongThingsAreWaitedFor(t *testing.T) {
	decided := func(c *clockwork) func(Answer) bool {
		return func(Answer) bool { return c.e.state.Run.Entry("ai-training").Outcome != "" }
	}
	clicked := func(c *clockwork, clicks int) *clockwork {
		c.until(orders[Click])
		return c.show(func(s *page.Snapshot) { s.Controls[0].Clicks = clicks })
	}
	for _, x := range []struct {
		name   string
		tenths int
		wait   func(c *clockwork) int
	}{
		{"for a tab to open", 150, func(c *clockwork) int { return c.until(orders[Show]) }},
		{"for a page to say anything", 450, func(c *clockwork) int { return c.open().until(orders[Go]) }},
		{"for an agent on a page that has loaded", 60, func(c *clockwork) int {
			c.open().say(Event{Type: EventTab, Tab: 1, URL: page.Origin + aiPage, Status: "complete"})
			return c.until(orders[Go])
		}},
		{"for an agent whose tab shows another page", 20, func(c *clockwork) int {
			c.open().show(nothing).mute = true
			c.say(Event{Type: EventTab, Tab: 1, Status: "loading"})
			c.say(Event{Type: EventTab, Tab: 1, URL: page.Origin + "/feed/", Status: "complete"})
			return c.until(func(Answer) bool { return !c.e.state.Run.Going() })
		}},
		{"for an agent to answer twenty times", 104, func(c *clockwork) int {
			c.open().show(nothing).mute = true
			return c.until(orders[Go])
		}},
		{"for an agent to speak again", 30, func(c *clockwork) int {
			c.open().show(nothing)
			stored := memory.Encode(&c.e.state)
			v, err := wire.Parse(stored)
			require.NoError(c.t, err)
			c.e, c.last = New(), nil
			c.say(Event{Type: EventRestore, Stored: v})
			return c.until(orders[Go])
		}},
		{"before a switch that is on is clicked", 4, func(c *clockwork) int { return c.open().show(nothing).until(orders[Click]) }},
		{"for a disabled one", 30, func(c *clockwork) int {
			return c.open().show(func(s *page.Snapshot) { s.Controls[0].Enabled = false }).until(decided(c))
		}},
		{"for a busy one", 200, func(c *clockwork) int {
			return c.open().show(func(s *page.Snapshot) { s.Controls[0].Busy = true }).until(decided(c))
		}},
		{"for one of two to go away", 20, func(c *clockwork) int {
			return c.open().show(func(s *page.Snapshot) { s.Controls = append(s.Controls, s.Controls[0]); s.Controls[1].Ref = 2 }).until(decided(c))
		}},
		{"for one to appear", 200, func(c *clockwork) int {
			return c.open().show(func(s *page.Snapshot) { s.Controls[0].Key = "labOther" }).until(decided(c))
		}},
		{"for a label that is known, and then as before a click", 11 + 4, func(c *clockwork) int {
			return c.sole().open().show(nothing).until(decided(c))
		}},
		{"for one on a page that does not get ready", 100 + 11, func(c *clockwork) int {
			return c.sole().open().show(func(s *page.Snapshot) { s.Ready = false }).until(func(Answer) bool { return c.e.state.Run.Ledger[0].ByHand })
		}},
		{"for a page without any to show one", 200, func(c *clockwork) int {
			return c.open().show(func(s *page.Snapshot) { s.Controls = nil }).until(orders[Open])
		}},
		{"for a dialog to go away", 200, func(c *clockwork) int {
			return c.open().show(func(s *page.Snapshot) { s.Dialog = true }).until(decided(c))
		}},
		{"for a click to be carried out", 10, func(c *clockwork) int {
			c.open().show(nothing)
			return clicked(c, 0).until(orders[Click])
		}},
		{"for a switch to turn after it", 50, func(c *clockwork) int {
			c.open().show(nothing)
			return clicked(c, 1).until(orders[Click])
		}},
		{"for the answer to its save", 200, func(c *clockwork) int {
			clicked(c.open().show(nothing), 1)
			c.show(func(s *page.Snapshot) { s.Controls[0].State = page.Off })
			return c.until(orders[Go])
		}},
		{"after a switch flipped back", 20, func(c *clockwork) int {
			clicked(c.open().show(nothing), 1)
			c.show(func(s *page.Snapshot) { s.Controls[0].State = page.Off })
			c.show(func(s *page.Snapshot) {
				s.Controls[0].State = page.On
				s.Saves = []page.Save{{Key: aiKey, Status: 500}}
			})
			return c.until(orders[Click])
		}},
		{"after too many requests", 300, func(c *clockwork) int {
			clicked(c.open().show(nothing), 1)
			c.show(func(s *page.Snapshot) { s.Saves = []page.Save{{Key: aiKey, Status: 429}} })
			return c.until(orders[Click])
		}},
		{"after a page that was too many", 300, func(c *clockwork) int {
			return c.open().show(func(s *page.Snapshot) { s.Status = 429 }).until(orders[Go])
		}},
		{"before a tab is asked for again that was refused", 10, func(c *clockwork) int {
			c.say(Event{Type: EventFailed})
			return c.until(orders[Open])
		}},
		{"for a page to say whose it is", 54, func(c *clockwork) int {
			c.e.state.Account = "one"
			c.open()
			c.last = &page.Snapshot{Doc: "d", Born: c.now, Path: aiPage, Ready: true, Source: page.FromServer, Controls: []page.Control{{Ref: 1, Kind: "switch", Key: aiKey, State: page.On, Enabled: true, Visible: true}}}
			c.nameless = true
			c.tell()
			return c.until(orders[Click])
		}},
		{"for the rows of a list", 100, func(c *clockwork) int {
			c.e.state.Run.Visits = append([]memory.Visit{{Page: adsList, Rows: true}}, c.e.state.Run.Visits...)
			return c.open().show(func(s *page.Snapshot) { s.Path, s.Controls = adsList, nil }).until(orders[Go])
		}},
		{"for the end of a run", 45 * 600, func(c *clockwork) int {
			c.open().show(func(s *page.Snapshot) { s.Controls[0].Enabled = false })
			c.e.state.Run.Hold = c.now + 1<<40
			c.e.state.Run.Ledger = c.e.state.Run.Ledger[:1]
			c.show(func(s *page.Snapshot) { s.Controls[0].Enabled = true })
			return c.until(orders[Show])
		}},
	} {
		t.Run(x.name, func(t *testing.T) {
			assert.InDelta(t, x.tenths, x.wait(atWork(t, CommandHarden)), 1)
		})
	}
}

// What is proved and taken back again and again is called so after the third time.
func TestProofsAreSoughtAgainTwice(t *testing.T) {
	c := atWork(t, CommandHarden)
	en := c.e.state.Run.Entry("ai-training")
	for range 2 {
		c.e.concludeProved(en, memory.AlreadyOff, memory.SawReloaded, c.now)
		c.e.takeBack(en)
		require.Empty(t, en.Outcome)
	}
	c.e.concludeProved(en, memory.AlreadyOff, memory.SawReloaded, c.now)
	c.e.takeBack(en)
	assert.Equal(t, []any{memory.StillOn, memory.WhyUnstable}, []any{en.Outcome, en.Why})
}
