package main

import (
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestHasGoroutines(t *testing.T) {
	for _, test := range []struct {
		name, imports, body string
		expected            bool
	}{
		{"none", "fmt", `fmt.Println("go")`, false},
		{"one", "fmt", `go fmt.Println("go")`, true},
		{"one within a function", "fmt", `f := func() { defer func() { go fmt.Println() }() }; f()`, true},
		{"a channel", "fmt", `fmt.Println(make(chan int))`, true},
		{"a choice", "fmt", `select {}`, true},
		{"a lock", "sync", `var mu sync.Mutex; mu.Lock()`, true},
		{"made once", "sync", `sync.OnceValue(func() int { return 1 })()`, false},
		{"a group of them", "testing", `var g group; g.Go(work)`, true},
		{"a thing called Go", "testing", `effects = append(effects, Go{URL: "x"})`, false},
		{"tests beside each other", "testing", `t.Parallel()`, true},
		{"a function of a clock", "time", `time.AfterFunc(time.Second, work)`, true},
		{"a server", "net/http", `http.ListenAndServe("", nil)`, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			file, err := parser.ParseFile(token.NewFileSet(), "x.go", "package x\nimport \""+test.imports+"\"\nfunc x() { "+test.body+" }\n", 0)
			require.NoError(t, err)
			assert.Equal(t, test.expected, hasGoroutines(file))
		})
	}
}

// The engine and all that it is made of run on one goroutine, in tests too: in a browser there is no other. What has several is
// tested under the race detector.
func TestWhereGoroutinesAre(t *testing.T) {
	t.Chdir("../..")
	concurrent, sequential, err := byGoroutines()
	require.NoError(t, err)
	for _, name := range []string{"internal/ascii", "internal/engine", "internal/memory", "internal/page", "internal/regions", "internal/rules", "internal/tape", "internal/wire", "wasm"} {
		assert.Contains(t, sequential, "offswitch/"+name)
	}
	for _, name := range []string{"internal/lab", "scripts/check", "scripts/lab"} {
		assert.Contains(t, concurrent, "offswitch/"+name)
	}
	for _, name := range append(concurrent, sequential...) {
		assert.True(t, strings.HasPrefix(name, "offswitch/"), name)
	}
}
