package engine

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"offswitch/internal/page"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// Whatever an agent says: at most one click for each control, only for one that
// carries the key of a setting of the running plan, alone and visible, on that
// setting's page, enabled and on; and nothing on a page that is not to be opened.
func TestClicksAreAlwaysAllowed(t *testing.T) {
	clicked := 0
	rapid.Check(t, func(t *rapid.T) {
		a := newRandomAgent(t)
		for range rapid.IntRange(1, 12).Draw(t, "events") {
			a.now += rapid.SampledFrom([]int64{0, 10, 500, 6000, 30_000}).Draw(t, "ms")
			snap := a.snapshot()
			effects := a.step(Event{Type: EventSnapshot, Tab: 1, Snapshot: snap})
			effects = append(effects, a.step(Event{Type: EventTime, Granted: true})...)
			a.now += 1000
			effects = append(effects, a.step(Event{Type: EventTime, Granted: true})...)
			clicked += covered(t, snap, effects)
		}
	})
	require.Positive(t, clicked, "the test sees clicks at all")
}

// randomAgent is an agent that says anything.
type randomAgent struct {
	t    *rapid.T
	e    *Engine
	now  int64
	docs int
}

func newRandomAgent(t *rapid.T) *randomAgent {
	a := &randomAgent{t: t, e: New(), now: began}
	a.step(Event{Type: EventRestore})
	choices, err := wire.Parse([]byte(`{"region":"us","level":"strict"}`))
	require.NoError(t, err)
	a.step(Event{Type: EventCommand, Command: "choose", Args: choices})
	a.step(Event{Type: EventCommand, Command: "harden", Granted: true})
	withoutLists(a.e)
	a.step(Event{Type: EventOpened, Tab: 1})
	return a
}

func (a *randomAgent) step(ev Event) []Effect {
	ev.Now = a.now
	return a.e.Step(ev).Effects
}

func (a *randomAgent) snapshot() page.Snapshot {
	t, r := a.t, a.e.state.Run
	if rapid.IntRange(0, 3).Draw(t, "reload") == 0 {
		a.docs++
	}
	path := r.Visits[min(r.At, len(r.Visits)-1)].Page
	if rapid.IntRange(0, 4).Draw(t, "elsewhere") == 0 {
		path = rapid.SampledFrom(somePaths).Draw(t, "path")
	}
	snap := page.Snapshot{
		Doc: "doc" + string(rune('a'+a.docs)), Path: path, Ready: rapid.IntRange(0, 3).Draw(t, "ready") > 0,
		Controls: rapid.SliceOfN(someControl, 0, 4).Draw(t, "controls"),
	}
	if rapid.Bool().Draw(t, "with the right one") {
		for _, s := range rules.Table() {
			if s.Page == path && s.Match == rules.LabelledBy {
				snap.Controls = append(snap.Controls, page.Control{Ref: 9, Kind: "switch", Key: s.Key, State: page.On, Enabled: true, Visible: true})
			}
		}
	}
	return snap
}

var somePaths, someKeys = func() (paths, keys []string) {
	for _, s := range rules.Table() {
		if s.Page != "" {
			paths = append(paths, s.Page)
		}
		if s.Key != "" {
			keys = append(keys, s.Key)
		}
	}
	for _, name := range rules.DenyList() {
		paths = append(paths, "/mypreferences/d/"+name)
	}
	return paths, append(keys, "", "labOther")
}()

var someControl = rapid.Custom(func(t *rapid.T) page.Control {
	return page.Control{
		Ref:     rapid.IntRange(0, 4).Draw(t, "ref"),
		Kind:    rapid.SampledFrom([]string{"switch", "checkbox", "radio", "button"}).Draw(t, "kind"),
		Key:     rapid.SampledFrom(someKeys).Draw(t, "key"),
		ID:      rapid.SampledFrom(someKeys).Draw(t, "id"),
		State:   rapid.SampledFrom([]page.State{page.On, page.On, page.Off, page.Unknown}).Draw(t, "state"),
		Enabled: rapid.IntRange(0, 4).Draw(t, "enabled") > 0,
		Visible: rapid.IntRange(0, 4).Draw(t, "visible") > 0,
	}
})

// covered requires that the page and the table allow every effect, and counts the clicks.
func covered(t *rapid.T, snap page.Snapshot, effects []Effect) (clicks int) {
	ordinals := map[int]int{}
	for _, x := range effects {
		switch x := x.(type) {
		case Open:
			opens(t, x.URL)
		case Go:
			opens(t, x.URL)
		case Click:
			clicks++
			require.False(t, rules.Denied(x.Path))
			if n, ok := ordinals[x.Ref]; ok {
				require.Equal(t, n, x.N, "a click is sent again, not ordered again")
			}
			ordinals[x.Ref] = x.N
			hits := 0
			for _, c := range snap.Controls {
				if !c.Visible || (c.Key != x.Key && c.ID != x.Key) {
					continue
				}
				if c.Ref == x.Ref && c.Enabled && c.State == page.On {
					hits++
				}
			}
			require.Positive(t, hits, "%+v of %+v", x, snap)
			named := 0
			for _, s := range rules.Table() {
				if s.Key == x.Key && s.Act == rules.Click && page.Same(s.Page, x.Path) {
					_, verdict := rules.Locate(s, snap, rules.Table())
					require.Equal(t, rules.Found, verdict)
					named++
				}
			}
			require.Equal(t, 1, named)
		}
	}
	return clicks
}

func opens(t *rapid.T, url string) {
	path, linkedin := page.PathOf(url)
	require.True(t, linkedin)
	require.False(t, rules.Denied(path))
}
