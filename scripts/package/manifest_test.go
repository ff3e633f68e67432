package main

import (
	"encoding/json"
	"os"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// reserved are the names that no computer has, which both stores refuse as an address.
var reserved = regexp.MustCompile(`\.(invalid|example|test|localhost|local)\b|example\.(com|org|net)`)

// A store takes an id once and for good, so it may not rest on a domain that somebody else could own.
func TestManifestCanBePublished(t *testing.T) {
	text, err := os.ReadFile("../../extension/manifest.json")
	require.NoError(t, err)
	var manifest struct {
		Settings struct {
			Gecko struct{ ID string }
		} `json:"browser_specific_settings"`
	}
	require.NoError(t, json.Unmarshal(text, &manifest))
	assert.Regexp(t, `^\{[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\}$`, manifest.Settings.Gecko.ID)
	assert.NotRegexp(t, reserved, string(text))
	assert.Regexp(t, reserved, "offswitch@offswitch.invalid")
}
