package main

import (
	"fmt"
	"strings"

	"offswitch/internal/lab"
	"offswitch/internal/rules"
)

// endToEnd returns the module with the settings that the end-to-end tests go through: those that are clicked.
func endToEnd() string {
	var b strings.Builder
	b.WriteString(origin + `
/** What Offswitch clicks: the key, the page and the level of each setting. The key is LinkedIn's own, or the lab's where that is not known. */

export const SETTINGS = {
`)
	keys := map[string]string{}
	for _, row := range lab.Rows {
		keys[row.ID] = row.Key
	}
	for _, s := range rules.Table() {
		if s.Act == rules.Click {
			fmt.Fprintf(&b, "  '%s': {\n    key: '%s',\n    page: '%s',\n    level: '%s',\n  },\n", s.ID, keys[s.ID], s.Page, s.Level)
		}
	}
	b.WriteString("};\n")
	return b.String()
}
