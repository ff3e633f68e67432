package main

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/memory"
	"offswitch/internal/regions"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

// policySchema is what the browsers read of extension/managed_schema.json.
type policySchema struct {
	Type, Title, Description string
	Properties               map[string]policySchema
	Items                    *policySchema
	Enum                     []any
	Minimum, Maximum         *float64
}

func thePolicySchema(t *testing.T) policySchema {
	var s policySchema
	text, err := os.ReadFile(extension + "managed_schema.json")
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, &s))
	return s
}

// misfit says what of a value is not as the schema has it, "" for nothing.
func (s policySchema) misfit(at string, value any) string {
	kind := ""
	switch value := value.(type) {
	case map[string]any:
		kind = "object"
		for name, member := range value {
			if schema, ok := s.Properties[name]; !ok {
				return at + "." + name + " is not known"
			} else if m := schema.misfit(at+"."+name, member); m != "" {
				return m
			}
		}
	case []any:
		kind = "array"
		for _, item := range value {
			if m := s.Items.misfit(at+"[]", item); m != "" {
				return m
			}
		}
	case string:
		kind = "string"
	case bool:
		kind = "boolean"
	case float64:
		kind = "integer"
		if s.Minimum != nil && value < *s.Minimum || s.Maximum != nil && value > *s.Maximum {
			return fmt.Sprint(at, " is out of bounds: ", value)
		}
	}
	if kind != s.Type {
		return at + " is no " + s.Type
	}
	if len(s.Enum) > 0 && !slices.Contains(s.Enum, value) {
		return fmt.Sprint(at, " cannot be ", value)
	}
	return ""
}

// The schema is what the engine understands: every value that it allows, and no other.
func TestTheSchemaOfPoliciesIsWhatTheEngineReads(t *testing.T) {
	s := thePolicySchema(t)
	enum := func(name string) (all []string) {
		for _, value := range s.Properties[name].Enum {
			all = append(all, value.(string))
		}
		return all
	}
	assert.ElementsMatch(t, codesOf("Region"), enum("region"))
	assert.ElementsMatch(t, codesOf("Level"), enum("level"))
	assert.ElementsMatch(t, codesOf("Mode"), enum("mode"))
	assert.ElementsMatch(t, codesOf("Checks"), enum("checks"))
	assert.EqualValues(t, memory.MaxEvery, *s.Properties["every"].Maximum)
	for name, property := range s.Properties {
		assert.NotEmpty(t, property.Description, name)
		for _, value := range property.Enum {
			policy := fmt.Sprintf(`{%q: %q, "locked": [%q]}`, name, value, name)
			m := managedBy(t, policy)
			assert.Empty(t, m.Ignored, policy)
			assert.Equal(t, []string{name}, m.Locked, "%s can be locked", name)
		}
	}
	for _, name := range s.Properties["locked"].Items.Enum {
		assert.Contains(t, s.Properties, name)
	}
	rows := []string{}
	for _, cells := range tableIn(t, "organisations.md") {
		rows = append(rows, inCode(cells[0])...)
	}
	for name := range s.Properties {
		assert.Contains(t, rows, name, "docs/organisations.md")
	}
	assert.Len(t, rows, len(s.Properties))
}

func managedBy(t *testing.T, policy string) memory.Managed {
	v, err := wire.Parse([]byte(policy))
	require.NoError(t, err, policy)
	return memory.ReadManaged(v)
}

// tableIn returns the rows of the first table of a document, without its head.
func tableIn(t *testing.T, document string) (rows [][]string) {
	text, err := os.ReadFile(root + "docs/" + document)
	require.NoError(t, err)
	for line := range strings.SplitSeq(string(text), "\n") {
		if strings.HasPrefix(line, "| ") && !strings.HasPrefix(line, "| ---") {
			rows = append(rows, strings.Split(strings.Trim(line, "| "), " | "))
		} else if len(rows) > 0 && !strings.HasPrefix(line, "|") {
			break
		}
	}
	require.NotEmpty(t, rows)
	return rows[1:]
}

var policySample = regexp.MustCompile("(?s)```(json|reg|xml)\n(.*?)```")

