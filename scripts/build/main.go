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
	"slices"

	"offswitch/scripts/internal/task"
)

const (
	enginePath = "extension/engine.wasm"
	sizesDir   = "out/sizes"
)

// Budgets in bytes: the cold start of the background grows with the engine's size.
const (
	maxRaw  = 2_850_000
	maxGzip = 850_000
)

func main() {
	output := flag.String("o", enginePath, "where to write the engine")
	sizes := flag.Bool("sizes", false, "build into out/sizes instead, and print sizes as JSON")
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

// without is the engine as it would be without one trick.
type without struct {
	Trick string `json:"trick"`
	File  string `json:"file"`
	size
}

// printSizes builds the engine as it ships, and once more without each trick.
func printSizes() error {
	if err := os.MkdirAll(sizesDir, 0o755); err != nil {
		return err
	}
	var all struct {
		Engine  size      `json:"engine"`
		Most    size      `json:"most"`
		Go      string    `json:"go"`
		Without []without `json:"without"`
	}
	all.Most, all.Go = size{maxRaw, maxGzip}, runtime.Version()
	every := tricks(runtime.Version())
	var err error
	if all.Engine, err = build(filepath.Join(sizesDir, "engine.wasm"), every); err != nil {
		return err
	}
	for i, t := range every {
		file := filepath.Join(sizesDir, fmt.Sprintf("without-%d.wasm", i+1))
		found, err := build(file, slices.Concat(every[:i], every[i+1:]))
		if err != nil {
			return err
		}
		all.Without = append(all.Without, without{t.name, file, found})
	}
	return json.NewEncoder(os.Stdout).Encode(all)
}
