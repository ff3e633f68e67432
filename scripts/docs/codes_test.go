package main

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A code that is written down where it is used is in no list, and so without a type and a text. The type checker tells
// which literals are codes.
func TestEveryCodeIsAConstant(t *testing.T) {
	fset := token.NewFileSet()
	checker := types.Config{Importer: importer.ForCompiler(fset, "source", nil)}
	for path := range shipped() {
		names, err := filepath.Glob(filepath.Join("../..", strings.TrimPrefix(path, "offswitch/"), "*.go"))
		require.NoError(t, err)
		var files []*ast.File
		for _, name := range names {
			if !strings.HasSuffix(name, "_test.go") {
				file, err := parser.ParseFile(fset, name, nil, 0)
				require.NoError(t, err)
				files = append(files, file)
			}
		}
		info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
		_, err = checker.Check(path, fset, files, info)
		require.NoError(t, err)
		for _, file := range files {
			literalCodes(t, fset, file, info)
		}
	}
}

// codeTypes are those whose values are all constants. A setting's title or page is of no such type.
var codeTypes = []string{
	"Outcome", "Purpose", "Phase", "Action", "Refusal", "Notice", "Message", "Who", "Command", "EventType", "Status", "Verdict", "Ground",
}

func literalCodes(t *testing.T, fset *token.FileSet, file *ast.File, info *types.Info) {
	ast.Inspect(file, func(node ast.Node) bool {
		if declaration, ok := node.(*ast.GenDecl); ok && declaration.Tok == token.CONST {
			return false
		}
		literal, ok := node.(*ast.BasicLit)
		if !ok || literal.Value == `""` {
			return true
		}
		if named, ok := info.TypeOf(literal).(*types.Named); ok {
			assert.NotContains(t, codeTypes, named.Obj().Name(), "%s: %s wants a constant", fset.Position(literal.Pos()), literal.Value)
		}
		return true
	})
}
