package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"offswitch/internal/engine"
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// What is explained and what the engine does must be the same: whatever a page holds, an automatic run clicks the control
// that the explanation says it clicks, and no other.
func TestTheEngineClicksWhatIsExplained(t *testing.T) {
	s, ok := rules.Find("ai-training")
	require.True(t, ok)
	draw := rapid.Custom(func(t *rapid.T) page.Control {
		return page.Control{
			Kind:    rapid.SampledFrom([]string{"switch", "switch", "button", "radio", "link"}).Draw(t, "kind"),
			Key:     rapid.SampledFrom([]string{s.Key, s.Key, "allowAdsByAge", "brandNew", ""}).Draw(t, "key"),
			ID:      rapid.SampledFrom([]string{"", "", "nonEssentialCookieConsent"}).Draw(t, "id"),
			State:   rapid.SampledFrom([]page.State{page.On, page.On, page.Off, page.Unknown}).Draw(t, "state"),
			Enabled: rapid.SampledFrom([]bool{true, true, false}).Draw(t, "enabled"),
			Visible: rapid.SampledFrom([]bool{true, true, false}).Draw(t, "visible"),
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		snap := page.Snapshot{
			Path: s.Page, Lang: "en", Ready: true,
			More:     rapid.SampledFrom([]int{0, 0, 0, 1}).Draw(t, "more"),
			Dialog:   rapid.SampledFrom([]bool{false, false, true}).Draw(t, "dialog"),
			Controls: rapid.SliceOfN(draw, 0, 3).Draw(t, "controls"),
		}
		for i := range snap.Controls {
			snap.Controls[i].Ref = i + 1
		}
		explained := 0
		for _, f := range examine(snap, us).settings {
			if f.Does == rules.Click {
				explained = f.Control.Ref
			}
		}
		require.Equal(t, explained, clickedBy(t, snap))
	})
}

// clickedBy returns the control that a run clicks on its first visit to a page, and 0 when it goes on without a click.
func clickedBy(t require.TestingT, snap page.Snapshot) int {
	e := engine.New()
	now := int64(1_790_812_800_000) // 2026-10-01
	wake := now
	step := func(event map[string]any) (clicked int, loads string) {
		event["now"] = now
		text, err := json.Marshal(event)
		require.NoError(t, err)
		answer, err := e.Handle(text)
		require.NoError(t, err)
		var effects struct {
			Effects []struct {
				Do, URL string
				Ref     int
				At      int64
			}
		}
		require.NoError(t, json.Unmarshal(answer, &effects))
		for _, x := range effects.Effects {
			switch x.Do {
			case "click":
				clicked = x.Ref
			case "go", "open", "close":
				loads = x.Do + " " + x.URL
			case "wake":
				wake = x.At
			}
		}
		return clicked, loads
	}
	step(map[string]any{"type": "restore"})
	step(map[string]any{"type": "command", "command": "choose", "region": string(us.region), "level": "strict", "mode": "automatic"})
	_, loads := step(map[string]any{"type": "command", "command": "harden", "granted": true})
	step(map[string]any{"type": "opened", "tab": 1})
	for lists := 0; !strings.HasSuffix(loads, page.Origin+snap.Path); { // a run begins with LinkedIn's lists; these are empty
		require.Less(t, lists, 1000, "the run begins with another page: %s", loads)
		lists++
		now = max(now+100, wake)
		_, path, _ := strings.Cut(loads, page.Origin)
		list := wireForm(page.Snapshot{Path: path, Lang: "en", Ready: true}, now)
		list["doc"] = loads
		if _, next := step(map[string]any{"type": "snapshot", "tab": 1, "account": "somebody", "snapshot": list}); next != "" {
			loads = next
		}
	}
	shown := wireForm(snap, now)
	for range 100 {
		clicked, loads := step(map[string]any{"type": "snapshot", "tab": 1, "account": "somebody", "snapshot": shown})
		if clicked > 0 || loads != "" {
			return clicked
		}
		now = max(now+100, wake)
	}
	require.Fail(t, "the run neither clicks nor goes on")
	return 0
}

// wireForm is a snapshot as an agent sends it.
func wireForm(snap page.Snapshot, born int64) map[string]any {
	controls := []map[string]any{}
	for _, c := range snap.Controls {
		on := map[page.State]any{page.On: true, page.Off: false}[c.State]
		controls = append(controls, map[string]any{
			"ref": c.Ref, "kind": c.Kind, "key": c.Key, "id": c.ID, "label": c.Label, "heading": c.Heading, "on": on,
			"enabled": c.Enabled, "visible": c.Visible,
		})
	}
	return map[string]any{
		"doc": fmt.Sprint("document of ", born), "born": born, "path": snap.Path, "lang": snap.Lang, "ready": snap.Ready,
		"dialog": snap.Dialog, "more": snap.More, "controls": controls,
	}
}
