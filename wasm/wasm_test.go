// Package main_test compares the engine as it ships, a WebAssembly file, with the same engine in Go.
package main_test

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"

	goengine "offswitch/internal/engine"
	"offswitch/internal/tape"
)

const root = ".."

// engine is one instance of the built file.
type engine struct {
	t      *testing.T
	module api.Module
}

var built []byte

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "offswitch")
	if err != nil {
		panic(err)
	}
	file := filepath.Join(dir, "engine.wasm")
	build := exec.Command("go", "run", "./scripts/build", "-o", file)
	build.Dir = root
	out, err := build.CombinedOutput()
	if err == nil {
		built, err = os.ReadFile(file)
	}
	os.RemoveAll(dir)
	if err != nil {
		os.Stderr.Write(out)
		panic(err)
	}
	os.Exit(m.Run())
}

// start makes instances of the compiled file. Compiling takes longest, so it is done once.
func start(t *testing.T) func() *engine {
	ctx := context.Background()
	runtime := wazero.NewRuntime(ctx)
	t.Cleanup(func() { require.NoError(t, runtime.Close(ctx)) })
	wasi_snapshot_preview1.MustInstantiate(ctx, runtime)
	code, err := runtime.CompileModule(ctx, built)
	require.NoError(t, err)
	return func() *engine {
		module, err := runtime.InstantiateModule(ctx, code, wazero.NewModuleConfig().WithName("").WithStartFunctions("_initialize"))
		require.NoError(t, err)
		return &engine{t, module}
	}
}

func (e *engine) call(name string, args ...uint64) int32 {
	got, err := e.module.ExportedFunction(name).Call(context.Background(), args...)
	require.NoError(e.t, err)
	return int32(got[0])
}

// step is what engine.js does for one event.
func (e *engine) step(event string) (answer string, ok bool) {
	size := uint64(len(event))
	require.True(e.t, e.module.Memory().WriteString(uint32(e.call("buffer", size)), event))
	n := e.call("step", size)
	ok = n >= 0
	if !ok {
		n = -n
	}
	got, read := e.module.Memory().Read(uint32(e.call("answer")), uint32(n))
	require.True(e.t, read)
	return string(got), ok
}

// The built engine and the Go engine give the same answers, byte for byte, to the events of the engine's golden files and
// to those of random worlds.
func TestAnswersAreThoseOfTheGoEngine(t *testing.T) {
	golden, err := filepath.Glob("../internal/engine/testdata/*.golden")
	require.NoError(t, err)
	require.NotEmpty(t, golden)
	instantiate := start(t)
	for _, file := range append(golden, randomTapes(t)...) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			text, err := os.ReadFile(file)
			require.NoError(t, err)
			_, err = tape.Play(string(text), func() tape.Handle {
				inGo, built := goengine.New(), instantiate()
				return func(event []byte) ([]byte, error) {
					want, err := inGo.Handle(event)
					got, ok := built.step(string(event))
					require.Equal(t, err == nil, ok, got)
					sameBytes(t, event, want, got)
					return want, err
				}
			})
			require.NoError(t, err)
		})
	}
}

// sameBytes shows where two answers part, and no more: they are long.
func sameBytes(t *testing.T, event, want []byte, got string) {
	if string(want) == got {
		return
	}
	at := 0
	for at < min(len(want), len(got)) && want[at] == got[at] {
		at++
	}
	from := max(0, at-100)
	require.FailNow(t, "the built engine answers something else", "to %.300s\nat byte %d\nGo    ...%.200s\nbuilt ...%.200s", event, at, want[from:], got[from:])
}

// randomTapes are tapes of random worlds, which only the engine's own tests can make.
func randomTapes(t *testing.T) []string {
	dir := t.TempDir()
	play := exec.Command("go", "test", "./internal/engine", "-count=1", "-run", "^TestRandomTapes$", "-args", "-tapes", dir)
	play.Dir = root
	out, err := play.CombinedOutput()
	require.NoError(t, err, "%s", out)
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	return files
}

func TestBadInput(t *testing.T) {
	e := start(t)()
	for _, event := range []string{``, `{`, `[]`, `7`, `{"type":"restore","type":"restore"}`, `{"type":"rest"}`, `{"type":"command","command":"dance"}`} {
		answer, ok := e.step(event)
		assert.False(t, ok, event)
		assert.Contains(t, answer, "want", event)
	}
	assert.Negative(t, e.call("step", 1<<30), "more than its buffer holds")
	assert.NotZero(t, e.call("buffer", 1<<20), "a mebibyte")
	for _, size := range []uint64{1<<20 + 1<<16 + 1, 1 << 21, 1 << 26, 1 << 30, 1<<32 - 1} {
		assert.Zero(t, e.call("buffer", size), "a buffer of %d, which is beyond reason", size)
	}
	answer, ok := e.step(`{"type":"restore","now":1790000000000}`)
	assert.True(t, ok, "bad input changes nothing")
	assert.True(t, json.Valid([]byte(answer)))
}

// What these packages bring along would slow every cold start of the background
// down, or tempt the engine to look at something else than its events.
func TestEngineImportsNothingHeavy(t *testing.T) {
	list := exec.Command("go", "list", "-deps", "./wasm")
	list.Dir = root
	list.Env = append(os.Environ(), "GOOS=wasip1", "GOARCH=wasm")
	out, err := list.Output()
	require.NoError(t, err)
	deps := strings.Fields(string(out))
	require.Contains(t, deps, "offswitch/internal/engine")
	for _, dep := range deps {
		for _, heavy := range []string{"encoding/json", "fmt", "regexp", "net", "time", "os", "crypto", "reflect", "unicode"} {
			banned := dep == heavy || (strings.HasPrefix(dep, heavy+"/") && dep != "unicode/utf8")
			assert.False(t, banned, "the engine imports %s", dep)
		}
	}
}
