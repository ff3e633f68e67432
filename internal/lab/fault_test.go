package lab_test

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
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
		"page-slow":        {lab.Fault{Seconds: 0.01}, 200, [2]string{}, ageKey},
		"page-loop":        {lab.Fault{}, 302, [2]string{"Location", agePage + "?lab-loop=1"}, ""},
		"page-error":       {lab.Fault{}, 200, [2]string{}, "Something went wrong."},
		"page-429":         {lab.Fault{}, 429, [2]string{"Retry-After", "30"}, ""},
		"page-429-bare":    {lab.Fault{}, 429, [2]string{"Retry-After", ""}, "Come back later."},
		"page-999":         {lab.Fault{}, 999, [2]string{}, "Request denied."},
		"page-moves-on":    {lab.Fault{}, 200, [2]string{}, `"moves":{"to":"/mypreferences/page-not-found","ms":500}`},
		"page-reloads":     {lab.Fault{}, 200, [2]string{}, `"reloads":300`},
		"page-cached":      {lab.Fault{}, 200, [2]string{"Cache-Control", "private, max-age=600"}, ageKey},
		"page-worker":      {lab.Fault{}, 200, [2]string{}, `"worker":true`},
		"page-500":         {lab.Fault{}, 500, [2]string{}, ""},
		"page-not-offered": {lab.Fault{}, 302, [2]string{"Location", "/mypreferences/d/categories/ads"}, ""},
		"page-elsewhere":   {lab.Fault{}, 302, [2]string{"Location", "/feed/"}, ""},
		"signed-out":       {lab.Fault{}, 302, [2]string{"Location", "/uas/login?session_redirect=" + agePage}, ""},
		"challenged":       {lab.Fault{}, 302, [2]string{"Location", "/checkpoint/challenge/lab"}, ""},
		"stale-tab":        {lab.Fault{}, 200, [2]string{}, `"stale":1`},

		"control-late":           {lab.Fault{}, 200, [2]string{}, `"live":6000`},
		"control-replaced":       {lab.Fault{}, 200, [2]string{}, `"every":200`},
		"control-doubled":        {lab.Fault{}, 200, [2]string{}, `aria-labelledby="allowAdsByAge"`},
		"control-doubled-hidden": {lab.Fault{}, 200, [2]string{}, `<div hidden>`},
		"control-disabled":       {lab.Fault{}, 200, [2]string{}, ` checked disabled>`},
		"control-in-dialog":      {lab.Fault{}, 200, [2]string{}, `<dialog>`},
		"data-late":              {lab.Fault{}, 200, [2]string{}, `"data":1500`},
		"data-late-busy":         {lab.Fault{}, 200, [2]string{}, `aria-checked="false" disabled aria-busy="true">`},
		"control-inert":          {lab.Fault{}, 200, [2]string{}, `<template data-lab="0"><div inert>`},
		"control-clipped":        {lab.Fault{}, 200, [2]string{}, `<div class="_clipped_`},
		"control-covered":        {lab.Fault{}, 200, [2]string{}, `<div class="_cover_`},
		"control-transparent":    {lab.Fault{}, 200, [2]string{}, `<div class="_transparent_`},
		"control-link":           {lab.Fault{}, 200, [2]string{}, `<a href="/mypreferences/d/close-accounts" role="switch"`},
		"control-draws-others":   {lab.Fault{}, 200, [2]string{}, `"draws":2000`},
		"control-asks":           {lab.Fault{}, 200, [2]string{}, `"asks":true`},
		"drawn-wrong":            {lab.Fault{}, 200, [2]string{}, `aria-checked="false"`},
		"hydrates-late":          {lab.Fault{}, 200, [2]string{}, `"live":5000`},
		"pessimistic":            {lab.Fault{}, 200, [2]string{}, `"delayMS":500`},
		"dialog-on-load":         {lab.Fault{}, 200, [2]string{}, `"dialog":"modal"`},
		"dialog-unmarked":        {lab.Fault{}, 200, [2]string{}, `"dialog":"plain"`},
		"dialog-in-shadow":       {lab.Fault{}, 200, [2]string{}, `"dialog":"shadow"`},
		"dialog-in-frame":        {lab.Fault{}, 200, [2]string{}, `"dialog":"frame"`},
		"page-mutates":           {lab.Fault{}, 200, [2]string{}, `"mutates":10`},
		"extra-nodes":            {lab.Fault{N: 3}, 200, [2]string{}, `<i></i><i></i><i></i></p>`},
		"extra-controls":         {lab.Fault{N: 2}, 200, [2]string{}, `aria-labelledby="labExtra2"`},

		"account-late":    {lab.Fault{}, 200, [2]string{}, `<template id="lab-account"><a href="/in/lab-member/">`},
		"account-me":      {lab.Fault{}, 200, [2]string{}, `<a href="/in/me/">`},
		"account-chat":    {lab.Fault{}, 200, [2]string{}, `<h2><a href="/in/lab-colleague-`},
		"account-missing": {lab.Fault{}, 200, [2]string{}, "\">\n\n</header>"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			c.fault.Name, c.fault.Page, c.fault.Times = name, agePage, 1
			b := browse(t, lab.Config{Faults: []lab.Fault{c.fault}})
			plain := b.get("/mypreferences/d/settings/ads-by-gender")
			assert.Equal(t, http.StatusOK, plain.status, "another page is not concerned")
			got := b.get(strings.Replace(agePage, "/d/", "/m/", 1))
			assert.Equal(t, c.status, got.status)
			assert.Equal(t, c.header[1], strings.Replace(got.header.Get(c.header[0]), "/m/", "/d/", 1), c.header[0])
			assert.Contains(t, got.body, c.holds)
			again := b.get(agePage)
			assert.Equal(t, http.StatusOK, again.status, "the fault applied once")
			assert.Contains(t, again.body, `"live":0}`)
		})
	}
}

