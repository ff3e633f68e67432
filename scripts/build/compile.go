package main

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

// trick is something that makes the engine smaller without a change to its code. Each has to earn its place: "make bench"
// prints what the engine would be without it.
type trick struct {
	name      string
	flag, env string // of go build; either may be empty
}

// tricks are those that a version of Go knows.
func tricks(goVersion string) []trick {
	// Only our own code: the runtime and the standard library are compiled as usual. A step is far from being slow enough
	// for anyone to notice.
	all := []trick{{name: "own code without inlining", flag: "-gcflags=offswitch/...=-l"}}
	if strings.HasPrefix(goVersion, "go1.26") {
		all = append(all, trick{name: "the older garbage collector", env: "GOEXPERIMENT=nogreenteagc"}) // there is no choice from Go 1.27 on
	}
	return all
}

// size is that of a built engine in bytes.
type size struct {
	Raw  int `json:"raw"`
	Gzip int `json:"gzip"`
}

// build compiles the engine into a file, byte for byte the same from the same sources and version of Go.
func build(file string, with []trick) (size, error) {
	args := []string{"build", "-buildmode=c-shared", "-trimpath", "-ldflags=-s -w -buildid=", "-o", file}
	env := []string{"GOOS=wasip1", "GOARCH=wasm"}
	for _, t := range with {
		if t.flag != "" {
			args = append(args, t.flag)
		}
		if t.env != "" {
			env = append(env, t.env)
		}
	}
	cmd := exec.Command("go", append(args, "./wasm")...)
	cmd.Env = append(os.Environ(), env...)
	cmd.Stderr = os.Stderr
	fmt.Fprintln(os.Stderr, "+", strings.Join(append(env, cmd.String()), " "))
	if err := cmd.Run(); err != nil {
		return size{}, fmt.Errorf("go build: %w", err)
	}
	engine, err := os.ReadFile(file)
	if err != nil {
		return size{}, err
	}
	packed, err := gzipSize(engine)
	return size{len(engine), packed}, err
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
