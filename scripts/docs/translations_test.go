package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/rules"
)

// quotes returns what a text quotes, in order. That is LinkedIn's, and stands in every language as LinkedIn has it.
func quotes(text string) []string {
	found := regexp.MustCompile(`"[^"]*"`).FindAllString(text, -1)
	slices.Sort(found)
	return found
}

func TestEveryLanguageSaysWhatTheTableSays(t *testing.T) {
	dirs, err := os.ReadDir(locales)
	require.NoError(t, err)
	var want, got []string
	for _, dir := range dirs {
		if dir.Name() != "en" {
			want = append(want, strings.ReplaceAll(dir.Name(), "_", "-")+".json")
		}
	}
	files, err := filepath.Glob("../../" + translationFiles)
	require.NoError(t, err)
	for _, file := range files {
		got = append(got, filepath.Base(file))
		t.Run(filepath.Base(file), func(t *testing.T) {
			stored, err := os.ReadFile(file)
			require.NoError(t, err)
			fresh, err := inOrder(stored)
			require.NoError(t, err)
			assert.True(t, string(stored) == fresh, `%s has other texts than the table: run "go run ./scripts/docs"`, file)
			var said map[string]string
			require.NoError(t, json.Unmarshal(stored, &said))
			for english, words := range said {
				assert.NotEmpty(t, strings.TrimSpace(words), "%s is not translated", english)
				assert.NotEqual(t, english, words)
				assert.Equal(t, quotes(english), quotes(words), words)
				assert.NotContains(t, words, " > ", "LinkedIn's labels are no part of it")
			}
			var names []string
			for _, p := range rules.AllProse() {
				assert.NotContains(t, names, said[p.Name], "two settings that people cannot tell apart")
				names = append(names, said[p.Name])
			}
		})
	}
	assert.ElementsMatch(t, want, got)
}

func TestTranslationsFollowTheTable(t *testing.T) {
	first := spoken()[0]
	content, err := inOrder([]byte(`{"gone from the table": "x", "` + first + `": "y"}`))
	require.NoError(t, err)
	var said map[string]string
	require.NoError(t, json.Unmarshal([]byte(content), &said))
	assert.Len(t, said, len(spoken()))
	assert.Equal(t, "y", said[first])
	assert.Empty(t, said[spoken()[1]])
	assert.NotContains(t, said, "gone from the table")
	_, err = inOrder([]byte("{"))
	assert.Error(t, err)
}

func TestWhatIsOursOfAWay(t *testing.T) {
	assert.Equal(t, []string{"switch off"}, ours("Me > Settings > Data > switch off"))
	assert.Equal(t, []string{"switch off", "Your photo at the top left"}, ours("Your photo at the top left > Data > switch off"))
	assert.Equal(t, []string{"Open the form"}, ours("Open the form"))
}
