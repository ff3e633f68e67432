package engine

import (
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/page"
)

// waysIn are the ways in which a person can sign in while a run waits for it at a sign-in page.
var waysIn = map[string]func(w *world, d *document){
	"back to the page":            func(w *world, d *document) { w.letIn(d.tab, w.eng.state.Run.Visit().Page) },
	"to another page of settings": func(w *world, d *document) { w.letIn(d.tab, receiptsPage) },
	"to the feed":                 func(w *world, d *document) { w.letIn(d.tab, "/feed/") },
	"in another tab":              func(w *world, d *document) { w.expelAt = 0; w.openByHand(aiPage) },
	"and says so":                 func(w *world, d *document) { w.expelAt = 0; w.command("resume", "") },
}

// expelled is a run over the essential settings whose session ends at a page.
func expelled(t testingT, at int) *world {
	w := newWorld(t)
	w.expelAt, w.expelTo = at, "/uas/login"
	w.command("choose", `"region":"us","level":"essential"`)
	return w
}

// Whichever page it was, and however long it takes: a run goes on by itself when the person has signed in, and opens
// nothing before.
func TestRunWaitsForThePersonToSignIn(t *testing.T) {
	for name, signIn := range waysIn {
		t.Run(name, func(t *testing.T) {
			for at := 1; at <= 10; at++ {
				for _, takes := range []int64{1000, 3 * memory.Minute, signInPatience - 1000} {
					w := expelled(t, at)
					waited := false
					w.meets = func(d *document) {
						opened := len(w.opened)
						w.after(takes-500, func() { w.killBackground() })
						w.after(takes, func() {
							waited = true
							require.True(t, w.eng.state.Run.Going())
							require.NotZero(t, w.eng.state.Run.SignIn)
							require.Len(t, w.opened, opened, "what the person types is not to be lost")
							require.Equal(t, d, w.tabs[d.tab])
							step, _ := w.eng.doing()
							require.Equal(t, []any{Signing, SaySignIn, Badge{Text: "!", Tip: TipSignIn}}, []any{step, w.headlineNow().Say, w.eng.badgeNow()})
							signIn(w, d)
						})
					}
					w.command("harden", "")
					w.run()
					require.True(t, waited || w.visits < at)
					require.Equal(t, []any{memory.Ended, ""}, []any{w.eng.state.Run.Phase, w.eng.state.Run.Why}, "at page %d, after %d ms", at, takes)
					for _, en := range w.eng.state.Run.Ledger {
						require.Equal(t, memory.TurnedOff, en.Outcome, en.ID)
					}
					w.checkServer()
				}
			}
		})
	}
}

