package memory

import (
	"slices"

	"offswitch/internal/page"
	"offswitch/internal/regions"
	"offswitch/internal/rules"
)

// Purpose is what a run is for.
type Purpose string

// The purposes.
const (
	Harden Purpose = "harden"
	Check  Purpose = "check"
	Undo   Purpose = "undo" // turn on again what this extension turned off
)

// Phase is how far a run is.
type Phase string

// The phases. A run that reached its end has ended, whatever it found; one that
// was cut short has stopped, and Why says why.
const (
	Running Phase = "running"
	Ended   Phase = "ended"
	Stopped Phase = "stopped"
)

// Why a run stopped.
const (
	ByPerson    = "user"
	BySignOut   = "signed-out"
	ByChallenge = "challenged"
	ByRefusal   = "refused"    // LinkedIn refused several saves in a row
	ByClosing   = "tab-closed" // the run's tab was closed
	ByBrowser   = "no-tab"     // the browser opened no tab
	ByDenial    = "denied"     // LinkedIn answered with its status for robots
	ByTooMany   = "too-many"   // LinkedIn refused two pages in a row
	ByMissing   = "no-pages"   // three pages in a row did not come
	ByDetour    = "led-away"   // two pages in a row led to the same place elsewhere
	ByAccess    = "no-access"  // the host permission was withdrawn
	ByLeaving   = "left"       // the person went to another page in the run's tab
	ByRestart   = "restarted"  // the browser was closed, or the extension replaced
	ByLength    = "too-long"   // the run took longer than any run should
	ByAccount   = "account"    // another account was signed in on the way
	ByAddress   = "address"    // the next page is none that may be opened: a fault that nothing should lead to
)

// Run is an ordered list of visits made for a purpose, with a ledger of what
// was seen and done.
type Run struct {
	Purpose      Purpose
	Phase        Phase
	Why          string
	Mode         Mode
	Region       regions.Region
	Level        rules.Level
	Started      int64
	Slept        int64 // how far the clock has jumped since, because nobody was awake or it was set
	Ended        int64
	Tab          int // the run's tab; 0 until it is open
	Visits       []Visit
	At           int    // the visit that is on
	Doc          string // the document of this visit; "" while it loads
	Past         string // the document before, whose late snapshots mean nothing
	Ordered      int64  // when the current load was ordered
	Landed       int64  // when the document was first heard of
	Ledger       []Entry
	RefusedSaves int   // settings in a row whose save LinkedIn refused
	Hold         int64 // nothing is clicked before
	Rest         int64 // the page of this visit is not asked for before; 0 when the run does not rest
	SignIn       int64 // since when the run waits for the person to sign in; 0 when it does not
	SignIns      int   // how often it has waited for that
	Resumed      int   // how often the run was resumed
	Only         bool  // it is about some settings, or some pages, that the person named, and not about the whole plan
	Foreign      bool  // another account was seen since: what the run did says nothing about that one

	TurnedAway int    // pages in a row that LinkedIn refused
	NotCome    int    // pages in a row that did not come
	LedTo      string // where the last page led, if it was elsewhere
	OpenFailed int64  // when the browser last refused to open a tab

	Lang       string           // of the newest list
	Distrusted []rules.Category // whose lists disagreed with a page in this run
}

// Visit is one page of a run.
type Visit struct {
	Page    string
	Proving bool // a fresh load of a page where something was changed
	Loads   int
	Reached bool   // the page asked for has been seen
	Rows    bool   // a category page, to read where settings are
	Fresh   bool   // it was loaded again past all caches
	Look    bool   // the page is only looked at, for what no rule may act on
	Show    string // the label of the switch there that the person asked to be shown
}

// Shift moves all moments by a jump of the clock.
func (r *Run) Shift(gap int64) {
	r.Slept += gap
	Shift(gap, &r.Ordered, &r.Landed, &r.Hold, &r.Rest)
	Shift(min(gap, 0), &r.SignIn) // pages tell when they were born, asleep or not
	for i := range r.Ledger {
		r.Ledger[i].shift(gap)
	}
}

// Visit is the visit that is on.
func (r *Run) Visit() *Visit { return &r.Visits[r.At] }

// CameFrom reports whether a path is that of the page of the visit before.
func (r *Run) CameFrom(path string) bool { return r.At > 0 && r.Visits[r.At-1].Page == path }

// Wanted is the position that the run turns controls to.
func (r *Run) Wanted() page.State {
	if r.Purpose == Undo {
		return page.On
	}
	return page.Off
}

// Guided reports whether the run waits for a person to turn the switches.
func (r *Run) Guided() bool { return r.Mode == Guided && r.Purpose == Harden }

