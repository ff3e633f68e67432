package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// steps are all checks, cheap ones first.
var steps = []step{
	{"set-up", "prepare", vital, passes("go", "run", "./scripts/setup", "-cc")},
	{"build", "prepare", vital, passes("go", "run", "./scripts/build")},
	{"package", "prepare", vital, passes("go", "run", "./scripts/package")},
	{"gofmt", "lint", ordinary, silent("gofmt", "-l", "internal", "scripts", "wasm")},
	{"go vet", "lint", ordinary, passes("go", "vet", "./...")},
	{"go vet, as WebAssembly", "lint", ordinary, vetWasm},
	{"staticcheck", "lint", ordinary, passes("go", "tool", "staticcheck", "./...")},
	{"biome: format and lint of JavaScript, CSS and JSON", "lint", ordinary, passes("node", "node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings")},
	{"web-ext lint", "lint", ordinary, webExtLint},
	{"types of the extension", "typecheck", ordinary, passes("node", "node_modules/typescript/bin/tsc", "--project", "tsconfig.json")},
	{"types of the end-to-end tests and the tools", "typecheck", ordinary, passes("node", "node_modules/typescript/bin/tsc", "--project", "e2e/tsconfig.json")},
	// Fuzzing keeps one processor busy, and so do most of the tests after it.
	{"fuzzing", "search", aside, inTurn(
		fuzz("FuzzParse", "./internal/wire"),
		fuzz("FuzzDecode", "./internal/page"),
		fuzz("FuzzDenied", "./internal/rules"),
		fuzz("FuzzStoredState", "./internal/engine"),
		fuzz("FuzzEvent", "./internal/engine"),
	)},
	{"unit tests of page logic", "unit", ordinary, pageTests},
	{"Go tests with the race detector", "unit", ordinary, goTests("-race", "./...")},
	{"a million steps of the engine's model", "search", ordinary,
		goTests("./internal/engine", "-run", "^TestModel$", "-timeout", "20m", "-args", "-steps", "1000000")},
	{"end-to-end tests in Chromium and Firefox", "e2e", ordinary, endToEnd},
}

// passes is a check that a command exits 0. Its output is shown only when it does not.
func passes(name string, args ...string) check {
	return func() (tally, error) {
		output, err := exec.Command(name, args...).CombinedOutput()
		return verdict(output, err)
	}
}

// silent is a check that a command exits 0 and prints nothing: gofmt -l names files and exits 0.
func silent(name string, args ...string) check {
	return func() (tally, error) {
		output, err := exec.Command(name, args...).CombinedOutput()
		if err == nil && len(output) > 0 {
			err = fmt.Errorf("%s: expected no output", name)
		}
		return verdict(output, err)
	}
}

func verdict(output []byte, err error) (tally, error) {
	if err != nil {
		os.Stdout.Write(output)
		return tally{failed: 1}, err
	}
	return tally{passed: 1}, nil
}

func vetWasm() (tally, error) {
	cmd := exec.Command("go", "vet", "./wasm")
	cmd.Env = append(os.Environ(), "GOOS=wasip1", "GOARCH=wasm")
	output, err := cmd.CombinedOutput()
	return verdict(output, err)
}

// unavoidable are the warnings of web-ext lint that one manifest for both browsers cannot be without.
var unavoidable = []string{"BACKGROUND_SERVICE_WORKER_IGNORED"}

func webExtLint() (tally, error) {
	// Exit codes are not asked: the report says more, and a warning fails here too.
	output, _ := exec.Command("node", "node_modules/web-ext/bin/web-ext.js", "lint", "--source-dir", "extension",
		"--output", "json", "--no-config-discovery").Output()
	problems, err := lintProblems(output)
	if err == nil && len(problems) > 0 {
		err = errors.New(strings.Join(problems, "\n"))
	}
	return verdict(nil, err)
}

// lintProblems returns each error and each avoidable warning in the JSON report of web-ext lint.
func lintProblems(report []byte) ([]string, error) {
	type message struct{ Code, Message, File string }
	var found struct {
		Errors, Warnings []message
		Summary          *struct{ Errors int }
	}
	if err := json.Unmarshal(report, &found); err != nil {
		return nil, fmt.Errorf("web-ext lint printed no report: %w: %s", err, report)
	}
	if found.Summary == nil {
		return nil, fmt.Errorf("web-ext lint printed a report without a summary: %s", report)
	}
	var problems []string
	for _, m := range append(found.Errors, found.Warnings...) {
		if !slices.Contains(unavoidable, m.Code) {
			problems = append(problems, fmt.Sprintf("%s: %s: %s", m.File, m.Code, m.Message))
		}
	}
	return problems, nil
}

// goTests is a check that Go tests pass; each of them counts.
func goTests(args ...string) check {
	return func() (tally, error) {
		cmd := exec.Command("go", append([]string{"test", "-json"}, args...)...)
		// The model makes much garbage and holds on to little.
		cmd.Env = append(os.Environ(), "GOGC=400")
		var output bytes.Buffer
		cmd.Stdout, cmd.Stderr = &output, &output
		err := cmd.Run()
		found, failures := readGoTests(&output)
		os.Stdout.WriteString(failures)
		return found, err
	}
}

// fuzz searches for half a minute for an input that fails. One that is found is stored in the package's testdata and
// fails the ordinary tests from then on.
func fuzz(target, pkg string) check {
	return passes("go", "test", pkg, "-run", "^$", "-fuzz", "^"+target+"$", "-fuzztime", "30s", "-parallel", "1")
}

// inTurn runs checks one after the other.
func inTurn(checks ...check) check {
	return func() (total tally, problems error) {
		for _, run := range checks {
			found, err := run()
			total, problems = total.plus(found.orFailed(err)), errors.Join(problems, err)
		}
		return total, problems
	}
}

func endToEnd() (tally, error) {
	const results = "out/e2e/results.tap"
	if err := os.RemoveAll("out/e2e"); err != nil {
		return tally{}, err
	}
	if err := os.MkdirAll("out/e2e", 0o755); err != nil {
		return tally{}, err
	}
	files, err := filepath.Glob("e2e/*.test.mjs")
	if err != nil || len(files) == 0 {
		return tally{}, fmt.Errorf("no end-to-end tests found in e2e: %v", err)
	}
	// What waits longest begins first: nobody has to wait for it at the end, and it leaves the processors to the others.
	waits := func(file string) int {
		return slices.Index([]string{"controls.test.mjs", "saves.test.mjs", "site.test.mjs"}, filepath.Base(file))
	}
	slices.SortStableFunc(files, func(a, b string) int { return waits(b) - waits(a) })
	args := append([]string{"--test", "--test-concurrency=4",
		"--test-reporter=spec", "--test-reporter-destination=stdout",
		"--test-reporter=tap", "--test-reporter-destination=" + results}, files...)
	cmd := exec.Command("node", args...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	failed := cmd.Run()
	text, err := os.ReadFile(results)
	if err != nil {
		return tally{}, errors.Join(failed, err)
	}
	found, err := readTAP(string(text))
	return found, errors.Join(failed, err)
}
