// Package task holds what the programs behind the Makefile share: they work from the root of the repository
// whatever directory they were started in, show what they run, and end with one clear line when something fails.
package task

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// Main changes to the root of the repository, calls run and exits 1 with its error on standard error, if any.
func Main(name string, run func() error) {
	err := toRoot()
	if err == nil {
		err = run()
	}
	if err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n", name, err)
		os.Exit(1)
	}
}

// toRoot changes to the nearest directory upwards that holds a go.mod.
func toRoot() error {
	dir, err := os.Getwd()
	if err != nil {
		return err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return os.Chdir(dir)
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return errors.New("no go.mod found upwards of the working directory: start this inside the repository")
		}
		dir = parent
	}
}

// Run starts a command with the terminal as its input and output, after printing it, and waits for it.
// The error names the command.
func Run(name string, args ...string) error {
	cmd := exec.Command(name, args...)
	fmt.Println("+", cmd.String())
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}
