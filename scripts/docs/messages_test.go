package main

import (
	"cmp"
	"encoding/json"
	"go/types"
	"maps"
	"reflect"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/engine"
	"offswitch/internal/page"
	"offswitch/internal/wire"
)

// effects is one of each kind. The first test sees to it that none is missing.
var effects = []engine.Effect{
	engine.Open{}, engine.Go{}, engine.Close{}, engine.Watch{}, engine.Look{}, engine.Click{}, engine.Mark{}, engine.Badge{},
	engine.Wake{}, engine.Show{}, engine.Reset{}, engine.View{},
}

func TestEveryEffectIsHeldAgainstJavaScript(t *testing.T) {
	scope := shipped()["offswitch/internal/engine"].Scope()
	effect := scope.Lookup("Effect").Type().Underlying().(*types.Interface)
	var declared, tested []string
	for _, name := range scope.Names() {
		if typ, ok := scope.Lookup(name).(*types.TypeName); ok && !types.IsInterface(typ.Type()) && types.Implements(typ.Type(), effect) {
			declared = append(declared, name)
		}
	}
	for _, x := range effects {
		tested = append(tested, reflect.TypeOf(x).Name())
	}
	assert.ElementsMatch(t, declared, tested)
}

func TestAnswersAreWhatTheShellCarriesOut(t *testing.T) {
	c := theContract(t)
	answer := &seen{}
	told := map[string]*seen{}
	for _, x := range effects {
		for _, x := range []engine.Effect{withNothing(x), filled(x)} {
			value := parsed(t, engine.Answer{SetAside: "why", Store: []byte(`{}`), Effects: []engine.Effect{x}}.Encode())
			answer.add(value)
			effect := value["effects"].([]any)[0].(map[string]any)
			verb := effect["do"].(string)
			if told[verb] == nil {
				told[verb] = &seen{}
			}
			told[verb].add(effect)
		}
	}
	answer.add(parsed(t, engine.Answer{}.Encode()))
	// Each effect is held against its own type, and the view in a test of its own.
	c.Answer.Members["effects"].Items.Members = nil
	agree(t, "answer", c.Answer, answer)
	require.ElementsMatch(t, slices.Collect(maps.Keys(c.Effects)), slices.Collect(maps.Keys(told)), "the verbs")
	for verb, declared := range c.Effects {
		require.Len(t, declared, 1, verb)
		if view := declared[0].Members["view"]; view != nil {
			view.Members = nil
		}
		agree(t, verb, declared[0], told[verb])
	}
}

// The engine reads all that JavaScript tells it, and expects nothing else. What a command carries besides is read where
// the command is carried out.
func TestEventsAreWhatTheEngineReads(t *testing.T) {
	c := theContract(t)
	assert.ElementsMatch(t, codesOf("EventType"), slices.Collect(maps.Keys(c.Events)))
	unread := map[string]bool{}
	for i := range reflect.TypeFor[engine.Event]().NumField() {
		unread[reflect.TypeFor[engine.Event]().Field(i).Name] = true
	}
	delete(unread, "Args") // the whole message
	for kind, shapes := range c.Events {
		for _, declared := range shapes {
			message := sample(declared).(map[string]any)
			message["type"] = kind
			members := paths(message)
			if kind == "command" {
				message["command"] = "choose"
				members = slices.DeleteFunc(members, func(path []string) bool { return !slices.Contains(append(ofEveryCommand, "granted", "now"), path[0]) })
			}
			whole := decoded(t, message)
			for _, path := range members {
				if path[0] != "type" {
					without := decoded(t, leaveOut(message, path).(map[string]any))
					assert.NotEqual(t, whole, without, "%s: the engine does not read %v", kind, path)
				}
			}
			for name := range unread {
				if !reflect.ValueOf(whole).FieldByName(name).IsZero() {
					delete(unread, name)
				}
			}
			switch kind {
			case "snapshot":
				complete(t, reflect.ValueOf(whole.Snapshot), "Snapshot")
			case "clicked":
				complete(t, reflect.ValueOf(whole.Click), "Click")
			}
		}
	}
	assert.Empty(t, unread, "members of an event that JavaScript never tells")
}

