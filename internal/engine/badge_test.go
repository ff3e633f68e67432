package engine

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestBadgeAfterARunThatProvedNothing(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"essential"`)
	assert.Equal(t, TipUnchecked, w.badge.Tip)
	w.expelAt, w.expelTo = 1, "/uas/login"
	w.command("harden", "")
	w.run()
	assert.Equal(t, Badge{Text: "?", Tip: "badge_unsure", Args: []string{"5"}}, w.badge)
}

func TestProofsGrowStale(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"essential"`)
	w.command("harden", "")
	w.run()
	assert.Equal(t, "", w.badge.Text)
	w.now += stale
	w.event(Event{Type: EventTime, Granted: true})
	assert.Equal(t, Badge{Text: "?", Tip: "badge_stale"}, w.badge)
}

// After an update that brings rows the badge says so, until a run has come to its end.
func TestBadgeTellsOfNewSettings(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"strict"`)
	assert.Zero(t, w.eng.fresh(), "before the first run nothing is new")
	w.command("harden", "")
	w.run()
	assert.Zero(t, w.eng.fresh())
	w.eng.state.Rows = strings.ReplaceAll(w.eng.state.Rows, "ads-age ads-gender ", "")
	delete(w.eng.state.Settings, "ads-age")
	w.event(Event{Type: EventTime, Granted: true})
	assert.Equal(t, Badge{Text: "?", Tip: TipFresh, Args: []string{"2"}}, w.badge)
	w.command("harden", "")
	w.run()
	assert.Equal(t, Badge{Tip: TipOff}, w.badge)
}
