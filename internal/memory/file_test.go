package memory

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"offswitch/internal/page"
	"offswitch/internal/rules"
	"offswitch/internal/wire"
)

const (
	someNow      = 1_790_000_000_000
	receiptsPage = "/mypreferences/d/settings/read-receipts"
	aiPage       = "/mypreferences/d/settings/data-for-ai-improvement"
)

func fromFile(t require.TestingT, at *State, text string) (State, error) {
	v, err := wire.Parse([]byte(text))
	require.NoError(t, err, text)
	return FromFile(v, at, someNow)
}

// atHand is the state of a person who has used the extension.
func atHand() State {
	s := New()
	s.Account = "bob"
	s.Others = []Account{{ID: "alice", Settings: map[string]Record{
		"ai-training": {Outcome: TurnedOff, State: page.Off, Ours: true}, "read-receipts": {Outcome: TurnedOff, State: page.Off, Ours: true},
	}}}
	s.Local = []Local{{ID: "local:" + receiptsPage + ":labExport", Page: receiptsPage, Key: "labExport", Match: rules.ElementID, Setting: "read-receipts"}}
	s.Addresses = []Address{{ID: "sponsored-messages", Page: "/mypreferences/d/settings/lab-inbox"}}
	s.Learned = []Learned{{"mentions", "labMentions"}}
	s.CategoriesRead = []Moment{{ID: "visibility", At: 1}}
	s.Words = []Word{{Lang: "de", Text: "Aus", Means: page.Off}}
	return s
}

func TestWhatAFileBrings(t *testing.T) {
	at := atHand()
	s, err := fromFile(t, &at, `{"version":2,"choices":{"region":"uk","checks":"automatic","again":true},"checked":9000000000000,"tried":1,"account":"eve","notices":["state-newer","click here"],
		"others":[{"id":"x","settings":{}}],"words":[{"lang":"de","text":"Ein","means":"off"}],"learned":[{"setting":"mentions","key":"labOther"},{"setting":"news-mentions","key":"labOther"}],"read":[{"id":"visibility","at":9000000000000}],"done":[{"id":"objection-form","at":9000000000000}],
		"addresses":[{"id":"dma-services","page":"/mypreferences/d/settings/security-alerts"}],
		"run":{"purpose":"undo","phase":"stopped","ended":1790000000000,"ledger":[{"id":"ads-age","page":"/mypreferences/d/settings/ads-by-age","why":"stopped"}]},
		"local":[{"page":"/mypreferences/d/settings/x","key":"labSwitch","match":"id","label":"Share \u202enihton","added":9000000000000}],
		"unknown":[{"page":"/mypreferences/d/settings/y","key":"labOther","match":"id","seen":9000000000000}],
		"settings":{"ads-age":{"key":"allowAdsByAge","outcome":"turned-off","state":"off","ours":true,"seen":9000000000000,"clicked":9000000000000,"proved":9000000000000,"history":[{"at":9000000000000,"to":"off","by":"offswitch"}]},
			"ads-gender":{"outcome":"unchecked","why":"not-proved","state":"off","clicked":1790000000000,"history":[{"at":1,"to":"on","by":"elsewhere"}]},
			"research":{"outcome":"on","why":"undo-stopped","state":"on"},"promotions":{"outcome":"on","why":"Visit evil.example"}}}`)
	require.NoError(t, err)
	assert.Nil(t, s.Run)
	assert.Empty(t, s.Notices)
	assert.Equal(t, []any{at.Account, at.Others, at.Words, at.CategoriesRead, at.Addresses, at.Learned}, []any{s.Account, s.Others, s.Words, s.CategoriesRead, s.Addresses, s.Learned})
	assert.Empty(t, s.Local, "they are asked about")
	require.Len(t, s.Offered, 1)
	assert.Equal(t, "Share nihton", s.Offered[0].Label)
	assert.Empty(t, s.Unknown, "only a page shows what pages show")
	assert.Equal(t, []int64{someNow, someNow, someNow, someNow}, []int64{s.Checked, s.Tried, s.Done[0].At, s.Offered[0].Added})
	assert.Equal(t, Record{Outcome: TurnedOff, State: page.Off, Seen: someNow, Clicked: someNow, Proved: someNow, History: []Change{{someNow, page.Off, Us}}}, s.Settings["ads-age"])
	for _, id := range []string{"ads-gender", "research"} {
		rec := s.Settings[id]
		assert.Equal(t, []any{Unchecked, "", int64(0), Elsewhere}, []any{rec.Outcome, rec.Why, rec.ClickedUnproved(), rec.Turner()}, "%s: a later page must not make it this extension's", id)
	}
	assert.Empty(t, s.Settings["promotions"].Why, "no sentences")
	same, err := fromFile(t, &at, `{"version":2,"local":[{"page":"`+receiptsPage+`","key":"labExport","match":"id","setting":"read-receipts"}]}`)
	require.NoError(t, err)
	assert.Equal(t, at.Own, same.Own, "what is theirs already is not asked about")
}

