package main

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// asked is how the extension's JavaScript asks for texts.
type asked struct {
	Keys     []string // by these keys
	Kinds    []string // by a kind of code and a code of it
	Patterns []struct {
		File  string
		Parts []string // by a key that is put together of these and something else between
	}
	Literals map[string][]string // all texts of a file
}

// worded is what there has to be a text for, by how its keys begin: every code of a kind that a person can meet.
func worded() map[string][]string {
	withHints := func(codes []string) []string {
		all := slices.Clone(codes)
		for _, code := range codes {
			all = append(all, code+"_hint")
		}
		return all
	}
	return map[string][]string{
		"outcome":    codesOf("Outcome"),
		"next":       codesOf("Outcome"),
		"why":        reasons(),
		"run_why":    codesNamed("By"),
		"refused":    codesOf("Refusal"),
		"notice":     codesOf("Notice"),
		"clause":     codesOf("Clause"),
		"step":       codesOf("Action"),
		"undo_step":  {"clicking", "proving"}, // what is done otherwise in an undo
		"position":   codesOf("State"),
		"turn":       codesOf("Turn"),
		"by":         codesOf("Who"),
		"ground":     codesOf("Ground"),
		"default":    codesOf("Default"),
		"confidence": codesOf("Confidence"),
		"region":     codesOf("Region"),
		"category":   codesOf("Category"),
		"level":      withHints(codesOf("Level")),
		"mode":       withHints(codesOf("Mode")),
		"checks":     withHints(codesOf("Checks")),
		"":           codesOf("Message"),
	}
}

// codeKeys are the keys of all codes.
func codeKeys() map[string]bool {
	keys := map[string]bool{}
	for kind, codes := range worded() {
		for _, code := range codes {
			keys[strings.TrimPrefix(kind+"_"+strings.ReplaceAll(code, "-", "_"), "_")] = true
		}
	}
	return keys
}

func TestEveryCodeOfTheEngineHasWords(t *testing.T) {
	english := messages(t, "en")
	for key := range codeKeys() {
		assert.NotEmpty(t, english[key], "%s: a code without a text", key)
	}
	for _, kind := range theContract(t).Texts.Kinds {
		assert.NotEmpty(t, worded()[kind], "%s: the pages word a kind of code that is not named here", kind)
	}
	for kind := range worded() {
		assert.True(t, kind == "" || theContract(t).Texts.askFor(kind), "%s: no page words this kind of code", kind)
	}
	for _, action := range worded()["undo_step"] {
		assert.Contains(t, codesOf("Action"), action)
	}
}

// inPages finds the keys in HTML, and in the manifest.
var inPages = regexp.MustCompile(`data-(?:text|label)="(\w+)"|__MSG_(\w+)__`)

func TestEveryTextIsUsedAndEveryUsedTextExists(t *testing.T) {
	english := messages(t, "en")
	texts := theContract(t).Texts
	used := codeKeys()
	files, err := filepath.Glob(extension + "*/*.html")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	keys := texts.Keys
	for _, file := range append(files, extension+"manifest.json") {
		content, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, found := range inPages.FindAllStringSubmatch(string(content), -1) {
			keys = append(keys, found[1]+found[2])
		}
	}
	for _, key := range keys {
		used[key] = true
		if key != "" {
			assert.NotEmpty(t, english[key], "%s: a text that is asked for is missing", key)
		}
	}
	for key := range english {
		assert.True(t, used[key] || texts.mayAskFor(key), "%s: nothing asks for this text", key)
	}
}

// askFor reports whether some page words codes of a kind: a kind itself may be put into the key that is asked for.
func (a asked) askFor(kind string) bool {
	named := func(literals []string) bool { return slices.Contains(literals, kind) }
	anywhere := slices.ContainsFunc(slices.Collect(maps.Values(a.Literals)), named)
	for _, p := range a.Patterns {
		start := p.Parts[0]
		if strings.HasPrefix(start, kind+"_") || anywhere && start == "" && strings.HasPrefix(p.Parts[1], "_") {
			return true
		}
	}
	return slices.Contains(a.Kinds, kind)
}

// mayAskFor reports whether a file names a key, or all that is missing to put it together.
func (a asked) mayAskFor(key string) bool {
	for _, literals := range a.Literals {
		if slices.Contains(literals, key) {
			return true
		}
	}
	for _, p := range a.Patterns {
		var quoted []string
		for _, part := range p.Parts {
			quoted = append(quoted, regexp.QuoteMeta(part))
		}
		holes := regexp.MustCompile("^" + strings.Join(quoted, "(.*)") + "$").FindStringSubmatch(key)
		named := func(hole string) bool { return slices.Contains(a.Literals[p.File], hole) }
		if holes != nil && !slices.ContainsFunc(holes[1:], func(hole string) bool { return !named(hole) }) {
			return true
		}
	}
	return false
}
