package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// byGoroutines lists the packages of the module whose code or tests may run on several goroutines, and the others.
func byGoroutines() (concurrent, sequential []string, err error) {
	cmd := exec.Command("go", "list", "-json=ImportPath,Dir", "./...")
	output, err := cmd.Output()
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", cmd, err)
	}
	packages := json.NewDecoder(strings.NewReader(string(output)))
	for {
		var p struct{ ImportPath, Dir string }
		if err := packages.Decode(&p); errors.Is(err, io.EOF) {
			return concurrent, sequential, nil
		} else if err != nil {
			return nil, nil, err
		}
		// All files count, whatever system they are for.
		files, err := filepath.Glob(filepath.Join(p.Dir, "*.go"))
		if err != nil {
			return nil, nil, err
		}
		found := false
		for _, file := range files {
			parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
			if err != nil {
				return nil, nil, err
			}
			found = found || hasGoroutines(parsed)
		}
		if found {
			concurrent = append(concurrent, p.ImportPath)
		} else {
			sequential = append(sequential, p.ImportPath)
		}
	}
}

// startsThem are packages that start goroutines for those who use them, or that nobody needs who has only one.
var startsThem = map[string]bool{"net/http": true, "net/http/httptest": true, "net": true, "os/signal": true, "sync/atomic": true, "golang.org/x/sync/errgroup": true}

// hasGoroutines reports whether a file starts goroutines, has them started, or has anything that several of them share. What
// is made once (sync.OnceValue) is no such thing: it serves a single one as well.
func hasGoroutines(file *ast.File) bool {
	for _, imported := range file.Imports {
		if path, err := strconv.Unquote(imported.Path.Value); err != nil || startsThem[path] || (path == "sync" && imported.Name != nil) {
			return true
		}
	}
	found := false
	ast.Inspect(file, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.GoStmt, *ast.ChanType, *ast.SelectStmt, *ast.SendStmt:
			found = true
		case *ast.SelectorExpr:
			if from, ok := node.X.(*ast.Ident); ok && from.Name == "sync" && !strings.HasPrefix(node.Sel.Name, "Once") {
				found = true
			}
		case *ast.CallExpr:
			if called, ok := node.Fun.(*ast.SelectorExpr); ok {
				switch called.Sel.Name {
				case "Go", "Parallel", "RunParallel", "AfterFunc":
					found = true
				}
			}
		}
		return !found
	})
	return found
}
