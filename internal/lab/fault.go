package lab

import (
	"fmt"
	"slices"
)

// Fault is one way for the site to misbehave; package documentation says where it applies.
type Fault struct {
	Name    string  `json:"name"`
	Key     string  `json:"key,omitempty"`
	Page    string  `json:"page,omitempty"`
	Times   int     `json:"times,omitempty"`
	N       int     `json:"n,omitempty"`
	Seconds float64 `json:"seconds,omitempty"`
}

// Every fault there is. [Faults] says what each does.
const (
	Save500       = "save-500"
	Save403       = "save-403"
	Save429       = "save-429"
	SaveSilent    = "save-silent"
	SaveReset     = "save-reset"
	SaveSlow      = "save-slow"
	SaveNotKept   = "save-not-kept"
	FlipsBack     = "flips-back"
	FlipsBackLate = "flips-back-late"
	Pessimistic   = "pessimistic"

	PageSlow       = "page-slow"
	PageReset      = "page-reset"
	PageLoop       = "page-loop"
	PageError      = "page-error"
	Page429        = "page-429"
	Page500        = "page-500"
	PageNotOffered = "page-not-offered"
	PageElsewhere  = "page-elsewhere"
	SignedOut      = "signed-out"
	Challenged     = "challenged"
	StaleTab       = "stale-tab"
	WordWrong      = "word-wrong"

	ControlLate          = "control-late"
	ControlMissing       = "control-missing"
	ControlReplaced      = "control-replaced"
	ControlDoubled       = "control-doubled"
	ControlDoubledHidden = "control-doubled-hidden"
	ControlDisabled      = "control-disabled"
	ControlInDialog      = "control-in-dialog"
	DrawnWrong           = "drawn-wrong"
	HydratesLate         = "hydrates-late"

	DialogOnLoad  = "dialog-on-load"
	PageMutates   = "page-mutates"
	ExtraNodes    = "extra-nodes"
	ExtraControls = "extra-controls"

	AccountLate    = "account-late"
	AccountMissing = "account-missing"
)

// FaultInfo describes a fault in one sentence.
type FaultInfo struct {
	Name  string `json:"name"`
	About string `json:"about"`
}

// Faults lists every fault, so that documentation and tests can be checked for completeness.
var Faults = []FaultInfo{
	{Save500, "The save answers 500 and keeps nothing; the switch stays where it was put until the page is loaded again."},
	{Save403, "The save answers 403 and keeps nothing; the switch stays where it was put until the page is loaded again."},
	{Save429, "The save answers 429 with Retry-After (seconds, default 30) and keeps nothing; the switch stays where it was put."},
	{SaveSilent, "The save is never answered and keeps nothing; the switch stays where it was put until the page is loaded again."},
	{SaveReset, "The connection is reset instead of an answer to the save, which keeps nothing."},
	{SaveSlow, "The save is answered and kept after a while (seconds, default 2), unless the page went away before."},
	{SaveNotKept, "The save answers 200 and keeps nothing; the switch flips back only on reload."},
	{FlipsBack, "The save answers 500, keeps nothing, and the switch flips back at once."},
	{FlipsBackLate, "The save answers 500, keeps nothing, and the switch flips back after a while (seconds, default 2)."},
	{Pessimistic, "The switch flips only when the save has answered, which takes a while (seconds, default 0.5)."},

	{PageSlow, "The page is answered after a while (seconds, default 20)."},
	{PageReset, "The connection is reset instead of an answer; Firefox tries some ten times by itself, each of which counts in times."},
	{PageLoop, "The page redirects to itself without end."},
	{PageError, "The page is an error page with status 200 and without any control."},
	{Page429, "The page answers 429 with Retry-After (seconds, default 30)."},
	{Page500, "The page answers 500."},
	{PageNotOffered, "The page redirects to its category page, and the category page does not list it."},
	{PageElsewhere, "The page redirects to /feed/."},
	{SignedOut, "The n-th settings page (default the next) and all later ones redirect to /uas/login, and saves answer 401."},
	{Challenged, "The n-th settings page (default the next) and all later ones redirect to /checkpoint/challenge/lab, and saves answer 403."},
	{StaleTab, "The page stays a skeleton in a tab with more than n (default 1) entries in its history; a fresh tab cures it."},
	{WordWrong, "The category page shows the opposite of the setting's state."},

	{ControlLate, "The control is created after a while (seconds, default 6)."},
	{ControlMissing, "The page is there and the control never appears."},
	{ControlReplaced, "The control's node is replaced by an equal one every n milliseconds (default 200)."},
	{ControlDoubled, "The control stands on the page twice, both visible."},
	{ControlDoubledHidden, "The control stands on the page twice; the first is hidden and dead."},
	{ControlDisabled, "The control is disabled."},
	{ControlInDialog, "The control stands inside a closed dialog."},
	{DrawnWrong, "The control is drawn in the opposite state until it is alive (seconds, default 1)."},
	{HydratesLate, "The drawn control is alive only after a while (seconds, default 5)."},

	{DialogOnLoad, "A modal dialog that has nothing to do with the setting opens when the page is loaded."},
	{PageMutates, "The page never stops changing: every n milliseconds (default 10) nodes, texts and attributes change."},
	{ExtraNodes, "The page holds n more elements (default 50000)."},
	{ExtraControls, "The page holds n more switches (default 100) with keys of the lab."},

	{AccountLate, "The page's header shows whose account it is only after a while (seconds, default 3)."},
	{AccountMissing, "The page's header does not show whose account it is."},
}

// defaults fills in what Faults calls the default.
func (f Fault) defaults() Fault {
	seconds := map[string]float64{
		Save429: 30, SaveSlow: 2, FlipsBackLate: 2, Pessimistic: 0.5, PageSlow: 20, Page429: 30,
		ControlLate: 6, DrawnWrong: 1, HydratesLate: 5, AccountLate: 3,
	}
	counts := map[string]int{SignedOut: 1, Challenged: 1, StaleTab: 1, ControlReplaced: 200, PageMutates: 10, ExtraNodes: 50000, ExtraControls: 100}
	if f.Seconds == 0 {
		f.Seconds = seconds[f.Name]
	}
	if f.N == 0 {
		f.N = counts[f.Name]
	}
	return f
}

func (f Fault) check() error {
	if !slices.ContainsFunc(Faults, func(i FaultInfo) bool { return i.Name == f.Name }) {
		return fmt.Errorf("lab: no fault is called %q", f.Name)
	}
	if _, ok := owner(f.Key); f.Key != "" && !ok {
		return fmt.Errorf("lab: fault %s: no setting has the key %q", f.Name, f.Key)
	}
	if f.Page != "" && !served(cleanPath(f.Page)) {
		return fmt.Errorf("lab: fault %s: no settings page is at %q", f.Name, f.Page)
	}
	if f.Times < 0 || f.N < 0 || f.Seconds < 0 {
		return fmt.Errorf("lab: fault %s: times, n and seconds cannot be negative", f.Name)
	}
	return nil
}

// touches says whether the fault concerns a page or, on it, a setting.
func (f Fault) touches(path string, keys ...string) bool {
	return (f.Page == "" || cleanPath(f.Page) == path) && (f.Key == "" || slices.Contains(keys, f.Key))
}
