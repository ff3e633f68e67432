package engine

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

var modelSteps = flag.Int("steps", 20_000, "how many steps TestModel takes at least")

// Random worlds: any faults, the background killed at any point, events lost,
// doubled or late, the person stopping, resuming, undoing, leaving, LinkedIn
// turning things on again between runs. Whatever happens, the design's promises
// hold after every step, and at the end every setting has a true outcome.
func TestModel(t *testing.T) {
	steps := 0
	for round := 0; steps < *modelSteps; round++ {
		rapid.Check(t, func(t *rapid.T) {
			w := newWorld(t)
			w.watcher = &watcher{t: t, w: w}
			w.boot() // so that the list of events begins with a restore, as an instance's does
			defer func() {
				steps += len(w.watcher.events)
				if t.Failed() {
					file := filepath.Join(os.TempDir(), "offswitch-model.golden")
					require.NoError(t, os.WriteFile(file, []byte(w.watcher.tape()), 0o644))
					t.Logf("the events are in %s: move the file to testdata, give it a name, and it is a golden file", file)
				}
			}()
			playRandomly(t, w)
		})
	}
	t.Logf("%d steps", steps)
}

func playRandomly(t *rapid.T, w *world) {
	w.luck = func(name string, oneIn int) bool { return rapid.IntRange(0, oneIn-1).Draw(t, name) == oneIn-1 }
	w.opening = rapid.SampledFrom([]int64{20, 150, 1000}).Draw(t, "opening")
	w.gone = rapid.SampledFrom([]int64{50, 200, 1000}).Draw(t, "gone")
	settings := clickable()
	for range rapid.IntRange(0, 3).Draw(t, "faults") {
		s := settings[rapid.IntRange(0, len(settings)-1).Draw(t, "setting")]
		at := s.Key
		if rapid.Bool().Draw(t, "on its page") {
			at = s.Page
		}
		w.faults[at] = rapid.SampledFrom(modelFaults).Draw(t, "fault")
	}
	for range rapid.IntRange(0, 4).Draw(t, "off already") {
		w.server[settings[rapid.IntRange(0, len(settings)-1).Draw(t, "setting")].Key] = false
	}
	w.lang = rapid.SampledFrom([]string{"", "en", "de"}).Draw(t, "language")
	w.lists = rapid.SampledFrom(modelLists).Draw(t, "lists")
	level := rapid.SampledFrom([]string{"essential", "recommended", "strict"}).Draw(t, "level")
	mode := rapid.SampledFrom([]string{"automatic", "automatic", "guide"}).Draw(t, "mode")
	region := rapid.SampledFrom([]string{"us", "designated", "uk", "cn"}).Draw(t, "region")
	if w.luck("one goes off with another", 2) {
		w.coupled = map[string]string{keyOf("ads-off-linkedin"): keyOf("ads-share-with-partners")}
	}
	if w.luck("one is drawn with another", 3) {
		pair := rapid.SampledFrom([][]string{{"promotions", "promotion-emails"}, {"promotion-emails", "promotions"}, {"email-visibility", "email-export"}}).Draw(t, "which draws which")
		f := w.faults[keyOf(pair[0])]
		f.controlDraws, f.drawsLate = keyOf(pair[1]), rapid.SampledFrom([]int64{0, 0, 300, 2000, 4700}).Draw(t, "so late")
		drawn := w.faults[keyOf(pair[1])]
		drawn.controlLate = max(drawn.controlLate, rapid.SampledFrom([]int64{0, 1000, 3000}).Draw(t, "seen after"))
		w.faults[keyOf(pair[0])], w.faults[keyOf(pair[1])] = f, drawn
	}
	if w.luck("there is more", 3) {
		w.lists.more = map[rules.Category]page.Row{rules.Visibility: {Path: strangePage, Title: "Strange"}}
		for _, path := range []string{strangePage, receiptsPage} {
			key := "labExtra-" + path[len(path)-8:]
			w.extra[path], w.server[key] = []string{key}, true
		}
	}
	w.refuses = rapid.SampledFrom([]int{0, 0, 0, 1, 2}).Draw(t, "tabs refused")
	w.clings = rapid.IntRange(0, 3).Draw(t, "tabs stay open") == 3
	w.member = rapid.SampledFrom([]string{"", "one"}).Draw(t, "account")
	w.named = rapid.SampledFrom([]int64{0, 700, 3000}).Draw(t, "named after")
	w.person = func(key string, d *document) {
		if w.luck("the person skips", 3) {
			w.command("skip", `"setting":"`+w.eng.doc.marked+`"`)
		} else if s, _ := settingOf(key); w.tabs[d.tab] == d && (d.on.isOn(key) || s.Match == rules.Option) {
			w.flip(d, key)
			w.tell(d)
		}
	}
	w.command("choose", `"region":"`+region+`","level":"`+level+`","mode":"`+mode+`","gentle":`+strconv.FormatBool(w.luck("a gentle pace", 4)))
	for range rapid.IntRange(1, 3).Draw(t, "runs") {
		if rapid.IntRange(0, 2).Draw(t, "killed") > 0 {
			w.killAt = w.effects + rapid.IntRange(1, 200).Draw(t, "killed after")
			w.again = rapid.SampledFrom([]int{0, 15, 40}).Draw(t, "and again after")
		}
		if w.luck("the session ends", 5) {
			w.expelAt = w.visits + rapid.IntRange(1, 12).Draw(t, "page")
			w.expelTo = rapid.SampledFrom([]string{"/uas/login", "/uas/login", "/checkpoint/challenge/x"}).Draw(t, "to")
			w.meets = func(d *document) {
				w.after(rapid.Int64Range(0, 40*memory.Minute).Draw(t, "signs in after"), func() { signsIn(t, w, d) })
			}
		}
		if w.luck("the person interferes", 3) {
			at := rapid.Int64Range(10, 12_000).Draw(t, "after")
			do := rapid.SampledFrom([]string{"stop", "harden", "close", "leave", "restart", "undo", "sleep", "back", "switch", "withdraw", "replace", "drift"}).Draw(t, "by")
			w.after(at, func() { interfere(w, do) })
		}
		if w.luck("the person opens a page", 3) {
			s := settings[rapid.IntRange(0, len(settings)-1).Draw(t, "of")]
			at := rapid.Int64Range(0, 6000).Draw(t, "opened after")
			stirs := at + rapid.Int64Range(100, 9000).Draw(t, "and stirs after")
			turns := rapid.Bool().Draw(t, "and turns it then")
			w.after(at, func() {
				d := w.openByHand(s.Page)
				w.after(stirs-at, func() {
					// Where pages do not say whose they are, nobody can know at once who turned what.
					if _, there := d.on[s.Key]; there && turns && d.named && d.member != "" && w.tabs[ownTab] == d {
						w.flip(d, s.Key)
					}
					w.tell(d)
				})
			})
		}
		if d := w.tabs[ownTab]; d != nil && w.luck("an old tab stirs", 2) {
			w.tell(d)
			w.checkServer()
		}
		command := rapid.SampledFrom([]string{"harden", "harden", "check", "undo", "resume", "only", "look", "confirm"}).Draw(t, "command")
		w.undoing = w.undoing || command == "undo"
		switch s := settings[rapid.IntRange(0, len(settings)-1).Draw(t, "about")]; command {
		case "confirm":
			w.answerAtRandom()
		case "only":
			if w.luck("rather left alone", 3) {
				command = "leave"
			}
			w.command(command, `"setting":"`+s.ID+`"`)
		default:
			w.command(command, "")
		}
		w.run()
		w.killAt, w.expelAt, w.meets = 0, 0, nil
		w.checkServer()
		w.everySettingHasAnOutcome()
		later := rapid.SampledFrom([]int64{memory.Minute, memory.Day, 40 * memory.Day}).Draw(t, "later")
		w.now, w.asleep = w.now+later, w.asleep+later
		w.event(Event{Type: EventTime, Granted: true})
		if w.luck("LinkedIn turns something on again", 3) {
			s := settings[rapid.IntRange(0, len(settings)-1).Draw(t, "setting")]
			w.server[s.Key], w.drifted[w.member+s.Key] = true, w.now
		}
		if w.luck("another account signs in", 3) {
			w.switchAccount()
		}
	}
}

