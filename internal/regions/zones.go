package regions

import (
	"slices"

	"offswitch/internal/ascii"
)

// Suggestion is the region that a time zone points to. It is a guess about a
// machine's clock, offered to the person and never acted on by itself.
type Suggestion struct {
	Region  Region
	Country string // ISO 3166-1 alpha-2
	Zone    string // as it was asked
}

// Suggest returns the region and country of an IANA time zone such as
// "Europe/Berlin", and false for a name that lies in no country (UTC, Etc/GMT+3)
// or that is not known. Old names such as Asia/Calcutta are known. A browser that
// hides its zone says Atlantic/Reykjavik to everybody, so Iceland is believed only
// where one of the browser's languages fits it too.
func Suggest(zone string, languages []string) (Suggestion, bool) {
	area, place, ok := ascii.Cut(zone, "/")
	switch {
	case !ok:
		area, place = "-", zone
	case area == "-":
		return Suggestion{}, false
	}
	country := countryOf(area, place)
	region, ok := Of(country)
	if !ok || (country == "IS" && !slices.ContainsFunc(languages, icelandic)) {
		return Suggestion{}, false
	}
	return Suggestion{Region: region, Country: country, Zone: zone}, true
}

// icelandic reports whether a language tag, as browsers write them, is that of
// Iceland's language or of another as it is used there.
func icelandic(tag string) bool {
	language, rest, _ := ascii.Cut(tag, "-")
	return language == "is" || rest == "IS" || ascii.Contains(rest, "-IS")
}

// countryOf reads the table: words up to the next line that does not begin with
// a tab belong to one area.
func countryOf(area, place string) string {
	if area == "" || place == "" {
		return ""
	}
	for i := 0; i < len(area); i++ {
		if area[i] <= ' ' {
			return ""
		}
	}
	_, rest, ok := ascii.Cut(zones, "\n"+area+" ")
	if !ok {
		return ""
	}
	country := ""
	for rest != "" {
		line, next, _ := ascii.Cut(rest, "\n")
		for line != "" {
			var word string
			word, line, _ = ascii.Cut(line, " ")
			if word[0] == '=' {
				country = word[1:]
			} else if word == place {
				return country
			}
		}
		rest, ok = ascii.CutPrefix(next, "\t")
		if !ok {
			return ""
		}
	}
	return ""
}
