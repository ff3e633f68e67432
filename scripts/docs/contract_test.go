package main

import (
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const extension = "../../extension/"

// contract is what the extension's JavaScript says of the engine, as contract.mjs reads it.
type contract struct {
	Answer          *shape
	Effects, Events map[string][]*shape
	Commands        map[string][]*shape
	Orders, Reports map[string][]*shape // to the agents, and from them
	View            *shape
	Limits          map[string]int
	Texts           asked
}

var readContract = sync.OnceValues(func() (contract, error) {
	var c contract
	// The files are read here too, so that "go test" knows that its result depends on them.
	for _, pattern := range []string{"contract.mjs", extension + "*.js", extension + "*/*.js"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			return c, err
		}
		for _, file := range files {
			if _, err := os.ReadFile(file); err != nil {
				return c, err
			}
		}
	}
	cmd := exec.Command("node", "contract.mjs")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return c, err
	}
	return c, json.Unmarshal(out, &c)
})

func theContract(t *testing.T) contract {
	t.Helper()
	c, err := readContract()
	require.NoError(t, err, "contract.mjs, which reads the JavaScript, needs Node.js and the packages of npm: make setup")
	return c
}

// shape is what a value of JSON may be, as JavaScript's types declare it.
type shape struct {
	Kinds    []string
	Text     string            // one of the texts, where only some are allowed
	Members  map[string]*shape // nil where nothing is said of them
	Items    *shape
	Optional bool
}

// seen is what values of JSON were.
type seen struct {
	kinds   map[string]bool
	members map[string]*seen
	items   *seen
	objects int // how many of the values were objects
	times   int
}

func (s *seen) add(value any) {
	if s.kinds == nil {
		s.kinds, s.members = map[string]bool{}, map[string]*seen{}
	}
	s.times++
	switch value := value.(type) {
	case nil:
		s.kinds["null"] = true
	case string:
		s.kinds["text"] = true
	case float64:
		s.kinds["number"] = true
	case bool:
		s.kinds["bool"] = true
	case []any:
		s.kinds["list"] = true
		for _, item := range value {
			if s.items == nil {
				s.items = &seen{}
			}
			s.items.add(item)
		}
	case map[string]any:
		s.kinds["object"] = true
		s.objects++
		for name, member := range value {
			if s.members[name] == nil {
				s.members[name] = &seen{}
			}
			s.members[name].add(member)
		}
	}
}

// agree requires that what was seen is what is declared: no less, and no more.
func agree(t *testing.T, at string, declared *shape, s *seen) {
	t.Helper()
	assert.ElementsMatch(t, declared.Kinds, slices.Collect(maps.Keys(s.kinds)), "%s: what it is declared to be, and what it was", at)
	if declared.Items != nil && assert.NotNil(t, s.items, "%s: never seen with anything in it", at) {
		agree(t, at+"[]", declared.Items, s.items)
	}
	if declared.Members == nil || s.objects == 0 {
		return
	}
	for name, member := range declared.Members {
		if got := s.members[name]; assert.NotNil(t, got, "%s.%s is declared in JavaScript, and the engine never says it", at, name) {
			assert.Equal(t, member.Optional, got.times < s.objects, "%s.%s: whether it may be missing", at, name)
			agree(t, at+"."+name, member, got)
		}
	}
	for name := range s.members {
		assert.True(t, declared.Members[name] != nil, "%s.%s is said by the engine, and not declared in JavaScript", at, name)
	}
}

// The agent cannot import the lists, for content scripts are no modules.
func TestLimitsOfTheAgentAreThoseOfTheEngine(t *testing.T) {
	limits := theContract(t).Limits
	for js, inGo := range map[string]string{"MAX_CONTROLS": "MaxControls", "MAX_ROWS": "MaxRows", "MAX_SAVES": "MaxSaves"} {
		assert.Equal(t, number(inGo), limits[js], "%s of the agent", js)
	}
}

func TestCommandsAreThoseOfThePages(t *testing.T) {
	assert.ElementsMatch(t, codesOf("Command"), slices.Collect(maps.Keys(theContract(t).Commands)))
}

// The tables of the documents name every event, command and effect, and every reason for which a run stops.
func TestTablesOfTheContract(t *testing.T) {
	c := theContract(t)
	named := map[string][]string{}
	for head, rows := range documentedTables(t) {
		for _, cells := range rows {
			named[head] = append(named[head], inCode(cells[1])...)
		}
	}
	assert.ElementsMatch(t, slices.Collect(maps.Keys(c.Events)), named["event"])
	assert.ElementsMatch(t, slices.Collect(maps.Keys(c.Commands)), named["command"])
	assert.ElementsMatch(t, slices.Collect(maps.Keys(c.Effects)), named["effect"])
	assert.ElementsMatch(t, slices.Collect(maps.Keys(c.Answer.Members)), named["member"])
	assert.ElementsMatch(t, codesNamed("By"), named["why"])
	assert.ElementsMatch(t, append(slices.Collect(maps.Keys(c.Orders)), slices.Collect(maps.Keys(c.Reports))...), named["message"])
}

// documentedTables are the tables of the documents by the heads of their first columns: for each row its cells, of which the
// first and the last stand outside.
func documentedTables(t *testing.T) map[string][][]string {
	documents, err := filepath.Glob("../../docs/*.md")
	require.NoError(t, err)
	tables := map[string][][]string{}
	for _, file := range documents {
		content, err := os.ReadFile(file)
		require.NoError(t, err)
		head := ""
		for line := range strings.Lines(string(content)) {
			cells := strings.Split(line, "|")
			if len(cells) < 3 {
				head = ""
				continue
			}
			if head == "" {
				head = strings.TrimSpace(cells[1])
			}
			tables[head] = append(tables[head], cells)
		}
	}
	return tables
}

// inCode returns what stands between backticks.
func inCode(text string) []string {
	var all []string
	for i, part := range strings.Split(text, "`") {
		if i%2 == 1 {
			all = append(all, part)
		}
	}
	return all
}

// The content scripts are plain scripts in one scope: each needs those before it.
func TestContentScriptsShipInOrder(t *testing.T) {
	var manifest struct {
		Scripts []struct{ JS []string } `json:"content_scripts"`
	}
	readManifest(t, &manifest)
	require.Len(t, manifest.Scripts, 1)
	assert.Equal(t, "mark.js clock.js sight.js control.js roots.js page.js look.js agent.js", strings.Join(manifest.Scripts[0].JS, " "))
}
