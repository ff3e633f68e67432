package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// steps are all checks. The end-to-end tests mostly wait, so the others run beside them: the one that takes longest, and cheap
// ones first beside that.
var steps = []step{
	{"set-up", "prepare", vital, passes("go", "run", "./scripts/setup", "-cc")},
	{"build", "prepare", vital, passes("go", "run", "./scripts/build")},
	{"package", "prepare", vital, passes("go", "run", "./scripts/package")},
	{"a million steps of the engine's model", "search", aside,
		goTests("./internal/engine", "-run", "^TestModel$", "-args", "-steps", "1000000")},
	{"gofmt", "lint", aside, silent("gofmt", "-l", "internal", "scripts", "wasm")},
	{"biome: format and lint of JavaScript, CSS and JSON", "lint", aside, passes("node", "node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings")},
	{"types of the extension", "typecheck", aside, passes("node", "node_modules/typescript/bin/tsc", "--project", "tsconfig.json")},
	{"types of the end-to-end tests and the tools", "typecheck", aside, passes("node", "node_modules/typescript/bin/tsc", "--project", "e2e/tsconfig.json")},
	{"web-ext lint", "lint", aside, webExtLint},
	{"go vet", "lint", aside, passes("go", "vet", "./...")},
	{"go vet, as WebAssembly", "lint", aside, vetWasm},
	{"staticcheck", "lint", aside, passes("go", "tool", "staticcheck", "./...")},
	{"the same package made in another folder", "lint", aside, passes("go", "run", "./scripts/package", "-again")},
	{"unit tests of page logic", "unit", aside, pageTests},
	{"Go tests, with the race detector where goroutines are", "unit", aside, allGoTests},
	{"fuzzing", "search", aside, inTurn(
		fuzz("FuzzParse", "./internal/wire", 50_000),
		fuzz("FuzzDecode", "./internal/page", 70_000),
		fuzz("FuzzAddress", "./internal/page", 60_000),
		fuzz("FuzzFile", "./internal/memory", 6_000),
		fuzz("FuzzDenied", "./internal/rules", 60_000),
		fuzz("FuzzStoredState", "./internal/engine", 22_000),
		fuzz("FuzzEvent", "./internal/engine", 10_000),
	)},
	{"end-to-end tests in Chromium and Firefox", "e2e", ordinary, endToEnd},
}

// guard is the only limit on time: Go's tests would end after ten minutes of their own, which is not long on a slow machine.
const guard = "-timeout=4h"

// beside makes a command that leaves the processors to the end-to-end tests whenever they want them.
func beside(name string, args ...string) *exec.Cmd {
	if nice, err := exec.LookPath("nice"); err == nil {
		return exec.Command(nice, append([]string{"-n", "10", name}, args...)...)
	}
	return exec.Command(name, args...)
}

// passes is a check that a command exits 0. Its output is shown only when it does not.
func passes(name string, args ...string) check {
	return func() (tally, error) {
		output, err := beside(name, args...).CombinedOutput()
		return verdict(output, err)
	}
}

// silent is a check that a command exits 0 and prints nothing: gofmt -l names files and exits 0.
func silent(name string, args ...string) check {
	return func() (tally, error) {
		output, err := beside(name, args...).CombinedOutput()
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
	cmd := beside("go", "vet", "./wasm")
	cmd.Env = append(os.Environ(), "GOOS=wasip1", "GOARCH=wasm")
	output, err := cmd.CombinedOutput()
	return verdict(output, err)
}

// unavoidable are the warnings of web-ext lint that one manifest for both browsers cannot be without.
var unavoidable = []string{"BACKGROUND_SERVICE_WORKER_IGNORED"}

func webExtLint() (tally, error) {
	// Exit codes are not asked: the report says more, and a warning fails here too.
	output, _ := beside("node", "node_modules/web-ext/bin/web-ext.js", "lint", "--source-dir", "extension",
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
		cmd := beside("go", append([]string{"test", "-json", guard}, args...)...)
		reader, writer := io.Pipe()
		cmd.Stdout, cmd.Stderr = writer, writer
		ended := make(chan error, 1)
		go func() {
			ended <- cmd.Run()
			writer.Close()
		}()
		found, failures := readGoTests(reader, func(action, pkg string, seconds float64) {
			fmt.Printf("   [go] %s %s in %.0f s\n", action, pkg, seconds)
		})
		os.Stdout.WriteString(failures)
		return found, <-ended
	}
}

// allGoTests runs the tests of every package, those with goroutines under the race detector: to the others it could say
// nothing, and they would take ten times as long.
func allGoTests() (tally, error) {
	concurrent, sequential, err := byGoroutines()
	if err != nil {
		return tally{}, err
	}
	return inTurn(goTests(sequential...), goTests(append([]string{"-race"}, concurrent...)...))()
}

// fuzz tries so many inputs, for one that fails; that takes half a minute or less. One that is found is stored in the
// package's testdata and fails the ordinary tests from then on.
func fuzz(target, pkg string, inputs int) check {
	return passes("go", "test", guard, pkg, "-run", "^$", "-fuzz", "^"+target+"$", "-fuzztime", fmt.Sprintf("%dx", inputs), "-parallel", "1")
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