func TestWhatAFileIsRefusedFor(t *testing.T) {
	rule := func(members string) string { return `"local":[{"match":"id",` + members + `}]` }
	many := func(list, item string, n int) string {
		return `"` + list + `":[` + strings.Repeat(item+",", n-1) + item + `]`
	}
	change := `{"at":1,"to":"on","by":"elsewhere"}`
	for name, members := range map[string]string{
		"a page that is denied":                    rule(`"page":"/mypreferences/d/close-accounts","key":"labSwitch"`),
		"a page of a kind that is denied":          rule(`"page":"/mypreferences/d/settings/delete-account","key":"labSwitch"`),
		"a page with a tab":                        rule(`"page":"/mypreferences/d/close-acc\tounts","key":"labSwitch"`),
		"a page with dots":                         rule(`"page":"/mypreferences/d/../../m/logout","key":"labSwitch"`),
		"a page with a query":                      rule(`"page":"/mypreferences/d/settings/x?redirect=y","key":"labSwitch"`),
		"a page without end":                       rule(`"page":"/mypreferences/d/` + strings.Repeat("x", 4000) + `","key":"labSwitch"`),
		"a key without end":                        rule(`"page":"/mypreferences/d/x","key":"` + strings.Repeat("x", 121) + `"`),
		"a label without end":                      rule(`"page":"/mypreferences/d/x","key":"labSwitch","label":"` + strings.Repeat("x", MaxWords+1) + `"`),
		"a row on another page":                    rule(`"page":"/mypreferences/d/settings/security-alerts","key":"signInSecurityAlerts","setting":"read-receipts"`),
		"a row on a page that only the file knows": `"addresses":[{"id":"sponsored-messages","page":"/mypreferences/d/settings/security-alerts"}],` + rule(`"page":"/mypreferences/d/settings/security-alerts","key":"signInSecurityAlerts","setting":"sponsored-messages"`),
		"a row with a key":                         rule(`"page":"` + aiPage + `","key":"labSwitch","setting":"ai-training"`),
		"a key of the table":                       rule(`"page":"` + aiPage + `","key":"allowDataForGenerativeAI"`),
		"a key of the table elsewhere":             rule(`"page":"/mypreferences/d/x","key":"allowAdsByAge"`),
		"a key of the table, as a label":           `"local":[{"match":"aria-labelledby","page":"/mypreferences/d/member-cookies","key":"nonEssentialCookieConsent"}]`,
		"a key that is never touched":              rule(`"page":"/mypreferences/d/x","key":"discloseAsProfileViewer"`),
		"an option that is never touched":          `"local":[{"match":"aria-labelledby","page":"/mypreferences/d/x","key":"discloseAsProfileViewer__HIDE"}]`,
		"too many rules":                           many("local", `{}`, MaxRules+1),
		"too many unknown switches":                many("unknown", `{"page":"/mypreferences/d/x","key":"labSwitch","match":"id"}`, MaxUnknown+1),
		"too many strangers":                       many("strangers", `{"page":"/mypreferences/d/x","category":"visibility"}`, MaxStrangers+1),
		"too many words":                           many("words", `{"lang":"de","text":"Aus","means":"off"}`, maxStateWords+1),
		"too many follow-ups":                      many("done", `{"id":"x","at":1}`, maxDone+1),
		"too many other accounts":                  many("others", `{}`, MaxAccounts+1),
		"too many changes":                         `"settings":{"ads-age":{"outcome":"on",` + many("history", change, MaxHistory+2) + `}}`,
		"a change to nothing":                      `"settings":{"ads-age":{"outcome":"on","history":[{"at":1,"to":"half","by":"elsewhere"}]}}`,
		"a change by nobody":                       `"settings":{"ads-age":{"outcome":"on","history":[{"at":1,"to":"on","by":"Eve, call me"}]}}`,
		"an unknown switch elsewhere":              `"unknown":[{"page":"@evil.example/login","key":"labSwitch","match":"id"}]`,
		"a stranger elsewhere":                     `"strangers":[{"page":".evil.example/x","title":"x","category":"visibility"}]`,
		"a stranger of no category":                `"strangers":[{"page":"/mypreferences/d/x","title":"x","category":"evil"}]`,
		"a run to another page":                    `"run":{"purpose":"harden","phase":"ended","visits":[{"page":"/m/logout"}]}`,
		"a run of a setting elsewhere":             `"run":{"purpose":"harden","phase":"ended","ledger":[{"id":"x","page":"/mypreferences/d/../../m/logout"}]}`,
		"a region that is none":                    `"choices":{"region":"moon"}`,
	} {
		at := atHand()
		_, err := fromFile(t, &at, `{"version":2,`+members+`}`)
		assert.Error(t, err, name)
		assert.Equal(t, atHand(), at, "%s: nothing changes", name)
	}
	for _, file := range []string{`null`, `[]`, `"x"`, `{}`, `{"version":3}`} {
		at := atHand()
		_, err := fromFile(t, &at, file)
		assert.Error(t, err, file)
	}
}

