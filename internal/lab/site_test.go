package lab_test

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"offswitch/internal/lab"
)

const (
	agePage = "/mypreferences/d/settings/ads-by-age"
	ageKey  = "allowAdsByAge"
)

// browser is an http client that keeps cookies and follows no redirect.
type browser struct {
	t     *testing.T
	site  *lab.Site
	url   string
	http  *http.Client
	token string
}

func browse(t *testing.T, config lab.Config) *browser {
	t.Helper()
	site, err := lab.New(config)
	require.NoError(t, err)
	server := httptest.NewTLSServer(site)
	t.Cleanup(server.Close)
	client := server.Client()
	client.Jar, err = cookiejar.New(nil)
	require.NoError(t, err)
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &browser{t: t, site: site, url: server.URL, http: client}
}

type reply struct {
	status int
	header http.Header
	body   string
}

func (b *browser) do(ctx context.Context, method, path, body string, header map[string]string) (reply, error) {
	b.t.Helper()
	request, err := http.NewRequestWithContext(ctx, method, b.url+path, strings.NewReader(body))
	require.NoError(b.t, err)
	for name, value := range header {
		request.Header.Set(name, value)
	}
	response, err := b.http.Do(request)
	if err != nil {
		return reply{}, err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	for _, cookie := range response.Cookies() {
		b.token = cookie.Value
	}
	return reply{response.StatusCode, response.Header, string(text)}, err
}

func (b *browser) get(path string) reply {
	b.t.Helper()
	got, err := b.do(b.t.Context(), http.MethodGet, path, "", nil)
	require.NoError(b.t, err)
	return got
}

func (b *browser) trySave(ctx context.Context, key, body string) (reply, error) {
	b.t.Helper()
	if b.token == "" {
		b.get("/feed/")
	}
	return b.do(ctx, http.MethodPut, "/mysettings-api/settingsApiSettings/"+key, body, map[string]string{"X-Lab-Csrf": b.token})
}

func (b *browser) save(key, body string) reply {
	b.t.Helper()
	got, err := b.trySave(b.t.Context(), key, body)
	require.NoError(b.t, err)
	return got
}

func TestEverythingIsOnAtFirst(t *testing.T) {
	b := browse(t, lab.Config{})
	state := b.site.State()
	want := map[string]bool{}
	for _, row := range lab.Rows {
		if row.Key != "" && row.Control != lab.Radio {
			want[row.Key] = true
		}
		for _, item := range row.Items {
			want[item] = true
		}
	}
	assert.Equal(t, want, state.Settings)
	assert.Equal(t, "DISCLOSE_FULL", state.Radios["discloseAsProfileViewer"])
}

func TestSaveChangesTheServer(t *testing.T) {
	b := browse(t, lab.Config{})
	assert.Equal(t, http.StatusOK, b.save(ageKey, `{"on":false,"trusted":true}`).status)
	assert.Equal(t, http.StatusOK, b.save(ageKey, `{"on":false}`).status)
	assert.Equal(t, http.StatusOK, b.save("discloseAsProfileViewer", `{"value":"DISCLOSE_ANONYMOUS"}`).status)
	state := b.site.State()
	assert.False(t, state.Settings[ageKey])
	assert.Equal(t, "DISCLOSE_ANONYMOUS", state.Radios["discloseAsProfileViewer"])
	require.Len(t, state.Saves, 3)
	first := state.Saves[0]
	assert.Equal(t, []any{ageKey, true, false, 200, true, true}, []any{first.Key, first.From, first.To, first.Status, first.Kept, first.Trusted})
	assert.False(t, state.Saves[1].From)
	assert.False(t, state.Saves[1].Trusted)
	assert.Empty(t, state.Violations)
	assert.Zero(t, state.TurnedOn)

	b.save(ageKey, `{"on":true}`)
	assert.Equal(t, 1, b.site.State().TurnedOn)
}

func TestSaveThatIsNotThePagesOwnIsRefused(t *testing.T) {
	const path = "/mysettings-api/settingsApiSettings/"
	cases := map[string]struct {
		method, path, body string
		noToken            bool
		status             int
		kind               string
	}{
		"POST":          {http.MethodPost, path + ageKey, `{"on":false}`, false, 405, "save"},
		"no token":      {http.MethodPut, path + ageKey, `{"on":false}`, true, 403, "save"},
		"unknown key":   {http.MethodPut, path + "labNothing", `{"on":false}`, false, 404, "save"},
		"no value":      {http.MethodPut, path + ageKey, `{}`, false, 400, "save"},
		"no JSON":       {http.MethodPut, path + ageKey, `off`, false, 400, "save"},
		"unknown radio": {http.MethodPut, path + "discloseAsProfileViewer", `{"value":"SOME"}`, false, 400, "save"},
		"elsewhere":     {http.MethodPost, "/feed/", ``, false, 405, "method"},
		"delete a page": {http.MethodDelete, agePage, ``, false, 405, "method"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			b := browse(t, lab.Config{})
			before := b.site.State()
			b.get("/feed/")
			header := map[string]string{"X-Lab-Csrf": b.token}
			if c.noToken {
				header = nil
			}
			got, err := b.do(t.Context(), c.method, c.path, c.body, header)
			require.NoError(t, err)
			after := b.site.State()
			assert.Equal(t, c.status, got.status)
			assert.Equal(t, before.Settings, after.Settings)
			assert.Equal(t, before.Radios, after.Radios)
			assert.Empty(t, after.Saves)
			require.Len(t, after.Violations, 1)
			assert.Equal(t, c.kind, after.Violations[0].Kind)
		})
	}
}

