package engine

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// waiting is what the view offers to the person, by id.
func (w *world) waiting() map[string]wire.Value {
	v, err := wire.Parse(w.eng.view())
	require.NoError(w.t, err)
	all := map[string]wire.Value{}
	for _, item := range v.Get("found").Items() {
		all[item.Get("id").Text()] = item
	}
	return all
}

// answerQuestion is the person pressing the button: what is named is taken, with the option that is chosen for it, and the
// rest of what waits is left.
func (w *world) answerQuestion(take map[string]string) {
	var taken, left []string
	for id, item := range w.waiting() {
		if value, ok := take[id]; ok {
			taken = append(taken, `{"id":"`+id+`","value":"`+value+`","seen":`+strconv.FormatInt(item.Get("seen").Int(), 10)+`}`)
		} else {
			left = append(left, `"`+id+`"`)
		}
	}
	w.command("confirm", `"take":[`+strings.Join(taken, ",")+`],"leave":[`+strings.Join(left, ",")+`]`)
}

// strangePage is one that only LinkedIn's list knows.
const strangePage = "/mypreferences/d/settings/lab-strange"

// answerAtRandom is the person taking some of what waits.
func (w *world) answerAtRandom() {
	take := map[string]string{}
	for _, id := range slices.Sorted(maps.Keys(w.waiting())) {
		item := w.waiting()[id]
		if w.luck("left", 3) {
			continue
		}
		take[id] = ""
		if s, _ := rules.Find(id); item.Get("kind").Text() == "option" {
			_, wanted := partsOf(s)
			options := item.Get("options").Items()
			take[id] = options[min(wanted, len(options)-1)].Get("label").Text()
		}
	}
	w.answerQuestion(take)
}

// inGerman is a world whose pages are in German, after one run.
func inGerman(t testingT) *world {
	w := newWorld(t)
	w.lang = "de"
	w.command("choose", `"region":"designated","level":"strict","mode":"automatic"`)
	w.command("harden", "")
	w.run()
	require.Equal(t, memory.Ended, w.eng.state.Run.Phase)
	return w
}

// In a language in which few labels are known, one click and one press turn all off, and nothing is asked twice.
func TestOneClickAndOnePress(t *testing.T) {
	w := inGerman(t)
	take := map[string]string{}
	for id, item := range w.waiting() {
		s, ok := rules.Find(id)
		require.True(t, ok, id)
		switch {
		case s.Match == rules.Option:
			assert.False(t, item.Get("ticked").Bool(), "no option is chosen for the person where none is recognised")
			_, wanted := partsOf(s)
			take[id] = item.Get("options").Items()[wanted].Get("label").Text()
		default:
			assert.True(t, item.Get("ticked").Bool(), id)
			take[id] = ""
		}
		how := "only"
		if s.ByParts() {
			how = "page"
		}
		assert.Equal(t, how, item.Get("how").Text(), id)
	}
	offered := 0
	for _, s := range clickable() {
		if s.Alone() && w.eng.standing(s) == rules.Planned {
			offered++
		}
	}
	require.Len(t, take, offered)
	w.answerQuestion(take)
	require.Empty(t, w.eng.refusal)
	w.run()
	for _, s := range clickable() {
		if w.eng.standing(s) == rules.Planned {
			assert.Equal(t, []any{memory.TurnedOff, false}, []any{w.eng.state.Settings[s.ID].Outcome, w.server[s.Key]}, s.ID)
		}
	}
	assert.Empty(t, w.waiting())
	w.checkServer()
	for _, s := range clickable() {
		w.server[s.Key], w.drifted[w.member+s.Key] = true, w.now+memory.Day
	}
	w.now += memory.Day
	w.command("harden", "")
	w.run()
	assert.Empty(t, w.waiting(), "asked once")
	for _, s := range clickable() {
		if w.eng.standing(s) == rules.Planned {
			assert.False(t, w.server[s.Key], "%s is kept off: %+v %+v", s.ID, w.eng.state.Run.Entry(s.ID), w.eng.state.Settings[s.ID])
		}
	}
}

