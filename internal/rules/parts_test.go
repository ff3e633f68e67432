package rules

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"offswitch/internal/page"
)

// partsPage is the page of a setting of boxes or options with controls under these labels, those before the bar chosen.
func partsPage(s Setting, lang string, chosen, others []string) page.Snapshot {
	snap := page.Snapshot{Path: s.Page, Lang: lang}
	for i, label := range append(append([]string{}, chosen...), others...) {
		c := page.Control{Ref: i + 1, Kind: s.part(), ID: fmt.Sprint("one-", i), Label: label, State: page.Off, Enabled: true, Visible: true}
		if i < len(chosen) {
			c.State = page.On
		}
		snap.Controls = append(snap.Controls, c)
	}
	return snap
}

func row(t require.TestingT, id string) Setting {
	s, ok := Find(id)
	require.True(t, ok, id)
	return s
}

func TestBoxesAndOptions(t *testing.T) {
	employer, phone := row(t, "ads-employer"), row(t, "discover-by-phone")
	of := func(labels ...string) []string { return labels }
	was := func(picks ...Pick) Aim { return Aim{Former: picks} }
	cases := map[string]struct {
		s              Setting
		lang           string
		chosen, others []string
		aim            Aim
		verdict        Verdict
		state          page.State
		label          string // of the one to operate
	}{
		"boxes, all ticked":                     {s: employer, lang: "en", chosen: of("Current company", "Past companies"), verdict: Found, state: page.On, label: "Current company"},
		"boxes, one ticked":                     {s: employer, lang: "en-US", chosen: of("Past companies"), others: of("Current company"), verdict: Found, state: page.On, label: "Past companies"},
		"boxes, none ticked":                    {s: employer, lang: "en", others: of("Current company", "Past companies"), verdict: Found, state: page.Off, label: "Current company"},
		"boxes, the one clicked is still on":    {s: employer, lang: "en", chosen: of("Current company", "Past companies"), aim: Aim{Name: "one-1"}, verdict: Found, state: page.On, label: "Past companies"},
		"boxes, the one clicked is off":         {s: employer, lang: "en", chosen: of("Past companies"), others: of("Current company"), aim: Aim{Name: "one-1"}, verdict: Found, state: page.On, label: "Past companies"},
		"boxes, the last one clicked is off":    {s: employer, lang: "en", others: of("Past companies", "Current company"), aim: Aim{Name: "one-1"}, verdict: Found, state: page.Off, label: "Current company"},
		"boxes, undone":                         {s: employer, lang: "en", chosen: of("Past companies"), others: of("Current company"), aim: was(Pick{Label: "Past companies"}), verdict: Found, state: page.On, label: "Past companies"},
		"boxes, to be undone":                   {s: employer, lang: "en", others: of("Past companies", "Current company"), aim: was(Pick{Label: "Past companies"}), verdict: Found, state: page.Off, label: "Past companies"},
		"boxes, what was ticked is gone":        {s: employer, lang: "en", others: of("Past companies", "Current company"), aim: was(Pick{Label: "Next company"}), verdict: Unnamed},
		"boxes, one more":                       {s: employer, lang: "en", chosen: of("Current company", "Past companies", "Next company"), verdict: Unnamed},
		"boxes, one twice":                      {s: employer, lang: "en", chosen: of("Current company", "Past companies", "Past companies"), verdict: Unnamed},
		"boxes, one renamed":                    {s: employer, lang: "en", chosen: of("Current company", "Former companies"), verdict: Unnamed},
		"boxes, one not there yet":              {s: employer, lang: "en", chosen: of("Current company"), verdict: None},
		"boxes, in another language":            {s: employer, lang: "de", chosen: of("Current company", "Past companies"), verdict: Unnamed},
		"boxes, on another page":                {s: row(t, "ads-job-information"), lang: "en", chosen: of("Current company", "Past companies"), verdict: Unnamed},
		"options, another chosen":               {s: phone, lang: "en", chosen: of("Everyone"), others: of("Nobody", "2nd-degree connections"), verdict: Found, state: page.On, label: "Nobody"},
		"options, the wanted one chosen":        {s: phone, lang: "en", chosen: of("Nobody"), others: of("Everyone", "2nd-degree connections"), verdict: Found, state: page.Off, label: "Nobody"},
		"options, none chosen":                  {s: phone, lang: "en", others: of("Nobody", "Everyone", "2nd-degree connections"), verdict: Found, state: page.Unknown, label: "Nobody"},
		"options, two chosen":                   {s: phone, lang: "en", chosen: of("Nobody", "Everyone"), others: of("2nd-degree connections"), verdict: Several},
		"options, one that is not known":        {s: phone, lang: "en", chosen: of("Everyone"), others: of("Nobody", "2nd-degree connections", "My phone"), verdict: Unnamed},
		"options, the wanted one is missing":    {s: phone, lang: "en", chosen: of("Everyone"), others: of("2nd-degree connections"), verdict: None},
		"options, to be undone":                 {s: phone, lang: "en", chosen: of("Nobody"), others: of("Everyone", "2nd-degree connections"), aim: was(Pick{Label: "Everyone"}), verdict: Found, state: page.Off, label: "Everyone"},
		"options, undone":                       {s: phone, lang: "en", chosen: of("Everyone"), others: of("Nobody", "2nd-degree connections"), aim: was(Pick{Label: "Everyone"}), verdict: Found, state: page.On, label: "Everyone"},
		"options, a third one where one undoes": {s: phone, lang: "en", chosen: of("2nd-degree connections"), others: of("Nobody", "Everyone"), aim: was(Pick{Label: "Everyone"}), verdict: Found, state: page.Unknown, label: "Everyone"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got, verdict := LocateFor(c.aim, c.s, partsPage(c.s, c.lang, c.chosen, c.others), Table())
			require.Equal(t, c.verdict, verdict)
			if verdict == Found {
				assert.Equal(t, []any{c.state, c.label}, []any{got.State, got.Label})
			}
		})
	}
}

