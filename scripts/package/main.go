// Command package zips extension/ into out/offswitch-<version>.zip: exactly the files that ship, byte for byte the
// same zip from the same files. It fails when a file is there that has no business in the package, or one is missing,
// or something is over its budget.
//
//	go run ./scripts/package
//	go run ./scripts/package -sizes     what is in budgets, as JSON
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"offswitch/scripts/internal/task"
)

// Budgets in bytes. The agent's is for the code that runs on every settings page, comments left out.
const (
	maxZip   = 1_500_000
	maxAgent = 36_000
)

// agentFiles are the content scripts.
var agentFiles = []string{"mark.js", "sight.js", "control.js", "roots.js", "page.js", "look.js", "agent.js"}

func main() {
	sizes := flag.Bool("sizes", false, "write no package, print sizes as JSON")
	flag.Parse()
	task.Main("package", func() error {
		extension := os.DirFS("extension")
		files, err := list(extension)
		if err != nil {
			return err
		}
		agent, err := codeSizes(extension, agentFiles...)
		if err != nil {
			return err
		}
		version, err := readVersion(extension)
		if err != nil {
			return err
		}
		zipped, err := pack(extension, files)
		if err != nil {
			return err
		}
		if *sizes {
			return json.NewEncoder(os.Stdout).Encode(map[string]measure{"package": {len(zipped), maxZip}, "agent": {agent, maxAgent}})
		}
		if agent > maxAgent {
			return fmt.Errorf("the code of %v is %d bytes: more than its budget of %d", agentFiles, agent, maxAgent)
		}
		if len(zipped) > maxZip {
			return fmt.Errorf("the package is %d bytes: more than its budget of %d", len(zipped), maxZip)
		}
		target := filepath.Join("out", "offswitch-"+version+".zip")
		if err := os.MkdirAll("out", 0o755); err != nil {
			return err
		}
		// An older version left beside the new one could be the one that gets tested or sent in.
		older, err := filepath.Glob(filepath.Join("out", "offswitch-*.zip"))
		if err != nil {
			return err
		}
		for _, path := range older {
			if err := os.Remove(path); err != nil {
				return err
			}
		}
		fmt.Printf("%s: %d files, %d bytes\n", target, len(files), len(zipped))
		return os.WriteFile(target, zipped, 0o644)
	})
}

// measure is a size in bytes, and its budget.
type measure struct {
	Bytes int `json:"bytes"`
	Most  int `json:"most"`
}
