package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const root = "../../"

var exact = regexp.MustCompile(`^\d+\.\d+\.\d+$`)

func read(t *testing.T, name string) string {
	text, err := os.ReadFile(root + name)
	require.NoError(t, err)
	return string(text)
}

func TestToolsArePinnedExactly(t *testing.T) {
	assert.Regexp(t, `(?m)^toolchain go1\.\d+\.\d+$`, read(t, "go.mod"))
	for _, tool := range []string{"golang.org/x/vuln/cmd/govulncheck", "honnef.co/go/tools/cmd/staticcheck"} {
		assert.Contains(t, read(t, "go.mod"), tool)
	}
	var wanted struct{ Dependencies, DevDependencies map[string]string }
	require.NoError(t, json.Unmarshal([]byte(read(t, "package.json")), &wanted))
	assert.Empty(t, wanted.Dependencies, "nothing from npm ships")
	assert.NotEmpty(t, wanted.DevDependencies)
	for name, version := range wanted.DevDependencies {
		assert.Regexp(t, exact, version, name)
	}
}

// Every package has a hash, and none an address: where it comes from is for whoever installs it to say.
func TestTheLockFileIsComplete(t *testing.T) {
	var lock struct {
		Packages map[string]struct {
			Version, Integrity, Resolved string
			Dev                          bool
		}
	}
	require.NoError(t, json.Unmarshal([]byte(read(t, "package-lock.json")), &lock))
	require.Greater(t, len(lock.Packages), 100)
	for name, p := range lock.Packages {
		if name == "" {
			continue
		}
		assert.NotEmpty(t, p.Version, name)
		assert.Regexp(t, `^sha512-`, p.Integrity, name)
		assert.Empty(t, p.Resolved, name)
	}
}

// go.sum has the hash of every module that go.mod names, and of the file that says what that needs.
func TestSumsAreComplete(t *testing.T) {
	sums := read(t, "go.sum")
	for _, line := range regexp.MustCompile(`(?m)^\t(\S+) (v\S+)`).FindAllStringSubmatch(read(t, "go.mod"), -1) {
		assert.Contains(t, sums, line[1]+" "+line[2]+" h1:", line[1])
		assert.Contains(t, sums, line[1]+" "+line[2]+"/go.mod h1:", line[1])
	}
}

// pinned is an action at a commit, with the version that it had then.
var pinned = regexp.MustCompile(`^[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+(\.\d+)*$`)

func TestWorkflowsArePinnedAndMayDoLittle(t *testing.T) {
	files, err := filepath.Glob(root + ".github/workflows/*.yml")
	require.NoError(t, err)
	require.Len(t, files, 2)
	targets := read(t, "Makefile")
	for _, file := range files {
		text := read(t, strings.TrimPrefix(file, root))
		uses := regexp.MustCompile(`(?m)uses: *(.*)$`).FindAllStringSubmatch(text, -1)
		assert.NotEmpty(t, uses, file)
		for _, u := range uses {
			assert.Regexp(t, pinned, u[1], file)
		}
		assert.Contains(t, text, "\npermissions:\n  contents: read\n", file)
		assert.NotContains(t, text, "write", file)
		assert.NotContains(t, text, "secrets.", file)
		runs := regexp.MustCompile(`(?m)run: *(.*)$`).FindAllStringSubmatch(text, -1)
		assert.NotEmpty(t, runs, file)
		for _, r := range runs {
			target, ok := strings.CutPrefix(r[1], "make ")
			require.True(t, ok, "%s runs %q: what a workflow runs, anybody can run", file, r[1])
			assert.Contains(t, targets, "\n"+strings.Fields(target)[0]+":", file)
		}
	}
}

// hosts are those that packages come from, in two parts, so that they do not stand here either.
var hosts = []string{"registry." + "npmjs", "registry." + "yarnpkg", "proxy." + "golang", "sum." + "golang"}

func TestNoHostOfPackagesIsNamed(t *testing.T) {
	listed, err := exec.Command("git", "-C", root, "grep", "--untracked", "-lF", "-e", hosts[0], "-e", hosts[1], "-e", hosts[2], "-e", hosts[3]).CombinedOutput()
	if err == nil {
		assert.Empty(t, string(listed), "files that name where packages come from")
		return
	}
	var ended *exec.ExitError
	require.ErrorAs(t, err, &ended)
	assert.LessOrEqual(t, ended.ExitCode(), 128, "git grep found none, or this is no clone")
}