// What is around the boxes or options of a setting, and how they are told apart.
func TestWhatStandsBesideBoxes(t *testing.T) {
	employer := row(t, "ads-employer")
	whole := func() page.Snapshot {
		return partsPage(employer, "en", []string{"Current company", "Past companies"}, nil)
	}
	cases := map[string]struct {
		change  func(snap *page.Snapshot)
		verdict Verdict
	}{
		"a switch": {func(snap *page.Snapshot) {
			snap.Controls = append(snap.Controls, page.Control{Kind: "switch", ID: "x", Visible: true})
		}, Crowded},
		"a hidden switch": {func(snap *page.Snapshot) {
			snap.Controls = append(snap.Controls, page.Control{Kind: "switch", ID: "x"})
		}, Found},
		"a hidden twin": {func(snap *page.Snapshot) {
			snap.Controls = append(snap.Controls, page.Control{Kind: "checkbox", ID: "one-0"})
		}, Found},
		"one is hidden":          {func(snap *page.Snapshot) { snap.Controls[0].Visible = false }, None},
		"all are hidden":         {func(snap *page.Snapshot) { snap.Controls[0].Visible, snap.Controls[1].Visible = false, false }, Hidden},
		"the snapshot is cut":    {func(snap *page.Snapshot) { snap.More = 1 }, TooMany},
		"one has no name":        {func(snap *page.Snapshot) { snap.Controls[1].ID = "" }, Unnamed},
		"two have one name":      {func(snap *page.Snapshot) { snap.Controls[1].ID = "one-0" }, Unnamed},
		"one is another rule's":  {func(snap *page.Snapshot) { snap.Controls[1].Key = "allowAdsByAge" }, Ambiguous},
		"one does not say":       {func(snap *page.Snapshot) { snap.Controls[1].State = page.Unknown }, Found},
		"the page is another":    {func(snap *page.Snapshot) { snap.Path += "s" }, None},
		"they are radio buttons": {func(snap *page.Snapshot) { snap.Controls[0].Kind, snap.Controls[1].Kind = "radio", "radio" }, Crowded},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			snap := whole()
			c.change(&snap)
			_, verdict := Locate(employer, snap, Table())
			assert.Equal(t, c.verdict, verdict)
		})
	}
}