// Every sample is read by its system's own form, fits the schema, and says the same to the engine.
func TestSamplesOfPoliciesFitTheSchema(t *testing.T) {
	text, err := os.ReadFile(root + "docs/organisations.md")
	require.NoError(t, err)
	schema := thePolicySchema(t)
	manifest := struct {
		Gecko struct{ Gecko struct{ ID string } } `json:"browser_specific_settings"`
	}{}
	readManifest(t, &manifest)
	found := policySample.FindAllStringSubmatch(string(text), -1)
	require.Len(t, found, 5)
	for _, each := range found {
		kind, body := each[1], each[2]
		var policy map[string]any
		switch kind {
		case "json":
			policy = ofJSON(t, body, manifest.Gecko.Gecko.ID)
		case "reg":
			policy = ofRegistry(t, body, schema)
		case "xml":
			policy = ofPlist(t, body)
		}
		assert.Empty(t, schema.misfit("policy", policy), body)
		again, err := json.Marshal(policy)
		require.NoError(t, err)
		m := managedBy(t, string(again))
		assert.Empty(t, m.Ignored, body)
		assert.Equal(t, []string{"level", "mode"}, m.Locked, body)
		assert.True(t, m.NoWelcome, body)
		own := memory.New().Choices
		own.Region, own.Mode = regions.US, memory.Automatic
		assert.Equal(t, memory.Guided, m.Over(own).Mode)
		assert.Equal(t, rules.Recommended, m.Over(own).Level)
		assert.Equal(t, 365, m.Over(memory.New().Choices).Every, body)
	}
}

// ofJSON reads a policy file of Chromium and its kin, or of Firefox.
func ofJSON(t *testing.T, text, gecko string) map[string]any {
	var chromium struct {
		ThirdParty struct{ Extensions map[string]map[string]any } `json:"3rdparty"`
	}
	var firefox struct {
		Policies struct {
			ThirdParty struct {
				Extensions map[string]map[string]any `json:"Extensions"`
			} `json:"3rdparty"`
		}
	}
	require.NoError(t, json.Unmarshal([]byte(text), &chromium))
	require.NoError(t, json.Unmarshal([]byte(text), &firefox))
	if policy := chromium.ThirdParty.Extensions["EXTENSION_ID"]; policy != nil {
		return policy
	}
	policy := firefox.Policies.ThirdParty.Extensions[gecko]
	require.NotNil(t, policy, text)
	return policy
}

// ofRegistry reads a file for the registry as Chrome does: lists are keys of their own, and the schema tells a truth from a number.
func ofRegistry(t *testing.T, text string, schema policySchema) map[string]any {
	require.True(t, strings.HasPrefix(text, "Windows Registry Editor Version 5.00\n"))
	policy := map[string]any{}
	list := ""
	for line := range strings.SplitSeq(text, "\n") {
		if key, ok := strings.CutPrefix(line, "["); ok {
			_, member, inside := strings.Cut(key, `\3rdparty\extensions\EXTENSION_ID\policy`)
			require.True(t, inside, line)
			list = strings.Trim(member, `\]`)
			continue
		}
		quoted, value, ok := strings.Cut(line, "=")
		if !ok {
			continue
		}
		name, err := strconv.Unquote(quoted)
		require.NoError(t, err, line)
		switch number, isNumber := strings.CutPrefix(value, "dword:"); {
		case list != "":
			item, err := strconv.Unquote(value)
			require.NoError(t, err, line)
			items, _ := policy[list].([]any)
			policy[list] = append(items, item)
		case isNumber:
			n, err := strconv.ParseUint(number, 16, 32)
			require.NoError(t, err, line)
			policy[name] = float64(n)
			if schema.Properties[name].Type == "boolean" {
				policy[name] = n != 0
			}
		default:
			policy[name], err = strconv.Unquote(value)
			require.NoError(t, err, line)
		}
	}
	return policy
}

// ofPlist reads a property list of one dictionary.
func ofPlist(t *testing.T, text string) map[string]any {
	type node struct {
		XMLName xml.Name
		Text    string `xml:",chardata"`
		Nodes   []node `xml:",any"`
	}
	var list struct {
		Dict node `xml:"dict"`
	}
	require.NoError(t, xml.Unmarshal([]byte(text), &list))
	var valueOf func(n node) any
	valueOf = func(n node) any {
		switch n.XMLName.Local {
		case "true", "false":
			return n.XMLName.Local == "true"
		case "integer":
			number, err := strconv.Atoi(n.Text)
			require.NoError(t, err)
			return float64(number)
		case "array":
			items := []any{}
			for _, item := range n.Nodes {
				items = append(items, valueOf(item))
			}
			return items
		}
		return n.Text
	}
	policy := map[string]any{}
	for i := 0; i+1 < len(list.Dict.Nodes); i += 2 {
		require.Equal(t, "key", list.Dict.Nodes[i].XMLName.Local)
		policy[list.Dict.Nodes[i].Text] = valueOf(list.Dict.Nodes[i+1])
	}
	return policy
}
