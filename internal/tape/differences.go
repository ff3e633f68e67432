package tape

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"offswitch/internal/wire"
)

// zero says whether a value says nothing: missing and empty are the same to who reads a state.
func zero(v wire.Value) bool {
	switch v.Kind() {
	case wire.Object:
		return !slices.ContainsFunc(v.Names(), func(name string) bool { return !zero(v.Get(name)) })
	case wire.List:
		return len(v.Items()) == 0
	case wire.Text:
		return v.Text() == ""
	case wire.Number:
		return v.Int() == 0
	case wire.Bool:
		return !v.Bool()
	}
	return true
}

// parts says whether a value is written part by part: an object, or a list of objects.
func parts(v wire.Value) bool {
	return v.Kind() == wire.Object || len(v.Items()) > 0 && v.Items()[0].Kind() == wire.Object
}

// differences are the lines that tell how now differs from old: one for each object in which a plain member changed.
func differences(path string, old, now wire.Value) []string {
	plain, deeper := []string{}, []string{}
	before, after := members(old), members(now)
	for _, name := range union(after.names, before.names) {
		a, b := before.values[name], after.values[name]
		switch {
		case parts(b) || parts(a) && !zero(b):
			deeper = append(deeper, differences(join(path, name), a, b)...)
		case parts(a) && !zero(a):
			deeper = append(deeper, join(path, name)+" gone")
		case zero(a) && zero(b) || valueText(a) == valueText(b):
		case zero(a):
			plain = append(plain, memberText(name, b))
		case zero(b):
			plain = append(plain, word(name)+" "+valueText(a)+"->"+valueText(nothing(b, a)))
		default:
			plain = append(plain, word(name)+" "+valueText(a)+"->"+valueText(b))
		}
	}
	if id := after.values["id"]; len(plain) > 1 && strings.HasSuffix(path, "."+step(id.Text())) {
		plain = slices.DeleteFunc(plain, func(x string) bool { return x == memberText("id", id) }) // the path says it
	}
	if len(plain) == 0 {
		return deeper
	}
	line := strings.Join(plain, " ")
	if path != "" {
		line = path + ": " + line
	}
	return append([]string{line}, deeper...)
}

// together makes one line of lines that follow each other and say the same of several parts of one whole:
// "settings.(research promotions): outcome=unchecked".
func together(lines []string) []string {
	var all []string
	var whole, said string
	var names []string
	flush := func() {
		switch {
		case len(names) == 1:
			all = append(all, whole+"."+names[0]+": "+said)
		case len(names) > 1:
			all = append(all, whole+".("+strings.Join(names, " ")+"): "+said)
		}
		names = nil
	}
	for _, line := range lines {
		found := partLine.FindStringSubmatch(line)
		if found == nil {
			flush()
			all = append(all, line)
			continue
		}
		if found[1] != whole || found[3] != said {
			flush()
		}
		whole, said = found[1], found[3]
		names = append(names, found[2])
	}
	flush()
	return all
}

// partLine is a line about a part of a whole: where the whole is, the part's name, and what is said of it.
var partLine = regexp.MustCompile(`^([a-zA-Z.]+)\.([a-z0-9-]+): (.*)$`)

// nothing is a zero value to show, also where the member has gone altogether.
func nothing(zero, like wire.Value) wire.Value {
	if zero.Kind() != wire.Missing {
		return zero
	}
	text := map[wire.Kind]string{wire.Text: `""`, wire.Number: "0", wire.Bool: "false", wire.List: "[]"}[like.Kind()]
	v, _ := wire.Parse([]byte(text))
	return v
}

// named are the members of an object, or the items of a list by their ids or else their places.
type named struct {
	names  []string
	values map[string]wire.Value
}

func members(v wire.Value) named {
	n := named{values: map[string]wire.Value{}}
	add := func(name string, v wire.Value) {
		n.names = append(n.names, name)
		n.values[name] = v
	}
	for _, name := range v.Names() {
		add(name, v.Get(name))
	}
	for i, item := range v.Items() {
		name := item.Get("id").Text()
		if _, taken := n.values[name]; name == "" || taken {
			name = strconv.Itoa(i)
		}
		add(name, item)
	}
	return n
}

func union(a, b []string) []string {
	all := slices.Clone(a)
	for _, name := range b {
		if !slices.Contains(a, name) {
			all = append(all, name)
		}
	}
	return all
}

func join(path, name string) string {
	if path == "" {
		return step(name)
	}
	return path + "." + step(name)
}

// step is a name on a path; a place in a list needs no quotes there.
func step(name string) string {
	if _, err := strconv.Atoi(name); err == nil {
		return name
	}
	return word(name)
}
