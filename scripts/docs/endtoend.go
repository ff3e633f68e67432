package main

import (
	"fmt"
	"strings"

	"offswitch/internal/rules"
)

// endToEnd returns the module with the settings that the end-to-end tests go through: those that are clicked.
func endToEnd() string {
	var b strings.Builder
	b.WriteString(origin + `
/** What Offswitch clicks: LinkedIn's own key, the page and the level of each setting. The lab serves the same ones. */

export const SETTINGS = {
`)
	for _, s := range rules.Table() {
		if s.Act == rules.Click {
			fmt.Fprintf(&b, "  '%s': {\n    key: '%s',\n    page: '%s',\n    level: '%s',\n  },\n", s.ID, s.Key, s.Page, s.Level)
		}
	}
	b.WriteString("};\n")
	return b.String()
}
