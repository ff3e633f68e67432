// Command build compiles the engine to extension/engine.wasm, which makes extension/ complete: it can then be loaded
// unpacked in a browser. It fails when the engine grows over its budget.
//
//	go run ./scripts/build [-o engine.wasm]
//	go run ./scripts/build -sizes     what it is in size, and would be without what makes it smaller, as JSON
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"offswitch/scripts/internal/task"
)

const enginePath = "extension/engine.wasm"

// Budgets in bytes: the cold start of the background grows with the engine's size.
const (
	maxRaw  = 2_600_000
	maxGzip = 750_000
)

func main() {
	output := flag.String("o", enginePath, "where to write the engine")
	sizes := flag.Bool("sizes", false, "write no engine, print sizes as JSON")
	flag.Parse()
	task.Main("build", func() error {
		if *sizes {
			return printSizes()
		}
		engine, err := build(*output, tricks(runtime.Version()))
		if err != nil {
			return err
		}
		fmt.Printf("%s: %d bytes raw, %d bytes gzip\n", *output, engine.Raw, engine.Gzip)
		return withinBudget(engine)
	})
}

func withinBudget(engine size) error {
	if engine.Raw > maxRaw {
		return fmt.Errorf("the engine is %d bytes: more than its budget of %d", engine.Raw, maxRaw)
	}
	if engine.Gzip > maxGzip {
		return fmt.Errorf("the engine is %d bytes gzip: more than its budget of %d", engine.Gzip, maxGzip)
	}
	return nil
}

// printSizes builds the engine as it ships, and once more without each trick.
func printSizes() error {
	dir, err := os.MkdirTemp("", "offswitch-build")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	type without struct {
		Trick string `json:"trick"`
		size
	}
	var all struct {
		Engine  size      `json:"engine"`
		Most    size      `json:"most"`
		Go      string    `json:"go"`
		Without []without `json:"without"`
	}
	all.Most, all.Go = size{maxRaw, maxGzip}, runtime.Version()
	file := filepath.Join(dir, "engine.wasm")
	every := tricks(runtime.Version())
	if all.Engine, err = build(file, every); err != nil {
		return err
	}
	for i, t := range every {
		others := append(append([]trick(nil), every[:i]...), every[i+1:]...)
		found, err := build(file, others)
		if err != nil {
			return err
		}
		all.Without = append(all.Without, without{t.name, found})
	}
	return json.NewEncoder(os.Stdout).Encode(all)
}
