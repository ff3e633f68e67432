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
	Kind    string // "switch", "checkbox", "radio", "button", or "toggle" for what is none of them and can be turned all the same
	Key     string // aria-labelledby: one or more names, a blank between two
	ID      string // id
	Label   string // accessible name, NFC, white space folded
	Heading string // nearest heading, likewise
	State   State
	Enabled bool
	Busy    bool // the page says that it is still at work on it
	Visible bool
	Frame   string // paths of the frames that it stands in, the outermost first, a blank between two; "" in the page itself
	Changed int64  // when something last changed in the card around it, in milliseconds since 1970; 0 for never
	Moved   int64  // when it last took another position in this document, likewise
	ByHand  bool   // somebody touched the page just before it did
	Clicks  int    // clicks the agent has carried out on this key or id in this document
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

// Source is where a document came from.
type Source string

// The sources. Only what came from the server says what the server holds.
const (
	FromServer Source = "server"
	FromCache  Source = "cache"  // the browser's own, of pages or of whole documents
	FromWorker Source = "worker" // the site's service worker, which may have kept it
	Untold     Source = ""       // the browser does not tell
)

// Snapshot is what the agent saw at one moment.
type Snapshot struct {
	Doc      string // the document's own name, new with every load
	Born     int64  // when it was loaded, in milliseconds since 1970; 0 for not known
	Path     string // location.pathname
	Lang     string // the page's language, BCP 47, lower case
	FrontEnd string // "ember", "react" or ""
	Ready    bool   // the document has finished loading
	Source   Source // where the document came from
	Went     int64  // when the document last took another address without a load, in milliseconds since 1970; 0 for never
	ByHand   bool   // somebody touched the page just before it did
	Status   int    // the HTTP status of the document; 0 when the browser does not tell
	Dialog   bool   // a modal dialog is open
	More     int    // controls that were left out because there were too many
	Controls []Control
	Rows     []Row
	Saves    []Save
}
