package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// pageTests is a check that the tests of the pages' logic pass, which need no browser.
func pageTests() (tally, error) {
	files, err := filepath.Glob("unit/*.test.mjs")
	if err != nil || len(files) == 0 {
		return tally{}, fmt.Errorf("no tests of page logic found in unit: %v", err)
	}
	output, failed := beside("node", append([]string{"--test", "--test-reporter=tap"}, files...)...).CombinedOutput()
	if failed != nil {
		os.Stdout.Write(output)
	}
	found, err := readTAP(string(output))
	return found, errors.Join(failed, err)
}
