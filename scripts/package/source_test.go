package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// aProject is a folder with sources, and with what the targets make beside them.
func aProject(t *testing.T) string {
	dir := t.TempDir()
	for _, name := range []string{"go.mod", "extension/manifest.json", "extension/engine.wasm", "out/kept/x.wasm", "node_modules/x/x.js", ".gitignore"} {
		lay(t, filepath.Join(dir, name), "content of "+name)
	}
	lay(t, filepath.Join(dir, ".gitignore"), "/node_modules/\n/out/\n/extension/engine.wasm\n")
	return dir
}

func lay(t *testing.T, file, content string) {
	require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
	require.NoError(t, os.WriteFile(file, []byte(content), 0o644))
}

var ofTheProject = []string{".gitignore", "extension/manifest.json", "go.mod"}

func TestSourcesAreWhatIsNotMade(t *testing.T) {
	dir := aProject(t)
	files, err := sources(dir)
	require.NoError(t, err)
	assert.Equal(t, ofTheProject, files, "in a folder without git")

	require.NoError(t, exec.Command("git", "init", "--quiet", dir).Run())
	files, err = sources(dir)
	require.NoError(t, err)
	assert.Equal(t, ofTheProject, files, "in a clone")
	require.NoError(t, exec.Command("git", "-C", dir, "add", ".").Run())
	require.NoError(t, os.Remove(filepath.Join(dir, "go.mod")))
	files, err = sources(dir)
	require.NoError(t, err)
	assert.Equal(t, ofTheProject[:2], files, "without what was removed")
}

func TestUnpackIsTheReverseOfPack(t *testing.T) {
	dir, to := aProject(t), t.TempDir()
	require.NoError(t, os.Chmod(filepath.Join(dir, "go.mod"), 0o755))
	zipped, err := sourceZip(dir)
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "x.zip")
	require.NoError(t, os.WriteFile(file, zipped, 0o600))
	require.NoError(t, unpack(file, to))
	again, err := sourceZip(to)
	require.NoError(t, err)
	assert.Equal(t, zipped, again)
	info, err := os.Stat(filepath.Join(to, "go.mod"))
	require.NoError(t, err)
	assert.NotZero(t, info.Mode()&0o100, "what could be run can be run")
}

// docs/rebuilding.md tells people to compare with this command.
func TestTheSumsAreThoseOfTheFiles(t *testing.T) {
	dir := t.TempDir()
	lay(t, filepath.Join(dir, "offswitch-1.zip"), "the package")
	lay(t, filepath.Join(dir, "offswitch-1.cdx.json"), "the bill")
	check := func() (string, error) {
		cmd := exec.Command("sh", "-c", "sha256sum -c offswitch-*.sha256")
		cmd.Dir = dir
		output, err := cmd.CombinedOutput()
		return string(output), err
	}
	lay(t, filepath.Join(dir, "offswitch-1.sha256"), sums([]string{"offswitch-1.zip", "offswitch-1.cdx.json"}, [][]byte{[]byte("the package"), []byte("the bill")}))
	output, err := check()
	require.NoError(t, err, output)
	lay(t, filepath.Join(dir, "offswitch-1.zip"), "another package")
	output, err = check()
	assert.Error(t, err)
	assert.Contains(t, output, "offswitch-1.zip: FAILED")
}

func TestSameNamesWhatDiffers(t *testing.T) {
	here, there := t.TempDir(), t.TempDir()
	for _, dir := range []string{here, there} {
		lay(t, filepath.Join(dir, "equal"), "x")
		lay(t, filepath.Join(dir, "other"), filepath.Base(dir)+"x")
	}
	lay(t, filepath.Join(there, "other"), "something else")
	lay(t, filepath.Join(here, "missing"), "x")
	assert.NoError(t, same(here, there, []string{"equal"}))
	err := same(here, there, []string{"equal", "other", "missing"})
	assert.ErrorContains(t, err, "other is another one")
	assert.ErrorContains(t, err, "missing")
	assert.NotContains(t, err.Error(), "equal is")
}
