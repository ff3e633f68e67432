package engine

import (
	"strconv"
	"strings"
	"sync"

	"github.com/stretchr/testify/require"

	"offswitch/internal/page"
	"offswitch/internal/rules"
)

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
	on       positions
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
		if w.tabs[tab] != fresh || w.watched != tab {
			return
		}
		if d.path != "" && (w.lateWords || w.luck != nil && w.luck("late words", 3)) {
			// A browser shows the old address until the new page has come, and stops the load that the order cut short.
			for _, status := range []string{"loading", "complete", "loading"} {
				w.event(Event{Type: EventTab, Tab: tab, URL: page.Origin + d.path, Status: status})
			}
			return
		}
		w.event(Event{Type: EventTab, Tab: tab, URL: page.Origin + path, Status: "loading"})
	})
	w.after(100+f.pageSlow, func() { w.born(fresh, f) })
}

// letIn is the person having signed in: the site takes them back, and leads them from the sign-in page to another.
func (w *world) letIn(tab int, path string) {
	w.expelAt = 0
	d := &document{tab: tab, path: path, source: page.FromServer}
	w.tabs[tab] = d
	w.born(d, fault{})
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
	d.on, d.moved, d.clicks, d.byHand = positions{}, map[string]int64{}, map[string]int{}, map[string]bool{}
	d.rows = w.listOf(d)
	for _, s := range ofTheSite() {
		if s.Act == rules.Click && page.Same(s.Page, d.path) && d.status < 400 {
			d.on.take(w.drawn(d, s), s)
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
				d.path, d.went, d.on = f.ledTo, w.now, positions{}
				w.tell(d)
			}
		})
	}
	if w.meets != nil && page.KindOf(d.path) == page.SignIn && d.tab != ownTab {
		w.meets(d)
	}
	w.tell(d)
	w.after(80+f.unready, func() {
		d.ready = true
		w.tell(d)
		w.tabEvent(d)
	})
}

// drawn are the positions of a setting that a page is drawn with.
func (w *world) drawn(d *document, s rules.Setting) positions {
	key := d.member + s.Page
	if d.source == page.FromCache || d.source == page.FromWorker && w.faults[d.path].cached && w.kept[key] != nil {
		return w.kept[key]
	}
	if w.kept[key] == nil {
		w.kept[key] = positions{}
	}
	w.kept[key].take(w.server, s)
	return w.server
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

// ofTheSite is the rule table as the site has it, which gives a key to every row.
var ofTheSite = sync.OnceValue(func() []rules.Setting {
	all := append([]rules.Setting(nil), rules.Table()...)
	for i := range all {
		if all[i].Alone() {
			all[i].Key = "keyOf-" + all[i].ID
		}
	}
	return all
})

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
	for _, s := range ofTheSite() {
		if _, there := d.on[s.Key]; there && w.faults[s.Key].controlReplaced {
			d.replaced++
		}
	}
	snap := page.Snapshot{Doc: d.id, Born: d.born, Path: d.path, Ready: d.ready, Saves: d.saves, Lang: w.lang, Rows: d.rows}
	snap.Status, snap.Source, snap.Went, snap.Dialog = d.status, d.source, d.went, d.dialog
	for _, s := range ofTheSite() {
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
		if s.Match == rules.Sole {
			c.Label = w.labelOf(s, w.lang)
			if w.renames {
				c.Key = s.Key + "-in-" + d.id
			}
		}
		for _, c := range w.draw(d, s, c) {
			snap.Controls = append(snap.Controls, c)
			if f.controlDoubled {
				c.Ref += 50
				snap.Controls = append(snap.Controls, c)
			}
		}
	}
	for _, key := range w.extra[d.path] {
		c := page.Control{Ref: w.ref(d, key), Kind: "switch", Key: key, Label: w.labelOfExtra(key), Enabled: true, Visible: true, State: page.Off, Moved: d.moved[key], ByHand: d.byHand[key], Clicks: d.clicks[key]}
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
	x.Key, _, _ = strings.Cut(x.Key, "-in-")
	d := w.tabs[x.Tab]
	w.clicks++
	s, _ := settingOf(x.Key)
	f := w.faults[s.Key]
	require.False(w.t, f.controlDisabled || f.controlInDialog || w.faults[x.Path].dialogOnLoad, "what is disabled, hidden or under a dialog is not clicked")
	w.after(5, func() {
		if d == nil || w.tabs[x.Tab] != d || d.port != w.eng || d.id != x.Doc || d.path != x.Path {
			return
		}
		why := ""
		switch f := w.faults[s.Key]; {
		case w.ref(d, x.Key) != x.Ref:
			why = "gone"
		case d.on.isOn(x.Key) != x.On && w.now >= d.born+f.drawnWrong:
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
			dead := w.now < d.born+f.drawnWrong // a click there does nothing
			require.True(w.t, dead || x.On || w.serverOf(d.member)[s.Key] || w.ours[d.member+s.Key], "a click turns on into off, or into on what a click turned off")
			d.clicks[x.Key] = x.N
			w.carried[d.member+s.Key] = true
			w.carried[d.member+w.coupled[s.Key]] = true
			if f := w.faults[s.Key]; f.asks {
				d.dialog = true
			} else if w.now >= d.born+max(f.hydratesLate, f.drawnWrong) {
				w.script = true
				w.flip(d, x.Key)
				w.script = false
			}
			// A click on a switch that a server drew wrong cannot be told from one that turned it.
			w.ours[d.member+s.Key] = true
		}
		w.tell(d)
		w.event(Event{Type: EventClicked, Tab: x.Tab, Click: ClickAnswer{Doc: d.id, Key: x.Key, N: x.N, Done: why == "", Why: Objection(why)}})
	})
}