// What is within all bounds can still be too much to be stored.
func TestFileThatCannotBeStored(t *testing.T) {
	s := New()
	for i := range MaxRules {
		x := Local{Page: "/mypreferences/d/" + strings.Repeat("x", 280), Key: strings.Repeat("labSwitch", 13) + string(rune('a'+i%26)) + string(rune('a'+i/26)), Match: rules.ElementID, Label: strings.Repeat("l", MaxWords)}
		x.ID = LocalID(x)
		s.Local = append(s.Local, x)
	}
	fits, err := wire.Parse(Encode(&s))
	require.NoError(t, err)
	for _, row := range s.Table() {
		rec := Record{Outcome: StillOn, State: page.On}
		for i := range int64(MaxHistory + 1) {
			rec.History = append(rec.History, Change{someNow - i, page.On, Elsewhere})
		}
		s.Settings[row.ID] = rec
	}
	tooMuch, err := wire.Parse(Encode(&s))
	require.NoError(t, err)
	at := atHand()
	at.Own, at.Learned = s.Own, nil // theirs already, so that the file's records of them are taken in
	before := at
	_, err = FromFile(fits, &at, someNow)
	assert.NoError(t, err)
	_, err = FromFile(tooMuch, &at, someNow)
	assert.Error(t, err)
	assert.Equal(t, before, at)
}

