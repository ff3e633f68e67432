package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"offswitch/internal/rules"
)

// elements finds the list that a variable of a Go file holds.
func elements(src, variable string) ([]ast.Expr, *token.FileSet, error) {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, "", src, 0)
	if err != nil {
		return nil, nil, err
	}
	var list *ast.CompositeLit
	ast.Inspect(file, func(node ast.Node) bool {
		if spec, ok := node.(*ast.ValueSpec); ok && spec.Names[0].Name == variable && len(spec.Values) == 1 {
			list, _ = spec.Values[0].(*ast.CompositeLit)
		}
		return list == nil
	})
	if list == nil || len(list.Elts) == 0 {
		return nil, nil, fmt.Errorf("found no list called %s", variable)
	}
	return list.Elts, set, nil
}

// member is the value of a field in a composite literal, as it is written; "" where it has none.
func member(element ast.Expr, field string) string {
	lit, ok := element.(*ast.CompositeLit)
	if !ok {
		return ""
	}
	for _, each := range lit.Elts {
		pair, ok := each.(*ast.KeyValueExpr)
		if !ok || pair.Key.(*ast.Ident).Name != field {
			continue
		}
		switch value := pair.Value.(type) {
		case *ast.BasicLit:
			text, _ := strconv.Unquote(value.Value)
			return text
		case *ast.Ident:
			return value.Name
		}
	}
	return ""
}

// lastOf names the row that a new one comes after: the last, or the last that is clicked, since the table has those first.
func lastOf(src, variable string, clicked bool) (string, error) {
	rows, _, err := elements(src, variable)
	if err != nil {
		return "", err
	}
	last := member(rows[len(rows)-1], "ID")
	if !clicked {
		return last, nil
	}
	for _, row := range slices.Backward(rows) {
		if member(row, "Act") == "Click" {
			return member(row, "ID"), nil
		}
	}
	return last, nil
}

// insertElement puts an element into a variable's list, after the one whose field has that value.
func insertElement(src, variable, field, after, element string) (string, error) {
	list, set, err := elements(src, variable)
	if err != nil {
		return "", err
	}
	for _, each := range list {
		if member(each, field) != after {
			continue
		}
		end := set.Position(each.End()).Offset
		return gofmt(src[:end] + ",\n" + element + src[end:])
	}
	return "", fmt.Errorf("found no %s in %s", after, variable)
}

func gofmt(src string) (string, error) {
	formatted, err := format.Source([]byte(src))
	return string(formatted), err
}

var (
	idList     = regexp.MustCompile("(?s)var ids = strings\\.Fields\\(`(.*?)`\\)")
	idCount    = regexp.MustCompile(`require\.Len\(t, ids, (\d+)\)`)
	clickCount = regexp.MustCompile(`ids\[:(\d+)\], acts\[rules\.Click\]`)
	labCount   = regexp.MustCompile(`assert\.Len\(t, state\.Settings, (\d+)\)`)
	guideCount = regexp.MustCompile(`acts\[rules\.Guide\], (\d+)\)`)
	markList   = regexp.MustCompile(`(?s)\[\]string\{([^}]*)\}, acts\[rules\.Mark\]`)
)

// idsIn are the names of all settings, in order, as the tests of the table list them.
func idsIn(src string) []string {
	if found := idList.FindStringSubmatch(src); found != nil {
		return strings.Fields(found[1])
	}
	return nil
}

// enlist names the setting in the tests of the table, which hold the table against a list of their own.
func enlist(src string, n newSetting, after string) (string, error) {
	span := idList.FindStringSubmatchIndex(src)
	if span == nil {
		return "", errors.New("found no list of ids")
	}
	names := regexp.MustCompile(`\b` + regexp.QuoteMeta(after) + `(\s|$)`).FindStringIndex(src[span[2]:span[3]])
	if names == nil {
		return "", fmt.Errorf("found no %s among the ids", after)
	}
	at := span[2] + names[0] + len(after)
	src = src[:at] + " " + n.ID + src[at:]
	src, err := countUp(src, idCount)
	if err != nil {
		return "", err
	}
	switch n.act() {
	case rules.Click:
		return countUp(src, clickCount)
	case rules.Guide:
		return countUp(src, guideCount)
	}
	return enlistMark(src, n.ID)
}

