package engine

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// What was seen long ago is not what LinkedIn shows today: it is looked at again before it is asked about, and what is not
// there any more is not asked about.
func TestOldQuestionLooksAgain(t *testing.T) {
	w := inGerman(t)
	require.NotEmpty(t, w.waiting())
	for id, item := range w.waiting() {
		assert.False(t, item.Get("stale").Bool(), id)
	}
	w.now += staleAfter
	w.event(Event{Type: EventTime, Granted: true})
	for id, item := range w.waiting() {
		assert.True(t, item.Get("stale").Bool(), id)
	}
	before := len(w.waiting())
	clicks := w.clicks
	w.command("look", `"again":true`)
	require.Empty(t, w.eng.refusal)
	w.run()
	assert.Equal(t, memory.Ended, w.eng.state.Run.Phase)
	assert.Equal(t, clicks, w.clicks, "it only looks")
	assert.Len(t, w.waiting(), before)
	for id, item := range w.waiting() {
		assert.False(t, item.Get("stale").Bool(), id)
		assert.GreaterOrEqual(t, item.Get("seen").Int(), w.eng.state.Run.Started, id)
	}
	w.command("look", `"again":true`)
	assert.Equal(t, NothingToResume, w.eng.refusal)
}

// A switch of which no rule can be made is never turned off: it is marked when the person asks where it is, and left alone
// when they answer.
func TestSwitchThatCannotBeToldAgain(t *testing.T) {
	const first, second = "ember123", "ember124"
	const their = "/mypreferences/d/settings/lab-page"
	start := func(t *testing.T) *world {
		w := newWorld(t)
		w.extra[their] = []string{first, second}
		w.labels = map[string]string{first: "First", second: "Second"}
		w.server[first], w.server[second] = true, true
		w.person = func(key string, d *document) { w.flip(d, key) }
		w.command("choose", `"region":"us","level":"essential"`)
		w.visit(their)
		return w
	}
	for name, act := range map[string]func(w *world){
		"confirmed": func(w *world) {
			w.answerQuestion(map[string]string{their + " First": ""})
			assert.Equal(w.t, NotAllRules, w.eng.refusal)
			assert.Empty(w.t, w.eng.state.Local)
			assert.True(w.t, w.server[first])
		},
		"left": func(w *world) {
			w.answerQuestion(nil)
			w.visit(their)
			assert.Empty(w.t, w.waiting())
		},
		"shown, and turned off": func(w *world) {
			w.command("show", `"id":"`+their+` First"`)
			w.run()
			assert.False(w.t, w.server[first], "the person turns off what is marked")
			assert.True(w.t, w.server[second])
			assert.Equal(w.t, memory.Ended, w.eng.state.Run.Phase)
			assert.NotContains(w.t, w.waiting(), their+" First")
			assert.Contains(w.t, w.waiting(), their+" Second")
		},
		"gone when it is to be shown": func(w *world) {
			w.extra[their] = []string{second}
			w.command("show", `"id":"`+their+` First"`)
			w.run()
			assert.Equal(w.t, memory.Ended, w.eng.state.Run.Phase)
			assert.True(w.t, w.server[second])
		},
		"one of two of the same name": func(w *world) {
			w.labels[second] = "First"
			w.command("show", `"id":"`+their+` First"`)
			w.run()
			assert.True(w.t, w.server[first] && w.server[second], "which of them is not known")
		},
		"none of the list": func(w *world) {
			w.command("show", `"id":"`+their+` Third"`)
			assert.Equal(w.t, NotASwitch, w.eng.refusal)
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := start(t)
			require.Len(t, w.waiting(), 2)
			for id, item := range w.waiting() {
				assert.False(t, item.Get("lasting").Bool(), id)
				assert.False(t, item.Get("ticked").Bool(), id)
			}
			assert.Zero(t, w.clicks)
			act(w)
			assert.Zero(t, w.clicks, "never by itself")
			w.restart()
		})
	}
}

// A page with more controls than can be read is named, and is not asked about again once it was left.
func TestPageThatCannotBeRead(t *testing.T) {
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"essential"`)
	const their = "/mypreferences/d/settings/lab-page"
	snap := page.Snapshot{Doc: "d", Path: their, Ready: true, Lang: "en", More: 7}
	w.eng.note("", snap)
	item, ok := w.waiting()[their+" "]
	require.True(t, ok)
	assert.EqualValues(t, 7, item.Get("more").Int())
	w.answerQuestion(nil)
	w.eng.note("", snap)
	assert.Empty(t, w.waiting())
	assert.Zero(t, w.eng.questions())
}

// Of options whose page is known and whose words are not, the person is asked which one is to be chosen: nothing is ticked, and
// nothing is clicked before.
func TestOptionsThatNoLabelNames(t *testing.T) {
	const id, their = "last-name-visibility", "/mypreferences/d/last-name-visibility"
	w := newWorld(t)
	w.command("choose", `"region":"us","level":"strict"`)
	radio := func(n, label string, state page.State) page.Control {
		return page.Control{Kind: "radio", ID: "labName" + n, Label: label, State: state, Enabled: true, Visible: true}
	}
	snap := page.Snapshot{Doc: "d", Path: their, Ready: true, Lang: "en", Controls: []page.Control{radio("1", "Full", page.On), radio("2", "Initial", page.Off)}}
	w.eng.note("", snap)
	item, ok := w.waiting()[id]
	require.True(t, ok)
	assert.False(t, item.Get("ticked").Bool())
	assert.Empty(t, item.Get("value").Text())
	assert.Equal(t, string(Asked), item.Get("place").Text())
	s, _ := w.eng.find(id)
	_, verdict := rules.Locate(s, snap, w.eng.table)
	assert.Equal(t, rules.Unnamed, verdict)
	w.answerQuestion(map[string]string{id: "Initial"})
	s, _ = w.eng.find(id)
	c, verdict := rules.Locate(s, snap, w.eng.table)
	assert.Equal(t, []any{rules.Found, "Initial", page.On}, []any{verdict, c.Label, c.State})
	assert.Equal(t, rules.Planned, w.eng.standing(s))
}