// What is stored of where settings are leads to settings pages, too.
func TestStoredAddressesAreVetted(t *testing.T) {
	for _, addresses := range []string{
		`{"id":"sponsored-messages","page":"/mypreferences/d/../../m/logout"}`, `{"id":"sponsored-messages","page":"/mypreferences/d/x?y"}`, `{"id":"sponsored-messages","page":"/mypreferences/d/categories/ads"}`,
		`{"id":"none","page":"/mypreferences/d/x"}`, `{"id":"profile-viewing","page":"/mypreferences/d/x"}`, `{"id":"sponsored-messages","page":"/mypreferences/d/x"},{"id":"sponsored-messages","page":"/mypreferences/d/y"}`,
	} {
		v, err := wire.Parse([]byte(`{"version":2,"addresses":[` + addresses + `]}`))
		require.NoError(t, err)
		s, err := Decode(v)
		assert.Error(t, err, addresses)
		for _, a := range s.Addresses {
			assert.Equal(t, "/mypreferences/d/x", a.Page, addresses)
		}
	}
}

// What is stored of the keys of rows without one could have been learned.
func TestStoredKeysAreVetted(t *testing.T) {
	for name, learned := range map[string]string{
		"too many":                           strings.Repeat(`{"setting":"mentions","key":"labMentions"},`, maxLearned) + `{"setting":"mentions","key":"labMentions"}`,
		"of a row with a key":                `{"setting":"ads-age","key":"labMentions"}`,
		"of a row that is clicked by nobody": `{"setting":"read-receipts","key":"labMentions"}`,
		"of no row":                          `{"setting":"none","key":"labMentions"}`,
		"another row has":                    `{"setting":"mentions","key":"allowAdsByAge"}`,
		"another row has learned":            `{"setting":"news-mentions","key":"labNews"},{"setting":"mentions","key":"labNews"}`,
		"is never touched":                   `{"setting":"mentions","key":"discloseAsProfileViewer__HIDE"}`,
		"Ember made up":                      `{"setting":"mentions","key":"ember12"}`,
	} {
		v, err := wire.Parse([]byte(`{"version":2,"learned":[` + learned + `]}`))
		require.NoError(t, err)
		s, err := Decode(v)
		assert.Error(t, err, name)
		for _, x := range s.Learned {
			assert.Equal(t, Learned{"news-mentions", "labNews"}, x, name)
		}
	}
}

// harmless requires of a state from a file what must always hold.
func harmless(t require.TestingT, s, at *State) {
	require.Nil(t, s.Run)
	require.Empty(t, s.Notices)
	require.Equal(t, []any{at.Account, at.Addresses, at.Words, at.Learned}, []any{s.Account, s.Addresses, s.Words, s.Learned})
	require.LessOrEqual(t, len(s.Local), MaxRules)
	require.LessOrEqual(t, len(Encode(s)), MaxStored)
	require.LessOrEqual(t, max(s.Checked, s.Tried), int64(someNow))
	built := map[string]string{}
	for _, row := range rules.Table() {
		built[row.Key] = row.ID
	}
	for _, row := range s.Table() {
		was, builtIn := rules.Find(row.ID)
		switch {
		case builtIn && (was.Key != row.Key || was.Page != row.Page):
			require.Empty(t, was.Key, row.ID)
			require.Contains(t, []string{row.Page, ""}, was.Page, row.ID)
			require.Equal(t, row.Page, at.PageOf(was), "a row stands on its own page")
		case !builtIn:
			require.Empty(t, built[row.Key])
		}
		if row.Act == rules.Click {
			require.True(t, row.Openable(), row.Page)
		}
		rec := s.Settings[row.ID]
		require.False(t, rec.Ours, row.ID)
		require.Zero(t, rec.ClickedUnproved(), row.ID)
		require.LessOrEqual(t, rec.KnownAt(), int64(someNow))
		for _, c := range rec.History {
			require.LessOrEqual(t, c.At, int64(someNow))
		}
	}
	for _, u := range s.Unknown {
		_, ok := rules.SettingAddress(u.Page)
		require.True(t, ok, u.Page)
		require.Equal(t, u.Label, page.Plain(u.Label))
	}
	for _, x := range s.Strangers {
		_, ok := rules.SettingAddress(x.Page)
		require.True(t, ok, x.Page)
		require.Equal(t, x.Title, page.Plain(x.Title))
	}
}

