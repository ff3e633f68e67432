package engine

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"offswitch/internal/memory"
	"offswitch/internal/page"
)

// A copy that the browser has kept of a page says what was so when it was made. What it shows on may be off since, by the
// person's hand elsewhere or by a run that a list proved: to click would make ours what is not, and undo would turn it on.
func TestACopyIsNoNews(t *testing.T) {
	old := func(w *world) *world {
		w.everyPage(fault{cached: true})
		for _, s := range ofTheSite() {
			w.kept[w.member+s.Page] = positions{s.Key: true}
		}
		return w
	}
	quiet := func(w *world) {
		w.run()
		w.checkServer()
		for id, rec := range w.eng.state.Settings {
			_, _, _, drifted := rec.Drift()
			assert.False(t, drifted, id)
		}
	}
	for _, lists := range []listing{{}, {none: true}} {
		w := old(onlyOn(t))
		w.lists = lists
		w.command("choose", `"region":"us","level":"recommended"`)
		for _, command := range []string{"check", "harden", "undo", "harden"} {
			w.command(command, "")
			quiet(w)
			assert.Empty(t, w.saves, command)
		}

		w = newWorld(t)
		w.lists = lists
		w.command("choose", `"region":"us","level":"recommended"`)
		w.command("harden", "")
		w.run()
		w = old(w)
		for _, command := range []string{"check", "harden"} {
			w.command(command, "")
			quiet(w)
		}
		for _, s := range clickable() {
			d := &document{tab: ownTab, path: s.Page, source: page.FromCache}
			w.tabs[ownTab] = d
			w.born(d, fault{})
			w.pass(30_000)
		}
		quiet(w)
		w.undoing = true
		w.command("undo", "")
		w.run()
		for _, s := range clickable() {
			if rec := w.eng.state.Settings[s.ID]; rec.Clicked != 0 {
				assert.Equal(t, []any{true, memory.StillOn, memory.WhyUndone}, []any{w.server[s.Key], rec.Outcome, rec.Why}, s.ID)
			}
		}
	}
}

// A worker of the site's own may keep a page for ever, also past all caches. Then nothing is known of what is stored, and
// nothing that was proved is taken back.
func TestACopyThatIsKeptForEver(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	w.everyPage(fault{cached: true, worker: true})
	w.lists.none = true
	proved := w.eng.state.Settings
	for _, s := range ofTheSite() {
		w.kept[w.member+s.Page] = positions{s.Key: true}
	}
	saves := len(w.saves)
	w.command("check", "")
	w.run()
	for id, before := range proved {
		rec := w.eng.state.Settings[id]
		_, _, _, drifted := rec.Drift()
		assert.False(t, drifted, id)
		assert.Equal(t, before.History, rec.History, id)
		if before.Ours {
			assert.Equal(t, []any{memory.Unreachable, memory.WhyCached}, []any{rec.Outcome, rec.Why}, id)
		}
	}
	assert.Len(t, w.saves, saves, "a check clicks nothing")
	w.command("harden", "")
	w.run()
	w.checkServer()
	for _, s := range clickable() {
		rec := w.eng.state.Settings[s.ID]
		assert.False(t, rec.Outcome.Proved() && rec.Proved > proved[s.ID].Proved, "%s is proved by a copy: %+v", s.ID, rec)
		assert.NotContains(t, []memory.Outcome{memory.NotSaved, memory.StillOn}, rec.Outcome, "%s: what a copy shows is not what is stored", s.ID)
		_, _, _, drifted := rec.Drift()
		assert.False(t, drifted, s.ID)
	}
}