func TestSaveFaults(t *testing.T) {
	cases := map[string]struct {
		fault  lab.Fault
		status int
		kept   bool
		header [2]string
	}{
		"save-500":        {lab.Fault{}, 500, false, [2]string{}},
		"save-403":        {lab.Fault{}, 403, false, [2]string{}},
		"save-429":        {lab.Fault{Seconds: 7}, 429, false, [2]string{"Retry-After", "7"}},
		"save-not-kept":   {lab.Fault{}, 200, false, [2]string{}},
		"save-slow":       {lab.Fault{Seconds: 0.01}, 200, true, [2]string{}},
		"flips-back":      {lab.Fault{}, 500, false, [2]string{"X-Lab-Flip-Back", "0"}},
		"flips-back-late": {lab.Fault{}, 500, false, [2]string{"X-Lab-Flip-Back", "2"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			c.fault.Name, c.fault.Key = name, ageKey
			b := browse(t, lab.Config{Faults: []lab.Fault{c.fault}})
			got := b.save(ageKey, `{"on":false}`)
			state := b.site.State()
			assert.Equal(t, c.status, got.status)
			assert.Equal(t, c.header[1], got.header.Get(c.header[0]))
			assert.Equal(t, !c.kept, state.Settings[ageKey])
			require.Len(t, state.Saves, 1)
			assert.Equal(t, c.status, state.Saves[0].Status)
			assert.Equal(t, c.kept, state.Saves[0].Kept)

			assert.Equal(t, 200, b.save("allowAdsByGender", `{"on":false}`).status, "another setting is not concerned")
		})
	}
}

func TestSaveWithoutAnAnswer(t *testing.T) {
	cases := map[string]int{"save-silent": lab.StatusGone, "save-reset": lab.StatusCut}
	for name, status := range cases {
		t.Run(name, func(t *testing.T) {
			b := browse(t, lab.Config{Faults: []lab.Fault{{Name: name, Times: 1}}})
			b.leave(ageKey, `{"on":false}`)
			assert.EventuallyWithT(t, func(t *assert.CollectT) {
				state := b.site.State()
				require.Len(t, state.Saves, 1)
				assert.Equal(t, status, state.Saves[0].Status)
				assert.True(t, state.Settings[ageKey])
				assert.Equal(t, status, state.Log[len(state.Log)-1].Status)
			}, guard, 5*time.Millisecond, "the save is given up")
			assert.Equal(t, 200, b.save(ageKey, `{"on":false}`).status, "the fault applied once")
		})
	}
}

func TestSaveOfAPageThatWentAwayIsNotKept(t *testing.T) {
	b := browse(t, lab.Config{Faults: []lab.Fault{{Name: "save-slow", Seconds: 60}}})
	b.leave(ageKey, `{"on":false}`)
	assert.Eventually(t, func() bool { return b.site.State().Saves[0].Status == lab.StatusGone }, guard, 5*time.Millisecond, "the save is given up")
	assert.True(t, b.site.State().Settings[ageKey])
}

func TestAdsOffLinkedInAlsoTurnsPartnersOff(t *testing.T) {
	for region, coupled := range map[string]bool{"us": true, "other": true, "designated": false, "uk": false} {
		t.Run(region, func(t *testing.T) {
			b := browse(t, lab.Config{Region: region})
			b.save("allowLinkedInAudienceNetwork", `{"on":false}`)
			state := b.site.State()
			assert.Equal(t, !coupled, state.Settings["shareDataWithTrustedPartners"])
			assert.Equal(t, coupled, len(state.Saves[0].Coupled) == 1)
		})
	}
}

func TestDestructiveSavesAreViolations(t *testing.T) {
	for key, body := range map[string]string{"discloseAsProfileViewer": `{"value":"HIDE"}`, "labResumeData": `{"on":false}`, "labSaveSelfId": `{"on":false}`} {
		t.Run(key, func(t *testing.T) {
			b := browse(t, lab.Config{})
			b.save(key, body)
			state := b.site.State()
			require.Len(t, state.Violations, 1)
			assert.Equal(t, "destructive", state.Violations[0].Kind)
		})
	}
}