// What is unticked stays on, is not asked again, and comes back when the person says so or LinkedIn renames it.
func TestWhatIsLeftAlone(t *testing.T) {
	w := inGerman(t)
	require.Contains(t, w.waiting(), "mentions")
	w.answerQuestion(map[string]string{"news-mentions": ""})
	w.run()
	assert.True(t, w.server["keyOf-mentions"])
	assert.False(t, w.server["keyOf-news-mentions"])
	assert.Empty(t, w.waiting())
	w.command("harden", "")
	w.run()
	assert.Empty(t, w.waiting(), "not asked again")
	assert.True(t, w.server["keyOf-mentions"])
	w.command("unleave", `"id":"mentions"`)
	assert.Contains(t, w.waiting(), "mentions")
	w.command("leave", `"setting":"mentions"`)
	assert.NotContains(t, w.waiting(), "mentions")
	w.lang = "it"
	w.visit("/mypreferences/d/settings/notify-me-when-mentioned")
	assert.Contains(t, w.waiting(), "mentions", "under other words it is another question")
}

// A command that comes twice, one about nothing, and one that names what is not there.
func TestConfirmingOddThings(t *testing.T) {
	w := inGerman(t)
	on := w.server["keyOf-mentions"]
	w.command("confirm", `"take":[{"id":"nothing"},{"id":"/mypreferences/d/settings/x y"},{"id":"profile-viewing","value":"HIDE"},{"id":"active-status","value":"what no option is called"}]`)
	assert.Equal(t, NotAllRules, w.eng.refusal)
	assert.False(t, w.eng.state.Run.Going())
	assert.Empty(t, w.eng.state.Local)
	assert.Equal(t, on, w.server["keyOf-mentions"])
	w.command("confirm", `"take":[{"id":"mentions","seen":1}]`)
	assert.Equal(t, NotAllRules, w.eng.refusal, "what was seen was something else")
	seen := strconv.FormatInt(w.waiting()["mentions"].Get("seen").Int(), 10)
	w.command("confirm", `"take":[{"id":"mentions","seen":`+seen+`}]`)
	require.True(t, w.eng.state.Run.Going())
	w.command("confirm", `"take":[{"id":"mentions"}]`)
	assert.Equal(t, AlreadyRunning, w.eng.refusal)
	w.run()
	w.command("confirm", `"take":[{"id":"mentions"}]`)
	assert.Empty(t, w.eng.refusal, "it is a rule already")
	w.run()
	assert.Len(t, w.eng.state.Local, 1)
}

// A page that only LinkedIn's list knows is looked at once in 30 days, and nothing is clicked there.
func TestLooksAtWhatOnlyTheListKnows(t *testing.T) {
	const strange = strangePage
	w := newWorld(t)
	rows := w.rowsOf(rules.Visibility, func(int, string) bool { return true })
	w.rows[rules.CategoryPage(rules.Visibility)] = append(rows, page.Row{Path: strange, Title: "Strange"})
	w.extra[strange] = []string{"labStrangeSwitch"}
	w.server["labStrangeSwitch"] = true
	w.command("choose", `"region":"us","level":"strict","mode":"automatic"`)
	w.command("harden", "")
	w.run()
	require.Equal(t, memory.Ended, w.eng.state.Run.Phase)
	looks := func() int {
		n := 0
		for _, path := range w.opened {
			if path == strange {
				n++
			}
		}
		return n
	}
	require.Equal(t, 1, looks())
	item, ok := w.waiting()[strange+" labStrangeSwitch"]
	require.True(t, ok)
	assert.Equal(t, []any{false, "none", "on"}, []any{item.Get("ticked").Bool(), item.Get("how").Text(), item.Get("state").Text()})
	assert.True(t, w.server["labStrangeSwitch"], "nothing is clicked there")
	w.command("harden", "")
	w.run()
	assert.Equal(t, 1, looks())
	w.now += 31 * memory.Day
	w.command("harden", "")
	w.run()
	assert.Equal(t, 2, looks())
	w.answerQuestion(map[string]string{strange + " labStrangeSwitch": ""})
	w.run()
	assert.False(t, w.server["labStrangeSwitch"])
	w.checkServer()
}

