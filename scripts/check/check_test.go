package main

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReadGoTests(t *testing.T) {
	for _, test := range []struct {
		name     string
		output   string
		expected tally
		report   string
		over     int
	}{
		{
			name: "a test with two subtests counts as two",
			output: `{"Action":"pass","Package":"p","Test":"A/x"}
{"Action":"pass","Package":"p","Test":"A/y"}
{"Action":"pass","Package":"p","Test":"A"}
{"Action":"pass","Package":"p","Test":"B"}
{"Action":"pass","Package":"p"}`,
			expected: tally{passed: 3},
			over:     1,
		},
		{
			name: "a failed subtest counts once and is shown",
			output: `{"Action":"output","Package":"p","Test":"A/x","Output":"expected 1\n"}
{"Action":"output","Package":"p","Test":"B","Output":"fine\n"}
{"Action":"fail","Package":"p","Test":"A/x"}
{"Action":"fail","Package":"p","Test":"A"}
{"Action":"pass","Package":"p","Test":"B"}
{"Action":"fail","Package":"p"}`,
			expected: tally{passed: 1, failed: 1},
			report:   "p\nexpected 1\n",
			over:     1,
		},
		{
			name: "a package that does not compile counts once",
			output: `{"ImportPath":"p","Action":"build-output","Output":"undefined: x\n"}
{"Action":"output","Package":"p","Output":"FAIL\tp [build failed]\n"}
{"Action":"fail","Package":"p"}`,
			expected: tally{failed: 1},
			report:   "p\nFAIL\tp [build failed]\nundefined: x\n",
			over:     1,
		},
		{name: "a package without tests counts nothing", output: `{"Action":"skip","Package":"p"}`},
		{name: "what is no event is shown", output: "go: no such tool", report: "go: no such tool\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			over := 0
			found, report := readGoTests(strings.NewReader(test.output), func(string, string, float64) { over++ })
			assert.Equal(t, test.over, over)
			assert.Equal(t, test.expected, found)
			assert.Equal(t, test.report, report)
		})
	}
}

func TestReadTAP(t *testing.T) {
	found, err := readTAP("ok 1 - x\n# tests 6\n# suites 0\n# pass 3\n# fail 2\n# cancelled 1\n# skipped 0\n")
	require.NoError(t, err)
	assert.Equal(t, tally{passed: 3, failed: 3}, found)

	_, err = readTAP("TAP version 13\nok 1 - x\n")
	assert.ErrorContains(t, err, "no closing counts")
}

func TestLintProblems(t *testing.T) {
	for _, test := range []struct {
		name, report string
		expected     []string
		problem      string
	}{
		{name: "clean", report: `{"summary":{"errors":0},"errors":[],"warnings":[]}`},
		{name: "the unavoidable warning", report: `{"summary":{"errors":0},"warnings":[{"code":"BACKGROUND_SERVICE_WORKER_IGNORED"}]}`},
		{
			name:     "another warning",
			report:   `{"summary":{"errors":0},"warnings":[{"code":"UNSAFE_VAR_ASSIGNMENT","message":"unsafe","file":"x.js"}]}`,
			expected: []string{"x.js: UNSAFE_VAR_ASSIGNMENT: unsafe"},
		},
		{
			name:     "an error",
			report:   `{"summary":{"errors":1},"errors":[{"code":"JSON_INVALID","message":"bad","file":"manifest.json"}]}`,
			expected: []string{"manifest.json: JSON_INVALID: bad"},
		},
		{name: "no report", report: "Error: no manifest", problem: "printed no report"},
		{name: "another report", report: "{}", problem: "without a summary"},
	} {
		t.Run(test.name, func(t *testing.T) {
			problems, err := lintProblems([]byte(test.report))
			if test.problem != "" {
				require.ErrorContains(t, err, test.problem)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, test.expected, problems)
		})
	}
}

func TestChoose(t *testing.T) {
	all := []step{{name: "a", group: "lint"}, {name: "b", group: "unit"}, {name: "c", group: "lint"}}
	chosen, err := choose(all, []string{"lint"})
	require.NoError(t, err)
	require.Len(t, chosen, 2)
	assert.Equal(t, "c", chosen[1].name)

	chosen, err = choose(all, nil)
	require.NoError(t, err)
	assert.Len(t, chosen, 3)

	_, err = choose(all, []string{"nonsense"})
	assert.ErrorContains(t, err, `"nonsense"`)
}

func TestRunAll(t *testing.T) {
	var ran []string
	named := func(name string, r role, found tally, err error) step {
		return step{name: name, role: r, run: func() (tally, error) {
			ran = append(ran, name)
			return found, err
		}}
	}
	other := make(chan bool)
	for _, test := range []struct {
		name     string
		steps    []step
		ran      []string
		expected tally
		failed   []string
	}{
		{
			name:     "goes on after a failure",
			steps:    []step{named("a", ordinary, tally{2, 1}, errors.New("no")), named("b", ordinary, tally{passed: 3}, nil)},
			ran:      []string{"a", "b"},
			expected: tally{5, 1},
			failed:   []string{"a"},
		},
		{
			name:     "stops after a vital one",
			steps:    []step{named("a", vital, tally{failed: 1}, errors.New("no")), named("b", ordinary, tally{passed: 3}, nil)},
			ran:      []string{"a"},
			expected: tally{failed: 1},
			failed:   []string{"a"},
		},
		{
			name:     "counts an error without a tally",
			steps:    []step{named("a", ordinary, tally{passed: 4}, errors.New("crashed"))},
			ran:      []string{"a"},
			expected: tally{4, 1},
			failed:   []string{"a"},
		},
		{
			name: "runs aside what runs aside",
			steps: []step{
				{name: "a", role: aside, run: func() (tally, error) { <-other; return tally{1, 1}, errors.New("no") }},
				{name: "b", run: func() (tally, error) { other <- true; return tally{passed: 1}, nil }},
			},
			expected: tally{2, 1},
			failed:   []string{"a"},
		},
		{
			name:     "runs aside one after the other",
			steps:    []step{named("a", aside, tally{passed: 1}, nil), named("b", aside, tally{passed: 1}, nil), named("c", aside, tally{passed: 1}, nil)},
			ran:      []string{"a", "b", "c"},
			expected: tally{passed: 3},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			ran = nil
			total, failed := runAll(test.steps, 1)
			assert.Equal(t, test.expected, total)
			assert.Equal(t, test.failed, failed)
			assert.Equal(t, test.ran, ran)
		})
	}
}

func TestRunAllRunsAsManyAsideAsGiven(t *testing.T) {
	met := make(chan bool)
	total, failed := runAll([]step{
		{name: "a", role: aside, run: func() (tally, error) { <-met; return tally{passed: 1}, nil }},
		{name: "b", role: aside, run: func() (tally, error) { met <- true; return tally{passed: 1}, nil }},
	}, 2)
	assert.Equal(t, tally{passed: 2}, total)
	assert.Empty(t, failed)
}

func TestInTurn(t *testing.T) {
	found := func(n tally, err error) check { return func() (tally, error) { return n, err } }
	crash, no := errors.New("crashed"), errors.New("no")
	total, err := inTurn(found(tally{passed: 4}, nil), found(tally{passed: 1, failed: 2}, no), found(tally{}, crash))()
	assert.Equal(t, tally{passed: 5, failed: 3}, total)
	assert.ErrorIs(t, err, crash)
	assert.ErrorIs(t, err, no)
}