func TestReportsBecomeViolations(t *testing.T) {
	b := browse(t, lab.Config{})
	for path, body := range map[string]string{"/csp-report": `{ "csp-report": {} }`, "/lab/trace": "global x"} {
		got, err := b.do(t.Context(), http.MethodPost, path, body, nil)
		require.NoError(t, err)
		assert.Equal(t, http.StatusNoContent, got.status)
	}
	var found []string
	for _, v := range b.site.State().Violations {
		found = append(found, v.Kind+" "+v.Detail)
	}
	assert.ElementsMatch(t, []string{`csp {"csp-report":{}}`, "trace global x"}, found)
}

func TestControl(t *testing.T) {
	site, err := lab.New(lab.Config{})
	require.NoError(t, err)
	control := httptest.NewServer(lab.Control(site))
	t.Cleanup(control.Close)
	post := func(path, body string) (int, lab.State, string) {
		t.Helper()
		response, err := http.Post(control.URL+path, "application/json", strings.NewReader(body))
		require.NoError(t, err)
		defer response.Body.Close()
		text, err := io.ReadAll(response.Body)
		require.NoError(t, err)
		var state lab.State
		require.NoError(t, json.Unmarshal(text, &state))
		return response.StatusCode, state, string(text)
	}

	status, state, _ := post("/reset", `{"skin":"react","settings":{"allowAdsByAge":false},"faults":[{"name":"save-500"}]}`)
	assert.Equal(t, http.StatusOK, status)
	assert.False(t, state.Settings[ageKey])
	_, state, _ = post("/set", `{"key":"allowAdsByAge","value":true}`)
	assert.True(t, state.Settings[ageKey])
	assert.Empty(t, state.Saves, "a change on the server is no save")
	_, state, _ = post("/set", `{"key":"discloseAsProfileViewer","value":"HIDE"}`)
	assert.Equal(t, "HIDE", state.Radios["discloseAsProfileViewer"])
	status, _, _ = post("/faults", `[{"name":"page-slow","page":"/mypreferences/m/member-cookies"}]`)
	assert.Equal(t, http.StatusOK, status)
	_, state, _ = post("/reset", "")
	assert.Equal(t, "DISCLOSE_FULL", state.Radios["discloseAsProfileViewer"])

	for name, c := range map[string]struct{ path, body string }{
		"unknown field":    {"/reset", `{"skinn":"react"}`},
		"unknown skin":     {"/reset", `{"skin":"vue"}`},
		"unknown region":   {"/reset", `{"region":"eu"}`},
		"unknown setting":  {"/reset", `{"settings":{"x":true}}`},
		"unknown widget":   {"/reset", `{"widgets":{"*":"slider"}}`},
		"unknown place":    {"/reset", `{"places":{"nothing":"shadow"}}`},
		"unknown fault":    {"/faults", `[{"name":"save-418"}]`},
		"fault without":    {"/faults", `[{"name":"save-500","key":"nothing"}]`},
		"fault leads":      {"/faults", `[{"name":"page-slow","to":"/feed/"}]`},
		"fault to no path": {"/faults", `[{"name":"page-elsewhere","to":"feed"}]`},
		"session from":     {"/faults", `[{"name":"signed-out","from":2}]`},
		"fault nowhere":    {"/faults", `[{"name":"page-slow","page":"/nowhere"}]`},
		"set nothing":      {"/set", `{"key":"nothing","value":true}`},
		"set to a number":  {"/set", `{"key":"allowAdsByAge","value":1}`},
		"set wrong choice": {"/set", `{"key":"discloseAsProfileViewer","value":"x"}`},
	} {
		t.Run(name, func(t *testing.T) {
			status, _, text := post(c.path, c.body)
			assert.Equal(t, http.StatusBadRequest, status)
			assert.Contains(t, text, `{"error":"lab: `)
		})
	}
}

func TestClearKeepsTheSettings(t *testing.T) {
	b := browse(t, lab.Config{})
	b.save(ageKey, `{"on":false}`)
	b.get("/mypreferences/d/close-accounts")
	b.site.Clear()
	state := b.site.State()
	assert.False(t, state.Settings[ageKey])
	assert.Empty(t, state.Saves)
	assert.Empty(t, state.Log)
	assert.Empty(t, state.Violations)
}

func TestListenIsTLSOnLoopback(t *testing.T) {
	site, err := lab.New(lab.Config{})
	require.NoError(t, err)
	server, err := lab.Listen(site)
	require.NoError(t, err)
	t.Cleanup(func() { server.Close() })
	assert.True(t, strings.HasPrefix(server.Addr, "127.0.0.1:"))
	leaf, status := handshake(t, server)
	assert.Equal(t, server.SPKI, leaf)
	assert.Equal(t, http.StatusOK, status)
}

// guard is against hanging alone: no machine is too slow for it.
const guard = 10 * time.Minute

// leave begins a save and goes away as soon as the lab has heard of it. What it gets to hear does not matter, only what the
// lab says of it.
func (b *browser) leave(key, body string) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go func() {
		for len(b.site.State().Saves) == 0 && ctx.Err() == nil {
			time.Sleep(time.Millisecond)
		}
		cancel()
	}()
	_, _ = b.trySave(ctx, key, body)
}
