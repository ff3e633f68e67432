package main

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const locales = extension + "_locales/"

// messages reads the texts of one language, by key.
func messages(t *testing.T, locale string) map[string]string {
	t.Helper()
	content, err := os.ReadFile(locales + locale + "/messages.json")
	require.NoError(t, err)
	var stored map[string]struct{ Message string }
	require.NoError(t, json.Unmarshal(content, &stored))
	all := map[string]string{}
	for key, m := range stored {
		all[key] = m.Message
	}
	return all
}

var placeholder = regexp.MustCompile(`\$\w`)

// placeholders are those of a text, in order, as a translation may move them.
func placeholders(text string) []string {
	found := placeholder.FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

func TestEveryLanguageSaysEverything(t *testing.T) {
	english := messages(t, "en")
	dirs, err := os.ReadDir(locales)
	require.NoError(t, err)
	assert.Len(t, dirs, 10)
	for _, dir := range dirs {
		t.Run(dir.Name(), func(t *testing.T) {
			translated := messages(t, dir.Name())
			for key, want := range english {
				got, ok := translated[key]
				assert.True(t, ok, "%s is missing", key)
				assert.NotEmpty(t, strings.TrimSpace(got), key)
				assert.Equal(t, placeholders(want), placeholders(got), "%s: %s", key, got)
			}
			for key := range translated {
				assert.NotEmpty(t, english[key], "%s is not in English", key)
			}
			assert.Equal(t, strings.ReplaceAll(dir.Name(), "_", "-"), translated["language"])
			assert.LessOrEqual(t, len([]rune(translated["description"])), 132, "the browsers' stores take no more")
		})
	}
}
