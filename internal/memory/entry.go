package memory

import "offswitch/internal/rules"

// Entry is the ledger of one setting in a run: what was seen and done, and what came of it.
type Entry struct {
	ID          string
	Page        string
	ByHand      bool    // no rule says which control it is: it is shown to the person, never clicked
	Outcome     Outcome // "" until it is known
	Why         string
	UnwantedIn  string // the document in which the setting was last seen in the wrong position; only a later one proves
	Looked      bool   // it was then seen as wanted in that document
	AwaitsProof bool   // all is done that can be done in that document: a later one tells
	Clicks      int    // clicks ordered in the document ClickIn
	ClickIn     string
	Clicked     int64  // when the last of them was ordered
	Sent        int    // how often that one was sent to the agent
	Tries       int    // clicks ordered in all documents
	Further     int    // those of them that went on to the next box of a list, and are no further tries
	Name        string // by which the agent was told what to click
	Saves       int    // saves of this key that the document had seen before the click
	Turned      int64  // when the control last turned, to what is wanted or back
	SaveRefused bool   // LinkedIn answered a save with a refusal
	Acked       bool   // LinkedIn answered the last save with success
	Carried     bool   // the agent carried out the last click
	Asked       bool   // a dialog opened after the click
	Reopened    int    // how often a proof was taken back in this run
	Redoubted   bool   // list and page disagreed, and the page is looked at once more

	// What LinkedIn's lists say of it in this run, where they say anything.
	List       rules.Category
	Listed     int64  // when the newest list that shows it was loaded
	Word       string // LinkedIn's word for its position there
	WordBefore string // the same on a list from before it was turned
	Steady     bool   // the list had stood still for so long that a word for off counts
	Agreed     bool   // its own page agreed with the word, which was known before

	Proof Evidence // what proved it
	Leant bool     // the proof rests on the list too: not without it, or not so soon
	Known bool     // it was seen here before the run, so that its absence is nothing normal
}

// Stage is how far a run is with a setting, as judged in one document.
type Stage string

// The stages, in the order in which a setting that is on goes through them. A fresh document begins with Unread again,
// with the evidence of the ones before.
const (
	Unread       Stage = "unread"       // nothing counts yet of what the document shows
	Seen         Stage = "seen"         // it is not as the run wants it
	Ordered      Stage = "ordered"      // a click was ordered
	Turned       Stage = "turned"       // it then showed what the run wants; the save has not answered
	Acknowledged Stage = "acknowledged" // the save answered with success
	ToProve      Stage = "to-prove"     // nothing more can be done in this document: a later one tells
	Decided      Stage = "decided"      // it has its outcome
)

// Stage returns how far the run is with the setting in a document.
func (en *Entry) Stage(doc string) Stage {
	switch {
	case en.Outcome != "":
		return Decided
	case en.UnwantedIn != doc || doc == "":
		return Unread
	case en.AwaitsProof:
		return ToProve
	case en.Acked && en.Looked:
		return Acknowledged
	case en.Looked:
		return Turned
	case en.ClickIn == doc:
		return Ordered
	}
	return Seen
}

// Evidence is the strongest sign that a run has of a setting being as it wants it.
type Evidence string

// The evidence, from none to proof.
const (
	NoEvidence      Evidence = ""
	SawClick        Evidence = "clicked"      // a click was ordered
	SawTurned       Evidence = "seen"         // the control showed it, in the document where it was turned; not the stage Seen, which is before the click
	SawAcknowledged Evidence = "acknowledged" // LinkedIn answered the save with success
	SawReloaded     Evidence = "reloaded"     // its page showed it, loaded afterwards: a proof
	SawListed       Evidence = "listed"       // LinkedIn's list showed it, loaded afterwards: a proof
)

// Evidence returns the strongest sign there is.
func (en *Entry) Evidence() Evidence {
	switch {
	case en.Proof != NoEvidence:
		return en.Proof
	case en.Acked:
		return SawAcknowledged
	case en.Looked:
		return SawTurned
	case en.Tries > 0:
		return SawClick
	}
	return NoEvidence
}

// Touched reports whether the setting was changed in this run, by whomever.
func (en *Entry) Touched() bool { return en.Tries > 0 || en.Looked }

// Untouched reports whether nothing was concluded or done yet about a setting, in this document or another.
func (en *Entry) Untouched(doc string) bool {
	return en.Stage(doc) == Unread && !en.Touched() && !en.AwaitsProof
}

// ChangedAt is when the setting was last changed in this run, 0 for never.
func (en *Entry) ChangedAt() int64 { return max(en.Clicked, en.Turned) }

// Booked enters the last click into the record, if it was carried out: what an agent declined changed nothing.
func (en *Entry) Booked(rec *Record) {
	if en.Carried {
		rec.Clicked = max(rec.Clicked, en.Clicked)
	}
}

// Reopen takes back what was concluded. How often it was clicked stays.
func (en *Entry) Reopen() {
	en.Outcome, en.Why, en.Proof = "", "", NoEvidence
	en.UnwantedIn, en.Looked, en.AwaitsProof, en.Agreed, en.Leant = "", false, false, false, false
	en.Reopened++
}

// shift moves all moments by a jump of the clock.
func (en *Entry) shift(gap int64) {
	Shift(gap, &en.Clicked, &en.Turned)
	Shift(min(gap, 0), &en.Listed) // a list tells what was so when it was loaded, however long the computer has slept since
}
