package engine

import (
	"bytes"
	"fmt"
	"sort"
	"strconv"

	"github.com/stretchr/testify/require"

	"offswitch/internal/page"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

const began = int64(1_790_000_000_000) // a day in September 2026

// world is a browser, a person and LinkedIn in one: it carries out the engine's
// effects, in virtual time, and can be told to misbehave. Its server is the
// truth that the tests hold the engine's outcomes against.
type world struct {
	t         testingT
	eng       *Engine
	now       int64
	todo      []task
	serial    int
	stored    []byte
	aside     int
	server    map[string]bool
	tabs      map[int]*document
	docs      int
	lastTab   int
	wakeAt    int64
	watched   int
	badge     Badge
	shown     []string
	marks     []string // keys that are marked at the moment
	opened    []string // paths that were loaded
	saves     []save
	faults    map[string]fault      // by key or path
	extra     map[string][]string   // keys of switches that the table does not name, by path
	rows      map[string][]page.Row // of category pages, by path
	lang      string
	visits    int // pages served
	savedAt   []int64
	watcher   *watcher
	luck      func(name string, oneIn int) bool // whether something unlikely happens; nil for never
	driftedAt map[string]int64                  // when the server turned a setting on by itself
	undoing   bool                              // switches may be turned on
	coupled   map[string]string                 // what goes off with a setting
	resets    bool
	clicks    int                           // orders to click that reached an agent
	person    func(key string, d *document) // what the person does about a mark
	expelAt   int                           // at this page the session is over
	expelTo   string
	killAt    int // the background is killed after so many effects; 0 for never
	again     int // and again after so many more; 0 for once
	effects   int
	killed    int
	tape      *bytes.Buffer // what was said and answered; nil when nobody wants to know
}

type task struct {
	at, n int64
	do    func()
}

type save struct {
	key    string
	on     bool
	status int
	kept   bool
}

// testingT is what both testing and rapid give to a test.
type testingT interface {
	Errorf(format string, args ...any)
	FailNow()
}

// fault is what goes wrong with a setting or a page; the zero fault is nothing.
type fault struct {
	status  int    // what a save answers; 0 means 200
	unkept  bool   // the save answers 200 and is not kept
	back    int64  // the switch flips back after so long; 0 for never
	late    int64  // the control appears so long after the page
	absent  bool   // the control never appears
	twice   bool   // the control is there twice
	locked  bool   // the control is disabled
	unclear bool   // the control does not say whether it is on
	hidden  bool   // the control cannot be seen
	churns  bool   // its node is replaced by an equal one all the time
	wrong   int64  // it is drawn the other way round, and dead, for so long
	slips   bool   // the control is another one by the time that the agent would click it
	dead    int64  // clicks do nothing for so long
	slow    int64  // the page takes so long
	silent  bool   // the page never answers
	to      string // the page leads elsewhere
	error   bool   // the page answers 500
	times   int    // how often the fault strikes; 0 for always
}

// document is what one tab shows.
type document struct {
	id, path string
	tab      int
	born     int64
	ready    bool
	error    bool
	on       map[string]bool
	moved    map[string]bool
	clicks   map[string]int
	saves    []page.Save
	replaced int
}

func newWorld(t testingT) *world {
	w := &world{t: t, now: began, server: map[string]bool{}, tabs: map[int]*document{}, faults: map[string]fault{}, driftedAt: map[string]int64{}, extra: map[string][]string{}, rows: map[string][]page.Row{}}
	for _, s := range rules.Table() {
		if s.Act == rules.Click {
			w.server[s.Key] = true
		}
	}
	w.boot()
	return w
}

// boot starts the background, as the browser does when it has something to tell.
func (w *world) boot() {
	w.eng = New()
	var v wire.Value
	if w.stored != nil {
		var err error
		v, err = wire.Parse(w.stored)
		require.NoError(w.t, err)
	}
	w.step(Event{Type: EventRestore, Stored: v})
}

func (w *world) after(ms int64, do func()) {
	w.serial++
	w.todo = append(w.todo, task{w.now + ms, int64(w.serial), do})
}

// event tells the engine something, now.
func (w *world) event(ev Event) {
	if w.eng.restored {
		w.step(ev)
	}
}

func (w *world) step(ev Event) {
	ev.Now = w.now
	effects := w.eng.Step(ev)
	if w.watcher != nil {
		w.watcher.step(ev, effects)
	}
	if w.tape != nil {
		fmt.Fprintf(w.tape, "> %s\n< %s\n", encodeEvent(ev), encodeEffects(effects))
	}
	w.carryOut(effects)
}

func (w *world) command(name string, members string) {
	v, err := wire.Parse([]byte("{" + members + "}"))
	require.NoError(w.t, err)
	w.event(Event{Type: EventCommand, Command: name, Granted: true, Args: v})
}

// run lets time pass until nothing is left to happen but what is far away.
func (w *world) run() {
	for range 200_000 {
		sort.SliceStable(w.todo, func(i, j int) bool {
			a, b := w.todo[i], w.todo[j]
			return a.at < b.at || (a.at == b.at && a.n < b.n)
		})
		on := w.eng.state.Run.on()
		switch {
		case len(w.todo) > 0 && (w.wakeAt == 0 || !on || w.todo[0].at <= w.wakeAt):
			next := w.todo[0]
			w.todo = w.todo[1:]
			w.now = max(w.now, next.at)
			next.do()
		case on && w.wakeAt != 0:
			w.now = max(w.now, w.wakeAt)
			w.wakeAt = 0
			w.event(Event{Type: EventTime})
		case on:
			require.FailNow(w.t, "the run waits for nothing", "%+v", w.eng.state.Run)
		default:
			return
		}
	}
	require.FailNow(w.t, "the run does not end", "%+v", w.eng.state.Run)
}

func (w *world) carryOut(effects []Effect) {
	for i, x := range effects {
		if _, ok := x.(Store); ok && i > 0 {
			_, ok := effects[i-1].(SetAside)
			require.True(w.t, ok, "a state is stored after something else was done")
		}
		w.do(x)
		w.effects++
		if w.effects == w.killAt && w.eng.state.Run.on() {
			w.killAt += w.again
			w.killBackground()
			return
		}
	}
}

// killBackground loses the engine, its timers and what it was about to do. The
// agents notice, and the one of the run's tab speaks again.
func (w *world) killBackground() {
	w.killed++
	tab := w.watched
	w.after(50, func() {
		w.wakeAt, w.watched = 0, 0
		w.boot()
		if d := w.tabs[tab]; d != nil && d.id != "" {
			w.tell(d)
		}
	})
	w.eng = New() // until then, nobody is there
}

// restart closes the browser and starts it again: its tabs are gone.
func (w *world) restart() {
	w.tabs = map[int]*document{}
	w.wakeAt, w.watched = 0, 0
	w.eng = New()
	v, err := wire.Parse(w.stored)
	require.NoError(w.t, err)
	w.step(Event{Type: EventRestore, Stored: v, Fresh: true})
}

func (w *world) do(x Effect) {
	switch x := x.(type) {
	case Store:
		w.stored = x.State
	case SetAside:
		w.aside++
	case Open:
		w.lastTab++
		tab := w.lastTab
		w.tabs[tab] = &document{tab: tab}
		if x.Close != 0 {
			delete(w.tabs, x.Close)
		}
		w.after(20, func() { w.event(Event{Type: EventOpened, Tab: tab}) })
		w.load(tab, x.URL)
	case Go:
		w.load(x.Tab, x.URL)
	case Close:
		delete(w.tabs, x.Tab)
	case Watch:
		w.watched = x.Tab
		if x.Tab == 0 {
			w.marks = nil // an agent that is no longer needed takes them away
		}
		if d := w.tabs[x.Tab]; x.Tab != 0 {
			if d == nil {
				w.after(1, func() { w.event(Event{Type: EventClosed, Tab: x.Tab}) })
			} else if d.id != "" {
				w.after(1, func() { w.tabEvent(d) })
			}
		}
	case Look:
		if d := w.tabs[x.Tab]; d != nil && d.id != "" {
			w.after(5, func() { w.tell(d) })
		}
	case Click:
		w.click(x)
	case Mark:
		w.marks = nil
		if d := w.tabs[x.Tab]; d != nil && x.Ref != 0 && x.Doc == d.id {
			for key := range d.on {
				if w.ref(d, key) == x.Ref {
					w.marks = append(w.marks, key)
					if w.person != nil {
						w.after(700, func() { w.person(key, d) })
					}
				}
			}
		}
	case Badge:
		w.badge = x
	case Wake:
		w.wakeAt = x.At
	case Reset:
		w.stored, w.resets = nil, true
	case Show:
		w.shown = append(w.shown, x.Page)
	}
}

// load begins to load an address in a tab.
func (w *world) load(tab int, url string) {
	path, ok := page.PathOf(url)
	require.True(w.t, ok, "only LinkedIn is opened, found %s", url)
	require.False(w.t, rules.Denied(path), "a denied page is never opened, found %s", path)
	w.opened = append(w.opened, path)
	w.visits++
	w.marks = nil // they go with the document
	d := w.tabs[tab]
	if d == nil {
		w.after(1, func() { w.event(Event{Type: EventClosed, Tab: tab}) })
		return
	}
	fresh := &document{tab: tab, path: path}
	w.tabs[tab] = fresh
	f := w.strike(path)
	if f.silent {
		return
	}
	if f.to != "" {
		fresh.path = f.to
	}
	if w.expelAt != 0 && w.visits >= w.expelAt {
		fresh.path = w.expelTo
	}
	w.after(10, func() {
		if w.tabs[tab] == fresh && w.watched == tab {
			w.event(Event{Type: EventTab, Tab: tab, URL: page.Origin + path, Status: "loading"})
		}
	})
	w.after(100+f.slow, func() { w.born(fresh, f) })
}

func (w *world) born(d *document, f fault) {
	if w.tabs[d.tab] != d {
		return
	}
	w.docs++
	d.id = "doc" + strconv.Itoa(w.docs)
	d.born = w.now
	d.error = f.error
	d.on, d.moved, d.clicks = map[string]bool{}, map[string]bool{}, map[string]int{}
	for _, s := range rules.Table() {
		if s.Act == rules.Click && page.Same(s.Page, d.path) && !f.error {
			d.on[s.Key] = w.server[s.Key]
			if f := w.faults[s.Key]; f.late+f.wrong > 0 {
				w.after(f.late+f.wrong, func() { w.tell(d) })
			}
		}
	}
	for _, key := range w.extra[d.path] {
		d.on[key] = w.server[key]
	}
	w.tell(d)
	w.after(80, func() {
		d.ready = true
		w.tell(d)
		w.tabEvent(d)
	})
}

// strike returns the fault of a key or page, as long as it strikes.
func (w *world) strike(name string) fault {
	f, ok := w.faults[name]
	if !ok {
		return fault{}
	}
	if f.times > 0 {
		if f.times--; f.times == 0 {
			delete(w.faults, name)
			return f
		}
		w.faults[name] = f
	}
	return f
}

func (w *world) tabEvent(d *document) {
	if w.tabs[d.tab] != d || w.watched != d.tab {
		return
	}
	status := "loading"
	if d.ready {
		status = "complete"
	}
	w.event(Event{Type: EventTab, Tab: d.tab, URL: page.Origin + d.path, Status: status})
}

func (w *world) ref(d *document, key string) int {
	keys := make([]string, 0, len(d.on))
	for k := range d.on {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return sort.SearchStrings(keys, key) + 1 + 100*d.replaced
}

// tell lets the agent of a document report it.
func (w *world) tell(d *document) {
	kind := page.KindOf(d.path)
	if w.tabs[d.tab] != d || d.id == "" || kind == page.Elsewhere {
		return
	}
	for _, s := range rules.Table() {
		if _, there := d.on[s.Key]; there && w.faults[s.Key].churns {
			d.replaced++
		}
	}
	snap := page.Snapshot{Doc: d.id, Path: d.path, Ready: d.ready, Saves: d.saves, Lang: w.lang, Rows: w.rows[d.path]}
	if d.error {
		snap.Status = 500
	}
	for _, s := range rules.Table() {
		on, ok := d.on[s.Key]
		f := w.faults[s.Key]
		if s.Key == "" || !ok || f.absent || w.now < d.born+f.late {
			continue
		}
		c := page.Control{Ref: w.ref(d, s.Key), Kind: "switch", Enabled: !f.locked, Visible: !f.hidden, State: page.Off, Moved: d.moved[s.Key], Clicks: d.clicks[s.Key]}
		if on != (w.now < d.born+f.wrong) {
			c.State = page.On
		}
		if f.unclear {
			c.State = page.Unknown
		}
		if s.Match == rules.ElementID {
			c.ID = s.Key
		} else {
			c.Key = s.Key
		}
		snap.Controls = append(snap.Controls, c)
		if f.twice {
			c.Ref += 50
			snap.Controls = append(snap.Controls, c)
		}
	}
	for _, key := range w.extra[d.path] {
		c := page.Control{Ref: w.ref(d, key), Kind: "switch", Key: key, Label: "Label of " + key, Enabled: true, Visible: true, State: page.Off, Moved: d.moved[key], Clicks: d.clicks[key]}
		if d.on[key] {
			c.State = page.On
		}
		snap.Controls = append(snap.Controls, c)
	}
	ev := Event{Type: EventSnapshot, Tab: d.tab, Snapshot: snap}
	switch {
	case w.luck == nil:
		w.event(ev)
	case w.luck("lost", 40):
	case w.luck("late", 30):
		w.after(150, func() { w.event(ev) })
	case w.luck("twice", 20):
		w.event(ev)
		w.event(ev)
	default:
		w.event(ev)
	}
}

// click does what an agent does about a Click.
func (w *world) click(x Click) {
	d := w.tabs[x.Tab]
	w.clicks++
	require.False(w.t, w.faults[x.Key].locked, "a disabled control is not clicked")
	w.after(5, func() {
		if d == nil || w.tabs[x.Tab] != d || d.id != x.Doc || d.path != x.Path {
			return
		}
		why := ""
		switch f := w.faults[x.Key]; {
		case w.ref(d, x.Key) != x.Ref:
			why = "gone"
		case d.on[x.Key] != x.On && w.now >= d.born+f.wrong:
			why = "other-position"
		case f.slips:
			d.replaced++
			why = "gone"
		case d.clicks[x.Key] >= x.N:
			why = "done-before"
		}
		if why == "" {
			require.True(w.t, x.On || w.undoing, "a click turns on into off")
			d.clicks[x.Key] = x.N
			if f := w.faults[x.Key]; w.now >= d.born+max(f.dead, f.wrong) {
				w.flip(d, x.Key)
			}
		}
		w.tell(d)
		w.event(Event{Type: EventClicked, Tab: x.Tab, Click: ClickAnswer{Doc: d.id, Key: x.Key, N: x.N, Done: why == ""}})
	})
}

// flip is a switch being operated, by whomever, and the page saving it.
func (w *world) flip(d *document, key string) {
	d.on[key] = !d.on[key]
	d.moved[key] = true
	want := d.on[key]
	f := w.strike(key)
	w.after(60, func() {
		status := f.status
		if status == 0 {
			status = 200
		}
		kept := status == 200 && !f.unkept
		w.saves = append(w.saves, save{key, want, status, kept})
		w.savedAt = append(w.savedAt, w.now)
		if kept {
			w.server[key] = want
			if other := w.coupled[key]; other != "" && !want {
				w.server[other] = false
			}
		}
		d.saves = append(d.saves, page.Save{Key: key, Status: status})
		if f.back > 0 {
			w.after(f.back, func() { d.on[key] = !want; w.tell(d) })
		}
		w.tell(d)
	})
}

// checkServer holds every outcome against the server.
func (w *world) checkServer() {
	for _, s := range rules.Table() {
		rec, ok := w.eng.state.Settings[s.ID]
		if ok && rec.Outcome.Proved() && rec.Proved >= w.driftedAt[s.Key] {
			require.False(w.t, w.server[s.Key], "%s is called %s and is on", s.ID, rec.Outcome)
		}
	}
	for _, s := range w.saves {
		require.False(w.t, s.on && !w.undoing, "%s was turned on", s.key)
	}
}

// outcomes are those of the settings that may be clicked.
func (w *world) outcomes() map[string]Outcome {
	m := map[string]Outcome{}
	for _, s := range w.eng.table {
		if rec, ok := w.eng.state.Settings[s.ID]; ok && s.Act == rules.Click {
			m[s.ID] = rec.Outcome
		}
	}
	return m
}
