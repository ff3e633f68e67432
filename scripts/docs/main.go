// Command docs writes what people read of the rule table: docs/settings.md, and the modules from which the extension's
// pages take their prose and the end-to-end tests their settings. So what is said of a setting is the same everywhere, and
// the engine need not carry it. It also writes the engine's codes for the pages, as types and lists, and the licences of
// all that ships, and brings the translations of the prose into the table's order. A test fails when one of the files is
// stale; others hold the engine, JavaScript, the texts and the documents against each other.
package main

import (
	"os"

	"offswitch/scripts/internal/task"
)

// files are what is written, by path.
var files = map[string]func() string{
	"docs/settings.md":                  settings,
	"extension/NOTICE.txt":              notice,
	"extension/generated/names.js":      ownNames,
	"extension/generated/prose.js":      prose,
	"extension/generated/objections.js": objections,
	"extension/generated/lists.js":      lists,
	"e2e/lib/table.mjs":                 endToEnd,
}

func main() {
	task.Main("docs", func() error {
		for path, content := range files {
			if err := os.WriteFile(path, []byte(content()), 0o644); err != nil {
				return err
			}
		}
		return writeTranslations()
	})
}
