package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/lab"
)

// shownBy is how a document names a test that shows what it says: its file, and its title or a part of it.
var shownBy = regexp.MustCompile("`([A-Za-z0-9/_.]+)`: \\*([^*]+)\\*")

// shownRows are the cells of each row of a text's tables whose last column is headed so, without their heads.
func shownRows(t *testing.T, text string, width int) (rows [][]string) {
	t.Helper()
	for line := range strings.Lines(text) {
		cells := strings.Split(strings.Trim(line, "| \n"), " | ")
		if strings.HasPrefix(line, "| ") && cells[0] != "---" && cells[len(cells)-1] != "shown by" {
			require.Len(t, cells, width, line)
			rows = append(rows, cells)
		}
	}
	return rows
}

// isShown holds that a cell names tests, and nothing else, and that each of them is there.
func isShown(t *testing.T, cell string) {
	t.Helper()
	tests := shownBy.FindAllStringSubmatch(cell, -1)
	require.NotEmpty(t, tests, "nothing shows it")
	assert.Empty(t, strings.Trim(shownBy.ReplaceAllString(cell, ""), "; "), "named in no way that can be checked")
	for _, test := range tests {
		assert.Regexp(t, `(_test\.go|\.test\.mjs)$`, test[1])
		content, err := os.ReadFile(root + test[1])
		require.NoError(t, err)
		assert.True(t, strings.Contains(string(content), test[2]), "%s has no %s", test[1], test[2])
	}
}

// reliabilityRows are the cells of each row of the tables in docs/reliability.md.
func reliabilityRows(t *testing.T) [][]string {
	t.Helper()
	text, err := os.ReadFile(root + "docs/reliability.md")
	require.NoError(t, err)
	return shownRows(t, string(text), 3)
}

func TestReliabilityNamesEveryFault(t *testing.T) {
	rows := reliabilityRows(t)
	for _, fault := range lab.Faults {
		t.Run(fault.Name, func(t *testing.T) {
			n := 0
			for _, cells := range rows {
				if cells[0] != "`"+fault.Name+"`" {
					continue
				}
				n++
				assert.NotEmpty(t, cells[1])
				inBrowsers := false
				for _, test := range shownBy.FindAllStringSubmatch(cells[2], -1) {
					content, err := os.ReadFile(root + test[1])
					inBrowsers = inBrowsers || (err == nil && strings.HasPrefix(test[1], "e2e/") && strings.Contains(string(content), "'"+fault.Name+"'"))
				}
				assert.True(t, inBrowsers, "no end-to-end test that the row names has this fault")
			}
			assert.Equal(t, 1, n, "rows for this fault")
		})
	}
}

func TestReliabilityNamesTestsThatExist(t *testing.T) {
	for _, cells := range reliabilityRows(t) {
		t.Run(cells[0], func(t *testing.T) { isShown(t, cells[2]) })
	}
}
