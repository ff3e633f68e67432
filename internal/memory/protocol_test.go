package memory

import (
	"encoding/json"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The table of docs/protocol.md names every member of every object that is stored.
func TestProtocolNamesWhatIsStored(t *testing.T) {
	var s State
	fill(reflect.ValueOf(&s).Elem())
	var stored any
	require.NoError(t, json.Unmarshal(Encode(&s), &stored))
	written := map[string][]string{}
	objects("state", stored, written)
	assert.Equal(t, written, tableOfMembers(t))
}

// fill puts one thing into everything; where something is kept by setting, that is a setting of the table.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(v.Index(0))
	case reflect.Map:
		item := reflect.New(v.Type().Elem()).Elem()
		fill(item)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(reflect.ValueOf("ai-training"), item)
	case reflect.String:
		v.SetString("x")
	case reflect.Bool:
		v.SetBool(true)
	default:
		v.SetInt(7)
	}
}

// objects notes the names of the members of each object, by where it stands. The records of another account, and what the
// person said of it, are like those of the account at hand.
func objects(at string, value any, written map[string][]string) {
	for _, list := range []string{"local", "offered", "left"} {
		if at == "others[]."+list {
			at = list
		}
	}
	switch value := value.(type) {
	case []any:
		objects(at+"[]", value[0], written)
	case map[string]any:
		if strings.HasSuffix(at, "settings") {
			objects("settings.<id>", value["ai-training"], written)
			return
		}
		written[at] = slices.Sorted(maps.Keys(value))
		for name, member := range value {
			objects(strings.TrimPrefix(at+"."+name, "state."), member, written)
		}
	}
}

// tableOfMembers is the table headed "stored": what stands in code in its second column, by what does in the first.
func tableOfMembers(t *testing.T) map[string][]string {
	t.Helper()
	content, err := os.ReadFile("../../docs/protocol.md")
	require.NoError(t, err)
	_, table, found := strings.Cut(string(content), "| stored | members |")
	require.True(t, found)
	table, _, _ = strings.Cut(table, "\n\n")
	named := map[string][]string{}
	for line := range strings.Lines(table) {
		if cells := strings.Split(line, "|"); strings.Contains(cells[1], "`") {
			at := inCode(cells[1])[0]
			named[at] = inCode(cells[2])
			slices.Sort(named[at])
		}
	}
	return named
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
