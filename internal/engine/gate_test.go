package engine

import (
	"net/url"
	"path"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"offswitch/internal/memory"
	"offswitch/internal/page"
	"offswitch/internal/rules"
)

// asBrowsersRead returns the path that a browser asks LinkedIn for when it is told an address, and false where it asks
// somebody else. It takes breaks out, turns backslashes round and resolves dots, encoded ones too.
func asBrowsersRead(address string) (string, bool) {
	address = strings.NewReplacer("\t", "", "\n", "", "\r", "", `\`, "/").Replace(strings.TrimSpace(address))
	u, err := url.Parse(address)
	if err != nil || u.Scheme+"://"+u.Host != page.Origin {
		return "", false
	}
	return path.Clean("/" + u.Path), true
}

// noPages are no addresses, or not of pages that may be opened.
var noPages = []string{
	"", "/", "/feed/", "/m/logout", "/mypreferences/d", "/mypreferences/d/../../m/logout", `/mypreferences/d/..\..\m\logout`, "/mypreferences/d/%2e%2e/x",
	"/mypreferences/d/close-acc\tounts", "/mypreferences/d/close-accounts", "/mypreferences/d/settings/delete-account", "/mypreferences/d/x?redirect=y", "/mypreferences/d/x#y",
	"/mypreferences/d/x//", "/mypreferences/d//x", "@evil.example/login", ".evil.example/x", "/mypreferences/d/\u202ex", "/mypreferences/d/x y",
}

// Whatever has come into a run, the last gate lets no other page through: the run stops, and says so.
func TestLastGate(t *testing.T) {
	for _, path := range append([]string{"/mypreferences/d/x/", "/mypreferences/m/x"}, noPages...) {
		for name, load := range map[string]func(*Engine){"open": (*Engine).open, "load": (*Engine).load, "load again": (*Engine).loadAgain} {
			w := newWorld(t)
			w.command("choose", `"region":"us","level":"essential"`)
			w.command("harden", "")
			w.event(Event{Type: EventOpened, Tab: 1})
			require.True(t, w.eng.state.Run.Going())
			w.eng.state.Run.Visit().Page = path
			w.eng.out = Answer{}
			load(w.eng)
			r := w.eng.state.Run
			assert.Equal(t, []any{memory.Stopped, memory.ByAddress}, []any{r.Phase, r.Why}, "%s %q", name, path)
			for _, x := range w.eng.out.Effects {
				switch x.(type) {
				case Open, Go:
					assert.Fail(t, "something was opened", "%s %q: %+v", name, path, x)
				}
			}
			w.everySettingHasAnOutcome()
		}
	}
}

// Whatever a category page shows: what becomes an address, a stranger or a link is the address of a settings page.
func TestRowsBecomeAddressesOnly(t *testing.T) {
	taken := 0
	rapid.Check(t, func(t *rapid.T) {
		w := newWorld(t)
		w.lang = "en"
		w.rows[rules.CategoryPage(rules.DataPrivacy)] = rapid.SliceOfN(rapid.Custom(func(t *rapid.T) page.Row {
			return page.Row{
				Path:  rapid.SampledFrom(append([]string{"/mypreferences/d/settings/lab-inbox", "/mypreferences/m/settings/lab-new/"}, noPages...)).Draw(t, "path"),
				Title: rapid.SampledFrom([]string{"Inbox layout with ads", "Research invites", "Something new"}).Draw(t, "title"),
			}
		}), 1, 5).Draw(t, "rows")
		w.extra["/mypreferences/d/settings/lab-inbox"] = []string{"labInbox"}
		w.command("choose", `"region":"us","level":"strict","mode":"guide"`)
		w.visit(rules.CategoryPage(rules.DataPrivacy))
		for _, a := range w.eng.state.Addresses {
			require.True(t, openable(a.Page), a.Page)
			taken++
		}
		for _, x := range w.eng.state.Strangers {
			require.True(t, openable(x.Page), x.Page)
		}
	})
	assert.Positive(t, taken)
}

// A page in another spelling shows no unknown switch, and no link leads to what is no page.
func TestPathsOfPagesBecomePagesOnlyAsAddresses(t *testing.T) {
	for _, path := range noPages {
		w := newWorld(t)
		w.command("choose", `"region":"us"`)
		w.event(Event{Type: EventSnapshot, Tab: 5, Snapshot: page.Snapshot{Doc: "d", Path: path, Ready: true, Controls: []page.Control{
			{Ref: 1, Kind: "switch", Key: "labBrandNewSwitch", State: page.On, Enabled: true, Visible: true},
		}}})
		assert.Empty(t, w.eng.state.Unknown, "%q", path)
		w.eng.state.Unknown = []memory.Unknown{{Page: path, Key: "labSwitch"}}
		w.eng.state.Strangers = []memory.Stranger{{Page: path}}
		for _, list := range []string{"unknown", "strangers"} {
			assert.Empty(t, w.seen()[list].([]any)[0].(map[string]any)["url"], "%q", path)
		}
	}
}

// A second restore changes nothing, and is an error where that can be told.
func TestRestoreOnceInTheLifeOfAnInstance(t *testing.T) {
	w := hardened(t, `"level":"essential"`)
	before := string(memory.Encode(&w.eng.state))
	now := w.eng.now
	answer, err := w.eng.Handle([]byte(`{"type":"restore","now":1790000900000,"zone":"Europe/Berlin","stored":{"version":2,"choices":{"region":"uk"}}}`))
	assert.Error(t, err)
	assert.Nil(t, answer)
	assert.Equal(t, Answer{}, w.eng.Step(Event{Type: EventRestore, Now: now + 900_000, Zone: "Europe/Berlin"}))
	assert.Equal(t, before, string(memory.Encode(&w.eng.state)))
	assert.Equal(t, now, w.eng.now)
	assert.Zero(t, w.eng.suggested)

	_, err = New().Handle([]byte(`{"type":"restore","now":1790000900000,"stored":null}`))
	assert.NoError(t, err)
}

// A control in a frame counts only if that frame, and every frame around it, is of the settings and may be opened.
func TestFramesThatBelong(t *testing.T) {
	const own, denied = "/mypreferences/d/download-my-data", "/mypreferences/d/close-accounts"
	for frame, want := range map[string]int{
		"": 1, own: 1, own + " " + aiPage: 1,
		denied: 0, denied + " " + own: 0, own + " " + denied: 0, "/help/frame " + own: 0, own + " blank": 0, "/mypreferences/d/categories/ads": 0,
	} {
		assert.Len(t, ofThePage([]page.Control{{Key: aiKey, Frame: frame}}), want, "%q", frame)
	}
}
