package memory

// Why a setting has its outcome, where the outcome does not say it all. The
// verdicts of rules.Locate are used as well.
const (
	WhySeenOff     = "seen-off"      // off after a change by hand, not proved yet
	WhyNotProved   = "not-proved"    // changed, but the run stopped before the fresh load
	WhyStopped     = "stopped"       // the run stopped before it was turned off
	WhyChecked     = "checked"       // a check only looks
	WhyBelowLevel  = "below-level"   // the chosen level leaves it alone
	WhyRegion      = "region"        // not offered in the chosen region
	WhyRedirected  = "redirected"    // LinkedIn leads to the category page instead
	WhyElsewhere   = "elsewhere"     // LinkedIn leads to some other page
	WhyNoAnswer    = "no-answer"     // the page did not load
	WhyErrorPage   = "error-page"    // the page showed an error
	WhyLoop        = "reload-loop"   // the page kept loading again
	WhyUnclear     = "state-unclear" // the control does not say whether it is on
	WhyDialog      = "dialog"        // a dialog lies over the page
	WhyNoReaction  = "no-reaction"   // the control did not answer a click
	WhyUnstable    = "unstable"      // the control kept being replaced
	WhyRefused     = "save-refused"  // LinkedIn refused the save
	WhyUndone      = "undone"        // turned on again because the person asked for it
	WhyNotUndone   = "not-undone"    // it did not stay on, and so is off
	WhyUndoStopped = "undo-stopped"  // clicked to be on again, but the run stopped before the fresh load
	WhyListedOn    = "listed-on"     // LinkedIn's list shows it on
	WhyRestless    = "restless"      // its page never stood still
	WhyCached      = "cached"        // only a copy that a cache had kept could be had
	WhyNobody      = "nobody"        // its page does not say whose account it shows, and an undo needs to know
	WhyCovered     = "covered"       // something lies over the control
	WhyCoupled     = "coupled"       // another setting's change may have changed it too
	WhyByHand      = "by-hand"       // its key is not known, so only a person may turn it off
	WhyNever       = "destructive"   // turning it off destroys something
	WhyLooksOff    = "looks-off"     // the switch on its page is off; that it is this setting's is not certain
	WhyLooksOn     = "looks-on"      // the same, on
	WhyWhichOne    = "which-switch"  // its page has none, or more than one, and none is known to be this setting's
	WhyLabelOnly   = "label-only"    // there is a switch of that name, but not with the key that is known
)
