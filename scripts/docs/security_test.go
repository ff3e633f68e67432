package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// threats are those that the model goes through, in its order.
var threats = []string{
	"A hostile page", "A hostile agent", "A hostile message", "A hostile stored state", "A hostile file",
	"A neighbour extension", "A stolen profile", "A poisoned dependency",
}

// Each threat has promises, and each promise a test that is there.
func TestEveryPromiseOfSecurityIsShown(t *testing.T) {
	parts := strings.Split(section(t, "SECURITY.md", "## Threats"), "\n### ")[1:]
	var named []string
	for _, part := range parts {
		name, text, _ := strings.Cut(part, "\n")
		named = append(named, name)
		t.Run(name, func(t *testing.T) {
			promises := shownRows(t, text, 2)
			for _, cells := range promises {
				isShown(t, cells[1])
			}
			assert.NotEmpty(t, promises, "nothing is promised")
		})
	}
	assert.Equal(t, threats, named)
}
