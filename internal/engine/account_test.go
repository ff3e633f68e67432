package engine

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/page"
)

func TestAccountsAreKeptApart(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	docs := 0
	look := func(account string, on bool) {
		born := w.now
		docs++
		for range 4 {
			w.event(Event{Type: EventSnapshot, Tab: 7, Account: account, Snapshot: page.Snapshot{
				Doc: "doc" + strconv.Itoa(docs), Born: born, Path: aiPage, Ready: true,
				Controls: []page.Control{{Ref: 1, Kind: "switch", Key: aiKey, State: map[bool]page.State{true: page.On, false: page.Off}[on], Enabled: true, Visible: true}},
			}})
			w.now += 2000
		}
	}
	look("one", false)
	assert.Equal(t, "", w.badge.Text)
	assert.Empty(t, w.eng.state.Notices, "the first account seen is the one that was checked")
	look("two", true)
	assert.Equal(t, "", w.badge.Text, "one link to somebody else concludes nothing")
	assert.Empty(t, w.eng.state.Notices)
	look("two", true)
	assert.Equal(t, "1", w.badge.Text)
	assert.Equal(t, []string{"account-changed"}, w.eng.state.Notices)
	assert.Len(t, w.eng.state.Settings, 1, "nothing else is known of this account")
	w.boot()
	look("one", false)
	look("one", false)
	assert.Equal(t, "", w.badge.Text, "what was known of the first account is known again")
	assert.Equal(t, memory.TurnedOff, w.eng.state.Settings["ads-off-linkedin"].Outcome)
	look("", true)
	assert.Equal(t, "1", w.badge.Text, "a page that does not show an account is the last one's")

	w.command("export", "")
	assert.NotContains(t, string(w.eng.view()), `"account":"one"`)
	assert.NotContains(t, string(w.eng.view()), `"two"`)
}

func TestAnotherAccountStopsTheRun(t *testing.T) {
	w := newWorld(t)
	w.eng.state.Account = "one"
	w.command("choose", `"region":"us"`)
	w.command("harden", "")
	w.after(1000, func() { w.signIn("two") })
	w.run()
	assert.Equal(t, memory.ByAccount, w.eng.state.Run.Why)
}

// What an account's run did says nothing about another account.
func TestRunOfAnotherAccountCannotBeResumed(t *testing.T) {
	w := newWorld(t)
	w.member = "one"
	w.command("choose", `"region":"us","level":"essential"`)
	w.command("harden", "")
	w.after(2500, func() { w.signIn("two") })
	w.run()
	require.Equal(t, memory.ByAccount, w.eng.state.Run.Why)
	require.Equal(t, "two", w.eng.state.Account)
	assert.False(t, w.eng.resumable())
	w.command("resume", "")
	assert.Equal(t, NothingToResume, w.eng.refusal)
	w.checkServer()

	require.Contains(t, w.eng.state.Notices, string(AccountChanged))
	w.eng.start(memory.Check, false, nil)
	require.Contains(t, w.eng.state.Notices, string(AccountChanged), "nobody has pressed the button")
	w.command("harden", "")
	assert.Empty(t, w.eng.state.Notices, "somebody has")
	w.run()
	require.Equal(t, memory.Ended, w.eng.state.Run.Phase, "the next run is the other account's")
	w.checkServer()
	w.signIn("one")
	w.visit(aiPage)
	w.visit(aiPage)
	assert.Nil(t, w.seen()["run"], "the run was not this account's")
}

// A tab that still shows the account before says nothing about the run.
func TestOldTabOfAnotherAccount(t *testing.T) {
	w := newWorld(t)
	w.member = "two"
	old := w.visit(aiPage)
	w.signIn("one")
	w.command("choose", `"region":"us","level":"essential"`)
	w.visit(aiPage)
	w.visit(aiPage)
	require.Equal(t, "one", w.eng.state.Account)
	w.command("harden", "")
	for at := int64(10); at < 9000; at += 70 {
		w.after(at, func() { w.tabs[old.tab] = old; w.tell(old) })
	}
	w.run()
	require.Equal(t, memory.Ended, w.eng.state.Run.Phase, w.eng.state.Run.Why)
	require.Equal(t, "one", w.eng.state.Account)
	w.checkServer()
}

// A page may say whose it is only after it shows the switch. Nothing is
// concluded before, and nothing is clicked.
func TestPageThatNamesItsAccountLate(t *testing.T) {
	w := newWorld(t)
	w.member = "one"
	w.command("choose", `"region":"us","level":"essential"`)
	w.command("harden", "")
	w.run()
	w.signIn("two")
	w.server[aiKey] = false // by that person
	w.named = 3000
	saves := len(w.saves)
	for _, command := range []string{"harden", "check", "undo"} {
		w.eng.state.Account, w.eng.state.Others = "one", nil
		w.command(command, "")
		w.undoing = command == "undo"
		w.run()
		require.Equal(t, memory.ByAccount, w.eng.state.Run.Why, command)
		assert.Len(t, w.saves, saves, command)
		w.signIn("one")
		w.visit(aiPage)
		w.visit(aiPage)
		w.signIn("two")
		w.checkServer()
	}
	t.Run("passing by", func(t *testing.T) {
		w.signIn("one")
		w.visit(aiPage)
		w.visit(aiPage)
		before := w.eng.state.Settings["ai-training"]
		w.signIn("two")
		w.server[aiKey] = true
		w.visit(aiPage)
		w.visit(aiPage)
		require.Equal(t, "two", w.eng.state.Account)
		w.signIn("one")
		w.visit(aiPage)
		w.visit(aiPage)
		assert.Equal(t, before.History, w.eng.state.Settings["ai-training"].History)
	})
}

// Links to five other people conclude nothing, and nothing is forgotten for them.
func TestLinksToOtherPeople(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	w.visit(aiPage)
	before := w.eng.state.Settings
	for i, somebody := range []string{"a", "b", "c", "d", "e", "a"} {
		w.event(Event{Type: EventSnapshot, Tab: 7, Account: somebody, Snapshot: page.Snapshot{Doc: "doc" + strconv.Itoa(900+i), Born: w.now, Path: aiPage, Ready: true}})
	}
	assert.Equal(t, "one", w.eng.state.Account)
	assert.Equal(t, before, w.eng.state.Settings)
	assert.Empty(t, w.eng.state.Others)
}

func TestPagesThatNeverNameAnAccount(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"strict"`)
	w.eng.state.Account = "one"
	w.command("harden", "")
	w.run()
	require.Equal(t, memory.Ended, w.eng.state.Run.Phase)
	assert.Len(t, w.saves, controls(clickable()))
	assert.Less(t, w.now-began, int64(2*memory.Minute), "it is waited for once, not on every page")
}