// countUp adds one to the number in the one place that a pattern finds.
func countUp(src string, pattern *regexp.Regexp) (string, error) {
	span := pattern.FindStringSubmatchIndex(src)
	if span == nil {
		return "", fmt.Errorf("found nothing like %s", pattern)
	}
	count, err := strconv.Atoi(src[span[2]:span[3]])
	return src[:span[2]] + strconv.Itoa(count+1) + src[span[3]:], err
}

// enlistMark names the setting among the marked ones, which stand in the order of the ids.
func enlistMark(src, id string) (string, error) {
	span := markList.FindStringSubmatchIndex(src)
	if span == nil {
		return "", errors.New("found no list of marked settings")
	}
	list := src[span[2]:span[3]]
	order := idsIn(src)
	for _, name := range order[slices.Index(order, id)+1:] {
		if at := strings.Index(list, strconv.Quote(name)); at >= 0 {
			return gofmt(src[:span[2]+at] + strconv.Quote(id) + ", " + src[span[2]+at:])
		}
	}
	end := span[2] + len(strings.TrimRight(list, " \t\n,"))
	return gofmt(src[:end] + ", " + strconv.Quote(id) + ",\n" + src[span[3]:])
}

// intoLab adds the lab's row: a switch, with inventions of the lab for what is not known.
func (n newSetting) intoLab(src string) (string, error) {
	const beside = "\n\t\t// Not settings that a rule may name"
	title := n.Title
	if title == "" {
		title = "Lab row " + n.ID
	}
	category := n.place().lab
	row := fmt.Sprintf("unknown(%q, %q, \"\", %s)", n.ID, title, category)
	if n.Page != "" {
		path := strconv.Quote(n.Page)
		if rest, ok := strings.CutPrefix(n.Page, "/mypreferences/d/settings/"); ok {
			path = "settings+" + strconv.Quote(rest)
		} else if rest, ok := strings.CutPrefix(n.Page, "/mypreferences/d/"); ok {
			path = "base+" + strconv.Quote(rest)
		}
		row = fmt.Sprintf("keyless(%q, %s, %q, \"\", %s)", n.ID, path, title, category)
		if n.Key != "" {
			row = fmt.Sprintf("known(%q, %q, %s, %q, \"\", %s)", n.ID, n.Key, path, title, category)
		}
	}
	head, tail, ok := strings.Cut(src, beside)
	if !ok {
		return "", errors.New("found no end of the settings' rows")
	}
	return gofmt(head + "\t\t" + row + ",\n" + beside + tail)
}

// labPage is where the lab has the setting.
func (n newSetting) labPage() string {
	if n.Page == "" {
		return "/mypreferences/d/settings/lab-" + n.ID
	}
	return n.Page
}

// intoLabPages adds the page to those that the lab's tests ask for.
func (n newSetting) intoLabPages(src string) (string, error) {
	const list = "var addresses = map[string]string{\n"
	head, tail, ok := strings.Cut(src, list)
	if !ok {
		return "", errors.New("found no list of addresses")
	}
	if strings.Contains(tail, strconv.Quote(n.Page)+":") {
		return src, nil // another setting stands on the same page
	}
	holds := `role="switch"`
	if n.Key != "" {
		holds = fmt.Sprintf("aria-labelledby=%q", n.Key)
	}
	return gofmt(fmt.Sprintf("%s%s\t%q: `%s`,\n%s", head, list, n.Page, holds, tail))
}

// intoEndToEnd adds the setting to those that the end-to-end tests click.
func (n newSetting) intoEndToEnd(src string) (string, error) {
	head, tail, ok := strings.Cut(src, "export const SETTINGS = {\n")
	if !ok {
		return "", errors.New("found no list of settings")
	}
	list, rest, ok := strings.Cut(tail, "};\n")
	if !ok {
		return "", errors.New("found no end of the settings")
	}
	page := strings.TrimPrefix(n.Page, "/mypreferences/d/")
	return fmt.Sprintf("%sexport const SETTINGS = {\n%s  '%s': at('%s', '%s'),\n};\n%s", head, list, n.ID, n.Key, page, rest), nil
}
