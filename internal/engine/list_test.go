package engine

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

var adsList = rules.CategoryPage(rules.AdvertisingData)

// listed is a world in one language in which a strict run has turned everything off.
func listed(t testingT, lang string, lists listing) *world {
	w := newWorld(t)
	w.lang, w.lists = lang, lists
	w.command("choose", `"region":"us","level":"strict"`)
	w.command("harden", "")
	w.run()
	require.Equal(t, memory.Ended, w.eng.state.Run.Phase)
	return w
}

// Everything is on: LinkedIn's lists spare most of the loads that would prove each change on its own page.
func TestListsSpareLoads(t *testing.T) {
	w := listed(t, "en", listing{})
	for id, o := range w.outcomes() {
		assert.Equal(t, memory.TurnedOff, o, id)
	}
	assert.LessOrEqual(t, 2*len(w.opened), 3*pages(clickable()))
	w.opened = nil
	w.now += memory.Day
	w.command("check", "")
	w.run()
	for id, o := range w.outcomes() {
		assert.Equal(t, memory.AlreadyOff, o, id)
	}
	assert.LessOrEqual(t, len(w.opened), 14)
	proofs := map[memory.Evidence]int{}
	for _, s := range clickable() {
		proofs[w.eng.state.Settings[s.ID].Proof]++
	}
	assert.Greater(t, proofs[memory.SawListed], len(clickable())/2)
	assert.Greater(t, proofs[memory.SawReloaded], 3)
}

// In a language in which the label of a switch without a key is not known, it is the person's to say which it is. Where it
// was met before under a known label, its key tells it.
func TestSwitchWithoutAKeyInAnotherLanguage(t *testing.T) {
	for _, metBefore := range []bool{false, true} {
		w := newWorld(t)
		if metBefore {
			w = listed(t, "en", listing{})
			w.server = allOn()
			w.now += memory.Day
		}
		w.lang = "de"
		w.command("choose", `"region":"us","level":"strict"`)
		w.command("harden", "")
		w.run()
		for _, s := range clickable() {
			rec := w.eng.state.Settings[s.ID]
			if s.Alone() && !metBefore {
				why := memory.WhyLooksOn
				if s.ByParts() {
					why = string(rules.Unnamed)
				}
				assert.Equal(t, []any{memory.NeedsYou, why, true}, []any{rec.Outcome, rec.Why, w.server[s.Key]}, s.ID)
				continue
			}
			assert.Equal(t, []any{memory.TurnedOff, false}, []any{rec.Outcome, w.server[s.Key]}, s.ID)
		}
		w.checkServer()
	}
}

// A key that looks as if it lasted and is another one with every load does no harm: address and label tell the switch.
func TestKeyOfASoleSwitchThatChanges(t *testing.T) {
	w := newWorld(t)
	w.renames = true
	w.command("choose", `"region":"us","level":"strict"`)
	w.command("harden", "")
	w.run()
	for _, s := range clickable() {
		assert.Equal(t, memory.TurnedOff, w.eng.state.Settings[s.ID].Outcome, s.ID)
		assert.False(t, w.server[s.Key], s.ID)
	}
}

// pages counts the pages of settings.
func pages(settings []rules.Setting) int {
	found := map[string]bool{}
	for _, s := range settings {
		found[s.Page] = true
	}
	return len(found)
}

// Whatever a list does, everything is turned off, and what is called off is off.
func TestListsThatCannotBeTrusted(t *testing.T) {
	for name, lists := range map[string]listing{
		"no values": {none: true}, "some values": {partial: true}, "the contrary of some": {lies: true},
		"as before, once": {stale: 1}, "as before, for long": {stale: 9}, "late": {late: 300}, "later": {late: 2000}, "very late": {late: 4700},
	} {
		t.Run(name, func(t *testing.T) {
			w := listed(t, "en", lists)
			for _, s := range clickable() {
				assert.False(t, w.server[s.Key], s.ID)
				assert.True(t, w.eng.state.Settings[s.ID].Outcome.Proved(), s.ID)
			}
		})
	}
}

// A list that disagreed with a page says nothing more in that run, and its words are forgotten.
func TestListThatDisagreesIsNotBelieved(t *testing.T) {
	w := listed(t, "en", listing{})
	require.NotEmpty(t, w.eng.state.Words)
	w.lists = listing{lies: true}
	w.opened = nil
	w.command("check", "")
	w.run()
	assert.NotEmpty(t, w.eng.state.Run.Distrusted)
	for _, s := range clickable() {
		assert.False(t, w.server[s.Key])
	}
	assert.Contains(t, w.opened, "/mypreferences/d/settings/ads-by-age")
}

// A list that shows the word for on beside what was proved off is an alarm, whoever opened it.
func TestListRaisesAnAlarm(t *testing.T) {
	w := listed(t, "en", listing{})
	require.Equal(t, "", w.badge.Text)
	w.now += memory.Day
	w.server["allowAdsByAge"] = true
	w.visit(adsList)
	rec := w.eng.state.Settings["ads-age"]
	assert.Equal(t, []any{memory.StillOn, memory.WhyListedOn}, []any{rec.Outcome, rec.Why})
	assert.Equal(t, "1", w.badge.Text)
	_, _, _, drifted := rec.Drift()
	assert.True(t, drifted)
	w.command("harden", "")
	w.run()
	assert.False(t, w.server["allowAdsByAge"])
	assert.Equal(t, "", w.badge.Text)
}

