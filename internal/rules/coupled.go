package rules

// Coupled returns the settings that may change together with one that is
// turned, so that they have to be read again. Turning ads off LinkedIn off also
// turns the sharing with affiliates off outside Europe (LinkedIn help a1397243).
func Coupled(id string) []string {
	if id == "ads-off-linkedin" {
		return []string{"ads-share-with-partners"}
	}
	return nil
}
