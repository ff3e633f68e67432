package lab_test

import (
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/lab"
)

func TestPageFaults(t *testing.T) {
	cases := map[string]struct {
		fault  lab.Fault
		status int
		header [2]string
		holds  string
	}{
		lab.PageSlow:       {lab.Fault{Seconds: 0.01}, 200, [2]string{}, ageKey},
		lab.PageLoop:       {lab.Fault{}, 302, [2]string{"Location", agePage + "?lab-loop=1"}, ""},
		lab.PageError:      {lab.Fault{}, 200, [2]string{}, "Something went wrong."},
		lab.Page429:        {lab.Fault{}, 429, [2]string{"Retry-After", "30"}, ""},
		lab.Page500:        {lab.Fault{}, 500, [2]string{}, ""},
		lab.PageNotOffered: {lab.Fault{}, 302, [2]string{"Location", "/mypreferences/d/categories/ads"}, ""},
		lab.PageElsewhere:  {lab.Fault{}, 302, [2]string{"Location", "/feed/"}, ""},
		lab.SignedOut:      {lab.Fault{}, 302, [2]string{"Location", "/uas/login?session_redirect=" + agePage}, ""},
		lab.Challenged:     {lab.Fault{}, 302, [2]string{"Location", "/checkpoint/challenge/lab"}, ""},
		lab.StaleTab:       {lab.Fault{}, 200, [2]string{}, `"stale":1`},

		lab.ControlLate:          {lab.Fault{}, 200, [2]string{}, `"live":6000`},
		lab.ControlReplaced:      {lab.Fault{}, 200, [2]string{}, `"every":200`},
		lab.ControlDoubled:       {lab.Fault{}, 200, [2]string{}, `aria-labelledby="allowAdsByAge"`},
		lab.ControlDoubledHidden: {lab.Fault{}, 200, [2]string{}, `<div hidden>`},
		lab.ControlDisabled:      {lab.Fault{}, 200, [2]string{}, ` checked disabled>`},
		lab.ControlInDialog:      {lab.Fault{}, 200, [2]string{}, `<dialog>`},
		lab.DrawnWrong:           {lab.Fault{}, 200, [2]string{}, `aria-checked="false"`},
		lab.HydratesLate:         {lab.Fault{}, 200, [2]string{}, `"live":5000`},
		lab.Pessimistic:          {lab.Fault{}, 200, [2]string{}, `"delayMS":500`},
		lab.DialogOnLoad:         {lab.Fault{}, 200, [2]string{}, `"dialog":true`},
		lab.PageMutates:          {lab.Fault{}, 200, [2]string{}, `"mutates":10`},
		lab.ExtraNodes:           {lab.Fault{N: 3}, 200, [2]string{}, `<i></i><i></i><i></i></p>`},
		lab.ExtraControls:        {lab.Fault{N: 2}, 200, [2]string{}, `aria-labelledby="labExtra2"`},

		lab.AccountLate:    {lab.Fault{}, 200, [2]string{}, `<template id="lab-account"><a href="/in/lab-member/">`},
		lab.AccountMissing: {lab.Fault{}, 200, [2]string{}, "\">\n\n</header>"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			c.fault.Name, c.fault.Page, c.fault.Times = name, agePage, 1
			b := browse(t, lab.Config{Faults: []lab.Fault{c.fault}})
			plain := b.get("/mypreferences/d/settings/ads-by-gender")
			assert.Equal(t, http.StatusOK, plain.status, "another page is not concerned")
			got := b.get(strings.Replace(agePage, "/d/", "/m/", 1))
			assert.Equal(t, c.status, got.status)
			assert.Equal(t, c.header[1], strings.Replace(got.header.Get(c.header[0]), "/m/", "/d/", 1))
			assert.Contains(t, got.body, c.holds)
			again := b.get(agePage)
			assert.Equal(t, http.StatusOK, again.status, "the fault applied once")
			assert.Contains(t, again.body, `"live":0}`)
		})
	}
}

func TestDoubledMeansTwo(t *testing.T) {
	for name, want := range map[string]int{lab.ControlDoubled: 2, lab.ControlDoubledHidden: 2, lab.ControlMissing: 0, lab.DrawnWrong: 1} {
		t.Run(name, func(t *testing.T) {
			b := browse(t, lab.Config{Faults: []lab.Fault{{Name: name, Key: "allowProfileAndActivityDataForMarketingAds"}}})
			body := b.get("/mypreferences/d/settings/linkedin-promotions").body
			assert.Equal(t, want, strings.Count(body, `aria-labelledby="allowProfileAndActivityDataForMarketingAds"`))
			assert.Equal(t, 1, strings.Count(body, `aria-labelledby="tipsForUsingLinkedinViaEmail"`), "its neighbour is not concerned")
		})
	}
}

