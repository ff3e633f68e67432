package engine

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// A backup can be made at any moment. The run that was on then stays where it was.
func TestBackupOfARunThatIsOn(t *testing.T) {
	for at := int64(300); at < 4000; at += 300 {
		w := newWorld(t)
		w.command("choose", `"region":"us","level":"essential"`)
		w.command("harden", "")
		var backup []byte
		w.after(at, func() { s := w.eng.state; s.Account, s.Others = "", nil; backup = memory.Encode(&s) })
		w.run()
		fresh := newWorld(t)
		fresh.now = w.now
		fresh.command("restore", `"state":`+string(backup))
		require.Empty(t, fresh.eng.refusal)
		assert.Nil(t, fresh.eng.state.Run)
		assert.False(t, fresh.eng.resumable())
		fresh.command("harden", "")
		fresh.run()
		fresh.checkServer()
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
	fresh.now = w.now
	fresh.command("restore", `"state":`+string(backup))
	require.Empty(t, fresh.eng.refusal)
	require.NotEmpty(t, w.eng.state.Settings)
	for id, rec := range w.eng.state.Settings {
		rec.Ours, rec.Word = false, "" // what was done elsewhere is not undone here, and only LinkedIn speaks for itself
		w.eng.state.Settings[id] = rec
	}
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
	w.event(Event{Type: EventTime, Granted: true})
	assert.Less(t, len(w.stored), 1<<20)
	v, err := wire.Parse(w.stored)
	require.NoError(t, err)
	_, err = memory.Decode(v)
	assert.NoError(t, err)
}

// What was done in one account, or in another browser, is not undone here, whatever a file says and a page then shows.
func TestWhatAFileSaysIsNotUndone(t *testing.T) {
	alice := hardened(t, `"level":"essential"`)
	s := alice.eng.state
	s.Account, s.Others = "", nil
	for id, rec := range s.Settings {
		if len(rec.History) > 0 { // as if the run had stopped before the proof: a page that shows it off would make it ours
			rec.Outcome, rec.Why, rec.Clicked = memory.Unchecked, memory.WhyNotProved, alice.now
			rec.History = rec.History[:1]
		}
		s.Settings[id] = rec
	}
	bob := newWorld(t)
	bob.now = alice.now
	bob.member = "bob"
	for key := range bob.server {
		bob.server[key] = false
	}
	bob.command("choose", `"region":"us","level":"essential"`)
	bob.visit(aiPage)
	bob.command("restore", `"state":`+string(memory.Encode(&s)))
	require.Empty(t, bob.eng.refusal)
	require.Equal(t, "bob", bob.eng.state.Account)
	bob.visit(aiPage)
	bob.run()
	for _, command := range []string{"undo", "resume"} {
		bob.command(command, "")
		assert.Contains(t, []Refusal{NothingToUndo, NothingToResume}, bob.eng.refusal, command)
		bob.run()
	}
	assert.Zero(t, bob.clicks)
	for key, on := range bob.server {
		assert.False(t, on, key)
	}
}

// A file whose choices say that checks begin by themselves opens nothing at once.
func TestAFileBeginsNothing(t *testing.T) {
	w := newWorld(t)
	w.command("restore", `"state":{"version":2,"choices":{"region":"us","checks":"automatic","every":1,"again":true},"tried":1,"checked":1}`)
	require.Empty(t, w.eng.refusal)
	w.event(Event{Type: EventTime, Granted: true})
	assert.Nil(t, w.eng.state.Run)
	w.now += memory.Day
	w.event(Event{Type: EventTime, Granted: true})
	assert.True(t, w.eng.state.Run.Going())
	w.run()
}

// Whoever wrote it: of rules from a file only those are taken in that lead to pages which may be opened, and what a run
// then opens and clicks is theirs.
func TestRulesFromAFileOpenNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWorld(t)
		w.extra["/mypreferences/d/settings/lab-page"] = []string{"labSwitch"}
		w.server["labSwitch"] = true
		w.command("choose", `"region":"us","level":"essential"`)
		path := rapid.SampledFrom(append([]string{"/mypreferences/d/settings/lab-page", receiptsPage}, noPages...)).Draw(t, "page")
		key := rapid.SampledFrom([]string{"labSwitch", "discloseAsProfileViewer", aiKey}).Draw(t, "key")
		rule := &wire.Writer{}
		x := memory.Local{Page: path, Key: key, Match: rules.LabelledBy, Setting: rapid.SampledFrom([]string{"", "read-receipts", "mentions"}).Draw(t, "setting")}
		wire.Write(rule, "", x.Fields)
		if rapid.Bool().Draw(t, "as a backup") {
			w.command("restore", `"state":{"version":2,"choices":{"region":"us","level":"essential"},"local":[`+string(rule.Bytes())+`]}`)
		} else {
			w.command("import", `"rules":[`+string(rule.Bytes())+`]`)
		}
		require.Equal(t, w.eng.refusal != "", len(w.eng.state.Offered) == 0)
		require.Empty(t, w.eng.state.Local)
		take := map[string]string{}
		for id := range w.waiting() {
			take[id] = ""
		}
		w.answerQuestion(take)
		w.command("stop", "")
		for _, x := range w.eng.state.Local {
			require.True(t, openable(x.Page))
			require.True(t, x.Setting == "" || x.Page == receiptsPage)
		}
		w.command("harden", "")
		w.run() // what is opened and clicked is judged by the world
		require.NotEqual(t, memory.ByAddress, w.eng.state.Run.Why)
	})
}

