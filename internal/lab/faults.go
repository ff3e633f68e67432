package lab

import (
	"fmt"
	"html/template"
	"math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// FaultInfo is one fault that the site can have: what it is called, what it is like, and what it does.
type FaultInfo struct {
	Name    string  `json:"name"`
	About   string  `json:"about"`             // one sentence
	At      string  `json:"at"`                // "save", "page", "content", "control", "list" or "session"
	Seconds float64 `json:"seconds,omitempty"` // what a Fault gets that does not say
	N       int     `json:"n,omitempty"`       // likewise
	To      string  `json:"to,omitempty"`      // likewise; "" for a fault that leads nowhere

	does deed
	cuts bool // it resets connections
}

// deed is what a fault does. Its type says where in the site it is asked.
type deed interface{ at() string }

type (
	// atSave is asked before a save is kept. A status other than 0 is the answer, and then nothing is kept.
	atSave func(s *Site, w *recorder, r *http.Request, f Fault) (status int)
	// atPage is asked before a page is served. It is true when it has answered instead.
	atPage func(s *Site, w *recorder, r *http.Request, f Fault) (answered bool)
	// atSetting is atPage for pages of settings only, not for the lists of a category.
	atSetting func(w *recorder, r *http.Request, category string)
	// inContent changes a page that is to be served, apart from its controls.
	inContent func(p *page, f Fault)
	// atControl changes one control of a page, for a fault that takes so many milliseconds.
	atControl func(b *block, f Fault, ms int)
	// inList changes one row of a category page that shows a value.
	inList func(p *page, row *link, v value, f Fault)
	// atSession shuts the member out from the n-th settings page on. It is what saves answer then.
	atSession struct{ save int }
)

func (atSave) at() string    { return "save" }
func (atPage) at() string    { return "page" }
func (atSetting) at() string { return "page" }
func (inContent) at() string { return "content" }
func (atControl) at() string { return "control" }
func (inList) at() string    { return "list" }
func (atSession) at() string { return "session" }

// late makes the values of a list come after a while, and others stand there until then.
func late(first func(v value) string) inList {
	return func(p *page, row *link, v value, f Fault) {
		row.Word, row.Late = first(v), v.now
		p.Model.Words = f.ms()
	}
}

// notOffered is what category pages ask for by name.
const notOffered = "page-not-offered"

// Faults is every fault there is. A new one is a row here, its line in docs/reliability.md, and its tests.
var Faults = placed([]FaultInfo{
	{Name: "save-500", About: "The save answers 500 and keeps nothing; the switch stays where it was put until the page is loaded again.",
		does: refuse(http.StatusInternalServerError)},
	{Name: "save-403", About: "The save answers 403 and keeps nothing; the switch stays where it was put until the page is loaded again.",
		does: refuse(http.StatusForbidden)},
	{Name: "save-429", About: "The save answers 429 with Retry-After (seconds, default 30) and keeps nothing; the switch stays where it was put.",
		Seconds: 30, does: atSave(func(_ *Site, w *recorder, _ *http.Request, f Fault) int {
			return later(w, f)
		})},
	{Name: "save-silent", About: "The save is never answered and keeps nothing; the switch stays where it was put until the page is loaded again.",
		does: atSave(func(s *Site, _ *recorder, r *http.Request, _ Fault) int {
			s.wait(r, 24*time.Hour)
			return StatusGone
		})},
	{Name: "save-reset", About: "The connection is reset instead of an answer to the save, which keeps nothing.",
		cuts: true, does: refuse(StatusCut)},
	{Name: "save-slow", About: "The save is answered and kept after a while (seconds, default 2), unless the page went away before.",
		Seconds: 2, does: atSave(func(s *Site, _ *recorder, r *http.Request, f Fault) int {
			if s.wait(r, f.duration()) {
				return 0
			}
			return StatusGone
		})},
	{Name: "save-not-kept", About: "The save answers 200 and keeps nothing; the switch flips back only on reload.",
		does: refuse(http.StatusOK)},
	{Name: "flips-back", About: "The save answers 500, keeps nothing, and the switch flips back at once.",
		does: flipBack},
	{Name: "flips-back-late", About: "The save answers 500, keeps nothing, and the switch flips back after a while (seconds, default 2).",
		Seconds: 2, does: flipBack},
	{Name: "pessimistic", About: "The switch flips only when the save has answered, which takes a while (seconds, default 0.5).",
		Seconds: 0.5, does: atControl(func(b *block, _ Fault, ms int) { b.DelayMS = ms })},

	{Name: "page-slow", About: "The page is answered after a while (seconds, default 20).",
		Seconds: 20, does: atPage(func(s *Site, w *recorder, r *http.Request, f Fault) bool {
			gone := !s.wait(r, f.duration()) && r.Context().Err() != nil
			if gone {
				w.status = StatusGone
			}
			return gone
		})},
	{Name: "page-reset", About: "The connection is reset instead of an answer; Firefox tries some ten times by itself, each of which counts in times.",
		cuts: true, does: atPage(func(_ *Site, w *recorder, _ *http.Request, _ Fault) bool {
			cut(w)
			return true
		})},
	{Name: "page-loop", About: "The page redirects to itself without end.",
		does: leads(func(r *http.Request) string { return r.URL.Path + "?lab-loop=1" })},
	{Name: "page-error", About: "The page is an error page with status 200 and without any control.",
		does: shows("Lab: error", "Something went wrong.", http.StatusOK)},
	{Name: "page-429", About: "The page answers 429 with Retry-After (seconds, default 30).",
		Seconds: 30, does: atPage(func(s *Site, w *recorder, _ *http.Request, f Fault) bool {
			s.simple(w, "Lab: too many requests", "Come back later.", later(w, f))
			return true
		})},
	{Name: "page-429-bare", About: "The page answers 429 and does not say when to come back.",
		does: shows("Lab: too many requests", "Come back later.", http.StatusTooManyRequests)},
	{Name: "page-999", About: "The page answers 999, LinkedIn's status for robots.",
		does: shows("Lab: denied", "Request denied.", statusDenied)},
	{Name: "page-500", About: "The page answers 500.",
		does: shows("Lab: error", "Something went wrong.", http.StatusInternalServerError)},
	{Name: notOffered, About: "The page redirects to its category page, and the category page does not list it.",
		does: atSetting(func(w *recorder, r *http.Request, category string) {
			redirect(w, r, prefix(r)+"categories/"+category)
		})},
	{Name: "page-elsewhere", About: "The page redirects to another address (to, default /feed/).",
		To: "/feed/", does: atPage(func(_ *Site, w *recorder, r *http.Request, f Fault) bool {
			redirect(w, r, f.To)
			return true
		})},
	{Name: "page-moves-on", About: "The page's own program takes another address (to, default /mypreferences/page-not-found) after a while (seconds, default 0.5), without a load.",
		Seconds: 0.5, To: notFoundPath, does: inContent(func(p *page, f Fault) { p.Model.Moves = &move{To: f.To, MS: f.ms()} })},
	{Name: "page-reloads", About: "The page's own program loads the page again and again, each time after a while (seconds, default 0.3).",
		Seconds: 0.3, does: inContent(func(p *page, f Fault) { p.Model.Reloads = f.ms() })},
	{Name: "page-cached", About: "The page may be kept by the browser's cache for a while (seconds, default 600), as it was when it was loaded.",
		Seconds: 600, does: atPage(func(_ *Site, w *recorder, _ *http.Request, f Fault) bool {
			w.Header().Set("Cache-Control", fmt.Sprintf("private, max-age=%d", int(f.Seconds)))
			return false
		})},
	{Name: "page-worker", About: "The page installs a service worker, which answers later loads with the page as it was at first.",
		does: inContent(func(p *page, _ Fault) { p.Model.Worker = true })},
	{Name: "signed-out", About: "The n-th settings page (default the next) and all later ones redirect to a sign-in page (to, default /uas/login?session_redirect=, which gets the page), and saves answer 401.",
		N: 1, To: "/uas/login?session_redirect=", does: atSession{save: http.StatusUnauthorized}},
	{Name: "challenged", About: "The n-th settings page (default the next) and all later ones redirect to a security check (to, default /checkpoint/challenge/lab), and saves answer 403.",
		N: 1, To: "/checkpoint/challenge/lab", does: atSession{save: http.StatusForbidden}},
	{Name: "stale-tab", About: "The page stays a skeleton in a tab with more than n (default 1) entries in its history; a fresh tab cures it.",
		N: 1, does: inContent(func(p *page, f Fault) { p.Model.Stale = f.N })},
	{Name: "word-wrong", About: "The category page shows the opposite of the setting's state.",
		does: inList(func(_ *page, row *link, v value, _ Fault) { row.Word = v.contrary })},
	{Name: "list-late", About: "The values of the category page come after a while (seconds, default 2); until then all say off.",
		Seconds: 2, does: late(func(v value) string { return v.off })},
	{Name: "list-late-on", About: "The values of the category page come after a while (seconds, default 2); until then all say on.",
		Seconds: 2, does: late(func(v value) string {
			if v.now == v.off {
				return v.contrary
			}
			return v.now
		})},
	{Name: "list-partial", About: "The category page shows the value of every second row only.",
		does: inList(func(_ *page, row *link, v value, _ Fault) {
			if v.nth%2 == 1 {
				row.Word = ""
			}
		})},
	{Name: "list-stale", About: "The category page shows values from before each setting's last save, at its first n loads (default 1) after a save.",
		N: 1, does: inList(func(_ *page, row *link, v value, f Fault) {
			if v.looks < f.N {
				row.Word = v.before
			}
		})},
	{Name: "list-none", About: "The category page shows no values.",
		does: inList(func(_ *page, row *link, _ value, _ Fault) { row.Word = "" })},

	{Name: "control-late", About: "The control is created after a while (seconds, default 6).",
		Seconds: 6, does: atControl(func(b *block, _ Fault, ms int) { b.Drawn, b.Live = false, ms })},
	{Name: "control-missing", About: "The page is there and the control never appears.",
		does: atControl(func(b *block, _ Fault, _ int) { b.missing = true })},
	{Name: "data-late", About: "The control shows off, its default, until its data has come, which takes a while (seconds, default 1.5).",
		Seconds: 1.5, does: atControl(dataLate)},
	{Name: "data-late-busy", About: "The control is off, disabled and aria-busy until its data has come, which takes a while (seconds, default 1.5).",
		Seconds: 1.5, does: atControl(func(b *block, f Fault, ms int) {
			dataLate(b, f, ms)
			b.view.Disabled, b.view.Busy = true, true
		})},
	{Name: "control-replaced", About: "The control's node is replaced by an equal one every n milliseconds (default 200).",
		N: 200, does: atControl(func(b *block, f Fault, _ int) { b.Every = f.N })},
	{Name: "control-doubled", About: "The control stands on the page twice, both visible.",
		does: atControl(func(b *block, _ Fault, _ int) { b.copies = 2 })},
	{Name: "control-doubled-hidden", About: "The control stands on the page twice; the first is hidden and dead.",
		does: atControl(func(b *block, _ Fault, _ int) { b.copies, b.Twin = 2, true })},
	{Name: "control-disabled", About: "The control is disabled.",
		does: atControl(func(b *block, _ Fault, _ int) { b.view.Disabled = true })},
	{Name: "control-in-dialog", About: "The control stands inside a closed dialog.",
		does: atControl(func(b *block, _ Fault, _ int) { b.Dialog = true })},
	{Name: "control-inert", About: "The control stands in an inert part of the page.",
		does: atControl(func(b *block, _ Fault, _ int) { b.Inert = true })},
	{Name: "control-clipped", About: "The control stands in a part of the page that is clipped to nothing.",
		does: wrapped("clipped")},
	{Name: "control-covered", About: "The control lies under a layer that a person sees through and cannot click through.",
		does: wrapped("covered")},
	{Name: "control-transparent", About: "The control and all that stands beside it is transparent.",
		does: wrapped("transparent")},
	{Name: "control-link", About: "The control is a link to a page that must not be opened, and calls itself a switch.",
		does: atControl(func(b *block, _ Fault, _ int) { b.view.Widget = "link" })},
	{Name: "control-asks", About: "The control stays as it is when it is clicked, and a dialog without aria-modal opens, another one at each click.",
		does: atControl(func(b *block, _ Fault, _ int) { b.Asks = true })},
	{Name: "control-draws-others", About: "The other controls of the page are drawn off some time after this one went off (seconds, default 2), and not saved.",
		Seconds: 2, does: atControl(func(b *block, _ Fault, ms int) { b.Draws = ms })},
	{Name: "drawn-wrong", About: "The control is drawn in the opposite state until it is alive (seconds, default 1).",
		Seconds: 1, does: atControl(func(b *block, _ Fault, ms int) {
			b.Drawn, b.Live = true, ms
			b.view.draw(!b.On, b.Words)
		})},
	{Name: "hydrates-late", About: "The drawn control is alive only after a while (seconds, default 5).",
		Seconds: 5, does: atControl(func(b *block, _ Fault, ms int) { b.Drawn, b.Live = true, ms })},

	{Name: "dialog-on-load", About: "A modal dialog that has nothing to do with the setting opens when the page is loaded.",
		does: opens("modal")},
	{Name: "dialog-unmarked", About: "A dialog that is none to the browser, has a role and no aria-modal, and lies over the page when it is loaded.",
		does: opens("plain")},
	{Name: "dialog-in-shadow", About: "A dialog like dialog-unmarked stands in an open shadow root.",
		does: opens("shadow")},
	{Name: "dialog-in-frame", About: "A dialog like dialog-unmarked stands in a frame of the site's own that lies over the page.",
		does: opens("frame")},
	{Name: "page-mutates", About: "The page never stops changing: every n milliseconds (default 10) nodes, texts and attributes change.",
		N: 10, does: inContent(func(p *page, f Fault) { p.Model.Mutates = f.N })},
	{Name: "extra-nodes", About: "The page holds n more elements (default 50000).",
		N: 50000, does: inContent(func(p *page, f Fault) { p.Nodes = template.HTML(strings.Repeat("<i></i>", f.N)) })},
	{Name: "extra-controls", About: "The page holds n more switches (default 100) with keys of the lab.",
		N: 100, does: inContent(func(p *page, f Fault) {
			for i := range f.N {
				name := fmt.Sprintf("%d", i+1)
				p.Extra = append(p.Extra, blockView{Key: "labExtra" + name, ID: p.nextID(), Title: "Lab extra " + name,
					Toggle: "Lab extra switch " + name, On: true, Word: "On", Widget: "input"})
			}
		})},

	{Name: "account-late", About: "The page's header shows whose account it is only after a while (seconds, default 3).",
		Seconds: 3, does: inContent(func(p *page, f Fault) { p.Model.Account = f.ms() })},
	{Name: "account-missing", About: "The page's header does not show whose account it is.",
		does: inContent(func(p *page, _ Fault) { p.Account = Account{} })},
	{Name: "account-me", About: "The page's header links to /in/me/, which is everybody's.",
		does: inContent(func(p *page, _ Fault) { p.Account = Account{Name: "Me", Slug: "me"} })},
	{Name: "account-chat", About: "A chat bubble stands before the page's header and links to somebody else, at each load to another.",
		does: inContent(func(p *page, _ Fault) {
			p.Chat = &Account{Name: "Lab Colleague", Slug: fmt.Sprintf("lab-colleague-%d", rand.IntN(1e9))}
		})},
})

func placed(rows []FaultInfo) []FaultInfo {
	for i := range rows {
		rows[i].At = rows[i].does.at()
	}
	return rows
}

// refuse answers a save without keeping it.
func refuse(status int) atSave {
	return func(*Site, *recorder, *http.Request, Fault) int { return status }
}

// flipBack tells the page to put the switch back after so long.
var flipBack = atSave(func(_ *Site, w *recorder, _ *http.Request, f Fault) int {
	w.Header().Set(flipHeader, strconv.FormatFloat(f.Seconds, 'f', -1, 64))
	return http.StatusInternalServerError
})

// dataLate draws a control as if it were off, until its data has come.
func dataLate(b *block, _ Fault, ms int) {
	b.Data = ms
	b.view.draw(false, b.Words)
}

// wrapped puts a control in a box of a class.
func wrapped(class string) atControl {
	return func(b *block, _ Fault, _ int) { b.Wrap = class }
}

// opens opens a dialog when the page is loaded.
func opens(how string) inContent {
	return func(p *page, _ Fault) { p.Model.Dialog = how }
}

// later asks the browser to come again later.
func later(w *recorder, f Fault) (status int) {
	w.Header().Set("Retry-After", strconv.Itoa(int(f.Seconds)))
	return http.StatusTooManyRequests
}

func leads(to func(*http.Request) string) atPage {
	return func(_ *Site, w *recorder, r *http.Request, _ Fault) bool {
		redirect(w, r, to(r))
		return true
	}
}

func shows(title, text string, status int) atPage {
	return func(s *Site, w *recorder, _ *http.Request, _ Fault) bool {
		s.simple(w, title, text, status)
		return true
	}
}
