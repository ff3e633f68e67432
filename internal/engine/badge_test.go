package engine

import (
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
