package engine

import (
	"fmt"
	"sort"

	"github.com/stretchr/testify/require"

	"offswitch/internal/page"
	"offswitch/internal/rules"
	"offswitch/internal/tape"
	"offswitch/internal/wire"
)

// maxKills is how often the background is killed in one world: to believe a page takes seconds in which it lives.
const maxKills = 60

const began = tape.Epoch

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
	server    positions
	member    string               // whose account is signed in; "" where pages do not show it
	named     int64                // how long after a page its header shows that
	signed    map[string]positions // the servers of other accounts
	carried   map[string]bool      // what a script ever clicked, or what goes off with it, by account and key
	leant     map[string]int64     // when what rests on a list was proved, by account and setting
	ours      map[string]bool      // what a script clicked and the person has not turned since, by account and key
	tabs      map[int]*document
	docs      int
	lastTab   int
	reloads   int   // how often pages were loaded that load themselves again
	lateWords bool  // whether the browser's words about a load begin with those about the page before
	renames   bool  // whether switches that are alone on their pages have another key with every load
	refuses   int   // how often the browser opens no tab
	clings    bool  // the browser leaves open what it is told to close
	opening   int64 // how long the browser takes to say that a tab is open
	wakeAt    int64
	watched   int
	badge     Badge
	shown     []string
	marks     []string // keys that are marked at the moment
	mark      Mark     // the newest order to mark one
	opened    []string // paths that were loaded
	saves     []save
	faults    map[string]fault      // by key or path
	extra     map[string][]string   // keys of switches that the table does not name, by path
	labels    map[string]string     // of some of those, by key
	rows      map[string][]page.Row // of category pages, by path; where there are none, they are made up
	lists     listing
	sources   map[int64]page.Source // of documents, by their birth
	kept      map[string]positions  // what the browser's cache holds of settings, by account and page, and key
	lang      string
	visits    int // pages served
	savedAt   []int64
	watcher   *watcher
	luck      func(name string, oneIn int) bool // whether something unlikely happens; nil for never
	asleep    int64                             // how much of the time nobody was awake
	setBack   bool                              // the clock was, so that a page can be older than it says
	drifted   map[string]int64                  // when the server turned a setting of an account on by itself
	undoing   bool                              // switches may be turned on
	script    bool                              // an agent is clicking
	coupled   map[string]string                 // what goes off with a setting
	resets    bool
	clicks    int                           // orders to click that reached an agent
	person    func(key string, d *document) // what the person does about a mark
	expelAt   int                           // at this page the session is over
	expelTo   string
	meets     func(d *document) // what the person does about a sign-in page; nil for nothing
	killAt    int               // the background is killed after so many effects; 0 for never
	again     int               // and again after so many more; 0 for once
	effects   int
	killed    int
	gone      int64           // how long nobody listens after the background was killed
	places    map[string]bool // in a run at which the background was killed; nil for none
	tape      *tape.Recorder  // what was said and answered; nil when nobody wants to know
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
	hand   bool // the person's
}

// testingT is what both testing and rapid give to a test.
type testingT interface {
	Errorf(format string, args ...any)
	FailNow()
}

func newWorld(t testingT) *world {
	w := &world{t: t, now: began, member: "one", lang: "en", opening: 20, gone: 50, server: allOn(), signed: map[string]positions{}, ours: map[string]bool{}, carried: map[string]bool{}, leant: map[string]int64{}, tabs: map[int]*document{}, faults: map[string]fault{}, drifted: map[string]int64{}, extra: map[string][]string{}, rows: map[string][]page.Row{}, kept: map[string]positions{}, sources: map[int64]page.Source{}}
	w.boot()
	return w
}

// allOn is the server of an account that nobody has touched.
func allOn() positions {
	server := positions{}
	for _, s := range ofTheSite() {
		if s.Act == rules.Click {
			server[s.Key] = true
		}
	}
	return server
}

// signIn signs another account in, in the browser: what is loaded from now on is its.
func (w *world) signIn(member string) {
	if w.signed[member] == nil {
		w.signed[member] = allOn()
		for _, s := range clickable() {
			if w.luck != nil && w.luck("off already there", 3) {
				w.signed[member][s.Key] = false
			}
		}
	}
	w.signed[w.member] = w.server
	w.member, w.server = member, w.signed[member]
}

// serverOf is the server of an account that the engine tells apart; "" is the one that is signed in.
func (w *world) serverOf(account string) positions {
	if account == "" || account == w.member {
		return w.server
	}
	return w.signed[account]
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
	answer := w.eng.Step(ev)
	if r := w.eng.state.Run; r != nil && !r.Foreign {
		for _, en := range r.Ledger {
			if en.Leant && en.Outcome.Proved() {
				w.leant[w.eng.state.Account+en.ID] = w.eng.state.Settings[en.ID].Proved
			}
		}
	}
	if w.watcher != nil {
		w.watcher.step(ev, answer)
	}
	if w.tape != nil {
		require.NoError(w.t, w.tape.Step(encodeEvent(ev), answer.Encode()))
	}
	w.carryOut(answer)
}

func (w *world) command(name string, members string) {
	v, err := wire.Parse([]byte("{" + members + "}"))
	require.NoError(w.t, err)
	w.event(Event{Type: EventCommand, Command: Command(name), Granted: true, Args: v})
}