// A look that is stopped goes on with what is left.
func TestLooksAtTheRest(t *testing.T) {
	w := newWorld(t)
	rows := w.rowsOf(rules.Visibility, func(int, string) bool { return true })
	for _, name := range []string{"a", "b", "c", "d"} {
		rows = append(rows, page.Row{Path: "/mypreferences/d/settings/lab-" + name, Title: name})
		w.extra["/mypreferences/d/settings/lab-"+name] = []string{"labSwitch" + name}
	}
	w.rows[rules.CategoryPage(rules.Visibility)] = rows
	w.command("choose", `"region":"us","level":"strict","mode":"automatic"`)
	w.watcher = &watcher{t: t, w: w}
	w.command("harden", "")
	var stop func()
	stop = func() {
		if done, of := w.eng.state.Run.Looks(); of > 0 && done == 2 {
			w.command("stop", "")
		} else {
			w.after(100, stop)
		}
	}
	w.after(100, stop)
	w.run()
	assert.Len(t, w.eng.unlooked(), 6-2) // and two of the table
	assert.NotEmpty(t, w.eng.state.Settings["mentions"].Proved, "what was turned off first is proved")
	w.command("look", "")
	require.Empty(t, w.eng.refusal)
	w.run()
	assert.Equal(t, memory.Ended, w.eng.state.Run.Phase)
	assert.Empty(t, w.eng.unlooked())
	w.command("look", "")
	assert.Equal(t, NothingToResume, w.eng.refusal)
}

