// Command build compiles the engine to extension/engine.wasm, which makes extension/ complete: it can then be loaded
// unpacked in a browser. It fails when the engine grows over its budget.
package main

import (
	"compress/gzip"
	"crypto/sha256"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"offswitch/scripts/internal/task"
)

const (
	enginePath = "extension/engine.wasm"
	optimizer  = "node_modules/binaryen/bin/wasm-opt"
	keptDir    = "out/kept"
	// maxRaw and maxGzip are budgets in bytes: the cold start of the background grows with the engine's size.
	maxRaw  = 2_600_000
	maxGzip = 750_000
)

func main() {
	output := flag.String("o", enginePath, "where to write the engine")
	flag.Parse()
	task.Main("build", func() error {
		engine, err := build()
		if err != nil {
			return err
		}
		if err := os.WriteFile(*output, engine, 0o644); err != nil {
			return err
		}
		packed, err := gzipSize(engine)
		if err != nil {
			return err
		}
		fmt.Printf("%s: %d bytes raw, %d bytes gzip\n", *output, len(engine), packed)
		return withinBudget(len(engine), packed)
	})
}

// build compiles the engine and makes it smaller. The second takes a while, so
// its result is kept for as long as the first gives the same.
func build() ([]byte, error) {
	dir, err := os.MkdirTemp("", "offswitch-build")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	compiled, small := filepath.Join(dir, "compiled.wasm"), filepath.Join(dir, "small.wasm")
	env := []string{"GOOS=wasip1", "GOARCH=wasm"}
	if strings.HasPrefix(runtime.Version(), "go1.26") {
		// The older garbage collector is 45 KB smaller; Go 1.27 has no such choice.
		env = append(env, "GOEXPERIMENT=nogreenteagc")
	}
	err = task.RunEnv(env, "go", "build", "-buildmode=c-shared", "-trimpath", "-ldflags=-s -w -buildid=",
		// Without inlining our own code is smaller, and no slower that anyone could notice.
		"-gcflags=offswitch/...=-l", "-o", compiled, "./wasm")
	if err != nil {
		return nil, err
	}
	raw, err := os.ReadFile(compiled)
	if err != nil {
		return nil, err
	}
	kept := filepath.Join(keptDir, fmt.Sprintf("engine-%x.wasm", sha256.Sum256(raw)))
	if engine, err := os.ReadFile(kept); err == nil {
		return engine, nil
	}
	err = task.Run("node", optimizer, "-Os", "--enable-bulk-memory", "--enable-sign-ext",
		"--enable-nontrapping-float-to-int", "--enable-mutable-globals", compiled, "-o", small)
	if err != nil {
		return nil, fmt.Errorf("%w: make setup installs what this needs", err)
	}
	engine, err := os.ReadFile(small)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(keptDir, 0o755); err != nil {
		return nil, err
	}
	return engine, os.WriteFile(kept, engine, 0o644)
}

func withinBudget(raw, packed int) error {
	if raw > maxRaw {
		return fmt.Errorf("the engine is %d bytes: more than its budget of %d", raw, maxRaw)
	}
	if packed > maxGzip {
		return fmt.Errorf("the engine is %d bytes gzip: more than its budget of %d", packed, maxGzip)
	}
	return nil
}

type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

func gzipSize(content []byte) (int, error) {
	var size counter
	w, err := gzip.NewWriterLevel(io.Writer(&size), gzip.BestCompression)
	if err != nil {
		return 0, err
	}
	if _, err := w.Write(content); err != nil {
		return 0, err
	}
	if err := w.Close(); err != nil {
		return 0, err
	}
	return int(size), nil
}
