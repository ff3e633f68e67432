package rules_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"offswitch/internal/rules"
)

// A row that "make new-setting" began is empty where nobody has given a fact. Other tests hold what a row says; this one
// tells what it does not say yet.
func TestNoRowIsOnlyBegun(t *testing.T) {
	for _, s := range rules.Table() {
		p, _ := rules.ProseOf(s.ID)
		given := map[string]bool{
			"Title": s.Title != "", "Control": s.Control != "", "Level": s.Level != "", "Offers": len(s.Offers) > 0,
			"Name": p.Name != "", "Does": p.Does != "", "Effect": p.Effect != "", "Desktop": p.Desktop != "",
			"Sources": len(p.Sources) > 0 && p.Sources[0].Where != "",
		}
		var missing []string
		for _, field := range []string{"Title", "Control", "Level", "Offers", "Name", "Does", "Effect", "Desktop", "Sources"} {
			if !given[field] {
				missing = append(missing, field)
			}
		}
		assert.Empty(t, missing, "the row of %s is only begun: fill these in, from a source", s.ID)
	}
}