// One setting, by name, whatever the level says; and left alone, whatever it says.
func TestOneSettingByName(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"essential","mode":"automatic"`)
	w.command("only", `"setting":"discover-by-phone"`)
	require.Empty(t, w.eng.refusal)
	w.run()
	require.Len(t, w.eng.state.Run.Ledger, 1)
	assert.Equal(t, memory.TurnedOff, w.eng.state.Settings["discover-by-phone"].Outcome)
	assert.False(t, w.server["keyOf-discover-by-phone"])
	assert.True(t, w.server[aiKey], "nothing else is touched")
	w.command("only", `"setting":"profile-viewing"`)
	assert.Equal(t, NotASwitch, w.eng.refusal)
	w.command("leave", `"setting":"ai-training"`)
	w.command("harden", "")
	w.run()
	assert.True(t, w.server[aiKey])
	assert.NotContains(t, w.outcomesOfRun(), "ai-training")
	w.command("only", `"setting":"ai-training"`)
	w.run()
	assert.False(t, w.server[aiKey])
	assert.Empty(t, w.eng.state.Left, "what is turned off by name is not left alone any more")
}

func (w *world) outcomesOfRun() map[string]memory.Outcome {
	all := map[string]memory.Outcome{}
	for _, en := range w.eng.state.Run.Ledger {
		all[en.ID] = en.Outcome
	}
	return all
}

// LinkedIn renames what the person confirmed: it is not clicked, and asked about with both names.
func TestRenamedSinceItWasConfirmed(t *testing.T) {
	w := newWorld(t)
	w.extra[aiPage] = []string{"labBrandNewSwitch"}
	w.server["labBrandNewSwitch"] = true
	w.command("choose", `"region":"us","level":"strict"`)
	w.visit(aiPage)
	id := aiPage + " labBrandNewSwitch"
	w.answerQuestion(map[string]string{id: ""})
	w.run()
	require.False(t, w.server["labBrandNewSwitch"])
	w.server["labBrandNewSwitch"], w.drifted[w.member+"labBrandNewSwitch"] = true, w.now
	w.labels = map[string]string{"labBrandNewSwitch": "Another name"}
	w.now += memory.Day
	w.command("harden", "")
	w.run()
	assert.True(t, w.server["labBrandNewSwitch"])
	item, ok := w.waiting()[id]
	require.True(t, ok)
	assert.Equal(t, []string{"Another name", "Label of labBrandNewSwitch", "key"}, []string{item.Get("label").Text(), item.Get("was").Text(), item.Get("how").Text()})
	w.answerQuestion(map[string]string{id: ""})
	w.run()
	assert.False(t, w.server["labBrandNewSwitch"])
	require.Len(t, w.eng.state.Local, 1)
	assert.Equal(t, "Another name", w.eng.state.Local[0].Label)
}

// The same of what has no key that lasts: another label is another question, with both.
func TestBoxesAreRenamedSinceTheyWereConfirmed(t *testing.T) {
	w := newWorld(t)
	w.lang, w.renames = "de", true
	w.command("choose", `"region":"designated","level":"strict","mode":"automatic"`)
	w.command("harden", "")
	w.run()
	w.answerQuestion(map[string]string{"ads-employer": "", "mentions": ""})
	w.run()
	for _, key := range []string{"keyOf-ads-employer", "keyOf-mentions"} {
		require.False(t, w.server[key])
		w.server[key], w.drifted[w.member+key] = true, w.now
	}
	w.labels = map[string]string{"keyOf-ads-employer": "Jetzt | Früher", "keyOf-mentions": "Wer dich nennt"}
	w.now += memory.Day
	w.command("harden", "")
	w.run()
	items := w.waiting()
	for id, was := range map[string]string{"ads-employer": "what nobody knows the setting by in de | what nobody knows the setting by in de!", "mentions": "what nobody knows the setting by in de"} {
		assert.True(t, w.server["keyOf-"+id])
		require.Contains(t, items, id)
		assert.Equal(t, []string{was, map[string]string{"mentions": "only", "ads-employer": "page"}[id]}, []string{items[id].Get("was").Text(), items[id].Get("how").Text()}, id)
	}
	w.answerQuestion(map[string]string{"ads-employer": "", "mentions": ""})
	w.run()
	assert.Equal(t, []bool{false, false}, []bool{w.server["keyOf-ads-employer"], w.server["keyOf-mentions"]})
	assert.Len(t, w.eng.state.Local, 2)
}

// Who undoes what they confirmed does not want it any more: the rule ends, and nothing asks again.
func TestUndoEndsTheRule(t *testing.T) {
	w := inGerman(t)
	w.answerQuestion(map[string]string{"mentions": "", "ads-employer": ""})
	w.run()
	require.False(t, w.server["keyOf-mentions"])
	w.undoing = true
	w.command("undo", `"settings":["mentions","ads-employer"]`)
	w.run()
	assert.Equal(t, []bool{true, true}, []bool{w.server["keyOf-mentions"], w.server["keyOf-ads-employer"]})
	assert.Empty(t, w.eng.state.Local)
	w.command("harden", "")
	w.run()
	assert.Equal(t, []bool{true, true}, []bool{w.server["keyOf-mentions"], w.server["keyOf-ads-employer"]}, "it is left alone")
	assert.Empty(t, w.waiting())
}

// What the person took for something else is turned on again, its rule ends, and nothing asks about it again.
func TestWhatIsDisowned(t *testing.T) {
	w := inGerman(t)
	w.command("disown", `"setting":"mentions"`)
	assert.Equal(t, NotASwitch, w.eng.refusal, "there is no rule")
	w.server["keyOf-mentions"] = true
	w.answerQuestion(map[string]string{"mentions": "", "news-mentions": ""})
	w.run()
	w.undoing = true
	w.command("disown", `"setting":"mentions"`)
	require.Empty(t, w.eng.refusal)
	w.run()
	assert.True(t, w.server["keyOf-mentions"])
	w.server["keyOf-news-mentions"] = true // by other hands
	w.eng.state.Settings["news-mentions"] = memory.Record{Outcome: memory.StillOn, State: page.On}
	w.command("disown", `"setting":"news-mentions"`)
	require.Empty(t, w.eng.refusal)
	assert.False(t, w.eng.state.Run.Going())
	assert.Empty(t, w.eng.state.Local)
	w.command("harden", "")
	w.run()
	assert.Empty(t, w.waiting())
	assert.Equal(t, []bool{true, true}, []bool{w.server["keyOf-mentions"], w.server["keyOf-news-mentions"]})
}

// What one account's pages showed is no question to another.
func TestTheQuestionBelongsToAnAccount(t *testing.T) {
	w := inGerman(t)
	require.Contains(t, w.waiting(), "mentions")
	w.signIn("two")
	w.visit(aiPage)
	w.visit("/mypreferences/d/member-cookies")
	require.Equal(t, "two", w.eng.state.Account)
	assert.Empty(t, w.waiting())
	w.command("confirm", `"take":[{"id":"mentions","seen":1}]`)
	assert.Equal(t, NotAllRules, w.eng.refusal)
	w.signIn("one")
	w.visit(aiPage)
	w.visit("/mypreferences/d/member-cookies")
	require.Equal(t, "one", w.eng.state.Account)
	assert.Contains(t, w.waiting(), "mentions")
}
