package main

import (
	"bytes"
	"go/format"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const root = "../.."

// files are all that the command may read or write.
var files = []string{
	"internal/rules/table_privacy.go", "internal/rules/table_ads.go", "internal/rules/table_visibility.go", "internal/rules/table_account.go",
	tests, labRows, labPages, labSite, e2eList,
}

// copied is a copy of the tree's files that the command works on.
func copied(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, path := range files {
		content, err := os.ReadFile(filepath.Join(root, path))
		require.NoError(t, err)
		require.NoError(t, os.MkdirAll(filepath.Join(dir, filepath.Dir(path)), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, path), content, 0o644))
	}
	return dir
}

func content(t *testing.T, dir, path string) string {
	t.Helper()
	found, err := os.ReadFile(filepath.Join(dir, path))
	require.NoError(t, err)
	return string(found)
}

// rowIn is a row of a list in a file, which has to parse.
func rowIn(t *testing.T, src, variable, id string) map[string]string {
	t.Helper()
	list, _, err := elements(src, variable)
	require.NoError(t, err)
	for _, each := range list {
		if member(each, "ID") == id {
			row := map[string]string{}
			for _, field := range []string{"Key", "Match", "Page", "Title", "Category", "Control", "Level", "Act", "Does"} {
				row[field] = member(each, field)
			}
			return row
		}
	}
	require.FailNow(t, "no row", "%s in %s", id, variable)
	return nil
}

func TestScaffold(t *testing.T) {
	const page = "/mypreferences/d/settings/brand-new"
	cases := map[string]struct {
		given   newSetting
		file    string
		rows    string
		want    map[string]string
		after   string // in the list of ids
		lab     string
		clicked bool
	}{
		"nothing is known but that it exists": {
			newSetting{ID: "brand-new", Category: "account"},
			"internal/rules/table_account.go", "accountSettings", map[string]string{"Category": "Account", "Act": "Guide"},
			"dma-services", `unknown("brand-new", "Lab row brand-new", "", account)`, false,
		},
		"a page, so it can be marked": {
			newSetting{ID: "brand-new", Category: "visibility", Page: page, Title: "Brand new"},
			"internal/rules/table_visibility.go", "visibilitySettings",
			map[string]string{"Category": "Visibility", "Act": "Mark", "Page": page, "Title": "Brand new"},
			"mentions", `keyless("brand-new", settings+"brand-new", "Brand new", "", visibility)`, false,
		},
		"a key and a page, so it can be clicked": {
			newSetting{ID: "brand-new", Category: "advertising-data", Page: page, Key: "allowBrandNew"},
			"internal/rules/table_ads.go", "adsSettings",
			map[string]string{"Category": "AdvertisingData", "Act": "Click", "Page": page, "Key": "allowBrandNew", "Match": "LabelledBy", "Control": "Switch"},
			"ads-gender", `known("brand-new", "allowBrandNew", settings+"brand-new", "Lab row brand-new", "", ads)`, true,
		},
		"what is clicked comes before what is not": {
			newSetting{ID: "brand-new", Category: "data-privacy", Page: "/mypreferences/d/brand-new", Key: "allowBrandNew"},
			"internal/rules/table_privacy.go", "privacySwitches",
			map[string]string{"Category": "DataPrivacy", "Act": "Click", "Page": "/mypreferences/d/brand-new", "Key": "allowBrandNew", "Match": "LabelledBy", "Control": "Switch"},
			"non-essential-cookies", `known("brand-new", "allowBrandNew", base+"brand-new", "Lab row brand-new", "", privacy)`, true,
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			dir := copied(t)
			changed, err := scaffold(dir, c.given)
			require.NoError(t, err)
			assert.Contains(t, changed, c.file)
			for _, path := range changed {
				if src := content(t, dir, path); strings.HasSuffix(path, ".go") {
					formatted, err := format.Source([]byte(src))
					require.NoError(t, err, path)
					assert.True(t, bytes.Equal(formatted, []byte(src)), "%s is not as gofmt has it", path)
				}
			}

			row := rowIn(t, content(t, dir, c.file), c.rows, c.given.ID)
			for field, got := range row {
				assert.Equal(t, c.want[field], got, "%s: nobody said more than this", field)
			}
			prose := rowIn(t, content(t, dir, c.file), c.given.place().prose, c.given.ID)
			assert.Empty(t, prose["Does"])

			got, before := content(t, dir, tests), content(t, root, tests)
			ids := idsIn(got)
			require.Len(t, ids, len(idsIn(before))+1)
			assert.Contains(t, strings.Join(ids, " "), c.after+" "+c.given.ID)
			assert.Contains(t, content(t, dir, labRows), "\t"+c.lab+",\n")
			assert.Equal(t, c.clicked, strings.Contains(content(t, dir, e2eList), "'"+c.given.ID+"'"))
			assert.Equal(t, c.given.Page != "", strings.Contains(content(t, dir, labPages), c.given.Page+`"`) && c.given.Page != "")
			for _, path := range files {
				if content(t, dir, path) != content(t, root, path) {
					assert.Contains(t, changed, path)
				}
			}

			_, err = scaffold(dir, c.given)
			assert.ErrorContains(t, err, "the table has a setting of that name")
		})
	}
}

func TestMarkedSettingsKeepTheirOrder(t *testing.T) {
	dir := copied(t)
	_, err := scaffold(dir, newSetting{ID: "brand-new", Category: "advertising-data", Page: "/mypreferences/d/settings/brand-new"})
	require.NoError(t, err)
	assert.Contains(t, content(t, dir, tests), `"brand-new", "export-by-page-owners"`)
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
			_, err := scaffold(dir, c.given)
			assert.ErrorContains(t, err, c.want)
			for _, path := range files {
				assert.Equal(t, content(t, root, path), content(t, dir, path), path)
			}
		})
	}
}

func TestNextSaysWhatIsLeft(t *testing.T) {
	text := next(newSetting{ID: "brand-new", Category: "account"})
	for _, want := range []string{"1.", "2.", "3.", "internal/rules/table_account.go", `"guide"`, "scripts/docs", "/mypreferences/d/settings/lab-brand-new"} {
		assert.Contains(t, text, want)
	}
}