// A word that nobody has learned means nothing: not on, and not off.
func TestUnknownWordsMeanNothing(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"strict"`)
	w.lang = "de"
	w.visit(adsList)
	assert.Empty(t, w.eng.state.Words)
	for _, s := range clickable() {
		assert.False(t, w.eng.state.Settings[s.ID].Outcome.Proved())
	}
	assert.Equal(t, "?", w.badge.Text)
}

// Off is believed soon where LinkedIn's list agrees, and late on the page alone.
func TestPatience(t *testing.T) {
	took := func(set func(w *world)) int64 {
		w := newWorld(t)
		w.lang = "en"
		for key := range w.server {
			w.server[key] = false
		}
		set(w)
		w.command("choose", `"region":"us","level":"strict"`)
		w.command("check", "")
		w.run()
		require.Equal(t, memory.AlreadyOff, w.eng.state.Settings["ads-age"].Outcome)
		return w.now - began
	}
	agreed := took(func(*world) {})
	alone := took(func(w *world) { w.lists.none = true })
	assert.Greater(t, alone, agreed+5*(beliefPatience-agreePatience))
}

// A page that shows a switch off until its own data has come is not believed, alone or beside others, however it comes.
func TestLateData(t *testing.T) {
	for _, late := range []int64{600, 1500, 2500, 4500} {
		w := newWorld(t)
		w.lists.none = true
		for _, s := range clickable() {
			w.faults[s.Key] = fault{dataLate: late}
		}
		w.command("choose", `"region":"us","level":"strict"`)
		w.command("harden", "")
		w.run()
		for id, o := range w.outcomes() {
			assert.Equal(t, memory.TurnedOff, o, "%s after %d", id, late)
		}
		w.checkServer()
	}
}

// What a cache kept proves nothing, and is no failure either.
func TestCachedPages(t *testing.T) {
	w := newWorld(t)
	w.everyPage(fault{cached: true})
	w.command("choose", `"region":"us","level":"essential"`)
	w.command("harden", "")
	w.run()
	for id, o := range w.outcomes() {
		if rec := w.eng.state.Settings[id]; rec.Why != memory.WhyBelowLevel {
			assert.Equal(t, memory.TurnedOff, o, id)
		}
	}
	assert.Len(t, w.saves, 5, "one save each")
	w.checkServer()
}

// What was concluded is looked at again: a page that shows on what it showed off before takes the proof back.
func TestConclusionsAreLookedAtAgain(t *testing.T) {
	w := newWorld(t)
	const promotions = "allowProfileAndActivityDataForMarketingAds"
	for key := range w.server {
		w.server[key] = key == "tipsForUsingLinkedinViaEmail"
	}
	turned := false
	w.command("choose", `"region":"us","level":"strict"`)
	w.command("harden", "")
	for at := int64(0); at < 60_000; at += 50 {
		w.after(at, func() {
			if r := w.eng.state.Run; !turned && r.Going() && r.Entry("promotions").Outcome != "" {
				turned = true
				w.server[promotions], w.drifted[w.member+promotions] = true, w.now
			}
		})
	}
	w.run()
	require.True(t, turned)
	assert.False(t, w.server[promotions], "it was turned off again")
	assert.Equal(t, memory.TurnedOff, w.eng.state.Settings["promotions"].Outcome)
	w.checkServer()
}

// A document from before the load that was ordered proves nothing: one that the browser kept, or that was there before.
func TestOldDocumentsProveNothing(t *testing.T) {
	e := New()
	now := began
	step := func(ms int64, ev Event) []Effect {
		now += ms
		ev.Now = now
		return e.Step(ev).Effects
	}
	step(0, Event{Type: EventRestore})
	e.state.Choices.Region, e.state.Choices.Level = "us", rules.Essential
	step(0, Event{Type: EventCommand, Command: CommandHarden, Granted: true})
	withoutLists(e)
	step(10, Event{Type: EventOpened, Tab: 1})
	for range 12 {
		step(1000, Event{Type: EventSnapshot, Tab: 1, Account: "one", Snapshot: page.Snapshot{
			Doc: "old", Born: began - 10*hour, Path: aiPage, Ready: true,
			Controls: []page.Control{{Ref: 1, Kind: "switch", Key: aiKey, State: page.Off, Enabled: true, Visible: true}},
		}})
	}
	assert.Empty(t, e.state.Run.Doc)
	assert.Empty(t, e.state.Run.Entry("ai-training").Outcome)
	assert.LessOrEqual(t, e.state.Settings["ai-training"].Proved, began-10*hour, "it says what was so then, and nothing of today")
}

// What a list said before the computer slept is proof of that time, not of what LinkedIn turned on meanwhile.
func TestListsAreAsOldAsTheyAre(t *testing.T) {
	for at := int64(1_000); at < 60_000; at += 4_000 {
		w := hardened(t, `"level":"strict"`)
		w.now += memory.Day
		w.after(at, func() {
			for _, s := range clickable() {
				w.server[s.Key], w.drifted[w.member+s.Key] = true, w.now
			}
			w.jump(6 * hour)
		})
		w.command("check", "")
		w.run()
		w.checkServer()
	}
}
