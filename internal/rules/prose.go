package rules

import "offswitch/internal/regions"

// Prose is what a row of the table says to people, and where its facts come
// from. It stands apart from Setting because nothing is decided by it: what
// only people read must not make the engine larger.
type Prose struct {
	ID      string // of the setting
	Name    string // what the setting is about in a few words of ours, which no other setting has; people read it before LinkedIn's title
	Toggle  string // LinkedIn's English label of the control; "" where it was not captured
	Does    string // what the setting lets LinkedIn do, in one plain sentence
	Effect  string // what the person gives up by turning it off, in one plain sentence
	Caution string // what to know before touching it; "" for most
	Desktop string // the clicks a person would make on the web site
	Phone   string // the clicks a person would make in the phone app; "" where no source describes them
	Sources []Source
}

// Source is where a row's facts come from.
type Source struct {
	Where      string // an address, a repository and file, or the name of a publication
	Seen       string // the date of the source, yyyy-mm-dd or yyyy-mm; "" where not known
	Confidence regions.Confidence
	Note       string // what exactly it backs, or where it disagrees
}

// AllProse returns the prose of every setting, in the table's order.
func AllProse() []Prose {
	var all []Prose
	for _, part := range [][]Prose{privacySwitchesProse, adsProse, privacyWithoutKeyProse, visibilityProse, accountProse} {
		all = append(all, part...)
	}
	return all
}

// ProseOf returns the prose of the setting with our own name id.
func ProseOf(id string) (Prose, bool) {
	for _, p := range AllProse() {
		if p.ID == id {
			return p, true
		}
	}
	return Prose{}, false
}
