package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A document shows commands in blocks, and names them between backquotes.
var (
	shownBlock   = regexp.MustCompile("(?ms)^```sh\n(.*?)^```")
	namedCommand = regexp.MustCompile("`((?:[A-Z]+=\\S+ )*(?:make|go|node|npm|npx|git|cd|sha256sum)(?: [^`]*)?)`")
)

// documentsForPeople are those in which a command may stand.
func documentsForPeople(t *testing.T) []string {
	var documents []string
	for _, pattern := range []string{"*.md", "docs/*.md", "docs/*/*.md", ".github/ISSUE_TEMPLATE/*"} {
		found, err := filepath.Glob(root + pattern)
		require.NoError(t, err)
		documents = append(documents, found...)
	}
	require.Greater(t, len(documents), 10)
	return documents
}

// commandsIn are the commands of a text, without what is said of them.
func commandsIn(text string) []string {
	var commands []string
	for _, block := range shownBlock.FindAllStringSubmatch(text, -1) {
		for _, line := range strings.Split(block[1], "\n") {
			line, _, _ = strings.Cut(line, "  #")
			if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
				commands = append(commands, line)
			}
		}
	}
	for _, named := range namedCommand.FindAllStringSubmatch(shownBlock.ReplaceAllString(text, ""), -1) {
		commands = append(commands, named[1])
	}
	return commands
}

// TestEveryCommandOfTheDocumentsIsThere looks at each as closely as it can be looked at without running it: the target and its
// variables, the program and its flags, the tests of that name. What the targets do is run by "make test" itself.
func TestEveryCommandOfTheDocumentsIsThere(t *testing.T) {
	for _, document := range documentsForPeople(t) {
		text, err := os.ReadFile(document)
		require.NoError(t, err)
		for _, command := range commandsIn(string(text)) {
			assert.Empty(t, wrongWith(command), "%s: %s", document, command)
		}
	}
}

func TestACommandThatIsNotThereIsSeen(t *testing.T) {
	for command, problem := range map[string]string{
		"make":                                              "",
		"make run BROWSER=firefox":                          "",
		"make runs":                                         "no target",
		"make run COLOUR=red":                               "no variable",
		"go run ./scripts/docs":                             "",
		"go run ./scripts/document":                         "no folder",
		"go run ./scripts/package -again":                   "",
		"go run ./scripts/package -twice":                   "no flag",
		"go test ./internal/engine -run TestGolden":         "",
		"go test ./internal/engine -run TestGolden -update": "",
		"go test ./internal/engine -run TestSilver":         "no test",
		"go doc ./internal/engine":                          "",
		"node --test unit/*.test.mjs":                       "",
		"BROWSERS=chromium node --test e2e/guide.test.mjs":  "",
		"node --test e2e/none.test.mjs":                     "no file",
		"rm -rf out":                                        "nobody looks at",
		"cd out && sha256sum -c offswitch-*.sha256":         "",
		"npm publish":                                       "nobody looks at",
	} {
		if found := wrongWith(command); problem == "" {
			assert.Empty(t, found, command)
		} else {
			assert.Contains(t, found, problem, command)
		}
	}
	assert.Equal(t, []string{"make run", "go vet"}, commandsIn("```sh\n# first\nmake run    # it runs\n```\nThen `go vet` and `go.mod`.\n"))
}

// knownCommands are looked at elsewhere, or are parts of others that are only spoken of.
var knownCommands = map[string]string{
	"cd out && sha256sum -c offswitch-*.sha256": "TestTheSumsAreThoseOfTheFiles in scripts/package",
	"npm ci":        "scripts/setup runs it",
	"go":            "a word",
	"go build":      "scripts/build runs it",
	"go test":       "scripts/check runs it",
	"go list -deps": "wasm/wasm_test.go runs it",
	"node":          "a word",
	"make":          "TestTheTargetsAreListed",
}

// wrongWith says what of a command is not there, or nothing.
func wrongWith(command string) string {
	if knownCommands[command] != "" {
		return ""
	}
	words := strings.Fields(command)
	for len(words) > 0 && regexp.MustCompile(`^[A-Z_]+=`).MatchString(words[0]) {
		words = words[1:]
	}
	switch {
	case len(words) > 1 && words[0] == "make":
		return wrongWithMake(words[1:])
	case len(words) > 2 && words[0] == "go" && (words[1] == "run" || words[1] == "test" || words[1] == "doc"):
		return wrongWithGo(words[1], words[2], words[3:])
	case len(words) > 2 && words[0] == "node" && words[1] == "--test":
		for _, pattern := range words[2:] {
			if files, err := filepath.Glob(root + pattern); err != nil || len(files) == 0 {
				return "no file is " + pattern
			}
		}
		return ""
	}
	return "a command that nobody looks at"
}

func wrongWithMake(words []string) string {
	text, err := os.ReadFile(root + "Makefile")
	if err != nil {
		return err.Error()
	}
	for _, word := range words {
		name, _, variable := strings.Cut(word, "=")
		switch {
		case variable && !strings.Contains(string(text), "$("+name+")"):
			return "no variable " + name
		case !variable && !strings.Contains(string(text), "\n"+name+":"):
			return "no target " + name
		}
	}
	return ""
}

func wrongWithGo(verb, folder string, flags []string) string {
	if strings.HasSuffix(folder, "/...") {
		folder = strings.TrimSuffix(folder, "...")
	}
	files, err := filepath.Glob(filepath.Join(root, folder, "*.go"))
	if err != nil {
		return err.Error()
	}
	if info, err := os.Stat(root + folder); err != nil || !info.IsDir() || len(files) == 0 && !strings.HasSuffix(folder, "/") {
		return "no folder " + folder
	}
	var code strings.Builder
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return err.Error()
		}
		code.Write(text)
	}
	for i, word := range flags {
		switch {
		case verb == "test" && word == "-run":
			if !strings.Contains(code.String(), "\nfunc "+flags[min(i+1, len(flags)-1)]) {
				return "no test begins with that name"
			}
		case strings.HasPrefix(word, "-") && !strings.Contains(code.String(), `("`+strings.TrimPrefix(word, "-")+`",`):
			return "no flag " + word
		}
	}
	return ""
}

// TestTheTargetsAreListed runs what CONTRIBUTING tells everybody to begin with.
func TestTheTargetsAreListed(t *testing.T) {
	cmd := exec.Command("make")
	cmd.Dir = root
	listed, err := cmd.CombinedOutput()
	require.NoError(t, err, string(listed))
	text, err := os.ReadFile(root + "Makefile")
	require.NoError(t, err)
	targets := regexp.MustCompile(`(?m)^([a-z0-9-]+):`).FindAllStringSubmatch(string(text), -1)
	require.Greater(t, len(targets), 15)
	for _, target := range targets {
		assert.Regexp(t, `(?m)^make `+target[1]+` +\S`, string(listed))
	}
}
