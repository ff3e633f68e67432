package main

import (
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestPlan(t *testing.T) {
	dir := t.TempDir()
	var files []string
	for name, text := range map[string]string{
		"guide":    "import { eachBrowser } from './lib/suite.mjs';",
		"controls": "import { eachRun } from './lib/faults.mjs';",
		"watch":    "import { eachBrowser } from './lib/suite.mjs';",
		"engine":   "import { root } from './lib/paths.mjs';",
		"fresh":    "import { eachBrowser } from './lib/suite.mjs';",
	} {
		file := filepath.Join(dir, name+".test.mjs")
		require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
		files = append(files, file)
	}
	for processors, expected := range map[int][]string{
		0: {"chromium 1: controls fresh guide watch", "firefox 1: controls guide fresh watch", "no browser: engine"},
		1: {"chromium 1: controls watch", "chromium 2: fresh guide", "firefox 1: controls", "firefox 2: guide", "firefox 3: fresh watch", "no browser: engine"},
		2: {
			"chromium 1: controls", "chromium 2: fresh", "chromium 3: guide", "chromium 4: watch",
			"firefox 1: controls", "firefox 2: guide", "firefox 3: fresh", "firefox 4: watch", "no browser: engine",
		},
	} {
		dealt, err := plan(files, map[string]int{"controls": 340, "guide": 100, "guide, firefox": 320, "watch": 40}, processors)
		require.NoError(t, err)
		var told []string
		for _, l := range dealt {
			line := l.name() + ":"
			for _, file := range l.files {
				line += " " + strings.TrimSuffix(filepath.Base(file), ".test.mjs")
			}
			told = append(told, line)
		}
		assert.Equal(t, expected, told, processors)
	}
}

// Every file in browsers has been measured, and what was measured is a file.
func TestSeconds(t *testing.T) {
	files, err := filepath.Glob("../../e2e/*.test.mjs")
	require.NoError(t, err)
	dealt, err := plan(files, seconds, 0)
	require.NoError(t, err)
	var names []string
	for _, file := range dealt[0].files {
		names = append(names, strings.TrimSuffix(filepath.Base(file), ".test.mjs"))
	}
	known := map[string]bool{}
	for key := range seconds {
		name, _, _ := strings.Cut(key, ", ")
		known[name] = true
	}
	assert.ElementsMatch(t, names, slices.Collect(maps.Keys(known)))
}

func TestRunLanes(t *testing.T) {
	lanes := []lane{{browser: "firefox", number: 1}, {browser: "firefox", number: 2}}
	meet := make(chan bool)
	var told strings.Builder
	total, err := runLanes(lanes, &told, func(l lane, out io.Writer) (tally, error) {
		select { // side by side, or neither
		case meet <- true:
		case <-meet:
		}
		if l.number == 2 {
			io.WriteString(out, "FAILED: a test (see out/e2e/a-te")
			io.WriteString(out, "st)\nbecause")
			return tally{1, 1}, errors.New("exit status 1")
		}
		return tally{passed: 2}, nil
	})
	assert.ErrorContains(t, err, "exit status 1")
	assert.Equal(t, tally{3, 1}, total)
	assert.Contains(t, told.String(), "   [firefox 2] because\n")
	assert.True(t, strings.HasSuffix(told.String(), "\n   FAILED: firefox 2: a test (see out/e2e/a-test)\n"), told.String())
}
