package engine

import (
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"offswitch/internal/lab"
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
	controlDraws    string `lab:"control-draws-others"` // the key of another control on the page, which is drawn off when this one goes off, and not saved
	drawsLate       int64  // so long after it
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

// faultOf is what goes wrong with a setting, by itself or because its page is late with all data.
func (w *world) faultOf(s rules.Setting) fault {
	f := w.faults[s.Key]
	f.dataLate = max(f.dataLate, w.faults[s.Page].dataLate)
	return f
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
