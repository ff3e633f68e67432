package main

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// complete is the smallest extension that may be packed.
func complete() fstest.MapFS {
	extension := fstest.MapFS{}
	for _, name := range required {
		extension[name] = &fstest.MapFile{Data: []byte("content of " + name), Mode: 0o600, ModTime: time.Now()}
	}
	extension["manifest.json"].Data = []byte(`{"version": "1.2.3"}`)
	return extension
}

func TestListRefusesWhatDoesNotShip(t *testing.T) {
	for _, name := range []string{
		".DS_Store", "notes.md", "engine.wasm.map", "other.wasm", "popup/.popup.js.swp", "popup/popup.ts", "popup/deep/x.js",
		"_locales/en/messages.json.bak", "_metadata/verified_contents.json", "node_modules/x.js", "icons/logo.psd", "elsewhere/x.js", "generated/lists.html", "prose/deutsch.json", "popup/NOTICE.txt",
	} {
		t.Run(name, func(t *testing.T) {
			extension := complete()
			extension[name] = &fstest.MapFile{}
			_, err := list(extension)
			assert.ErrorContains(t, err, "extension/"+name+" is not a file that ships")
		})
	}
}

func TestListRefusesALink(t *testing.T) {
	extension := complete()
	extension["popup/popup.js"] = &fstest.MapFile{Mode: fs.ModeSymlink}
	_, err := list(extension)
	assert.ErrorContains(t, err, "extension/popup/popup.js is not a file that ships")
}

func TestListNeedsEveryRequiredFile(t *testing.T) {
	for _, name := range required {
		t.Run(name, func(t *testing.T) {
			extension := complete()
			delete(extension, name)
			_, err := list(extension)
			assert.ErrorContains(t, err, "extension/"+name+" is missing")
		})
	}
}

func TestPackHoldsExactlyTheFiles(t *testing.T) {
	extension := complete()
	extension["popup/popup.html"] = &fstest.MapFile{Data: []byte("<!doctype html>")}
	files, err := list(extension)
	require.NoError(t, err)
	zipped := zipOf(t, extension, files)

	archive, err := zip.NewReader(bytes.NewReader(zipped), int64(len(zipped)))
	require.NoError(t, err)
	found := map[string]string{}
	for _, file := range archive.File {
		r, err := file.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(r)
		require.NoError(t, err)
		found[file.Name] = string(content)
	}
	expected := map[string]string{}
	for name, file := range extension {
		expected[name] = string(file.Data)
	}
	assert.Equal(t, expected, found)
}

func TestPackIsTheSameForTheSameFiles(t *testing.T) {
	first, second := complete(), complete()
	for _, file := range second {
		file.Mode, file.ModTime = 0o444, file.ModTime.Add(time.Hour)
	}
	files, err := list(first)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(zipOf(t, first, files), zipOf(t, second, files)), "two zips of the same names and contents differ")
}

func zipOf(t *testing.T, extension fs.FS, files []string) []byte {
	entries, err := read(extension, files)
	require.NoError(t, err)
	zipped, err := pack(entries)
	require.NoError(t, err)
	return zipped
}

func TestReadVersion(t *testing.T) {
	for _, test := range []struct {
		name, manifest, version, problem string
	}{
		{name: "plain", manifest: `{"version": "0.1.0"}`, version: "0.1.0"},
		{name: "none", manifest: `{}`, problem: "expected numbers and dots"},
		{name: "a path", manifest: `{"version": "../1"}`, problem: "expected numbers and dots"},
		{name: "not JSON", manifest: `{`, problem: "manifest.json"},
	} {
		t.Run(test.name, func(t *testing.T) {
			version, err := readVersion(fstest.MapFS{"manifest.json": {Data: []byte(test.manifest)}})
			assert.Equal(t, test.version, version)
			if test.problem == "" {
				assert.NoError(t, err)
			} else {
				assert.ErrorContains(t, err, test.problem)
			}
		})
	}
}

func TestCodeSizes(t *testing.T) {
	extension := fstest.MapFS{
		"look.js":  {Data: []byte("// Says why, at any length.\nconst a = 1;\n")},
		"agent.js": {Data: []byte("/** @type {number} */\nlet b = /x\\/\\/y/.test('// no comment');\n")},
	}
	size, err := codeSize([]byte("/* a comment */ f('/* none */'); // another\n"))
	require.NoError(t, err)
	assert.Equal(t, len("f('/* none */');"), size)
	one, err := codeSizes(extension, "look.js")
	require.NoError(t, err)
	both, err := codeSizes(extension, "look.js", "agent.js")
	require.NoError(t, err)
	assert.Less(t, one, len(extension["look.js"].Data))
	assert.Less(t, one, both)
	assert.Less(t, both, 60)
	_, err = codeSizes(extension, "none.js")
	assert.Error(t, err)
	_, err = codeSize([]byte("let ("))
	assert.Error(t, err)
}

func TestWrittenSizes(t *testing.T) {
	for name, test := range map[string]struct {
		file, text, rest, problem string
	}{
		"style":                    {file: "a.css", text: "/* Says\n * why. */\n\na {\n  margin: 0;\n}\n", rest: "a {\n  margin: 0;\n}\n"},
		"markup":                   {file: "a.html", text: "<!-- Says\n why. -->\n<p>\n\n  a\n</p>\n", rest: "<p>\n  a\n</p>\n"},
		"script":                   {file: "a.js", text: "/** @type {A} */\n  // Says why.\nf('// no');\n\n  g(/* b */ 1);\n", rest: "f('// no');\n  g( 1);\n"},
		"a text like a comment":    {file: "a.js", text: "f('https://*/*', '*/');\n", problem: "looks like a comment"},
		"no script":                {file: "a.js", text: "let (", problem: "1"},
		"a kind that nobody knows": {file: "a.svg", text: "<svg/>", problem: "nobody knows"},
	} {
		t.Run(name, func(t *testing.T) {
			size, err := writtenSizes(fstest.MapFS{"ui/" + test.file: {Data: []byte(test.text)}}, "ui")
			assert.Equal(t, len(test.rest), size)
			if test.problem == "" {
				assert.NoError(t, err)
			} else {
				assert.ErrorContains(t, err, test.problem)
			}
		})
	}
	extension := fstest.MapFS{"ui/a.css": {Data: []byte("a {}\n")}, "popup/b.css": {Data: []byte("b {}\n")}}
	both, err := writtenSizes(extension, "ui", "popup")
	require.NoError(t, err)
	assert.Equal(t, len("a {}\nb {}\n"), both)
	_, err = writtenSizes(extension, "none")
	assert.Error(t, err)
}

func TestEachBudgetIsHeld(t *testing.T) {
	require.NoError(t, withinBudget(maxZip, maxAgent, maxPages))
	assert.ErrorContains(t, withinBudget(maxZip+1, maxAgent, maxPages), "the package")
	assert.ErrorContains(t, withinBudget(maxZip, maxAgent+1, maxPages), "agent.js")
	assert.ErrorContains(t, withinBudget(maxZip, maxAgent, maxPages+1), "popup")
}
