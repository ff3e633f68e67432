package engine

import (
	"offswitch/internal/memory"
	"offswitch/internal/wire"
)

// policyPatience is how long a browser may take to say what an organisation sets for an extension that it has just
// installed. Chromium reads that three to five seconds later.
const policyPatience = 15_000

// choices are those that hold: the person's own, but what the organisation sets.
func (e *Engine) choices() memory.Choices { return e.managed.Over(e.state.Choices) }

// choose takes over choices, and reports whether they are choices that the person may make.
func (e *Engine) choose(v wire.Value) bool {
	c := e.choices()
	if c.Region == "" {
		c.Region = e.region()
	}
	if err := c.Choose(v); err != nil {
		e.refusal = NotAChoice
		return false
	}
	if !e.managed.Allows(c) {
		e.refusal = SetByOrganisation
		return false
	}
	e.state.Choices = e.managed.Own(c, e.state.Choices)
	return true
}

// installed is the moment to welcome the person. Where an organisation has installed the extension it may not want that, and
// has a while to say so.
func (e *Engine) installed(ev Event) {
	e.welcome = e.now
	if ev.Admin {
		e.welcome += policyPatience
	}
}

// greet opens the welcome page once, when it is due, or when the organisation has spoken.
func (e *Engine) greet() {
	if e.welcome == 0 || (!e.managed.Heard && !e.reached(e.welcome)) {
		return
	}
	e.welcome = 0
	if !e.managed.NoWelcome {
		e.do(Show{"welcome"})
	}
}

// writeManaged writes what the pages say of the organisation's policy.
func (e *Engine) writeManaged(w *wire.Writer) {
	w.Object("managed", func() {
		writeTexts(w, "locked", e.managed.Locked)
		var suggested []string
		if e.state.Choices.Region == "" {
			suggested = e.managed.Suggested()
		}
		writeTexts(w, "suggested", suggested)
		writeTexts(w, "ignored", e.managed.Ignored)
	})
}
