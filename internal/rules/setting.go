// Package rules is the table of LinkedIn settings that Offswitch knows, and
// the matching of controls on a page to rows of that table.
//
// The table is Go data. Every row has its prose beside it, which names the
// sources of what is said; a fact without a source has no place here. A row
// whose LinkedIn key is not known is clicked only where its switch is the only one
// of exactly its page, under a label that is known for the page's language.
//
// [Table] has all rows and [Find] one of them. [Plan] says which of them a person
// wants off, by region, day and level, and [Applies] why. On a page, [Locate] is
// the only way from a row to a control that may be clicked, and [Explain] says in
// words what it found; [ByLabel] and [ByTitle] only ever lead to a mark or an
// address. Before a page is opened, [Setting.Openable] and [Denied] are asked.
//
// The rows stand in table_*.go, each with its prose, and table.go puts them together; setting.go and prose.go explain the
// fields, offers.go, labels.go and label_sources.go hold what several rows share. plan.go chooses the rows of a person,
// category.go knows LinkedIn's categories, match.go, parts.go (boxes and options), label.go and fold.go find controls, explain.go says why. words.go has LinkedIn's words for on and off. deny.go says
// what is never opened, coupled.go what changes together. followups.go, objection.go and objection_texts.go are about what
// no switch covers.
package rules

import "offswitch/internal/regions"

// Setting is one row of the table.
type Setting struct {
	ID       string // our own name, stable, used in storage
	Key      string // LinkedIn's own name of the setting; "" where it is not known, or was not yet seen where Match is Sole
	Match    Match  // where on the control the key stands
	Page     string // path of its page; "" where it must be read from the category page
	Title    string // LinkedIn's English title of the page or section
	Toggle   string // the control's label, which the view calls that, in a rule of the person's own; the table's rows have theirs in Prose
	Category Category
	Control  Control
	Level    Level
	Act      Act
	Offers   []regions.Offer
	Labels   []Label
	Beside   bool   // other controls than its own belong on its page, where it is told by its page
	Lang     string // of the page that showed Toggle, where the person confirmed that
	Kept     bool   // the person wants it off, whatever the level says
	Own      bool   // a rule of the person's own, which takes nothing away from those of the table
}

// Match is how a setting's control is told apart: by the place on it that carries the key, or without one.
type Match string

// The matches.
const (
	NoKey      Match = ""
	LabelledBy Match = "aria-labelledby"
	ElementID  Match = "id"
	RadioID    Match = "radio-id" // id is KEY__VALUE
	Boxes      Match = "list"     // nowhere: they are all boxes of exactly its page, with labels that are known for the page's language
	Option     Match = "option"   // nowhere: the same of options, and the label says which one is to be chosen
	Sole       Match = "sole"     // nowhere: it is the only switch of exactly its page, with a label that is known for the page's language
)

// Category is LinkedIn's settings category, named as its address or title has it.
type Category string

// LinkedIn's categories that hold settings of the table.
const (
	DataPrivacy     Category = "data-privacy"
	AdvertisingData Category = "advertising-data"
	Visibility      Category = "visibility"
	Account         Category = "account"
)

// Control is the kind of thing a person operates.
type Control string

// The kinds of control.
const (
	Switch Control = "switch"
	Radio  Control = "radio"
	List   Control = "list"
	Form   Control = "form"
)

// Level says who should want a setting off. Levels include the ones before them.
type Level string

// The levels, from what everybody should turn off to what only some should.
const (
	Essential   Level = "essential"
	Recommended Level = "recommended"
	Strict      Level = "strict"
)

// Includes reports whether a person who chose level l wants settings of level m off.
func (l Level) Includes(m Level) bool { return m.rank() > 0 && l.rank() >= m.rank() }

func (l Level) rank() int {
	switch l {
	case Essential:
		return 1
	case Recommended:
		return 2
	case Strict:
		return 3
	}
	return 0
}

// Act is the most that Offswitch may do about a setting.
type Act string

// What may be done, from most to least.
const (
	Click Act = "click" // turn it off by its match
	Mark  Act = "mark"  // show the person the control on its page
	Guide Act = "guide" // tell the person where to go and what to do
	Never Act = "never" // explain; never open, mark or click
)

// Label is what LinkedIn's own interface shows for a setting in one language.
type Label struct {
	Lang    string // BCP 47
	Title   string // of its row on the category page, and of its page unless Heading says otherwise
	Heading string // of its page, where that is another
	Toggle  string // of its control; of several boxes or options all of them, as Parts reads them
	Want    string // the option that is to be chosen
}
