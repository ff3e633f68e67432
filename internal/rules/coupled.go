package rules

import "slices"

// Coupled returns the settings that may change together with one that is
// turned, so that they have to be read again. Turning ads off LinkedIn off also
// turns the sharing with affiliates off outside Europe (LinkedIn help a1397243).
func Coupled(id string) []string {
	if id == "ads-off-linkedin" {
		return []string{"ads-share-with-partners"}
	}
	return nil
}

// CoupledTo returns the settings that may have changed one, when they were turned themselves.
func CoupledTo(id string) []string {
	var causes []string
	for i := range table {
		if slices.Contains(Coupled(table[i].ID), id) {
			causes = append(causes, table[i].ID)
		}
	}
	return causes
}
