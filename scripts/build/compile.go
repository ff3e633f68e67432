package main

import (
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

const (
	optimizer      = "`wasm-opt` of binaryen"
	optimizerPath  = "node_modules/binaryen/bin/wasm-opt"
	optimizerAbout = "node_modules/binaryen/package.json"
	keptDir        = "out/kept"
)

// trick is something that makes the engine smaller without a change to its code. Each has to earn its place: "make bench"
// prints what the engine would be without it.
type trick struct {
	name      string
	flag, env string // of go build; either may be empty
	optimizes bool   // by wasm-opt, what Go has compiled
}

// tricks are those that a version of Go knows.
func tricks(goVersion string) []trick {
	// Only our own code: the runtime and the standard library are compiled as usual. A step is far from being slow enough
	// for anyone to notice.
	all := []trick{{name: "own code without inlining", flag: "-gcflags=offswitch/...=-l"}}
	if strings.HasPrefix(goVersion, "go1.26") {
		all = append(all, trick{name: "the older garbage collector", env: "GOEXPERIMENT=nogreenteagc"}) // there is no choice from Go 1.27 on
	}
	return append(all, trick{name: optimizer, optimizes: true})
}

// size is that of a built engine in bytes.
type size struct {
	Raw  int `json:"raw"`
	Gzip int `json:"gzip"`
}

// build compiles the engine into a file, byte for byte the same from the same sources and versions of Go and binaryen.
func build(file string, with []trick) (size, error) {
	dir, err := os.MkdirTemp("", "offswitch-build")
	if err != nil {
		return size{}, err
	}
	defer os.RemoveAll(dir)
	made := filepath.Join(dir, "engine.wasm")
	if err := compile(made, with); err != nil {
		return size{}, err
	}
	if slices.ContainsFunc(with, func(t trick) bool { return t.optimizes }) {
		if err := optimize(made); err != nil {
			return size{}, err
		}
	}
	engine, err := os.ReadFile(made)
	if err != nil {
		return size{}, err
	}
	if err := os.WriteFile(file, engine, 0o644); err != nil {
		return size{}, err
	}
	packed, err := gzipSize(engine)
	return size{len(engine), packed}, err
}

func compile(file string, with []trick) error {
	// A module holds the commit it was built from, unless it is told not to: then a clone, an unpacked archive and a changed
	// document would all make another engine. Set here, it also takes the place of what the environment asks of go build.
	args := []string{"build", "-buildmode=c-shared", "-trimpath", "-ldflags=-s -w -buildid=", "-o", file}
	env := []string{"GOOS=wasip1", "GOARCH=wasm", "GOFLAGS=-buildvcs=false"}
	for _, t := range with {
		if t.flag != "" {
			args = append(args, t.flag)
		}
		if t.env != "" {
			env = append(env, t.env)
		}
	}
	return run(env, "go", append(args, "./wasm")...)
}

// optimize makes a compiled module smaller. That takes a while, so its result is kept for as long as the module is the same.
func optimize(file string) error {
	compiled, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	// With another optimizer, other bytes come of the same module.
	version, err := os.ReadFile(optimizerAbout)
	if err != nil {
		return fmt.Errorf("%w: make setup installs what this needs", err)
	}
	kept := filepath.Join(keptDir, fmt.Sprintf("engine-%x.wasm", sha256.Sum256(append(version, compiled...))))
	if small, err := os.ReadFile(kept); err == nil {
		return os.WriteFile(file, small, 0o644)
	}
	err = run(nil, "node", optimizerPath, "-Os", "--enable-bulk-memory", "--enable-sign-ext",
		"--enable-nontrapping-float-to-int", "--enable-mutable-globals", file, "-o", file)
	if err != nil {
		return fmt.Errorf("%w: make setup installs what this needs", err)
	}
	small, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(keptDir, 0o755); err != nil {
		return err
	}
	return os.WriteFile(kept, small, 0o644)
}

// run is task.Run with more variables in the environment. What it shows goes where it does not mix with JSON.
func run(env []string, name string, args ...string) error {
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), env...)
	cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
	fmt.Fprintln(os.Stderr, "+", strings.Join(append(env, cmd.String()), " "))
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
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
