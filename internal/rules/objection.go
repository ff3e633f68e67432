package rules

import "offswitch/internal/regions"

// Ground is the law that an objection rests on.
type Ground string

// The grounds.
const (
	GDPR   Ground = "gdpr"    // Art. 21 of the EU's General Data Protection Regulation, which holds in the whole EEA
	UKGDPR Ground = "uk-gdpr" // Art. 21 of its British successor
	FADP   Ground = "fadp"    // Art. 30(2)(b) of the Swiss Federal Act on Data Protection
	Plain  Ground = "plain"   // no law named: a request
)

// Grounds returns the grounds that a person of a region can choose from, the
// usual one first. The designated countries include Switzerland, which has its
// own law.
func Grounds(r regions.Region) []Ground {
	switch r {
	case regions.Designated:
		return []Ground{GDPR, FADP}
	case regions.UK:
		return []Ground{UKGDPR}
	}
	return []Ground{Plain}
}

// GroundOf returns the ground for a person whose country is known, and the
// region's usual one where it is "".
func GroundOf(r regions.Region, country string) Ground {
	if r == regions.Designated && country == "CH" {
		return FADP
	}
	return Grounds(r)[0]
}

// AnswerDays is after how many days an answer to the objection is asked after.
const AnswerDays = 30

// MustAnswer reports whether a law binds LinkedIn to answer within a month: Article 12(3) of the EU's regulation does, and of
// the British one.
func MustAnswer(g Ground) bool { return g == GDPR || g == UKGDPR }

// ObjectionLangs returns the languages that the objection is written in.
func ObjectionLangs() []string {
	langs := make([]string, len(objections))
	for i := range objections {
		langs[i] = objections[i].lang
	}
	return langs
}

// Objection returns a text to copy into the Data Processing Objection Form, in
// one of the languages that it is written in. What the person must fill in
// stands in square brackets.
func Objection(lang string, g Ground) string {
	var o objection
	for _, each := range objections {
		if each.lang == lang {
			o = each
		}
	}
	ground := ""
	switch g {
	case GDPR:
		ground = o.gdpr
	case UKGDPR:
		ground = o.ukGDPR
	case FADP:
		ground = o.fadp
	}
	if ground != "" {
		ground += "\n\n"
	}
	return o.object + "\n\n" + ground + o.ask + "\n\n" + o.sign
}
