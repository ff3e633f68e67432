// Package engine decides. It is one function, [Engine.Step]: an event from outside in, the answer out: what to store, and
// the effects to carry out then. What to visit, which control is a setting's, whether to click it, when to try again, what
// counts as proof, what the badge says and what is stored are all decided here, by the rule table and the person's choices.
//
// It keeps these promises, whatever the events say:
//   - A click is ordered only for a control that the rule of a setting in the running plan matches by LinkedIn's own key,
//     alone and visible, on that setting's page, enabled, and on.
//   - A setting is called off only when its own page or LinkedIn's list, loaded from the server after the last change, shows
//     it off under the rules of decide.go and list.go; and only until anything newer shows it on.
//   - A state that says a click was ordered is stored before the click is.
//   - The same events give the same effects. There is no clock, no randomness and no input but the events.
//
// # Where to read
//
// All files have methods of one [Engine]; they stand here in the order in which a snapshot passes through them, so that
// reading downwards follows it from the page to the click and to the proof.
//
// The way in and out:
//   - event.go: what may happen outside, read from JSON; Handle, which is Step at that edge
//   - words.go: the words that the engine and the extension's pages say to each other
//   - engine.go: Step itself, the commands, and what follows from the state alone
//   - managed.go: the choices that hold, which an organisation may have set, and the welcome page
//   - clock.go: waiting, and time that did not really pass
//   - effect.go: what can be done about an event, written as JSON
//
// A run, from the command to the report:
//   - standing.go: how a setting stands to the person's choices today
//   - plan.go: which settings and pages a run is about
//   - intake.go: whose a snapshot is; tabs that open, change, stay silent or go away
//   - account.go: whose settings a page shows
//   - document.go: what is known of the document in the run's tab, and from when on it can be trusted
//   - run.go: begins a run, loads its pages, and tells where a page really is
//   - gate.go: the last question before a page is opened
//   - detour.go: pages that lead elsewhere or do not come, and when that is enough
//   - decide.go: what is to be done about each setting of the page: wait, click, believe, give up
//   - missing.go: a control that is not there, or does not say whether it is on
//   - click.go: how a click is ordered, and what becomes of one that changed nothing
//   - saves.go: how LinkedIn answered the page's own saves
//   - mark.go: the mark that guide mode puts beside a control
//   - byhand.go: settings whose control no rule names, which only the person turns
//   - list.go: what LinkedIn's lists say of positions, and when that is believed
//   - category.go: where those lists say that settings are
//   - look.go: pages that are only looked at, and runs about what the person named
//   - route.go: which page or list comes next, so that few loads prove much
//   - conclude.go: gives a setting its outcome, in the ledger and in its record
//   - sign_in.go: waits at a sign-in page until the person has signed in
//   - stop.go: ends a run, at its end or before
//   - resume.go: goes on with one that was stopped
//
// Beside the runs:
//   - observe.go: what a page that the person opened tells
//   - passing.go: how long such a page has been open, and from when on it counts
//   - checks.go: checks that begin by themselves
//   - found.go: what pages showed that no rule may act on
//   - question.go: what of it is asked about, and how
//   - answer.go: what becomes of the person's answer
//   - learn.go: keys that pages teach, and rules that the person makes of switches
//   - view_found.go: how the extension's pages are told of what waits for the person
//
// What people see:
//   - badge.go: the toolbar button
//   - group.go: where each setting stands for the person, and what is to be done about it
//   - view_headline.go: the state in one sentence, and what the main button does
//   - view_report.go: how the report groups the settings, what changed over time, and the answer to an objection
//   - view.go: all that the extension's pages show
//   - scrub.go: a page that did not work, without anybody's name
//   - backup.go: everything stored, saved and brought back, or forgotten
package engine
