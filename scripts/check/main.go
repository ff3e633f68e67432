// Command check runs the project's checks, shows what failed, and ends with one plain line that counts them:
//
//	N passed, N failed
//
// Every Go test, every end-to-end test and every other check (formatting, vet, types, ...) counts as one. With no
// argument it prepares the machine and the package first and runs everything; with names of groups (lint, unit,
// typecheck, search, e2e) it runs only those. It exits 1 when anything failed.
package main

import (
	"flag"
	"fmt"
	"slices"
	"time"

	"offswitch/scripts/internal/task"
)

// A step is one thing to run. Its tally counts what it found; a step that could not even start fails once.
type step struct {
	name  string
	group string
	role  role
	run   check
}

// A role is how a step stands to the ones after it.
type role int

const (
	ordinary role = iota
	vital         // when it fails nothing after it could say anything true, so the whole ends
	aside         // it runs while the ones after it do, and is told at the end
)

// A check reports what it found. An error beside the tally explains the failures.
type check func() (tally, error)

// A tally counts checks.
type tally struct{ passed, failed int }

func (t tally) plus(other tally) tally {
	return tally{t.passed + other.passed, t.failed + other.failed}
}

// orFailed counts an error that no failure was counted for: the check could not even start, or crashed.
func (t tally) orFailed(err error) tally {
	if err != nil && t.failed == 0 {
		t.failed = 1
	}
	return t
}

func main() {
	flag.Parse()
	task.Main("check", func() error {
		chosen, err := choose(steps, flag.Args())
		if err != nil {
			return err
		}
		total := runAll(chosen)
		fmt.Printf("%d passed, %d failed\n", total.passed, total.failed)
		if total.failed > 0 {
			return fmt.Errorf("%d of %d checks failed: see above", total.failed, total.passed+total.failed)
		}
		return nil
	})
}

// choose returns the steps of the groups named, in their order, or all of them.
func choose(all []step, groups []string) ([]step, error) {
	if len(groups) == 0 {
		return all, nil
	}
	for _, group := range groups {
		if !slices.ContainsFunc(all, func(s step) bool { return s.group == group }) {
			return nil, fmt.Errorf("no group of checks is called %q", group)
		}
	}
	var chosen []step
	for _, s := range all {
		if slices.Contains(groups, s.group) {
			chosen = append(chosen, s)
		}
	}
	return chosen, nil
}

// runAll runs the steps one after the other, but for those that run aside, and adds up their tallies.
func runAll(chosen []step) tally {
	var total tally
	var waiting []<-chan result
	for _, s := range chosen {
		if s.role == aside {
			found := make(chan result, 1)
			go func() { found <- s.measure() }()
			waiting = append(waiting, found)
			continue
		}
		fmt.Printf("== %s\n", s.name)
		r := s.measure()
		r.tell()
		total = total.plus(r.tally)
		if s.role == vital && r.failed > 0 {
			break
		}
	}
	for _, found := range waiting {
		r := <-found
		fmt.Printf("== %s\n", r.name)
		r.tell()
		total = total.plus(r.tally)
	}
	return total
}

// A result is what a step found.
type result struct {
	tally
	name  string
	err   error
	spent time.Duration
}

func (s step) measure() result {
	start := time.Now()
	found, err := s.run()
	return result{found.orFailed(err), s.name, err, time.Since(start).Round(100 * time.Millisecond)}
}

func (r result) tell() {
	if r.failed == 0 {
		fmt.Printf("   ok: %d passed in %v\n", r.passed, r.spent)
		return
	}
	fmt.Printf("   FAILED: %d of %d in %v: %v\n", r.failed, r.passed+r.failed, r.spent, r.err)
}