var modelLists = []listing{{}, {}, {none: true}, {partial: true}, {lies: true}, {stale: 1}, {stale: 4}, {late: 300}, {late: 2000}, {late: 4700}, {late: 700, lateOn: true}, {late: 4700, lateOn: true}, {worker: true}, {acks: true}}

var modelFaults = []fault{
	{save: 500, flipsBack: 10}, {save: 500, flipsBack: 2000}, {save: 403}, {save: 429, flipsBack: 10}, {save: 500, times: 1}, {saveNotKept: true}, {saveNotKept: true, times: 1},
	{controlLate: 5000}, {controlLate: 30_000}, {controlMissing: true}, {controlDoubled: true}, {controlDisabled: true}, {controlUnclear: true}, {controlInDialog: true}, {hydratesLate: 700}, {hydratesLate: 1 << 40}, {controlSlips: true}, {controlReplaced: true}, {drawnWrong: 700}, {drawnWrong: 1500}, {drawnWrong: 4700},
	{dataLate: 800}, {dataLate: 2500}, {dataLate: 4700}, {controlLate: 1000, dataLate: 1600},
	{objects: "covered"}, {objects: "link"}, {objects: "other-position"}, {objects: "busy", times: 2}, {asks: true}, {dialogOnLoad: true},
	{busy: 2500}, {busy: 7000}, {busy: 1 << 40}, {restless: 3000}, {restless: 60_000}, {unready: 15_000}, {unready: 1 << 40}, {worker: true}, {frame: "/mypreferences/d/close-accounts"},
	{saveSlow: 7000}, {saveSlow: 15_000}, {saveSlow: 60_000}, {pessimistic: 900}, {pessimistic: 6000}, {pessimistic: 11_000}, {save: 999},
	{status: 429}, {status: 999}, {status: 403, times: 1}, {cached: true}, {cached: true, worker: true}, {led: 500, ledTo: "/mypreferences/d/categories/ads"},
	{led: 900, ledTo: "/mypreferences/page-not-found"}, {led: 700, ledTo: "/feed/"},
	{pageSlow: 8000}, {pageSlow: 20_000}, {pageReset: true}, {pageReset: true, times: 1}, {pageElsewhere: "/feed/"}, {pageElsewhere: "/mypreferences/d/categories/ads"}, {page500: true}, {page500: true, times: 1},
}

