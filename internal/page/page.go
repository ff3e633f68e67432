// Package page holds what an agent reports of the page it stands on, and tells
// what kind of page that is. It trusts nothing: every field may be missing or
// absurd, and a field that makes no sense is read as unknown.
//
// [Decode] makes a [Snapshot] of what an agent sent. [KindOf] tells the kind of
// page from a path, which [PathOf] takes from an address; paths are compared by
// [Same], or once they are [Canonical].
package page

// State is the position of a control.
type State string

// The positions. Unknown is never acted on.
const (
	On      State = "on"
	Off     State = "off"
	Unknown State = "unknown"
)

// Control is one switch, checkbox or radio on a page.
type Control struct {
	Ref     int    // the agent's own number for the element, valid in one document
	Kind    string // "switch", "checkbox", "radio" or "button"
	Key     string // aria-labelledby
	ID      string // id
	Label   string // accessible name, NFC, white space folded
	Heading string // nearest heading, likewise
	State   State
	Enabled bool
	Visible bool
	Moved   int64 // when it last took another position in this document, in milliseconds since 1970; 0 for never
	Clicks  int   // clicks the agent has carried out on this key or id in this document
}

// Save is a save of the page's own that the agent saw pass, and its answer.
type Save struct {
	Key    string
	Status int // HTTP status; 0 when the browser does not tell
}

// Row is a row of a category page.
type Row struct {
	Path  string
	Title string
	State string // LinkedIn's own word, in the page's language; never trusted for an outcome
}

// Snapshot is what the agent saw at one moment.
type Snapshot struct {
	Doc      string // the document's own name, new with every load
	Born     int64  // when it was loaded, in milliseconds since 1970; 0 for not known
	Path     string // location.pathname
	Lang     string // the page's language, BCP 47, lower case
	FrontEnd string // "ember", "react" or ""
	Ready    bool   // the document has finished loading
	Status   int    // the HTTP status of the document; 0 when the browser does not tell
	Dialog   bool   // a modal dialog is open
	More     int    // controls that were left out because there were too many
	Controls []Control
	Rows     []Row
	Saves    []Save
}
