package engine

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"offswitch/internal/memory"
	"offswitch/internal/wire"
)

// A page sends a command again when its answer got lost with the background. Whatever the command, in whatever state: the
// second time changes nothing, in what is stored and in what the run is doing.
func TestCommandsGivenTwice(t *testing.T) {
	effective := map[string]bool{"choose": false, "harden": false, "check": false, "undo": false, "resume": false, "stop": false, "skip": false, "keep": false, "forget": false, "import": false, "restore": false, "reset": false, "done": false, "dismiss": false}
	for round := 0; round < 30 && slices.Contains(slices.Collect(maps.Values(effective)), false); round++ {
		rapid.Check(t, func(t *rapid.T) { giveTwice(t, effective) })
	}
	for command, changes := range effective {
		assert.True(t, changes, "%s changes something in this test at all", command)
	}
}

// giveTwice gives random commands, each twice, and notes which of them changed something.
func giveTwice(t *rapid.T, effective map[string]bool) {
	w := newWorld(t)
	w.extra[aiPage] = []string{"labBrandNewSwitch"}
	w.extra[receiptsPage] = []string{receiptsKey}
	if rapid.Bool().Draw(t, "after a run") {
		w.command("choose", `"region":"us","level":"essential"`)
		w.command("harden", "")
		w.run()
	}
	for range rapid.IntRange(1, 15).Draw(t, "commands") {
		command, members := someCommand(t, w)
		before := told(w)
		w.command(command, members)
		once := told(w)
		w.command(command, members)
		require.Equal(t, once, told(w), "%s %s", command, members)
		if before != once {
			effective[command] = true
		}
		for range rapid.IntRange(0, 40).Draw(t, "steps") {
			step(w)
		}
	}
}

// told is what the engine knows, and what it is doing.
func told(w *world) string {
	return fmt.Sprint(string(memory.Encode(&w.eng.state)), w.eng.doc.marked)
}

// step lets the next thing happen that is to happen soon.
func step(w *world) {
	next := -1
	for i, x := range w.todo {
		if next < 0 || x.at < w.todo[next].at || x.at == w.todo[next].at && x.n < w.todo[next].n {
			next = i
		}
	}
	switch {
	case next >= 0 && (w.wakeAt == 0 || w.todo[next].at <= w.wakeAt):
		x := w.todo[next]
		w.todo = append(w.todo[:next:next], w.todo[next+1:]...)
		w.now = max(w.now, x.at)
		x.do()
	case w.wakeAt != 0 && w.wakeAt < w.now+memory.Minute:
		w.now, w.wakeAt = max(w.now, w.wakeAt), 0
		w.event(Event{Type: EventTime, Granted: true})
	}
}

func someCommand(t *rapid.T, w *world) (command, members string) {
	aRule := `{"page":"/mypreferences/d/settings/x","key":"labImported","match":"id"}`
	switch command = rapid.SampledFrom([]string{"choose", "choose", "harden", "harden", "check", "undo", "resume", "stop", "skip", "skip", "keep", "keep", "forget", "import", "restore", "reset", "done", "dismiss", "visit", "visit", "end"}).Draw(t, "command"); command {
	case "choose":
		members = rapid.SampledFrom([]string{`"region":"us","level":"essential"`, `"region":"us","level":"strict","mode":"guide"`, `"region":"us","level":"recommended","mode":"automatic"`, `"region":"us","level":"strict","mode":"guide"`}).Draw(t, "choices")
	case "skip":
		members = `"setting":"` + w.eng.doc.marked + `"`
	case "keep":
		members = rapid.SampledFrom([]string{`"page":"` + aiPage + `","key":"labBrandNewSwitch"`, `"page":"` + receiptsPage + `","key":"` + receiptsKey + `","setting":"read-receipts"`}).Draw(t, "switch")
	case "forget":
		id := ""
		if len(w.eng.state.Local) > 0 {
			id = w.eng.state.Local[0].ID
		}
		members = `"id":"` + id + `"`
	case "import":
		members = `"rules":[` + aRule + `]`
	case "restore":
		members = `"state":{"version":2,"choices":{"region":"us","level":"strict"},"tried":1,"local":[` + aRule + `],"settings":{"ads-age":{"outcome":"on","state":"on"}}}`
	case "done":
		members = rapid.SampledFrom([]string{`"followup":"objection-form","done":true`, `"followup":"objection-form","done":false`}).Draw(t, "follow-up")
	case "dismiss":
		w.eng.notice(AccountChanged)
		members = `"notice":"account-changed"`
	case "visit":
		w.openByHand(rapid.SampledFrom([]string{aiPage, receiptsPage}).Draw(t, "page"))
		return "view", ""
	case "end":
		if w.eng.state.Run.Going() && !w.eng.state.Run.Guided() {
			w.run()
		}
		return "view", ""
	}
	return command, members
}

// A setting that is marked after the one that was skipped is not skipped by the same word.
func TestSkipNamesItsSetting(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"strict","mode":"guide"`)
	w.command("harden", "")
	skipped := 0
	for w.eng.state.Run.Going() {
		id := w.eng.doc.marked
		if id == "" {
			step(w)
			continue
		}
		v, err := wire.Parse([]byte(`{"setting":"` + id + `"}`))
		require.NoError(t, err)
		for range 2 {
			w.event(Event{Type: EventCommand, Command: CommandSkip, Args: v})
		}
		skipped++
		require.NotEqual(t, id, w.eng.doc.marked)
	}
	n := 0
	for _, en := range w.eng.state.Run.Ledger {
		if en.Outcome == memory.Skipped {
			n++
		}
	}
	assert.Equal(t, skipped, n, "each by its own word")
	assert.Greater(t, n, 10)
}
