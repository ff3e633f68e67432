package regions

import (
	"offswitch/internal/ascii"
)

// The countries of each region, ISO 3166-1 alpha-2, as LinkedIn's notices divide
// them. Three lines are our judgement, because no notice says where these places
// belong; the person can always choose another region:
//
//   - Guernsey, Jersey and the Isle of Man go with the United Kingdom, whose
//     data protection law theirs follows.
//   - Puerto Rico, Guam, the US Virgin Islands, American Samoa and the Northern
//     Marianas go with the United States. The US Minor Outlying Islands (UM)
//     have no residents and stay with the rest of the world.
//   - Places that belong to a designated country but have a code of their own
//     (Åland, the French overseas departments, Svalbard) stay with the rest of
//     the world, because LinkedIn's list does not name them.
const (
	designatedCodes = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IS IE IT LV LI LT LU MT NL NO PL PT RO SK SI ES SE CH"
	ukCodes         = "GB GG JE IM"
	usCodes         = "US PR GU VI AS MP"
	canadaCodes     = "CA"
	hongKongCodes   = "HK"
	chinaCodes      = "CN"
	otherCodes      = "AD AE AF AG AI AL AM AO AQ AR AU AW AX AZ BA BB BD BF BH BI BJ BL BM BN BO " +
		"BQ BR BS BT BV BW BY BZ CC CD CF CG CI CK CL CM CO CR CU CV CW CX DJ DM DO " +
		"DZ EC EG EH ER ET FJ FK FM FO GA GD GE GF GH GI GL GM GN GP GQ GS GT GW GY " +
		"HM HN HT ID IL IN IO IQ IR JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB " +
		"LC LK LR LS LY MA MC MD ME MF MG MH MK ML MM MN MO MQ MR MS MU MV MW MX MY " +
		"MZ NA NC NE NF NG NI NP NR NU NZ OM PA PE PF PG PH PK PM PN PS PW PY QA RE " +
		"RS RU RW SA SB SC SD SG SH SJ SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG " +
		"TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM UY UZ VA VC VE VG VN VU WF WS " +
		"YE YT ZA ZM ZW"
)

var world = []struct {
	id    Region
	codes string
}{
	{Designated, designatedCodes}, {UK, ukCodes}, {US, usCodes}, {Canada, canadaCodes}, {HongKong, hongKongCodes}, {China, chinaCodes}, {Other, otherCodes},
}

// Known reports whether r is one of the regions.
func Known(r Region) bool {
	for _, part := range world {
		if part.id == r {
			return true
		}
	}
	return false
}

// Of returns the region of an ISO 3166-1 alpha-2 country code in capitals, and
// false for anything that is not one.
func Of(country string) (Region, bool) {
	if len(country) != 2 || country[0] < 'A' || country[0] > 'Z' || country[1] < 'A' || country[1] > 'Z' {
		return "", false
	}
	for _, part := range world {
		if ascii.Contains(part.codes, country) {
			return part.id, true
		}
	}
	return "", false
}
