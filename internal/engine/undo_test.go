package engine

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/page"
)

func TestUndo(t *testing.T) {
	w := newWorld(t)
	w.server["allowAdsByAge"] = false
	w.command("choose", `"region":"us","level":"recommended"`)
	w.command("harden", "")
	w.run()
	w.undoing = true

	w.command("undo", `"settings":["research","ads-age"]`)
	w.run()
	assert.True(t, w.server["allowAnonymizedDataResearch"])
	assert.False(t, w.server["allowAdsByAge"], "what this extension did not turn off is not turned on")
	rec := w.eng.state.Settings["research"]
	assert.Equal(t, []any{memory.StillOn, memory.WhyUndone, false}, []any{rec.Outcome, rec.Why, rec.Ours})
	assert.Equal(t, "1", w.badge.Text)

	w.command("undo", "")
	w.run()
	for _, s := range clickable() {
		if s.ID == "ads-age" || s.ID == "promotion-emails" {
			continue
		}
		assert.True(t, w.server[s.Key], s.ID)
	}
	assert.False(t, w.server["allowAdsByAge"])
	w.command("undo", "")
	assert.Equal(t, NothingToUndo, w.eng.refusal)
	assert.Equal(t, memory.Ended, w.eng.state.Run.Phase)
}

func TestUndoThatDoesNotHold(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	w.undoing = true
	w.faults[aiKey] = fault{saveNotKept: true}
	w.command("undo", `"settings":["ai-training"]`)
	w.run()
	rec := w.eng.state.Settings["ai-training"]
	assert.Equal(t, []any{memory.TurnedOff, memory.WhyNotUndone}, []any{rec.Outcome, rec.Why})
	assert.False(t, w.server[aiKey])
}

// When an undo stops before the proof, it is still this extension that turned the setting on.
func TestUndoStoppedBeforeTheProof(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	w.undoing = true
	w.stopAfter(1000, "undo", "")
	require.True(t, w.server[aiKey])
	rec := w.eng.state.Settings["ai-training"]
	assert.Equal(t, []any{memory.Unchecked, memory.WhyUndoStopped}, []any{rec.Outcome, rec.Why})
	assert.Equal(t, memory.TurnedOff, w.eng.state.Settings["ads-data-from-others"].Outcome, "what the undo did not come to is as it was")
	stopped := w.stored
	for name, see := range map[string]func(){
		"a check":    func() { w.command("check", ""); w.run() },
		"passing by": func() { w.visit(aiPage) },
	} {
		w.stored = stopped
		w.boot()
		see()
		rec = w.eng.state.Settings["ai-training"]
		_, _, _, drifted := rec.Drift()
		assert.False(t, drifted, name)
		assert.Equal(t, []any{page.On, memory.Us, false}, []any{rec.State, rec.History[len(rec.History)-1].By, rec.Ours}, name)
	}
}

// What the person turned off after an undo was stopped stays off.
func TestResumedUndoTurnsOnOnlyOurs(t *testing.T) {
	for at := int64(100); at < 4000; at += 300 {
		w := hardened(t, `"level":"essential"`)
		w.undoing = true
		w.stopAfter(at, "undo", `"settings":["ai-training"]`)
		if w.eng.state.Run.Phase == memory.Ended {
			continue
		}
		d := w.visit(aiPage)
		if !d.on[aiKey] {
			w.flip(d, aiKey)
			w.tell(d)
			w.run()
			w.now += 1000
		}
		w.flip(d, aiKey)
		w.tell(d)
		w.run()
		w.now += hour
		w.visit(aiPage)
		rec := w.eng.state.Settings["ai-training"]
		require.False(t, w.server[aiKey])
		require.False(t, rec.Ours)
		w.command("resume", "")
		w.run()
		assert.False(t, w.server[aiKey], "stopped after %d: turned on what the person turned off", at)
	}
}

// The run has ordered its next page, but the one before is still there, and in it the person turns off what the undo has just
// turned on: what the undo would take for a save that did not last is the person's wish.
func TestUndoLeavesOffWhatThePersonTurnsOffOnThePageThatItLeaves(t *testing.T) {
	for name, meanwhile := range map[string]func(w *world){
		"and the background goes on": func(*world) {},
		"and the background was stopped": func(w *world) {
			w.wakeAt, w.watched = 0, 0
			w.boot()
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := hardened(t, `"level":"essential"`)
			w.undoing = true
			w.command("undo", "")
			var d *document
			w.until(func() bool {
				if tab := w.tabs[w.eng.state.Run.Tab]; tab != nil && tab.path == aiPage && tab.id != "" {
					d = tab
				}
				return d != nil && w.eng.state.Run.Past == d.id
			})
			meanwhile(w)
			w.server[aiKey] = false
			off := page.Control{Ref: 1, Kind: "switch", Key: aiKey, State: page.Off, Moved: w.now, ByHand: true, Clicks: 1, Visible: true, Enabled: true}
			w.event(Event{Type: EventSnapshot, Tab: d.tab, Account: w.eng.state.Account, Snapshot: page.Snapshot{
				Doc: d.id, Born: d.born, Path: aiPage, Ready: true, Source: d.source, Controls: []page.Control{off}, Saves: d.saves,
			}})
			w.run()
			assert.Equal(t, memory.Ended, w.eng.state.Run.Phase)
			assert.False(t, w.server[aiKey])
			assert.False(t, w.eng.state.Settings["ai-training"].Ours, "and nothing is left to undo")
			assert.True(t, w.server["allowUseOfThirdPartyData"], "what nobody turned off is on again")
		})
	}
}