func interfere(w *world, do string) {
	r := w.eng.state.Run
	switch do {
	case "sleep", "back":
		w.jump(map[string]int64{"sleep": 6 * hour, "back": -6 * hour}[do])
		return
	case "switch":
		w.switchAccount()
		return
	case "drift":
		for _, s := range clickable() {
			if w.luck("LinkedIn turns it on", 3) {
				w.server[s.Key], w.drifted[w.member+s.Key] = true, w.now
			}
		}
		return
	}
	if !w.eng.restored || !r.Going() || (r.Tab == 0 && (do == "close" || do == "leave" || do == "replace")) {
		return
	}
	switch do {
	case "stop", "harden", "undo":
		w.command(do, "")
	case "withdraw":
		w.event(Event{Type: EventTime})
	case "replace":
		if d := w.tabs[r.Tab]; d != nil {
			w.lastTab++
			delete(w.tabs, r.Tab)
			d.tab = w.lastTab
			w.tabs[d.tab] = d
			w.event(Event{Type: EventReplaced, Tab: r.Tab, To: d.tab})
			w.load(d.tab, page.Origin+d.path, false) // the person shows it again
		}
	case "close":
		delete(w.tabs, r.Tab)
		w.event(Event{Type: EventClosed, Tab: r.Tab})
	case "leave":
		w.tabs[r.Tab] = &document{tab: r.Tab, path: "/feed/"}
		w.event(Event{Type: EventTab, Tab: r.Tab, Status: "loading"})
		w.event(Event{Type: EventTab, Tab: r.Tab, URL: page.Origin + "/feed/", Status: "complete"})
	case "restart":
		w.restart()
	}
}

// signsIn is what the person does at last about a sign-in page.
func signsIn(t *rapid.T, w *world, d *document) {
	if w.tabs[d.tab] != d || !w.eng.restored || !w.eng.state.Run.Going() || w.luck("never", 6) {
		return
	}
	if w.luck("in another account", 6) {
		w.switchAccount()
	}
	switch rapid.SampledFrom([]string{"there", "to the feed", "by a check", "elsewhere", "and says so", "only says so"}).Draw(t, "signs in") {
	case "there":
		w.letIn(d.tab, w.eng.state.Run.Visit().Page)
	case "to the feed":
		w.letIn(d.tab, "/feed/")
	case "by a check":
		w.letIn(d.tab, "/checkpoint/challenge/x")
		w.after(rapid.Int64Range(0, 40*memory.Minute).Draw(t, "checked after"), func() {
			if w.eng.restored && w.eng.state.Run.Going() && w.tabs[d.tab] != nil && w.tabs[d.tab].path == "/checkpoint/challenge/x" {
				w.letIn(d.tab, receiptsPage)
			}
		})
	case "elsewhere":
		w.expelAt = 0
		w.openByHand(aiPage)
	case "and says so":
		w.expelAt = 0
		w.command("resume", "")
	case "only says so":
		w.command("resume", "")
	}
}

func (w *world) switchAccount() {
	if w.member != "" {
		w.signIn(map[string]string{"one": "two", "two": "one"}[w.member])
	}
}

