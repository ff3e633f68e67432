package engine

import (
	"slices"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/regions"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// Engine is the state, and what is remembered only while the background lives.
// Everything besides the state can be lost at any moment without harm.
type Engine struct {
	state memory.State
	table []rules.Setting

	now       int64
	suggested regions.Suggestion // by the browser's time zone and languages
	managed   memory.Managed     // what the person's organisation sets
	welcome   int64              // when to open the welcome page if the organisation says nothing about it; 0 for never
	out       Answer
	wake      int64 // the earliest moment at which waiting turns into a decision; 0 for none
	wakeSet   int64 // the moment that the last Wake named and that has not come yet
	stored    []byte
	badge     []byte
	refusal   Refusal
	restored  bool

	doc       openDoc   // the run's
	waiting   []arrival // from tabs that may turn out to be the run's
	due       int64     // the earliest moment at which time alone decides something about the run; 0 for none
	resumed   int64     // when this instance took over a run that was on
	loadBegun bool      // the browser has said that the load that was ordered has begun
	unloaded  bool      // the browser has put the page away, and loads it when its tab is shown again
	suspect   suspect
	signedOut bool // a sign-in page was seen since a page last named the account at hand
	ownerless bool // a page was read although it never said whose account it shows

	last      *page.Snapshot // the newest of any settings page
	exporting bool           // the person asked to see it
	backup    bool           // the person asked for everything that is stored
	before    int64          // the time of the event before
	passing   []passing      // documents that the person opened
}

// New returns an engine that knows nothing yet. Its first event must be a restore.
func New() *Engine {
	return &Engine{
		state: memory.New(),
		table: rules.Table(),
	}
}

// Step takes in one event and returns what is to be done. Before the stored
// state is restored nothing is taken in, so nothing can overwrite it.
func (e *Engine) Step(ev Event) Answer {
	if e.restored && ev.Type == EventRestore {
		return Answer{} // nothing that comes later may take the place of what is known
	}
	e.now = ev.Now
	e.out = Answer{}
	e.wake = 0
	if ev.Type == EventTime {
		e.wakeSet = 0
	}
	if ev.Zone != "" {
		e.suggested, _ = regions.Suggest(ev.Zone, ev.Languages)
	}
	e.keepTime(ev.Now)
	switch {
	case ev.Type == EventRestore:
		e.restore(ev)
	case !e.restored:
		return e.out
	default:
		e.take(ev)
	}
	if e.state.Run.Going() {
		e.advance(ev.Type == EventTime)
	}
	if !e.state.Run.Going() {
		e.takeWaiting()
	}
	return e.settle()
}

func (e *Engine) take(ev Event) {
	switch ev.Type {
	case EventCommand:
		e.command(ev)
	case EventOpened:
		e.opened(ev.Tab)
	case EventFailed:
		e.notLoaded(ev.Tab)
	case EventClosed:
		if e.state.Run.Going() && e.state.Run.Tab == ev.Tab {
			e.state.Run.Tab = 0
			e.stop(memory.ByClosing)
		}
	case EventReplaced:
		e.replaced(ev.Tab, ev.To)
	case EventTab:
		e.tabChanged(ev)
	case EventSnapshot:
		e.received(ev.Tab, ev.Account, ev.Snapshot)
	case EventClicked:
		e.answered(ev)
	case EventView:
		e.do(View{e.view()})
	case EventManaged:
		e.managed = memory.ReadManaged(ev.Managed)
	case EventInstalled:
		e.installed(ev)
	case EventTime:
		if e.state.Run.Going() && !ev.Granted {
			e.stop(memory.ByAccess)
		}
		e.checkIfDue(ev.Granted)
	}
}

// settle adds what follows from the state alone: storing it, the badge, and the
// next moment to look again.
func (e *Engine) settle() Answer {
	state := memory.Encode(&e.state)
	if len(state) > memory.MaxStored {
		e.state.Shorten()
		state = memory.Encode(&e.state)
	}
	if string(state) != string(e.stored) {
		e.stored = state
		e.out.Store = state
	}
	b := e.badgeNow()
	if enc := encode(b); string(enc) != string(e.badge) {
		e.badge = enc
		e.do(b)
	}
	e.lookAtPassing()
	e.greet()
	if e.checksItself() {
		e.reached(e.nextCheck())
	}
	if e.wake != 0 && e.wake != e.wakeSet {
		e.wakeSet = e.wake
		e.do(Wake{e.wake})
	}
	return e.out
}

func (e *Engine) do(x Effect) { e.out.Effects = append(e.out.Effects, x) }

func (e *Engine) restore(ev Event) {
	s, err := memory.Decode(ev.Stored)
	s.Notices = slices.DeleteFunc(s.Notices, func(n string) bool { return !slices.Contains(notices, Notice(n)) })
	e.state = s
	e.table = s.Table()
	e.managed = memory.ReadManaged(ev.Managed)
	e.restored = true
	if err == memory.ErrNewer {
		e.out.SetAside = "newer"
		e.notice(StateNewer)
	} else if err != nil {
		e.out.SetAside = err.Error()
		e.notice(StateDamaged)
	} else {
		e.stored = memory.Encode(&e.state)
	}
	e.state.NotAfter(e.now)
	if r := e.state.Run; r.Going() {
		if ev.Fresh {
			// Its tab belongs to a session of the browser that is over, and the
			// number may be another tab's by now.
			r.Tab = 0
			e.stop(memory.ByRestart)
			return
		}
		e.before = r.Newest() + 1
		e.keepTime(e.now)
		e.resumed = e.now
		e.loadBegun = true
		if r.Tab != 0 {
			e.do(Watch{r.Tab})
		}
	}
}

func (e *Engine) notice(is Notice) {
	for _, n := range e.state.Notices {
		if n == string(is) {
			return
		}
	}
	e.state.Notices = append(e.state.Notices, string(is))
}

func (e *Engine) command(ev Event) {
	if (ev.Command == CommandStop || ev.Command == CommandSkip) && !e.state.Run.Going() {
		return // a key that was pressed at any time, on any page
	}
	e.refusal = ""
	e.exporting, e.backup = false, false
	switch ev.Command {
	case CommandChoose:
		e.choose(ev.Args)
	case CommandHarden, CommandCheck:
		// The choices that are shown beside the button are stored together with the run, or not at all.
		before := e.state.Choices
		if ev.Args.Get("region").Kind() == wire.Missing || e.choose(ev.Args) {
			e.start(memory.Purpose(ev.Command), ev.Granted, nil)
		}
		if e.refusal != "" {
			e.state.Choices = before
		} else {
			e.dismiss(string(AccountChanged)) // which asks for just this
		}
	case CommandUndo:
		e.start(memory.Undo, ev.Granted, ev.Args.Get("settings").Items())
	case CommandResume:
		if r := e.state.Run; r.Going() && r.SignIn != 0 {
			e.signedIn() // the person says so
		} else {
			e.resume(ev.Granted)
		}
	case CommandStop:
		e.stop(memory.ByPerson)
	case CommandSkip:
		e.skip(ev.Args.Get("setting").Text())
	case CommandDismiss:
		e.dismiss(ev.Args.Get("notice").Text())
	case CommandPage:
		e.exporting = true
	case CommandConfirm:
		e.confirm(ev.Args, ev.Granted)
	case CommandOnly:
		if e.mayBegin(ev.Granted) {
			e.startOnly([]string{ev.Args.Get("setting").Text()})
		}
	case CommandLook:
		e.startLooks(ev.Args.Get("again").Bool(), ev.Granted)
	case CommandShow:
		e.startShow(ev.Args.Get("id").Text(), ev.Granted)
	case CommandLeave:
		e.leaveAlone(ev.Args.Get("setting").Text())
	case CommandUnleave:
		e.state.Unleave(ev.Args.Get("id").Text())
	case CommandDisown:
		e.disown(ev.Args.Get("setting").Text(), ev.Granted)
	case CommandKeep:
		e.keep(ev.Args)
	case CommandForget:
		e.forgetRule(ev.Args.Get("id").Text())
	case CommandImport:
		e.importRules(ev.Args.Get("rules").Items())
	case CommandExport:
		e.backup = true
	case CommandRestore:
		e.takeBackup(ev.Args.Get("state"))
	case CommandReset:
		e.reset()
	case CommandDone:
		e.markDone(ev.Args.Get("followup").Text(), ev.Args.Get("done").Bool())
	}
}

// markDone notes that the person did a follow-up, or takes that back.
func (e *Engine) markDone(id string, done bool) {
	had := memory.TimeOf(e.state.Done, id) != 0
	switch {
	case had == done:
		return
	case had:
		e.state.Done = slices.DeleteFunc(e.state.Done, func(m memory.Moment) bool {
			return m.ID == id || id == rules.ObjectionForm && m.ID == rules.ObjectionAnswer // there is none to what was not sent
		})
		return
	case id == rules.ObjectionAnswer && memory.TimeOf(e.state.Done, rules.ObjectionForm) != 0:
		e.state.Done = append(e.state.Done, memory.Moment{ID: id, At: e.now})
		return
	}
	for _, f := range rules.FollowUps(e.region(), regions.DateOf(e.now)) {
		if f.ID == id && f.Todo {
			e.state.Done = append(e.state.Done, memory.Moment{ID: id, At: e.now})
		}
	}
}

func (e *Engine) dismiss(id string) {
	kept := e.state.Notices[:0]
	for _, n := range e.state.Notices {
		if n != id {
			kept = append(kept, n)
		}
	}
	e.state.Notices = kept
}

// region is the person's, else the one that the time zone suggests, else the
// rest of the world.
func (e *Engine) region() regions.Region {
	if r := e.choices().Region; r != "" {
		return r
	}
	if r := e.suggested.Region; r != "" {
		return r
	}
	return regions.Other
}

// find returns a row of the table, or the person's own rule, by its id.
func (e *Engine) find(id string) (rules.Setting, bool) {
	for i := range e.table {
		if e.table[i].ID == id {
			return e.table[i], true
		}
	}
	return rules.Setting{}, false
}
