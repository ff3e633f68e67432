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

// Plan returns the settings that are offered in a region on a day and that a
// person of that level wants off, in the table's order. It holds every act: who
// opens or clicks must still ask Openable and Act.
func Plan(r regions.Region, on regions.Date, level Level) []Setting {
	var plan []Setting
	for i := range table {
		if _, ok := Offered(table[i], r, on); ok && level.Includes(table[i].Level) {
			plan = append(plan, table[i])
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
