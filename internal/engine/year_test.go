package engine

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// aYear is as short in the ordinary tests as it can be with everything in it; "make soak" lives through 360 days.
var aYear = flag.Int("days", 60, "how long a simulated year is, a multiple of 12")

// A year is lived through from a fresh install, and from a state of every version since the first: a check each week that
// turns off again, drift, pages opened by hand, another account, a clock that is set, a browser that is closed, and an update.
func TestAYear(t *testing.T) {
	states, err := filepath.Glob("../memory/testdata/version-*.json")
	require.NoError(t, err)
	require.Len(t, states, 2*memory.Version)
	for _, file := range append([]string{""}, states...) {
		name := "a fresh install"
		if file != "" {
			name = filepath.Base(file)
		}
		t.Run(name, func(t *testing.T) { liveAYear(t, updatedFrom(t, file)) })
	}
}

// updatedFrom is a world in which an engine of today finds what an earlier one stored, on a server that is as that one left it.
func updatedFrom(t *testing.T, file string) *world {
	w := newWorld(t)
	if file == "" {
		w.command("choose", `"region":"us","level":"strict"`)
		return w
	}
	text, err := os.ReadFile(file)
	require.NoError(t, err)
	v, err := wire.Parse(text)
	require.NoError(t, err)
	old, err := memory.Decode(v)
	require.NoError(t, err)
	for _, s := range ofTheSite() {
		if old.Settings[s.ID].Outcome.Proved() {
			w.server[s.Key], w.ours[w.member+s.Key] = false, true
		}
	}
	w.now, w.stored = old.Tried+hour, text
	w.now = max(w.now, began+hour)
	w.restart()
	require.Empty(t, w.aside, "nothing of it is set aside")
	require.Equal(t, rules.Strict, w.eng.state.Choices.Level)
	return w
}

// month is what there is at the end of one.
type month struct {
	stored, memory, runs, loads int
	spent                       time.Duration
}

func (m month) String() string {
	runs := max(m.runs, 1)
	return fmt.Sprintf("%6d bytes stored, %8d bytes of memory, %d runs of %d pages and %v each",
		m.stored, m.memory, m.runs, m.loads/runs, (m.spent / time.Duration(runs)).Round(100*time.Microsecond))
}

func liveAYear(t *testing.T, w *world) {
	perMonth := *aYear / 12
	w.command("choose", `"checks":"automatic","every":7,"again":true`)
	w.command("harden", "")
	w.run()
	require.Equal(t, memory.Ended, w.eng.state.Run.Phase)
	w.checkServer()

	var months []month
	runs := 0
	now := month{}
	keys := clickable()
	for day := 1; day <= *aYear; day++ {
		w.now += memory.Day
		w.mishap(day, keys[day%len(keys)])
		tried, visits, start := w.eng.state.Tried, w.visits, time.Now()
		w.event(Event{Type: EventTime, Granted: true})
		w.run()
		if w.eng.state.Tried != tried {
			now.runs, now.loads, now.spent = now.runs+1, now.loads+w.visits-visits, now.spent+time.Since(start)
			require.Equal(t, memory.Ended, w.eng.state.Run.Phase, "day %d: %s", day, w.eng.state.Run.Why)
			w.everySettingHasAnOutcome()
		}
		w.checkServer()
		if day%perMonth == 0 {
			runs += now.runs
			now.stored, now.memory = len(w.stored), w.held()
			t.Logf("month %2d: %v", day/perMonth, now)
			months, now = append(months, now), month{}
		}
	}
	require.GreaterOrEqual(t, runs, *aYear/14, "it checks by itself")
	most := func(some []month, of func(month) int) (found int) {
		for _, m := range some {
			found = max(found, of(m))
		}
		return found
	}
	quarter := len(months) / 4
	before, after := months[quarter:2*quarter], months[len(months)-quarter:]
	for what, may := range map[string]struct {
		of   func(month) int
		more int // in percent
	}{
		"storage": {func(m month) int { return m.stored }, 5}, // histories of what has come back on grow until they are full
		"memory":  {func(m month) int { return m.memory }, 15},
		"pages":   {func(m month) int { return m.loads / max(m.runs, 1) }, 15},
	} {
		assert.LessOrEqual(t, most(after, may.of), most(before, may.of)*(100+may.more)/100+2, "%s grows with the months", what)
	}
	assert.Less(t, most(after, func(m month) int { return m.stored }), 200_000)
}

// mishap is what befalls the browser, the account or the clock on a day.
func (w *world) mishap(day int, s rules.Setting) {
	if day%5 == 0 { // LinkedIn turns something on again
		w.server[s.Key], w.drifted[w.member+s.Key] = true, w.now
	}
	if day%9 == 0 {
		w.visit(s.Page)
	}
	if day%60 == 20 || day%60 == 30 {
		w.switchAccount()
		w.visit(aiPage)
		w.visit(aiPage)
	}
	switch day % 90 {
	case 40: // the hour changes
		w.jump(-hour)
	case 50: // the battery of the clock was empty
		w.jump(-3 * memory.Day)
	case 55:
		w.jump(3 * memory.Day)
	}
	if day%11 == 0 {
		w.restart()
	}
	if day%13 == 0 {
		w.boot() // an update: another engine finds what is stored
	}
}

// held is how much memory is in use, without what the world notes for tests to look at, which grows with the year.
func (w *world) held() int {
	w.opened, w.shown, w.saves, w.savedAt = nil, nil, nil, nil
	clear(w.sources)
	clear(w.leant)
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}