// complete requires that every field has a value.
func complete(t *testing.T, v reflect.Value, at string) {
	t.Helper()
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			complete(t, v.Field(i), at+"."+v.Type().Field(i).Name)
		}
	case reflect.Slice:
		if assert.Positive(t, v.Len(), "%s is expected, and JavaScript does not tell it", at) {
			complete(t, v.Index(0), at+"[]")
		}
	default:
		known := !v.IsZero() && v.Interface() != page.Unknown
		assert.True(t, known, "%s is expected, and JavaScript does not tell it", at)
	}
}

func decoded(t *testing.T, message map[string]any) engine.Event {
	t.Helper()
	text, err := json.Marshal(message)
	require.NoError(t, err)
	ev, err := engine.Decode(text)
	require.NoError(t, err, "%s", text)
	ev.Args = wire.Value{}
	return ev
}

// sample is a value of a shape with something in every member.
func sample(declared *shape) any {
	switch {
	case slices.Contains(declared.Kinds, "object"):
		object := map[string]any{}
		for name, member := range declared.Members {
			object[name] = sample(member)
		}
		if declared.Members == nil {
			object["something"] = 1
		}
		return object
	case slices.Contains(declared.Kinds, "list"):
		return []any{sample(declared.Items)}
	case slices.Contains(declared.Kinds, "number"):
		return 7
	case slices.Contains(declared.Kinds, "bool"):
		return true
	}
	return cmp.Or(declared.Text, "x")
}

// paths are the ways to all members, those of members and of a list's first item included.
func paths(value any) [][]string {
	var all [][]string
	switch value := value.(type) {
	case []any:
		return paths(value[0])
	case map[string]any:
		for name, member := range value {
			all = append(all, []string{name})
			for _, rest := range paths(member) {
				all = append(all, append([]string{name}, rest...))
			}
		}
	}
	return all
}

// leaveOut returns a value without one member.
func leaveOut(value any, path []string) any {
	switch value := value.(type) {
	case []any:
		return []any{leaveOut(value[0], path)}
	case map[string]any:
		without := maps.Clone(value)
		if len(path) == 1 {
			delete(without, path[0])
		} else {
			without[path[0]] = leaveOut(value[path[0]], path[1:])
		}
		return without
	}
	return value
}

// withNothing is an effect of the same kind with nothing in it; what is already encoded is an empty object.
func withNothing(x engine.Effect) engine.Effect {
	return with(x, func(field reflect.Value) {
		if field.Type() == reflect.TypeFor[[]byte]() {
			field.SetBytes([]byte(`{}`))
		}
	})
}

// filled is an effect of the same kind with something in every field.
func filled(x engine.Effect) engine.Effect {
	return with(x, func(field reflect.Value) {
		switch field.Interface().(type) {
		case []byte:
			field.SetBytes([]byte(`{}`))
		case []string:
			field.Set(reflect.ValueOf([]string{"x"}))
		default:
			field.Set(reflect.ValueOf(map[reflect.Kind]any{
				reflect.String: "x", reflect.Int: 7, reflect.Int64: 7, reflect.Bool: true,
			}[field.Kind()]).Convert(field.Type()))
		}
	})
}

func with(x engine.Effect, set func(field reflect.Value)) engine.Effect {
	v := reflect.New(reflect.TypeOf(x)).Elem()
	for i := range v.NumField() {
		set(v.Field(i))
	}
	return v.Interface().(engine.Effect)
}

func parsed(t *testing.T, text []byte) map[string]any {
	t.Helper()
	var value map[string]any
	require.NoError(t, json.Unmarshal(text, &value), "%s", text)
	return value
}
