package main

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWithinBudget(t *testing.T) {
	for _, test := range []struct {
		name        string
		raw, packed int
		problem     string
	}{
		{name: "at the budget", raw: maxRaw, packed: maxGzip},
		{name: "raw over", raw: maxRaw + 1, packed: maxGzip, problem: "2300001 bytes"},
		{name: "gzip over", raw: maxRaw, packed: maxGzip + 1, problem: "680001 bytes gzip"},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := withinBudget(test.raw, test.packed)
			if test.problem == "" {
				assert.NoError(t, err)
			} else {
				assert.ErrorContains(t, err, test.problem)
			}
		})
	}
}

func TestGzipSizeIsOfThePackedContent(t *testing.T) {
	packed, err := gzipSize(bytes.Repeat([]byte("x"), 1_000_000))
	require.NoError(t, err)
	assert.Less(t, packed, 2000)
	assert.Positive(t, packed)
}
