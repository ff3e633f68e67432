package main

import (
	"bytes"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const root = "../../"

// goFile is the name of a Go file in prose; a star stands for several.
var goFile = regexp.MustCompile(`\b[a-z_]+(\*)?\.go\b`)

// What a package says of itself leads to each of its files, and to none that is gone.
func TestPackagesNameTheirFiles(t *testing.T) {
	for pkg, doc := range map[string]string{"engine": "doc.go", "memory": "state.go", "rules": "setting.go", "lab": "doc.go"} {
		t.Run(pkg, func(t *testing.T) {
			dir := root + "internal/" + pkg + "/"
			parsed, err := parser.ParseFile(token.NewFileSet(), dir+doc, nil, parser.ParseComments|parser.PackageClauseOnly)
			require.NoError(t, err)
			named := map[string]bool{doc: true}
			for _, pattern := range goFile.FindAllString(parsed.Doc.Text(), -1) {
				files, err := filepath.Glob(dir + pattern)
				require.NoError(t, err)
				assert.NotEmpty(t, files, "%s is named, and is not there", pattern)
				for _, file := range files {
					named[filepath.Base(file)] = true
				}
			}
			files, err := filepath.Glob(dir + "*.go")
			require.NoError(t, err)
			for _, file := range files {
				if name := filepath.Base(file); !strings.HasSuffix(name, "_test.go") {
					assert.True(t, named[name], "%s is not named in %s", name, doc)
				}
			}
		})
	}
}

// What a document names: a file, and where a link leads.
var (
	codeFile = regexp.MustCompile("`([a-z0-9_/-]+\\.(?:go|js|mjs|html|md))`")
	linkTo   = regexp.MustCompile(`\]\(([^):#]+)(#[^)]*)?\)`)
)

// homes are the folders from which a document may name a file.
var homes = []string{"", "extension/", "internal/engine/", "internal/lab/"}

func TestDocumentsLeadSomewhere(t *testing.T) {
	documents, err := filepath.Glob(root + "docs/*.md")
	require.NoError(t, err)
	for _, document := range append(documents, root+"README.md", root+"CONTRIBUTING.md", root+"SECURITY.md", root+"PRIVACY.md",
		root+"docs/store/listing.md", root+"docs/store/chrome.md", root+"docs/store/firefox.md") {
		if filepath.Base(document) == "settings.md" {
			continue // it is generated, and names files of other projects as sources
		}
		content, err := os.ReadFile(document)
		require.NoError(t, err)
		for _, link := range linkTo.FindAllStringSubmatch(string(content), -1) {
			assert.FileExists(t, filepath.Join(filepath.Dir(document), link[1]), "a link of %s", document)
		}
		for _, name := range codeFile.FindAllStringSubmatch(string(content), -1) {
			found := false
			for _, home := range homes {
				_, err := os.Stat(root + home + name[1])
				found = found || err == nil
			}
			assert.True(t, found, "%s names %s", document, name[1])
		}
	}
}

// No file that somebody writes is too long to be read in one go, least of all the one that shows the way to the others.
func TestFilesAreShort(t *testing.T) {
	files := map[string]int{root + "docs/architecture.md": 149}
	for _, dir := range []string{"extension", "internal", "scripts", "wasm", "e2e", "unit", "tools"} {
		require.NoError(t, filepath.WalkDir(root+dir, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.Name() == "generated":
				return fs.SkipDir
			}
			if slices.Contains([]string{".go", ".js", ".mjs", ".html", ".css"}, filepath.Ext(path)) {
				files[path] = 400
			}
			return nil
		}))
	}
	for file, most := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.LessOrEqual(t, bytes.Count(text, []byte("\n")), most, file)
	}
	assert.Greater(t, len(files), 200)
}
