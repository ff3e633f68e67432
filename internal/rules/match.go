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
	Crowded   Verdict = "which-switch"      // it is told by being alone on its page, and is not
	Unnamed   Verdict = "other-label"       // it is the only one, under a label that nobody knows in the page's language, or without any name to know it again by; likewise boxes and options
)

// Matches reports whether a control carries the setting's key where the rule
// expects it; in an aria-labelledby it may be one name of several. Labels play no part.
func (s Setting) Matches(c page.Control) bool {
	if s.Key == "" {
		return false
	}
	switch s.Match {
	case LabelledBy:
		return bears(c, s.Key)
	case ElementID:
		return c.ID == s.Key
	case RadioID:
		return ascii.HasPrefix(c.ID, s.Key+"__")
	case Sole:
		return c.ID == s.Key || bears(c, s.Key)
	case Boxes, Option:
		for _, key := range ascii.Words(s.Key) {
			if c.ID == key || bears(c, key) {
				return true
			}
		}
	}
	return false
}

// IsSwitch reports whether a control is a switch, whatever it is built of, and no box or option.
func IsSwitch(c page.Control) bool { return c.Kind == "switch" || c.Kind == "button" }

// bears reports whether one of the names in a control's aria-labelledby is this key.
func bears(c page.Control, key string) bool {
	for _, name := range ascii.Words(c.Key) {
		if name == key {
			return true
		}
	}
	return false
}

// Locate finds the one visible control of a setting among the controls of its
// page: by its key, or else by being alone there under a known label; of boxes and options the one to operate next. The table
// is the whole table: a control that two of its rows claim belongs to neither. The control is only meaningful with the verdict
// Found.
func Locate(s Setting, snap page.Snapshot, table []Setting) (page.Control, Verdict) {
	return LocateFor(Aim{}, s, snap, table)
}

// LocateFor is Locate for a run that has operated some of the boxes or options, or undoes what was chosen.
func LocateFor(aim Aim, s Setting, snap page.Snapshot, table []Setting) (page.Control, Verdict) {
	if s.ByParts() {
		return locateParts(s, snap, table, aim)
	}
	hit, verdict := locateKey(s, snap, table)
	if verdict == None && s.Match == Sole {
		return locateSole(s, snap, table)
	}
	return hit, verdict
}

func locateKey(s Setting, snap page.Snapshot, table []Setting) (page.Control, Verdict) {
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
	default:
		return page.Control{}, WrongKind
	}
	if s.renamed(snap.Lang, hit.Label) {
		return hit, Unnamed
	}
	return hit, Found
}

// renamed reports whether LinkedIn shows what the person confirmed under another label than it had then, in the same language.
func (s Setting) renamed(lang, label string) bool {
	return s.Own && s.Lang != "" && plainLang(lang) == plainLang(s.Lang) && Fold(label) != Fold(s.Toggle)
}

// locateSole finds the control of a setting whose key is not known, or stands nowhere any more: the one visible switch of
// exactly its page, which no other rule names, under a label that is the setting's in the page's language. One control more
// than the rule says, and none of them may be clicked.
func locateSole(s Setting, snap page.Snapshot, table []Setting) (page.Control, Verdict) {
	var hit page.Control
	switches, hidden, others := 0, 0, 0
	for _, c := range snap.Controls {
		switch {
		case !c.Visible:
			if IsSwitch(c) {
				hidden++
			}
		case IsSwitch(c):
			switches++
			hit = c
		default:
			others++
		}
	}
	switch {
	case !page.Same(s.Page, snap.Path):
		return page.Control{}, None
	case snap.More > 0:
		return page.Control{}, TooMany
	case switches > 1 || (switches == 1 && others > 0 && !s.Beside):
		return page.Control{}, Crowded
	case switches == 0 && hidden > 0:
		return page.Control{}, Hidden
	case switches == 0:
		return page.Control{}, None
	}
	if _, named := Claimant(hit, table); named {
		return page.Control{}, Ambiguous
	}
	if !s.labelled(snap.Lang, hit.Label) || hit.Key+hit.ID == "" {
		return page.Control{}, Unnamed
	}
	return hit, Found
}

// labelled reports whether LinkedIn is known to name the setting's control so in a language.
func (s Setting) labelled(lang, text string) bool {
	lang, text = plainLang(lang), Fold(text)
	for _, l := range s.Labels {
		if l.Toggle != "" && speaks(lang, plainLang(l.Lang)) && Fold(l.Toggle) == text {
			return true
		}
	}
	return false
}
