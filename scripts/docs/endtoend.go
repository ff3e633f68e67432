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
/**
 * What Offswitch clicks: the key, the page and the level of each setting; of a list the keys of its boxes, of options the value that
 * is wanted. The key is LinkedIn's own, or the lab's where that is not known.
 */

/** @type {Record<string, {key: string, page: string, level: string, boxes: string[], want: string}>} */
export const SETTINGS = {
`)
	rows := map[string]lab.Row{}
	for _, row := range lab.Rows {
		rows[row.ID] = row
	}
	for _, s := range rules.Table() {
		if s.Act == rules.Click {
			row := rows[s.ID]
			boxes := ""
			if s.Match == rules.Boxes {
				boxes = quoted(row.Items, ", ")
				if len(boxes) > 100 { // as the formatter has it
					boxes = "\n      " + quoted(row.Items, ",\n      ") + ",\n    "
				}
			}
			fmt.Fprintf(&b, "  '%s': {\n    key: '%s',\n    page: '%s',\n    level: '%s',\n    boxes: [%s],\n    want: '%s',\n  },\n",
				s.ID, row.Key, s.Page, s.Level, boxes, wanted(s, row))
		}
	}
	b.WriteString("};\n")
	return b.String()
}

// wanted is the lab's value of the option that is to be chosen.
func wanted(s rules.Setting, row lab.Row) string {
	for i, word := range row.Words {
		if s.Match == rules.Option && word == s.Labels[0].Want {
			return row.Values[i]
		}
	}
	return ""
}