// Whatever a file says, what is taken of it is harmless, and what is not taken changes nothing.
func TestFilesAreHarmless(t *testing.T) {
	pages := []string{receiptsPage, aiPage, "/mypreferences/d/settings/lab-inbox", "/mypreferences/d/x", "/mypreferences/d/../x", "/mypreferences/d/passkeys", "/mypreferences/m/x", "@evil.example", "/mypreferences/d/x\t"}
	keys := []string{"labSwitch", "labOther", "allowAdsByAge", "nonEssentialCookieConsent", "discloseAsProfileViewer", "discloseAsProfileViewer__HIDE", "ember1", ""}
	times := []int64{0, 1, someNow, someNow + 1, 9_000_000_000_000}
	taken := 0
	rapid.Check(t, func(t *rapid.T) {
		aPage, aKey, aTime := rapid.SampledFrom(pages), rapid.SampledFrom(keys), rapid.SampledFrom(times)
		aMatch := rapid.SampledFrom([]rules.Match{rules.ElementID, rules.LabelledBy, rules.RadioID, ""})
		s := New()
		for range rapid.IntRange(0, 2).Draw(t, "rules") {
			s.Local = append(s.Local, Local{Page: aPage.Draw(t, "page"), Key: aKey.Draw(t, "key"), Match: aMatch.Draw(t, "match"), Added: aTime.Draw(t, "added"),
				Setting: rapid.SampledFrom([]string{"", "", "read-receipts", "sponsored-messages", "profile-viewing", "ai-training"}).Draw(t, "setting")})
			if n := len(s.Local); n > 1 && LocalID(s.Local[0]) == LocalID(s.Local[1]) {
				s.Local = s.Local[:1]
			} else {
				s.Local[n-1].ID = LocalID(s.Local[n-1])
			}
		}
		for range rapid.IntRange(0, 1).Draw(t, "unknown") {
			s.Unknown = append(s.Unknown, Unknown{Page: aPage.Draw(t, "page"), Key: aKey.Draw(t, "key"), Match: aMatch.Draw(t, "match"), Label: "a\u202eb", Seen: aTime.Draw(t, "seen")})
		}
		for range rapid.IntRange(0, 1).Draw(t, "strangers") {
			s.Strangers = append(s.Strangers, Stranger{Page: aPage.Draw(t, "page"), Title: "a\u2066b", Category: rules.Visibility})
		}
		for range rapid.IntRange(0, 3).Draw(t, "records") {
			row := rapid.SampledFrom(s.Table()).Draw(t, "row")
			s.Settings[row.ID] = Record{
				Outcome: rapid.SampledFrom(outcomes).Draw(t, "outcome"), Why: rapid.SampledFrom([]string{"", WhyNotProved, WhyUndoStopped, "Go to evil.example"}).Draw(t, "why"),
				State: page.Off, Seen: aTime.Draw(t, "seen"), Clicked: aTime.Draw(t, "clicked"), Proved: aTime.Draw(t, "proved"), Ours: rapid.Bool().Draw(t, "ours"),
				History: []Change{{aTime.Draw(t, "at"), page.On, Elsewhere}},
			}
		}
		s.Notices = rapid.SliceOfN(rapid.SampledFrom([]string{"state-newer", "any text"}), 0, 2).Draw(t, "notices")
		s.Addresses = []Address{{ID: "sponsored-messages", Page: aPage.Draw(t, "page")}}
		s.Checked, s.Tried = aTime.Draw(t, "checked"), aTime.Draw(t, "tried")
		v, err := wire.Parse(Encode(&s))
		require.NoError(t, err)
		at := atHand()
		got, err := FromFile(v, &at, someNow)
		if err != nil {
			require.Equal(t, atHand(), at)
			return
		}
		taken++
		harmless(t, &got, &at)
	})
	assert.Positive(t, taken)
}

