package rules

import "offswitch/internal/regions"

// Table returns every setting, in the order of LinkedIn's categories. It is
// shared: nothing in it may be changed.
func Table() []Setting { return table }

// Find returns the setting with our own name id.
func Find(id string) (Setting, bool) {
	for i := range table {
		if table[i].ID == id {
			return table[i], true
		}
	}
	return Setting{}, false
}

// Offered returns the offer of a setting that holds for a region on a day.
func Offered(s Setting, r regions.Region, on regions.Date) (regions.Offer, bool) {
	for _, o := range s.Offers {
		if o.Holds(r, on) {
			return o, true
		}
	}
	return regions.Offer{}, false
}

// Standing is what the table says of a setting for a person's region and level on a day, before anything is known of
// its position.
type Standing string

// The standings. What comes first here is what is said of a setting of which more than one holds.
const (
	Unoffered   Standing = "unoffered"   // LinkedIn does not offer it in the region on that day
	Destructive Standing = "destructive" // turning it off destroys something, so it is only explained
	BelowLevel  Standing = "below-level" // the level leaves it alone
	ByHand      Standing = "by-hand"     // wanted off, but which control it is is not known: only a person may turn it off
	Planned     Standing = "planned"     // wanted off, and a run turns it off
)

// Stand returns the standing of a setting in a region, on a day, for a person of that level.
func Stand(s Setting, r regions.Region, on regions.Date, level Level) Standing {
	_, offered := Offered(s, r, on)
	switch {
	case !offered:
		return Unoffered
	case s.Act == Never:
		return Destructive
	case !s.Kept && !level.Includes(s.Level):
		return BelowLevel
	case s.Act != Click:
		return ByHand
	}
	return Planned
}

// Plan returns the settings of a table that are wanted off in a region, on a day, by a person of that level, in the
// table's order: those that are planned and those that only a person may turn off.
func Plan(all []Setting, r regions.Region, on regions.Date, level Level) []Setting {
	var plan []Setting
	for i := range all {
		switch Stand(all[i], r, on, level) {
		case Planned, ByHand:
			plan = append(plan, all[i])
		}
	}
	return plan
}

// Status says how far an offer has come on a day.
type Status string

// The statuses.
const (
	NotOffered Status = "not-offered" // nothing of the kind exists in the region
	Announced  Status = "announced"   // the switch is there, what it allows starts later
	Running    Status = "running"     // what it allows happens now
	Unsure     Status = "unsure"      // no source says for certain that it is offered
)

// Applies says why a setting concerns people of a region on a day: the offer
// that holds, and how far it has come. The offer is empty when not offered.
func Applies(s Setting, r regions.Region, on regions.Date) (regions.Offer, Status) {
	o, ok := Offered(s, r, on)
	switch {
	case !ok:
		return o, NotOffered
	case o.Uncertain:
		return o, Unsure
	case on < o.Processing:
		return o, Announced
	}
	return o, Running
}
