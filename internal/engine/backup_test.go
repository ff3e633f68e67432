package engine

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/wire"
)

// A backup can be made at any moment.
func TestBackupOfARunThatIsOn(t *testing.T) {
	for at := int64(300); at < 4000; at += 300 {
		w := newWorld(t)
		w.command("choose", `"region":"us","level":"essential"`)
		w.command("harden", "")
		var backup []byte
		w.after(at, func() { s := w.eng.state; s.Account, s.Others = "", nil; backup = memory.Encode(&s) })
		w.run()
		fresh := newWorld(t)
		fresh.command("restore", `"state":`+string(backup))
		require.Empty(t, fresh.eng.refusal)
		assert.True(t, fresh.eng.resumable())
		fresh.everySettingHasAnOutcome()
	}
}

func TestImportedLabelHasALimit(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	w.command("import", `"rules":[{"page":"`+aiPage+`","key":"someSwitch","match":"id","label":"`+strings.Repeat("x", memory.MaxWords+1)+`"}]`)
	assert.Equal(t, NotAllRules, w.eng.refusal)
	assert.Empty(t, w.eng.state.Local)
}

func TestBackup(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	assert.Nil(t, w.seen()["backup"])
	w.command("export", "")
	s := w.eng.state
	backup := memory.Encode(&s)
	fresh := newWorld(t)
	fresh.command("restore", `"state":`+string(backup))
	require.Empty(t, fresh.eng.refusal)
	assert.Equal(t, w.eng.state.Settings, fresh.eng.state.Settings)
	assert.Equal(t, "", fresh.badge.Text)
	fresh.command("restore", `"state":{"version":1,"choices":{"region":"moon"}}`)
	assert.Equal(t, NotABackup, fresh.eng.refusal)
	fresh.command("restore", ``)
	assert.Equal(t, NotABackup, fresh.eng.refusal)
	assert.Equal(t, w.eng.state.Settings, fresh.eng.state.Settings, "a bad backup changes nothing")

	large := w.eng.state
	for range 20_000 {
		large.Strangers = append(large.Strangers, memory.Stranger{Page: aiPage, Title: "a title that is long", Category: "data-privacy"})
	}
	fresh.command("restore", `"state":`+string(memory.Encode(&large)))
	assert.Equal(t, NotABackup, fresh.eng.refusal, "one that could not be stored")
	many := memory.New()
	for i := range memory.MaxRules + 1 {
		many.Local = append(many.Local, memory.Local{Page: aiPage, Key: "labSwitch" + string(rune('a'+i%26)) + string(rune('a'+i/26)), Match: "id"})
	}
	fresh.command("restore", `"state":`+string(memory.Encode(&many)))
	assert.Equal(t, NotABackup, fresh.eng.refusal, "one with more rules than are kept")
	assert.Equal(t, w.eng.state.Settings, fresh.eng.state.Settings)
}

func TestResetForgetsEverything(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	w.command("reset", "")
	assert.True(t, w.resets)
	fresh := New()
	fresh.Step(Event{Type: EventRestore, Now: w.now})
	assert.Equal(t, string(memory.Encode(&fresh.state)), string(memory.Encode(&w.eng.state)))
	assert.Equal(t, "?", w.badge.Text)
}

func TestStoredStateStaysSmall(t *testing.T) {
	w := hardened(t, `"level":"strict"`)
	for id, rec := range w.eng.state.Settings {
		for i := range int64(memory.MaxHistory) {
			rec.NoteChange(began+i, []page.State{page.On, page.Off}[i%2], memory.Elsewhere)
		}
		w.eng.state.Settings[id] = rec
	}
	for i := range memory.MaxRules {
		x := memory.Local{Page: aiPage, Key: "labSwitch" + string(rune('a'+i%26)) + string(rune('a'+i/26)), Match: "id"}
		for range 40 {
			x.Label += "a label that is long "
		}
		require.NoError(t, w.eng.add(x))
		rec := memory.Record{Outcome: memory.StillOn, State: page.On}
		for i := range int64(memory.MaxHistory) {
			rec.NoteChange(began+i, []page.State{page.On, page.Off}[i%2], memory.Elsewhere)
		}
		w.eng.state.Settings[memory.LocalID(x)] = rec
	}
	w.event(Event{Type: EventTime})
	assert.Less(t, len(w.stored), 1<<20)
	v, err := wire.Parse(w.stored)
	require.NoError(t, err)
	_, err = memory.Decode(v)
	assert.NoError(t, err)
}
