package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What a command carries is the same in JavaScript's types, in the document, and in what the engine reads of a message.
func TestCommandsCarryWhatTheEngineReads(t *testing.T) {
	declared, all := map[string][]string{}, map[string]bool{}
	for name, shapes := range theContract(t).Commands {
		members := map[string]bool{}
		for _, each := range shapes {
			for member := range each.Members {
				if member != "command" {
					members[member], all[member] = true, true
				}
			}
		}
		declared[name] = slices.Sorted(maps.Keys(members))
	}
	assert.Equal(t, declared, documentedCommands(t), "the table of docs/protocol.md")
	assert.Equal(t, slices.Sorted(maps.Keys(all)), membersRead(t), "what the engine reads")
}

// documentedCommands are the members of each command in the document's table.
func documentedCommands(t *testing.T) map[string][]string {
	documented := map[string][]string{}
	for _, cells := range documentedTables(t)["command"] {
		members := inCode(cells[2])
		slices.Sort(members)
		for _, name := range inCode(cells[1]) {
			documented[name] = members
		}
	}
	return documented
}

// membersRead are the members of a command's message that Go names: those of the arguments, of the choices among them, and
// those that every event may have.
func membersRead(t *testing.T) []string {
	read := map[string]bool{}
	files, err := filepath.Glob("../../internal/engine/*.go")
	require.NoError(t, err)
	for _, file := range append(files, "../../internal/memory/choices.go") {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		of := func(x ast.Expr) bool {
			switch x := x.(type) {
			case *ast.SelectorExpr:
				return x.Sel.Name == "Args"
			case *ast.Ident:
				return x.Name == "args" || x.Name == "v" && strings.HasSuffix(file, "choices.go")
			}
			return false
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		require.NoError(t, err)
		ast.Inspect(tree, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) != 1 {
				return true
			}
			method, ok := call.Fun.(*ast.SelectorExpr)
			name, literal := call.Args[0].(*ast.BasicLit)
			if ok && literal && method.Sel.Name == "Get" && of(method.X) {
				member, err := strconv.Unquote(name.Value)
				require.NoError(t, err)
				read[member] = true
			}
			return true
		})
	}
	for _, member := range ofEveryCommand {
		read[member] = true
	}
	return slices.Sorted(maps.Keys(read))
}

// ofEveryCommand are read wherever they stand, with the event itself; TestEventsAreWhatTheEngineReads holds them.
var ofEveryCommand = []string{"zone", "languages"}
