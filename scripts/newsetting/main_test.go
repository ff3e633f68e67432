package main

import (
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/rules"
)

const root = "../.."

// copied is a copy of the table's files that the command works on.
func copied(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, at := range places {
		require.NoError(t, os.MkdirAll(filepath.Join(dir, filepath.Dir(at.file)), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, at.file), []byte(content(t, root, at.file)), 0o644))
	}
	return dir
}

func content(t *testing.T, dir, path string) string {
	t.Helper()
	found, err := os.ReadFile(filepath.Join(dir, path))
	require.NoError(t, err)
	return string(found)
}

// fields are the plain fields of a list's elements in a Go file, in order.
func fields(t *testing.T, src, variable string) []map[string]string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "", src, 0)
	require.NoError(t, err)
	var all []map[string]string
	for _, element := range file.Scope.Lookup(variable).Decl.(*ast.ValueSpec).Values[0].(*ast.CompositeLit).Elts {
		row := map[string]string{}
		for _, each := range element.(*ast.CompositeLit).Elts {
			pair := each.(*ast.KeyValueExpr)
			switch value := pair.Value.(type) {
			case *ast.BasicLit:
				row[pair.Key.(*ast.Ident).Name], _ = strconv.Unquote(value.Value)
			case *ast.Ident:
				row[pair.Key.(*ast.Ident).Name] = value.Name
			}
		}
		all = append(all, row)
	}
	return all
}

// lastOf is the last setting of a category, as far as it is wanted.
func lastOf(category rules.Category, wanted func(rules.Setting) bool) (id string) {
	for _, s := range rules.Table() {
		if s.Category == category && wanted(s) {
			id = s.ID
		}
	}
	return id
}

func TestScaffold(t *testing.T) {
	const page = "/mypreferences/d/settings/brand-new"
	every := func(rules.Setting) bool { return true }
	byKey := func(s rules.Setting) bool { return s.Act == rules.Click && s.Key != "" }
	cases := map[string]struct {
		given newSetting
		rows  string
		after string
		want  map[string]string
	}{
		"nothing is known but that it exists": {
			newSetting{ID: "brand-new", Category: "account"}, "accountSettings", lastOf(rules.Account, every),
			map[string]string{"Category": "Account", "Act": "Guide"},
		},
		"a page, so it can be marked": {
			newSetting{ID: "brand-new", Category: "visibility", Page: page, Title: "Brand new"}, "visibilitySettings", lastOf(rules.Visibility, every),
			map[string]string{"Category": "Visibility", "Act": "Mark", "Page": page, "Title": "Brand new"},
		},
		"a key and a page, so it can be clicked": {
			newSetting{ID: "brand-new", Category: "advertising-data", Page: page, Key: "allowBrandNew"}, "adsSettings", lastOf(rules.AdvertisingData, byKey),
			map[string]string{"Category": "AdvertisingData", "Act": "Click", "Page": page, "Key": "allowBrandNew", "Match": "LabelledBy", "Control": "Switch"},
		},
		"what is clicked has a list of its own": {
			newSetting{ID: "brand-new", Category: "data-privacy", Page: page, Key: "allowBrandNew"}, "privacySwitches", lastOf(rules.DataPrivacy, byKey),
			map[string]string{"Category": "DataPrivacy", "Act": "Click", "Page": page, "Key": "allowBrandNew", "Match": "LabelledBy", "Control": "Switch"},
		},
		"the first that is clicked in its category": {
			newSetting{ID: "brand-new", Category: "account", Page: page, Key: "allowBrandNew"}, "accountSettings", "",
			map[string]string{"Category": "Account", "Act": "Click", "Page": page, "Key": "allowBrandNew", "Match": "LabelledBy", "Control": "Switch"},
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			dir, at := copied(t), c.given.place()
			require.NoError(t, scaffold(dir, c.given))
			got, before := content(t, dir, at.file), content(t, root, at.file)
			formatted, err := format.Source([]byte(got))
			require.NoError(t, err)
			assert.Equal(t, string(formatted), got, "not as gofmt has it")

			assert.Equal(t, c.rows, at.rows)
			for _, variable := range []string{at.rows, at.prose} {
				rows := fields(t, got, variable)
				require.Len(t, rows, len(fields(t, before, variable))+1)
				i := slices.IndexFunc(rows, func(row map[string]string) bool { return row["ID"] == c.given.ID })
				require.GreaterOrEqual(t, i, 0)
				assert.Equal(t, c.after, append([]map[string]string{{}}, rows...)[i]["ID"])
				delete(rows[i], "ID")
				maps.DeleteFunc(rows[i], func(_, value string) bool { return value == "" })
				if variable == at.rows {
					assert.Equal(t, c.want, rows[i], "nobody said more than this")
				} else {
					assert.Empty(t, rows[i])
				}
			}
			for _, other := range places {
				if other.file != at.file {
					assert.Equal(t, content(t, root, other.file), content(t, dir, other.file))
				}
			}
		})
	}
}

func TestWhatIsRefusedChangesNothing(t *testing.T) {
	const page = "/mypreferences/d/settings/brand-new"
	cases := map[string]struct {
		given newSetting
		want  string
	}{
		"no name":                 {newSetting{Category: "account"}, "ID="},
		"a name like no other":    {newSetting{ID: "Brand New", Category: "account"}, "ID=Brand New"},
		"a name that is taken":    {newSetting{ID: "mentions", Category: "account"}, "the table has a setting of that name"},
		"no such category":        {newSetting{ID: "brand-new", Category: "ads"}, "CATEGORY=ads"},
		"a key without a page":    {newSetting{ID: "brand-new", Category: "account", Key: "x"}, "KEY without PAGE"},
		"a key that is none":      {newSetting{ID: "brand-new", Category: "account", Key: "a b", Page: page}, "KEY=a b"},
		"a page elsewhere":        {newSetting{ID: "brand-new", Category: "account", Page: "/feed/"}, "PAGE=/feed/"},
		"a page's other spelling": {newSetting{ID: "brand-new", Category: "account", Page: page + "/"}, "PAGE="},
		"a page that is denied":   {newSetting{ID: "brand-new", Category: "account", Page: "/mypreferences/d/close-accounts"}, "never opened"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			dir := copied(t)
			assert.ErrorContains(t, scaffold(dir, c.given), c.want)
			for _, at := range places {
				assert.Equal(t, content(t, root, at.file), content(t, dir, at.file))
			}
		})
	}
}

// What CONTRIBUTING tells people to begin with has to work as it stands there.
func TestTheExampleInContributingWorks(t *testing.T) {
	example := regexp.MustCompile("`make new-setting ID=(\\S+)`").FindStringSubmatch(content(t, root, "CONTRIBUTING.md"))
	require.NotNil(t, example)
	assert.NoError(t, scaffold(copied(t), newSetting{ID: example[1], Category: "data-privacy"}))
}

func TestNextSaysWhatIsLeft(t *testing.T) {
	text := next(newSetting{ID: "brand-new", Category: "account"})
	for _, want := range []string{"1.", "2.", "3.", "internal/rules/table_account.go", `"guide"`, "scripts/docs", "/mypreferences/d/settings/lab-brand-new"} {
		assert.Contains(t, text, want)
	}
}
