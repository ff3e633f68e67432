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
	"os"
	"runtime"
	"slices"
	"sync"
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

// A role says what a step means for the ones after it.
type role int

const (
	ordinary role = iota
	vital         // when it fails nothing after it could say anything true, so the whole ends
	aside         // it runs beside the ones that are not, and is begun after those of its kind before it
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

// heapGrowth is how far the heap of a Go program that is started here grows between collections, in percent. Such programs
// keep little and make much, so collecting as often as Go does by itself would take half of the model's time.
const heapGrowth = "800"

func main() {
	flag.Parse()
	task.Main("check", func() error {
		if err := os.Setenv("GOGC", heapGrowth); err != nil {
			return err
		}
		chosen, err := choose(steps, flag.Args())
		if err != nil {
			return err
		}
		total, failed := runAll(chosen, runtime.NumCPU())
		for _, name := range failed {
			fmt.Printf("FAILED: %s\n", name)
		}
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

// runAll runs the steps one after the other, and beside them, as many at once as given, those that run aside. It tells of
// each when it is over, adds up their tallies, and names those that failed, in their order.
func runAll(chosen []step, atOnce int) (total tally, failed []string) {
	queue := make(chan int, len(chosen))
	found := make([]tally, len(chosen))
	var lanes sync.WaitGroup
	for range atOnce {
		lanes.Go(func() {
			for i := range queue {
				found[i] = chosen[i].measure()
			}
		})
	}
	for i, s := range chosen {
		if s.role == aside {
			queue <- i
			continue
		}
		fmt.Printf("-- %s\n", s.name)
		if found[i] = s.measure(); found[i].failed > 0 && s.role == vital {
			break
		}
	}
	close(queue)
	lanes.Wait()
	for i, s := range chosen {
		total = total.plus(found[i])
		if found[i].failed > 0 {
			failed = append(failed, s.name)
		}
	}
	return total, failed
}

// measure runs a step and tells what it found and how long it took.
func (s step) measure() tally {
	start := time.Now()
	found, err := s.run()
	found = found.orFailed(err)
	spent := time.Since(start).Round(100 * time.Millisecond)
	if found.failed == 0 {
		fmt.Printf("== %s\n   ok: %d passed in %v\n", s.name, found.passed, spent)
	} else {
		fmt.Printf("== %s\n   FAILED: %d of %d in %v: %v\n", s.name, found.failed, found.passed+found.failed, spent, err)
	}
	return found
}