func FuzzFile(f *testing.F) {
	s := atHand()
	f.Add(Encode(&s))
	f.Add([]byte(`{"version":2,"local":[{"page":"/mypreferences/d/settings/x","key":"labSwitch","match":"id","label":"x"}],"unknown":[{"page":"/mypreferences/d/y","key":"labOther","match":"id"}],
		"strangers":[{"page":"/mypreferences/d/z","title":"x","category":"visibility"}],"settings":{"ads-age":{"outcome":"unchecked","why":"not-proved","ours":true,"clicked":9,"history":[{"at":1,"to":"on","by":"person"}]}}}`))
	f.Fuzz(func(t *testing.T, src []byte) {
		v, err := wire.Parse(src)
		if err != nil {
			return
		}
		at := atHand()
		got, err := FromFile(v, &at, someNow)
		if err != nil {
			require.Equal(t, atHand(), at)
			return
		}
		harmless(t, &got, &at)
	})
}

// What the clock that was set back has made the future of is now, for every account and every change.
func TestNothingIsNotedLaterThanNow(t *testing.T) {
	late := int64(someNow + 5)
	rec := Record{Outcome: TurnedOff, State: page.Off, Seen: late, Clicked: late, Proved: late, History: []Change{{1, page.On, Elsewhere}, {late, page.Off, Us}}}
	s := State{
		Run: &Run{Ended: late}, Checked: late, Tried: late, Settings: map[string]Record{"ads-age": rec},
		Others: []Account{{ID: "x", Checked: late, Settings: map[string]Record{"ads-age": {Proved: late, History: []Change{{late, page.Off, Us}}}}}},
		Own:    Own{Local: []Local{{Added: late}}, Offered: []Local{{Added: late}}}, Unknown: []Unknown{{Seen: late}}, CategoriesRead: []Moment{{"visibility", late}}, Done: []Moment{{"x", late}},
	}
	s.NotAfter(someNow)
	assert.NotContains(t, string(Encode(&s)), "1790000000005")
	assert.Contains(t, string(Encode(&s)), `"at":1`)
}

// A record is of the switch whose key it was stored with.
func TestRecordOfAnotherSwitchIsNotRead(t *testing.T) {
	v, err := wire.Parse([]byte(`{"version":2,"settings":{"ads-age":{"key":"labOther","outcome":"turned-off","ours":true}},"others":[{"id":"a","settings":{"ads-age":{"key":"labOther","outcome":"turned-off","ours":true},"ads-gender":{"key":"allowAdsByGender","outcome":"on"}}}]}`))
	require.NoError(t, err)
	s, err := Decode(v)
	require.NoError(t, err)
	assert.Empty(t, s.Settings)
	assert.Len(t, s.Others[0].Settings, 1)
}

// A table that has learned more since makes no stored state a damaged one.
func TestWhatTheTableHasComeToKnowIsNoDamage(t *testing.T) {
	v, err := wire.Parse([]byte(`{"version":2,"unknown":[{"page":"/mypreferences/d/x","key":"allowAdsByAge","match":"id"},{"page":"/mypreferences/d/premium-x","key":"labSwitch","match":"id"}],
		"strangers":[{"page":"/mypreferences/d/purchase-history","title":"x","category":"account"}],"addresses":[{"id":"ads-age","page":"/mypreferences/d/x"},{"id":"sponsored-messages","page":"/mypreferences/d/passkeys"}]}`))
	require.NoError(t, err)
	s, err := Decode(v)
	require.NoError(t, err)
	assert.Empty(t, s.Unknown)
	assert.Empty(t, s.Strangers)
	assert.Empty(t, s.Addresses)
}

// A rule that is refused takes nothing away, also not the one that it would have replaced.
func TestRefusedRuleReplacesNothing(t *testing.T) {
	s := atHand()
	x := s.Local[0]
	x.Label = strings.Repeat("x", MaxWords+1)
	_, err := s.Admit(x)
	assert.Error(t, err)
	x.Label, x.Setting = "Export", "ads-age"
	_, err = s.Admit(x)
	assert.Error(t, err)
	assert.Error(t, s.Offer(x))
	assert.Equal(t, atHand(), s)
}
