package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What the programs print, as they printed it.
const (
	goAway   = `govulncheck: fetching vulnerabilities: Get the index: dial tcp: lookup: no such host`
	goHole   = "Vulnerability #1: GO-2026-0001\n    A hole.\nYour code is affected by 1 vulnerability from 1 module.\n"
	npmAway  = "npm warn audit request failed, reason: getaddrinfo ENOTFOUND\nnpm error audit endpoint returned an error\n"
	npmHole  = "# npm audit report\n\nthing  <1.2.3\nSeverity: high\n\n1 high severity vulnerability\n"
	npmOther = "npm error code ENOLOCK\nnpm error audit This command requires an existing lockfile.\n"
)

type ending struct {
	code   int
	output string
}

func TestAuditTellsHolesFromSilence(t *testing.T) {
	none := ending{0, ""}
	for _, test := range []struct {
		name     string
		golang   ending
		npm      ending
		code     int
		sentence string
	}{
		{name: "nothing known", golang: none, npm: none},
		{name: "the Go database is away", golang: ending{1, goAway}, npm: none, code: 3, sentence: "the Go vulnerability database could not be reached"},
		{name: "npm's is away", golang: none, npm: ending{1, npmAway}, code: 3, sentence: "npm's advisories could not be reached"},
		{name: "both are away", golang: ending{1, goAway}, npm: ending{1, npmAway}, code: 3, sentence: "npm's advisories could not be reached"},
		{name: "a hole in Go code", golang: ending{3, goHole}, npm: none, code: 1, sentence: "known holes to the Go vulnerability database"},
		{name: "a hole in a package", golang: none, npm: ending{1, npmHole}, code: 1, sentence: "known holes to npm's advisories"},
		{name: "a hole, and one database away", golang: ending{1, goAway}, npm: ending{1, npmHole}, code: 1, sentence: "known holes to npm's advisories"},
		{name: "an audit that cannot be made", golang: none, npm: ending{1, npmOther}, code: 1, sentence: "ended with exit code 1"},
		{name: "a package that does not compile", golang: ending{1, "x.go:1:1: expected 'package'\n"}, npm: none, code: 1, sentence: "ended with exit code 1"},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := auditAll(audits, func(command []string) (int, string, error) {
				e := test.golang
				if command[0] == "npm" {
					e = test.npm
				}
				return e.code, e.output, nil
			})
			if test.code == 0 {
				assert.NoError(t, err)
				return
			}
			assert.ErrorContains(t, err, test.sentence)
			assert.Equal(t, test.code, exitCode(err))
		})
	}
}

func TestAuditThatCannotStartIsNotSilence(t *testing.T) {
	err := auditAll(audits, func([]string) (int, string, error) { return 0, "", errors.New("no such program") })
	assert.ErrorContains(t, err, "could not be started")
	assert.Equal(t, 1, exitCode(err))
}

// The whole program, with a go and an npm in its path that say what the real ones say when nobody answers.
func TestExitCodeAndSentence(t *testing.T) {
	dir := t.TempDir()
	program := filepath.Join(dir, "audit")
	output, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput()
	require.NoError(t, err, string(output))
	fake := func(name, says string, code string) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte("#!/bin/sh\necho '"+says+"' >&2\nexit "+code+"\n"), 0o755))
	}
	fake("go", goAway, "1")
	fake("npm", "found 0 vulnerabilities", "0")
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), "PATH="+dir+string(os.PathListSeparator)+os.Getenv("PATH"))
	output, err = cmd.CombinedOutput()
	var ended *exec.ExitError
	require.ErrorAs(t, err, &ended)
	assert.Equal(t, unreachableCode, ended.ExitCode())
	assert.Contains(t, string(output), "the Go vulnerability database could not be reached, so nothing is known about the Go code")
	assert.Contains(t, string(output), "nothing is known to npm's advisories about npm packages that ship")
}
