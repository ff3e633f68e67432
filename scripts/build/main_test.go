package main

import (
	"bytes"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWithinBudget(t *testing.T) {
	for _, test := range []struct {
		name    string
		engine  size
		problem string
	}{
		{name: "at the budget", engine: size{maxRaw, maxGzip}},
		{name: "raw over", engine: size{maxRaw + 1, maxGzip}, problem: strconv.Itoa(maxRaw+1) + " bytes"},
		{name: "gzip over", engine: size{maxRaw, maxGzip + 1}, problem: strconv.Itoa(maxGzip+1) + " bytes gzip"},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := withinBudget(test.engine)
			if test.problem == "" {
				assert.NoError(t, err)
			} else {
				assert.ErrorContains(t, err, test.problem)
			}
		})
	}
}

// An experiment that a version of Go does not know stops its build.
func TestTheGarbageCollectorIsChosenOnlyWhereThereIsAChoice(t *testing.T) {
	for version, chosen := range map[string]bool{
		"go1.26.0": true, "go1.26.8": true, "go1.26rc1": true, "go1.26.8 X:nodwarf5": true,
		"go1.27.0": false, "go1.27rc1": false, "go1.30.1": false, "devel go1.27-abcdef": false,
	} {
		var env []string
		for _, t := range tricks(version) {
			if t.env != "" {
				env = append(env, t.env)
			}
		}
		if chosen {
			assert.Equal(t, []string{"GOEXPERIMENT=nogreenteagc"}, env, version)
		} else {
			assert.Empty(t, env, version)
		}
		assert.Equal(t, "-gcflags=offswitch/...=-l", tricks(version)[0].flag, version)
		assert.True(t, tricks(version)[len(tricks(version))-1].optimizes, version)
	}
}

func TestGzipSizeIsOfThePackedContent(t *testing.T) {
	packed, err := gzipSize(bytes.Repeat([]byte("x"), 1_000_000))
	require.NoError(t, err)
	assert.Less(t, packed, 2000)
	assert.Positive(t, packed)
}
