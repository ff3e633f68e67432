package main

import (
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What stands here is always ready to be released but for the checks.
func TestTheVersionHasItsEntry(t *testing.T) {
	p := project{read: func(name string) (string, error) { text, err := os.ReadFile("../../" + name); return string(text), err }}
	text, err := p.read("extension/manifest.json")
	require.NoError(t, err)
	var manifest struct{ Version string }
	require.NoError(t, json.Unmarshal([]byte(text), &manifest))
	assert.NoError(t, wellFormed(manifest.Version, p))
	assert.NoError(t, inTheChangelog(manifest.Version, p))
}

func TestRelease(t *testing.T) {
	ready := func() map[string]string {
		return map[string]string{
			"version":                 "0.1.0",
			"status":                  "",
			"tags":                    "",
			"go":                      "go1.26.8",
			"extension/manifest.json": `{"version": "0.1.0"}`,
			"CHANGELOG.md":            "# Changelog\n\n## [Unreleased]\n\n## [0.1.0] - 2026-11-26\n\n### Added\n\n- All of it.\n",
			"go.mod":                  "module offswitch\n\ngo 1.26.0\n\ntoolchain go1.26.8\n",
		}
	}
	for _, test := range []struct {
		name, what, is, problem string
	}{
		{name: "all is ready", what: "version", is: "0.1.0"},
		{name: "no version", what: "version", problem: "expected three numbers"},
		{name: "a version with a v", what: "version", is: "v0.1.0", problem: "expected three numbers"},
		{name: "something not committed", what: "status", is: " M README.md\n", problem: "not clean"},
		{name: "another version in the manifest", what: "extension/manifest.json", is: `{"version": "0.0.9"}`, problem: "has version 0.0.9"},
		{name: "no entry", what: "CHANGELOG.md", is: "# Changelog\n\n## [Unreleased]\n\n- All of it.\n", problem: "no heading"},
		{name: "an entry without a date", what: "CHANGELOG.md", is: "\n## [0.1.0] - soon\n\n- All of it.\n", problem: "no heading"},
		{name: "an empty entry", what: "CHANGELOG.md", is: "\n## [0.1.0] - 2026-11-26\n\n## [0.0.9] - 2026-01-01\n\n- Something.\n", problem: "says nothing"},
		{name: "tagged already", what: "tags", is: "v0.1.0\n", problem: "tagged already"},
		{name: "another Go", what: "go", is: "go1.27.0", problem: "set GOTOOLCHAIN=go1.26.8"},
		{name: "no pinned Go", what: "go.mod", is: "module offswitch\n", problem: "pins no toolchain"},
		{name: "a check that fails", what: "check", is: "failed", problem: "nothing was tagged"},
		{name: "checks that leave something behind", what: "status after", is: "?? x\n", problem: "after the checks"},
	} {
		t.Run(test.name, func(t *testing.T) {
			at := ready()
			at[test.what] = test.is
			tagged, checked := "", false
			err := release(at["version"], project{
				read: func(name string) (string, error) { return at[name], nil },
				git: func(args ...string) (string, error) {
					switch strings.Join(args[:2], " ") {
					case "status --porcelain":
						if checked {
							return at["status after"], nil
						}
						return at["status"], nil
					case "tag --list":
						return at["tags"], nil
					}
					tagged = args[2]
					return "", nil
				},
				run: func(string, ...string) error {
					checked = true
					if at["check"] != "" {
						return errors.New("go run ./scripts/check: exit status 1")
					}
					return nil
				},
				goVersion: at["go"],
			})
			if test.problem != "" {
				assert.ErrorContains(t, err, test.problem)
				assert.Empty(t, tagged)
				return
			}
			assert.NoError(t, err)
			assert.True(t, checked, "the tests ran")
			assert.Equal(t, "v0.1.0", tagged)
		})
	}
}
