package engine

import (
	"slices"

	"offswitch/internal/page"
	"offswitch/internal/wire"
)

// Event is something that happened outside. All that the engine knows of the
// world, the time included, comes in events.
type Event struct {
	Type      EventType
	Now       int64    // milliseconds since 1970
	Tab       int      // opened, failed, closed, replaced, tab, snapshot, clicked
	To        int      // replaced: the number that the tab has now
	URL       string   // tab: the address, "" where the browser does not say
	Status    string   // tab: "loading" or "complete", or Unloaded
	Zone      string   // command: the browser's IANA time zone
	Languages []string // command: with the zone, the browser's languages, the most wanted first
	Command   Command
	Granted   bool       // command, time: the host permission is there
	Fresh     bool       // restore: the browser was started, or the extension replaced, since the state was stored
	Admin     bool       // installed: an organisation did it
	Account   string     // snapshot: a salted hash that tells the account apart, "" where the page does not show one
	Args      wire.Value // command: the whole message
	Stored    wire.Value // restore: what storage holds, null or missing for nothing
	Managed   wire.Value // restore, managed: what the browser's managed storage holds, null or missing for nothing
	Snapshot  page.Snapshot
	Click     ClickAnswer
}

// EventType says what happened.
type EventType string

// The types of event.
const (
	EventRestore   EventType = "restore"   // the first event of every instance: the stored state
	EventCommand   EventType = "command"   // the person did something on one of the extension's pages
	EventOpened    EventType = "opened"    // an Open effect was carried out
	EventFailed    EventType = "failed"    // an Open effect could not be carried out, or a Go where a tab is named
	EventClosed    EventType = "closed"    // a tab was closed or is not there
	EventReplaced  EventType = "replaced"  // a tab goes on under another number
	EventTab       EventType = "tab"       // the watched tab has a new address or finished loading
	EventSnapshot  EventType = "snapshot"  // an agent reports its page
	EventClicked   EventType = "clicked"   // an agent answers a Click
	EventTime      EventType = "time"      // a Wake came due, or the browser has just started
	EventManaged   EventType = "managed"   // what the organisation sets has changed
	EventInstalled EventType = "installed" // the extension was just installed
	EventView      EventType = "view"      // a page of the extension wants to know
)

var eventTypes = []EventType{
	EventRestore, EventCommand, EventOpened, EventFailed, EventClosed, EventReplaced, EventTab, EventSnapshot, EventClicked, EventTime,
	EventManaged, EventInstalled, EventView,
}

// Unloaded is the status of a tab whose page the browser has put away until the tab is shown again.
const Unloaded = "unloaded"

// ClickAnswer is what an agent did about a Click.
type ClickAnswer struct {
	Doc  string
	Key  string
	N    int
	Done bool
	Why  Objection // it was not done
}

// Objection is why an agent did not carry out a click. Those that are not named here mean that the page has changed since
// the click was decided, and are answered by looking again after a while.
type Objection string

// The objections that are answered in another way.
const (
	Gone     Objection = "gone"    // the control was replaced: its successor is there already
	IsLink   Objection = "link"    // the control is a link, or stands in one
	IsSubmit Objection = "submits" // it submits a form
	IsShared Objection = "shared"  // a label hands a click on it to another setting's control
	Covered  Objection = "covered" // something lies over it
)

func texts(v wire.Value) []string {
	var all []string
	for _, item := range v.Items() {
		all = append(all, item.Text())
	}
	return all
}

func decodeEvent(v wire.Value) Event {
	return Event{
		Type:      EventType(v.Get("type").Text()),
		Now:       v.Get("now").Int(),
		Tab:       int(v.Get("tab").Int()),
		To:        int(v.Get("to").Int()),
		URL:       v.Get("url").Text(),
		Status:    v.Get("status").Text(),
		Zone:      v.Get("zone").Text(),
		Languages: texts(v.Get("languages")),
		Command:   Command(v.Get("command").Text()),
		Granted:   v.Get("granted").Bool(),
		Fresh:     v.Get("fresh").Bool(),
		Admin:     v.Get("admin").Bool(),
		Account:   v.Get("account").Text(),
		Args:      v,
		Stored:    v.Get("stored"),
		Managed:   v.Get("managed"),
		Snapshot:  page.Decode(v.Get("snapshot")),
		Click: ClickAnswer{
			Doc:  v.Get("doc").Text(),
			Key:  v.Get("key").Text(),
			N:    int(v.Get("n").Int()),
			Done: v.Get("done").Bool(),
			Why:  Objection(v.Get("why").Text()),
		},
	}
}

// Decode reads an event. A text that is none, or of a type or a command that nobody knows, is an error.
func Decode(event []byte) (Event, error) {
	v, err := wire.Parse(event)
	if err != nil {
		return Event{}, err
	}
	if v.Kind() != wire.Object {
		return Event{}, wire.Error("want an event to be an object")
	}
	ev := decodeEvent(v)
	if !slices.Contains(eventTypes, ev.Type) {
		return Event{}, wire.Error("want a type of event, found " + string(ev.Type))
	}
	if ev.Type == EventCommand && !slices.Contains(commands, ev.Command) {
		return Event{}, wire.Error("want a command, found " + string(ev.Command))
	}
	return ev, nil
}

// Handle is Step at the JSON edge: an event in, the answer out. An error changes nothing. A second restore is one.
func (e *Engine) Handle(event []byte) ([]byte, error) {
	ev, err := Decode(event)
	if err != nil {
		return nil, err
	}
	if e.restored && ev.Type == EventRestore {
		return nil, wire.Error("want one restore in the life of an instance")
	}
	return e.Step(ev).Encode(), nil
}
