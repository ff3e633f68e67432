package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
)

// readGoTests counts the tests in the output of `go test -json` and returns what the failed ones printed. A test with
// subtests counts through them; a package that fails without a failing test (it does not compile, it crashed) counts
// as one failure. It calls over for each package as soon as its tests are over.
func readGoTests(output io.Reader, over func(action, pkg string, seconds float64)) (tally, string) {
	type key struct{ Package, Test string }
	type event struct {
		Action, Package, Test, Output, ImportPath string
		Elapsed                                   float64
	}
	results := map[key]string{}
	printed := map[key]*strings.Builder{}
	parents := map[key]bool{}
	failing := map[string]bool{}
	var order []key
	var report strings.Builder

	lines := bufio.NewScanner(output)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var e event
		if json.Unmarshal(lines.Bytes(), &e) != nil {
			report.WriteString(lines.Text() + "\n")
			continue
		}
		k := key{e.Package, e.Test}
		switch e.Action {
		case "output", "build-output":
			if printed[k] == nil {
				printed[k] = &strings.Builder{}
			}
			printed[k].WriteString(e.Output)
		case "pass", "fail":
			results[k] = e.Action
			order = append(order, k)
			for name := e.Test; strings.Contains(name, "/"); {
				name = name[:strings.LastIndex(name, "/")]
				parents[key{e.Package, name}] = true
			}
			if e.Test == "" {
				over(e.Action, e.Package, e.Elapsed)
			} else if e.Action == "fail" {
				failing[e.Package] = true
			}
		}
	}
	if err := lines.Err(); err != nil {
		fmt.Fprintf(&report, "go test -json: %v\n", err)
	}

	var total tally
	for _, k := range order {
		failed := results[k] == "fail"
		switch {
		case k.Test == "" && (!failed || failing[k.Package]), parents[k] && !failed:
			continue
		case parents[k]:
			// Its subtests are counted; what it printed itself may still explain them.
		case failed:
			total.failed++
		default:
			total.passed++
		}
		if failed && printed[k] != nil {
			fmt.Fprintf(&report, "%s\n%s", k.Package, printed[k])
		}
	}
	if build := printed[key{}]; build != nil {
		report.WriteString(build.String())
	}
	return total, report.String()
}

var tapCount = regexp.MustCompile(`(?m)^# (pass|fail|cancelled) (\d+)$`)

// readTAP reads the closing counts of node's TAP reporter. A cancelled test has failed: it was to run and did not.
func readTAP(text string) (tally, error) {
	counts := map[string]int{}
	for _, match := range tapCount.FindAllStringSubmatch(text, -1) {
		n, err := strconv.Atoi(match[2])
		if err != nil {
			return tally{}, err
		}
		counts[match[1]] = n
	}
	if len(counts) != 3 {
		return tally{}, fmt.Errorf("node's test report has no closing counts")
	}
	return tally{passed: counts["pass"], failed: counts["fail"] + counts["cancelled"]}, nil
}
