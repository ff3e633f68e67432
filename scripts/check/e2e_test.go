package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
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
		"engine":   "import { root } from './lib/paths.mjs';",
		"fresh":    "import { eachBrowser } from './lib/suite.mjs';",
	} {
		file := filepath.Join(dir, name+".test.mjs")
		require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
		files = append(files, file)
	}
	jobs, err := plan(files)
	require.NoError(t, err)
	var names []string
	for _, j := range jobs {
		names = append(names, j.name())
	}
	assert.Equal(t, []string{
		"fresh, chromium", "fresh, firefox", "controls, chromium", "controls, firefox", "guide, chromium", "guide, firefox", "engine",
	}, names)
}

// Every file has its place among the slowest, and every place its file.
func TestSlowest(t *testing.T) {
	files, err := filepath.Glob("../../e2e/*.test.mjs")
	require.NoError(t, err)
	var names []string
	for _, file := range files {
		names = append(names, strings.TrimSuffix(filepath.Base(file), ".test.mjs"))
	}
	assert.ElementsMatch(t, names, slowest)
}

func TestRunJobs(t *testing.T) {
	var jobs []job
	for i := range 12 {
		jobs = append(jobs, job{fmt.Sprintf("%d.test.mjs", i), "firefox"})
	}
	var now, most atomic.Int64
	meet := make(chan bool)
	var told strings.Builder
	total, err := runJobs(jobs, 2, &told, func(j job, out io.Writer) (tally, error) {
		if n := now.Add(1); n > most.Load() {
			most.Store(n)
		}
		defer now.Add(-1)
		select { // two by two
		case meet <- true:
		case <-meet:
		}
		if j.file == "7.test.mjs" {
			io.WriteString(out, "FAILED: a test (see out/e2e/a-te")
			io.WriteString(out, "st)\nbecause")
			return tally{1, 1}, errors.New("exit status 1")
		}
		return tally{passed: 2}, nil
	})
	assert.ErrorContains(t, err, "exit status 1")
	assert.Equal(t, tally{23, 1}, total)
	assert.EqualValues(t, 2, most.Load())
	assert.Contains(t, told.String(), "   [7, firefox] because\n")
	assert.True(t, strings.HasSuffix(told.String(), "\n   FAILED: 7, firefox: a test (see out/e2e/a-test)\n"), told.String())
}
