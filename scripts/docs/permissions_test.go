package main

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// readManifest reads extension/manifest.json.
func readManifest(t *testing.T, into any) {
	t.Helper()
	content, err := os.ReadFile(extension + "manifest.json")
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(content, into))
}

// theManifest is all of it.
func theManifest(t *testing.T) (manifest map[string]any) {
	t.Helper()
	readManifest(t, &manifest)
	return manifest
}

// texts that a manifest lists under a name.
func listed(t *testing.T, manifest map[string]any, name string) []string {
	t.Helper()
	var all []string
	for _, each := range manifest[name].([]any) {
		all = append(all, each.(string))
	}
	return all
}

// section is what stands in a document under a heading, up to the next of its kind.
func section(t *testing.T, document, heading string) string {
	t.Helper()
	content, err := os.ReadFile(root + document)
	require.NoError(t, err)
	_, after, found := strings.Cut(string(content), "\n"+heading+"\n")
	require.True(t, found, "%s has no %q", document, heading)
	level, _, _ := strings.Cut(heading, " ")
	text, _, _ := strings.Cut(after, "\n"+level+" ")
	return text
}

// firstCells are the words in code in the first cell of each row of a text's tables.
func firstCells(text string) []string {
	var all []string
	for line := range strings.Lines(text) {
		if cells := strings.Split(line, "|"); len(cells) > 2 {
			all = append(all, inCode(cells[1])...)
		}
	}
	return all
}

// What is asked for is what PRIVACY.md explains, what the stores are told, and nothing besides.
func TestPermissionsAreThoseThatPrivacyExplains(t *testing.T) {
	manifest := theManifest(t)
	asked := append(listed(t, manifest, "permissions"), listed(t, manifest, "host_permissions")...)
	assert.ElementsMatch(t, []string{"storage", "alarms", "https://www.linkedin.com/*"}, asked)
	assert.ElementsMatch(t, asked, firstCells(section(t, "PRIVACY.md", "## Permissions")))
	for _, store := range []string{"chrome", "firefox"} {
		assert.ElementsMatch(t, asked, firstCells(section(t, "docs/store/"+store+".md", "## Permissions")), store)
	}
}

// Where the agent runs is what PRIVACY.md lists.
func TestTheAgentRunsWherePrivacySaysSo(t *testing.T) {
	var paths []string
	for _, script := range theManifest(t)["content_scripts"].([]any) {
		for _, match := range listed(t, script.(map[string]any), "matches") {
			path, ok := strings.CutPrefix(match, "https://www.linkedin.com")
			require.True(t, ok, match)
			paths = append(paths, strings.TrimSuffix(path, "*"))
		}
	}
	assert.ElementsMatch(t, paths, firstCells(section(t, "PRIVACY.md", "## What is read")))
}

// A manifest can let web pages, other extensions and private windows in; this one names none of the ways.
func TestTheManifestOpensNoOtherDoor(t *testing.T) {
	manifest := theManifest(t)
	for _, door := range []string{"optional_permissions", "optional_host_permissions", "externally_connectable", "web_accessible_resources", "sandbox", "devtools_page", "chrome_url_overrides"} {
		assert.NotContains(t, manifest, door)
	}
	assert.Equal(t, "not_allowed", manifest["incognito"])
	policy := manifest["content_security_policy"].(map[string]any)["extension_pages"].(string)
	assert.True(t, strings.HasPrefix(policy, "default-src 'none';"), policy)
	for _, source := range strings.Fields(strings.ReplaceAll(policy, ";", " ")) {
		assert.True(t, strings.HasSuffix(source, "-src") || slices.Contains([]string{"'none'", "'self'", "'wasm-unsafe-eval'"}, source), source)
	}
}