func TestDoubledMeansTwo(t *testing.T) {
	for name, want := range map[string]int{"control-doubled": 2, "control-doubled-hidden": 2, "control-missing": 0, "drawn-wrong": 1} {
		t.Run(name, func(t *testing.T) {
			b := browse(t, lab.Config{Faults: []lab.Fault{{Name: name, Key: "allowProfileAndActivityDataForMarketingAds"}}})
			body := b.get("/mypreferences/d/settings/linkedin-promotions").body
			assert.Equal(t, want, strings.Count(body, `aria-labelledby="allowProfileAndActivityDataForMarketingAds"`))
			assert.Equal(t, 1, strings.Count(body, `aria-labelledby="tipsForUsingLinkedinViaEmail"`), "its neighbour is not concerned")
		})
	}
}

func TestPageReset(t *testing.T) {
	b := browse(t, lab.Config{Faults: []lab.Fault{{Name: "page-reset", Page: agePage}}})
	_, err := b.do(t.Context(), http.MethodGet, agePage, "", nil)
	assert.Error(t, err)
	assert.Eventually(t, func() bool { return b.site.State().Log[0].Status == lab.StatusCut }, guard, 5*time.Millisecond, "the lab logs the cut")
}

func TestHeldBackPagesEndWithTheFault(t *testing.T) {
	b := browse(t, lab.Config{Faults: []lab.Fault{{Name: "page-slow", Seconds: 3600}}})
	done := make(chan error, 1)
	ctx, cancel := context.WithTimeout(t.Context(), guard)
	defer cancel()
	go func() {
		_, err := b.do(ctx, http.MethodGet, agePage, "", nil)
		done <- err
	}()
	require.Eventually(t, func() bool { return len(b.site.State().Log) == 1 }, guard, time.Millisecond, "the request arrives")
	require.NoError(t, b.site.SetFaults(nil))
	assert.NoError(t, <-done)
}

func TestLoopNeverEnds(t *testing.T) {
	b := browse(t, lab.Config{Faults: []lab.Fault{{Name: "page-loop", Times: 1}}})
	path := agePage
	for range 25 {
		got := b.get(path)
		require.Equal(t, http.StatusFound, got.status)
		path = got.header.Get("Location")
	}
	assert.Equal(t, agePage+"?lab-loop=25", path)
}

func TestFaultsFromATimeOn(t *testing.T) {
	cases := map[string]struct {
		fault lab.Fault
		want  []int
	}{
		"from the third load on":     {lab.Fault{Name: "page-999", From: 3}, []int{200, 200, 999, 999, 999}},
		"twice, from the second on":  {lab.Fault{Name: "page-429", From: 2, Times: 2}, []int{200, 429, 429, 200, 200}},
		"twice, from the first on":   {lab.Fault{Name: "page-429-bare", Times: 2}, []int{429, 429, 200, 200, 200}},
		"the first is the first one": {lab.Fault{Name: "page-500", From: 1, Times: 1}, []int{500, 200, 200, 200, 200}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			b := browse(t, lab.Config{Faults: []lab.Fault{c.fault}})
			var got []int
			for range c.want {
				got = append(got, b.get(agePage).status)
			}
			assert.Equal(t, c.want, got)
		})
	}
}