// NotProved is why a setting that the run changed has no outcome.
func (r *Run) NotProved() string {
	if r.Purpose == Undo {
		return WhyUndoStopped
	}
	return WhyNotProved
}

// Going reports whether there is a run and it is running.
func (r *Run) Going() bool { return r != nil && r.Phase == Running }

// Entry is the ledger of a setting, nil where the run is not about it.
func (r *Run) Entry(id string) *Entry {
	for i := range r.Ledger {
		if r.Ledger[i].ID == id {
			return &r.Ledger[i]
		}
	}
	return nil
}

// ClickedIn reports whether a click was ordered in a document.
func (r *Run) ClickedIn(doc string) bool {
	return slices.ContainsFunc(r.Ledger, func(en Entry) bool { return en.ClickIn == doc })
}

// ClickedAt returns when the last click in a document was ordered; 0 for none.
func (r *Run) ClickedAt(doc string) int64 {
	at := int64(0)
	for i := range r.Ledger {
		if en := &r.Ledger[i]; en.ClickIn == doc {
			at = max(at, en.Clicked)
		}
	}
	return at
}

// Progress counts the settings that a run is through with. One that is changed
// and has yet to be proved is half done.
func (r *Run) Progress() (n, of int) {
	halves := 0
	for _, en := range r.Ledger {
		switch {
		case en.Stage(r.Doc) == Decided:
			halves += 2
		case en.AwaitsProof: // in whatever document: a fresh one begins with Unread
			halves++
		}
	}
	return halves / 2, len(r.Ledger)
}

// Seen reports whether a page is among the visits of the run.
func (r *Run) Seen(path string) bool {
	for _, v := range r.Visits {
		if v.Page == path {
			return true
		}
	}
	return false
}

// Looks counts the pages that a run only looks at.
func (r *Run) Looks() (done, of int) {
	for i, v := range r.Visits {
		if v.Look {
			of++
			if i < r.At || r.Phase == Ended {
				done++
			}
		}
	}
	return done, of
}

// AnyOpen reports whether there are settings left of which nothing is known:
// their pages were struck out when LinkedIn refused too much.
func (r *Run) AnyOpen() bool {
	for _, en := range r.Ledger {
		if en.Outcome == "" {
			return true
		}
	}
	return false
}

// Add enters a setting into the ledger and its page into the visits.
func (r *Run) Add(id, path string, byHand bool) {
	r.Ledger = append(r.Ledger, Entry{ID: id, Page: path, ByHand: byHand})
	r.VisitOnce(path)
}

// VisitOnce enters a page into the visits, unless it is there.
func (r *Run) VisitOnce(path string) {
	for _, v := range r.Visits {
		if v.Page == path && !v.Proving {
			return
		}
	}
	r.Visits = append(r.Visits, Visit{Page: path})
}

// Newest is the newest moment that a run remembers.
func (r *Run) Newest() int64 {
	at := max(r.Started+r.Slept, r.Ordered, r.Landed, r.SignIn)
	for _, en := range r.Ledger {
		at = max(at, en.Clicked, en.Turned)
	}
	return at
}

// Shift moves those moments that there are.
func Shift(gap int64, moments ...*int64) {
	for _, at := range moments {
		if *at != 0 {
			*at += gap
		}
	}
}

// Distrusts reports whether a list disagreed with a page in this run.
func (r *Run) Distrusts(list rules.Category) bool {
	for _, c := range r.Distrusted {
		if c == list {
			return true
		}
	}
	return false
}

// Vouched reports whether the list of a setting agreed with the page of another one in this run.
func (r *Run) Vouched(en *Entry) bool {
	for i := range r.Ledger {
		if other := &r.Ledger[i]; other != en && other.Agreed && other.List == en.List {
			return true
		}
	}
	return false
}

// AddOnce enters a setting that a run may click, unless it is there.
func (r *Run) AddOnce(s rules.Setting) {
	if r.Entry(s.ID) == nil {
		r.Add(s.ID, s.Page, false)
	}
}

// DropRead strikes out the visits to come in which nothing is left to read, and, when LinkedIn has refused too much, all
// in which something new would be begun.
func (r *Run) DropRead(nothingNew bool) {
	kept := r.Visits[:r.At+1]
	for _, v := range r.Visits[r.At+1:] {
		if v.Rows || v.Look || r.OpenOn(v.Page) && (v.Proving || !nothingNew) {
			kept = append(kept, v)
		}
	}
	r.Visits = kept
}

// OpenOn reports whether a setting of a page has no outcome yet.
func (r *Run) OpenOn(path string) bool {
	for _, en := range r.Ledger {
		if en.Page == path && en.Outcome == "" {
			return true
		}
	}
	return false
}
