package rules

// table has the rows in the order of their source: what is clicked by its key first
// in its category, then what has none.
var table = concat(privacySwitches, adsSettings, privacyWithoutKey, visibilitySettings, accountSettings)

func concat[T any](parts ...[]T) []T {
	var all []T
	for _, p := range parts {
		all = append(all, p...)
	}
	return all
}

// The clicks on the web site that lead to a category, and what to do at the end.
const (
	toPrivacy    = "Me > Settings & Privacy > Data privacy > "
	toAds        = "Me > Settings & Privacy > Advertising data > "
	toVisibility = "Me > Settings & Privacy > Visibility > "
	toAccount    = "Me > Settings & Privacy > Account > "
	switchOff    = " > switch off"
	untickAll    = " > untick every box"
)

// What turning off a setting about ads costs, and when that can be noticed: LinkedIn saves the change at once and heeds
// it later.
const (
	adsLater   = "Nothing you use changes; after up to 72 hours "
	adsFitLess = adsLater + "ads may fit you less."
)