// A rule, and what was left alone, belong to the account of which the person said so, wherever the rule comes from: in another
// account nothing of it holds, and nothing done there takes it away.
func TestRulesBelongToAnAccount(t *testing.T) {
	const other = "labAnotherSwitch"
	rule := `{"page":"` + receiptsPage + `","key":"` + other + `","match":"aria-labelledby","setting":"read-receipts"}`
	for name, replace := range map[string]func(w *world){
		"kept": func(w *world) {
			w.extra[receiptsPage] = []string{other}
			w.labels = map[string]string{other: ""} // without a label its key tells it
			w.eng.state.Unknown = nil
			w.visit(receiptsPage)
			w.command("keep", `"page":"`+receiptsPage+`","key":"`+other+`","setting":"read-receipts"`)
		},
		"imported": func(w *world) { w.command("import", `"rules":[`+rule+`]`) },
		"brought by a backup": func(w *world) {
			w.command("restore", `"state":{"version":2,"choices":{"region":"us","level":"strict"},"local":[`+rule+`]}`)
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			w.extra[receiptsPage] = []string{receiptsKey}
			w.labels = map[string]string{receiptsKey: ""}
			w.server[receiptsKey] = true
			w.command("choose", `"region":"us","level":"strict"`)
			w.visit(receiptsPage)
			w.command("keep", `"page":"`+receiptsPage+`","key":"`+receiptsKey+`","setting":"read-receipts"`)
			w.command("leave", `"setting":"ads-age"`)
			w.command("harden", "")
			w.run()
			require.True(t, w.eng.state.Settings["read-receipts"].Ours)
			w.signIn("two")
			w.server[receiptsKey], w.server[other] = true, true
			w.visit(aiPage)
			w.visit("/mypreferences/d/member-cookies")
			require.Equal(t, "two", w.eng.state.Account)
			assert.Empty(t, w.eng.state.Local)
			assert.Empty(t, w.eng.state.Left)
			assert.Equal(t, 1, w.eng.apart())
			w.restart() // also after the background was killed
			assert.Empty(t, w.eng.state.Local)
			replace(w)
			require.Empty(t, w.eng.refusal)
			for id, item := range w.waiting() {
				if item.Get("how").Text() == string(ByFile) {
					w.answerQuestion(map[string]string{id: ""})
					w.command("stop", "")
				}
			}
			require.Equal(t, other, w.eng.state.Local[0].Key)
			assert.False(t, w.eng.state.Settings["read-receipts"].Ours)
			w.signIn("one")
			w.visit(aiPage)
			w.visit("/mypreferences/d/member-cookies")
			require.Equal(t, "one", w.eng.state.Account)
			require.Equal(t, receiptsKey, w.eng.state.Local[0].Key)
			assert.Len(t, w.eng.state.Left, 1)
			assert.True(t, w.eng.state.Settings["read-receipts"].Ours)
			w.command("undo", `"settings":["read-receipts"]`)
			assert.Empty(t, w.eng.refusal)
		})
	}
}

// Rules from a file are put before the person, unticked, and nothing is done with them until they say so.
func TestRulesFromAFileAreAskedAbout(t *testing.T) {
	w := newWorld(t)
	page := "/mypreferences/d/settings/lab-page"
	w.extra[page] = []string{"labSwitch", "labOther"}
	w.server["labSwitch"], w.server["labOther"] = true, true
	w.command("choose", `"region":"us","level":"essential"`)
	w.command("import", `"rules":[{"page":"`+page+`","key":"labSwitch","match":"aria-labelledby","label":"labSwitch"},{"page":"`+page+`","key":"labOther","match":"aria-labelledby","label":"labOther"}]`)
	require.Empty(t, w.eng.refusal)
	w.command("harden", "")
	w.run()
	assert.True(t, w.server["labSwitch"], "nobody has said so")
	w.restart()
	first, second := "file local:"+page+":labSwitch", "file local:"+page+":labOther"
	for _, id := range []string{first, second} {
		item, ok := w.waiting()[id]
		require.True(t, ok)
		assert.False(t, item.Get("ticked").Bool())
		assert.Equal(t, string(ByFile), item.Get("how").Text())
	}
	w.answerQuestion(map[string]string{first: ""})
	w.run()
	assert.False(t, w.server["labSwitch"])
	assert.Equal(t, memory.TurnedOff, w.eng.state.Settings["local:"+page+":labSwitch"].Outcome)
	assert.True(t, w.server["labOther"])
	assert.NotContains(t, w.waiting(), second, "it was answered")
	w.command("import", `"rules":[{"page":"`+page+`","key":"labSwitch","match":"aria-labelledby","label":"labSwitch"}]`)
	assert.Empty(t, w.eng.refusal)
	assert.Empty(t, w.eng.state.Offered, "it is theirs already")
}

// Only what the pages have words for is ever shown as a notice, whatever was stored.
func TestNoticesAreCodes(t *testing.T) {
	v, err := wire.Parse([]byte(`{"version":2,"notices":["account-changed","Visit evil.example","state-newer"]}`))
	require.NoError(t, err)
	e := New()
	e.Step(Event{Type: EventRestore, Now: began, Stored: v})
	assert.Equal(t, []string{"account-changed", "state-newer"}, e.state.Notices)
}
