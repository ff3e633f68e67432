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

// seconds is how long each file of end-to-end tests takes, on two processors that are busy with all of them, and in one of the
// browsers where that is much different. It only says how the files are dealt out; one that is not named here is taken for long.
var seconds = map[string]int{
	"abilities": 395, "question": 355, "keep": 355, "site": 300, "controls": 285, "harden": 270, "pages": 240, "saves": 205,
	"stops": 195, "learn": 170, "kill": 160, "look": 140, "reach": 135, "trace": 110, "guide": 100, "lists": 100,
	"look, firefox": 80, "organisation, firefox": 75, "languages": 55, "phone": 50, "watch": 40, "moves": 40,
	"organisation": 30,
}

// long is how long a file takes that nobody has measured.
const long = 300

// browsers are those that the end-to-end tests run in, and how many of each work at once for every two processors. Nearly all
// of a test's time is Offswitch's own patience with a page, in which a browser needs a fifth of a processor or less; the tests
// take longer in Firefox.
var browsers = []struct {
	name   string
	forTwo int
}{{"chromium", 5}, {"firefox", 6}}

// A lane is a process that plays files of end-to-end tests one after the other: to start a browser costs as much as many
// tests. Files that drive no browser have one lane, for which browser is "".
type lane struct {
	browser string
	number  int
	files   []string
	seconds int
}

func (l lane) name() string {
	if l.browser == "" {
		return "no browser"
	}
	return fmt.Sprintf("%s %d", l.browser, l.number)
}

// inBrowsers is how a file takes the frame whose tests run in each browser.
var inBrowsers = regexp.MustCompile(`from '\./lib/(suite|faults)\.mjs'`)

// plan deals the files out to as many lanes as a number of processors carries: the longest first, each to the lane that has
// least to do.
func plan(files []string, seconds map[string]int, processors int) ([]lane, error) {
	length := func(file, browser string) int {
		name := strings.TrimSuffix(filepath.Base(file), ".test.mjs")
		for _, known := range []string{name + ", " + browser, name} {
			if length, ok := seconds[known]; ok {
				return length
			}
		}
		return long
	}
	var everywhere []string
	bare := lane{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		if inBrowsers.Match(text) {
			everywhere = append(everywhere, file)
		} else {
			bare.files = append(bare.files, file)
		}
	}
	var all []lane
	for _, b := range browsers {
		browser, lanes := b.name, b.forTwo*processors/2
		slices.SortStableFunc(everywhere, func(a, b string) int { return length(b, browser) - length(a, browser) })
		dealt := make([]lane, max(1, min(lanes, len(everywhere))))
		for i := range dealt {
			dealt[i] = lane{browser: browser, number: i + 1}
		}
		for _, file := range everywhere {
			least := &dealt[0]
			for i := range dealt {
				if dealt[i].seconds < least.seconds {
					least = &dealt[i]
				}
			}
			least.files = append(least.files, file)
			least.seconds += length(file, browser)
		}
		all = append(all, dealt...)
	}
	return append(all, bare), nil
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
	lanes, err := plan(files, seconds, runtime.NumCPU())
	if err != nil {
		return tally{}, err
	}
	return runLanes(lanes, os.Stdout, runNode)
}

// runLanes runs the lanes side by side and adds up what they found. Each line of a lane bears its name, and what failed is
// told once more at the end.
func runLanes(lanes []lane, to io.Writer, run func(lane, io.Writer) (tally, error)) (tally, error) {
	var (
		mu       sync.Mutex // guards what is below, and keeps lines whole
		total    tally
		failures []string
		problems error
		workers  sync.WaitGroup
	)
	say := func(l lane, line string) {
		mu.Lock()
		defer mu.Unlock()
		fmt.Fprintf(to, "   [%s] %s\n", l.name(), line)
		if test, failed := strings.CutPrefix(line, "FAILED: "); failed {
			failures = append(failures, l.name()+": "+test)
		}
	}
	for _, l := range lanes {
		workers.Go(func() {
			start := time.Now()
			out := &lineWriter{say: func(line string) { say(l, line) }}
			found, err := run(l, out)
			out.flush()
			found = found.orFailed(err)
			say(l, fmt.Sprintf("%d passed, %d failed in %v", found.passed, found.failed, time.Since(start).Round(time.Second)))
			mu.Lock()
			defer mu.Unlock()
			total, problems = total.plus(found), errors.Join(problems, err)
		})
	}
	workers.Wait()
	for _, test := range failures {
		fmt.Fprintf(to, "   FAILED: %s\n", test)
	}
	return total, problems
}

// runNode runs a lane with node's own test runner.
func runNode(l lane, out io.Writer) (tally, error) {
	counts := filepath.Join(results, strings.ReplaceAll(l.name(), " ", "-")+".tap")
	cmd := exec.Command("node", "--test",
		"--test-reporter=./e2e/lib/reporter.mjs", "--test-reporter-destination=stdout",
		"--test-reporter=tap", "--test-reporter-destination="+counts, "e2e/lib/lane.mjs")
	cmd.Env = append(os.Environ(), "FILES="+strings.Join(l.files, " "))
	if l.browser != "" {
		cmd.Env = append(cmd.Env, "BROWSERS="+l.browser)
	}
	cmd.Stdout, cmd.Stderr = out, out
	failed := cmd.Run()
	if failed != nil {
		failed = fmt.Errorf("%s: %w", l.name(), failed)
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
