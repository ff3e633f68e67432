package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// threats are those that the model goes through, in its order.
var threats = []string{
	"A hostile page", "A hostile agent", "A hostile message", "A hostile stored state", "A hostile file",
	"A neighbour extension", "A stolen profile", "A poisoned dependency",
}

// shownBy is how a promise names a test: its file, and its title or a part of it.
var shownBy = regexp.MustCompile("`([A-Za-z0-9/_.]+)`: \\*([^*]+)\\*")

// Each threat has promises, and each promise a test that is there.
func TestEveryPromiseOfSecurityIsShown(t *testing.T) {
	parts := strings.Split(section(t, "SECURITY.md", "## Threats"), "\n### ")[1:]
	var named []string
	for _, part := range parts {
		name, text, _ := strings.Cut(part, "\n")
		named = append(named, name)
		t.Run(name, func(t *testing.T) {
			promises := 0
			for line := range strings.Lines(text) {
				cells := strings.Split(strings.Trim(line, "| \n"), " | ")
				if !strings.HasPrefix(line, "| ") || cells[0] == "---" || cells[len(cells)-1] == "shown by" {
					continue
				}
				promises++
				require.Len(t, cells, 2, line)
				tests := shownBy.FindAllStringSubmatch(cells[1], -1)
				require.NotEmpty(t, tests, "nothing shows: %s", cells[0])
				assert.Empty(t, strings.Trim(shownBy.ReplaceAllString(cells[1], ""), "; "), "named in no way that can be checked")
				for _, test := range tests {
					assert.Regexp(t, `(_test\.go|\.test\.mjs)$`, test[1])
					content, err := os.ReadFile(root + test[1])
					require.NoError(t, err)
					assert.True(t, strings.Contains(string(content), test[2]), "%s has no %s", test[1], test[2])
				}
			}
			assert.Positive(t, promises, "nothing is promised")
		})
	}
	assert.Equal(t, threats, named)
}
