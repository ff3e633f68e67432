package rules

import "offswitch/internal/page"

// Finding is what a setting's rule makes of a page.
type Finding struct {
	Control page.Control // the setting's, or the likely one; zero where there is none
	Does    Act          // Click or Mark, and "" where a run does nothing
	Why     string       // in words
}

// because says in words why a verdict of [Locate] leads to no click.
func because(v Verdict) string {
	switch v {
	case None:
		return "no control has its key"
	case Hidden:
		return "its key is only on a control that nobody can see"
	case Several:
		return "more than one visible control has its key"
	case Ambiguous:
		return "its control has the key of another setting too"
	case WrongKind:
		return "its key is on something that is no switch"
	case TooMany:
		return "the page has more controls than were looked at, so none is known to be the only one"
	case Crowded:
		return "its page does not show one switch alone"
	case Unnamed:
		return "its switch has a label that is not known in the page's language"
	}
	return ""
}

// Explain says which control of a page is a setting's and what a run does about
// it, or why it does nothing: [Locate] for whoever writes rules or wonders about
// a page. Nothing is decided by it, and nothing the page may still change is
// waited for. Where and when the setting is offered is not asked; see [Offered].
func Explain(s Setting, snap page.Snapshot, table []Setting) Finding {
	switch {
	case s.Act == Never:
		return Finding{Why: "it destroys something, so its page is never opened"}
	case !s.Openable() || !page.Same(s.Page, snap.Path):
		return Finding{Why: "this is not its page"}
	case s.Act == Click:
		return explainClick(s, snap, table)
	case s.Control != Switch:
		return Finding{Why: "only a person can do it: it is no switch (" + string(s.Control) + ")"}
	}
	c, ok := likely(s, snap, table)
	switch {
	case !ok:
		return Finding{Why: "its key is not known, and which switch it is cannot be told"}
	case c.State == page.Unknown:
		return Finding{Control: c, Why: "the likely switch does not say whether it is on"}
	case c.State == page.Off:
		return Finding{Control: c, Why: "the likely switch looks off"}
	}
	return Finding{Control: c, Does: Mark, Why: "the likely switch is on: a guided run shows it to the person"}
}

func explainClick(s Setting, snap page.Snapshot, table []Setting) Finding {
	c, verdict := Locate(s, snap, table)
	switch {
	case verdict == Unnamed:
		c, _ := likely(s, snap, table)
		does := Act("")
		if c.State == page.On && !s.ByParts() {
			does = Mark
		}
		return Finding{Control: c, Does: does, Why: because(verdict)}
	case verdict != Found:
		if c, ok := likely(s, snap, table); ok && verdict == None {
			return Finding{Control: c, Why: "the label is its own, but not the key, and a label alone is never enough"}
		}
		return Finding{Why: because(verdict)}
	case c.State == page.Unknown:
		return Finding{Control: c, Why: "it does not say whether it is on"}
	case c.State == page.Off:
		return Finding{Control: c, Why: "it is off already"}
	case !c.Enabled:
		return Finding{Control: c, Why: "it is on and cannot be used: it is disabled"}
	case snap.Dialog:
		return Finding{Control: c, Why: "it is on, and a dialog is in front of it"}
	case s.Match == Sole:
		return Finding{Control: c, Does: Click, Why: "it is on, it is the only switch of its page, and its label is known"}
	case s.Match == Boxes:
		return Finding{Control: c, Does: Click, Why: "it is ticked, and its page shows exactly the boxes that are known"}
	case s.Match == Option:
		return Finding{Control: c, Does: Click, Why: "it is not chosen, and its page shows exactly the options that are known"}
	}
	return Finding{Control: c, Does: Click, Why: "it is on, and it alone has the key"}
}

// likely is the switch to show a person for a setting whose key is not there:
// the only one that no rule names, where the key is not known, or the only one
// of them with a label that LinkedIn is known to use for the setting.
func likely(s Setting, snap page.Snapshot, table []Setting) (hit page.Control, ok bool) {
	var unnamed, labelled []page.Control
	for _, c := range snap.Controls {
		if _, named := Claimant(c, table); named || !c.Visible || !IsSwitch(c) {
			continue
		}
		unnamed = append(unnamed, c)
		byLabel, _ := ByLabel(snap.Lang, c.Label)
		byHeading, _ := ByLabel(snap.Lang, c.Heading)
		if byLabel.ID == s.ID || byHeading.ID == s.ID {
			labelled = append(labelled, c)
		}
	}
	switch {
	case snap.More > 0:
	case len(unnamed) == 1 && s.Key == "":
		return unnamed[0], true
	case len(labelled) == 1:
		return labelled[0], true
	}
	return page.Control{}, false
}

// Claimant returns the first setting of a table whose key a control carries.
func Claimant(c page.Control, table []Setting) (Setting, bool) {
	for _, s := range table {
		if s.Matches(c) {
			return s, true
		}
	}
	return Setting{}, false
}
