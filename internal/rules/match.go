package rules

import (
	"offswitch/internal/ascii"
	"offswitch/internal/page"
)

// Verdict is what became of looking for a setting's control on a page.
type Verdict string

// The verdicts. Only Found may be clicked.
const (
	Found     Verdict = "found"
	None      Verdict = "none"
	Hidden    Verdict = "hidden"            // the key is there, but on nothing that a person can see
	Several   Verdict = "two-controls"      // more than one visible control has the key
	Ambiguous Verdict = "two-settings"      // the control matches another rule as well
	WrongKind Verdict = "other-control"     // the key is on something that is no switch
	TooMany   Verdict = "too-many-controls" // the snapshot is cut off, so nothing is known to be the only one
)

// Matches reports whether a control carries the setting's key where the rule
// expects it; in an aria-labelledby it may be one name of several. Labels play
// no part: a label never leads to a click.
func (s Setting) Matches(c page.Control) bool {
	if s.Key == "" {
		return false
	}
	switch s.Match {
	case LabelledBy:
		for _, name := range ascii.Words(c.Key) {
			if name == s.Key {
				return true
			}
		}
	case ElementID:
		return c.ID == s.Key
	case RadioID:
		return ascii.HasPrefix(c.ID, s.Key+"__")
	}
	return false
}

// Locate finds the one visible control of a setting among the controls of its
// page. The table is the whole table: a control that two of its rows claim
// belongs to neither. The control is only meaningful with the verdict Found.
func Locate(s Setting, snap page.Snapshot, table []Setting) (page.Control, Verdict) {
	var hit page.Control
	visible, hidden := 0, 0
	for _, c := range snap.Controls {
		if !s.Matches(c) {
			continue
		}
		if !c.Visible {
			hidden++
			continue
		}
		visible++
		hit = c
	}
	switch {
	case visible > 1:
		return page.Control{}, Several
	case snap.More > 0:
		return page.Control{}, TooMany
	case visible == 0 && hidden > 0:
		return page.Control{}, Hidden
	case visible == 0:
		return page.Control{}, None
	}
	for _, other := range table {
		if other.ID != s.ID && (s.Own || !other.Own) && other.Matches(hit) {
			return page.Control{}, Ambiguous
		}
	}
	switch hit.Kind {
	case "switch", "checkbox", "button":
		return hit, Found
	}
	return page.Control{}, WrongKind
}