// What a run that waits does not take for somebody who has signed in, and what ends the wait otherwise.
func TestRunWaitsNoLongerThanMakesSense(t *testing.T) {
	cases := map[string]struct {
		do    func(w *world, d *document)
		why   string
		after int64 // at least
	}{
		"nobody signs in":     {func(*world, *document) {}, memory.BySignOut, signInPatience},
		"the computer sleeps": {func(w *world, _ *document) { w.after(1000, func() { w.jump(8 * hour) }) }, memory.BySignOut, signInPatience},
		"a check is part of it": {func(w *world, d *document) {
			w.after(1000, func() {
				d := &document{tab: d.tab, path: "/checkpoint/challenge/x"}
				w.tabs[d.tab] = d
				w.born(d, fault{})
			})
		}, memory.BySignOut, signInPatience},
		"the person reads elsewhere": {func(w *world, d *document) {
			w.after(1000, func() {
				w.event(Event{Type: EventTab, Tab: d.tab, URL: page.Origin + "/help/linkedin", Status: "complete"})
				w.event(Event{Type: EventTab, Tab: d.tab, URL: "https://id.example/", Status: "complete"})
			})
		}, memory.BySignOut, signInPatience},
		"an old tab stirs": {func(w *world, _ *document) {
			w.after(1000, func() { w.tell(w.tabs[ownTab]) })
		}, memory.BySignOut, signInPatience},
		"the page before comes back": {func(w *world, d *document) {
			w.after(1000, func() {
				old := &document{tab: d.tab, path: aiPage}
				w.tabs[d.tab] = old
				w.born(old, fault{})
				old.born = w.eng.state.Run.SignIn - 100
			})
		}, memory.BySignOut, 0},
		"the tab is closed": {func(w *world, d *document) {
			w.after(1000, func() { delete(w.tabs, d.tab); w.event(Event{Type: EventClosed, Tab: d.tab}) })
		}, memory.ByClosing, 0},
		"the person stops":      {func(w *world, _ *document) { w.after(1000, func() { w.command("stop", "") }) }, memory.ByPerson, 0},
		"the browser is closed": {func(w *world, _ *document) { w.after(1000, w.restart) }, memory.ByRestart, 0},
		"access is withdrawn":   {func(w *world, _ *document) { w.after(1000, func() { w.event(Event{Type: EventTime}) }) }, memory.ByAccess, 0},
		"the person only thinks so": {func(w *world, _ *document) {
			w.after(1000, func() {
				if w.eng.state.Run.Going() {
					w.command("resume", "")
				}
			})
		}, memory.BySignOut, 0},
		"somebody else signs in": {func(w *world, d *document) {
			w.after(1000, func() { w.signIn("two"); w.letIn(d.tab, aiPage) })
		}, memory.ByAccount, 0},
		"somebody else does elsewhere": {func(w *world, d *document) {
			w.after(1000, func() { w.signIn("two"); w.expelAt = 0; w.openByHand(aiPage) })
		}, memory.ByAccount, 0},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			w := expelled(t, 4)
			w.openByHand(receiptsPage)
			var met int64
			w.meets = func(d *document) {
				met = max(met, w.now)
				c.do(w, d)
			}
			w.command("harden", "")
			w.run()
			r := w.eng.state.Run
			require.Equal(t, []any{memory.Stopped, c.why, int64(0)}, []any{r.Phase, r.Why, r.SignIn})
			assert.GreaterOrEqual(t, w.now, met+c.after)
			assert.LessOrEqual(t, r.SignIns, maxSignIns)
			assert.LessOrEqual(t, w.visits, 4+maxSignIns)
			if c.after > 0 {
				assert.Equal(t, 4, w.visits, "nothing is opened meanwhile")
			}
			w.checkServer()
			w.everySettingHasAnOutcome()
			if c.why == memory.BySignOut {
				assert.Equal(t, memory.SignedOut, w.eng.state.Settings["ads-off-linkedin"].Outcome)
			}
		})
	}
}

// A security check that no sign-in led to is about the run: it does not wait for it to go on.
func TestRunDoesNotWaitForASecurityCheck(t *testing.T) {
	w := expelled(t, 3)
	w.expelTo = "/checkpoint/challenge/x"
	w.command("harden", "")
	w.run()
	assert.Equal(t, []any{memory.ByChallenge, 0}, []any{w.eng.state.Run.Why, w.eng.state.Run.SignIns})
}

// Who resumes a run may take as long again to sign in.
func TestResumedRunWaitsAgain(t *testing.T) {
	w := expelled(t, 1)
	w.command("harden", "")
	w.run()
	require.Equal(t, memory.BySignOut, w.eng.state.Run.Why)
	w.meets = func(d *document) { w.after(signInPatience/2, func() { w.letIn(d.tab, "/feed/") }) }
	w.command("resume", "")
	w.run()
	assert.Equal(t, memory.Ended, w.eng.state.Run.Phase)
}

// The agent can be faster than the browser's word that the tab is open. What it has said by then is taken in at once: that
// it was to sign in, that somebody has, and that it is somebody else.
func TestNothingIsOpenedByARunThatEndsInTheSameStep(t *testing.T) {
	w := newWorld(t)
	w.member = "one"
	w.command("choose", `"region":"us","level":"essential"`)
	w.visit(aiPage)
	require.Equal(t, "one", w.eng.state.Account)
	step := func(ev Event) []Effect {
		ev.Now = w.now
		return w.eng.Step(ev).Effects
	}
	require.Len(t, ordered(step(Event{Type: EventCommand, Granted: true, Command: CommandHarden})), 1)
	for i, path := range []string{"/uas/login", "/checkpoint/challenge/x", receiptsPage, receiptsPage} {
		w.now += 50
		assert.Empty(t, step(Event{Type: EventSnapshot, Tab: 8, Account: []string{"one", "two", "two", "two"}[i], Snapshot: page.Snapshot{
			Doc: strconv.Itoa(min(i, 2)), Born: w.now, Path: path, Ready: i == 3,
		}}))
	}
	assert.Empty(t, ordered(step(Event{Type: EventOpened, Tab: 8})))
	assert.Equal(t, memory.ByAccount, w.eng.state.Run.Why)
}

func ordered(effects []Effect) []Effect {
	return slices.DeleteFunc(slices.Clone(effects), func(x Effect) bool { return !forRun(x) })
}
