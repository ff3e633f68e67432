package rules_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/rules"
)

// What README counts is so.
func TestReadmeCountsTheTable(t *testing.T) {
	content, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	readme := strings.ReplaceAll(string(content), "\n", " ")

	acts, sole := map[rules.Act]int{}, 0
	for _, s := range rules.Table() {
		acts[s.Act]++
		if s.Match == rules.Sole {
			sole++
		}
	}
	says := []string{
		fmt.Sprintf("show all %d settings of [the table]", len(rules.Table())),
		fmt.Sprintf("| %d whose LinkedIn key is publicly known |", acts[rules.Click]-sole),
		fmt.Sprintf("| %d whose switch is the only one of its page, under a label that is known |", sole),
		fmt.Sprintf("| %d whose page is known, but not the label, or that are no single switch |", acts[rules.Mark]),
		fmt.Sprintf("| %d whose page is not known, or that are to be weighed one by one |", acts[rules.Guide]),
		fmt.Sprintf("| %d that destroy something |", acts[rules.Never]),
	}
	for level, row := range map[rules.Level]string{
		rules.Essential:   "| Essential | AI training, and data exchanged with other companies for ads | %d |",
		rules.Recommended: "| Recommended | also research, promotions and profiling for ads | %d |",
		rules.Strict:      "| Strict | also what some people find useful | %d |",
	} {
		clicked := 0
		for _, s := range rules.Table() {
			if s.Act == rules.Click && level.Includes(s.Level) {
				clicked++
			}
		}
		says = append(says, fmt.Sprintf(row, clicked))
	}
	for _, want := range says {
		assert.True(t, strings.Contains(readme, want), "README does not say %q", want)
	}
}
