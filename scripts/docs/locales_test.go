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

var letters = regexp.MustCompile(`\pL`)

var placeholder = regexp.MustCompile(`\$\w`)

// placeholders are those of a text, in order, as a translation may move them.
func placeholders(text string) []string {
	found := placeholder.FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// forms are those of CLDR's plural forms that a language has besides "one" and "other". A key with plurals has both of those
// in every language, and there any of these, where "other" does not fit every number.
var forms = map[string][]string{
	"cs": {"few"},
	"pl": {"few", "many"},
	"ar": {"zero", "two", "few", "many"},
}

// exact are the forms that stand for one number alone, whose word can take the place of the number itself.
var exact = map[string][]string{"ar": {"zero", "one", "two"}}

// shared are texts that are the same in other languages as in English: names, and words that are spelt alike.
var shared = []string{"ltr", "Offswitch", "Hong Kong", "Canada", "Region", "Options", "Strict", "Source", "Mode", "Account", "Details"}

// stem splits the form off a key with plurals.
func stem(key string) (name, form string) {
	at := strings.LastIndex(key, "_")
	if at < 0 || !slices.Contains([]string{"zero", "one", "two", "few", "many", "other"}, key[at+1:]) {
		return key, ""
	}
	return key[:at], key[at+1:]
}

func TestEveryLanguageSaysEverything(t *testing.T) {
	english := messages(t, "en")
	dirs, err := os.ReadDir(locales)
	require.NoError(t, err)
	assert.Len(t, dirs, 12)
	for _, dir := range dirs {
		t.Run(dir.Name(), func(t *testing.T) {
			translated := messages(t, dir.Name())
			for key := range english {
				assert.NotEmpty(t, strings.TrimSpace(translated[key]), "%s is missing", key)
			}
			for key, got := range translated {
				name, form := stem(key)
				want, ok := english[key]
				if !ok && slices.Contains(forms[dir.Name()], form) {
					want, ok = english[name+"_other"]
				}
				assert.True(t, ok, "%s is not in English", key)
				if dir.Name() != "en" && letters.MatchString(placeholder.ReplaceAllString(got, "")) && !slices.Contains(shared, got) {
					assert.NotEqual(t, want, got, "%s is not translated", key)
				}
				found := placeholders(got)
				if slices.Contains(exact[dir.Name()], form) && len(found) == 0 {
					continue
				}
				assert.Equal(t, placeholders(want), found, "%s: %s", key, got)
			}
			assert.Equal(t, strings.ReplaceAll(dir.Name(), "_", "-"), translated["language"])
			assert.LessOrEqual(t, len([]rune(translated["description"])), 132, "the browsers' stores take no more")
		})
	}
}

// What runs from right to left is told to the pages by a message, as they have no other source for it.
func TestDirectionIsTheLanguages(t *testing.T) {
	dirs, err := os.ReadDir(locales)
	require.NoError(t, err)
	for _, dir := range dirs {
		want := "ltr"
		if dir.Name() == "ar" {
			want = "rtl"
		}
		assert.Equal(t, want, messages(t, dir.Name())["direction"], dir.Name())
	}
}

// A style that names the left or the right is wrong in a language that runs the other way.
func TestStylesKnowOnlyWhereALineBeginsAndEnds(t *testing.T) {
	physical := regexp.MustCompile(`(?m)^\s*(((margin|padding|border|scroll-margin|scroll-padding)-)?(left|right)(-[a-z-]+)?:|border-(top|bottom)-(left|right)-radius:|(text-align|float|clear):\s*(left|right)\b)`)
	files, err := filepath.Glob(extension + "*/*.css")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		style, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Empty(t, physical.FindAllString(string(style), -1), file)
	}
	assert.True(t, physical.MatchString("a {\n  margin-left: 1rem;\n}"))
}