func TestPageReset(t *testing.T) {
	b := browse(t, lab.Config{Faults: []lab.Fault{{Name: lab.PageReset, Page: agePage}}})
	_, err := b.do(t.Context(), http.MethodGet, agePage, "", nil)
	assert.Error(t, err)
	assert.Eventually(t, func() bool { return b.site.State().Log[0].Status == lab.StatusCut }, 2*time.Second, 5*time.Millisecond)
}

func TestHeldBackPagesEndWithTheFault(t *testing.T) {
	b := browse(t, lab.Config{Faults: []lab.Fault{{Name: lab.PageSlow, Seconds: 3600}}})
	done := make(chan error, 1)
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	go func() {
		_, err := b.do(ctx, http.MethodGet, agePage, "", nil)
		done <- err
	}()
	require.Eventually(t, func() bool { return len(b.site.State().Log) == 1 }, 2*time.Second, time.Millisecond)
	require.NoError(t, b.site.SetFaults(nil))
	assert.NoError(t, <-done)
}

func TestLoopNeverEnds(t *testing.T) {
	b := browse(t, lab.Config{Faults: []lab.Fault{{Name: lab.PageLoop, Times: 1}}})
	path := agePage
	for range 25 {
		got := b.get(path)
		require.Equal(t, http.StatusFound, got.status)
		path = got.header.Get("Location")
	}
	assert.Equal(t, agePage+"?lab-loop=25", path)
}

func TestNotOfferedAndWrongWordsShowInTheCategory(t *testing.T) {
	const list = "/mypreferences/d/categories/ads"
	b := browse(t, lab.Config{Faults: []lab.Fault{{Name: lab.PageNotOffered, Key: ageKey}, {Name: lab.WordWrong, Key: "allowAdsByGender"}}})
	body := b.get(list).body
	assert.NotContains(t, body, `"`+agePage+`"`)
	assert.Regexp(t, `>Gender</span> <span class="_rowState_\w+">Off<`, body)
	assert.Regexp(t, `>Inferred city location</span> <span class="_rowState_\w+">On<`, body)
}

func TestSignedOutAndChallengedAtTheNthPage(t *testing.T) {
	cases := map[string]struct {
		config lab.Config
		served int
		to     string
		save   int
	}{
		"signed out at the first":  {lab.Config{SignedOutAfter: -1}, 0, "/uas/login", 401},
		"signed out after two":     {lab.Config{SignedOutAfter: 2}, 2, "/uas/login", 401},
		"signed out at the third":  {lab.Config{Faults: []lab.Fault{{Name: lab.SignedOut, N: 3}}}, 2, "/uas/login", 401},
		"challenged after one":     {lab.Config{ChallengeAfter: 1}, 1, "/checkpoint/challenge/lab", 403},
		"challenged at the second": {lab.Config{Faults: []lab.Fault{{Name: lab.Challenged, N: 2}}}, 1, "/checkpoint/challenge/lab", 403},
		"signed out on one page":   {lab.Config{Faults: []lab.Fault{{Name: lab.SignedOut, Key: ageKey}}}, 0, "/uas/login", 401},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			b := browse(t, c.config)
			for range c.served {
				assert.Equal(t, http.StatusOK, b.get(agePage).status)
				assert.Equal(t, http.StatusOK, b.save(ageKey, `{"on":false}`).status)
			}
			for _, page := range []string{agePage, "/mypreferences/d/member-cookies"} {
				got := b.get(page)
				assert.Equal(t, http.StatusFound, got.status)
				assert.True(t, strings.HasPrefix(got.header.Get("Location"), c.to), got.header.Get("Location"))
			}
			assert.Equal(t, c.save, b.save("allowAdsByGender", `{"on":false}`).status)
			assert.True(t, b.site.State().Settings["allowAdsByGender"])
			require.NoError(t, b.site.SetFaults(nil))
			assert.Equal(t, http.StatusOK, b.get(agePage).status, "taken back")
		})
	}
}

// A constant without a description would be a fault that documentation cannot list.
func TestEveryFaultIsDescribed(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "fault.go", nil, 0)
	require.NoError(t, err)
	var constants []string
	ast.Inspect(file, func(node ast.Node) bool {
		spec, ok := node.(*ast.ValueSpec)
		if ok && len(spec.Values) == 1 {
			if literal, ok := spec.Values[0].(*ast.BasicLit); ok {
				name, err := strconv.Unquote(literal.Value)
				require.NoError(t, err)
				constants = append(constants, name)
			}
		}
		return true
	})
	var described []string
	for _, fault := range lab.Faults {
		assert.True(t, strings.HasSuffix(fault.About, "."), fault.Name)
		described = append(described, fault.Name)
	}
	slices.Sort(constants)
	slices.Sort(described)
	assert.Equal(t, constants, described)
}