func (w *world) everySettingHasAnOutcome() {
	r := w.eng.state.Run
	if r == nil {
		return
	}
	for _, en := range r.Ledger {
		require.NotEmpty(w.t, en.Outcome, en.ID)
		if r.Foreign {
			continue // its records are kept with its account's
		}
		if _, known := w.eng.find(en.ID); !known && en.Why == memory.WhyUndone {
			continue // a rule of the person's own, which ends with the undo of what it turned off
		}
		rec, ok := w.eng.state.Settings[en.ID]
		require.True(w.t, ok, en.ID)
		require.True(w.t, rec.Outcome.Known(), en.ID)
	}
	require.Empty(w.t, w.marks, "a mark is left behind")
}

// watcher looks at every step of a world.
type watcher struct {
	t       testingT
	w       *world
	events  []Event
	clicked map[string]int // by document and key
	seen    evidence
}

// step requires of the answer to one event what must always hold.
func (c *watcher) step(ev Event, a Answer) {
	c.events = append(c.events, ev)
	c.seen.take(c.w, ev)
	c.seen.check(c.w)
	state := &c.w.eng.state
	require.LessOrEqual(c.t, len(a.Store), 1<<20)
	clicks := 0
	for _, x := range a.Effects {
		switch x := x.(type) {
		case Open:
			c.opened(x.URL)
		case Go:
			c.opened(x.URL)
		case Click:
			clicks++
			c.click(x)
		}
	}
	require.LessOrEqual(c.t, clicks, 1, "one at a time")
	if r := state.Run; r.Going() && r.SignIn != 0 {
		for _, x := range a.Effects {
			require.NotContains(c.t, []string{"engine.Open", "engine.Go", "engine.Click", "engine.Mark"}, fmt.Sprintf("%T", x), "a run that waits for a sign-in does nothing")
		}
		require.LessOrEqual(c.t, r.SignIns, maxSignIns)
	}
	if clicks > 0 {
		require.NotNil(c.t, a.Store, "what is clicked is stored first")
	}
	for id, rec := range state.Settings {
		if !rec.Outcome.Known() || len(rec.History) > 1+memory.MaxHistory {
			require.FailNow(c.t, "a record that makes no sense", "%s: %+v", id, rec)
		}
		if s, ok := rules.Find(id); ok && rec.Ours && len(c.w.signed) == 0 {
			require.True(c.t, c.w.carried[c.w.member+s.Key], "%s is called ours, and no click was carried out", id)
		}
	}
}

func (c *watcher) opened(url string) {
	path, linkedin := page.PathOf(url)
	require.True(c.t, linkedin)
	require.False(c.t, rules.Denied(path))
	require.Contains(c.t, []page.Kind{page.Setting, page.Category}, page.KindOf(path))
	require.True(c.t, c.w.eng.state.Run.Going(), "only a run opens pages")
}

func (c *watcher) click(x Click) {
	r := c.w.eng.state.Run
	require.True(c.t, r.Going())
	require.True(c.t, r.Mode == memory.Automatic || r.Purpose == memory.Undo, "guide mode does not click")
	require.NotEqual(c.t, memory.Check, r.Purpose, "a check does not click")
	snap := *c.w.eng.doc.snap
	require.False(c.t, snap.Dialog, "a person would answer the dialog first")
	named := false
	for _, en := range r.Ledger {
		s, _ := c.w.eng.find(en.ID)
		if page.Same(s.Page, x.Path) && en.ClickIn == r.Doc && en.Name == x.Key && en.Clicks == x.N {
			named = true
			it, verdict := c.w.eng.locate(&en, s)
			require.Equal(c.t, rules.Found, verdict)
			require.Equal(c.t, []any{x.Ref, r.Purpose != memory.Undo, true, false, ""}, []any{it.Ref, it.State == page.On, it.Enabled, it.Busy, it.Frame}, "what is clicked is what was decided")
			require.Equal(c.t, r.Purpose != memory.Undo && s.Match != rules.Option, x.On, "an option is chosen, whatever for")
			require.True(c.t, r.Purpose != memory.Undo || c.w.eng.state.Settings[en.ID].Ours, "undo is for what this extension did")
		}
	}
	require.True(c.t, named, "a rule of the running plan names the control")
	if c.clicked == nil {
		c.clicked = map[string]int{}
	}
	c.clicked[x.Doc+x.Key] = max(c.clicked[x.Doc+x.Key], x.N)
	require.LessOrEqual(c.t, c.clicked[x.Doc+x.Key], maxRefusedTries, "clicks in one document are bounded")
}
