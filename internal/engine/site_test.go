package engine

import (
	"reflect"
	"sort"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/lab"
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// fault is what goes wrong with a setting or a page; the zero fault is nothing. Where the lab has such a fault, it is named
// so here, and the tag has its name.
type fault struct {
	save            int   `lab:"save-500 save-403 save-429"` // what a save answers; 0 means 200
	saveSlow        int64 `lab:"save-slow"`                  // it answers so long after the switch was turned; 0 means soon
	pessimistic     int64 `lab:"pessimistic"`                // it answers so late, and only then the switch turns
	saveNotKept     bool  `lab:"save-not-kept"`              // the save answers 200 and is not kept
	flipsBack       int64 `lab:"flips-back flips-back-late"` // the switch flips back after so long; 0 for never
	pageSlow        int64 `lab:"page-slow"`                  // the page takes so long
	pageReset       bool  `lab:"page-reset"`                 // the page never answers
	page500         bool  `lab:"page-500"`                   // the page answers 500
	status          int   // the page answers so
	pageReloads     int64 `lab:"page-reloads"` // the page loads itself again, for ever, each time so long after it was there
	worker          bool  // the page always comes from a service worker
	unready         int64 // the page loads for so long
	cached          bool  // the page comes from the browser's cache, as it was when it was first loaded, unless it is loaded past it
	led             int64 // the page's own program goes to ledTo, so long after it was there; 0 for never
	ledTo           string
	pageElsewhere   string `lab:"page-elsewhere page-not-offered"` // the page leads elsewhere
	controlLate     int64  `lab:"control-late"`                    // the control appears so long after the page
	controlMissing  bool   `lab:"control-missing"`                 // the control never appears
	controlReplaced bool   `lab:"control-replaced"`                // its node is replaced by an equal one all the time
	controlDoubled  bool   `lab:"control-doubled"`                 // the control is there twice
	controlDisabled bool   `lab:"control-disabled"`                // the control is disabled
	controlInDialog bool   `lab:"control-in-dialog"`               // the control cannot be seen
	dialogOnLoad    bool   `lab:"dialog-on-load"`                  // a dialog lies over the page
	drawnWrong      int64  `lab:"drawn-wrong"`                     // it is drawn the other way round, and dead, for so long
	dataLate        int64  `lab:"data-late"`                       // it shows off until its data has come, so long after the page
	hydratesLate    int64  `lab:"hydrates-late"`                   // clicks do nothing for so long
	objects         string // the agent clicks nothing, and says so
	asks            bool   // a click opens a dialog, and changes nothing until that is answered
	busy            int64  // the page is at work on the control for so long
	restless        int64  // something beside the control changes every half second for so long
	frame           string // the control stands in a frame with this address
	controlUnclear  bool   // the control does not say whether it is on
	controlSlips    bool   // the control is another one by the time that the agent would click it
	times           int    // how often the fault strikes; 0 for always
}

// A fault has the same name in these tests as in the lab.
func TestFaultsAreNamedAsInTheLab(t *testing.T) {
	names := map[string]bool{}
	for _, f := range lab.Faults {
		names[f.Name] = true
	}
	for field := range reflect.TypeFor[fault]().Fields() {
		for _, name := range strings.Fields(field.Tag.Get("lab")) {
			assert.True(t, names[name], "%s: the lab has no %s", field.Name, name)
			assert.True(t, strings.HasPrefix(strings.ReplaceAll(name, "-", ""), strings.ToLower(field.Name)) || field.Name == "pageElsewhere", "%s is not %s", field.Name, name)
		}
	}
}

// document is what one tab shows.
type document struct {
	id, path string
	member   string // whose account it is of
	named    bool   // and it shows that
	tab      int
	born     int64
	ready    bool
	status   int
	port     *Engine // to whom its agent spoke last
	stays    bool    // its agent was told to speak again when the background is gone
	on       map[string]bool
	moved    map[string]int64
	byHand   map[string]bool // the person moved it
	clicks   map[string]int
	saves    []page.Save
	replaced int
	rows     []page.Row // of a category page, as they were when it was loaded
	source   page.Source
	went     int64
	dialog   bool
}

// load begins to load an address in a tab, past all caches or not.
func (w *world) load(tab int, url string, past bool) {
	path, ok := asBrowsersRead(url)
	require.True(w.t, ok, "only LinkedIn is opened, found %s", url)
	require.False(w.t, rules.Denied(path), "a denied page is never opened, found %s", path)
	require.Equal(w.t, url, page.Origin+path, "what is opened is what was decided")
	w.opened = append(w.opened, path)
	w.visits++
	w.marks = nil // they go with the document
	d := w.tabs[tab]
	if d == nil {
		w.after(1, func() { w.event(Event{Type: EventClosed, Tab: tab}) })
		return
	}
	fresh := &document{tab: tab, path: path, source: page.FromServer}
	w.tabs[tab] = fresh
	f := w.strike(path)
	if f.worker {
		fresh.source = page.FromWorker
	}
	if f.cached && !past && w.kept[w.member+path] != nil {
		fresh.source = page.FromCache
	}
	if f.pageReset {
		return
	}
	if f.pageElsewhere != "" {
		fresh.path = f.pageElsewhere
	}
	if w.expelAt != 0 && w.visits >= w.expelAt {
		fresh.path = w.expelTo
	}
	w.after(10, func() {
		if w.tabs[tab] == fresh && w.watched == tab {
			w.event(Event{Type: EventTab, Tab: tab, URL: page.Origin + path, Status: "loading"})
		}
	})
	w.after(100+f.pageSlow, func() { w.born(fresh, f) })
}

// ownTab is the person's own.
const ownTab = 900

// openByHand is the person opening a page in a tab of their own.
func (w *world) openByHand(path string) *document {
	d := &document{tab: ownTab, path: path}
	w.tabs[ownTab] = d
	w.born(d, fault{})
	return d
}

func (w *world) born(d *document, f fault) {
	if w.tabs[d.tab] != d {
		return
	}
	w.docs++
	d.id = "doc" + strconv.Itoa(w.docs)
	d.born = w.now
	w.sources[d.born] = d.source
	d.status = f.status
	if f.page500 {
		d.status = 500
	}
	d.member = w.member
	d.named = w.named == 0
	if !d.named {
		w.after(w.named, func() { d.named = true; w.tell(d) })
	}
	d.dialog = f.dialogOnLoad
	d.on, d.moved, d.clicks, d.byHand = map[string]bool{}, map[string]int64{}, map[string]int{}, map[string]bool{}
	d.rows = w.listOf(d)
	for _, s := range rules.Table() {
		if s.Act == rules.Click && page.Same(s.Page, d.path) && d.status < 400 {
			d.on[s.Key] = w.drawn(d, s)
			f := w.faultOf(s)
			for _, at := range []int64{f.controlLate + f.drawnWrong, f.dataLate, f.busy} {
				if at > 0 {
					w.after(at, func() { w.tell(d) })
				}
			}
			for at := int64(500); at <= f.restless; at += 500 {
				w.after(at, func() { w.tell(d) })
			}
		}
	}
	for _, key := range w.extra[d.path] {
		d.on[key] = w.server[key]
	}
	if f.pageReloads > 0 {
		w.reloads++
		w.after(f.pageReloads, func() {
			if again := (&document{tab: d.tab, path: d.path, source: d.source}); w.tabs[d.tab] == d {
				w.tabs[d.tab] = again
				w.born(again, f)
			}
		})
	}
	if f.led > 0 {
		w.after(f.led, func() {
			if w.tabs[d.tab] == d {
				d.path, d.went, d.on = f.ledTo, w.now, map[string]bool{}
				w.tell(d)
			}
		})
	}
	w.tell(d)
	w.after(80+f.unready, func() {
		d.ready = true
		w.tell(d)
		w.tabEvent(d)
	})
}

// faultOf is what goes wrong with a setting, by itself or because its page is late with all data.
func (w *world) faultOf(s rules.Setting) fault {
	f := w.faults[s.Key]
	f.dataLate = max(f.dataLate, w.faults[s.Page].dataLate)
	return f
}

// drawn is the position of a setting that a page is drawn with.
func (w *world) drawn(d *document, s rules.Setting) bool {
	key := d.member + s.Page
	if d.source == page.FromCache {
		return w.kept[key][s.Key]
	}
	if w.kept[key] == nil {
		w.kept[key] = map[string]bool{}
	}
	w.kept[key][s.Key] = w.server[s.Key]
	return w.server[s.Key]
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
	if d.tab == ownTab && !w.eng.restored {
		w.after(50, func() { w.tell(d) }) // what an agent says wakes the background
		return
	}
	d.port = w.eng
	d.stays = d.stays || w.watched == d.tab
	for _, s := range rules.Table() {
		if _, there := d.on[s.Key]; there && w.faults[s.Key].controlReplaced {
			d.replaced++
		}
	}
	snap := page.Snapshot{Doc: d.id, Born: d.born, Path: d.path, Ready: d.ready, Saves: d.saves, Lang: w.lang, Rows: d.rows}
	snap.Status, snap.Source, snap.Went, snap.Dialog = d.status, d.source, d.went, d.dialog
	for _, s := range rules.Table() {
		on, ok := d.on[s.Key]
		f := w.faultOf(s)
		if s.Key == "" || !ok || f.controlMissing || w.now < d.born+f.controlLate {
			continue
		}
		c := page.Control{Ref: w.ref(d, s.Key), Kind: "switch", Enabled: !f.controlDisabled, Visible: !f.controlInDialog, State: page.Off, Moved: d.moved[s.Key], ByHand: d.byHand[s.Key], Clicks: d.clicks[s.Key]}
		if on != (w.now < d.born+f.drawnWrong) {
			c.State = page.On
		}
		if f.drawnWrong > 0 && w.now >= d.born+f.drawnWrong {
			if at := d.born + f.drawnWrong; at > c.Moved { // to where it should have been drawn
				c.Moved, c.ByHand = at, false
			}
		}
		if on && w.now < d.born+f.dataLate {
			c.State = page.Off
		} else if on && f.dataLate > 0 && c.Moved == 0 {
			c.Moved = d.born + f.dataLate
		}
		if f.controlUnclear {
			c.State = page.Unknown
		}
		c.Busy = w.now < d.born+f.busy
		c.Frame = f.frame
		if f.restless > 0 {
			c.Changed = d.born + min(f.restless, w.now-d.born)/500*500
		}
		if s.Match == rules.ElementID {
			c.ID = s.Key
		} else {
			c.Key = s.Key
		}
		snap.Controls = append(snap.Controls, c)
		if f.controlDoubled {
			c.Ref += 50
			snap.Controls = append(snap.Controls, c)
		}
	}
	for _, key := range w.extra[d.path] {
		c := page.Control{Ref: w.ref(d, key), Kind: "switch", Key: key, Label: "Label of " + key, Enabled: true, Visible: true, State: page.Off, Moved: d.moved[key], ByHand: d.byHand[key], Clicks: d.clicks[key]}
		if d.on[key] {
			c.State = page.On
		}
		snap.Controls = append(snap.Controls, c)
	}
	ev := Event{Type: EventSnapshot, Tab: d.tab, Snapshot: snap}
	if d.named {
		ev.Account = d.member
	}
	switch {
	case w.luck == nil, d.tab == ownTab:
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
	f := w.faults[x.Key]
	require.False(w.t, f.controlDisabled || f.controlInDialog || w.faults[x.Path].dialogOnLoad, "what is disabled, hidden or under a dialog is not clicked")
	w.after(5, func() {
		if d == nil || w.tabs[x.Tab] != d || d.port != w.eng || d.id != x.Doc || d.path != x.Path {
			return
		}
		why := ""
		switch f := w.faults[x.Key]; {
		case w.ref(d, x.Key) != x.Ref:
			why = "gone"
		case d.on[x.Key] != x.On && w.now >= d.born+f.drawnWrong:
			why = "other-position"
		case f.objects != "":
			why = f.objects
		case f.controlSlips:
			d.replaced++
			why = "gone"
		case d.clicks[x.Key] >= x.N:
			why = "done-before"
		}
		if why == "" {
			require.True(w.t, x.On || w.server[x.Key] || w.ours[d.member+x.Key], "a click turns on into off, or into on what a click turned off")
			d.clicks[x.Key] = x.N
			w.carried[d.member+x.Key] = true
			w.carried[d.member+w.coupled[x.Key]] = true
			if f := w.faults[x.Key]; f.asks {
				d.dialog = true
			} else if w.now >= d.born+max(f.hydratesLate, f.drawnWrong) {
				w.script = true
				w.flip(d, x.Key)
				w.script = false
			}
			// A click on a switch that a server drew wrong cannot be told from one that turned it.
			w.ours[d.member+x.Key] = true
		}
		w.tell(d)
		w.event(Event{Type: EventClicked, Tab: x.Tab, Click: ClickAnswer{Doc: d.id, Key: x.Key, N: x.N, Done: why == "", Why: Objection(why)}})
	})
}

// flip is a switch being operated, by whomever, and the page saving it.
func (w *world) flip(d *document, key string) {
	want := !d.on[key]
	f := w.strike(key)
	hand := !w.script
	turn := func() { d.on[key], d.moved[key], d.byHand[key] = want, w.now, hand }
	if f.pessimistic == 0 {
		turn()
	}
	w.after(60+f.saveSlow+f.pessimistic, func() {
		if f.saveSlow+f.pessimistic > 0 && w.tabs[d.tab] != d {
			return // who leaves the page cancels it
		}
		if f.pessimistic > 0 {
			turn()
		}
		status := f.save
		switch {
		case d.member != w.member:
			status = 403 // the page is of an account that is signed out
		case status == 0:
			status = 200
		}
		kept := status == 200 && !f.saveNotKept
		w.saves = append(w.saves, save{key, want, status, kept, hand})
		w.savedAt = append(w.savedAt, w.now)
		if kept {
			if hand && want {
				w.drifted[d.member+key] = w.now // what was proved before was so
			}
			if hand && want != w.server[key] {
				delete(w.ours, d.member+key)
			}
			w.server[key] = want
			if other := w.coupled[key]; other != "" && !want {
				w.ours[d.member+other] = w.ours[d.member+other] || (w.server[other] && !hand)
				w.server[other] = false
			}
		}
		d.saves = append(d.saves, page.Save{Key: key, Status: status})
		if f.flipsBack > 0 {
			w.after(f.flipsBack, func() { d.on[key] = !want; w.tell(d) })
		}
		w.tell(d)
	})
}