// The names of boxes and options, once learned, tell them in any language, and only as long as there is none more or less.
func TestLearnedNamesOfOptions(t *testing.T) {
	phone := row(t, "discover-by-phone")
	snap := partsPage(phone, "en", []string{"Everyone"}, []string{"2nd-degree connections", "Nobody"})
	require.Equal(t, "one-2 one-0 one-1", PartKeys(phone, snap), "that of the wanted one first")
	phone.Key = PartKeys(phone, snap)
	for i, word := range []string{"Alle", "Zweiten Grades", "Niemand"} {
		snap.Controls[i].Label = word
	}
	snap.Lang = "de"
	assert.Empty(t, PartKeys(phone, snap), "nothing is learned from labels that are not known")
	c, verdict := Locate(phone, snap, Table())
	assert.Equal(t, []any{Found, "Niemand", page.On}, []any{verdict, c.Label, c.State})
	whole := snap.Controls
	snap.Controls = whole[1:]
	_, verdict = Locate(phone, snap, Table())
	assert.Equal(t, Unnamed, verdict, "one less")
	snap.Controls = whole
	snap.Controls = append(snap.Controls, page.Control{Kind: "radio", ID: "one-3", Label: "Freunde", State: page.Off, Visible: true})
	_, verdict = Locate(phone, snap, Table())
	assert.Equal(t, Unnamed, verdict)
}

// Whatever a page shows, boxes and options are only found where all of them and no other stand under known labels, and a
// click on what is found never makes anything less private.
func TestBoxesAndOptionsOnAnyPage(t *testing.T) {
	var byParts []Setting
	for _, s := range Table() {
		if s.ByParts() && s.Act == Click {
			byParts = append(byParts, s)
		}
	}
	require.Len(t, byParts, 8)
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom(byParts).Draw(t, "setting")
		known := Parts(s.Labels[0].Toggle)
		snap := page.Snapshot{Lang: rapid.SampledFrom([]string{"en", "en-gb", "de", ""}).Draw(t, "language"), Path: s.Page}
		if rapid.IntRange(0, 9).Draw(t, "elsewhere") == 0 {
			snap.Path = rapid.SampledFrom(byParts).Draw(t, "page").Page
		}
		for i, label := range rapid.Permutation(known).Draw(t, "order") {
			snap.Controls = append(snap.Controls, page.Control{Ref: i, Kind: s.part(), ID: fmt.Sprint("one-", i), Label: label, Visible: true,
				State: rapid.SampledFrom([]page.State{page.On, page.Off, page.Off, page.Unknown}).Draw(t, "state")})
		}
		for range rapid.IntRange(0, 2).Draw(t, "changes") {
			c := &snap.Controls[rapid.IntRange(0, len(snap.Controls)-1).Draw(t, "of")]
			switch rapid.SampledFrom([]string{"label", "kind", "hidden", "name", "twin", "gone"}).Draw(t, "change") {
			case "label":
				c.Label = rapid.SampledFrom(append([]string{"", "Something else"}, known...)).Draw(t, "label")
			case "kind":
				c.Kind = rapid.SampledFrom([]string{"switch", "checkbox", "radio", "toggle"}).Draw(t, "kind")
			case "hidden":
				c.Visible = false
			case "name":
				c.ID = rapid.SampledFrom([]string{"", "one-0", "one-1", "allowAdsByAge"}).Draw(t, "name")
			case "twin":
				snap.Controls = append(snap.Controls, *c)
			case "gone":
				c.Kind, c.Visible = "", false
			}
		}
		hit, verdict := Locate(s, snap, Table())
		if verdict != Found {
			return
		}
		if snap.Path != s.Page || !(snap.Lang == "en" || snap.Lang == "en-gb") {
			t.Fatal("found on another page or in a language whose labels are not known")
		}
		var labels []string
		for _, c := range snap.Controls {
			if c.Visible && c.Kind == s.part() {
				labels = append(labels, c.Label)
			} else if c.Visible && c.Kind != "" && !s.Beside {
				t.Fatal("found beside another control")
			}
		}
		assert.ElementsMatch(t, known, labels)
		for _, c := range snap.Controls {
			if c.Ref != hit.Ref || c.Label != hit.Label || hit.State != page.On {
				continue
			}
			if s.Match == Boxes && c.State != page.On {
				t.Fatal("a click would tick a box")
			}
			if s.Match == Option && (c.State != page.Off || c.Label != s.Labels[0].Want) {
				t.Fatal("a click would choose another option than the wanted one")
			}
		}
	})
}

func TestPartsOfTheTable(t *testing.T) {
	for _, s := range Table() {
		for _, l := range s.Labels {
			if s.Match == Option && l.Toggle != "" {
				assert.Contains(t, Parts(l.Toggle), l.Want, s.ID)
			} else {
				assert.Empty(t, l.Want, s.ID)
			}
			if !s.ByParts() && s.Match != RadioID {
				assert.LessOrEqual(t, len(Parts(l.Toggle)), 2, s.ID)
			}
		}
		if s.Act == Click && s.Control == List {
			assert.Equal(t, Boxes, s.Match, s.ID)
		}
	}
}
