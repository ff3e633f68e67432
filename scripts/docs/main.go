// Command docs writes docs/settings.md from the rule table, so that what the documentation says of a setting is what
// the extension does. A test fails when the file is stale.
package main

import (
	"os"

	"offswitch/scripts/internal/task"
)

const settingsPath = "docs/settings.md"

func main() {
	task.Main("docs", func() error {
		return os.WriteFile(settingsPath, []byte(settings()), 0o644)
	})
}
