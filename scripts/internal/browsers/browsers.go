// Package browsers finds the browsers that are installed on this machine. It installs nothing and starts nothing.
package browsers

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// Name is a family of browsers that takes the same extension and is driven the same way.
type Name string

// The two families that Offswitch is tested in.
const (
	Chromium Name = "chromium" // Chromium, Chrome, Edge, Brave
	Firefox  Name = "firefox"  // Firefox and its extended support release
)

// All lists every family.
var All = []Name{Chromium, Firefox}

// ListFile is where Save writes what was found, for the programs that drive the browsers.
const ListFile = "out/browsers.json"

// commands are looked up in PATH, then taken as absolute paths; the first that exists is used.
// Distributions' own builds come first: they are what the test suite runs on everywhere.
var commands = map[Name][]string{
	Chromium: {
		"chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge-stable", "brave-browser",
		"/Applications/Chromium.app/Contents/MacOS/Chromium",
		"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
		"/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
		"/Applications/Brave Browser.app/Contents/MacOS/Brave Browser",
		`C:\Program Files\Google\Chrome\Application\chrome.exe`,
		`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
	},
	Firefox: {
		"firefox-esr", "firefox",
		"/Applications/Firefox.app/Contents/MacOS/firefox",
		`C:\Program Files\Mozilla Firefox\firefox.exe`,
	},
}

// Find returns the path of an installed browser of that family, or "" when there is none.
func Find(name Name) string {
	for _, command := range commands[name] {
		if path, err := exec.LookPath(command); err == nil {
			return path
		}
	}
	return ""
}

// Parse checks a name given by a person.
func Parse(text string) (Name, error) {
	for _, name := range All {
		if text == string(name) {
			return name, nil
		}
	}
	return "", fmt.Errorf("unknown browser %q: expected chromium or firefox", text)
}

// Save writes the paths of all installed browsers to ListFile as one JSON object, family to path.
func Save() error {
	found := map[Name]string{}
	for _, name := range All {
		if path := Find(name); path != "" {
			found[name] = path
		}
	}
	text, err := json.MarshalIndent(found, "", "  ")
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(ListFile), 0o755); err != nil {
		return err
	}
	return os.WriteFile(ListFile, append(text, '\n'), 0o644)
}
