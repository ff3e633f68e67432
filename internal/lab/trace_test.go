package lab_test

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/lab"
)

func TestClicksOfNobodysHandAreKept(t *testing.T) {
	b := browse(t, lab.Config{})
	got, err := b.do(t.Context(), http.MethodPost, "/lab/click", `{"path":"/x","key":"ember1"}`, nil)
	require.NoError(t, err)
	assert.Equal(t, http.StatusNoContent, got.status)
	got, err = b.do(t.Context(), http.MethodPost, "/lab/click", "no JSON", nil)
	require.NoError(t, err)
	assert.Equal(t, http.StatusBadRequest, got.status)
	clicks := b.site.State().Clicks
	require.Len(t, clicks, 1)
	assert.Equal(t, lab.Click{N: 1, At: clicks[0].At, Path: "/x", Key: "ember1"}, clicks[0])
	assert.Empty(t, b.site.State().Violations)
	b.site.Clear()
	assert.Empty(t, b.site.State().Clicks)
}

func TestRequestsOfOthersAreViolations(t *testing.T) {
	header := func(site, mode string) map[string]string {
		return map[string]string{"Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode}
	}
	for name, c := range map[string]struct {
		path   string
		header map[string]string
		want   string
	}{
		"a page that a tab is led to":            {agePage, header("none", "navigate"), ""},
		"a page that a link leads to":            {agePage, header("same-origin", "navigate"), ""},
		"a page's own file":                      {"/lab/app.js", header("same-origin", "cors"), ""},
		"a row's page, fetched":                  {agePage, map[string]string{"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors", "X-Lab-Fragment": "1"}, ""},
		"no browser":                             {agePage, nil, ""},
		"a page, passed on by the site's worker": {agePage, map[string]string{"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "same-origin", "X-Lab-Worker": "1"}, ""},
		"a worker of the site's, registered":     {"/mypreferences/worker.js", map[string]string{"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "same-origin", "Sec-Fetch-Dest": "serviceworker"}, ""},
		"a page, fetched":                        {agePage, header("same-origin", "cors"), "GET " + agePage + " by a script that is not the page's"},
		"another address, fetched":               {"/voyager/api/me", header("same-origin", "cors"), "GET /voyager/api/me by a script that is not the page's"},
		"from a background":                      {"/lab/app.js", header("none", "cors"), "GET /lab/app.js by somebody none"},
		"from another site":                      {"/lab/app.js", header("cross-site", "no-cors"), "GET /lab/app.js by somebody cross-site"},
		"from an address of an extension":        {"/lab/app.js", map[string]string{"Origin": "moz-extension://1"}, "GET /lab/app.js by an extension"},
		"led here by an address of such a one":   {agePage, map[string]string{"Referer": "chrome-extension://a/", "Sec-Fetch-Mode": "navigate"}, "GET " + agePage + " by an extension"},
	} {
		t.Run(name, func(t *testing.T) {
			b := browse(t, lab.Config{})
			_, err := b.do(t.Context(), http.MethodGet, c.path, "", c.header)
			require.NoError(t, err)
			violations := b.site.State().Violations
			if c.want == "" {
				assert.Empty(t, violations)
				return
			}
			require.Len(t, violations, 1)
			assert.Equal(t, "request "+c.want, violations[0].Kind+" "+violations[0].Detail)
		})
	}
}
