package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/page"
)

const (
	signInPatience = 30 * memory.Minute // for a person to sign in, by the clock on the wall: who sleeps meanwhile wants no run
	maxSignIns     = 3                  // how often one run waits for it: who is asked again and again cannot sign in
)

// feed is where LinkedIn leads somebody who signs in without a page to come back to. Nobody else is led there.
const feed = "/feed"

// awaitSignIn begins to wait at a sign-in page. Nothing is opened, loaded or clicked until the person has signed in: it is
// their page, and what they have typed there is not to be lost.
func (e *Engine) awaitSignIn() {
	e.unmark()
	r := e.state.Run
	if r.SignIns == maxSignIns {
		e.stop(memory.BySignOut)
		return
	}
	r.SignIns++
	r.SignIn = e.now
	e.doc = openDoc{}
}

// signsIn reports whether the person has not signed in yet, and gives up when that takes too long.
func (e *Engine) signsIn() bool {
	r := e.state.Run
	if e.reached(r.SignIn + signInPatience) {
		e.stop(memory.BySignOut)
	}
	return r.SignIn != 0
}

// signedIn goes on after the wait. The page is asked for anew, whatever is there: that load tells whether somebody is
// signed in, and who.
func (e *Engine) signedIn() {
	r := e.state.Run
	r.SignIn = 0
	r.Visit().Loads = 0
	e.load()
}

// letIn reports whether a snapshot shows that somebody has signed in since the run waits for it: a page of settings, in
// whichever tab, that LinkedIn served after that. A security check is part of signing in.
func (e *Engine) letIn(snap page.Snapshot) bool {
	kind := page.KindOf(snap.Path)
	served := snap.Born == 0 || snap.Born >= e.state.Run.SignIn
	return served && kind != page.SignIn && kind != page.Challenge && snap.Status < 400
}

// ledIn reports whether the run's tab was led to where only somebody who has signed in is.
func ledIn(path string) bool { return page.Canonical(path) == feed }
