package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"
)

// results is where a run of the end-to-end tests leaves what there was to see.
const results = "out/e2e"

// slowest are the files of end-to-end tests that take longest, the longest first. They begin first, so that at the end
// nothing long is left for one processor alone. A file that is not named here may be long: it begins before them.
var slowest = []string{
	"question", "trace", "abilities", "controls", "site", "keep", "harden", "saves", "learn", "pages", "languages", "stops", "kill", "look", "reach", "lists", "guide", "watch", "moves", "phone", "organisation", "examine", "manifest", "engine",
}

// browsersPerProcessor is how many browsers work at once for each processor. Nearly all of a test's time is Offswitch's own
// patience with a page, in which a browser needs a fifth of a processor or less.
const browsersPerProcessor = 3

// A job is one file of end-to-end tests in one browser, or without one in its environment where it does not ask.
type job struct{ file, browser string }

func (j job) name() string {
	name := strings.TrimSuffix(filepath.Base(j.file), ".test.mjs")
	if j.browser == "" {
		return name
	}
	return name + ", " + j.browser
}

// inBrowsers is how a file takes the frame whose tests run in each browser.
var inBrowsers = regexp.MustCompile(`from '\./lib/(suite|faults)\.mjs'`)

// plan makes jobs of files, in the order in which they begin.
func plan(files []string) ([]job, error) {
	var jobs []job
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		if !inBrowsers.Match(text) {
			jobs = append(jobs, job{file, ""})
			continue
		}
		jobs = append(jobs, job{file, "chromium"}, job{file, "firefox"})
	}
	place := func(j job) int {
		return slices.Index(slowest, strings.TrimSuffix(filepath.Base(j.file), ".test.mjs"))
	}
	slices.SortStableFunc(jobs, func(a, b job) int { return place(a) - place(b) })
	return jobs, nil
}

// endToEnd runs all end-to-end tests.
func endToEnd() (tally, error) {
	if err := os.RemoveAll(results); err != nil {
		return tally{}, err
	}
	if err := os.MkdirAll(results, 0o755); err != nil {
		return tally{}, err
	}
	files, err := filepath.Glob("e2e/*.test.mjs")
	if err != nil || len(files) == 0 {
		return tally{}, fmt.Errorf("no end-to-end tests found in e2e: %v", err)
	}
	jobs, err := plan(files)
	if err != nil {
		return tally{}, err
	}
	return runJobs(jobs, browsersPerProcessor*runtime.NumCPU(), os.Stdout, runNode)
}

// runJobs runs the jobs in their order, so many at once, and adds up what they found. Each line of a job bears its name,
// and what failed is told once more at the end.
func runJobs(jobs []job, atOnce int, to io.Writer, run func(job, io.Writer) (tally, error)) (tally, error) {
	var (
		mu       sync.Mutex // guards what is below, and keeps lines whole
		total    tally
		failures []string
		problems error
		workers  sync.WaitGroup
	)
	queue := make(chan job, len(jobs))
	for _, j := range jobs {
		queue <- j
	}
	close(queue)
	say := func(j job, line string) {
		mu.Lock()
		defer mu.Unlock()
		fmt.Fprintf(to, "   [%s] %s\n", j.name(), line)
		if test, failed := strings.CutPrefix(line, "FAILED: "); failed {
			failures = append(failures, j.name()+": "+test)
		}
	}
	work := func() {
		for j := range queue {
			start := time.Now()
			out := &lineWriter{say: func(line string) { say(j, line) }}
			found, err := run(j, out)
			out.flush()
			found = found.orFailed(err)
			say(j, fmt.Sprintf("%d passed, %d failed in %v", found.passed, found.failed, time.Since(start).Round(time.Second)))
			mu.Lock()
			total, problems = total.plus(found), errors.Join(problems, err)
			mu.Unlock()
		}
	}
	for range max(1, min(atOnce, len(jobs))) {
		workers.Go(work)
	}
	workers.Wait()
	for _, test := range failures {
		fmt.Fprintf(to, "   FAILED: %s\n", test)
	}
	return total, problems
}

// runNode runs a job with node's own test runner.
func runNode(j job, out io.Writer) (tally, error) {
	counts := filepath.Join(results, strings.ReplaceAll(j.name(), ", ", "-")+".tap")
	cmd := exec.Command("node", "--test",
		"--test-reporter=./e2e/lib/reporter.mjs", "--test-reporter-destination=stdout",
		"--test-reporter=tap", "--test-reporter-destination="+counts, j.file)
	if j.browser != "" {
		cmd.Env = append(os.Environ(), "BROWSERS="+j.browser)
	}
	cmd.Stdout, cmd.Stderr = out, out
	failed := cmd.Run()
	if failed != nil {
		failed = fmt.Errorf("%s: %w", j.name(), failed)
	}
	text, err := os.ReadFile(counts)
	if err != nil {
		return tally{}, errors.Join(failed, err)
	}
	found, err := readTAP(string(text))
	return found, errors.Join(failed, err)
}

// A lineWriter passes on each line that is written to it.
type lineWriter struct {
	say  func(line string)
	rest []byte
}

func (w *lineWriter) Write(text []byte) (int, error) {
	w.rest = append(w.rest, text...)
	for {
		line, rest, whole := bytes.Cut(w.rest, []byte("\n"))
		if !whole {
			return len(text), nil
		}
		w.say(string(line))
		w.rest = rest
	}
}

// flush passes on what came after the last end of a line.
func (w *lineWriter) flush() {
	if len(w.rest) > 0 {
		w.say(string(w.rest))
	}
	w.rest = nil
}