func TestPagesLeadWhereTheyAreTold(t *testing.T) {
	for _, to := range []string{"/uas/authenticate", "/signup", "/", "/m/login", "/checkpoint/lg/login-submit", "/checkpoint/rm/sign-in-another-account"} {
		b := browse(t, lab.Config{Faults: []lab.Fault{{Name: "signed-out", To: to}}})
		assert.Equal(t, to, b.get(agePage).header.Get("Location"))
		assert.Contains(t, b.get(to).body, "Lab: signed out", to)
	}
	b := browse(t, lab.Config{Faults: []lab.Fault{{Name: "page-elsewhere", To: "/mypreferences/page-not-found"}}})
	assert.Equal(t, "/mypreferences/page-not-found", b.get(agePage).header.Get("Location"))
	assert.Contains(t, b.get("/mypreferences/page-not-found").body, "Lab: page not found")
}

func TestDataThatIsLateIsDrawnAsOff(t *testing.T) {
	for _, skin := range []string{"ember", "react"} {
		b := browse(t, lab.Config{Skin: skin, Widgets: map[string]string{"*": "button"}, Faults: []lab.Fault{
			{Name: "control-late", Key: ageKey, Seconds: 1}, {Name: "data-late", Page: agePage, Seconds: 2},
		}})
		body := b.get(agePage).body
		assert.Contains(t, body, `aria-checked="false"`)
		assert.Contains(t, body, `"on":true`, "what its data will say")
		assert.Contains(t, body, `"live":1000,"data":2000`, "it appears late, and its data comes later still")
		assert.NotContains(t, body, "aria-busy")
	}
}

func TestDialogOfAFrame(t *testing.T) {
	b := browse(t, lab.Config{})
	assert.Contains(t, b.get("/mypreferences/d/lab-dialog").body, `role="dialog"`)
	assert.Equal(t, "frame", b.site.State().Log[0].Kind)
}

func TestNotOfferedAndWrongWordsShowInTheCategory(t *testing.T) {
	const list = "/mypreferences/d/categories/ads"
	b := browse(t, lab.Config{Faults: []lab.Fault{{Name: "page-not-offered", Key: ageKey}, {Name: "word-wrong", Key: "allowAdsByGender"}}})
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
		"signed out at the third":  {lab.Config{Faults: []lab.Fault{{Name: "signed-out", N: 3}}}, 2, "/uas/login", 401},
		"challenged after one":     {lab.Config{ChallengeAfter: 1}, 1, "/checkpoint/challenge/lab", 403},
		"challenged at the second": {lab.Config{Faults: []lab.Fault{{Name: "challenged", N: 2}}}, 1, "/checkpoint/challenge/lab", 403},
		"signed out on one page":   {lab.Config{Faults: []lab.Fault{{Name: "signed-out", Key: ageKey}}}, 0, "/uas/login", 401},
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

func TestEveryFaultIsDescribedAndTested(t *testing.T) {
	files, err := filepath.Glob("*_test.go")
	require.NoError(t, err)
	var tests strings.Builder
	for _, file := range files {
		content, err := os.ReadFile(file)
		require.NoError(t, err)
		tests.Write(content)
	}
	seen := map[string]bool{}
	for _, fault := range lab.Faults {
		t.Run(fault.Name, func(t *testing.T) {
			assert.False(t, seen[fault.Name], "the name is taken")
			seen[fault.Name] = true
			assert.Regexp(t, `^[a-z]+(-[a-z0-9]+)*$`, fault.Name)
			assert.Regexp(t, `^The .*\.$|^A .*\.$`, fault.About)
			assert.Equal(t, fault.Seconds != 0, strings.Contains(fault.About, fmt.Sprintf("(seconds, default %v)", fault.Seconds)))
			assert.Equal(t, fault.To != "", strings.Contains(fault.About, "(to, default "+fault.To))
			assert.Equal(t, fault.N != 0, regexp.MustCompile(`\bn(-th)?\b`).MatchString(fault.About))
			assert.Contains(t, []string{"save", "page", "content", "control", "list", "session"}, fault.At)
			assert.True(t, strings.Contains(tests.String(), strconv.Quote(fault.Name)), "no test of the lab has it")
		})
	}
}
