package rules

// table has the rows in the order of their source: what has a known key first
// in its category, then what only a person can find.
var table = concat(privacySwitches, adsSettings, privacyByHand, visibilitySettings, accountSettings)

func concat(parts ...[]Setting) []Setting {
	var all []Setting
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

// adsFitLess is what turning off a setting about ads costs.
const adsFitLess = "Nothing you use changes; ads may fit you less."
