package tape

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"offswitch/internal/wire"
)

// moments are numbers that large: nothing else that the engine counts comes close.
const moments = int64(1_000_000_000_000)

// bare is what needs no quotes: words, keys, paths and addresses.
var bare = regexp.MustCompile(`^[A-Za-z_/][A-Za-z0-9_./:?&%+-]*$`)

func word(s string) string {
	if !bare.MatchString(s) || slices.Contains([]string{"true", "false", "null", "last"}, s) {
		return quoted(s)
	}
	return s
}

func quoted(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.Encode(s) // a text is always written
	return strings.TrimSuffix(b.String(), "\n")
}

func number(v wire.Value) string {
	if n := v.Int(); n >= moments {
		return "@" + strconv.FormatInt(n-Epoch, 10)
	}
	return strconv.FormatInt(v.Int(), 10)
}

func valueText(v wire.Value) string {
	switch v.Kind() {
	case wire.Object:
		members := []string{}
		for _, name := range v.Names() {
			members = append(members, memberText(name, v.Get(name)))
		}
		return "{" + strings.Join(members, " ") + "}"
	case wire.List:
		items := []string{}
		for _, x := range v.Items() {
			items = append(items, valueText(x))
		}
		return "[" + strings.Join(items, " ") + "]"
	case wire.Text:
		return word(v.Text())
	case wire.Number:
		return number(v)
	case wire.Bool:
		return strconv.FormatBool(v.Bool())
	}
	return "null"
}

func memberText(name string, v wire.Value) string {
	switch {
	case v.Kind() != wire.Bool:
		return word(name) + "=" + valueText(v)
	case v.Bool():
		return word(name)
	}
	return "!" + word(name)
}

func appendJSON(b []byte, v wire.Value) []byte {
	switch v.Kind() {
	case wire.Object:
		b = append(b, '{')
		for i, name := range v.Names() {
			b = append(comma(b, i), quoted(name)+":"...)
			b = appendJSON(b, v.Get(name))
		}
		return append(b, '}')
	case wire.List:
		b = append(b, '[')
		for i, x := range v.Items() {
			b = appendJSON(comma(b, i), x)
		}
		return append(b, ']')
	case wire.Text:
		return append(b, quoted(v.Text())...)
	case wire.Number:
		return strconv.AppendInt(b, v.Int(), 10)
	case wire.Bool:
		return strconv.AppendBool(b, v.Bool())
	}
	return append(b, "null"...)
}

func comma(b []byte, i int) []byte {
	if i > 0 {
		return append(b, ',')
	}
	return b
}

// parser reads values from one line of a tape and writes them as JSON.
type parser struct {
	rest string
	json []byte
}

// parseEvent makes JSON of an event's line; last is what "=last" stands for, by the member's name.
func parseEvent(line string, last map[string]wire.Value) (event []byte, restores bool, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	at, rest, _ := strings.Cut(line, " ")
	kind, rest, _ := strings.Cut(rest, " ")
	p := &parser{rest: at}
	p.json = append(p.json, `{"type":`+quoted(kind)+`,"now":`...)
	p.value()
	p.rest = rest
	for p.skip(); p.rest != ""; p.skip() {
		p.json = append(p.json, ',')
		name, after, _ := strings.Cut(p.rest+" ", "=last ")
		if before := last[name]; before.Kind() == wire.Object {
			p.json = appendJSON(append(p.json, quoted(name)+":"...), before)
			p.rest = after
			continue
		}
		p.member()
	}
	return append(p.json, '}'), kind == "restore", nil
}

func (p *parser) skip() { p.rest = strings.TrimLeft(p.rest, " ") }

func (p *parser) eat(c string) bool {
	rest, ok := strings.CutPrefix(p.rest, c)
	p.rest = rest
	return ok
}

func (p *parser) fail(want string) { panic(fmt.Sprintf("want %s at %.40q", want, p.rest)) }

// member reads name=value, name or !name.
func (p *parser) member() {
	no := p.eat("!")
	p.json = append(p.json, quoted(p.text())+":"...)
	if !no && p.eat("=") {
		p.value()
		return
	}
	p.json = strconv.AppendBool(p.json, !no)
}

func (p *parser) value() {
	switch {
	case p.eat("{"):
		p.all('{', '}', p.member)
	case p.eat("["):
		p.all('[', ']', p.value)
	case p.eat("@"):
		p.json = strconv.AppendInt(p.json, Epoch+p.int(), 10)
	case p.rest != "" && strings.Contains("-0123456789", p.rest[:1]):
		p.json = strconv.AppendInt(p.json, p.int(), 10)
	case strings.HasPrefix(p.rest, `"`):
		p.json = append(p.json, quoted(p.text())...)
	default:
		switch s := p.text(); s {
		case "true", "false", "null":
			p.json = append(p.json, s...)
		default:
			p.json = append(p.json, quoted(s)...)
		}
	}
}

// all reads the members or items up to the closing bracket.
func (p *parser) all(open, end byte, one func()) {
	p.json = append(p.json, open)
	for i := 0; ; i++ {
		p.skip()
		if p.eat(string(end)) {
			p.json = append(p.json, end)
			return
		}
		p.json = comma(p.json, i)
		one()
	}
}

var (
	bareStart   = regexp.MustCompile(`^[A-Za-z_/][A-Za-z0-9_./:?&%+-]*`)
	quotedStart = regexp.MustCompile(`^"(?:[^"\\]|\\.)*"`)
	intStart    = regexp.MustCompile(`^-?\d+`)
)

func (p *parser) text() string {
	if found := bareStart.FindString(p.rest); found != "" {
		p.rest = p.rest[len(found):]
		return found
	}
	found := quotedStart.FindString(p.rest)
	var s string
	if json.Unmarshal([]byte(found), &s) != nil {
		p.fail("a word or a text")
	}
	p.rest = p.rest[len(found):]
	return s
}

func (p *parser) int() int64 {
	found := intStart.FindString(p.rest)
	n, err := strconv.ParseInt(found, 10, 64)
	if err != nil {
		p.fail("a number")
	}
	p.rest = p.rest[len(found):]
	return n
}