// run lets time pass until nothing is left to happen but what is far away.
func (w *world) run() {
	for range 200_000 {
		sort.SliceStable(w.todo, func(i, j int) bool {
			a, b := w.todo[i], w.todo[j]
			return a.at < b.at || (a.at == b.at && a.n < b.n)
		})
		on := w.eng.state.Run.Going()
		switch {
		case len(w.todo) > 0 && (w.wakeAt == 0 || !on || w.todo[0].at <= w.wakeAt):
			next := w.todo[0]
			w.todo = w.todo[1:]
			w.now = max(w.now, next.at)
			next.do()
		case on && w.wakeAt != 0:
			w.now = max(w.now, w.wakeAt)
			w.wakeAt = 0
			w.event(Event{Type: EventTime, Granted: true})
		case on && w.eng.doc.marked != "" && w.person != nil:
			w.command("skip", `"setting":"`+w.eng.doc.marked+`"`) // the person has seen the mark, done what there was to do, and gives up
		case on:
			require.FailNow(w.t, "the run waits for nothing", "%+v", w.eng.state.Run)
		case w.wakeAt != 0 && w.wakeAt < w.now+10_000:
			w.now = max(w.now, w.wakeAt)
			w.wakeAt = 0
			w.event(Event{Type: EventTime, Granted: true})
		default:
			return
		}
	}
	require.FailNow(w.t, "the run does not end", "%+v", w.eng.state.Run)
}

// carryOut does what an answer says, until the background is killed in the middle of it.
func (w *world) carryOut(a Answer) {
	if a.SetAside != "" {
		w.aside++
		if w.dies("set aside") {
			return
		}
	}
	if a.Store != nil {
		w.stored = a.Store
		if w.dies("store") {
			return
		}
	}
	for _, x := range a.Effects {
		w.do(x)
		if w.dies(fmt.Sprintf("%T", x)) {
			return
		}
	}
}

// dies reports whether the background was killed after something was done.
func (w *world) dies(after string) bool {
	w.effects++
	if !w.eng.state.Run.Going() {
		return false
	}
	if m := w.howFar(after); w.places != nil && !w.places[m] {
		w.places[m] = true
		w.killBackground()
		return true
	}
	if w.effects == w.killAt && w.killed < maxKills {
		w.killAt += w.again
		w.killBackground()
		return true
	}
	return false
}

// howFar says after what was done the run is, and how far it has come.
func (w *world) howFar(after string) string {
	r := w.eng.state.Run
	m := fmt.Appendf(nil, "%s %d %t %t %d %t", after, r.At, r.Tab != 0, r.Doc != "", len(r.Visits), r.Visit().Reached)
	for _, en := range r.Ledger {
		m = fmt.Appendf(m, " %s %d %t %t %t", en.Outcome, en.Tries, en.Looked, en.AwaitsProof, en.Acked)
	}
	return string(m)
}

// killBackground loses the engine, its timers and what it was about to do. The
// agents notice, and the one of the run's tab speaks again.
func (w *world) killBackground() {
	w.killed++
	tab := w.watched
	w.after(w.gone, func() {
		w.wakeAt, w.watched = 0, 0
		w.boot()
		if d := w.tabs[tab]; d != nil && d.stays {
			w.tell(d)
		}
	})
	w.eng = New() // until then, nobody is there
}

// stopAfter starts a run that the person stops after so long.
func (w *world) stopAfter(ms int64, command, members string) {
	w.command(command, members)
	w.after(ms, func() { w.command("stop", "") })
	w.run()
}

// jump is the computer sleeping for so long, or the clock being set by so much.
func (w *world) jump(ms int64) {
	w.now += ms
	w.asleep += ms
	w.setBack = w.setBack || ms < 0
	for i := range w.todo {
		w.todo[i].at += ms
	}
	if ms < 0 {
		for _, d := range w.tabs {
			d.setBack(ms)
			w.sources[d.born] = d.source
		}
	}
	if w.wakeAt != 0 {
		w.wakeAt = max(w.now, w.wakeAt)
	}
	w.event(Event{Type: EventTime, Granted: true})
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
	case Open:
		if w.refuses > 0 {
			w.refuses--
			w.after(1, func() { w.event(Event{Type: EventFailed}) })
			return
		}
		w.lastTab++
		tab := w.lastTab
		w.tabs[tab] = &document{tab: tab}
		w.close(x.Close)
		asked := w.eng
		w.after(w.opening, func() {
			if w.eng == asked { // the browser answers nobody else
				w.event(Event{Type: EventOpened, Tab: tab})
			}
		})
		w.load(tab, x.URL, false)
	case Go:
		w.load(x.Tab, x.URL, x.Reload)
	case Close:
		w.close(x.Tab)
	case Watch:
		w.watched = x.Tab
		if x.Tab == 0 {
			w.marks = nil // an agent that is no longer needed takes them away
		}
		if d := w.tabs[x.Tab]; x.Tab != 0 {
			if d == nil {
				w.after(1, func() { w.event(Event{Type: EventClosed, Tab: x.Tab}) })
			} else if d.id != "" {
				d.stays = d.stays || d.port == w.eng
				w.after(1, func() { w.tabEvent(d) })
			}
		}
	case Look:
		if d := w.tabs[x.Tab]; d != nil && d.port == w.eng {
			w.after(5, func() { w.tell(d) })
		}
	case Click:
		w.click(x)
	case Mark:
		w.marks, w.mark = nil, x
		if d := w.tabs[x.Tab]; d != nil && x.Ref != 0 && x.Doc == d.id {
			for key := range d.on {
				for _, key := range d.keysOf(key) {
					if w.ref(d, key) != x.Ref {
						continue
					}
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
