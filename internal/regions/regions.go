// Package regions knows how LinkedIn divides the world: which country belongs
// to which region, what a setting's offer in a region looks like and since
// when, and which region a time zone suggests.
//
// Every ISO 3166-1 country belongs to exactly one region. Nothing here reads a
// clock, an address or the network: a suggestion comes from the name of a time
// zone and is the person's to overrule.
//
// [Suggest] goes from a time zone to a region, [Of] from a country. Whether a
// setting's [Offer] holds for a person is asked by [Offer.Holds], with the day
// that [DateOf] makes of an event's time. [All] is for showing regions to people.
package regions

// Region is one of LinkedIn's divisions of the world.
type Region string

// The regions, named as they are stored and shown in form values.
const (
	Designated Region = "designated" // LinkedIn's "Designated Countries": EU, EEA and Switzerland
	UK         Region = "uk"
	US         Region = "us"
	Canada     Region = "ca"
	HongKong   Region = "hk"
	China      Region = "cn" // mainland China
	Other      Region = "other"
)

// Offer says that a setting exists for people in some regions during some time.
//
// An offer holds from Since up to, not including, Until (zero: still). Where
// two offers of one setting hold for a region on a day, the table is wrong and
// a test says so.
type Offer struct {
	Regions    []Region
	Since      Date // the setting can be seen from this day on; zero: before 2024, or not known where Uncertain
	Processing Date // what the setting allows starts on this day; zero: as long as it has been offered
	Until      Date
	Default    Default
	Basis      string // the legal basis LinkedIn names, or "" where it names none
	Uncertain  bool   // may be missing: absence is normal and not a finding
	Note       string
	Source     string
	Confidence Confidence
}

// Default is the position a setting has for a person who never touched it.
type Default string

// The defaults LinkedIn uses.
const (
	On      Default = "on"
	Consent Default = "consent" // off unless the person said yes
	Unknown Default = "unknown"
)

// Confidence is how sure a fact is.
type Confidence string

// How sure a fact is, from the sources' own quality and agreement.
const (
	High   Confidence = "high"
	Medium Confidence = "medium"
	Low    Confidence = "low"
)

// Holds reports whether the offer holds for a region on a day.
func (o Offer) Holds(r Region, on Date) bool {
	if on < o.Since || (o.Until != 0 && on >= o.Until) {
		return false
	}
	return r.In(o.Regions)
}

// In reports whether the region is one of a list.
func (r Region) In(list []Region) bool {
	for _, x := range list {
		if x == r {
			return true
		}
	}
	return false
}
