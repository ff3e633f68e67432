package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNodeIsRecent(t *testing.T) {
	for _, test := range []struct {
		name, version, problem string
	}{
		{name: "oldest that works", version: "v20.0.0"},
		{name: "newer", version: "v26.1.3"},
		{name: "too old", version: "v18.20.4", problem: "install Node.js 20 or newer"},
		{name: "not a version", version: "hello", problem: "expected a version"},
		{name: "nothing", version: "", problem: "expected a version"},
	} {
		t.Run(test.name, func(t *testing.T) {
			err := nodeIsRecent(test.version)
			if test.problem == "" {
				assert.NoError(t, err)
			} else {
				assert.ErrorContains(t, err, test.problem)
			}
		})
	}
}
