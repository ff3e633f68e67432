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

	acts, matches := map[rules.Act]int{}, map[rules.Match]int{}
	for _, s := range rules.Table() {
		acts[s.Act]++
		if s.Act == rules.Click {
			matches[s.Match]++
		}
	}
	says := []string{
		fmt.Sprintf("show all %d settings of [the table]", len(rules.Table())),
		fmt.Sprintf("| %d whose LinkedIn key is publicly known |", acts[rules.Click]-matches[rules.Sole]-matches[rules.Boxes]-matches[rules.Option]),
		fmt.Sprintf("| %d whose switch is the only one of its page, under a label that is known |", matches[rules.Sole]),
		fmt.Sprintf("| %d that are a list of boxes (%d) or options to choose from (%d), all under labels that are known |", matches[rules.Boxes]+matches[rules.Option], matches[rules.Boxes], matches[rules.Option]),
		fmt.Sprintf("| %d whose page is known, but not the label of their switch |", acts[rules.Mark]),
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
